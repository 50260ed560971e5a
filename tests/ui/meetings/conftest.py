"""A desk with three ideas, a meeting, and the screen on show."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from connectors.base import Author
from desktop.models import cases
from desktop.models.meetings import agenda, planning, rows
from desktop.services import deadlines
from desktop.ui.meetings.screen import SCOPE, MeetingsScreen
from tests.ui.detail.desk import Desk, desk, echo, look

__all__ = ["Room", "desk", "echo", "look"]

DAY_MS = 86_400_000


class Room:
    """The screen and what is on it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.write(deadlines.seed)
        texts = {
            "shelter": "한강공원에 밤에도 여는 독서 쉼터를 만들어 주세요. 전화 010-1234-5678",
            "bike": "공유 자전거 거치대를 늘려 주세요. 늘 자리가 모자랍니다.",
            "lamp": "골목 가로등을 밝게 바꿔 주세요. 전기도 아낍니다.",
        }
        self.cases = {
            name: desk.arrive(
                name, text, age_s=9000 - 60 * place, author=Author(name, f"시민{name}", f"@{name}")
            )
            for place, (name, text) in enumerate(texts.items())
        }
        desk.write(cases.move, list(self.cases.values()), "idea")
        self.meeting = desk.write(planning.add, desk.now_ms + 2 * DAY_MS, place="시청").id

    async def open(self) -> MeetingsScreen:
        self.screen: MeetingsScreen = self.desk.show(MeetingsScreen(self.desk.bridge))
        self.desk.bridge.commands.add_all(self.screen.commands(), self.screen, SCOPE)
        self.screen.activate()
        await self.settle()
        return self.screen

    async def settle(self) -> None:
        """Until nothing is read or written, and nothing waits to be read."""
        timers = (self.screen.desk._timer, self.screen.archive._timer)
        await self.desk.quiet()
        while any(timer.isActive() for timer in timers):
            await self.desk.until(lambda: not any(timer.isActive() for timer in timers))
            await self.desk.quiet()

    def put(self, *names: str) -> None:
        self.desk.write(agenda.add, self.meeting, [self.cases[name] for name in names])

    def agenda(self) -> list[int]:
        return [item.case_id for item in self.desk.store.read(rows.items, self.meeting).result()]

    def idea(self, name: str) -> rows.Idea:
        return self.desk.store.read(rows.need_idea, self.cases[name]).result()

    def run(self, identity: str) -> bool:
        return self.desk.bridge.commands.run(identity, SCOPE)


@pytest.fixture
async def room(desk: Desk) -> AsyncIterator[Room]:
    yield Room(desk)
