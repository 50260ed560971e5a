"""What a long day brings: a pulled plug, a second start, a locked keyring, closing in the undo window."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.journeys.city import HOMEPAGE, a_homepage, ask, boards_of, replies, write_list
from tests.journeys.person import Person
from tests.servers.fakecity.feeds import Board
from tests.servers.fakecity.server import FakeCity
from tests.servers.wordpress import WordPressServer

pytestmark = [pytest.mark.journey, pytest.mark.real, pytest.mark.timeout(240)]

LOST_S = 1.0
"""How much typing may be lost when the plug is pulled."""


def open_the_answer(person: Person, words: str) -> None:
    person.click("list item", words, times=2)
    person.click("text", "답변")


def test_a_draft_outlives_a_kill(sit_down: Callable[..., Person], wordpress: WordPressServer) -> None:
    person = sit_down()
    a_homepage(person, wordpress, ["정류장 의자가 부서졌습니다 (초안)"])
    person.open()
    open_the_answer(person, "(초안)")
    person.write("답변", "안녕하십니까. 담당 부서에")
    person.type(" 1234567890")
    ended = time.monotonic()
    while time.monotonic() < ended + LOST_S:
        time.sleep(0.01)
    person.kill()
    person.open()
    person.get("label", "작성하던 답변이 1건 있습니다")
    person.click("button", "이어 쓰기")
    person.wait(
        "the draft", lambda: person.get("text", "답변").text == "안녕하십니까. 담당 부서에 1234567890"
    )
    person.get("label", "쓰던 글입니다")


def test_closing_in_the_undo_window_asks(sit_down: Callable[..., Person], wordpress: WordPressServer) -> None:
    person = sit_down(undo_seconds=60)
    a_homepage(person, wordpress, ["육교 계단이 미끄럽습니다 (닫기)"])
    comment = int(person.value("select remote_id from post where text like '%(닫기)%'"))
    person.open()
    for answer, button in (("처음 쓴 답변", "보내지 않고 임시 저장하기"), ("", "지금 보내고 닫기")):
        open_the_answer(person, "(닫기)")
        if answer:
            person.write("답변", answer)
        person.wait("the draft", lambda: person.get("text", "답변").text == "처음 쓴 답변")
        person.key("ctrl+Return")
        person.get("label", "초 뒤에 보냅니다")
        person.key("ctrl+q")
        person.get("label", "답변 1건이 아직 나가지 않았습니다")
        person.shot("leaving")
        person.click("button", button)
        person.wait("the end of the program", person.ended, 30)
        if answer:
            assert replies(wordpress, comment) == []
            assert person.rows("select state from outbox") == [("cancelled",)]
            person.open()
    found = replies(wordpress, comment)
    assert ["처음 쓴 답변" in one["content"]["raw"] for one in found] == [True]
    assert person.rows("select state from outbox order by id") == [("cancelled",), ("sent",)]


def test_a_second_start_raises_the_first_window(sit_down: Callable[..., Person]) -> None:
    person = sit_down()
    person.open()
    first = person.pid
    person.get("button", "채널")
    person.wait(
        "the first window to listen", lambda: list((person.desk.folder / "run").glob("seoul-smc-*.sock"))
    )
    second = person.start()
    person.wait("the second start to end", lambda: second.process.poll() is not None)
    assert second.process.returncode == 0
    assert person.pid == first and not person.ended()


def test_a_locked_keyring_leaves_the_program_usable(
    sit_down: Callable[..., Person], wordpress: WordPressServer
) -> None:
    with FakeCity() as city:
        person = sit_down()
        a_homepage(person, wordpress, ["도서관이 덥습니다 (보관함)"])
        board = Board(city, "/board")
        ask(person, "channels", "add", "--network", "feed", "--name", "게시판", "--url", board.url)
        person.desk.lock_keyring()
        person.open()
        prompt = ("search", "--onlyvisible", "--name", "Unlock Login Keyring")
        person.wait("the keyring's own question", lambda: person.desk.found(*prompt), 40)
        person.desk.hand("windowfocus", "--sync", person.desk.found(*prompt)[0])
        person.key("Escape")
        person.get("label", "비밀번호 보관함이 잠겨 있습니다", seconds=30)
        person.click("list item", "(보관함)")
        person.key("2")
        person.wait("sorting", lambda: person.value("select count(*) from case_ where track = 'idea'") == 1)
        board.write("가로등", "자물쇠와 상관없이 옵니다")
        person.key("F5")
        # A card is chosen, so what arrives waits behind the pill and moves nothing.
        person.get("button", "새 글 1건 보기", seconds=30)
        person.key("period")
        person.get("list item", "자물쇠와 상관없이")
        # Why the homepage cannot be answered is said where the answer would be written.
        person.click("list item", "(보관함)", times=2)
        person.shot("locked")
        assert not person.desk.found(*prompt), "the question comes once, not at every try"


def test_a_day_at_the_board(sit_down: Callable[..., Person], wordpress: WordPressServer) -> None:
    """37 feeds pour in while somebody sorts, changes language and theme; nothing moves under the hand."""
    with FakeCity() as city:
        boards = boards_of(city, 36, items=30)
        person = sit_down()
        path = write_list(person.desk.folder / "channels.csv", boards, wordpress.url)
        person.open()
        ask(person, "channels", "import", str(path))
        person.get("list item", "", inside="list:미분류", seconds=40)
        person.shot("pouring")
        person.click("list", "미분류")
        for key in ("3", "2", "3"):
            moved = int(person.value("select count(*) from event where kind = 'move'"))
            person.key("j", key)
            person.wait(
                "the move",
                lambda moved=moved: (
                    person.value("select count(*) from event where kind = 'move'") == moved + 1
                ),
            )
        person.get("label", "37/37 채널 정상", seconds=60)
        person.key("ctrl+8")
        person.shot("settings")
        person.click("combo box", "한국어")
        person.click("list item", "English")
        person.get("button", "Board")
        person.shot("english")
        person.key("ctrl+1")
        person.get("list", "Unsorted")
        person.key("ctrl+k")
        person.type("dark")
        person.key("Return")
        person.shot("dark-english")
        person.key("ctrl+z")
        person.wait(
            "undo after the switch", lambda: person.rows("select 1 from event where undoes is not null")
        )
        assert not person.ended()
        assert HOMEPAGE in str(person.rows("select name from channel"))
