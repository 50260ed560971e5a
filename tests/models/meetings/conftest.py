"""An office with ideas: rules, departments, a channel, three proposals that were sorted to 정책 아이디어."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from connectors.base import Author
from desktop.models import cases, departments
from desktop.models.meetings import ideas, lists, planning, rows
from desktop.models.store import Store
from desktop.services import deadlines
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, post

DAY = 86_400_000

TEXTS = {
    "shelter": "한강공원에 밤에도 여는 독서 쉼터를 만들어 주세요. 더위를 피해 책을 읽고 싶습니다.",
    "bike": "공유 자전거 거치대를 지하철역 출구마다 늘려 주세요. 늘 자리가 모자랍니다.",
    "lamp": "골목 가로등을 움직임에 따라 밝아지는 것으로 바꿔 주세요! 전기도 아낍니다.",
}


@dataclass
class Office:
    """The workspace with its hands: everything is done as 김주무관."""

    store: Store
    clock: Clock
    channel: int

    def do(self, work: Any, *args: Any, **more: Any) -> Any:
        return do(self.store, work, *args, actor=more.pop("actor", "김주무관"), **more)

    def ask(self, work: Any, *args: Any, **more: Any) -> Any:
        return ask(self.store, work, *args, **more)

    def case(self, name: str) -> int:
        return int(id_of(self.store, name))

    def arrive(self, name: str, text: str, minutes_ago: float = 5, **more: Any) -> int:
        more.setdefault("author", Author(name, f"시민{name}", name))
        merge(self.store, self.channel, post(name, text, minutes_ago, **more))
        return self.case(name)

    def idea(self, name: str) -> rows.Idea:
        return self.ask(rows.need_idea, self.case(name))

    def meeting(self, *names: str, days: int = 2, **more: Any) -> int:
        made = self.do(planning.add, self.clock.at_ms + days * DAY, **more)
        if names:
            from desktop.models.meetings import agenda

            self.do(agenda.add, made.id, [self.case(name) for name in names])
        return int(made.id)

    def agenda(self, meeting: int) -> list[int]:
        return [item.case_id for item in self.ask(rows.items, meeting)]

    def undo(self, step: str) -> str:
        return str(self.do(cases.undo, step))

    def page(self, *args: Any, **more: Any) -> list[int]:
        return [row.case_id for row in self.ask(lists.ideas_page, *args, **more)]


@pytest.fixture
def office(store: Store, clock: Clock) -> Office:
    do(store, deadlines.seed)
    do(store, departments.seed, [("bike", "자전거정책과", "도시교통실", "자전거")])
    made = Office(store, clock, channel(store))
    for age, (name, text) in enumerate(TEXTS.items()):
        made.arrive(name, text, minutes_ago=300 - 60 * age)
    made.do(cases.move, [made.case(name) for name in TEXTS], "idea")
    assert ideas.RECONSIDER_RULE
    return made
