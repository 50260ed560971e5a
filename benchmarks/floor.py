"""The bare script that collecting is measured against: httpx, lxml, sqlite3 ``executemany``, nothing else.

``python -m benchmarks.floor plain|indexed|same DATABASE ADDRESS...`` prints the seconds from the first
request to the commit, imports not counted. "indexed" builds the same bigram index inline; "same" sends
conditional requests that are all answered 304.
"""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from email.utils import parsedate_to_datetime

import httpx
from lxml import etree

CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
POST_TABLE = """
CREATE TABLE post (id INTEGER PRIMARY KEY, channel INTEGER, remote_id TEXT, author TEXT, title TEXT,
    text TEXT, url TEXT, created_ms INTEGER, UNIQUE (channel, remote_id))
"""
INSERT = """
INSERT OR REPLACE INTO post (channel, remote_id, author, title, text, url, created_ms)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
INDEX_TABLE = """
CREATE VIRTUAL TABLE search USING fts5(words, content='', columnsize=0, detail=none,
    tokenize='unicode61 remove_diacritics 0')
"""


async def fetch_all(addresses: Sequence[str], tags: Sequence[str] | None) -> list[httpx.Response]:
    async with httpx.AsyncClient() as client:
        headers = [{"If-None-Match": tag} for tag in tags] if tags else [{}] * len(addresses)
        return await asyncio.gather(
            *(client.get(url, headers=sent) for url, sent in zip(addresses, headers, strict=True))
        )


def rows_of(channel: int, body: bytes) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for item in etree.fromstring(body).iterfind("channel/item"):
        created_ms = int(parsedate_to_datetime(item.findtext("pubDate")).timestamp() * 1000)
        rows.append(
            (
                channel,
                item.findtext("guid"),
                item.findtext(CREATOR),
                item.findtext("title"),
                item.findtext("description"),
                item.findtext("link"),
                created_ms,
            )
        )
    return rows


def run(kind: str, database: str, addresses: Sequence[str]) -> float:
    if kind == "indexed":
        from desktop.models.search import bigrams
    tags = None
    if kind == "same":
        tags = [response.headers["ETag"] for response in asyncio.run(fetch_all(addresses, None))]
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=wal")
    connection.execute(POST_TABLE)
    connection.execute(INDEX_TABLE)
    started = time.perf_counter()
    responses = asyncio.run(fetch_all(addresses, tags))
    if kind == "same":
        assert all(response.status_code == 304 for response in responses)
        return time.perf_counter() - started
    rows = [row for number, answer in enumerate(responses, 1) for row in rows_of(number, answer.content)]
    with connection:
        connection.executemany(INSERT, rows)
        if kind == "indexed":
            connection.executemany(
                "INSERT INTO search (rowid, words) VALUES (?, ?)",
                ((number, bigrams(f"{row[3]} {row[4]}")) for number, row in enumerate(rows, 1)),
            )
    return time.perf_counter() - started


def measure(kind: str, database: str, addresses: Sequence[str]) -> float:
    """The seconds of one run in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.floor", kind, database, *addresses]
    return float(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


if __name__ == "__main__":
    print(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
