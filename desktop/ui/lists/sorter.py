"""What people decide about cases, as gestures: one step in the history, one sentence, one way back.

It calls ``desktop.models.cases`` and tells the lists which cards are on their way; it knows no list itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.models import cases
from desktop.ui import fmt, i18n
from desktop.ui.lists.rows import Card, track_words

translate = QCoreApplication.translate


class Sorter(QObject):
    """The decisions of one screen."""

    pending = Signal(object, bool)  # (case ids, True while their move is on its way)
    moved = Signal(object, str, str)  # (case ids, track, step) after it was stored

    def __init__(self, bridge: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    # --- moving ------------------------------------------------------------------------------------------

    def move(
        self, case_ids: Sequence[int], track: str, *, under: int | None = None, top: bool = False
    ) -> str:
        """Move cases to a track, directly under the card of the case ``under``; without it where new arrivals
        go, or with ``top`` to the very top. Returns the step at once; ``moved`` tells when it is stored."""
        ids = list(dict.fromkeys(case_ids))
        step = cases.new_step()
        if ids:
            self.pending.emit(ids, True)
            self._bridge.spawn(self._move(ids, track, under, top, step))
        return step

    async def _move(self, ids: list[int], track: str, under: int | None, top: bool, step: str) -> None:
        try:
            await self._bridge.write(_place, ids, track, under, top, step)
        finally:
            self.pending.emit(ids, False)
        self._bridge.did(moved_sentence(len(ids), track_words()[track]), step)
        self.moved.emit(ids, track, step)

    def arrange(
        self, case_ids: Sequence[int], track: str, *, under: int | None = None, top: bool = False
    ) -> None:
        """Give cases another place in the column they are in."""
        step = cases.new_step()
        self._bridge.spawn(self._arrange(list(case_ids), track, under, top, step))

    async def _arrange(self, ids: list[int], track: str, under: int | None, top: bool, step: str) -> None:
        await self._bridge.write(_place, ids, track, under, top, step)
        self._bridge.did(translate("Sorter", "순서를 바꿨습니다"), step)

    def order(self, case_id: int, neighbour: int, *, above: bool) -> None:
        """Put a card directly above or below its neighbour in the same column."""
        self._bridge.spawn(self._order(case_id, neighbour, above))

    async def _order(self, case_id: int, neighbour: int, above: bool) -> None:
        step = cases.new_step()
        await self._bridge.write(cases.order, case_id, neighbour, above=above, step=step)
        self._bridge.did(translate("Sorter", "순서를 바꿨습니다"), step)

    # --- grouping ----------------------------------------------------------------------------------------

    def group(self, case_ids: Sequence[int]) -> bool:
        """Make one case of several. False where there is nothing to join."""
        ids = list(dict.fromkeys(case_ids))
        if len(ids) < 2:
            self._bridge.toast(translate("Sorter", "하나로 묶을 건을 두 개 이상 골라 주세요 (X)"))
            return False
        self._bridge.spawn(self._group(ids))
        return True

    async def _group(self, ids: list[int]) -> None:
        step = cases.new_step()
        self.pending.emit(ids, True)
        try:
            await self._bridge.write(cases.group, ids, step=step)
        finally:
            self.pending.emit(ids, False)
        text = translate("Sorter", "{count}건을 하나의 건으로 묶었습니다")
        self._bridge.did(text.format(count=fmt.number(len(ids))), step)

    def take_apart(self, cards: Sequence[Card]) -> bool:
        """Give every post of the grouped cases a case of its own again."""
        # A row of the list of all posts does not say how many posts its case has; then the database does.
        cases_chosen = [card for card in cards if card.case_id is not None]
        grouped = [card.case_id for card in cases_chosen if getattr(card.row, "post_count", 2) > 1]
        if not grouped:
            self._bridge.toast(translate("Sorter", "묶인 건이 아니어서 나눌 것이 없습니다"))
            return False
        self._bridge.spawn(self._take_apart(list(dict.fromkeys(grouped))))
        return True

    async def _take_apart(self, ids: list[int]) -> None:
        step = cases.new_step()
        await self._bridge.write(_take_all_apart, ids, step)
        self._bridge.did(translate("Sorter", "묶인 글을 각각의 건으로 나눴습니다"), step)

    # --- marks --------------------------------------------------------------------------------------------

    def mark_read(self, case_ids: Sequence[int], read: bool) -> None:
        self._bridge.spawn(self._mark_read(list(case_ids), read))

    async def _mark_read(self, ids: list[int], read: bool) -> None:
        await self._bridge.write(cases.mark_read, ids, read)

    def star(self, case_ids: Sequence[int], starred: bool) -> None:
        self._bridge.spawn(self._star(list(case_ids), starred))

    async def _star(self, ids: list[int], starred: bool) -> None:
        step = cases.new_step()
        await self._bridge.write(cases.set_starred, ids, starred, step=step)
        text = translate("Sorter", "별표를 달았습니다") if starred else translate("Sorter", "별표를 뗐습니다")
        self._bridge.did(text, step)

    def set_done(self, case_ids: Sequence[int], done: bool) -> None:
        self._bridge.spawn(self._set_status(list(case_ids), "done" if done else "open"))

    async def _set_status(self, ids: list[int], status: str) -> None:
        step = cases.new_step()
        self.pending.emit(ids, True)
        try:
            await self._bridge.write(cases.set_status, ids, status, step=step)
        finally:
            self.pending.emit(ids, False)
        if status == "done":
            text = translate("Sorter", "{count}건의 처리를 끝냈습니다")
        else:
            text = translate("Sorter", "{count}건을 다시 열었습니다")
        self._bridge.did(text.format(count=fmt.number(len(ids))), step)


def _place(tx: Any, case_ids: list[int], track: str, under: int | None, top: bool, step: str) -> None:
    cases.move(tx, case_ids, track, before=under, step=step)
    if top and under is None:
        for case_id in reversed(case_ids):
            cases.order(tx, case_id, "top", step=step)


def _take_all_apart(tx: Any, case_ids: list[int], step: str) -> None:
    for case_id in case_ids:
        cases.take_apart(tx, case_id, step=step)


def moved_sentence(count: int, where: str) -> str:
    """3건을 부서 이관으로 옮겼습니다"""
    if i18n.language() == "ko":
        where = fmt.josa(where, "으로/로")
    return translate("Sorter", "{count}건을 {where} 옮겼습니다").format(count=fmt.number(count), where=where)
