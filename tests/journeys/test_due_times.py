"""Somebody sorts a post, sees until when it is due, asks why, takes it as something else, and goes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.journeys.city import a_board
from tests.journeys.person import Person
from tests.servers.fakecity.feeds import Board
from tests.servers.fakecity.server import FakeCity

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


@pytest.fixture
def officer(sit_down: Callable[..., Person]) -> Iterator[Person]:
    with FakeCity() as city:
        board = Board(city, "/board", "시민 자유게시판", dialect="atom")
        board.write(title="가로등 의견", body="가로등이 며칠째 꺼져 있습니다.")
        person = sit_down()
        a_board(person, board)
        person.open()
        person.wait("the card", lambda: person.all("list item", "가로등", inside="list:미분류"))
        yield person


def rule(person: Person) -> str:
    rows = person.rows("select rule from case_clock")
    return str(rows[0][0]) if rows else ""


def test_sorted_explained_switched_and_taken_back(officer: Person) -> None:
    officer.point(*officer.still(lambda: officer.get("list item", "가로등")).middle)
    officer.key("3")
    officer.wait("the clock", lambda: rule(officer) == "MSG-CHAT")
    card = officer.wait("the words", lambda: officer.find("list item", "가로등", inside="list:단순 의견"))
    assert any(word in card.name for word in ("남음", "까지")), card.name
    officer.point(*officer.still(lambda: officer.get("list item", "가로등", inside="list:단순 의견")).middle)
    officer.key("alt+d")
    officer.wait("why", lambda: officer.find("dialog", "기한의 까닭"))
    officer.shot("why")
    officer.key("Escape")
    officer.gone("dialog", "기한의 까닭")
    officer.key("alt+k")
    officer.wait("the choices", lambda: officer.all("radio button", "고충민원"))
    officer.click("radio button", "고충민원")
    officer.shot("kinds")
    officer.click("button", "처리 종류 바꾸기")
    officer.wait("the rule", lambda: rule(officer) == "LAW-GRIEV")
    officer.key("ctrl+z")
    officer.wait("taken back", lambda: rule(officer) == "MSG-CHAT")
    officer.key("ctrl+z")
    officer.wait("unsorted", lambda: rule(officer) == "")
