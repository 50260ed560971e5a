"""Typing Hangul with the real input method (ibus-hangul): no syllable is lost, no key goes dead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.city import a_homepage
from tests.journeys.desk import Desk
from tests.journeys.person import Person
from tests.servers.process import need
from tests.servers.wordpress import WordPressServer

pytestmark = [pytest.mark.journey, pytest.mark.real, pytest.mark.timeout(240)]

SEOUL = "tjdnf"
"""서울 on the keys of the two-set keyboard; the last syllable is open until something ends it."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    try:
        made.hangul_keyboard()
        yield made
    finally:
        made.close()


@pytest.fixture
def officer(sit_down: Callable[..., Person], wordpress: WordPressServer) -> Person:
    person = sit_down(undo_seconds=60)
    words = ["버스가 오지 않습니다", "서울 길이 어둡습니다", "택시 승강장 의견입니다"]
    a_homepage(person, wordpress, [f"{text} (한글 자판)" for text in words])
    person.open(QT_IM_MODULE="ibus")
    person.get("list item", "버스가 오지 않습니다 (한글 자판)")
    # Hangul is on from here on, as it is all day at a desk in the city hall.
    person.desk.output([need("ibus", "ibus"), "engine", "hangul"])
    return person


def test_answers_and_notes_keep_their_last_syllable(officer: Person) -> None:
    officer.click("list item", "서울 길이 어둡습니다", times=2)
    officer.click("text", "답변")
    officer.type(SEOUL, 60)
    officer.wait("the open syllable is counted", lambda: officer.find("label", "6/65,525바이트"))
    officer.click("button", "답변 보내기")
    officer.wait("the answer", lambda: officer.rows("select text, state from outbox"))
    assert officer.rows("select text, state from outbox") == [("서울", "waiting")]
    officer.click("button", "보내지 않기")
    officer.wait("taken back", lambda: officer.value("select state from outbox") == "cancelled")

    officer.wait("the text is back", lambda: officer.get("text", "답변").text == "서울")
    officer.click("text", "답변")
    officer.key("ctrl+End")
    officer.type(SEOUL, 60)
    officer.key("ctrl+Return")
    officer.wait("the second answer", lambda: len(officer.rows("select 1 from outbox")) == 2)
    assert officer.value("select text from outbox order by id desc") == "서울서울"

    officer.click("page tab", "내부 메모")
    officer.click("text", "새 내부 메모")
    officer.type(SEOUL, 60)
    officer.click("button", "메모 남기기")
    officer.wait("the note", lambda: officer.rows("select text from note"))
    assert officer.rows("select text from note") == [("서울",)]


def test_searching_finds_the_syllable_being_typed(officer: Person) -> None:
    officer.click("button", "모아보기")
    officer.wait("all posts", lambda: officer.find("list item", "택시 승강장"))
    officer.key("ctrl+f")
    officer.type("qjtm", 60)  # 버스, the second syllable still open
    officer.gone("list item", "택시 승강장")
    officer.get("list item", "버스가 오지 않습니다")
    officer.key("ctrl+k")
    officer.wait("the palette", lambda: "focused" in officer.get("text", "명령, 글, 채널").states)
    officer.type("xortl", 60)  # 택시
    officer.get("list item", "택시 승강장", inside="list:찾은 것")


def test_letters_are_keys_while_hangul_is_on(officer: Person) -> None:
    def chosen() -> str:
        return next((one.name for one in officer.all("list item") if "selected" in one.states), "")

    officer.click("text", "글 찾기")  # the input method is on in here; Escape would switch it to English
    officer.type("xor", 60)
    officer.gone("list item", "서울 길이")
    officer.key("ctrl+a", "Delete")
    officer.get("list item", "서울 길이")
    officer.click("list item", "택시 승강장")
    first = officer.wait("a chosen card", chosen)
    officer.key("j")
    second = officer.wait("J", lambda: (now := chosen()) != first and now)
    officer.key("k")
    officer.wait("K", lambda: chosen() == first)
    officer.key("3")
    officer.wait("3", lambda: officer.value("select count(*) from case_ where track = 'opinion'") == 1)
    officer.key("1")
    officer.get("text", "부서 찾기")
    officer.wait("1", lambda: officer.value("select count(*) from case_ where track = 'forward'") == 1)
    officer.type("ehfh", 60)  # 도로; the first Enter ends the syllable, the second one chooses
    officer.get("list item", "도로")
    officer.key("Return", "Return")
    officer.gone("text", "부서 찾기")
    officer.wait("a department", lambda: officer.rows("select 1 from case_ where department <> ''"))
    assert second
