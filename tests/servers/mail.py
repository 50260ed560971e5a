"""A city's mail for the tests: a real Dovecot for IMAP, aiosmtpd for SMTP, and a proxy where things go wrong.

What the SMTP server accepts from the city goes into the folder of sent mails, as Gmail and Microsoft 365 do
it, unless ``files_sent`` is off, and into the list ``sent`` of what citizens got.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
import uuid
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers.dovecot import PASSWORD, Dovecot, Mailbox
from tests.servers.process import free_port

CITY = "한빛시 민원실"


def mail(
    text: str,
    *,
    sender: str = "홍길동 <hong@mail.example>",
    to: str = "minwon@hanbit.example",
    subject: str = "가로등 고장",
    message_id: str = "",
    parent: str = "",
    date_ms: float | None = None,
    headers: dict[str, str] | None = None,
) -> bytes:
    """A mail as a mail program writes it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Message-ID"] = f"<{message_id or uuid.uuid4().hex + '@mail.example'}>"
    message["Date"] = formatdate(date_ms / 1000 if date_ms else time.time(), localtime=True)
    if parent:
        message["In-Reply-To"] = message["References"] = f"<{parent}>"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(text, charset="utf-8", cte="base64")
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def id_of(data: bytes) -> str:
    found = re.search(rb"^Message-ID:\s*<([^>]+)>", data, re.M | re.I)
    assert found is not None
    return found[1].decode()


@dataclass
class Accepted:
    sender: str
    recipients: list[str]
    data: bytes


@dataclass
class SmtpServer:
    """A real SMTP server in the test's own loop. ``replies`` scripts what MAIL, RCPT and DATA answer."""

    users: dict[str, str]
    tls: Any = None
    implicit: bool = False
    box: Mailbox | None = None  # where it files what it accepted
    size: int = 33_554_432
    port: int = field(default_factory=free_port)
    sent: list[Accepted] = field(default_factory=list)
    replies: dict[str, str] = field(default_factory=dict)
    lose: str = ""  # "answer": accepted and the line cut; "request": not accepted and the line cut
    tokens: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)  # addresses that nobody has
    connections: int = 0
    _server: asyncio.Server | None = None

    async def start(self) -> SmtpServer:
        def opened() -> SMTP:
            self.connections += 1
            return Smtp(
                self,
                hostname="mail.hanbit.example",
                auth_require_tls=self.tls is not None and not self.implicit,
                auth_required=True,
                authenticator=self._allowed,
                require_starttls=self.tls is not None and not self.implicit,
                tls_context=self.tls if not self.implicit else None,
                enable_SMTPUTF8=True,
                data_size_limit=self.size,
            )

        warnings.filterwarnings("ignore", module="aiosmtpd")
        loop = asyncio.get_running_loop()
        context = self.tls if self.implicit else None
        self._server = await loop.create_server(opened, "127.0.0.1", self.port, ssl=context)
        return self

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()

    def _allowed(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False, handled=False)
        right = self.users.get(data.login.decode()) == data.password.decode()
        return AuthResult(success=right, handled=False)

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.replies.get("MAIL", "250 OK")

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.unknown:
            return "550 5.1.1 No such user"
        if "RCPT" not in self.replies:
            envelope.rcpt_tos.append(address)
        return self.replies.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if "DATA" in self.replies:
            return self.replies["DATA"]
        lose, self.lose = self.lose, ""
        if lose != "request":
            data = envelope.content if isinstance(envelope.content, bytes) else b""
            self.sent.append(Accepted(envelope.mail_from or "", list(envelope.rcpt_tos), data))
            if self.box is not None:
                await asyncio.to_thread(self.box.put, data, "Sent", "(\\Seen)")
        if lose:
            server.transport.abort()
        return "250 OK"


class Smtp(SMTP):
    """Knows XOAUTH2 too."""

    def __init__(self, owner: SmtpServer, **options: Any) -> None:
        self.owner = owner
        super().__init__(owner, **options)

    async def auth_XOAUTH2(self, _: SMTP, args: list[str]) -> Any:
        import base64

        words = base64.b64decode(args[1]).decode() if len(args) > 1 else ""
        token = words.partition("Bearer ")[2].strip("\x01")
        if token in self.owner.tokens:
            return AuthResult(success=True)
        await self.push("334 " + base64.b64encode(b'{"status":"401","schemes":"bearer"}').decode())
        await self._reader.readline()
        return AuthResult(success=False, handled=False)


class ImapProxy:
    """Stands before Dovecot, counts what the client says, and can answer in its place.

    ``mode``: "" passes everything on; "server-error" answers every command with NO [UNAVAILABLE]; "slow"
    never answers; "unreadable" answers like a web server; "rate-limited" answers NO [LIMIT]; "bye" ends the
    line with the next command.
    """

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = free_port()
        self.mode = ""
        self.lines = 0
        self.said: list[str] = []
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> ImapProxy:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, limit=8_000_000)
        return self

    async def stop(self) -> None:
        self.close()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=5)

    def close(self) -> None:
        """Nobody answers at the port any more."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.cut()

    def cut(self) -> None:
        """Cut all lines."""
        for writer in list(self._open):
            writer.transport.abort()

    def _changed(self, data: bytes) -> bytes:
        """One mail without a structure, where the mode is "damaged"."""
        if self.mode == "damaged" and b"BODYSTRUCTURE (" in data:
            self.mode = "damaged once"
            return data.replace(b"BODYSTRUCTURE (", b"BODYSTRUCTURE NIL X-WAS (", 1)
        return data

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        self._tasks.add(asyncio.current_task())  # type: ignore[arg-type]
        upstream: asyncio.StreamWriter | None = None
        back: asyncio.Task[None] | None = None
        try:
            if self.mode == "unreadable":
                writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n\r\n<html>")
                await writer.drain()
                return
            if self.mode == "slow":
                await reader.read(1)
            source, upstream = await asyncio.open_connection("127.0.0.1", self.target, limit=8_000_000)
            back = asyncio.create_task(_pour(source, writer, self._changed))
            while line := await reader.readline():
                self.lines += 1
                self.said.append(line.decode("utf-8", "replace"))
                tag = line.split(b" ")[0]
                if self.mode == "server-error":
                    writer.write(tag + b" NO [UNAVAILABLE] Temporary internal error\r\n")
                elif self.mode == "rate-limited":
                    writer.write(tag + b" NO [LIMIT] Maximum number of commands exceeded\r\n")
                elif self.mode == "unreadable":
                    writer.write(b"<html><body>proxy</body></html>\r\n")
                elif self.mode == "bye":
                    writer.write(b"* BYE Server shutting down\r\n")
                    return
                elif self.mode != "slow":
                    upstream.write(line)
                    if found := re.search(rb"\{(\d+)\+?\}\r\n$", line):
                        size = int(found[1])
                        if not line.endswith(b"+}\r\n"):
                            await asyncio.sleep(0)
                        upstream.write(await reader.readexactly(size))
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._open.discard(writer)
            if back is not None:
                back.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await back
            for one in (upstream, writer):
                if one is not None:
                    one.close()


async def _pour(
    source: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    change: Callable[[bytes], bytes] | None = None,
) -> None:
    with contextlib.suppress(OSError):
        while data := await source.read(65536):
            if change is not None:
                data = change(data)
            writer.write(data)
            await writer.drain()
    writer.close()


@dataclass
class City:
    """Everything of one city mailbox: ``user`` is new for each test."""

    dovecot: Dovecot
    proxy: ImapProxy
    smtp: SmtpServer
    box: Mailbox
    user: str

    @property
    def address(self) -> str:
        return self.user if "@" in self.user else f"{self.user}@hanbit.example"

    async def close(self) -> None:
        await self.proxy.stop()
        await self.smtp.stop()
        for box in (self.box, self.smtp.box):
            if box is not None:
                box.close()


async def open_city(dovecot: Dovecot, *, files_sent: bool = True, domain: str = "") -> City:
    """A new mailbox on a running Dovecot, with an SMTP server of its own."""
    user = f"minwon{uuid.uuid4().hex[:8]}{domain}"
    dovecot.allow(user, PASSWORD)
    box = Mailbox(dovecot, user)
    filing = Mailbox(dovecot, user) if files_sent else None
    smtp = await SmtpServer({user: PASSWORD}, box=filing).start()
    proxy = await ImapProxy(dovecot.port).start()
    return City(dovecot, proxy, smtp, box, user)
