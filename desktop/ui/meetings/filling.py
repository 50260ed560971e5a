"""Filling and ordering the agenda of the meeting on the desk, by mouse, keys and menu alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.lists.drag import Payload

if TYPE_CHECKING:
    from desktop.ui.meetings.desk import MeetingDesk


class Filling(QObject):
    """The hand that moves ideas between pool and agenda."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def add_selected(self) -> None:
        """Put the chosen ideas of the pool on the agenda."""
        chosen = self._desk.pool.selected()
        if self._desk.meeting_id is not None and chosen and self._desk.add_button.isEnabled():
            self._desk.acts.add(self._desk.meeting_id, chosen)

    def can_add(self) -> bool:
        return (
            self._desk.pool.view.hasFocus()
            and bool(self._desk.pool.selected())
            and self._desk.add_button.isEnabled()
        )

    def remove_selected(self) -> None:
        """Take the chosen ideas off the agenda."""
        chosen = [card.key for card in self._desk.agenda.selected_cards() if not card.row.item.decision]
        if self._desk.meeting_id is not None and chosen:
            self._desk.acts.remove(self._desk.meeting_id, chosen)

    def can_remove(self) -> bool:
        plannable = self._desk.whole is not None and self._desk.whole.meeting.state != "closed"
        return plannable and self._desk.agenda.hasFocus() and bool(self._desk.agenda.selected_cards())

    def move(self, by: int) -> None:
        """Alt+Up and Alt+Down: the chosen ideas change places with their neighbour."""
        chosen = [card.key for card in self._desk.agenda.selected_cards()]
        if (
            self._desk.whole is None
            or self._desk.meeting_id is None
            or not chosen
            or self._desk.whole.meeting.state == "closed"
        ):
            return
        order = [row.item.case_id for row in self._desk.whole.agenda]
        wanted = moved(order, chosen, by)
        if wanted != order:
            self._desk.acts.order(self._desk.meeting_id, wanted)

    def dropped(self, payload: Payload, below: int) -> None:
        """Ideas were dropped above the item ``below`` (0: at the end), from the pool or from here."""
        if (
            self._desk.whole is None
            or self._desk.meeting_id is None
            or self._desk.whole.meeting.state == "closed"
        ):
            return
        order = [row.item.case_id for row in self._desk.whole.agenda]
        at = order.index(below) if below in order else len(order)
        ids = list(payload.case_ids)
        here = [case_id for case_id in order if case_id in ids]
        if here:
            rest = [case_id for case_id in order if case_id not in here]
            at -= sum(case_id in here for case_id in order[:at])
            self._desk.acts.order(self._desk.meeting_id, [*rest[:at], *here, *rest[at:]])
        elif ids:
            self._desk.acts.add(self._desk.meeting_id, ids, at)

    def dropped_back(self, payload: Payload, _below: int) -> None:
        """Ideas of the agenda were dropped on the pool."""
        here = self._desk.model.keys()
        chosen = [case_id for case_id in payload.case_ids if case_id in here]
        if self._desk.meeting_id is not None and chosen:
            self._desk.acts.remove(self._desk.meeting_id, chosen)


def moved(order: Sequence[int], chosen: Sequence[int], by: int) -> list[int]:
    """The order with the chosen ones one place up (-1) or down (1); those at the end stay there."""
    result = list(order)
    picked = set(chosen)
    places = range(len(result)) if by < 0 else range(len(result) - 1, -1, -1)
    for at in places:
        to = at + by
        if result[at] in picked and 0 <= to < len(result) and result[to] not in picked:
            result[at], result[to] = result[to], result[at]
    return result
