"""Internal notes of a case (내부 메모): read, written, kept. They have no way out of the program.

This module must never know channels, accounts, the outbox or a sender: what is typed here can only become a
row of the table of notes. A test reads its imports.
"""

from __future__ import annotations

import html
import logging
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models import notes
from desktop.ui import fmt
from desktop.ui.detail.browser import SafeBrowser
from desktop.ui.detail.drafts import DraftKeeper
from desktop.ui.detail.links import escape
from desktop.ui.rights import Guard
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate
log = logging.getLogger(__name__)


class NoteEditor(PreeditTextEdit):
    """A place to type a note. A type of its own, so that no code that sends can be handed one by mistake."""


class NotesPanel(QWidget):
    """The notes of one case, oldest first, and the place to add one."""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._post_id: int | None = None
        self._case_id: int | None = None
        self._saving = False
        strip = QFrame(self)
        strip.setProperty("kind", "banner")
        strip.setProperty("tone", "warning")
        warning = QHBoxLayout(strip)
        warning.setContentsMargins(12, 6, 12, 6)
        warning.addWidget(label(translate("Notes", "시민에게 보이지 않습니다"), "name", strip))
        self.list = SafeBrowser(translate("Notes", "내부 메모 목록"), self)
        self.list.setProperty("kind", "plain")
        self.editor = NoteEditor(translate("Notes", "새 내부 메모"), self)
        self.editor.setPlaceholderText(translate("Notes", "함께 일하는 사람에게 남길 메모를 적어 주세요."))
        self.editor.setMinimumHeight(64)
        self.editor.setMaximumHeight(120)
        self.editor.typed.connect(lambda _: self._typed())
        self.editor.installEventFilter(self)
        self.saved_label = label("", "meta", self)
        self.button = Button(translate("Notes", "메모 남기기"), self, icon="sticky-note", key="Ctrl+Enter")
        self.button.clicked.connect(lambda: self.add())
        row = QHBoxLayout()
        row.addWidget(self.saved_label, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(strip)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.editor)
        layout.addLayout(row)
        Guard(bridge, self.editor, "case.note")
        Guard(bridge, self.button, "case.note")
        self.drafts = DraftKeeper(bridge, "note", self.editor.text_now, self)
        self.drafts.saved.connect(self._draft_saved)
        self._notes: Sequence[Any] = ()
        theme().changed.connect(self._paint)

    def show_case(self, post_id: int, case_id: int | None, rows: Sequence[Any], draft: Any = None) -> None:
        """Begin with a case; ``draft`` is a note that was begun for this post."""
        if post_id != self._post_id:
            self.drafts.close()
            self._post_id = None
            self.editor.setPlainText(draft.text if draft is not None else "")
            self._post_id = post_id
            self.drafts.open(post_id, draft.text if draft is not None else "", None)
            self.saved_label.clear()
        self._case_id = case_id
        self._notes = rows
        self._paint()
        self._typed(touch=False)

    def show_texts(self, rows: Sequence[Any]) -> None:
        """The same notes, with other words hidden."""
        self._notes = rows
        self._paint()

    def clear(self) -> None:
        self.drafts.close()
        self._post_id = self._case_id = None
        self.editor.setPlainText("")
        self._notes = ()
        self._paint()

    def add(self) -> None:
        """Store the note that was typed."""
        text = take_text(self.editor).strip()
        if text and self._case_id is not None and not self._saving:
            self._saving = True
            self._bridge.spawn(self._add(self._case_id, text))

    async def _add(self, case_id: int, text: str) -> None:
        try:
            await self._bridge.write(notes.add_note, case_id, text)
        finally:
            self._saving = False
        if self._case_id == case_id and take_text(self.editor).strip() == text:
            self.drafts.drop()
            self.editor.setPlainText("")
            self.saved_label.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor:
            if event.type() == QEvent.Type.FocusOut:
                self.drafts.flush()
            elif event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and self._adds(event):
                # Taken here, before the window: Ctrl+Enter sends an answer everywhere else.
                if event.type() == QEvent.Type.KeyPress:
                    self.add()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _adds(event: QEvent) -> bool:
        return (
            isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        )

    def _typed(self, *, touch: bool = True) -> None:
        if touch:
            self.drafts.touched()
        self.button.setEnabled(self._case_id is not None and bool(self.editor.text_now().strip()))

    def _draft_saved(self, at_ms: int) -> None:
        typed = bool(self.editor.text_now().strip())
        text = translate("Notes", "임시 저장됨 {time}").format(time=fmt.clock(at_ms))
        self.saved_label.setText(text if typed else "")

    def _paint(self) -> None:
        colors = theme().tokens
        if not self._notes:
            empty = html.escape(translate("Notes", "아직 메모가 없습니다."))
            self.list.show_html(f'<p style="color:{colors.muted}">{empty}</p>')
            return
        parts = []
        for note in self._notes:
            who = note.author or translate("Notes", "이름 없음")
            parts.append(
                f'<table width="100%" cellpadding="8" style="margin-bottom:6px"><tr>'
                f'<td style="background-color:{colors.warning.fill}">'
                f'<p style="margin:0"><b>{escape(who)}</b> '
                f'<span style="color:{colors.muted};font-size:{theme().px(13)}px">'
                f"{escape(fmt.full(note.written_ms))}</span></p>"
                f'<p style="margin:2px 0 0 0;white-space:pre-wrap">{escape(note.text)}</p></td></tr></table>'
            )
        self.list.show_html(f'<body style="color:{colors.text}">{"".join(parts)}</body>')
