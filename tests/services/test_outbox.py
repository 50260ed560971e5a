from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    Batch,
    Gone,
    Malformed,
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
)
from desktop.models import channels, outbox
from desktop.models.errors import WorkspaceError
from desktop.models.merge import merge_batch
from desktop.models.schema import database
from desktop.models.store import Store
from desktop.services.outbox import NotSendable
from desktop.services.services import Services, open_services
from tests.services.conftest import FakeHttp, add, read, row, until
from tests.services.fakes import FakeChannel, FakeCity


@pytest.fixture
async def asked(services: Services, city: FakeCity) -> tuple[int, int, FakeChannel]:
    """A channel with one citizen's post: (channel id, post id, what the network holds)."""
    services.sender.settle_s = 0.0
    channel_id = await add(services, "https://a")
    post = city["https://a"].write(1)
    write = services.store.write
    await asyncio.wrap_future(write(merge_batch, channel_id, Batch(posts=(post,))))
    (post_id,) = await read(services, _post_ids)
    services.collector.take_role()
    await services.sender.start()
    return channel_id, post_id, city["https://a"]


def _post_ids() -> list[int]:
    return [r[0] for r in database.execute_sql("SELECT id FROM post ORDER BY id").fetchall()]


def _state_of(post_id: int) -> tuple[str, int | None]:
    return database.execute_sql("SELECT state, deleted_ms FROM post WHERE id = ?", (post_id,)).fetchone()


def _own() -> list[tuple[Any, ...]]:
    return database.execute_sql("SELECT remote_id, text, parent_id FROM post WHERE own").fetchall()


async def state(services: Services, outbox_id: int, *wanted: str) -> outbox.OutboxRow:
    async def there() -> Any:
        found = await read(services, outbox.get_outbox, outbox_id)
        return found if found.state in wanted else None

    return await until(services, there)


async def test_a_reply_goes_out_and_is_stored_as_our_own_post(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    sent = await services.sender.reply(post_id, None, "  안녕하십니까. 확인하겠습니다.  ", undo_s=0)
    done = await state(services, sent.id, "sent")
    assert done.url == "https://fake.example/r1"
    assert done.actor == "김주무관"
    (outgoing,) = channel.sent
    assert (outgoing.action, outgoing.target_id) == (Action.REPLY, "p1")
    assert outgoing.text == "안녕하십니까. 확인하겠습니다."
    assert outgoing.target["handle"] == "kim"
    assert await read(services, _own) == [("r1", "안녕하십니까. 확인하겠습니다.", post_id)]


async def test_within_the_undo_window_nothing_goes_out_and_it_can_be_taken_back(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    waiting = await services.sender.reply(post_id, None, "취소할 답변", undo_s=60)
    other = await services.sender.reply(post_id, None, "보낼 답변", undo_s=0)
    await state(services, other.id, "sent")
    assert await services.sender.cancel(waiting.id)
    assert (await read(services, outbox.get_outbox, waiting.id)).state == "cancelled"
    assert not await services.sender.cancel(other.id)
    assert [o.text for o in channel.sent] == ["보낼 답변"]


async def test_the_same_words_to_the_same_post_go_out_once(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    once = await services.sender.reply(post_id, None, "같은 답변", undo_s=0)
    with pytest.raises(outbox.Repeated):
        await services.sender.reply(post_id, None, " 같은 답변 ", undo_s=0)
    await state(services, once.id, "sent")
    meant = await services.sender.reply(post_id, None, "같은 답변", undo_s=60, again=True)
    assert await services.sender.cancel(meant.id)
    assert [o.text for o in channel.sent] == ["같은 답변"]


async def test_a_lost_answer_is_looked_up_and_never_sent_twice(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    channel.lose_answers = 1
    sent = await services.sender.reply(post_id, None, "한 번만", undo_s=0)
    done = await state(services, sent.id, "sent")
    assert len(channel.sent) == 1
    assert channel.look_ups == 1
    assert done.remote_id == "r1"


@pytest.mark.parametrize(
    "error", [OutcomeUnknown("lost"), Malformed("?", "not-json"), TimeoutError(), ValueError("ours")]
)
async def test_an_unclear_failure_that_did_not_arrive_is_sent_again_under_the_same_key(
    services: Services, asked: tuple[int, int, FakeChannel], error: Exception
) -> None:
    _, post_id, channel = asked
    channel.send_failures = [error]
    sent = await services.sender.reply(post_id, None, "한 번만", undo_s=0)
    done = await state(services, sent.id, "sent")
    assert channel.look_ups == 1
    assert [o.key for o in channel.sent] == [done.key]
    assert done.attempts == 2


async def test_while_the_network_cannot_be_asked_an_unknown_action_stays_unknown(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    channel.lose_answers = 1
    channel.always = Unreachable("down", "connect")
    sent = await services.sender.reply(post_id, None, "한 번만", undo_s=0)
    await state(services, sent.id, "unknown")
    await until(services, lambda: channel.look_ups == 1)
    channel.always = None
    await services.sender.retry(sent.id)
    await state(services, sent.id, "sent")
    assert len(channel.sent) == 1


async def test_a_refusal_keeps_the_text_and_the_reason(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    channel.send_failures = [Refused("댓글이 닫혀 있습니다.")]
    sent = await services.sender.reply(post_id, None, "답변", undo_s=0)
    refused = await state(services, sent.id, "refused")
    assert (refused.reason, refused.text) == ("댓글이 닫혀 있습니다.", "답변")
    assert channel.sent == []
    await services.sender.retry(sent.id)
    await state(services, sent.id, "sent")
    assert len(channel.sent) == 1


async def test_a_channel_that_has_ended_refuses(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    channel.send_failures = [Gone("410")]
    sent = await services.sender.reply(post_id, None, "답변", undo_s=0)
    assert (await state(services, sent.id, "refused")).reason == "gone"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Unreachable("down", "dns"), "waiting-answer"),
        (RateLimited("429", 4_000_000_000_000), "waiting-limit"),
        (AuthExpired("401"), "waiting-auth"),
    ],
)
async def test_what_surely_did_not_go_out_waits_and_goes_later(
    services: Services, asked: tuple[int, int, FakeChannel], error: Exception, reason: str
) -> None:
    channel_id, post_id, channel = asked
    channel.send_failures = [error]
    sent = await services.sender.reply(post_id, None, "답변", undo_s=0)

    async def waits() -> Any:
        found = await read(services, outbox.get_outbox, sent.id)
        return found if found.state == "waiting" and found.attempts == 1 else None

    waiting = await until(services, waits)
    assert waiting.reason == reason
    assert waiting.send_after_ms > waiting.created_ms + 1000
    assert channel.look_ups == 0
    if reason == "waiting-auth":
        assert (await row(services, channel_id)).health == "auth"
    await services.sender.retry(sent.id)
    await state(services, sent.id, "sent")
    assert len(channel.sent) == 1


async def test_actions_other_than_replies_go_the_same_way(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    channel.lose_answers = 1
    shown = {Action.HOLD: "held", Action.APPROVE: "published", Action.HIDE: "hidden", Action.LIKE: "hidden",
             Action.UNHIDE: "published"}  # fmt: skip
    for action, after in shown.items():
        sent = await services.sender.act(post_id, action)
        await state(services, sent.id, "sent")
        assert await read(services, _state_of, post_id) == (after, None)
    for action in (Action.REJECT, Action.TRASH):
        sent = await services.sender.act(post_id, action)
        await state(services, sent.id, "sent")
        assert (await read(services, _state_of, post_id))[1] is not None
    assert [o.action for o in channel.sent] == [*shown, Action.REJECT, Action.TRASH]
    with pytest.raises(NotSendable) as refused:
        await services.sender.act(post_id, Action.EDIT)
    assert refused.value.code == "cannot-act"


async def test_a_private_reply_goes_to_its_author_alone(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    with pytest.raises(NotSendable) as refused:
        await services.sender.reply(post_id, None, "가" * 21, undo_s=0, private=True)
    assert (refused.value.code, refused.value.n) == ("too-long", 1)
    sent = await services.sender.reply(post_id, None, "자세한 주소를 알려 주세요", undo_s=0, private=True)
    await state(services, sent.id, "sent")
    (outgoing,) = channel.sent
    assert outgoing.action is Action.PRIVATE_REPLY
    assert (outgoing.target["author_id"], outgoing.target["text"]) == ("u1", "버스가 오지 않습니다")
    ((_, text, parent),) = await read(services, _own)
    assert (text, parent) == ("자세한 주소를 알려 주세요", post_id)


async def test_what_may_not_be_sent_is_refused_before_it_is_stored(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    channel_id, post_id, _ = asked
    hand = await add(services, "", network="manual", name="전화")
    for text, code in (("   ", "empty-text"), ("가" * 501, "too-long")):
        with pytest.raises(NotSendable) as refused:
            await services.sender.reply(post_id, None, text)
        assert refused.value.code == code
    with pytest.raises(NotSendable, match="no-post"):
        await services.sender.reply(12345, None, "답변")
    with pytest.raises(NotSendable, match="cannot-reply"):
        await services.sender.reply(post_id, hand, "답변")
    write = services.store.write
    await asyncio.wrap_future(write(merge_batch, channel_id, Batch(gone=("p1",))))
    with pytest.raises(NotSendable, match="post-deleted"):
        await services.sender.reply(post_id, None, "답변")
    await asyncio.wrap_future(write(channels.update_channel, channel_id, enabled=False))
    with pytest.raises(NotSendable, match="channel-off"):
        await services.sender.reply(post_id, None, "답변")
    assert await read(services, outbox.counts) == {"waiting": 0, "sending": 0, "refused": 0, "unknown": 0}


async def test_answers_of_one_channel_keep_their_order(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    rows = [await services.sender.reply(post_id, None, f"답변 {n}", undo_s=0) for n in range(6)]
    for sent in rows:
        await state(services, sent.id, "sent")
    assert [o.text for o in channel.sent] == [f"답변 {n}" for n in range(6)]


async def test_without_internet_replies_are_held_and_go_when_it_is_back(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    services.status.set("online", "offline")
    sent = await services.sender.reply(post_id, None, "답변", undo_s=0)
    await read(services, outbox.counts)
    assert (await read(services, outbox.get_outbox, sent.id)).state == "waiting"
    assert channel.sent == []
    services.status.set("online", "")
    await state(services, sent.id, "sent")


async def test_an_answer_does_not_wait_out_its_pause_once_the_channel_is_back(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    channel_id, post_id, channel = asked
    channel.always = Unreachable("down", "refused")
    channel.send_failures = [Unreachable("down", "refused")]
    await services.collector.start()
    await until(services, lambda: services.collector.running == (channel_id,))
    sent = await services.sender.reply(post_id, None, "답변", undo_s=0)
    await until(services, lambda: not channel.send_failures)
    waiting = await state(services, sent.id, "waiting")
    assert waiting.reason == "waiting-answer" and waiting.send_after_ms > time.time() * 1000 + 10_000

    async def down() -> bool:
        return (await row(services, channel_id)).health == "down"

    await until(services, down)
    channel.always = None
    services.collector.collect_now(channel_id)
    await state(services, sent.id, "sent")


async def test_what_was_being_sent_when_the_program_ended_is_looked_up_first(
    tmp_path: Path, services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    await services.sender.stop()
    write = services.store.write
    arrived = await services.sender.reply(post_id, None, "도착한 답변", undo_s=0)
    lost = await services.sender.reply(post_id, None, "도착하지 않은 답변", undo_s=0)
    for sent in (arrived, lost):
        await asyncio.wrap_future(write(outbox.claim, sent.id))
    from connectors.base import Sent

    channel.arrived[arrived.key] = Sent("r9")
    services.sender._main = None
    await services.sender.start()
    assert (await state(services, arrived.id, "sent")).remote_id == "r9"
    await state(services, lost.id, "sent")
    assert [o.key for o in channel.sent] == [lost.key]


async def test_only_the_program_with_the_role_sends(
    services: Services, asked: tuple[int, int, FakeChannel]
) -> None:
    _, post_id, channel = asked
    await services.sender.stop()
    second = await open_services(services.store.path, http=FakeHttp())
    try:
        await second.collector.start()
        await second.sender.start()
        sent = await second.sender.reply(post_id, None, "답변", undo_s=0)
        await until(second, lambda: second.status.get("collecting") == "other-program")
        assert channel.sent == []
        await services.sender.start()
        await state(services, sent.id, "sent")
    finally:
        await second.aclose()


async def test_a_sample_workspace_never_sends(tmp_path: Path, city: FakeCity) -> None:
    Store.open(str(tmp_path / "s.db"), sample=True).close()
    sample = await open_services(str(tmp_path / "s.db"), http=FakeHttp())
    try:
        channel_id = await add(sample, "https://a")
        write = sample.store.write
        await asyncio.wrap_future(write(merge_batch, channel_id, Batch(posts=(city["https://a"].write(1),))))
        (post_id,) = await read(sample, _post_ids)
        await sample.start()
        assert sample.status.get("sample") == "sample"
        with pytest.raises(NotSendable) as refused:
            await sample.sender.reply(post_id, None, "답변")
        assert refused.value.code == "sample"
        with pytest.raises(WorkspaceError):
            await asyncio.wrap_future(write(outbox.enqueue, post_id, channel_id, "reply", "답변"))
    finally:
        await sample.aclose()
    assert city["https://a"].sent == []
