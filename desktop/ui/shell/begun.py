"""Says which texts were begun in an earlier sitting and wait. What has lain before somebody's eyes since, or
was written on, sent or dropped, is not named any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from desktop.ui import fmt
from desktop.ui.widgets.soon import Reading

if TYPE_CHECKING:
    from desktop.models.drafts import DraftRow
    from desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


class Begun(QObject):
    """The banner about one kind of text, until nothing waits or somebody closes it. ``in_sight``: whether a
    draft lies open now; ``go_on`` opens one."""

    def __init__(
        self,
        window: MainWindow,
        subject: str,
        read: Callable[[str], list[DraftRow]],
        words: Callable[[Sequence[DraftRow]], str],
        go_on: Callable[[DraftRow], object],
        in_sight: Callable[[DraftRow], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._subject = window, subject
        self._read, self._words, self._go_on, self._in_sight = read, words, go_on, in_sight
        self._waiting: list[DraftRow] = []
        self._reading = Reading(window.bridge, self._look, subject)

    async def begin(self) -> None:
        bridge = self._window.bridge
        self._waiting = await bridge.read(self._read, bridge.user)
        if not self._waiting:
            return
        self._say()
        bridge.changed.connect(self._changed)
        self._window.detail.shown.connect(self._seen)
        self._window.shown_screen.connect(lambda _: self._seen())

    def _changed(self, changes: Any) -> None:
        if self._waiting and "drafts" in changes.others:
            self._reading.ask()

    async def _look(self) -> None:
        bridge = self._window.bridge
        found = await bridge.read(self._read, bridge.user)
        as_it_was = {(draft.post_id, draft.kind, draft.changed_ms) for draft in found}
        self._waiting = [d for d in self._waiting if (d.post_id, d.kind, d.changed_ms) in as_it_was]
        self._seen()

    def _seen(self) -> None:
        if self._waiting and self._subject not in self._window.banners.texts():
            self._waiting = []  # somebody has closed it
        self._say()

    def _say(self) -> None:
        self._waiting = [draft for draft in self._waiting if not self._in_sight(draft)]
        if not self._waiting:
            self._window.banners.put(self._subject, "")
            return
        text = self._words(self._waiting)
        self._window.banners.put(
            self._subject, text, "", [(translate("Banner", "이어 쓰기"), self._open_latest)], closable=True
        )

    def _open_latest(self) -> None:
        latest = self._waiting.pop(0)
        self._say()
        self._go_on(latest)


def answers(window: MainWindow) -> Begun:
    """Answers to citizens, and internal notes."""
    from desktop.models import drafts

    def words(waiting: Sequence[DraftRow]) -> str:
        notes = sum(draft.kind == "note" for draft in waiting)
        if not notes:
            text = translate("Banner", "작성하던 답변이 {count}건 있습니다.")
        elif notes == len(waiting):
            text = translate("Banner", "작성하던 메모가 {count}건 있습니다.")
        else:
            text = translate("Banner", "작성하던 답변 {answers}건과 메모 {notes}건이 있습니다.")
        return text.format(
            count=fmt.number(len(waiting)), answers=fmt.number(len(waiting) - notes), notes=fmt.number(notes)
        )

    def go_on(draft: DraftRow) -> None:
        if draft.kind == "note":
            window.bridge.open_post.emit(draft.post_id)
            window.detail.ensure().write_note()
        else:
            window.bridge.compose.emit(draft.post_id, "final")  # the cursor goes into the answer

    def in_sight(draft: DraftRow) -> bool:
        place = window.detail
        if place.post_id != draft.post_id or not place.isVisible():
            return False
        return draft.kind == "reply" or bool(place.pane.note_in_front())

    return Begun(window, "drafts", drafts.list_drafts, words, go_on, in_sight)


def department_answers(window: MainWindow) -> Begun:
    """Answers that somebody of a department began in the inbox."""
    from desktop.models import drafts

    def of_departments(user: str) -> list[DraftRow]:
        return drafts.drafts_of_kind(user, "department:")

    def words(waiting: Sequence[DraftRow]) -> str:
        text = translate("Banner", "작성하던 부서 답변이 {count}건 있습니다.")
        return text.format(count=fmt.number(len(waiting)))

    def go_on(draft: DraftRow) -> None:
        window.show_screen("departments")
        window.screen_named("departments").open_forwarding(_number(draft), write=True)

    def in_sight(draft: DraftRow) -> bool:
        screen = window.built_screens().get("departments")
        return screen is not None and screen.isVisible() and screen.writes_to(_number(draft))  # type: ignore[attr-defined]

    return Begun(window, "department-drafts", of_departments, words, go_on, in_sight)


def _number(draft: DraftRow) -> int:
    return int(draft.kind.partition(":")[2])
