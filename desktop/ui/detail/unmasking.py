"""Looking at hidden personal data of the post on show: with the right to it, noted in the log, and only while
the post stays on show.

It keeps what was revealed and puts it into what the pane shows; the pane itself reads only hidden texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.models import hiding, unmasking
from desktop.ui import fmt
from desktop.ui.commands import Command
from desktop.ui.detail.links import escape

translate = QCoreApplication.translate

RIGHT = "case.unmask"


def kind_word(kind: str) -> str:
    """What kind of personal data it is."""
    return {
        "resident": translate("Unmask", "주민등록번호"),
        "card": translate("Unmask", "카드 번호"),
        "phone": translate("Unmask", "전화번호"),
        "plate": translate("Unmask", "차량 번호"),
        "mail": translate("Unmask", "메일 주소"),
    }.get(kind, kind)


def kinds_words(kinds: Sequence[str]) -> str:
    """전화번호 2, 메일 주소 1"""
    counted = Counter(kinds)
    return ", ".join(f"{kind_word(kind)} {fmt.number(n)}" for kind, n in sorted(counted.items()))


class Unmasking(QObject):
    """``changed``: what is shown of some post is another thing now."""

    changed = Signal()

    def __init__(self, bridge: Any, current: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._current = current  # what the pane has loaded, or None
        self._revealed: dict[int, unmasking.Revealed] = {}
        self._round = 0

    def command(self) -> Command:
        text = translate("Unmask", "가린 정보 보기·다시 가리기")
        return Command("post.unmask", text, self.toggle, group="list", icon="eye", enabled=self.possible)

    def shown(self, post_id: int) -> bool:
        """Whether this post is shown as it is."""
        return post_id in self._revealed

    def possible(self) -> bool:
        """Whether the opened post may be looked at with nothing hidden."""
        loaded = self._current()
        return loaded is not None and not loaded.detail.row.own and bool(self._bridge.may(RIGHT))

    def toggle(self) -> None:
        """Show or hide again what is hidden in the opened post."""
        loaded = self._current()
        if loaded is not None:
            self.toggle_post(loaded.detail.row.id)

    def toggle_post(self, post_id: int) -> None:
        if post_id in self._revealed:
            del self._revealed[post_id]
            self.changed.emit()
        else:
            self._bridge.spawn(self._reveal(post_id, self._round), "unmask")

    def forget(self) -> None:
        """The post is not on show any more."""
        self._round += 1
        self._revealed.clear()

    async def _reveal(self, post_id: int, asked: int) -> None:
        found: unmasking.Revealed = await self._bridge.write(unmasking.unmask, post_id)
        if asked != self._round:
            return  # somebody has gone on: nobody looks any more
        if not found.kinds and not any(hiding.kinds(note.text) for note in found.notes):
            self._bridge.toast(translate("Unmask", "이 글에는 가린 개인정보가 없습니다"))
            return
        self._revealed[post_id] = found
        self.changed.emit()

    def applied(self, detail: Any) -> Any:
        """What the pane shows: the same with what was revealed in its place."""
        if not self._revealed:
            return detail
        items = tuple(self._item(item) for item in detail.thread)
        found = self._revealed.get(detail.row.id)
        if found is None:
            return replace(detail, thread=items)
        notes = {note.id: note for note in found.notes}
        return replace(
            detail,
            thread=items,
            row=self._row(detail.row),
            text=found.text,
            versions=found.versions,
            media=found.media,
            notes=tuple(notes.get(note.id, note) for note in detail.notes),
        )

    def _item(self, item: Any) -> Any:
        found = self._revealed.get(item.row.id)
        if found is None:
            return item
        if hiding.shown(found.text) != item.text:
            del self._revealed[item.row.id]  # it was edited since: what is kept is another text
            return item
        return replace(item, row=self._row(item.row), text=found.text)

    def _row(self, row: Any) -> Any:
        found = self._revealed.get(row.id)
        if found is None:
            return row
        return replace(row, author_name=found.author_name, handle=found.handle, context=found.context)

    def line(self, item: Any, colour: str, link: str, size_px: int) -> str:
        """Rich text below a post: what is hidden in it, and how to see it."""
        revealed = item.row.id in self._revealed
        if not item.hidden and not revealed:
            return ""
        if revealed:
            words = translate("Unmask", "가린 개인정보를 보고 있습니다. 본 것은 처리 기록에 남았습니다.")
            act = translate("Unmask", "다시 가리기")
        else:
            words = translate("Unmask", "개인정보를 가렸습니다: {kinds}.").format(
                kinds=kinds_words(item.hidden)
            )
            act = translate("Unmask", "가린 정보 보기")
        wish = ""
        if revealed or self._bridge.may(RIGHT):
            wish = f' <a href="smc:unmask/{item.row.id}" style="color:{link}">{escape(act)}</a>'
        return f'<p style="margin:4px 0 0 0;color:{colour};font-size:{size_px}px">{escape(words)}{wish}</p>'
