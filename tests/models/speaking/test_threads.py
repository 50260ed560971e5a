"""What changed in a thread since somebody looked."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from connectors.base import Author
from desktop.models import outbox
from desktop.models.speaking import threads
from desktop.models.speaking.threads import Changes, Seen, changed
from desktop.models.store import Store
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, post


def row(number: int, **more: Any) -> Any:
    return SimpleNamespace(**{"id": number, "edited_ms": None, "deleted_ms": None, **more})


def test_each_kind_of_change_is_told_apart() -> None:
    before = Seen.of([row(1), row(2), row(3)], [7])
    now = Seen.of([row(1), row(2, edited_ms=9), row(3, deleted_ms=9), row(4), row(5, deleted_ms=9)], [7, 8])
    assert changed(before, now) == Changes(new=(4,), edited=(2,), deleted=(3,), answers=(8,))
    assert not changed(now, now) and Seen.from_json(now.as_json()) == now


@pytest.fixture
def question(store: Store) -> int:
    merge(store, channel(store, "광장", network="mastodon"), post("q"))
    return id_of(store, "q")


def since(store: Store, question: int, user: str, at_ms: int) -> Changes:
    then = ask(store, threads.look, question, user, at_ms=at_ms)
    return changed(then, ask(store, threads.look, question, user))


def test_a_draft_of_yesterday_knows_what_came_since(store: Store, question: int, clock: Clock) -> None:
    number = ask(store, threads.database.execute_sql, "SELECT id FROM channel").fetchone()[0]
    merge(store, number, post("r", "또 늦어요", parent_id="q"), post("s", "지울 글", parent_id="q"))
    then = clock.at_ms
    clock.forward()
    merge(
        store, number, post("t", "새 글", parent_id="q"), post("q", "버스가 안 와요", edited_ms=clock.at_ms)
    )
    merge(store, number, gone=("s",))
    do(store, outbox.enqueue, question, number, "reply", "동료의 답", actor="이")
    found = changed(
        ask(store, threads.look, question, "김", at_ms=then), ask(store, threads.look, question, "김")
    )
    assert (found.new, found.edited, found.deleted) == (
        (id_of(store, "t"),), (question,), (id_of(store, "s"),),
    )  # fmt: skip
    assert len(found.answers) == 1
    mine = changed(
        ask(store, threads.look, question, "이", at_ms=then), ask(store, threads.look, question, "이")
    )
    assert mine.answers == ()


def test_what_one_sent_oneself_is_no_change(store: Store, question: int) -> None:
    number = ask(store, threads.database.execute_sql, "SELECT id FROM channel").fetchone()[0]
    before = {who: ask(store, threads.look, question, who) for who in ("김", "이")}
    sent = do(store, outbox.enqueue, question, number, "reply", "답", undo_s=0, actor="김")
    do(store, outbox.claim, sent.id)
    from connectors.base import Sent

    do(store, outbox.mark_sent, sent.id, Sent("r1", "", post("r1", "답", parent_id="q", own=True)))
    assert not changed(before["김"], ask(store, threads.look, question, "김"))
    assert changed(before["이"], ask(store, threads.look, question, "이")).count == 2


def test_the_state_as_a_word(store: Store, question: int, clock: Clock) -> None:
    number = ask(store, threads.database.execute_sql, "SELECT id FROM channel").fetchone()[0]
    state = threads.state_of(ask(store, threads.look, question, "김"), clock.at_ms)
    assert ask(store, threads.since_state, question, "김", state) is None
    clock.forward()
    merge(store, number, post("r", "또", parent_id="q", author=Author("u2", "이시민")))
    assert ask(store, threads.since_state, question, "김", state) == Changes(new=(id_of(store, "r"),))
    for wrong in ("", "x", "123", "-abc", "1" * 40 + "-a"):
        with pytest.raises(ValueError):
            ask(store, threads.since_state, question, "김", wrong)
