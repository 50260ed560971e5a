"""What can go wrong on the way, as functions that spoil one answer. See ``FakeCity.fault``."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.servers.fakecity.server import Connection, Fault, Reply, Request


def _with(reply: Reply, **changes: object) -> Reply:
    from dataclasses import replace

    return replace(reply, **changes)  # type: ignore[arg-type]


def status(code: int, *, body: bytes = b"", **headers: str) -> Fault:
    """Another status; header names with _ for -: ``status(429, retry_after="7")``."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _, reply: _with(reply, status=code, body=body, headers=named)


def redirect(to: str, code: int = 302) -> Fault:
    return lambda _, reply: _with(reply, status=code, body=b"", headers={"Location": to})


def content_type(value: str) -> Fault:
    return lambda _, reply: _with(reply, headers={**reply.headers, "Content-Type": value})


def truncated(share: float = 0.5) -> Fault:
    """The announced length, and only a part of it: the line ends within the body."""

    def spoil(_: Request, reply: Reply) -> Reply:
        def wire(line: Connection) -> None:
            line.head(reply.status, {**reply.headers, "Content-Length": str(len(reply.body))})
            line.send(reply.body[: int(len(reply.body) * share)])

        return _with(reply, wire=wire)

    return spoil


def cut_without_length(share: float = 0.5) -> Fault:
    """No length is announced, so a part looks like the whole."""

    def spoil(_: Request, reply: Reply) -> Reply:
        def wire(line: Connection) -> None:
            line.head(reply.status, {**reply.headers, "Connection": "close"})
            line.send(reply.body[: int(len(reply.body) * share)])

        return _with(reply, wire=wire)

    return spoil


def compressed(encoding: str = "gzip") -> Fault:
    """The same answer, compressed: "gzip", "deflate" or "raw-deflate" (without its header)."""

    def spoil(_: Request, reply: Reply) -> Reply:
        if encoding == "gzip":
            body = gzip.compress(reply.body)
        else:
            packer = zlib.compressobj(wbits=-15 if encoding == "raw-deflate" else 15)
            body = packer.compress(reply.body) + packer.flush()
        name = "gzip" if encoding == "gzip" else "deflate"
        return _with(reply, body=body, headers={**reply.headers, "Content-Encoding": name})

    return spoil


def bomb(megabytes: int = 200) -> Fault:
    """A few kilobytes that open to ``megabytes``."""

    packer = zlib.compressobj(9, wbits=31)
    spaces = b" " * 1_000_000
    body = b"".join(packer.compress(spaces) for _ in range(megabytes)) + packer.flush()

    def spoil(_: Request, reply: Reply) -> Reply:
        return _with(reply, body=body, headers={**reply.headers, "Content-Encoding": "gzip"})

    return spoil


def oversized(megabytes: int = 25, *, announced: bool = True) -> Fault:
    """More than anybody wants to read; not announced: as long as the other side listens."""

    def spoil(_: Request, reply: Reply) -> Reply:
        def wire(line: Connection) -> None:
            length = {"Content-Length": str(megabytes * 1_000_000)} if announced else {"Connection": "close"}
            line.head(200, {**reply.headers, **length})
            for _ in range(megabytes * 10):
                line.send(b" " * 100_000)

        return _with(reply, wire=wire)

    return spoil


def drip(pause_s: float = 0.05) -> Fault:
    """One byte after the other, for ever."""

    def spoil(_: Request, reply: Reply) -> Reply:
        def wire(line: Connection) -> None:
            line.head(200, {**reply.headers, "Content-Length": "10000000"})
            while not line.stopping.wait(pause_s):
                line.send(b" ")

        return _with(reply, wire=wire)

    return spoil


def silence() -> Fault:
    """The request is taken and never answered, until the city ends."""

    def spoil(_: Request, reply: Reply) -> Reply:
        return _with(reply, wire=lambda line: line.stopping.wait() and None)

    return spoil


def hang_up() -> Fault:
    """The request is taken and carried out, and the line closed without an answer."""
    return lambda _, reply: _with(reply, wire=lambda line: None)


def nonsense() -> Fault:
    """Bytes that are no HTTP."""
    return lambda _, reply: _with(reply, wire=lambda line: line.send(b"SSH-2.0-nonsense\r\n\r\n"))


def half_chunk() -> Fault:
    """A chunked body that ends within a chunk: a half-closed stream."""

    def spoil(_: Request, reply: Reply) -> Reply:
        def wire(line: Connection) -> None:
            line.head(200, {**reply.headers, "Transfer-Encoding": "chunked"})
            line.send(b"ffff\r\n" + reply.body[:100])

        return _with(reply, wire=wire)

    return spoil
