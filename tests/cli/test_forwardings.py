"""A case from the desk to its department and back to the citizen, from scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.models import departments, members
from desktop.services import deadlines
from desktop.services.messages import sentence
from tests.cli.test_speaking import Done, Office
from tests.models.forwarding.desk import DEPARTMENTS


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    made = Office(tmp_path / "w.db", capsys)
    made.do(deadlines.seed)
    made.do(departments.seed, DEPARTMENTS)
    return made


def objects(done: Done) -> list[dict[str, Any]]:
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def sent(office: Office, department: str = "버스정책과") -> dict[str, Any]:
    """Forward the only case: its latest forwarding."""
    assert office("cases", "forward", str(office.post), "--department", department).code == 0
    return objects(office("cases", "forwardings", str(office.post)))[-1]


def test_a_case_goes_to_departments_and_its_answer_to_the_citizen(office: Office) -> None:
    case = str(office.post)
    done = office(
        "cases", "forward", case, "--department", "버스정책과", "--support", "road", "--note", "급함"
    )
    (told,) = objects(done)
    assert (told["department"], told["sent_to"]) == ("bus", {case: "bus"})
    lead, support = objects(office("forwardings", "list"))
    assert (lead["department"], lead["part"], lead["note"], lead["state"]) == ("bus", "lead", "급함", "sent")
    assert (support["department"], support["part"]) == ("road", "supporting")
    number = str(lead["id"])
    for deed in (("receive", number), ("begin", number)):
        assert office("forwardings", *deed).code == 0
    assert office("forwardings", "support", number, "--department", "park").code == 0
    assert office("forwardings", "extend", number, "--days", "1", "--reason", "현장 확인").code == 0
    (told,) = objects(office("forwardings", "answer", number, "--text", "고치겠습니다"))
    done = office("forwardings", "accept", str(told["answer"]), "--text", "곧 고치겠습니다")
    assert json.loads(done.out)["text"] == "곧 고치겠습니다"
    assert office.outbox() == ["곧 고치겠습니다"]
    (row,) = objects(office("forwardings", "list", "--department", "bus", "--state", "answered"))
    assert row["final_answer"] == "accepted"
    whole = objects(office("forwardings", "show", number))[0]
    assert [found["text"] for found in whole["answers"]] == ["고치겠습니다"]
    text = office("cases", "forwardings", case, json=False).out
    assert "버스정책과" in text and "고치겠습니다" in text


def test_lists_of_cases_and_posts_tell_how_their_departments_stand(office: Office) -> None:
    (before,) = objects(office("posts"))
    assert (before["forwarding"], before["idea"], before["due_at"]) == (None, None, None)
    row = sent(office)
    assert (
        office("forwardings", "return", str(row["id"]), "--reason", "김시민 010-1234-5678 담당 아님").code
        == 0
    )
    (listed,) = objects(office("cases", "list", "--track", "forward"))
    (shown,) = objects(office("cases", "show", str(office.post)))
    (post,) = objects(office("posts"))
    for told in (listed, shown, post):
        handed = told["forwarding"]
        assert (handed["department"], handed["state"], handed["hop"]) == ("bus", "returned", 1)
        assert handed["reason"] == "김시민 010-****-**** 담당 아님"
        assert told["due_at"] and told["idea"] is None
    text = office("cases", "show", str(office.post), json=False).out
    assert "기한 2" in text and "반려됨  김시민 010-****-****" in text
    assert "반려됨" in office("cases", "list", json=False).out


def test_what_is_said_to_a_department_is_hidden_like_all_else(office: Office) -> None:
    note = "연락처 010-1234-5678"
    assert office("cases", "forward", str(office.post), "--department", "bus", "--note", note).code == 0
    (row,) = objects(office("forwardings", "list"))
    for done in (
        office("forwardings", "list"),
        office("forwardings", "show", str(row["id"])),
        office("forwardings", "show", str(row["id"]), json=False),
        office("cases", "forwardings", str(office.post), json=False),
    ):
        assert "010-****-****" in done.out and "1234" not in done.out


def test_what_was_given_back_goes_on_until_somebody_names_the_owner(office: Office) -> None:
    case = str(office.post)
    for department in ("bus", "taxi"):
        row = sent(office, department)
        assert office("forwardings", "return", str(row["id"]), "--reason", "우리 일이 아님").code == 0
    done = office("cases", "forward", case, "--department", "road")
    assert (done.code, done.err.strip()) == (2, sentence("workspace:forward-too-many-hops"))
    named = office(
        "forwardings", "rule", case, "--department", "도로관리과", "--reason", "노면", "--word", "가로등"
    )
    (told,) = objects(named)
    assert told["department"] == "road"
    (ruling,) = objects(office("forwardings", "rulings"))
    assert (ruling["department"], ruling["words"], ruling["made_by"]) == ("road", ["가로등"], "김주무관")
    assert objects(office("forwardings", "rulings", "--retire", str(ruling["id"]))) == []


def test_an_answer_is_sent_back_and_a_case_is_taken_back(office: Office) -> None:
    row = sent(office)
    (told,) = objects(office("forwardings", "answer", str(row["id"]), "--text", "네", "--first"))
    assert office("forwardings", "send-back", str(told["answer"]), "--comment", "더 자세히").code == 0
    (found,) = objects(office("forwardings", "show", str(row["id"])))
    assert (found["answers"][0]["state"], found["answers"][0]["comment"]) == ("sent-back", "더 자세히")
    assert office("forwardings", "withdraw", str(row["id"]), "--reason", "잘못 보냄").code == 0
    assert objects(office("forwardings", "list")) == []


def test_a_voice_that_needs_consent_is_asked_for_it(office: Office) -> None:
    office.do(members.add, "관리자", "admin")
    office.do(members.add, "김주무관", "triage", voices=("mayor",), actor="관리자")
    assert office("accounts", "voice", "1", "mayor", user="관리자").code == 0
    row = sent(office)
    (told,) = objects(office("forwardings", "answer", str(row["id"]), "--text", "고치겠습니다"))
    (asked,) = objects(office("forwardings", "accept", str(told["answer"])))
    assert asked["approval"] and office.outbox() == []


def test_an_answer_that_was_given_elsewhere_closes_the_case(office: Office) -> None:
    row = sent(office)
    (told,) = objects(office("forwardings", "answer", str(row["id"]), "--text", "고치겠습니다"))
    assert office("forwardings", "accept", str(told["answer"]), "--no-send").code == 0
    assert office.outbox() == []
    assert office.rows("SELECT status FROM case_") == [("answered",)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("forwardings", "show", "999"), "workspace:no-forwarding"),
        (("forwardings", "receive", "999"), "workspace:no-forwarding"),
        (("forwardings", "accept", "999"), "no-answer"),
        (("cases", "forwardings", "999"), "no-case"),
        (("forwardings", "rule", "999", "--department", "bus", "--reason", "a"), "no-case"),
    ],
)
def test_what_is_not_there_is_said(office: Office, words: tuple[str, ...], code: str) -> None:
    done = office(*words)
    assert (done.code, done.out, done.err.strip()) == (2, "", sentence(code))


def test_a_department_that_is_not_there_sends_nothing(office: Office) -> None:
    done = office("cases", "forward", str(office.post), "--department", "달나라과")
    assert done.code == 2 and "달나라과" in done.err
    done = office("cases", "forward", str(office.post), "--department", "bus", "--support", "bus")
    assert (done.code, done.err.strip()) == (2, sentence("workspace:supporting-is-lead"))
    assert office.rows("SELECT track FROM case_") == [("new",)]
