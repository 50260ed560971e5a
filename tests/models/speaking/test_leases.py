"""Who is writing now."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.models import cases, outbox
from desktop.models.speaking import leases
from desktop.models.speaking.gate import Writing
from desktop.models.speaking.leases import BeingWritten
from desktop.models.store import Store
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, post


@pytest.fixture
def case(store: Store) -> int:
    merge(store, channel(store, "광장", network="mastodon"), post("q"))
    return id_of(store, "q")


def holder(store: Store, case: int, clock: Clock) -> str:
    lease = ask(store, leases.holder, case, clock.at_ms)
    return lease.user if lease else ""


def test_one_writes_and_the_other_hears_who_and_since_when(store: Store, case: int, clock: Clock) -> None:
    first = do(store, leases.claim, case, "창 1", actor="김")
    clock.forward(60_000)
    with pytest.raises(BeingWritten) as refused:
        do(store, leases.claim, case, "창 2", actor="이")
    assert (refused.value.lease.user, refused.value.lease.since_ms) == ("김", first.since_ms)
    renewed = do(store, leases.claim, case, "창 1", actor="김")
    assert renewed.since_ms == first.since_ms and renewed.until_ms == clock.at_ms + leases.LASTS_MS


def test_it_runs_out_by_itself_and_is_given_back(store: Store, case: int, clock: Clock) -> None:
    do(store, leases.claim, case, "창 1", actor="김")
    clock.forward(leases.LASTS_MS)
    assert holder(store, case, clock) == ""
    do(store, leases.claim, case, "창 2", actor="이")
    assert do(store, leases.release, case, "창 1", actor="김") is False
    assert holder(store, case, clock) == "이"
    assert do(store, leases.release, case, "창 2", actor="이") is True
    assert holder(store, case, clock) == ""


def test_taking_over_is_logged_and_ones_other_window_gives_way_without_a_word(
    store: Store, case: int, clock: Clock
) -> None:
    do(store, leases.claim, case, "창 1", actor="김")
    do(store, leases.claim, case, "창 2", actor="김")
    assert ask(store, cases.history, case) == []
    do(store, leases.claim, case, "창 3", take_over=True, actor="이")
    (event,) = ask(store, cases.history, case)
    assert (event.kind, event.actor, event.before, event.after) == (
        "lease", "이", {"writer": "김"}, {"writer": "이"},
    )  # fmt: skip
    assert do(store, leases.release, case, "창 2", actor="김") is False


def test_while_another_writes_nothing_is_sent_unless_meant(store: Store, case: int) -> None:
    do(store, leases.claim, case, "창 1", actor="김")
    number = ask(store, lambda: __import__("desktop.models.channels", fromlist=["x"]).list_channels()[0].id)
    with pytest.raises(BeingWritten):
        do(store, outbox.enqueue, case, number, "reply", "답", writing=Writing(), actor="이")
    do(store, outbox.enqueue, case, number, "reply", "답", writing=Writing(despite=True), actor="이")
    do(store, outbox.enqueue, case, number, "reply", "다른 답", writing=Writing(), actor="김")


def test_of_two_windows_that_begin_at_once_one_writes(store: Store, case: int, workspace: Path) -> None:
    with Store.open(workspace, clock=store._clock) as other, ThreadPoolExecutor(2) as pool:

        def begin(one_store: Store, who: str) -> str:
            try:
                return str(do(one_store, leases.claim, case, who, actor=who).user)
            except BeingWritten as error:
                return f"after {error.lease.user}"

        outcomes = sorted(pool.map(begin, (store, other), ("김", "이")))
    assert outcomes in (["after 김", "김"], ["after 이", "이"])
