"""A meet-up from posts, the answers to its invitation, and its theme."""

from __future__ import annotations

import pytest

from connectors.base import Author, LengthRule
from desktop.models import cases, outbox, templates
from desktop.models.errors import Conflict
from desktop.models.events import history
from desktop.models.meetups import planning, replies, rows, texts, themes
from desktop.models.meetups.rows import MeetupRefused
from desktop.models.meetups.saying import Said
from desktop.models.permissions import WrongState
from desktop.models.store import Store
from desktop.services import templates as shipped
from tests.models.helpers import NOON, Clock, ask, channel, do, id_of, merge, one, post

DAY = 86_400_000


@pytest.fixture
def place(store: Store) -> int:
    return channel(store)


def with_posts(store: Store, place: int, *texts_: str) -> list[int]:
    for number, text in enumerate(texts_):
        merge(store, place, post(f"p{number}", text, author=Author(f"u{number}", f"시민{number}")))
    return [id_of(store, f"p{number}") for number in range(len(texts_))]


def test_posts_are_put_in_once_and_their_cases_know(store: Store, place: int) -> None:
    a, b = with_posts(store, place, "자전거 길", "자전거 보관대")
    number = do(
        store, planning.add_meetup, theme=" 자전거  출퇴근 ", at_ms=NOON + DAY, post_ids=[a], step="new"
    )
    assert do(store, planning.add_posts, number, [a, b, b], step="more") == 1
    meetup = ask(store, rows.get_meetup, number)
    assert (meetup.theme, meetup.posts, meetup.state) == ("자전거 출퇴근", 2, "planned")
    assert [e.kind for e in ask(store, history, b)] == ["meetup-post"]
    assert [m.id for m, _ in ask(store, rows.of_case, a)] == [number]
    do(store, cases.undo, "more")
    assert [row.post_id for row in ask(store, rows.posts_of, number)] == [a]
    do(store, cases.undo, "new")
    assert ask(store, rows.list_meetups) == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"theme": " "}, "meetup-no-theme"),
        ({"at_ms": None}, "meetup-no-time"),
        ({"seats": 0}, "meetup-seats"),
        ({"minutes": 0}, "meetup-minutes"),
        ({"sign_up_until_ms": NOON + 2 * DAY}, "meetup-sign-up-late"),
        ({"invitation": "{없는것}"}, "template-unknown"),
    ],
)
def test_what_cannot_be_planned_is_said(store: Store, values: dict[str, object], code: str) -> None:
    with pytest.raises((MeetupRefused, templates.TemplateRefused)) as refused:
        do(store, planning.add_meetup, **{"theme": "한강", "at_ms": NOON + DAY, **values})
    assert refused.value.code == code
    assert ask(store, rows.list_meetups) == []


def test_the_calendar_entry_has_a_new_version_only_where_it_changes(store: Store) -> None:
    number = do(store, planning.add_meetup, theme="한강", at_ms=NOON + DAY)
    do(store, planning.edit_meetup, number, seats=30)
    assert ask(store, rows.get_meetup, number).version == 0
    do(store, planning.edit_meetup, number, place="시민청")
    assert ask(store, rows.get_meetup, number).version == 1


def invite(store: Store, place: int, post_id: int, number: int, step: str) -> int:
    """As the service does: the row of the outbox and the mark in one transaction."""

    def work(tx: object) -> int:
        (row,) = [r for r in rows.posts_of(number) if r.post_id == post_id]
        made = outbox.enqueue(tx, post_id, place, "reply", "오세요", again=True)  # type: ignore[arg-type]
        planning.mark_invited(tx, number, row.id, Said(made.id, None), step=step)  # type: ignore[arg-type]
        return made.id

    return int(do(store, work))


def test_an_invitation_is_taken_back_as_long_as_it_is_here(store: Store, place: int) -> None:
    a, _ = with_posts(store, place, "하나", "둘")
    number = do(store, planning.add_meetup, theme="한강", at_ms=NOON + DAY, post_ids=[a])
    outbox_id = invite(store, place, a, number, "invite")
    assert ask(store, rows.get_meetup, number).state == "inviting"
    with pytest.raises(MeetupRefused):
        do(store, planning.remove_post, number, a)
    with pytest.raises(MeetupRefused):
        invite(store, place, a, number, "again")
    done = do(store, cases.undo, "invite")
    assert ask(store, outbox.get_outbox, outbox_id).state == "cancelled"
    assert ask(store, rows.get_meetup, number).state == "planned"
    assert ask(store, rows.guests_of, number) == []
    assert done


def test_what_has_been_sent_cannot_be_taken_back(store: Store, place: int, clock: Clock) -> None:
    (a,) = with_posts(store, place, "하나")
    number = do(store, planning.add_meetup, theme="한강", at_ms=NOON + DAY, post_ids=[a])
    outbox_id = invite(store, place, a, number, "invite")
    clock.forward()
    do(store, outbox.claim, outbox_id)
    with pytest.raises(Conflict):
        do(store, cases.undo, "invite")
    assert [row.sent for row in ask(store, rows.posts_of, number)] == ["sending"]


def test_answers_to_an_invitation_are_found_as_they_arrive(store: Store, place: int, clock: Clock) -> None:
    a, b = with_posts(store, place, "하나", "둘")
    merge(store, place, post("old", "신청합니다", parent_id="p0"))
    number = do(store, planning.add_meetup, theme="한강", at_ms=NOON + DAY, post_ids=[a, b])
    clock.forward()
    invite(store, place, a, number, "")
    assert do(store, replies.find_new) == 0
    now = clock.forward()
    me, other = Author("u0", "시민0"), Author("u9", "시민9")
    arrived = [
        post("yes", "신청합니다", author=me, parent_id="p0", created_ms=now),
        post("deep", "저도 갈게요", author=other, parent_id="yes", created_ms=now + 1),
        post("ours", "고맙습니다", parent_id="yes", own=True, created_ms=now + 2),
        post("apart", "신청합니다", author=other, parent_id="p1", created_ms=now + 3),
    ]
    merge(store, place, *arrived)
    assert do(store, replies.find_new) == 2
    assert do(store, replies.find_new) == 0
    found = ask(store, rows.replies_of, number)
    assert [(r.author_name, r.meaning, r.guest_state) for r in found] == [
        ("시민0", "yes", "invited"), ("시민9", "yes", ""),
    ]  # fmt: skip
    for reply in found:
        do(store, replies.take, reply.id, step=f"take {reply.id}")
    assert [(g.name, g.state, g.number) for g in ask(store, rows.guests_of, number)] == [
        ("시민0", "signed-up", 1), ("시민9", "signed-up", 2),
    ]  # fmt: skip
    assert ask(store, rows.replies_of, number) == []
    do(store, cases.undo, f"take {found[1].id}")
    assert [r.author_name for r in ask(store, rows.replies_of, number)] == ["시민9"]
    do(store, replies.leave, found[1].id)
    assert one(store, "SELECT count(*) FROM guest") == 1


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("신청합니다", "yes"),
        ("참석할게요. 감사합니다", "yes"),
        ("꼭 갈게요~", "yes"),
        ("저도 참가하고 싶어요", "yes"),
        ("가겠습니다 주차도 되나요?", "yes"),
        ("참석 못 합니다", "no"),
        ("못가요", "no"),
        ("이번에는 못 갈 것 같아요", "no"),
        ("신청 취소합니다", "no"),
        ("그날은 어렵습니다", "no"),
        ("갈 수 없어서 아쉽네요", "no"),
        ("다음 기회에 뵙겠습니다", "no"),
        ("신청은 어떻게 하나요?", "question"),
        ("참가비가 있나요", "question"),
        ("취소하지 않고 갈게요", "yes"),
        ("좋은 자리네요", "unclear"),
        ("", "unclear"),
    ],
)
def test_what_an_answer_means(text: str, meaning: str) -> None:
    assert replies.meaning_of(text) == meaning


def test_a_cancelled_meetup_takes_nothing_more(store: Store, place: int) -> None:
    (a,) = with_posts(store, place, "하나")
    number = do(store, planning.add_meetup, theme="한강", at_ms=NOON + DAY)
    do(store, planning.set_state, number, "cancelled")
    with pytest.raises(WrongState):
        do(store, planning.add_posts, number, [a])


def test_texts_fit_the_channel(store: Store) -> None:
    do(store, shipped.seed)
    number = do(
        store, planning.add_meetup, theme="자전거 출퇴근", at_ms=1_795_771_800_000, place="시민청",
        sign_up_until_ms=1_795_771_800_000 - DAY,
    )  # fmt: skip
    meetup = ask(store, rows.get_meetup, number)
    wordings = [meetup.invitation, meetup.short_invitation]
    values = texts.values_of(meetup, name="김민수")
    long, over = texts.fitted(wordings, values, LengthRule(limit=500))
    assert over == 0 and "{" not in long
    assert "김민수 님, 「자전거 출퇴근」을 이야기하는" in long
    assert "2026. 11. 27.(금) 18:30 (90분)" in long
    short, over = texts.fitted(wordings, values, LengthRule(limit=140))
    assert over == 0 and len(short) <= 140 < len(long)
    _, over = texts.fitted(wordings, values, LengthRule(limit=20))
    assert over == len(short) - 20


def test_a_theme_is_made_of_the_words_that_posts_share() -> None:
    found = themes.common_words([
        "따릉이 대여소가 너무 멀어요. 자전거 도로도 끊겨 있습니다",
        "자전거 도로에 차가 서 있어서 위험합니다",
        "출퇴근 자전거 도로를 이어 주세요",
    ])  # fmt: skip
    assert found[:2] == ["자전거", "도로"]
    assert themes.common_words(["버스", "버스 정류장"], 2) == ["버스"]
    assert themes.common_words(["2호선이 9호선과 " + "1" * 1_000_000]) == ["2호선", "9호선"]
    assert themes.common_words([], 2) == themes.common_words(["1", "!!"], 2) == []
