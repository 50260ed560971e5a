"""The same journeys down the tracks as by mouse, by keyboard alone."""

from __future__ import annotations

import pytest

from tests.journeys.offices import WITH_MAIL, WITH_PROGRAM, PostOffice
from tests.journeys.person import Person
from tests.journeys.tracks import (
    ANSWERS,
    BUS,
    IDEA,
    OPINION,
    ROAD,
    check_the_answers,
    office,
    officer,
    triage,
)
from tests.servers.wordpress import WordPressServer

__all__ = ["office", "officer", "triage"]
pytestmark = [pytest.mark.journey, pytest.mark.real, pytest.mark.timeout(600)]


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
    officer.key("shift+Tab", "Right", "Tab")
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
