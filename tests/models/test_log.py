"""Reading the log: pages by key, filters, what is new."""

from __future__ import annotations

import pytest

from desktop.models import cases, events, log, members
from desktop.models.log import LogFilter
from desktop.models.store import Store
from tests.models.helpers import MINUTE, NOON, Clock, ask, channel, do, id_of, merge, post


@pytest.fixture
def logged(store: Store, clock: Clock) -> Store:
    """Thirty gestures, a minute apart: two people, two cases, a member."""
    merge(store, channel(store), post("a", "버스가\n늦어요"), post("b"))
    a, b = id_of(store, "a"), id_of(store, "b")
    for number in range(28):
        case, actor = ((a, "김"), (b, "이"))[number % 2]
        do(store, cases.set_starred, [case], number % 4 < 2, actor=actor, step=f"s{number}")
        clock.forward()
    do(store, members.add, "김", "admin", actor="김")
    do(store, cases.undo, "s27", actor="김")
    return store


def ids(rows: list[log.LogRow]) -> list[int]:
    return [row.id for row in rows]


def every(store: Store, f: LogFilter = log.ALL) -> list[int]:
    return ids(ask(store, log.page, f, None, 1000))


def test_pages_are_the_whole_log_once(logged: Store) -> None:
    whole = every(logged)
    assert whole == sorted(whole, reverse=True) and len(whole) == ask(logged, log.extent).count
    found: list[int] = []
    while page := ids(ask(logged, log.page, log.ALL, found[-1] if found else None, 7)):
        found += page
    assert found == whole


def test_the_nearest_newer_ones_and_a_bound(logged: Store) -> None:
    whole = every(logged)
    assert ids(ask(logged, log.page, log.ALL, None, 3, after=whole[10])) == whole[7:10]
    assert ids(ask(logged, log.page, log.ALL, None, 3, upto=whole[10])) == whole[10:13]
    assert ask(logged, log.count_newer, log.ALL, whole[10]) == 10
    assert ask(logged, log.count_newer, LogFilter(actors=frozenset({"누구"})), 0) == 0


@pytest.mark.parametrize(
    ("f", "rule"),
    [
        (LogFilter(actors=frozenset({"김"})), "actor = '김'"),
        (LogFilter(actors=frozenset({"김", "이"}), kinds=frozenset({"star"})), "kind = 'star'"),
        (LogFilter(kinds=frozenset({"member"})), "kind = 'member'"),
        (LogFilter(about="member"), "about = 'member:김'"),
        (LogFilter(about="member:김"), "about = 'member:김'"),
        (LogFilter(about="mem"), "0"),
        (
            LogFilter(since_ms=NOON + 3 * MINUTE, until_ms=NOON + 5 * MINUTE),
            f"at_ms BETWEEN {NOON + 3 * MINUTE} AND {NOON + 5 * MINUTE}",
        ),
        (LogFilter(actors=frozenset({"x' OR '1'='1"})), "0"),
    ],
    ids=[
        "one person",
        "two people and a kind",
        "a kind",
        "about members",
        "about one member",
        "about nothing there is",
        "a time",
        "a name that is SQL",
    ],
)
def test_filters(logged: Store, f: LogFilter, rule: str) -> None:
    expected = sorted((event.id for event in ask(logged, events.load, rule)), reverse=True)
    found = every(logged, f)
    assert found == [number for number in expected if number in found] and len(found) >= len(expected) - 1
    assert ask(logged, log.extent, f).count == len(found)


def test_a_case_brings_what_was_grouped_into_it(logged: Store) -> None:
    a, b = id_of(logged, "a"), id_of(logged, "b")
    of_b = every(logged, LogFilter(case_id=b))
    do(logged, cases.group, [a, b], actor="김")
    assert set(of_b) < set(every(logged, LogFilter(case_id=a)))


def test_a_line_knows_its_post_and_whether_it_was_taken_back(logged: Store) -> None:
    rows = {row.id: row for row in ask(logged, log.page, log.ALL, None, 1000)}
    newest, member = (rows[number] for number in sorted(rows, reverse=True)[:2])
    assert newest.event.undoes == max(number for number in rows if rows[number].event.step == "s27")
    assert rows[newest.event.undoes].event.undone and not newest.event.undone
    assert (member.opens, member.text) == (None, "")
    first = rows[min(rows)]
    assert (first.opens, first.text) == (id_of(logged, "a"), "버스가 늦어요")


def test_the_menu_knows_who_and_what(logged: Store) -> None:
    assert ask(logged, log.actors) == ["김", "이"]
    assert ask(logged, log.kinds) == ["member", "star"]


def test_who_may_read(logged: Store) -> None:
    do(logged, members.add, "부", "viewer")
    assert ask(logged, log.may_read, "김") and not ask(logged, log.may_read, "부")
    assert not ask(logged, log.may_read, "nobody")
