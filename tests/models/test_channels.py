from __future__ import annotations

import pytest

from connectors.base import Capabilities, LengthRule
from desktop.models import accounts, channels, departments, drafts, views
from desktop.models.errors import DuplicateChannel, Missing
from desktop.models.queries import Filter
from desktop.models.store import Store
from tests.models.helpers import NOON, Clock, ask, channel, do, id_of, merge, post


def test_a_channel_is_what_was_entered(store: Store) -> None:
    number = channel(
        store, "다산콜", url="https://a.example/f", owner="뉴미디어과", options={"interval_s": 300}
    )
    row = ask(store, channels.get_channel, number)
    assert (row.name, row.network, row.owner, row.options) == (
        "다산콜",
        "feed",
        "뉴미디어과",
        {"interval_s": 300},
    )
    assert (row.health, row.enabled, row.capabilities, row.last_success_ms) == ("new", True, None, None)


@pytest.mark.parametrize("url", ["https://a.example/f", "http://a.example/f/", " HTTPS://A.example/f "])
def test_the_same_address_is_not_collected_twice(store: Store, url: str) -> None:
    number = channel(store, url="https://a.example/f")
    with pytest.raises(DuplicateChannel) as caught:
        channel(store, "다른 이름", url=url)
    assert caught.value.channel_id == number


def test_one_address_may_be_two_accounts_and_two_networks(store: Store) -> None:
    for network, handle in (("mastodon", "@seoul"), ("mastodon", "@mayor"), ("feed", "")):
        channel(store, network=network, handle=handle, url="https://social.example")
    assert len(ask(store, channels.list_channels)) == 3


def test_channels_without_an_address_are_told_apart_by_name(store: Store) -> None:
    channel(store, "전화", network="manual", url="")
    channel(store, "방문", network="manual", url="")
    with pytest.raises(DuplicateChannel):
        channel(store, " 전화", network="manual", url="")


def test_numbers_in_names_sort_by_what_they_are_worth(store: Store) -> None:
    names = [
        "120 콜센터",
        "게시판",
        "게시판 1",
        "게시판 2",
        "게시판 2-9",
        "게시판 2-10",
        "게시판 10",
        "게시판 11",
        "블로그",
    ]
    for name in reversed(names):
        channel(store, name, network="manual", url="")
    assert [row.name for row in ask(store, channels.list_channels)] == names


def test_a_removed_channel_keeps_its_posts_and_comes_back_with_them(store: Store) -> None:
    number = channel(store, url="https://a.example/f")
    merge(store, number, post("a"))
    do(store, channels.remove_channel, number)
    assert ask(store, channels.list_channels) == []
    assert [row.id for row in ask(store, channels.list_channels, include_removed=True)] == [number]
    assert id_of(store, "a")
    assert channel(store, "새 이름", url="https://a.example/f") == number
    row = ask(store, channels.get_channel, number)
    assert (row.name, row.enabled, row.removed_ms, row.unread) == ("새 이름", True, None, 1)


def test_a_new_address_starts_from_the_beginning(store: Store) -> None:
    number = channel(store)
    merge(store, number, cursor={"etag": "x"})
    do(store, channels.update_channel, number, name="이름만")
    assert ask(store, channels.get_channel, number).cursor == {"etag": "x"}
    do(store, channels.update_channel, number, url="https://other.example")
    assert ask(store, channels.get_channel, number).cursor == {}


def test_a_change_may_not_make_two_channels_of_one_address(store: Store) -> None:
    channel(store, "가", url="https://a.example")
    second = channel(store, "나", url="https://b.example")
    with pytest.raises(DuplicateChannel):
        do(store, channels.update_channel, second, url="https://a.example/")
    with pytest.raises(TypeError):
        do(store, channels.update_channel, second, id=5)
    with pytest.raises(Missing):
        do(store, channels.update_channel, 99, name="x")


def test_the_lamp_says_since_when_and_why(store: Store, clock: Clock) -> None:
    number = channel(store)
    do(store, channels.record_success, number, next_due_ms=NOON + 1)
    since = clock.forward()
    assert do(store, channels.record_failure, number, "down", "http-503", NOON + 2) == 1
    clock.forward()
    assert do(store, channels.record_failure, number, "down", "timeout", NOON + 3) == 2
    row = ask(store, channels.get_channel, number)
    assert (row.health, row.health_since_ms, row.health_detail, row.failures) == ("down", since, "timeout", 2)
    assert (row.last_success_ms, row.last_attempt_ms, row.next_due_ms) == (NOON, clock.at_ms, NOON + 3)
    do(store, channels.record_success, number)
    row = ask(store, channels.get_channel, number)
    assert (row.health, row.failures, row.last_success_ms, row.health_since_ms) == (
        "ok", 0, clock.at_ms, clock.at_ms,
    )  # fmt: skip


def test_capabilities_are_kept_with_their_length_rule(store: Store) -> None:
    number = channel(store)
    able = Capabilities(reply=True, stream=True, length=LengthRule(500, "characters", 23))
    do(store, channels.record_success, number, capabilities=able)
    assert ask(store, channels.get_channel, number).capabilities == able
    assert channels.unpack_capabilities(
        '{"reply": true, "fly": true, "length": {"limit": 3, "x": 1}}'
    ) == Capabilities(reply=True, length=LengthRule(3))
    assert channels.unpack_capabilities("broken") is None


def test_counts_are_of_citizens_posts(store: Store, clock: Clock) -> None:
    number = channel(store)
    merge(store, number, post("a"), post("b", minutes_ago=60 * 24 * 3), post("mine", own=True))
    (row,) = ask(store, channels.list_channels, now_ms=clock.at_ms)
    assert (row.unread, row.today) == (2, 1)


def test_a_channel_is_found_by_number_name_or_part_of_it(store: Store) -> None:
    one, two = channel(store, "서울시 트위터"), channel(store, "서울시 블로그")
    assert ask(store, channels.find_channel, str(two)).id == two
    assert ask(store, channels.find_channel, "서울시 트위터").id == one
    assert ask(store, channels.find_channel, "블로그").id == two
    assert (
        ask(store, channels.find_channel, "서울시") is None and ask(store, channels.find_channel, "") is None
    )


def test_an_account_signed_in_anew_is_the_same_account(store: Store) -> None:
    first = do(store, accounts.add_account, network="mastodon", server="s", remote_id="1", name="가")
    uid = ask(store, accounts.get_account, first).uid
    do(store, accounts.set_account_state, first, "expired")
    assert do(store, accounts.add_account, network="mastodon", server="s", remote_id="1", name="나") == first
    row = ask(store, accounts.get_account, first)
    assert (row.uid, row.name, row.state) == (uid, "나", "connected")
    number = channel(store, account_id=first)
    assert ask(store, channels.get_channel, number).account_name == "나"
    assert do(store, accounts.remove_account, first) == uid
    assert ask(store, channels.get_channel, number).account_id is None
    assert do(store, accounts.remove_account, first) is None
    with pytest.raises(Missing):
        ask(store, accounts.get_account, first)
    with pytest.raises(ValueError):
        do(store, accounts.set_account_state, first, "odd")


def test_drafts_are_kept_for_each_post_kind_and_user(store: Store, clock: Clock) -> None:
    merge(store, channel(store), post("a"), post("b"))
    a, b = id_of(store, "a"), id_of(store, "b")
    do(store, drafts.save_draft, a, "reply", "김", "안", 1)
    clock.forward()
    do(store, drafts.save_draft, a, "reply", "김", "안녕", 1)
    do(store, drafts.save_draft, a, "note", "김", "메모")
    clock.forward()
    do(store, drafts.save_draft, b, "reply", "김", "둘째")
    do(store, drafts.save_draft, a, "reply", "박", "남의 것")
    assert ask(store, drafts.load_draft, a, "reply", "김").text == "안녕"
    assert [draft.text for draft in ask(store, drafts.list_drafts, "김")] == ["둘째", "메모", "안녕"]
    do(store, drafts.drop_draft, a, "reply", "김")
    assert ask(store, drafts.load_draft, a, "reply", "김") is None
    assert ask(store, drafts.load_draft, a, "reply", "박").text == "남의 것"


def test_saved_views_and_read_positions(store: Store, clock: Clock) -> None:
    f = Filter(starred=True, text="버스")
    first = do(store, views.save_view, "교통", "board", f)
    second = do(store, views.save_view, "전체", "timeline", Filter())
    assert do(store, views.save_view, "교통", "board", Filter(unread=True)) == first
    found = ask(store, views.list_views)
    assert [(view.name, view.filter) for view in found] == [("교통", Filter(unread=True)), ("전체", Filter())]
    assert [view.id for view in ask(store, views.list_views, "timeline")] == [second]
    do(store, views.remove_view, first)
    assert len(ask(store, views.list_views)) == 1
    with pytest.raises(ValueError):
        do(store, views.save_view, " ", "board", f)
    assert ask(store, views.read_position, "timeline", "김") is None
    do(store, views.set_read_position, "timeline", "김", 5)
    do(store, views.set_read_position, "timeline", "김", 9)
    assert ask(store, views.read_position, "timeline", "김") == views.ReadPositionRow(9, clock.at_ms)


OFFICES = [
    ("bus", "버스정책과", "교통실", "버스;정류장;마을버스"),
    ("taxi", "택시정책과", "교통실", "택시;승차거부"),
    ("road", "도로관리과", "안전실", "도로;보도블록"),
]


def test_departments_are_found_and_proposed_with_the_reason(store: Store) -> None:
    assert do(store, departments.seed, OFFICES) == 3
    do(store, departments.seed, [("bus", "버스과", "교통실", "버스;정류장;마을버스")])
    assert [row.name for row in ask(store, departments.list_departments)] == [
        "도로관리과",
        "버스과",
        "택시정책과",
    ]
    assert [row.code for row in ask(store, departments.find, "정책")] == ["taxi"]
    assert [row.code for row in ask(store, departments.find, "정류장")] == ["bus"]
    assert {row.code for row in ask(store, departments.find, "교통")} == {"bus", "taxi"}
    assert len(ask(store, departments.find, "")) == 3 and ask(store, departments.find, "없음") == []
    proposal = ask(store, departments.suggest, "심야 승차 거부하는 택시와 버스")
    assert (proposal.code, proposal.word) == ("taxi", "승차거부")
    assert ask(store, departments.suggest, "마을 버스가 늦어요").word == "마을버스"
    assert ask(store, departments.suggest, "좋은 하루") is None
    assert ask(store, departments.get_department, "road").duties == ("도로", "보도블록")
    assert ask(store, departments.get_department, "none") is None
