"""Kept lines: used again while they live, never trusted with a write once the server has closed them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import httpcore
import pytest

from connectors.http import Http
from connectors.http_lines import Line, Lines

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


async def test_our_clients_lines_remember_their_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
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
