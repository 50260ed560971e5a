"""The chain over the log: whatever is changed, removed, slipped in, swapped or cut off is found."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from desktop.models import cases, events, log_chain
from desktop.models.store import Store
from tests.models.helpers import ask, channel, do, id_of, merge, post

EVENTS = 40
MIDDLE = 17


@pytest.fixture
def logged(workspace: Path) -> Path:
    """A closed workspace with some events, one of them with everything that an event can hold."""
    with Store.open(workspace) as store:
        merge(store, channel(store), post("a"))
        case = id_of(store, "a")
        for number in range(EVENTS - 3):
            do(store, cases.set_starred, [case], number % 2 == 0, actor="김주무관", step=f"s{number}")
        do(
            store, events.record, "note", case, {"a": "전"}, {"a": "후"}, post=case, step="x", undoes=3,
            about="member:김", actor="이",
        )  # fmt: skip
        do(store, events.record_many, "order", [(case, {"rank": 1}, {"rank": 2}), (0, {}, {"ㅎ": "😀"})])
    return workspace


def verified(path: Path, known: str = "") -> log_chain.Verified:
    with Store.open(path) as store:
        return ask(store, log_chain.verify, known)


def tamper(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def head_of(path: Path) -> str:
    with Store.open(path) as store:
        return ask(store, log_chain.head)


def test_a_log_as_it_was_written_is_whole(logged: Path) -> None:
    found = verified(logged)
    assert (found.count, found.broken_at) == (EVENTS, None)
    assert found.head == head_of(logged) and len(found.head) == 64


def test_an_empty_log_is_whole(workspace: Path) -> None:
    assert verified(workspace) == log_chain.Verified(0, log_chain.FIRST, None)


CHANGED = {
    "at_ms": "at_ms + 1",
    "actor": "actor || ' '",
    "kind": "'move'",
    '"case"': '"case" + 1',
    "post": "1",
    "before": "'{\"starred\": 1}'",
    "after": "after || ' '",
    "step": "'other'",
    "undoes": "2",
    "about": "'log'",
    "hash": "replace(hash, substr(hash, 1, 1), 'x')",
    "id": "1000 + id",
}


def test_the_tests_change_every_column(logged: Path) -> None:
    with sqlite3.connect(logged) as connection:
        names = {row[1] for row in connection.execute("PRAGMA table_info(event)")}
    connection.close()
    assert {name.strip('"') for name in CHANGED} == names


@pytest.mark.parametrize("column", CHANGED)
@pytest.mark.parametrize("at", [1, MIDDLE, EVENTS - 2])
def test_a_changed_column_is_found_where_it_is(logged: Path, column: str, at: int) -> None:
    tamper(logged, f"UPDATE event SET {column} = {CHANGED[column]} WHERE id = {at}")
    broken = verified(logged).broken_at
    # An event that got another number is missed where it was.
    assert broken == (at + 1 if column == "id" else at)


def test_the_number_of_the_last_event_is_part_of_it(logged: Path) -> None:
    tamper(logged, f"UPDATE event SET id = 99 WHERE id = {EVENTS}")
    assert verified(logged).broken_at == 99


def test_a_removed_event_is_found(logged: Path) -> None:
    tamper(logged, f"DELETE FROM event WHERE id = {MIDDLE}")
    assert verified(logged).broken_at == MIDDLE + 1


def test_the_first_events_cannot_be_cut_off(logged: Path) -> None:
    tamper(logged, f"DELETE FROM event WHERE id <= {MIDDLE}")
    assert verified(logged).broken_at == MIDDLE + 1


def test_an_event_slipped_in_is_found(logged: Path) -> None:
    tamper(logged, f"DELETE FROM event WHERE id = {MIDDLE}")
    forged = (
        'INSERT INTO event (id, at_ms, actor, kind, "case", before, after, step, about, hash)'
        f" SELECT {MIDDLE}, at_ms, 'x', kind, \"case\", before, after, step, about, hash FROM event"
        f" WHERE id = {MIDDLE - 1}"
    )
    tamper(logged, forged)
    assert verified(logged).broken_at == MIDDLE


def test_two_swapped_events_are_found(logged: Path) -> None:
    a, b = MIDDLE, MIDDLE + 1
    tamper(
        logged,
        f"UPDATE event SET id = -1 WHERE id = {a}",
        f"UPDATE event SET id = {a} WHERE id = {b}",
        f"UPDATE event SET id = {b} WHERE id = -1",
    )
    assert verified(logged).broken_at == a


def test_a_cut_end_is_found_by_the_hash_that_was_noted_down(logged: Path) -> None:
    known = head_of(logged)
    assert verified(logged, known).broken_at is None
    tamper(logged, f"DELETE FROM event WHERE id > {MIDDLE}")
    assert verified(logged).broken_at is None  # the file alone cannot tell
    assert verified(logged, known).broken_at == 0


def test_a_noted_hash_stays_good_while_the_log_grows(logged: Path) -> None:
    known = head_of(logged)
    with Store.open(logged) as store:
        do(store, cases.set_starred, [id_of(store, "a")], False, actor="x")
        do(store, cases.set_starred, [id_of(store, "a")], True, actor="x")
    found = verified(logged, known)
    assert found.broken_at is None and found.count > EVENTS


def test_a_log_written_anew_is_found_by_the_noted_hash(logged: Path) -> None:
    known = head_of(logged)

    def forge(connection: sqlite3.Connection) -> None:
        previous = log_chain.FIRST
        for row in connection.execute(f"SELECT {log_chain.CHAINED} FROM event ORDER BY id").fetchall():
            values = (*row[:2], "somebody else", *row[3:])
            previous = log_chain.link(previous, values)
            connection.execute(
                "UPDATE event SET actor = ?, hash = ? WHERE id = ?", ("somebody else", previous, row[0])
            )

    with sqlite3.connect(logged) as connection:
        forge(connection)
    connection.close()
    assert verified(logged).broken_at is None
    assert verified(logged, known).broken_at == 0


@pytest.mark.parametrize("piece", [1, 7, EVENTS, 5000])
def test_pieces_come_to_the_same(logged: Path, piece: int) -> None:
    with Store.open(logged) as store:
        so_far, turns = log_chain.Piece(), 0
        while not so_far.done:
            so_far = ask(store, log_chain.verify_piece, so_far, "", piece)
            turns += 1
        assert log_chain.verdict(so_far) == ask(store, log_chain.verify)
    assert turns == EVENTS // piece + 1


@pytest.mark.parametrize("value", ["x'ff00'", "CAST(x'22ff22' AS TEXT)", "'[1]'", "5"])
@pytest.mark.parametrize("at", [1, MIDDLE, EVENTS])
def test_what_no_event_holds_is_named_as_well(logged: Path, value: str, at: int) -> None:
    tamper(logged, f"UPDATE event SET after = {value} WHERE id = {at}")
    with Store.open(logged) as store:
        found = ask(store, log_chain.verify)
    assert (found.count, found.broken_at) == (at - 1, at)


@pytest.mark.parametrize("value", ["[1]", "5", "null", '"x"', "{"])
def test_an_event_without_fields_cannot_be_read(logged: Path, value: str) -> None:
    tamper(logged, f"UPDATE event SET after = '{value}' WHERE id = {MIDDLE}")
    with Store.open(logged) as store, pytest.raises(events.LogDamaged):
        ask(store, events.load, f"id = {MIDDLE}")


@pytest.mark.parametrize(
    ("at", "seen"), [(EVENTS, EVENTS), (EVENTS - 4, EVENTS - 4), (MIDDLE, None)], ids=["last", "near", "far"]
)
def test_a_quick_look_sees_the_newest_events(logged: Path, at: int, seen: int | None) -> None:
    tamper(logged, f"UPDATE event SET actor = 'x' WHERE id = {at}")
    with Store.open(logged) as store:
        found = ask(store, log_chain.verify_newest, 10)
        assert (found.count, found.broken_at) == (10 if seen is None else seen - (EVENTS - 10) - 1, seen)
        assert ask(store, log_chain.verify_newest).broken_at == at


def test_the_hash_can_be_computed_by_anybody(logged: Path) -> None:
    import hashlib

    with sqlite3.connect(logged) as connection:
        rows = connection.execute(
            'SELECT id, at_ms, actor, kind, "case", post, before, after, step, undoes, about, hash'
            " FROM event ORDER BY id"
        ).fetchall()
    connection.close()
    previous = ""
    for *values, stored in rows:
        text = json.dumps([previous, *values], ensure_ascii=False, separators=(",", ":"))
        previous = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        assert previous == stored
