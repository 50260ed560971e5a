"""One post down each track to the citizen's answer on the homepage, with triage and a department at two
windows on one workspace, and once with a department that only has mail: by mouse, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.journeys.city import a_homepage, ask, replies
from tests.journeys.offices import (
    OFFICER,
    TRIAGE,
    WITH_MAIL,
    WITH_PROGRAM,
    PostOffice,
    a_mailbox,
    hire,
    post_office,
)
from tests.journeys.person import Person
from tests.servers.wordpress import WordPressServer

pytestmark = [pytest.mark.journey, pytest.mark.real, pytest.mark.timeout(600)]

BUS, ROAD, IDEA, OPINION = (
    "705번 버스가 너무 늦게 옵니다",
    "은행나무길 보도블록이 깨졌습니다",
    "한강공원에 야간 독서 쉼터를 만들어 주세요",
    "어제 음악회가 정말 좋았습니다",
)
ANSWERS = {
    BUS: "안녕하십니까. 12월 1일부터 705번 버스를 두 대 늘립니다.",
    ROAD: "안녕하십니까. 11월 30일까지 보도블록을 고칩니다.",
    IDEA: "한강공원 여건을 살핀 뒤 내년에 다시 논의합니다.",
    OPINION: "안녕하십니까. 다음 음악회에서도 뵙겠습니다.",
}


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with post_office() as made:
        yield made


@pytest.fixture
def triage(
    sit_down: Callable[..., Person], wordpress: WordPressServer, office: PostOffice
) -> Iterator[Person]:
    person = sit_down(user=TRIAGE)
    for comment in wordpress.rest("GET", "/wp/v2/comments?per_page=100&status=any&context=edit"):
        wordpress.rest("DELETE", f"/wp/v2/comments/{comment['id']}?force=true")  # of an earlier journey
    a_homepage(person, wordpress, [BUS, ROAD, IDEA, OPINION])
    a_mailbox(person, office)
    hire(person)
    person.open()
    for words in ANSWERS:
        person.get("list item", words, inside="list:미분류")
    yield person


@pytest.fixture
def officer(triage: Person) -> Person:
    """Somebody of the department at a second window on the same workspace."""
    person = Person(triage.desk, triage.workspace, member=OFFICER, user=OFFICER, first_run_done="1")
    person.open()
    return person


def check_the_answers(person: Person, wordpress: WordPressServer) -> None:
    """Each citizen has one answer below their words, and it says what was decided."""
    for words, answer in ANSWERS.items():
        comment = int(person.value("select remote_id from post where text = ? and own = 0", words))
        found = [one["content"]["raw"] for one in replies(wordpress, comment)]
        assert [answer in text for text in found] == [True], (words, found)
    status = person.rows(
        "select p.text, c.status from case_ c join post p on p.case_id = c.id"
        " where not p.own and p.parent_id is null"
    )
    assert sorted(status) == sorted((words, "answered") for words in ANSWERS), status
    verified = ask(person, "log", "verify", "--user", "관리자")
    assert "같습니다" in verified or "그대로" in verified, verified


def test_by_mouse(triage: Person, officer: Person, wordpress: WordPressServer, office: PostOffice) -> None:
    triage.come_to_front()
    triage.shot("triage")
    officer.come_to_front()
    officer.shot("officer")
    triage.come_to_front()
    # Forwarded to a department with the program.
    card = triage.still(lambda: triage.get("list item", BUS, inside="list:미분류"))
    target = triage.get("list", "부서 이관")
    triage.drag(card.middle, (target.middle[0], target.box[1] + 60))
    triage.get("text", "부서 찾기")
    triage.write("부서 찾기", WITH_PROGRAM)
    triage.shot("picker")
    triage.click("list item", WITH_PROGRAM, inside="담당 부서 고르기")
    triage.gone("text", "부서 찾기")
    triage.get("list item", "읽지 않음", inside="list:부서 이관")
    triage.shot("forwarded")
    officer.come_to_front()
    officer.click("list item", BUS, inside="접수함")
    officer.shot("inbox")
    officer.click("button", "접수하기")
    officer.shot("received")
    officer.click("button", "답변 작성하기")
    officer.click("button", "최종 답변", inside="답변 단계")
    officer.click("text", "시민에게 보낼 답변")
    officer.write("시민에게 보낼 답변", ANSWERS[BUS])
    officer.click("button", "답변 올리기")
    triage.come_to_front()
    triage.click("list item", BUS, inside="list:부서 이관", times=2)
    triage.click("button", "최종 답변 보기")
    triage.get("dialog", "부서 답변")
    triage.shot("answer")
    triage.click("button", "시민에게 보내기")
    triage.gone("dialog", "부서 답변")
    triage.get("label", "답변했습니다", seconds=40)
    triage.key("Escape")
    # Forwarded to a department that only has mail.
    card = triage.still(lambda: triage.get("list item", ROAD, inside="list:미분류"))
    triage.drag(card.middle, (target.middle[0], target.box[1] + 60))
    triage.get("text", "부서 찾기")
    triage.write("부서 찾기", WITH_MAIL)
    triage.click("list item", WITH_MAIL, inside="담당 부서 고르기")
    letter = triage.wait("the letter", office.letter, 90)
    assert ROAD in letter.get_content()
    office.answer(letter, ANSWERS[ROAD])
    triage.key("F5")
    triage.get("list item", "답변 도착", inside="list:부서 이관", seconds=60)
    triage.shot("mail-answer")
    triage.click("list item", ROAD, inside="list:부서 이관", times=2)
    triage.click("button", "최종 답변 보기")
    triage.click("button", "시민에게 보내기")
    triage.gone("dialog", "부서 답변")
    triage.get("label", "답변했습니다", seconds=40)
    triage.key("Escape")
    triage.shot("forwarded")
    # An idea, decided in a meeting.
    card = triage.still(lambda: triage.get("list item", IDEA, inside="list:미분류"))
    target = triage.get("list", "정책 아이디어")
    triage.drag(card.middle, (target.middle[0], target.box[1] + 60))
    triage.get("list item", IDEA, inside="list:정책 아이디어")
    triage.click("button", "회의", inside="화면 목록")
    triage.click("button", "새 회의")
    triage.get("dialog", "새 회의")
    triage.shot("new-meeting")
    triage.click("button", "저장하기", inside="새 회의")
    triage.gone("dialog", "새 회의")
    idea = triage.still(lambda: triage.get("list item", IDEA, inside="list:안건 후보"))
    agenda = triage.get("list", "안건")
    triage.drag(idea.middle, agenda.middle)
    triage.get("list item", IDEA, inside="list:안건")
    triage.click("button", "회의 시작하기")
    triage.click("button", "심의하기", inside="할 일")
    triage.click("list item", IDEA, inside="list:안건")
    triage.click("button", "불채택하기")
    triage.write("결정 사유", ANSWERS[IDEA])
    triage.shot("deciding")
    triage.click("button", "저장하고 다음")
    triage.shot("decided")
    triage.click("button", "알림 글 열기")
    triage.shot("draft")
    triage.click("button", "답변 보내기")
    triage.get("label", "답변했습니다", seconds=40)
    triage.shot("told")
    triage.key("Escape", "Escape")
    # A simple opinion, answered at once.
    triage.click("button", "보드", inside="화면 목록")
    card = triage.still(lambda: triage.get("list item", OPINION, inside="list:미분류"))
    target = triage.get("list", "단순 의견")
    triage.drag(card.middle, (target.middle[0], target.box[1] + 60))
    triage.click("list item", OPINION, inside="list:단순 의견", times=2)
    triage.click("text", "답변")
    triage.write("답변", ANSWERS[OPINION])
    triage.click("button", "답변 보내기")
    triage.get("label", "답변했습니다", seconds=40)
    check_the_answers(triage, wordpress)


def chosen(person: Person) -> str:
    return next((one.name for one in person.all("list item") if "selected" in one.states), "")


def choose(person: Person, words: str, column: int | None = None) -> None:
    """J until it is the chosen one of the list that has the keyboard, or of a column of the board."""
    if column is not None:
        person.key("Left", "Left", "Left", *["Right"] * column, "k", "k", "k")
    for _ in range(30):
        if words in chosen(person):
            return
        before = chosen(person)
        person.key("j")
        person.wait("J to move on", lambda before=before: chosen(person) != before, 5)  # type: ignore[misc]
    raise AssertionError(f"{words} cannot be chosen; {person.evidence()}")


def type_into(person: Person, field: str, text: str) -> None:
    """What has the keyboard is this field; write into it."""
    person.wait(f"the keyboard in {field}", lambda: "focused" in person.get("text", field).states)
    person.write(field, text)


def forward_by_keys(person: Person, words: str, department: str) -> None:
    choose(person, words)
    person.key("1")
    type_into(person, "부서 찾기", department)
    person.get("list item", department, inside="담당 부서 고르기")
    person.key("Return")
    person.gone("text", "부서 찾기")
    person.get("list item", words, inside="list:부서 이관")


def send_what_the_department_wrote(person: Person, words: str) -> None:
    """From the list of unsorted posts into the column beside it, and what came for its card."""
    person.key("ctrl+1")
    person.get("list item", "답변 도착", inside="list:부서 이관", seconds=60)
    choose(person, words, 1)
    person.key("Return")
    person.get("button", "최종 답변 보기")
    person.key("alt+a")
    person.get("dialog", "부서 답변")
    person.key("ctrl+Return")
    person.gone("dialog", "부서 답변")
    person.get("label", "답변했습니다", seconds=40)
    person.key("Escape")
    person.get("list item", words, inside="list:부서 이관")


def test_by_keyboard_alone(
    triage: Person, officer: Person, wordpress: WordPressServer, office: PostOffice
) -> None:
    triage.desk.hand("mousemove", 0, 0)
    triage.come_to_front()
    forward_by_keys(triage, BUS, WITH_PROGRAM)
    forward_by_keys(triage, ROAD, WITH_MAIL)
    officer.come_to_front()
    officer.get("list item", BUS, inside="접수함")
    choose(officer, BUS)
    officer.key("a")
    officer.get("list item", "접수됨", inside="접수함")
    officer.key("r")
    officer.wait("the editor", lambda: "focused" in officer.get("text", "시민에게 보낼 답변").states)
    officer.key("shift+Tab", "space", "Tab")
    type_into(officer, "시민에게 보낼 답변", ANSWERS[BUS])
    officer.shot("written")
    officer.key("ctrl+Return")
    triage.come_to_front()
    send_what_the_department_wrote(triage, BUS)
    letter = triage.wait("the letter", office.letter, 90)
    office.answer(letter, ANSWERS[ROAD])
    triage.key("F5")
    send_what_the_department_wrote(triage, ROAD)
    # An idea, decided in a meeting.
    choose(triage, IDEA, 0)
    triage.key("2")
    triage.get("list item", IDEA, inside="list:정책 아이디어")
    triage.key("g", "i")
    triage.get("frame", "제안 회의와 아이디어")
    triage.key("ctrl+n")
    triage.get("dialog", "새 회의")
    triage.key("Return")
    triage.gone("dialog", "새 회의")
    choose(triage, IDEA)
    triage.key("a")
    triage.get("list item", IDEA, inside="list:안건")
    triage.key("alt+m")
    choose(triage, IDEA)
    triage.key("alt+3")
    type_into(triage, "결정 사유", ANSWERS[IDEA])
    triage.key("ctrl+Return")
    triage.get("label", "제안자에게 알림: 작성됨")
    triage.key("ctrl+1")
    triage.get("list item", IDEA, inside="list:정책 아이디어")
    choose(triage, IDEA, 2)
    triage.key("r")
    triage.wait("the draft", lambda: ANSWERS[IDEA] in triage.get("text", "답변").text)
    triage.key("ctrl+Return")
    triage.get("label", "답변했습니다", seconds=40)
    triage.key("Escape", "Escape")
    # A simple opinion, answered at once.
    triage.get("list item", OPINION, inside="list:미분류")
    choose(triage, OPINION, 0)
    triage.key("3")
    triage.get("list item", OPINION, inside="list:단순 의견")
    choose(triage, OPINION, 3)
    triage.key("r")
    type_into(triage, "답변", ANSWERS[OPINION])
    triage.key("ctrl+Return")
    triage.get("label", "답변했습니다", seconds=40)
    assert triage.mouse() == (0, 0)
    check_the_answers(triage, wordpress)
