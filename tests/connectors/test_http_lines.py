"""Kept lines: used again while they live, never trusted with a write once the server has closed them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import httpcore
import pytest

from connectors.base import OutcomeUnknown, Unreachable
from connectors.http import Http, Timeouts
from connectors.http_lines import MOST_HELD, Line, Lines, Wire

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class OneAnswerPerLine:
    """Promises to keep each line, answers ``answers`` requests on it and closes it without a word."""

    def __init__(self, answers: int) -> None:
        self.answers = answers
        self.lines = 0
        self.closed = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lines += 1
        for _ in range(self.answers):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(ANSWER)
            await writer.drain()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
        self.closed.set()


@contextlib.asynccontextmanager
async def serving(answers: int) -> AsyncIterator[tuple[OneAnswerPerLine, str]]:
    fake = OneAnswerPerLine(answers)
    server = await asyncio.start_server(fake.serve, "127.0.0.1", 0)
    async with server:
        yield fake, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"


async def test_a_line_serves_several_requests() -> None:
    async with serving(3) as (fake, address), contextlib.aclosing(Http()) as http:
        for _ in range(3):
            await http.request("POST", address)
        assert fake.lines == 1


async def test_a_write_never_goes_into_a_line_that_the_server_has_closed() -> None:
    async with serving(1) as (fake, address), contextlib.aclosing(Http()) as http:
        await http.request("POST", address)
        await fake.closed.wait()
        await asyncio.sleep(0.05)  # until the end of the line has come through
        await http.request("POST", address)  # else: OutcomeUnknown
        assert fake.lines == 2


async def test_our_client_uses_our_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of httpx that hides its place elsewhere would only be slower; here it is noticed."""
    opened: list[httpcore.AsyncNetworkStream] = []
    connect = Lines.connect_tcp

    async def watched(*args: object, **named: object) -> httpcore.AsyncNetworkStream:
        line = await connect(*args, **named)  # type: ignore[arg-type]
        opened.append(line)
        return line

    monkeypatch.setattr(Lines, "connect_tcp", watched)
    async with serving(1) as (_, address), contextlib.aclosing(Http()) as http:
        await http.get(address)
    assert [type(line) for line in opened] == [Line]


class Recorded(asyncio.Transport):
    """Notes when a wire tells the other side to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def pause_reading(self) -> None:
        self.told.append("wait")

    def resume_reading(self) -> None:
        self.told.append("go on")


def test_an_unread_answer_makes_the_other_side_wait() -> None:
    wire, transport = Wire(), Recorded()
    wire.connection_made(transport)
    wire.data_received(b"a" * MOST_HELD)
    assert transport.told == []
    wire.data_received(b"bc")
    assert transport.told == ["wait"]
    while (taken := wire.take(100_000)) and taken != b"bc":
        assert len(taken) <= 100_000
    assert taken == b"bc" and transport.told == ["wait", "go on"]
    assert wire.take(10) == b""


async def test_a_long_answer_comes_whole() -> None:
    body = bytes(range(256)) * 40_000  # 10 MB, many times what a line takes in unread

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server, contextlib.aclosing(Http()) as http:
        answer = await http.get(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    assert answer.body == body


async def test_a_server_that_takes_nothing_in_is_waited_for_only_so_long() -> None:
    met = asyncio.Event()

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await met.wait()
        writer.transport.abort()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=1)
    async with server, contextlib.aclosing(Http(timeouts=Timeouts(read=0.3, total=20))) as http:
        with pytest.raises(OutcomeUnknown) as unsure:
            address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
            await http.request("POST", address, content=bytes(20_000_000))
        met.set()
    assert unsure.value.code == "timeout"


async def test_an_answer_cut_short_is_told_as_broken() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        await writer.drain()
        writer.transport.abort()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server, contextlib.aclosing(Http(retries=0)) as http:
        with pytest.raises(Unreachable) as broken:
            await http.get(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    assert broken.value.code == "broken"
