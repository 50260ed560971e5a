"""What both journeys down the tracks share: what citizens wrote, who sits where, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.journeys.city import a_homepage, ask, replies
from tests.journeys.offices import (
    OFFICER,
    TRIAGE,
    PostOffice,
    a_mailbox,
    hire,
    post_office,
)
from tests.journeys.person import Person
from tests.servers.wordpress import WordPressServer

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
