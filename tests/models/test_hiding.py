"""Personal data is hidden in everything that is read for a screen; looking at it leaves an event."""

from __future__ import annotations

import pytest
from hypothesis import given

from connectors.base import Author, Media
from desktop.models import detail, events, hiding, log, members, queries, search, unmasking
from desktop.models.filters import Filter
from desktop.models.notes import add_note
from desktop.models.permissions import NotAllowed
from desktop.models.personal import mask
from desktop.models.store import Store
from tests.models.helpers import NOON, ask, channel, do, id_of, index_all, merge, post
from tests.models.test_personal import TEXTS

SECRET = "010-1234-5678"
HIDDEN = "010-****-****"


@given(TEXTS)
def test_the_quick_look_misses_nothing(text: str) -> None:
    assert hiding.shown(text) == mask(text)


@pytest.mark.parametrize(
    ("tail", "kept"),
    [("전화 010-1234-56", "전화 "), ("010-1234-", ""), ("메일 hong.gd@exa", "메일 "), ("hong@", "")],
)
def test_what_the_cut_leaves_of_a_number_is_hidden(tail: str, kept: str) -> None:
    tail = f" {tail}"
    kept = f" {kept}"
    text = ("가나 다라 " * 80)[: hiding.CUT_AT - len(tail)] + tail
    shown = hiding.preview(text)
    assert len(shown) == hiding.CUT_AT
    assert not any(char.isalnum() for char in shown[len(text) - len(tail) + len(kept) :])
    assert shown[: len(text) - len(tail) + len(kept)] == text[: len(text) - len(tail) + len(kept)]


def test_a_short_text_keeps_a_number_at_its_end() -> None:
    assert hiding.preview("버스 705") == "버스 705"


@pytest.mark.parametrize(
    ("text", "network", "shown"),
    [
        ("hong@example.kr", "mail", "****@example.kr"),
        ("@kim@mastodon.social", "mastodon", "@kim@mastodon.social"),
        ("kim@mastodon.social", "mastodon", "kim@mastodon.social"),
        ("홍길동 010-1234-5678", "feed", "홍길동 010-****-****"),
        ("bus_lover2012", "x", "bus_lover2012"),
        ("kim2012@mastodon.social", "mastodon", "kim2012@mastodon.social"),
        ("@kim 010-1234-5678", "x", "@kim 010-****-****"),
    ],
)
def test_names_hide_mail_addresses_where_they_are_private(text: str, network: str, shown: str) -> None:
    assert hiding.name(text, network) == shown


@pytest.fixture
def told(store: Store) -> Store:
    """A citizen's post with a number, edited once, with a described picture and a note; and one of ours."""
    at = channel(store)
    text = f"가로등이 꺼졌어요. {SECRET}"
    picture = (Media("image", "https://a.example/1.png", f"명함 {SECRET}"),)
    more = {"media": picture, "context": f"문의 {SECRET}"}
    merge(store, at, post("a", f"{text} 처음", **more))
    merge(store, at, post("a", text, **more))
    merge(store, at, post("own", f"문의는 {SECRET}", own=True, author=Author("city", "서울시")))
    do(store, add_note, id_of(store, "a"), f"전화함 {SECRET}")
    index_all(store)
    return store


def test_nothing_that_screens_read_holds_the_number(told: Store) -> None:
    case = id_of(told, "a")
    everything = [
        ask(told, queries.timeline_page),
        ask(told, queries.board_page, "new"),
        ask(told, queries.cards_by_id, [case]),
        ask(told, detail.post_detail, case),
        ask(told, search.search, SECRET),
        ask(told, log.page),
        ask(told, detail.posts_full),
    ]
    for read in everything:
        assert SECRET not in repr(read)
    assert HIDDEN in repr(everything[0]) and HIDDEN in repr(everything[4])


def test_what_the_city_published_is_not_hidden(told: Store) -> None:
    (row,) = ask(told, queries.rows_by_id, [id_of(told, "own")])
    assert SECRET in row.text


def test_search_finds_by_the_real_number(told: Store) -> None:
    assert [row.id for row in ask(told, search.search, "1234-5678")] == [id_of(told, "a")]


def test_looking_gives_all_of_it_and_leaves_an_event(told: Store) -> None:
    case = id_of(told, "a")
    found = do(told, unmasking.unmask, case, actor="김주무관")
    assert SECRET in found.text and SECRET in found.context and SECRET in found.media[0].alt
    assert SECRET in found.versions[0].text and SECRET in found.notes[0].text
    (event,) = ask(told, events.load, "kind = 'unmask'")
    assert (event.actor, event.case_id, event.post_id) == ("김주무관", case, case)
    assert event.after == {"kinds": {"phone": 5}} and SECRET not in repr(event)


def test_where_nothing_is_hidden_nothing_is_noted(store: Store) -> None:
    merge(store, channel(store), post("a", "버스가 늦어요"))
    assert do(store, unmasking.unmask, id_of(store, "a"), actor="김").kinds == {}
    assert ask(store, events.load, "kind = 'unmask'") == []


def test_a_mail_address_is_shown_too(store: Store) -> None:
    at = channel(store, network="mail", url="imap://mail.example")
    merge(store, at, post("a", author=Author("hong@example.kr", "홍길동", "hong@example.kr")))
    case = id_of(store, "a")
    assert ask(store, queries.rows_by_id, [case])[0].handle == "****@example.kr"
    assert ask(store, detail.post_detail, case).thread[0].hidden == ("mail",)
    assert do(store, unmasking.unmask, case, actor="김").handle == "hong@example.kr"
    assert ask(store, events.load, "kind = 'unmask'")[0].after == {"kinds": {"mail": 1}}


def test_whole_posts_come_unmasked_only_on_demand(told: Store) -> None:
    assert SECRET in repr(ask(told, detail.posts_full, Filter(), unmasked=True))


def test_who_may_not_look_sees_nothing(told: Store) -> None:
    do(told, members.add, "최관리", "admin")
    do(told, members.add, "이", "media")
    for work, what in ((unmasking.unmask, id_of(told, "a")), (unmasking.unmask_many, "posts")):
        with pytest.raises(NotAllowed):
            do(told, work, what, actor="이")


def test_those_who_looked_are_counted(told: Store) -> None:
    case = id_of(told, "a")
    for actor in ("김", "이", "김"):
        do(told, unmasking.unmask, case, actor=actor)
    do(told, unmasking.unmask_many, "posts", limit=3, actor="박")
    found = ask(told, unmasking.lookers, NOON)
    assert [(row.actor, row.total, row.lately) for row in found] == [("박", 1, 1), ("김", 2, 2), ("이", 1, 1)]
    assert {row.lately for row in ask(told, unmasking.lookers, NOON + 1)} == {0}
