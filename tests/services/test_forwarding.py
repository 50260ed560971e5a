"""Accepting what a department wrote: straight out, by consent, or not at all."""

from __future__ import annotations

import pytest

from connectors.base import Sent
from desktop.models import accounts, channels, forwarding, members, outbox
from desktop.models.speaking import approvals, ledger
from desktop.models.store import Store
from desktop.services import forwarding as service
from desktop.services.sendable import NotSendable
from tests.models.conftest import blank, clock, store, workspace
from tests.models.forwarding.desk import case, prepare, sent, state
from tests.models.helpers import Clock, ask, do, id_of, merge, one, post

__all__ = ["blank", "clock", "store", "workspace"]


@pytest.fixture
def asked(store: Store, clock: Clock) -> int:
    """A question on the mayor's channel."""
    prepare(store, clock)
    account = do(
        store, accounts.add_account, network="mastodon", server="https://m.example", remote_id="1",
        name="시장실", handle="@mayor", voice="mayor",
    )  # fmt: skip
    here = do(
        store, channels.add_channel, network="mastodon", name="광장", url="https://m.example",
        account_id=account,
    )  # fmt: skip
    merge(store, here, post("q", "버스가 늦어요", created_ms=clock.at_ms))
    return id_of(store, "q")


async def test_consent_is_asked_for_and_sending_closes_the_case(
    store: Store, asked: int, clock: Clock
) -> None:
    do(store, members.add, "관리자", "admin")
    do(store, members.add, "비서", "triage", voices=("mayor",), actor="관리자")
    do(store, members.add, "대변인", "spokesperson", actor="관리자")
    lead = sent(store, asked, supporting=["road"], actor="비서")
    number = do(store, forwarding.answer, lead, "고치겠습니다")
    done = await service.accept(store, number, user="비서", text="곧 고치겠습니다")
    assert done.outbox_id is None and done.approval_id is not None
    assert ask(store, forwarding.get_answer, number).state == "submitted"
    row = ask(store, approvals.need_approval, done.approval_id)
    assert (row.text, row.stage) == ("곧 고치겠습니다", "final")
    agreed = do(store, approvals.approve, row.id, row.digest, actor="대변인")
    clock.forward()
    do(store, outbox.claim, agreed.row.outbox_id)
    do(store, outbox.mark_sent, agreed.row.outbox_id, Sent("r1"))
    assert case(store, asked)[2] == "answered"
    assert ask(store, forwarding.get_answer, number).state == "accepted"
    assert {row.state for row in ask(store, forwarding.of_case, asked)} == {"answered"}
    assert state(store, lead) == "answered"
    # What was promised is in the ledger once it has been sent, and in the department's hands.
    (promise,) = ask(store, ledger.list_promises)
    assert (promise.text, promise.owner) == ("곧 고치겠습니다", "bus")


@pytest.mark.parametrize("promising", [True, False])
async def test_a_promise_counts_when_it_has_been_sent(store: Store, clock: Clock, promising: bool) -> None:
    prepare(store, clock)
    here = do(store, channels.add_channel, network="wordpress", name="누리집", url="https://w.example")
    merge(store, here, post("p", "버스가 늦어요", created_ms=clock.at_ms))
    number = do(store, forwarding.answer, sent(store, id_of(store, "p")), "12월 31일까지 고치겠습니다.")
    done = await service.accept(store, number, user="kim", undo_s=0, promising=promising)
    assert ask(store, ledger.list_promises) == []
    do(store, outbox.claim, done.outbox_id)
    do(store, outbox.mark_sent, done.outbox_id, Sent("r1"))
    kept = [(one.text, one.due[5:], one.owner) for one in ask(store, ledger.list_promises)]
    assert kept == ([("12월 31일까지 고치겠습니다.", "12-31", "bus")] if promising else [])


async def test_an_answer_by_hand_counts_as_the_departments(store: Store, asked: int, clock: Clock) -> None:
    lead = sent(store, asked)
    number = do(store, forwarding.answer, lead, "현장을 보겠습니다", "first")
    channel = one(store, "SELECT channel_id FROM post WHERE id = ?", asked)
    row = do(store, outbox.enqueue, asked, channel, "reply", "보러 갑니다", stage="first", actor="kim")
    clock.forward()
    do(store, outbox.claim, row.id)
    do(store, outbox.mark_sent, row.id, Sent("r1"))
    found = ask(store, forwarding.get_answer, number)
    assert (found.state, found.decided_by, found.outbox_id) == ("accepted", "kim", row.id)
    assert state(store, lead) == "working"  # the final answer is still to come


async def test_what_the_channel_does_not_take_changes_nothing(store: Store, clock: Clock) -> None:
    on_a_feed = prepare(store, clock)[0]
    lead = sent(store, on_a_feed)
    number = do(store, forwarding.answer, lead, "고치겠습니다")
    with pytest.raises(NotSendable) as error:
        await service.accept(store, number, user="kim")
    assert error.value.code == "cannot-reply"
    assert (state(store, lead), ask(store, forwarding.get_answer, number).state) == ("working", "submitted")
    done = await service.accept(store, number, user="kim", send=False)
    assert (done.outbox_id, case(store, on_a_feed)[2]) == (None, "answered")
