"""Mail when things go wrong: refused mails, cut lines, wrong passwords, servers that say wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    ChannelConfig,
    ConnectorError,
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http, Timeouts
from connectors.mail import NETWORK, imap, providers
from tests.connectors.mail_desk import Desk, desk, desk_on
from tests.servers.mail import mail

__all__ = ["desk"]


@pytest.fixture
async def plain_desk(http: Http) -> AsyncIterator[Desk]:
    """On a server that files nothing by itself."""
    desk = await desk_on(http, files_sent=False)
    yield desk
    await desk.channel.aclose()
    await desk.city.close()


# --- sending ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "reply", "kind"),
    [
        ("MAIL", "553 5.7.1 Sender address rejected: not owned by user", Refused),
        ("RCPT", "550 5.1.1 <hong@mail.example>: no such user", Refused),
        ("RCPT", "450 4.2.0 Greylisted, try again in 5 minutes", Unreachable),
        ("RCPT", "452 4.5.3 Too many recipients", RateLimited),
        ("DATA", "552 5.3.4 Message size exceeds fixed limit", Refused),
        ("DATA", "554 5.7.1 Rejected as spam", Refused),
        ("DATA", "451 4.3.0 Local error", Unreachable),
        ("DATA", "550 5.4.5 Daily user sending limit exceeded", RateLimited),
    ],
)
async def test_a_refused_mail_is_not_sent(desk: Desk, step: str, reply: str, kind: type[Exception]) -> None:
    post = await desk.put()
    desk.city.smtp.replies[step] = reply
    with pytest.raises(kind) as failed:
        await desk.channel.send(desk.out(Action.REPLY, post, "답합니다."))
    assert type(failed.value) is kind and desk.city.smtp.sent == []
    if isinstance(failed.value, Refused) and "552" not in reply:
        assert reply[4:20] in failed.value.reason  # the server's own words
    if isinstance(failed.value, RateLimited):
        before = desk.city.smtp.connections
        with pytest.raises(RateLimited):
            await desk.channel.send(desk.out(Action.REPLY, post, "답합니다."))
        assert desk.city.smtp.connections == before
    assert await desk.channel.look_up(desk.out(Action.REPLY, post, "답합니다.")) is None


async def test_a_line_cut_after_the_final_dot_is_in_doubt(plain_desk: Desk) -> None:
    """Where the server files nothing itself nobody can know; the second attempt has the same Message-ID."""
    desk = plain_desk
    post = await desk.put()
    outgoing = desk.out(Action.REPLY, post, "답합니다.")
    desk.city.smtp.lose = "answer"
    with pytest.raises(OutcomeUnknown):
        await desk.channel.send(outgoing)
    assert await desk.channel.look_up(outgoing) is None
    sent = await desk.channel.send(outgoing)
    first, second = [one.data for one in desk.city.smtp.sent]
    assert first == second and sent.remote_id.encode() in first
    assert (await desk.channel.look_up(outgoing)) is not None  # now our own copy is there
    await desk.channel.send(outgoing)
    assert len(desk.city.smtp.sent) == 2 and len(desk.city.box.uids("Sent")) == 1


async def test_a_mail_that_cannot_be_filed_is_sent_all_the_same(plain_desk: Desk) -> None:
    desk = plain_desk
    post = await desk.put()
    real = desk.city.smtp.handle_DATA

    async def accept(*given: Any) -> str:
        answer = await real(*given)
        desk.city.proxy.mode = "bye"
        return answer

    desk.city.smtp.handle_DATA = accept  # type: ignore[method-assign]
    sent = await desk.channel.send(desk.out(Action.REPLY, post, "답합니다."))
    assert sent.post is not None and sent.post.text == "답합니다." and len(desk.city.smtp.sent) == 1


async def test_a_mail_larger_than_the_server_takes_is_not_begun(desk: Desk) -> None:
    desk.city.smtp.size = 2000
    post = await desk.put()
    with pytest.raises(Refused) as refused:
        await desk.channel.send(desk.out(Action.REPLY, post, "가" * 2000))
    assert "더 " in refused.value.reason or "너무" in refused.value.reason
    assert desk.city.smtp.sent == []


async def test_an_address_in_hangul_needs_a_server_that_knows_it(desk: Desk) -> None:
    post = await desk.put(sender="홍길동@한빛.example")
    await desk.channel.send(desk.out(Action.REPLY, post, "답합니다."))
    assert desk.city.smtp.sent[0].recipients == ["홍길동@" + "한빛.example".encode("idna").decode()]


async def test_a_move_whose_answer_is_lost_is_looked_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    post = await desk.put()
    real = imap.Imap.command

    async def command(self: imap.Imap, *given: Any, **how: Any) -> Any:
        answer = await real(self, *given, **how)
        if "MOVE" in given:
            desk.city.proxy.cut()
            return await real(self, "NOOP", writes=True)
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(imap.Imap, "command", command)
        with pytest.raises(OutcomeUnknown):
            await desk.channel.send(desk.out(Action.TRASH, post))
    found = await desk.channel.look_up(desk.out(Action.TRASH, post))
    assert found is not None and found.post is not None and found.post.state == "hidden"


# --- reading ----------------------------------------------------------------------------------------------


async def test_a_wrong_password_is_said_once_and_shows_nothing(desk: Desk) -> None:
    secret = {"login": desk.city.user, "password": 'wrong "pass\\word" 한'}
    channel = NETWORK.open(
        ChannelConfig(desk.config.url, desk.city.address, desk.config.options, secret), desk.http
    )
    with pytest.raises(AuthExpired) as failed:
        await channel.check()
    assert "wrong" not in str(failed.value) and desk.city.user not in str(failed.value)


async def test_a_wrong_smtp_password_is_noted_by_the_check(desk: Desk) -> None:
    desk.city.smtp.users.clear()
    assert "SMTP" in (await desk.channel.check()).note
    post = await desk.put()
    with pytest.raises(AuthExpired):
        await desk.channel.send(desk.out(Action.REPLY, post, "답합니다."))


@pytest.mark.parametrize("mode", ["bye", "unreadable", "server-error"])
async def test_a_push_line_that_breaks_says_so(desk: Desk, mode: str) -> None:
    stream = desk.channel.stream()
    await anext(stream)
    waiting = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0.1)
    desk.city.proxy.mode = mode
    desk.city.proxy.cut()
    with pytest.raises(Unreachable):
        await asyncio.wait_for(waiting, 10)
    with pytest.raises(ConnectorError):
        await desk.channel.fetch({})


async def test_a_caller_who_gives_up_leaves_no_answer_behind(desk: Desk) -> None:
    """The next command would take the late answer for its own."""
    await desk.put()
    desk.city.proxy.mode = "slow"
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await desk.channel.fetch(desk.cursor)
    desk.city.proxy.mode = ""
    data = mail("그 뒤의 글", to=desk.city.address)
    desk.city.box.put(data)
    posts, gone = await desk.news()
    assert [post.text for post in posts] == ["그 뒤의 글"] and gone == []


async def test_a_server_that_says_wait_is_left_alone(desk: Desk) -> None:
    desk.city.proxy.mode = "rate-limited"
    with pytest.raises(RateLimited) as limited:
        await desk.channel.fetch({})
    assert limited.value.until_ms > time.time() * 1000 + 60_000
    before = desk.city.proxy.lines
    with pytest.raises(RateLimited):
        await anext(desk.channel.stream())
    assert desk.city.proxy.lines == before


# --- a server of lines ------------------------------------------------------------------------------------


class Script:
    """Answers every command with what it was told, to try what no real server says."""

    def __init__(self, answers: dict[str, bytes], greeting: bytes = b"* OK hello\r\n") -> None:
        self.answers, self.greeting = answers, greeting
        self.tasks: set[asyncio.Task[Any]] = set()

    async def start(self) -> Script:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def stop(self) -> None:
        self.server.close()
        if self.tasks:
            await asyncio.wait(self.tasks)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.tasks.add(asyncio.current_task())  # type: ignore[arg-type]
        writer.write(self.greeting)
        while line := await reader.readline():
            tag, _, rest = line.partition(b" ")
            word = rest.split()[0].decode().upper()
            writer.write(self.answers.get(word, b"%s OK done\r\n").replace(b"%s", tag))
        writer.close()


async def spoken(script: Script, *words: str) -> imap.Answer:
    await script.start()
    line = imap.Imap(providers.Server("127.0.0.1", script.port, "plain"), Timeouts(2, 1, 2))
    try:
        await line.open()
        return await line.command(*words)
    finally:
        line.close()
        await script.stop()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (b"%s NO [NONEXISTENT] no such folder\r\n", Refused),
        (b"%s BAD what?\r\n", Refused),
        (b"%s NO [UNAVAILABLE] later\r\n", Unreachable),
        (b"%s NO [ALERT] Too many simultaneous connections\r\n", RateLimited),
        (b"* BYE shutting down\r\n", Unreachable),
        (b"* BYE [LIMIT] slow down\r\n", RateLimited),
        (b"<html>\r\n", Unreachable),
        (b"* 1 FETCH (BODY[] {10}\r\nabc", Unreachable),
        (b"* 1 FETCH " + b"(" * 500 + b"\r\n%s OK\r\n", Unreachable),
        (b"x9 OK another command's end\r\n", Unreachable),
    ],
)
async def test_answers_that_refuse_or_are_none(answer: bytes, kind: type[Exception]) -> None:
    with pytest.raises(kind) as failed:
        await spoken(Script({"NOOP": answer}), "NOOP")
    assert type(failed.value) is kind


async def test_a_literal_larger_than_wanted_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap, "LONGEST_LITERAL", 10)
    answer = b"* 1 FETCH (UID 1 BODY[] {600000}\r\n" + b"a" * 600_000 + b" FLAGS ())\r\n%s OK\r\n"
    (line,) = (await spoken(Script({"NOOP": answer}), "NOOP")).of("FETCH")
    assert line.values[0] == [b"UID", b"1", b"BODY[]", b"a" * 10, b"FLAGS", []]


async def test_a_server_without_starttls_is_refused() -> None:
    script = await Script({"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n%s OK\r\n"}).start()
    line = imap.Imap(providers.Server("127.0.0.1", script.port, "starttls"), Timeouts(2, 1, 2))
    with pytest.raises(Refused) as refused:
        await line.open()
    assert refused.value.code == "no-tls" and not line.is_open
    await script.stop()


@pytest.mark.parametrize(
    ("tls", "offered"),
    [("starttls", b"STARTTLS"), ("plain", b"STARTTLS LOGINDISABLED")],  # this very PC, but nobody is let in
)
async def test_words_before_the_encryption_are_not_believed(tls: str, offered: bytes) -> None:
    script = await Script(
        {
            "CAPABILITY": b"* CAPABILITY IMAP4rev1 " + offered + b"\r\n%s OK\r\n",
            "STARTTLS": b"%s OK begin\r\n* CAPABILITY AUTH=PLAIN\r\n",
        }
    ).start()
    line = imap.Imap(providers.Server("127.0.0.1", script.port, tls), Timeouts(2, 1, 2))
    with pytest.raises(Unreachable) as failed:
        await line.open()
    assert failed.value.code == "tls"
    await script.stop()
