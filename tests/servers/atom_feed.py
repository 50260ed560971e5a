"""A feed of comments as good as feeds get: Atom (RFC 4287) with answers (RFC 4685) and announced deletions
(RFC 6721), behind a name and a password (RFC 7617). It keeps a state and fails on demand."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from tests.servers.tiny_http import Reply, Request, TinyServer

NAMES = (
    'xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" '
    'xmlns:at="http://purl.org/atompub/tombstones/1.0"'
)
HTML = b"<!doctype html><html><head><title>Proxy</title></head><body><h1>Wartung</h1></body></html>"


@dataclass
class Entry:
    id: str
    text: str
    author: str
    parent: str
    published: datetime
    updated: datetime
    picture: tuple[str, str] | None = None  # address, description


class AtomFeed:
    """``trouble`` is what is wrong now: one of the names in ``stand.Fault`` or ""."""

    def __init__(self) -> None:
        self.login, self.password = "hanbit", "bogeumjari-2026"
        self.entries: dict[str, Entry] = {}
        self.deleted: dict[str, datetime] = {}
        self.requests = 0
        self.trouble = ""
        self._server = TinyServer(self._handle)
        self._server.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}/comments.atom"

    def stop(self) -> None:
        self._server.stop()

    # --- what people do -----------------------------------------------------------------------------------

    def write(self, text: str, author: str, parent: str = "", at: datetime | None = None) -> Entry:
        return self._server.call(self._write, text, author, parent, at or datetime.now(UTC))

    def edit(self, number: str, text: str) -> None:
        entry = self.entries[number]
        entry.text, entry.updated = text, datetime.now(UTC)

    def delete(self, number: str) -> None:
        self._server.call(self._delete, number)

    def begin(self, trouble: str) -> None:
        self.trouble = trouble
        if trouble == "dead":
            self._server.leave()
        if trouble == "revoked":
            self.password = "another-password"

    def end(self) -> None:
        trouble, self.trouble = self.trouble, ""
        if trouble == "dead":
            self._server.come_back()

    def _write(self, text: str, author: str, parent: str, at: datetime) -> Entry:
        number = f"tag:hanbit.example,2026:comment-{len(self.entries) + len(self.deleted) + 1}"
        self.entries[number] = Entry(number, text, author, parent, at, at)
        return self.entries[number]

    def _delete(self, number: str) -> None:
        del self.entries[number]
        self.deleted[number] = datetime.now(UTC)

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        self.requests += 1
        wanted = base64.b64encode(f"{self.login}:{self.password}".encode()).decode()
        if self.trouble == "server-error":
            return Reply(500, b"Internal Server Error", {"Content-Type": "text/plain"})
        if self.trouble == "unreadable":
            return Reply(200, HTML, {"Content-Type": "text/html; charset=utf-8"})
        if self.trouble == "rate-limited":
            return Reply(429, b"Too Many Requests", {"Content-Type": "text/plain", "Retry-After": "60"})
        if self.trouble == "slow":
            return await self._never_end(request)
        if request.path != "/comments.atom" or request.method != "GET":
            return Reply(404, b"Not Found", {"Content-Type": "text/plain"})
        if request.headers.get("authorization") != f"Basic {wanted}":
            return Reply(401, b"", {"WWW-Authenticate": 'Basic realm="Hanbit", charset="UTF-8"'})
        body = self.document()
        etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        if request.headers.get("if-none-match") == etag:
            return Reply(304, b"", {"ETag": etag})
        return Reply(200, body, {"Content-Type": "application/atom+xml; charset=utf-8", "ETag": etag})

    async def _never_end(self, request: Request) -> None:
        request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/atom+xml\r\n\r\n<feed")
        while self.trouble == "slow":
            request.writer.write(b" ")
            await asyncio.sleep(0.05)
        request.writer.transport.abort()

    def document(self) -> bytes:
        entries = [self._entry(entry) for entry in self.entries.values()][::-1]
        if self.trouble == "damaged" and entries:
            entries[0] = entries[0].replace("</title>", "</titel>").replace("<published>", "<published><<")
        if self.trouble == "reordered":
            entries = entries[::-1]
        entries += [
            f'<at:deleted-entry ref="{number}" when="{stamp(when)}"/>'
            for number, when in self.deleted.items()
        ]
        head = (
            "<id>tag:hanbit.example,2026:comments</id><title>한빛시 댓글</title>"
            f'<updated>{stamp(self._now())}</updated><link href="http://127.0.0.1:{self._server.port}/"/>'
        )
        text = head + "".join(entries)
        return f'<?xml version="1.0" encoding="utf-8"?><feed {NAMES}>{text}</feed>'.encode()

    def _now(self) -> datetime:
        changes = [*(entry.updated for entry in self.entries.values()), *self.deleted.values()]
        return max(changes, default=datetime(2026, 1, 1, tzinfo=UTC))

    def _entry(self, entry: Entry) -> str:
        site = f"http://127.0.0.1:{self._server.port}"
        link = f"{site}/comments/{entry.id.rpartition('-')[2]}"
        person = f"{site}/people/{hashlib.sha256(entry.author.encode()).hexdigest()[:8]}"
        more = f'<thr:in-reply-to ref="{entry.parent}"/>' if entry.parent else ""
        if entry.picture:
            address, words = entry.picture
            more += f'<link rel="enclosure" type="image/png" href="{address}" title="{escape(words)}"/>'
        return (
            f"<entry><id>{entry.id}</id><title>댓글</title>"
            f'<link href="{link}"/><author><name>{escape(entry.author)}</name><uri>{person}</uri></author>'
            f"<published>{stamp(entry.published)}</published><updated>{stamp(entry.updated)}</updated>{more}"
            f'<content type="html">{escape(f"<p>{escape(entry.text)}</p>")}</content></entry>'
        )


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
