"""Promises about what happens to posts later, live lines, and how much an account writes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import cast

from connectors.base import Batch, Refused
from tests.conformance.suite import AWAY_MS, Channel, Round, needs, nfc

LIVE_S = 20.0
"""Patience for a post that should come at once."""

DAY_MS = 86_400_000


async def test_an_edit_is_learned(channel: Channel) -> None:
    """A changed post has its new words under its old id."""
    post = await channel.written("맞춤법이 틀렸슴니다")
    await channel.stand.edit(post.remote_id, "맞춤법을 고쳤습니다")
    await channel.rounds_until(lambda: "고쳤습니다" in channel.posts[post.remote_id].text)
    after = channel.posts[post.remote_id]
    assert "틀렸슴니다" not in after.text
    assert after.author.remote_id == post.author.remote_id and after.parent_id == post.parent_id
    assert after.edited_ms is None or abs(after.edited_ms - channel.clock.real() * 1000) < AWAY_MS
    assert sum("맞춤법" in one.text for one in channel.posts.values()) == 1


async def test_a_deletion_is_learned(channel: Channel) -> None:
    """A deleted post goes, and its neighbours stay."""
    kept = await channel.written("남을 글")
    lost = await channel.written("지워질 글")
    await channel.stand.delete(lost.remote_id)
    await channel.rounds_until(lambda: lost.remote_id in channel.gone)
    assert kept.remote_id in channel.posts and kept.remote_id not in channel.gone


async def test_an_answer_from_another_program_is_ours(channel: Channel) -> None:
    """What the city answers in another program arrives as its own."""
    post = await channel.written("답을 기다립니다")
    number = await channel.stand.own("다른 프로그램에서 답합니다", parent=post.remote_id)
    await channel.rounds_until(lambda: number in channel.posts)
    ours = channel.posts[number]
    assert ours.own and ours.parent_id == post.remote_id
    assert "다른 프로그램에서 답합니다" in ours.text
    assert not channel.posts[post.remote_id].own


@needs("thread")
async def test_a_conversation_hangs_together(channel: Channel) -> None:
    """Question, answer and further question are one thread."""
    question = await channel.written("언제 고치나요")
    answer = await channel.stand.own("다음 주입니다", parent=question.remote_id)
    further = await channel.written("꼭 부탁드립니다", parent=answer)
    await channel.rounds_until(lambda: answer in channel.posts)
    number, seen = further.remote_id, []
    while number and number in channel.posts and number not in seen:
        seen.append(number)
        number = channel.posts[number].parent_id
    assert question.remote_id in seen


@needs("stream")
async def test_a_live_post_arrives(channel: Channel) -> None:
    """A live line brings a new post as it happens."""
    await channel.round()
    async with _lines(channel) as lines:
        await _opened(lines)
        number = await channel.stand.write("실시간 글입니다")
        got = await _until(channel, lines, number)
    assert got is not None and "실시간 글입니다" in got


@needs("stream")
async def test_a_gap_of_the_live_line_is_filled(channel: Channel) -> None:
    """What was written while the line was down is brought by the round after it is up again."""
    await channel.round()
    async with _lines(channel) as lines:
        await _opened(lines)
        first = await channel.stand.write("줄이 살아 있을 때")
        await _until(channel, lines, first)
    missed = await channel.stand.write("줄이 끊겼을 때")
    async with _lines(channel) as lines:
        await _opened(lines)
        await channel.round()
        assert missed in channel.posts
        last = await channel.stand.write("다시 이어진 뒤")
        await _until(channel, lines, last)
    assert {first, missed, last} <= set(channel.posts)
    done = await channel.round()
    assert done.gone == [] and len({p.remote_id for p in done.changed}) == len(done.changed)


def _lines(channel: Channel) -> aclosing[AsyncGenerator[Batch, None]]:
    return aclosing(cast("AsyncGenerator[Batch, None]", channel.connector.stream()))


async def _opened(lines: AsyncGenerator[Batch, None]) -> None:
    first = await asyncio.wait_for(anext(lines), LIVE_S)
    assert first.posts == () and first.gone == () and not first.cursor


async def _until(channel: Channel, lines: AsyncGenerator[Batch, None], number: str) -> str:
    """The text of that post as soon as it comes; where the line only says that something did, a round."""
    async with asyncio.timeout(LIVE_S):
        async for batch in lines:
            assert not batch.cursor
            channel.take(batch, Round())
            if number not in channel.posts and not batch.posts:
                await channel.round()
            if number in channel.posts:
                return nfc(channel.posts[number].text)
    raise AssertionError("the line ended")


@needs("activity")
async def test_how_much_an_account_writes(channel: Channel) -> None:
    """How much the channel's own account writes can be asked."""
    await channel.written("활동을 셉니다")
    (own,) = await channel.connector.activity([])
    assert own.state == "ok" and own.handle
    assert own.posts is not None or own.last_post_ms is not None
    assert own.posts is None or own.posts >= 0
    now_ms = channel.clock.real() * 1000
    assert own.last_post_ms is None or now_ms - 40 * 365 * DAY_MS < own.last_post_ms < now_ms + AWAY_MS
    try:
        missing = await channel.connector.activity(["nobody-of-this-name-9"])
    except Refused as error:
        assert error.reason  # only its own account
    else:
        assert len(missing) == 1 and missing[0].state in ("missing", "private", "suspended")
