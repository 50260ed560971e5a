"""One post down each track to the citizen's answer on the homepage, with triage and a department at two
windows on one workspace, and once with a department that only has mail: by mouse."""

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
