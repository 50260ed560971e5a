"""A program that is killed at any moment, again and again: nothing lost, nothing twice, the index in step."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from connectors.base import Author, Batch, Post
from desktop.models import search
from desktop.models.store import Store
from tests.models.helpers import ask, index_all, one, rows

KILLS = int(os.environ.get("SMC_KILLS", "60"))
WORDS = ("버스", "택시", "육교", "민원", "도로")


def batch(number: int) -> Batch:
    """The number-th thing that the network says; always the same."""
    chance = random.Random(number)
    posts = tuple(
        Post(
            str(remote_id),
            f"{chance.choice(WORDS)} {chance.choice(WORDS)} {number}",
            Author(f"u{remote_id % 5}", "시민"),
            1_700_000_000_000 + remote_id * 1000,
            parent_id=str(remote_id - 7) if remote_id % 3 == 0 else "",
            own=remote_id % 11 == 0,
        )
        for remote_id in chance.sample(range(120), 25)
    )
    gone = tuple(str(remote_id) for remote_id in chance.sample(range(120), 3))
    return Batch(posts, tuple(set(gone) - {p.remote_id for p in posts}), cursor={"n": number})


def expected(batches: int) -> dict[str, tuple[str, bool]]:
    """Remote id → text and whether it is gone, after so many batches."""
    state: dict[str, tuple[str, bool]] = {}
    for number in range(1, batches + 1):
        said = batch(number)
        state.update({post.remote_id: (post.text, False) for post in said.posts})
        state.update({gone: (state[gone][0], True) for gone in said.gone if gone in state})
    return state


RUNNER = """
import json, os, random, signal, sys, time
import peewee, playhouse.migrations
from desktop.models import channels, search
from desktop.models.errors import DuplicateChannel
from desktop.models.merge import merge_batch
from desktop.models.store import Store
from tests.models.test_kill import batch

path, kills = sys.argv[1], int(sys.argv[2])
chance = random.Random(os.urandom(8))

def work():
    store = Store.open(path)
    if not store.read(channels.list_channels).result():
        store.write(channels.add_channel, network="feed", name="x", url="https://x.example").result()
    number = store.read(channels.get_channel, 1).result().cursor.get("n", 0)
    while True:
        number += 1
        store.write(merge_batch, 1, batch(number)).result()
        if number % 3 == 0:
            store.write(search.index_some, 40).result()

for _ in range(kills):
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:
            os.write(2, repr(error).encode())
        os._exit(3)
    time.sleep(chance.random() * 0.12)
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(status):
        sys.exit("the program ended by itself")
"""


def test_killed_at_random_moments(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    finished = subprocess.run(
        [sys.executable, "-c", RUNNER, str(path), str(KILLS)],
        capture_output=True, text=True, timeout=100, cwd=Path(__file__).parents[2], check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    with Store.open(path) as store:
        assert one(store, "PRAGMA integrity_check") == "ok"
        assert one(store, "SELECT count(*) FROM channel") == 1
        done = json.loads(one(store, "SELECT cursor FROM channel"))["n"]
        assert done > 1
        state = expected(done)
        stored = rows(store, "SELECT remote_id, text, deleted_ms IS NOT NULL FROM post")
        assert len(stored) == len(state)
        assert {remote_id: (text, bool(gone)) for remote_id, text, gone in stored} == state
        # Every citizen's post has its case, and none of ours has one of its own.
        assert rows(store, "SELECT id FROM post p WHERE NOT own AND case_id IS NULL") == []
        assert one(store, "SELECT count(*) FROM case_") == one(
            store, "SELECT count(*) FROM post WHERE NOT own"
        )
        assert rows(store, "PRAGMA foreign_key_check") == []
        assert_search_is_right(store, state)
        index_all(store)
        assert_search_is_right(store, state)
        # The index holds nothing that is not in a text any more.
        for word in WORDS:
            held = {
                row[0]
                for row in rows(store, f"SELECT rowid FROM post_search WHERE post_search MATCH '\"{word}\"'")
            }
            there = {row[0] for row in rows(store, "SELECT id FROM post WHERE instr(text, ?)", word)}
            assert held == there


def assert_search_is_right(store: Store, state: dict[str, tuple[str, bool]]) -> None:
    from desktop.models.queries import Filter

    for word in WORDS:
        found = [row.text for row in ask(store, search.search, word, Filter(own=True), None, 1000)]
        assert sorted(found) == sorted(text for text, _ in state.values() if word in text)
