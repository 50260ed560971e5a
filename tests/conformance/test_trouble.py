"""Promises about trouble on the way: it is named, nothing is lost by it, and nobody asks too often."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    ConnectorError,
    Malformed,
    OutcomeUnknown,
    Post,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http, Timeouts
from tests.conformance.stand import Fault
from tests.conformance.suite import Channel, leaks, needs

LONGEST_PAUSE_MS = 3600 * 1000
"""A server that says sixty seconds is not left alone for longer than this."""

LONGEST_QUOTA_MS = 26 * 3600 * 1000


async def outage(channel: Channel, kind: Fault, expected: tuple[type[ConnectorError], ...]) -> None:
    """While the fault lasts, asking fails and changes nothing; afterwards nothing is missing."""
    first = await channel.written("고장 나기 전")
    cursor = dict(channel.cursor)
    channel.stand.fault(kind)
    missed = None
    if kind is not Fault.DEAD:
        missed = await channel.stand.write("고장 난 동안")
    for _ in range(2):
        with pytest.raises(expected):
            await channel.round()
        assert channel.cursor == cursor
    channel.stand.heal()
    channel.later(7200)
    missed = missed or await channel.stand.write("고장 난 뒤")
    await channel.rounds_until(lambda: missed in channel.posts)
    assert first.remote_id in channel.posts and not channel.gone


async def test_a_server_error_loses_nothing(channel: Channel) -> None:
    """A server that fails is asked again later, and nothing is missing then."""
    await outage(channel, Fault.SERVER_ERROR, (Unreachable, RateLimited))


async def test_a_dead_server_loses_nothing(channel: Channel) -> None:
    """A server that does not answer at all is asked again later, and nothing is missing then."""
    await outage(channel, Fault.DEAD, (Unreachable,))


async def test_an_unreadable_answer_loses_nothing(channel: Channel) -> None:
    """A page of a proxy instead of an answer is recognised, and nothing is missing later."""
    await outage(channel, Fault.UNREADABLE, (Unreachable, Malformed))


async def test_an_endless_answer_ends(channel: Channel, impatient: Http) -> None:
    """An answer that never ends is given up, and nothing is missing later."""
    first = await channel.written("느려지기 전")
    cursor = dict(channel.cursor)
    channel.stand.fault(Fault.SLOW)
    channel.reopen(impatient)
    with pytest.raises(Unreachable):
        await channel.round()
    assert channel.cursor == cursor
    channel.stand.heal()
    channel.reopen()
    missed = await channel.stand.write("다시 빨라진 뒤")
    await channel.rounds_until(lambda: missed in channel.posts)
    assert first.remote_id in channel.posts and not channel.gone


@needs("reply")
async def test_a_server_error_never_doubles_a_reply(channel: Channel) -> None:
    """A reply that met a failing server is there once in the end."""
    post = await channel.written("고장 나면 답은?")
    outgoing = channel.out(Action.REPLY, post, "한 번은 갑니다.")
    channel.stand.fault(Fault.SERVER_ERROR)
    with pytest.raises((Unreachable, OutcomeUnknown, RateLimited)):
        await channel.connector.send(outgoing)
    channel.stand.heal()
    channel.later(7200)
    channel.reopen()
    if await channel.connector.look_up(outgoing) is None:
        await channel.connector.send(outgoing)
    assert len(await channel.stand.replies(post.remote_id)) == 1


# --- sign-in ----------------------------------------------------------------------------------------------


async def test_an_ended_token_is_renewed_once(channel: Channel) -> None:
    """A token that has ended is renewed once; where that is impossible, a new sign-in is asked for."""
    await channel.written("토큰이 끝나기 전")
    tokens = channel.config.tokens
    before = dict(tokens.secret) if tokens is not None else {}
    channel.stand.fault(Fault.TOKEN_EXPIRED)
    if tokens is None:
        with pytest.raises(AuthExpired):
            await channel.round()
        return
    number = await channel.stand.write("토큰이 끝난 뒤")
    await channel.round()
    assert number in channel.posts
    renewed = dict(tokens.secret)
    assert renewed != before
    await channel.round()
    assert dict(tokens.secret) == renewed  # once
    channel.stand.heal()
    channel.reopen()
    await channel.round()


async def test_a_withdrawn_sign_in_is_said_once(channel: Channel) -> None:
    """A sign-in that was withdrawn is said to be so, and a new one brings everything back."""
    post = await channel.written("권한이 있을 때")
    channel.stand.fault(Fault.REVOKED)
    with pytest.raises(AuthExpired):
        await channel.round()
    if channel.network.capabilities.reply:
        with pytest.raises(AuthExpired):
            await channel.connector.send(channel.out(Action.REPLY, post, "답합니다."))
    channel.stand.heal()
    channel.reopen()
    number = await channel.stand.write("다시 로그인한 뒤")
    await channel.rounds_until(lambda: number in channel.posts)
    assert not channel.gone


@needs("reply")
async def test_a_missing_permission_is_said_in_words(channel: Channel) -> None:
    """A permission that was taken away is said in words and not taken for an ended sign-in."""
    post = await channel.written("답할 수 있을 때")
    channel.stand.fault(Fault.FORBIDDEN)
    with pytest.raises(Refused) as refused:
        await channel.connector.send(channel.out(Action.REPLY, post, "답합니다."))
    assert refused.value.reason
    try:
        await channel.round()
    except ConnectorError as error:
        assert not isinstance(error, AuthExpired)
    channel.stand.heal()
    channel.reopen()
    await act_again(channel, post)


async def act_again(channel: Channel, post: Post) -> None:
    await channel.connector.send(channel.out(Action.REPLY, post, "이제 답합니다."))
    assert len(await channel.stand.replies(post.remote_id)) == 1


# --- budgets ----------------------------------------------------------------------------------------------


async def silent_until(channel: Channel, longest_ms: int) -> None:
    """Being asked to wait is said with a time; until then no request reaches the server, then all is well."""
    with pytest.raises(RateLimited) as limited:
        await channel.round()
    until_ms = limited.value.until_ms
    now_ms = channel.clock() * 1000
    assert now_ms < until_ms <= now_ms + longest_ms
    channel.stand.heal()
    before = channel.stand.requests()
    channel.reopen()  # another start of the program, with the same memory of limits
    with pytest.raises(RateLimited) as again:
        await channel.round()
    assert channel.stand.requests() == before and again.value.until_ms > channel.clock() * 1000
    channel.later((until_ms - now_ms) / 1000 + 2)
    number = await channel.stand.write("기다린 뒤")
    await channel.rounds_until(lambda: number in channel.posts)


async def test_being_asked_to_wait_is_obeyed(channel: Channel) -> None:
    """A server that asks us to wait gets no request until the time that it said."""
    await channel.written("바쁘기 전")
    channel.stand.fault(Fault.RATE_LIMITED)
    await silent_until(channel, LONGEST_PAUSE_MS)


async def test_a_spent_budget_is_not_overdrawn(channel: Channel) -> None:
    """A good answer that says it was the last one for a while is the last one."""
    await channel.written("예산이 있을 때")
    channel.stand.fault(Fault.BUDGET_SPENT)
    try:
        await channel.round()
    except RateLimited:
        pass  # a round of several requests met the end in between
    await silent_until(channel, LONGEST_PAUSE_MS)


async def test_a_used_up_quota_is_respected(channel: Channel) -> None:
    """A day's quota that is used up is waited for."""
    await channel.written("할당량이 있을 때")
    channel.stand.fault(Fault.QUOTA_USED_UP)
    await silent_until(channel, LONGEST_QUOTA_MS)


# --- secrets ----------------------------------------------------------------------------------------------


async def test_no_trouble_shows_a_secret(channel: Channel, impatient: Http) -> None:
    """Whatever goes wrong, no secret is in an error, a repr or the log."""
    post = await channel.written("비밀은 비밀로")
    errors: list[BaseException] = []
    for kind in Fault:
        channel.stand.heal()
        # A client of its own, because one that was told to wait asks nothing more.
        http = Http(clock=channel.clock, timeouts=Timeouts(connect=20, read=20, total=40))
        connector = channel.reopen(impatient if kind is Fault.SLOW else http)
        try:
            channel.stand.fault(kind)
        except NotImplementedError:
            continue
        outgoing = channel.out(Action.REPLY, post, "답합니다.")
        errors += await failures(connector.check)
        if kind is not Fault.SLOW:  # once is enough to wait for
            errors += await failures(
                lambda connector=connector: connector.fetch(channel.cursor),
                lambda connector=connector, outgoing=outgoing: connector.send(outgoing),
            )
        assert not list(leaks(f"{channel.config!r} {connector!r}", channel.secrets))
        await http.aclose()
    channel.stand.heal()
    channel.reopen()
    assert errors
    for error in errors:
        shown = "".join(traceback.format_exception(error)) + repr(error)
        assert not list(leaks(shown, channel.secrets)), type(error)


async def failures(*calls: Callable[[], Awaitable[Any]]) -> list[BaseException]:
    found: list[BaseException] = []
    for call in calls:
        try:
            await call()
        except ConnectorError as error:
            found.append(error)
    return found
