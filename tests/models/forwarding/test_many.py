"""Many cases at once ask the database hardly more often than a few."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.models import cases, forwarding
from desktop.models.store import Store, Tx
from tests.models.forwarding.desk import prepare
from tests.models.helpers import Clock, do, rows

FEW, MANY = 10, 40


@pytest.fixture
def desk(store: Store, clock: Clock) -> list[int]:
    return prepare(store, clock, ("버스가 늦어요",) * (FEW + MANY))


def questions(store: Store, work: Callable[..., Any], *args: Any) -> int:
    """How often a gesture asks."""
    asked: list[str] = []

    def traced(tx: Tx) -> None:
        connection = tx.db.connection()
        connection.set_trace_callback(asked.append)
        try:
            work(tx, *args)
        finally:
            connection.set_trace_callback(None)

    do(store, traced)
    return sum(statement.startswith("SELECT") for statement in asked)


@pytest.mark.parametrize(
    ("work", "more"), [(cases.move, "opinion"), (cases.set_status, "done"), (forwarding.send, "bus")]
)
def test_a_case_more_is_at_most_one_question_more(
    store: Store, desk: list[int], work: Callable[..., Any], more: str
) -> None:
    few = questions(store, work, desk[:FEW], more)
    many = questions(store, work, desk[FEW:], more)
    assert many - few <= MANY - FEW  # the number of its event in the log


def test_many_are_sent_and_taken_back_as_one_is(store: Store, desk: list[int]) -> None:
    do(store, forwarding.send, desk, "bus", supporting=["road"], step="s")
    assert rows(store, "SELECT count(DISTINCT case_id), count(*) FROM forwarding WHERE open") == [
        (len(desk), 2 * len(desk))
    ]
    assert rows(store, "SELECT count(*) FROM case_clock WHERE purpose = 'receive'") == [(len(desk),)]
    # Each is named by the event that made it.
    made = "SELECT count(*) FROM forwarding f JOIN event e ON e.id = f.id AND e.about = 'forwarding:' || f.id"
    assert rows(store, made) == [(2 * len(desk),)]
    do(store, cases.undo, "s")
    assert rows(store, "SELECT count(*) FROM forwarding WHERE open") == [(0,)]
    assert rows(store, "SELECT count(*) FROM case_clock") == [(0,)]
    assert rows(store, "SELECT DISTINCT track, department FROM case_") == [("new", "")]
