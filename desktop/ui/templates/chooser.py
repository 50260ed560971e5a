"""Joins the list of templates with one composer: what fills them, what length counts, where the text goes."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt

from desktop.models import templates
from desktop.ui import fmt
from desktop.ui.templates.picker import TemplatePicker

OF_MEETUPS = ("invitation", "invitation-short", "seat", "waiting", "report")


class TemplateChooser(QObject):
    """T in the pane, Ctrl+T in the editor, or the button."""

    def __init__(self, bridge: Any, composer: Any) -> None:
        super().__init__(composer)
        self._bridge, self._composer = bridge, composer
        composer.form.template_button.clicked.connect(lambda: self.open())

    @cached_property
    def picker(self) -> TemplatePicker:
        made = TemplatePicker(self._composer.window())
        made.picked.connect(self._insert)
        made.left.connect(self._back)
        return made

    def open(self) -> None:
        """Show the list for the post that is being answered."""
        post_id = self._composer.post_id
        if post_id is not None and self._composer.form.isVisible():
            self._bridge.spawn(self._open(post_id), "templates")

    async def _open(self, post_id: int) -> None:
        composer = self._composer
        account = composer.account()
        voice = account.account_voice if account is not None else ""
        rows, values = await self._bridge.read(_read, post_id, voice)
        if composer.post_id != post_id or not composer.form.isVisible():
            return
        rule, answered = composer.length_rule()
        at = composer.editor.mapTo(composer.window(), QPoint(0, 0))
        self.picker.show_for(rows, values, rule, answered, at)

    def _insert(self, text: str) -> None:
        """Into the empty editor, or at the cursor. The first place left open is selected."""
        editor = self._composer.editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = editor.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(text)
        left = templates.unfilled(text)
        if left:
            base = start + _units(text[: left[0].start])
            cursor.setPosition(base)
            cursor.setPosition(base + _units(text[left[0].start : left[0].end]), cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)

    def _back(self) -> None:
        self._composer.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _units(text: str) -> int:
    """Length as Qt counts it, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _read(post_id: int, voice: str) -> tuple[list[Any], dict[str, str]]:
    """For a reader thread: the templates that fit, those of the case's track first, and what fills them."""
    from desktop.models.current import database

    row = database.execute_sql(
        "SELECT coalesce(c.track, '') FROM post p LEFT JOIN case_ c ON c.id = p.case_id WHERE p.id = ?",
        (post_id,),
    ).fetchone()
    track = row[0] if row is not None else ""
    found = templates.list_templates(voice=voice)
    order = {track: 0, "": 1}
    # What the program itself says about meet-ups stands at the end.
    found.sort(key=lambda t: (t.kind in OF_MEETUPS, order.get(t.track, 2), t.position))
    return found, templates.values_for(post_id, fmt.now_ms())
