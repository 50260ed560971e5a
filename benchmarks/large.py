"""The program on 100,000 stored posts: starting, scrolling, searching."""

from __future__ import annotations

import sqlite3
import time

from benchmarks import children, workspaces
from benchmarks.report import Row, percentile, seconds, under
from benchmarks.starting import in_turns
from desktop.models import queries
from desktop.models.search import search as find
from desktop.models.store import Store

POSTS = 100_000
FRAMES = 1_000
WORDS = ("버스", "택시", "육교", "제설", "가로", "보육", "공원", "소음", "신호", "시장", "골목", "눈이")
ROUNDS = 20
HITS = 50


def start() -> list[Row]:
    with children.private_home() as (folder, _):
        full = workspaces.copy_of(workspaces.filled(POSTS), folder)
        found = in_turns({"empty": folder / "empty.db", "full": full}, runs=9)
    empty_s, empty_mb = found["empty"]
    full_s, full_mb = found["full"]
    return [
        Row(
            "window usable with 100,000 posts stored",
            f"{seconds(empty_s)} with none",
            f"{seconds(full_s)} = {full_s / empty_s:.2f} x",
            "at most 1.3 x",
            full_s <= 1.3 * empty_s,
        ),
        Row(
            "memory (PSS) with 100,000 posts stored",
            f"{empty_mb:.0f} MB with none",
            f"{full_mb:.0f} MB = +{full_mb - empty_mb:.0f} MB",
            "at most +60 MB",
            full_mb - empty_mb <= 60,
        ),
    ]


def scroll() -> list[Row]:
    rows = []
    for name, called in (("board", "board"), ("timeline", "list")):
        with children.private_home() as (folder, environment):
            path = workspaces.copy_of(workspaces.filled(POSTS), folder)
            found = children.run("benchmarks.window", "scroll", path, name, FRAMES, environment=environment)
        note = f"p50 {found['p50']:.1f} ms, longest {found['max']:.1f} ms; painted off the screen"
        what = f"scroll {FRAMES:,} frames of the {called} at 100,000 posts, p95 a frame"
        rows.append(under(what, found["p95"], 16, "ms", note=note))
    return rows


def search() -> list[Row]:
    """First 50 hits, through the reader thread as the window asks; the floor reads the same ids bare."""
    ours: list[float] = []
    bare: list[float] = []
    with children.private_home() as (folder, _):
        path = workspaces.copy_of(workspaces.filled(POSTS), folder)
        connection = sqlite3.connect(path)
        sql = "SELECT rowid FROM post_search WHERE post_search MATCH ? ORDER BY rowid DESC LIMIT ?"
        with Store.open(path) as store:
            for _ in range(ROUNDS):
                for word in WORDS:
                    began = time.perf_counter()
                    connection.execute(sql, (f'"{word}"', HITS)).fetchall()
                    bare.append((time.perf_counter() - began) * 1000)
                    began = time.perf_counter()
                    hits = store.read(find, word, queries.Filter(), limit=HITS).result()
                    ours.append((time.perf_counter() - began) * 1000)
                    assert len(hits) == HITS, (word, len(hits))
        connection.close()
    note = f"{len(WORDS)} words, {ROUNDS} times each; p50 {percentile(ours, 0.5):.1f} ms"
    return [
        under(
            "search of a two-syllable word at 100,000 posts, p95 to the first 50 hits",
            percentile(ours, 0.95),
            30,
            "ms",
            f"{percentile(bare, 0.95):.1f} ms for the ids alone, bare sqlite3",
            note,
        )
    ]
