"""From an empty workspace to an answer on the channel: by mouse, and by keyboard alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.journeys.city import HOMEPAGE, boards_of, replies, write_list
from tests.journeys.person import Person
from tests.servers.fakecity.server import FakeCity
from tests.servers.wordpress import WordPressServer

pytestmark = [pytest.mark.journey, pytest.mark.real, pytest.mark.timeout(300)]

ANSWER = "안녕하십니까. 현장을 확인하고 오늘 안에 고치겠습니다."


@pytest.fixture
def city() -> Iterator[FakeCity]:
    with FakeCity() as made:
        yield made


@pytest.fixture
def channels(city: FakeCity, wordpress: WordPressServer, desk: Any) -> Any:
    """A spreadsheet of 37 channels: 36 boards and the city's homepage."""
    return write_list(desk.folder / "channels.csv", boards_of(city), wordpress.url)


def what_was_done(person: Person, words: str) -> dict[str, Any]:
    """The rows that the work has left in the database, without ids and times."""
    case = person.value("select case_id from post where text = ? and own = 0", words)
    events = person.rows('select kind, actor, before, after from event where "case" = ? order by id', case)
    return {
        "moves": [
            (actor, json.loads(before)["track"], json.loads(after)["track"])
            for kind, actor, before, after in events
            if kind == "move"
        ],
        "kinds": sorted(kind for kind, *_ in events),
        "case": person.rows("select track, status, department, post_count from case_ where id = ?", case),
        "outbox": person.rows("select action, state, stage, actor, text, attempts from outbox"),
        "drafts": person.rows("select kind, text from draft"),
        # What the same account wrote in the other journey is the city's own too, on another case.
        "own": person.rows("select text, parent_id is not null from post where own and case_id = ?", case),
    }


DONE = {
    "moves": [("김주무관", "new", "opinion")],
    "kinds": ["clock", "clock", "move", "promise", "reply"],
    "case": [("opinion", "answered", "", 1)],
    "outbox": [("reply", "sent", "final", "김주무관", ANSWER, 1)],
    "drafts": [],
    "own": [(ANSWER, 1)],
}
"""Both journeys have to leave these rows: the hand makes no difference."""


def all_channels_are_fine(person: Person) -> None:
    person.get("label", "37/37 채널 정상", seconds=60)


def a_citizen_writes(wordpress: WordPressServer, title: str, text: str) -> int:
    return wordpress.comment(wordpress.new_post(title), text, author="이서연")


def check_the_answer(person: Person, wordpress: WordPressServer, comment: int, words: str) -> None:
    """It stands on the site once, below the citizen's words, and does not come back as a new post."""
    found = replies(wordpress, comment)
    assert [(one["parent"], ANSWER in one["content"]["raw"]) for one in found] == [(comment, True)]
    posts, last = person.rows(
        "select (select count(*) from post), last_success_ms from channel where name = ?", HOMEPAGE
    )[0]
    person.key("F5")
    person.wait(
        "another round of the homepage",
        lambda: person.value("select last_success_ms from channel where name = ?", HOMEPAGE) > last,
        60,
    )
    assert person.value("select count(*) from post") == posts, "the answer came back as a new post"
    assert len(replies(wordpress, comment)) == 1
    assert what_was_done(person, words) == DONE


def test_by_mouse(sit_down: Callable[..., Person], channels: Any, wordpress: WordPressServer) -> None:
    words = "한들공원 앞 가로등이 꺼져 밤길이 무섭습니다 (마우스)"
    person = sit_down(first_run_done="0")
    person.open()
    # The first steps, one after the other.
    for step in range(2, 6):
        person.click("button", "다음으로")
        person.get("label", f"처음 안내 {step}/5")
    person.click("button", "시작하기")

    person.click("button", "채널", inside="화면 목록")
    person.click("button", "가져오기", inside="채널과 계정")
    person.click("text", "파일 이름")
    person.type(str(channels))
    person.click("label", "파일 이름")  # the list of file names that fit lies over the button
    person.click("button", "가져오기", inside="/dialog")
    person.get("page tab", "채널 37")

    person.click("text", "채널 찾기")
    person.write("채널 찾기", HOMEPAGE)
    person.wait("one channel", lambda: len(person.all("cell", "이름: ")) == 1)
    person.click("cell", f"이름: {HOMEPAGE}")
    person.click("button", "로그인하기")
    dialog = f"{HOMEPAGE}에 로그인하기"
    person.click("text", "사용자 이름", inside=dialog)
    person.type(wordpress.editor.login)
    person.click("text", "응용 프로그램 비밀번호", inside=dialog)
    secret = wordpress.new_password("editor")[1]
    person.type(secret)
    person.wait(
        "a secret that stays one", lambda: _only_dots(person.get("text", "응용 프로그램 비밀번호").text)
    )
    person.shot("sign-in")
    person.click("button", "로그인하기", inside=dialog)
    person.gone("dialog", dialog)
    person.shot("signed-in")
    all_channels_are_fine(person)

    person.click("button", "보드", inside="화면 목록")
    person.get("list item", "", inside="미분류")
    comment = a_citizen_writes(wordpress, "한들공원 산책로 새로 단장", words)
    card = person.get("list item", words, inside="list:미분류", seconds=50)
    person.shot("arrived")
    target = person.get("list", "단순 의견")
    person.drag(card.middle, (target.middle[0], target.box[1] + 60))
    person.get("list item", words, inside="list:단순 의견")
    person.shot("dragged")

    person.click("list item", words, inside="list:단순 의견", times=2)
    person.click("text", "답변")
    person.write("답변", ANSWER)
    person.shot("written")
    person.click("button", "답변 보내기")
    person.get("label", "초 뒤에 보냅니다")
    person.shot("undo-window")
    person.get("label", "답변했습니다", seconds=30)
    person.shot("answered")
    check_the_answer(person, wordpress, comment, words)


def test_by_keyboard_alone(
    sit_down: Callable[..., Person], channels: Any, wordpress: WordPressServer
) -> None:
    words = "샛강다리 가로등이 꺼져 위험합니다 (글쇠)"
    person = sit_down(first_run_done="0")
    person.desk.hand("mousemove", 0, 0)
    person.open()
    for step in range(2, 6):
        person.get("label", f"처음 안내 {step - 1}/5")
        person.key("Return")
    person.get("label", "처음 안내 5/5")
    person.key("Return")

    def run(command: str, until: str) -> None:
        person.key("ctrl+k")
        person.wait("the palette", lambda: "focused" in person.get("text", "명령, 글, 채널").states)
        person.write("명령, 글, 채널", command)
        person.get("list item", until)
        person.key("Return")

    person.key("ctrl+6")
    person.get("frame", "채널과 계정")
    run("채널 목록 가져오기", "채널 목록 가져오기")
    person.wait("the name", lambda: "focused" in person.get("text", "파일 이름").states)
    person.type(str(channels))
    person.key("Return")
    person.get("page tab", "채널 37")

    person.key("ctrl+f")
    person.write("채널 찾기", HOMEPAGE)
    person.wait("one channel", lambda: len(person.all("cell", "이름: ")) == 1)
    run("채널에 로그인", "고른 채널에 로그인")
    dialog = f"{HOMEPAGE}에 로그인하기"
    person.wait("the field", lambda: "focused" in person.get("text", "사용자 이름", inside=dialog).states)
    person.type(wordpress.editor.login)
    person.key("Tab")
    person.type(wordpress.new_password("editor")[1])
    person.key("Return")
    person.gone("dialog", dialog)
    all_channels_are_fine(person)

    person.key("ctrl+1")
    person.get("list item", "", inside="list:미분류")
    comment = a_citizen_writes(wordpress, "샛강다리 보수 공사 안내", words)
    person.get("list item", words, inside="list:미분류", seconds=50)
    for _ in range(400):
        chosen = person.wait("a chosen card", lambda: _press_j(person), 5)
        if words in chosen:
            break
    person.key("3")
    person.get("list item", words, inside="list:단순 의견")
    person.key("Right", "Right", "Right")
    person.wait("the card chosen", lambda: words in _chosen(person))
    person.key("r")
    person.wait("the editor", lambda: "focused" in person.get("text", "답변").states)
    person.write("답변", ANSWER)
    person.key("ctrl+Return")
    person.get("label", "초 뒤에 보냅니다")
    person.get("label", "답변했습니다", seconds=30)
    assert person.mouse() == (0, 0)
    check_the_answer(person, wordpress, comment, words)


def _only_dots(text: str) -> bool:
    return bool(text) and not any(letter.isalnum() for letter in text)


def _press_j(person: Person) -> str:
    before = _chosen(person)
    person.key("j")
    return person.wait("J to move on", lambda: (now := _chosen(person)) != before and now, 5)


def _chosen(person: Person) -> str:
    return next((one.name for one in person.all("list item") if "selected" in one.states), "")
