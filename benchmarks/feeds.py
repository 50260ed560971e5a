"""37 feeds of long Korean items, and the loopback server that serves them from a process of its own.

The feeds are the same bytes on every run. Each has its own loopback address (127.0.0.11, .12, ...), as 37
real feeds have 37 hosts. ``python -m benchmarks.feeds ITEMS`` serves them and prints its port.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

from desktop.services.paths import resource

CHANNELS = 37
NEWEST = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SENTENCES_A_POST = 18
TITLE_CHARACTERS = 40


def sentences() -> list[str]:
    """What citizens write, taken from the sample workspace."""
    found: list[str] = []
    for name in ("days", "night", "today"):
        lines = (resource("sample") / f"{name}.psv").read_text(encoding="utf-8").splitlines()[1:]
        for line in lines:
            text = line.split("|", 5)[5].replace("\\n", " ")
            found += [part.strip() + "." for part in text.split(".") if len(part.strip()) > 12]
    return found


def posts(channel: int, items: int) -> Iterator[tuple[str, str, str, datetime, str]]:
    """(id, title, author, when, HTML) of one channel, newest first."""
    pool = sentences()
    dice = random.Random(channel)
    for number in range(items):
        picked = dice.choices(pool, k=SENTENCES_A_POST)
        title = f"{picked[0][:TITLE_CHARACTERS]} ({channel}-{number})"
        paragraphs = (" ".join(picked[at : at + 4]) for at in range(0, SENTENCES_A_POST, 4))
        html = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
        when = NEWEST - timedelta(minutes=number * CHANNELS + channel)
        yield f"post-{channel}-{items - number}", title, f"시민{dice.randrange(4000)}", when, html


def feed(channel: int, items: int) -> bytes:
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>게시판 {channel}</title><link>https://board{channel}.si.example/</link>"
        "<description>시민 게시판</description>"
    ]
    for name, title, author, when, html in posts(channel, items):
        parts.append(
            f"<item><title>{escape(title)}</title><link>https://board{channel}.si.example/{name}</link>"
            f'<guid isPermaLink="false">{name}</guid><dc:creator>{author}</dc:creator>'
            f"<pubDate>{format_datetime(when)}</pubDate><description><![CDATA[{html}]]></description></item>\n"
        )
    parts.append("</channel></rss>")
    return "".join(parts).encode()


def urls(port: int, items: int) -> list[str]:
    return [f"http://127.0.0.{10 + channel}:{port}/{items}/{channel}" for channel in range(1, CHANNELS + 1)]


@contextmanager
def served(items: int) -> Iterator[tuple[list[str], int]]:
    """(addresses, bytes in all) while the server runs."""
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.feeds", str(items)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        port, size = server.stdout.readline().split()
        yield urls(int(port), items), int(size)
    finally:
        server.terminate()
        server.wait()


def main(items: int) -> None:
    bodies = {f"/{items}/{channel}": feed(channel, items) for channel in range(1, CHANNELS + 1)}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = bodies[self.path]
            tag = f'"{len(body)}"'
            same = self.headers.get("If-None-Match") == tag
            self.send_response(304 if same else 200)
            self.send_header("ETag", tag)
            if not same:
                self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if not same:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

    server = Server(("0.0.0.0", 0), Handler)
    print(server.server_port, sum(map(len, bodies.values())), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
