"""One line to an IMAP server (RFC 3501): opened with TLS, signed in, one command at a time.

It knows commands and answers, no folders' meaning and no mails. A line on which anything went wrong, also a
caller that was cancelled within a command, is closed and never used again. It is our own because the library
with coroutines is under the GPL and the others block and know no QRESYNC.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import logging
import re
import socket
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from connectors.base import AuthExpired, ConnectorError, OutcomeUnknown, RateLimited, Refused, Unreachable
from connectors.http import Timeouts
from connectors.http_parts import connect_code, tls_context
from connectors.mail.providers import Server
from connectors.mail.words import Line, Piece, quotable, quote, read_line

log = logging.getLogger(__name__)

LONGEST_LINE = 4_000_000
LONGEST_LITERAL = 2_000_000
"""Bytes of one literal that are kept; what follows is read and thrown away."""

MOST_LINES = 200_000
LIMIT_PAUSE_S = 300.0

_LITERAL = re.compile(rb"~?\{(\d{1,12})\+?\}$")
_BUSY = ("UNAVAILABLE", "INUSE", "SERVERBUG", "EXPUNGEISSUED")
_TOO_MANY = re.compile(
    r"too many|maximum number|rate limit|throttl|exceeded.*(?:connection|command|bandwidth)", re.I
)

NO_TLS = (
    "메일 서버가 암호화(STARTTLS)를 지원하지 않아 연결하지 않았습니다. / "
    "The mail server offers no encryption (STARTTLS), so nothing was sent to it."
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came between a command and its end."""

    lines: tuple[Line, ...]
    end: Line

    def of(self, kind: str) -> list[Line]:
        return [line for line in self.lines if line.kind == kind]

    def code(self, name: str) -> int:
        """The number of a response code such as UIDNEXT; 0 where the server did not say."""
        for line in (*self.lines, self.end):
            if line.code_name == name:
                return line.code_number
        return 0


class Imap:
    def __init__(self, server: Server, timeouts: Timeouts) -> None:
        self.server = server
        self._connect_s = timeouts.connect
        self._total_s = 4 * timeouts.total  # a whole answer, which may be large, or drip for ever
        self._answer_s = 2 * timeouts.read  # a line of an answer; servers search large mailboxes for a while
        self.capabilities: frozenset[str] = frozenset()
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._count = 0

    @property
    def is_open(self) -> bool:
        return self._writer is not None and not self._writer.is_closing()

    def can(self, name: str) -> bool:
        return name in self.capabilities

    # --- opening ------------------------------------------------------------------------------------------

    async def open(self) -> None:
        """Connect with verified TLS. Plain only to this very PC (``Server``); never instead of TLS."""
        server = self.server
        context = None if server.tls == "plain" else await asyncio.to_thread(tls_context)
        try:
            async with asyncio.timeout(self._connect_s):
                self._reader, self._writer = await asyncio.open_connection(
                    server.host,
                    server.port,
                    ssl=context if server.tls == "tls" else None,
                    limit=LONGEST_LINE,
                )
        except TimeoutError:
            raise Unreachable(f"{server.host}:{server.port} did not answer", "connect") from None
        except (OSError, UnicodeError, ValueError) as error:
            raise Unreachable(
                f"{server.host}:{server.port}: {type(error).__name__}", connect_code(error)
            ) from None
        _keep_alive(self._writer)
        greeting = await self._guarded(self._read)
        if greeting.kind not in ("OK", "PREAUTH"):
            self.close()
            raise _refusal(greeting, "greeting")
        await self.ask_capabilities()
        locked = server.tls == "plain" and self.can("LOGINDISABLED") and self.can("STARTTLS")
        if server.tls == "starttls" or locked:
            await self._secure(context or await asyncio.to_thread(tls_context))
            await self.ask_capabilities()

    async def _secure(self, context: object) -> None:
        if not self.can("STARTTLS"):
            self.close()
            raise Refused(NO_TLS, "no-tls")
        await self.command("STARTTLS")
        assert self._writer is not None and self._reader is not None
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0):
                await self._reader.read(1)
                self.close()  # words that came before the encryption could be anybody's
                raise Unreachable("words before the encryption", "tls")
        try:
            async with asyncio.timeout(self._connect_s):
                await self._writer.start_tls(context, server_hostname=self.server.host)  # type: ignore[arg-type]
        except (OSError, TimeoutError) as error:
            self.close()
            raise Unreachable(f"STARTTLS: {type(error).__name__}", "tls") from None

    async def ask_capabilities(self) -> None:
        """To be asked again after the sign-in: many servers tell only then what they can do."""
        answer = await self.command("CAPABILITY")
        for line in answer.of("CAPABILITY"):
            self.capabilities = frozenset(
                word.decode("ascii", "replace").upper() for word in line.values if isinstance(word, bytes)
            )

    async def login(self, name: str, password: str) -> None:
        plain = quotable(name) and quotable(password)
        if plain and not self.can("LOGINDISABLED"):
            await self._sign_in("LOGIN", quote(name), quote(password))
        elif self.can("AUTH=PLAIN") or self.can("LOGINDISABLED"):
            await self._authenticate("PLAIN", f"\0{name}\0{password}".encode())
        else:
            await self._sign_in("LOGIN", name.encode(), password.encode())
        await self.ask_capabilities()

    async def login_with_token(self, name: str, token: str) -> None:
        """XOAUTH2: a refusal comes as a challenge that wants an empty line before the NO."""
        await self._authenticate("XOAUTH2", f"user={name}\x01auth=Bearer {token}\x01\x01".encode())
        await self.ask_capabilities()

    async def _authenticate(self, how: str, words: bytes) -> None:
        coded = base64.b64encode(words).decode()
        if self.can("SASL-IR"):
            await self._sign_in("AUTHENTICATE", how, coded, replies=("",))
        else:
            await self._sign_in("AUTHENTICATE", how, replies=(coded, ""))

    async def _sign_in(self, *words: str | bytes, replies: tuple[str, ...] = ()) -> None:
        try:
            await self.command(*words, replies=replies)
        except Refused as error:
            self.close()
            # The server's words, never ours: the command holds the password.
            raise AuthExpired(f"{self.server.host} refused the sign-in: {error.reason}", error.code) from None

    def close(self) -> None:
        if self._writer is not None:
            with contextlib.suppress(OSError, RuntimeError):
                self._writer.close()
        self._reader = self._writer = None

    async def logout(self) -> None:
        """Say goodbye, but wait for nobody long."""
        if self.is_open:
            with contextlib.suppress(ConnectorError, TimeoutError):
                async with asyncio.timeout(2):
                    await self.command("LOGOUT")
        writer = self._writer
        self.close()
        if writer is not None:
            with contextlib.suppress(OSError, TimeoutError):
                async with asyncio.timeout(2):
                    await writer.wait_closed()

    # --- commands -----------------------------------------------------------------------------------------

    async def command(
        self, *words: str | bytes, replies: tuple[str, ...] = (), writes: bool = False
    ) -> Answer:
        """One command; bytes among ``words`` go as literals. ``replies`` answer the server's "+".

        Refused: the server said NO or BAD. A command that ``writes`` and whose answer was lost raises
        OutcomeUnknown.
        """
        sent = False

        async def talk() -> Answer:
            nonlocal sent
            self._count += 1
            tag = f"s{self._count}"
            sent = True
            async with asyncio.timeout(self._total_s):
                early = await self._say(tag, words)
                return early if early is not None else await self._listen(tag, list(replies))

        try:
            answer = await self._guarded(talk)
        except Unreachable as error:
            if writes and sent:
                raise OutcomeUnknown(str(error), error.code) from None
            raise
        if answer.end.kind != "OK":
            name = next((w for w in words if isinstance(w, str)), "")
            raise _refusal(answer.end, name)
        return answer

    async def _say(self, tag: str, words: tuple[str | bytes, ...]) -> Answer | None:
        """The end of the command, where the server refused it before it was whole."""
        line = tag.encode()
        for word in words:
            if isinstance(word, str):
                line += b" " + word.encode("ascii")
                continue
            quick = self.can("LITERAL+")
            await self._write(line + b" {%d%s}\r\n" % (len(word), b"+" if quick else b""))
            if not quick:
                asked = await self._listen(tag, [], until_asked=True)
                if asked.end.kind != "+":
                    return asked
            line = word
        await self._write(line + b"\r\n")
        return None

    async def _listen(self, tag: str, replies: list[str], *, until_asked: bool = False) -> Answer:
        lines: list[Line] = []
        while len(lines) < MOST_LINES:
            line = await self._read(tag)
            if line.kind == "+":
                if until_asked:
                    return Answer(tuple(lines), line)
                if line.text:
                    _note_challenge(line.text)
                await self._write((replies.pop(0) if replies else "").encode() + b"\r\n")
            elif line.kind.startswith("TAGGED "):
                end = Line(line.kind.partition(" ")[2], 0, (), line.code, line.text)
                return Answer(tuple(lines), end)
            elif line.kind == "BYE":
                raise _refusal(line, "BYE")
            else:
                lines.append(line)
        raise Unreachable("an answer without end", "broken")

    async def idle(self, seconds: float) -> bool:
        """Wait until the server tells of a change in the selected folder (RFC 2177); False: none came."""

        async def talk() -> bool:
            self._count += 1
            tag = f"s{self._count}"
            await self._write(f"{tag} IDLE\r\n".encode())
            asked = await self._listen(tag, [], until_asked=True)
            if asked.end.kind != "+":
                raise _refusal(asked.end, "IDLE")
            changed = any(_is_change(line) for line in asked.lines)
            end = time.monotonic() + seconds
            while not changed and (left := end - time.monotonic()) > 0:
                try:
                    line = await self._read(wait_s=left)
                except TimeoutError:
                    break
                if line.kind == "BYE":
                    raise _refusal(line, "IDLE")
                changed = _is_change(line)
            await self._write(b"DONE\r\n")
            rest = await self._listen(tag, [])
            return changed or any(_is_change(line) for line in rest.lines)

        return await self._guarded(talk)

    # --- the line -----------------------------------------------------------------------------------------

    async def _guarded(self, talk: Callable[[], Awaitable[T]]) -> T:
        """Whatever breaks off in the middle closes the line: the next answer would be another command's."""
        try:
            return await talk()
        except BaseException as error:
            self.close()
            if isinstance(error, TimeoutError):
                raise Unreachable("the mail server did not answer in time", "timeout") from None
            if isinstance(error, asyncio.IncompleteReadError | asyncio.LimitOverrunError | OSError):
                raise Unreachable(f"the line ended: {type(error).__name__}", "broken") from None
            if isinstance(error, ConnectorError) and not isinstance(error, Unreachable | RateLimited):
                raise Unreachable(f"an answer that is no IMAP: {error}", "broken") from None
            raise

    async def _write(self, data: bytes) -> None:
        if self._writer is None:
            raise ConnectionResetError
        self._writer.write(data)
        async with asyncio.timeout(self._answer_s):
            await self._writer.drain()

    async def _read(self, tag: str = "", wait_s: float | None = None) -> Line:
        """The next response. TimeoutError before its first byte leaves the line usable."""
        reader = self._reader
        if reader is None:
            raise ConnectionResetError
        async with asyncio.timeout(self._answer_s if wait_s is None else wait_s):
            head = (await reader.readuntil(b"\n")).rstrip(b"\r\n")
        pieces: list[Piece] = []
        while found := _LITERAL.search(head):
            literal = await self._literal(reader, int(found[1]))
            pieces.append((head[: found.start()], literal))
            async with asyncio.timeout(self._answer_s):
                head = (await reader.readuntil(b"\n")).rstrip(b"\r\n")
        pieces.append((head, None))
        first, _, rest = pieces[0][0].partition(b" ")
        if first == b"+":
            return Line("+", text=rest.decode("ascii", "replace"))
        pieces[0] = (rest, pieces[0][1])
        if first == b"*":
            return read_line(pieces)
        if tag and first == tag.encode():
            line = read_line(pieces)
            return Line(f"TAGGED {line.kind}", 0, (), line.code, line.text)
        raise Unreachable("an answer that is no IMAP", "broken")

    async def _literal(self, reader: asyncio.StreamReader, size: int) -> bytes:
        kept = bytearray()
        while size > 0:
            async with asyncio.timeout(self._answer_s):
                data = await reader.readexactly(min(size, 256 * 1024))
            size -= len(data)
            kept += data[: max(0, LONGEST_LITERAL - len(kept))]
        return bytes(kept)


NOT_DONE = "메일 서버가 요청을 받아들이지 않았습니다({}). / The mail server did not accept the request ({})."


def _is_change(line: Line) -> bool:
    return line.kind in ("EXISTS", "EXPUNGE", "VANISHED", "FETCH")


def _refusal(line: Line, what: str) -> ConnectorError:
    """The error that a NO, BAD or BYE means (RFC 5530)."""
    reason = " ".join(line.text.split())[:300]
    name = line.code_name
    if name == "LIMIT" or _TOO_MANY.search(reason):
        return RateLimited(f"{what}: {reason}", int((time.time() + LIMIT_PAUSE_S) * 1000))
    if line.kind == "BYE" or name in _BUSY:
        return Unreachable(f"{what}: {line.kind} [{name}] {reason}", f"imap-{name.lower() or 'bye'}")
    return Refused(reason or NOT_DONE.format(what, what), f"imap-{name.lower() or line.kind.lower()}")


def _note_challenge(text: str) -> None:
    """What a refused token is told, without its words: {"status":"400","schemes":"Bearer","scope":"..."}."""
    with contextlib.suppress(ValueError):
        status = json.loads(base64.b64decode(text))
        log.info("the token was refused with status %s", str(status.get("status", ""))[:10])


def _keep_alive(writer: asyncio.StreamWriter) -> None:
    line = writer.get_extra_info("socket")
    if line is not None:
        with contextlib.suppress(OSError):
            line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
