"""Cards carried by the mouse between all columns, taken back, joined and taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.journeys.city import a_board
from tests.journeys.person import Person
from tests.servers.fakecity.feeds import Board
from tests.servers.fakecity.server import FakeCity

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]

COLUMNS = {"new": "미분류", "forward": "부서 이관", "idea": "정책 아이디어", "opinion": "단순 의견"}
MATTERS = ("가로등", "보도블록", "버스 정류장", "놀이터 그네", "하천 산책로", "공원 의자")


@pytest.fixture
def officer(sit_down: Callable[..., Person]) -> Iterator[Person]:
    with FakeCity() as city:
        board = Board(city, "/board", "시민 자유게시판", dialect="atom")
        for matter in MATTERS:
            board.write(title=f"{matter} 의견", body=f"{matter} 이야기를 적습니다.")
        person = sit_down()
        a_board(person, board)
        person.open()
        person.wait("all cards", lambda: len(cards(person, "new")) == len(MATTERS))
        yield person


def cards(person: Person, track: str) -> list[str]:
    """The matters in a column from top to bottom."""
    found = person.all("list item", inside=f"list:{COLUMNS[track]}")
    return [matter for one in found for matter in MATTERS if f"{matter} 의견" in one.name]


def middle_of(person: Person, matter: str) -> tuple[int, int]:
    return person.still(lambda: person.get("list item", f"{matter} 의견")).middle


def column(person: Person, track: str) -> tuple[int, int]:
    """A free place low in a column."""
    box = person.get("list", COLUMNS[track]).box
    return box[0] + box[2] // 2, box[1] + box[3] - 60


def tracks(person: Person) -> dict[str, str]:
    rows = person.rows("select p.text, c.track from post p join case_ c on c.id = p.case_id")
    return {matter: track for text, track in rows for matter in MATTERS if f"{matter} 의견" in text}


def moves(person: Person) -> int:
    return int(person.value("select count(*) from event where kind = 'move'"))


def steps_undone(person: Person) -> int:
    return len(person.rows("select distinct step from event where undoes is not null"))


def test_one_card_through_all_columns(officer: Person) -> None:
    matter = MATTERS[2]
    way = ["opinion", "idea", "forward", "new", "idea", "new", "opinion", "forward", "opinion", "new"]
    for count, track in enumerate(way, 1):
        officer.drag(middle_of(officer, matter), column(officer, track))
        officer.wait(f"{matter} on {track}", lambda track=track: matter in cards(officer, track))
        if track == "forward":
            officer.get("text", "부서 찾기")
            officer.key("Escape")
            officer.gone("text", "부서 찾기")
        officer.wait("the database", lambda track=track: tracks(officer)[matter] == track)
        assert moves(officer) == count, "one drag is one move"
    others = {name: track for name, track in tracks(officer).items() if name != matter}
    assert set(others.values()) == {"new"}


def test_many_cards_at_once_and_back(officer: Person) -> None:
    first, second, third = MATTERS[0], MATTERS[2], MATTERS[4]
    officer.point(*middle_of(officer, first))
    officer.point(*middle_of(officer, second), held="ctrl")
    officer.point(*middle_of(officer, third), held="ctrl")
    officer.drag(middle_of(officer, second), column(officer, "idea"))
    officer.wait("three cards", lambda: sorted(cards(officer, "idea")) == sorted([first, second, third]))
    officer.shot("three")
    officer.wait("three moves", lambda: moves(officer) == 3)
    assert len(officer.rows("select distinct step from event where kind = 'move'")) == 1, "one gesture"
    officer.key("ctrl+z")
    officer.wait("all back", lambda: len(cards(officer, "new")) == len(MATTERS))
    assert set(tracks(officer).values()) == {"new"}
    officer.key("ctrl+y")
    officer.wait("again", lambda: len(cards(officer, "idea")) == 3)
    officer.click("button", "실행 취소", inside="")
    officer.wait("back by the mouse", lambda: set(tracks(officer).values()) == {"new"})


def test_joined_and_taken_apart(officer: Person) -> None:
    first, second = MATTERS[1], MATTERS[3]
    before = officer.rows("select id, track, rank, post_count, merged_into from case_ order by id")
    officer.point(*middle_of(officer, first))
    officer.point(*middle_of(officer, second), held="ctrl")
    officer.key("ctrl+g")
    officer.wait("one card less", lambda: len(cards(officer, "new")) == len(MATTERS) - 1)
    officer.shot("joined")
    assert officer.rows("select post_count from case_ where post_count > 1") == [(2,)]
    kept = next(name for name in (first, second) if name in cards(officer, "new"))
    officer.drag(middle_of(officer, kept), column(officer, "opinion"))
    officer.wait("the joined card", lambda: cards(officer, "opinion") == [kept])
    assert [tracks(officer)[name] for name in (first, second)] == ["opinion", "opinion"]
    officer.point(*middle_of(officer, kept))
    officer.key("ctrl+shift+g")
    # What was joined to it goes back to where it came from.
    officer.wait("two cards", lambda: len(cards(officer, "new")) == len(MATTERS) - 1)
    assert cards(officer, "opinion") == [kept]
    for count in (3, 2, 1):
        officer.wait("a step to undo", lambda: "enabled" in officer.get("button", "실행 취소").states)
        officer.key("ctrl+z")
        undone = 4 - count
        officer.wait("the undo", lambda undone=undone: steps_undone(officer) == undone)
    officer.wait("all as before", lambda: len(cards(officer, "new")) == len(MATTERS))
    after = officer.rows("select id, track, rank, post_count, merged_into from case_ order by id")
    assert after == before
