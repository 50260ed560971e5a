"""Boards of the city as feeds: RSS 2.0, eGov's CP949 RSS, Atom and JSON Feed, with validators and a state."""

from __future__ import annotations

import hashlib
import json
import random
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from html import escape

from tests.servers.fakecity import sentences
from tests.servers.fakecity.server import FakeCity, Reply, Request

KST = timezone(timedelta(hours=9))
DIALECTS = ("rss", "atom", "egov", "json")


@dataclass
class Entry:
    number: int
    title: str
    body: str
    author: str
    written: datetime


class Board:
    """One board. ``write``, ``edit`` and ``remove`` change what the next request shows."""

    def __init__(
        self,
        city: FakeCity,
        path: str,
        name: str = "시민 자유게시판",
        *,
        dialect: str = "rss",
        window: int = 200,
        validators: bool = True,
        seed: int = 0,
    ) -> None:
        self.name, self.dialect, self.window, self.validators = name, dialect, window, validators
        self.entries: list[Entry] = []
        self._dice = random.Random(f"{path}{seed}")
        self._lock = threading.Lock()
        self._next = 1
        self._site = city.url
        self._board = path.rpartition("/")[2]
        self.url = city.route(path, self._serve)

    def write(self, title: str = "", body: str = "", *, written: datetime | None = None) -> Entry:
        """A new post on top; without words it gets some."""
        with self._lock:
            entry = Entry(
                self._next,
                title or sentences.title(self._dice),
                body or sentences.body(self._dice, self._dice.randint(2, 6)),
                sentences.name(self._dice),
                written or datetime.now(UTC),
            )
            self._next += 1
            self.entries.insert(0, entry)
            return entry

    def fill(self, count: int, *, until: datetime | None = None) -> None:
        """``count`` posts of the past, seven minutes apart."""
        until = until or datetime.now(UTC)
        for back in range(count, 0, -1):
            self.write(written=until - timedelta(minutes=7 * back))

    def edit(self, number: int, body: str) -> None:
        with self._lock:
            next(one for one in self.entries if one.number == number).body = body

    def remove(self, number: int) -> None:
        with self._lock:
            self.entries = [one for one in self.entries if one.number != number]

    def document(self) -> bytes:
        with self._lock:
            shown = self.entries[: self.window]
        return {"rss": self._rss, "atom": self._atom, "egov": self._egov, "json": self._json}[self.dialect](
            shown
        )

    def _serve(self, request: Request) -> Reply:
        body = self.document()
        kind = {"atom": "application/atom+xml", "json": "application/feed+json"}.get(
            self.dialect, "application/rss+xml"
        )
        headers = {"Content-Type": kind}
        if self.validators:
            headers["ETag"] = f'W/"{hashlib.md5(body).hexdigest()}"'
            if request.headers.get("if-none-match") == headers["ETag"]:
                return Reply(304, b"", headers)
        return Reply(200, body, headers)

    def _link(self, entry: Entry) -> str:
        return f"{self._site}/bbs/view.do?bbsId={self._board}&nttId={entry.number}"

    def _rss(self, shown: list[Entry]) -> bytes:
        items = "".join(
            f"<item><title>{escape(one.title)}</title><link>{escape(self._link(one))}</link>"
            f'<guid isPermaLink="false">{self.url}#{one.number}</guid><author>{escape(one.author)}</author>'
            f"<pubDate>{format_datetime(one.written.astimezone(KST))}</pubDate>"
            f"<description><![CDATA[<p>{escape(one.body)}</p>]]></description></item>"
            for one in shown
        )
        head = f"<title>{escape(self.name)}</title><link>{self._site}/</link>"
        text = (
            f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{head}{items}</channel></rss>'
        )
        return text.encode()

    def _egov(self, shown: list[Entry]) -> bytes:
        items = "".join(
            f"<item><title><![CDATA[{one.title} & 협조]]></title>"
            f"<link><![CDATA[/bbs/view.do;jsessionid={random.getrandbits(32):x}"
            f"?bbsId=7&nttId={one.number}]]></link>"
            f"<pubDate>{one.written.astimezone(KST):%Y-%m-%d %H:%M:%S}.0</pubDate>"
            "<department>도로과</department>"
            f'<description><![CDATA[<p style="margin:0">{escape(one.body)}</p>]]></description></item>'
            for one in shown
        )
        channel = f"<channel><title><![CDATA[{self.name}]]></title><link>{self._site}</link>{items}</channel>"
        text = f'<?xml version="1.0" encoding="euc-kr" ?>\n<rss version="2.0">{channel}</rss>'
        return text.encode("cp949", "replace")

    def _atom(self, shown: list[Entry]) -> bytes:
        entries = "".join(
            f"<entry><id>tag:hanbit.example,2026:{one.number}</id><title>{escape(one.title)}</title>"
            f'<link href="{escape(self._link(one))}"/><author><name>{escape(one.author)}</name></author>'
            f"<published>{one.written.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</published>"
            f'<content type="html">{escape(f"<p>{escape(one.body)}</p>")}</content></entry>'
            for one in shown
        )
        head = f"<title>{escape(self.name)}</title><link href='{self._site}/'/>"
        return f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'.encode()

    def _json(self, shown: list[Entry]) -> bytes:
        items = [
            {
                "id": str(one.number),
                "url": self._link(one),
                "title": one.title,
                "content_text": one.body,
                "authors": [{"name": one.author}],
                "date_published": one.written.astimezone(KST).isoformat(timespec="seconds"),
            }
            for one in shown
        ]
        value = {"version": "https://jsonfeed.org/version/1.1", "title": self.name, "items": items}
        return json.dumps(value, ensure_ascii=False).encode()


def open_boards(city: FakeCity, count: int, *, items: int = 20, path: str = "/channels.opml") -> list[Board]:
    """``count`` boards in all dialects, and their list as OPML under ``path``."""
    boards = []
    for number in range(count):
        name = sentences.BOARDS[number % len(sentences.BOARDS)]
        dialect = DIALECTS[number % len(DIALECTS)]
        board = Board(
            city, f"/feeds/{number + 1}", name, dialect=dialect, validators=number % 5 != 4, seed=number
        )
        board.fill(items)
        boards.append(board)
    rows = "".join(
        f'<outline type="rss" text="{escape(one.name)}" title="{escape(one.name)}" xmlUrl="{one.url}"/>'
        for one in boards
    )
    opml = f'<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><body>{rows}</body></opml>'
    city.route(path, Reply(200, opml.encode(), {"Content-Type": "text/x-opml"}))
    return boards
