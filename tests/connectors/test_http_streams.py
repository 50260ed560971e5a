"""Answers without end: lines of server-sent events and frames of a WebSocket."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.utils import accept_key

from connectors.base import AuthExpired, ConnectorError, Malformed, RateLimited, Unreachable
from connectors.http import Http, Timeouts
from connectors.http_parts import LineSplitter
from tests.servers.fakecity import FakeCity, Reply, faults
from tests.servers.fakecity.server import Connection


def events(*pieces: bytes, then_wait: bool = False, kind: str = "text/event-stream") -> Reply:
    def wire(line: Connection) -> None:
        line.head(200, {"Content-Type": kind, "Connection": "close"})
        for piece in pieces:
            line.send(piece)
        if then_wait:
            line.stopping.wait()

    return Reply(wire=wire)


async def read_all(frames: AsyncIterator[str]) -> tuple[list[str], ConnectorError]:
    """Everything that came, and the error that ended it."""
    got: list[str] = []
    with pytest.raises(ConnectorError) as caught:
        async for frame in frames:
            got.append(frame)
    return got, caught.value


async def test_lines_begin_with_an_empty_one_and_heartbeats_need_no_block(city: FakeCity, http: Http) -> None:
    url = city.route(
        "/s", events(b":)\n", b":thump\n", "event: update\r\ndata: 글".encode(), b"\n\n:thump\n")
    )
    got, error = await read_all(http.lines(url, auth="Bearer t"))
    assert got == ["", ":)", ":thump", "event: update", "data: 글", "", ":thump"]
    assert (type(error), error.code) == (Unreachable, "closed")
    assert city.asked("/s")[0].headers["authorization"] == "Bearer t"
    assert city.asked("/s")[0].headers["accept"] == "text/event-stream"


async def test_silence_ends_a_stream(city: FakeCity, http: Http) -> None:
    url = city.route("/s", events(b":)\n", then_wait=True))
    got, error = await read_all(http.lines(url, idle_s=1.0))
    assert got == ["", ":)"]
    assert (type(error), error.code) == (Unreachable, "timeout")


async def test_the_first_line_comes_before_anything_is_said(city: FakeCity, http: Http) -> None:
    lines = http.lines(city.route("/s", events(then_wait=True)))
    assert await anext(lines) == ""
    await lines.aclose()


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        (faults.status(401), AuthExpired, "http-401"),
        (faults.status(429, retry_after="5"), RateLimited, "http-429"),
        (faults.status(404), Unreachable, "http-404"),
        (faults.status(502), Unreachable, "http-502"),
        (faults.status(204), Unreachable, "http-204"),
        (faults.redirect("/elsewhere"), Unreachable, "redirects"),
        (faults.half_chunk(), Unreachable, "broken"),
        (faults.content_type("text/html; charset=utf-8"), Malformed, "html"),
    ],
)
async def test_a_stream_fails_like_a_request(
    city: FakeCity, http: Http, fault: object, kind: type, code: str
) -> None:
    url = city.route("/s", Reply(200, b"data: 1\n", {"Content-Type": "text/event-stream"}))
    city.fault("/s", fault)  # type: ignore[arg-type]
    _, error = await read_all(http.lines(url))
    assert (type(error), error.code) == (kind, code)


async def test_a_line_that_never_ends_is_given_up(city: FakeCity, http: Http) -> None:
    url = city.route("/s", events(*[b"x" * 200_000] * 10, then_wait=True))
    _, error = await read_all(http.lines(url))
    assert (type(error), error.code) == (Malformed, "too-large")


@given(st.lists(st.sampled_from(["\n", "\r\n", "가나", "data: x", ":", ""])), st.integers(1, 7))
def test_lines_do_not_depend_on_how_the_bytes_were_cut(words: list[str], size: int) -> None:
    data = "".join([*words, "\n"]).encode()
    splitter = LineSplitter(1000)
    cut = [line for at in range(0, len(data), size) for line in splitter.feed(data[at : at + size])]
    assert cut == data.decode().replace("\r\n", "\n").split("\n")[:-1]


# --- WebSocket ------------------------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def socket_server(talk: object, **options: object) -> AsyncIterator[tuple[str, Server]]:
    async with serve(talk, "127.0.0.1", 0, **options) as server:  # type: ignore[arg-type]
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api?stream=user", server


async def test_frames_begin_with_an_empty_one_and_end_with_the_line(http: Http) -> None:
    seen: list[tuple[str, str | None]] = []

    async def talk(line: ServerConnection) -> None:
        assert line.request is not None
        seen.append((line.request.path, line.request.headers.get("Authorization")))
        await line.send('{"event": "update"}')
        await line.send(b"binary is ignored")
        await line.send("둘")

    async with socket_server(talk) as (url, _):
        got, error = await read_all(http.websocket(url, auth="Bearer t"))
    assert got == ["", '{"event": "update"}', "둘"]
    assert (type(error), error.code) == (Unreachable, "closed")
    assert seen == [("/api?stream=user", "Bearer t")]


async def test_a_refused_greeting_is_named(http: Http) -> None:
    async def talk(line: ServerConnection) -> None:
        await line.wait_closed()

    for status, kind in ((401, AuthExpired), (404, Unreachable), (503, Unreachable)):

        def refuse(line: ServerConnection, request: object, status: int = status) -> object:
            return line.respond(status, "no")

        async with socket_server(talk, process_request=refuse) as (url, _):
            got, error = await read_all(http.websocket(url))
        assert got == []
        assert (type(error), error.code) == (kind, f"http-{status}")


async def test_a_server_that_never_greets_is_given_up() -> None:
    frozen: list[asyncio.StreamWriter] = []

    async def freeze(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        frozen.append(writer)
        await reader.read(10_000)

    server = await asyncio.start_server(freeze, "127.0.0.1", 0)
    url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    quick = Http(timeouts=Timeouts(connect=0.2))
    _, error = await read_all(quick.websocket(url))
    assert (type(error), error.code) == (Unreachable, "timeout")
    server.close()
    for writer in frozen:
        writer.close()


async def test_a_frozen_line_is_pinged_and_given_up(http: Http) -> None:
    """A server that greets, keeps its line open and then answers nothing, not even a ping."""
    frozen: list[asyncio.StreamWriter] = []

    async def freeze(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        frozen.append(writer)
        greeting = (await reader.readuntil(b"\r\n\r\n")).decode()
        key = re.search(r"Sec-WebSocket-Key: (\S+)", greeting, re.I)
        assert key is not None
        writer.write(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept_key(key[1]).encode() + b"\r\n\r\n"
        )
        await reader.read()

    server = await asyncio.start_server(freeze, "127.0.0.1", 0)
    url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    got, error = await read_all(http.websocket(url, idle_s=0.2))
    assert got == [""]
    assert (type(error), error.code) == (Unreachable, "closed")
    server.close()
    for writer in frozen:
        writer.close()


async def test_no_websocket_server_at_all(city: FakeCity, http: Http) -> None:
    _, error = await read_all(http.websocket("ws://127.0.0.1:1/"))
    assert (type(error), error.code) == (Unreachable, "refused")
    _, error = await read_all(http.websocket(city.route("/page", Reply(200, b"a page"))))
    assert (type(error), error.code) == (Unreachable, "http-200")


async def test_a_frame_that_is_too_large_ends_the_line(http: Http) -> None:
    async def talk(line: ServerConnection) -> None:
        await line.send("x" * 3_000_000)
        await line.wait_closed()

    async with socket_server(talk) as (url, _):
        _, error = await read_all(http.websocket(url))
    assert error.code in ("too-large", "closed")
