"""A desk with departments and cases that were forwarded to them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from desktop.models import departments, forwarding
from desktop.services import deadlines
from desktop.ui.departments.screen import DepartmentsScreen
from tests.ui.detail.desk import Desk

HOUR, DAY = 3_600_000, 86_400_000

OFFICES = (
    ("transport", "도시교통실", ""),
    ("bus", "버스정책과", "transport"),
    ("taxi", "택시정책과", "transport"),
    ("road", "도로관리과", ""),
)


class Inbox:
    """The screen and what a test does around it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.sent: dict[str, int] = {}
        self.cases: dict[str, int] = {}
        self.screen: DepartmentsScreen = None  # type: ignore[assignment]

    async def prepare(self) -> None:
        desk = self.desk
        await asyncio.wrap_future(desk.store.write(deadlines.seed))
        rows = [dict(code=code, name=name, parent_code=parent) for code, name, parent in OFFICES]
        desk.write(departments.save, rows)

    async def show(self, department: str = "bus") -> DepartmentsScreen:
        desk = self.desk
        desk.prefs.put("inbox/department", department)
        self.screen = desk.show(DepartmentsScreen(desk.bridge))
        desk.bridge.commands.add_all(self.screen.commands(), self.screen, "departments")
        self.screen.activateWindow()
        self.screen.activate()
        await self.rest()
        return self.screen

    def send(self, text: str, department: str = "bus", due_in_ms: int | None = None, **more: Any) -> int:
        """A citizen's post handed over; the id of its lead forwarding."""
        case_id = self.desk.arrive(f"remote-{len(self.cases)}", text)
        self.desk.write(forwarding.send, [case_id], department, **more)
        lead = [row for row in self.ask(forwarding.of_case, case_id) if row.lead][-1]
        self.sent[text], self.cases[text] = lead.id, case_id
        if due_in_ms is not None:
            self.due(lead.id, self.desk.now_ms + due_in_ms)
        return int(lead.id)

    def due(self, forwarding_id: int, at_ms: int) -> None:
        def work(tx: Any) -> None:
            case_id = forwarding.get(forwarding_id).case_id
            tx.db.execute_sql(
                "UPDATE case_clock SET due_ms = ? WHERE case_id = ? AND purpose = 'answer'", (at_ms, case_id)
            )
            tx.db.execute_sql(
                "UPDATE forwarding SET due_ms = ?, urgency = ? WHERE case_id = ?", (at_ms, at_ms, case_id)
            )
            tx.changes.case(case_id)
            tx.changes.other("forwardings")

        self.desk.store.write(work).result()

    def ask(self, work: Any, *args: Any) -> Any:
        return self.desk.store.read(work, *args).result()

    def state(self, text: str) -> str:
        return str(self.ask(forwarding.get, self.sent[text]).state)

    def listed(self) -> list[str]:
        return [card.text for card in self.screen.model.cards()]

    def chips(self, text: str) -> list[str]:
        card = self.screen.model.card_of(self.sent[text])
        assert card is not None
        return [chip.text for chip in card.chips]

    def choose(self, *texts: str) -> None:
        self.screen.view.select_keys([self.sent[text] for text in texts])

    def counts(self) -> list[str]:
        return [chip.text() for chip in self.screen.head.chips.values()]

    async def rest(self) -> None:
        """Until nothing is read or written any more and no short timer runs."""
        for _ in range(400):
            await self.desk.quiet()
            screen = self.screen
            waiting = screen is not None and (
                screen._soon.isActive() or screen.beside._follow.isActive() or screen.model.loading
            )
            if not waiting:
                return
            await asyncio.sleep(0.01)
        raise AssertionError("the inbox does not come to rest")


@pytest.fixture
async def inbox(desk: Desk) -> Inbox:
    made = Inbox(desk)
    await made.prepare()
    return made
