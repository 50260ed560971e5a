"""The promise ledger: nobody is held to words that nobody read."""

from __future__ import annotations

from datetime import date

import pytest

from connectors.base import Sent
from desktop.models import cases, outbox
from desktop.models.permissions import WrongState
from desktop.models.speaking import ledger
from desktop.models.speaking.commitments import Proposed
from desktop.models.speaking.ledger import PromiseRefused
from desktop.models.store import Store
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, one, post

TODAY = date(2026, 9, 21)


@pytest.fixture
def question(store: Store) -> int:
    merge(store, channel(store, "광장", network="mastodon"), post("q"))
    return id_of(store, "q")


def texts(store: Store, shown: str = "", **more: object) -> list[str]:
    return [row.text for row in ask(store, ledger.list_promises, shown, today=TODAY, **more)]


def test_it_opens_when_its_answer_was_sent_and_never_without(store: Store, question: int) -> None:
    number = one(store, "SELECT id FROM channel")
    promises = (Proposed("고치겠습니다.", "2026-12-31"),)
    sent, never = (
        do(store, outbox.enqueue, question, number, "reply", text, promises=promises, undo_s=0, actor="김")
        for text in ("하나", "둘")
    )
    assert texts(store) == [] and ask(store, ledger.prepared, sent.id) == list(promises)
    do(store, outbox.cancel, never.id)
    answer = do(store, outbox.mark_sent, sent.id, Sent("r1"))
    (row,) = ask(store, ledger.list_promises)
    assert (row.post_id, row.case_id, row.made_by, row.state) == (answer, question, "김", "open")
    do(store, outbox.mark_sent, sent.id, Sent("r1"))
    assert len(texts(store)) == 1
    assert sum(event.kind == "promise" for event in ask(store, cases.history, question)) == 1


def test_the_most_urgent_first_in_pages(store: Store, question: int) -> None:
    for text, due in (("셋", ""), ("둘", "2026-12-01"), ("하나", "2026-09-20"), ("넷", "")):
        do(store, ledger.add, question, text, due=due, owner=text)
    assert texts(store, "open") == ["하나", "둘", "셋", "넷"] and texts(store, "late") == ["하나"]
    first = ask(store, ledger.list_promises, "open", limit=2)
    assert texts(store, "open", after=first[-1]) == ["셋", "넷"]
    assert texts(store, owner="둘") == ["둘"] and texts(store, text="%") == []
    assert ask(store, ledger.counts, TODAY) == {"open": 4, "late": 1, "kept": 0, "dropped": 0}


def test_closing_is_logged_and_taken_back_and_a_stale_gesture_changes_nothing(
    store: Store, question: int, clock: Clock
) -> None:
    row, _ = do(store, ledger.add, question, "고치겠습니다", actor="김")
    with pytest.raises(PromiseRefused):
        do(store, ledger.close, row.id, "dropped", actor="김")
    kept, step = do(store, ledger.close, row.id, "kept", note="갈았습니다", actor="이")
    assert (kept.state, kept.closed_by, kept.note) == ("kept", "이", "갈았습니다")
    with pytest.raises(WrongState):
        do(store, ledger.close, row.id, "dropped", note="늦음", actor="김")
    do(store, cases.undo, step, actor="이")
    assert ask(store, ledger.need_promise, row.id) == row


@pytest.mark.parametrize("due", ["2026-02-30", "12월 31일", "내일"])
def test_what_is_no_day_or_no_text_is_refused(store: Store, question: int, due: str) -> None:
    with pytest.raises(PromiseRefused):
        do(store, ledger.add, question, "고치겠습니다", due=due)
    with pytest.raises(PromiseRefused):
        do(store, ledger.add, question, "  ")
    assert texts(store) == []
