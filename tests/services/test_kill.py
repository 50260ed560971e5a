"""kill -9 at random moments of sending and of collecting: nothing lost, nothing twice.

``SMC_KILLS`` raises the number of kills, for example to 200.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Author, Batch, Post
from desktop.models import channels, outbox, search
from desktop.models.filters import Filter
from desktop.models.merge import merge_batch
from desktop.models.schema import database
from desktop.models.store import Store
from tests.services.loopback import Server

KILLS = int(os.environ.get("SMC_KILLS", "60"))
WHERE = ("arrived", "recorded", "answered", "asked", "told")


class Victim:
    """Runs the program again and again; kills it where it is told to."""

    def __init__(self, workspace: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.services.loopback", str(workspace)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def start(self, what: str) -> int:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def wait(self) -> int:
        assert self.process.stdout is not None
        return int(self.process.stdout.readline())

    def close(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()


@contextmanager
def running(workspace: Path) -> Iterator[Victim]:
    victim = Victim(workspace)
    try:
        yield victim
    finally:
        victim.close()


def killed(victim: Victim, server: Server, what: str, luck: random.Random) -> bool:
    """One run, killed at a moment of the server's choosing or after a random time. True: it was killed."""
    armed = threading.Event()
    pid: list[int] = []
    where, countdown = luck.choice((*WHERE, "time")), luck.randrange(3)

    def shoot() -> None:
        armed.wait(10)
        with suppress(ProcessLookupError):
            os.kill(pid[0], signal.SIGKILL)

    def hook(here: str) -> None:
        nonlocal countdown
        if here == where:
            countdown -= 1
            if countdown < 0:
                shoot()

    server.hook = hook
    pid.append(victim.start(what))
    armed.set()
    timer = threading.Timer(luck.random() * 0.25, shoot) if where == "time" else None
    if timer is not None:
        timer.start()
    status = victim.wait()
    server.hook = lambda here: None
    if timer is not None:
        timer.cancel()
        timer.join()
    return os.WIFSIGNALED(status)


def prepare(workspace: Path, url: str) -> tuple[Store, int]:
    store = Store.open(str(workspace))
    channel_id = store.write(channels.add_channel, network="loopback", name="자기", url=url).result()
    return store, channel_id


@pytest.mark.timeout(900)
def test_killed_while_sending_nothing_is_lost_and_nothing_goes_out_twice(tmp_path: Path) -> None:
    luck = random.Random(20121108)
    workspace = tmp_path / "w.db"
    server = Server()
    store, channel_id = prepare(workspace, server.url)
    post = Post("p1", "버스가 오지 않습니다", Author("u1", "시민"), created_ms=1_700_000_000_000)
    store.write(merge_batch, channel_id, Batch(posts=(post,))).result()
    (post_id,) = store.read(_ids).result()
    keys: list[str] = []
    kills = 0
    with running(workspace) as victim:
        while kills < KILLS:
            for _ in range(luck.randrange(1, 4)):
                action = luck.choice(("reply", "reply", "approve"))
                row = store.write(
                    outbox.enqueue, post_id, channel_id, action, f"답변 {len(keys)}", undo_s=0
                ).result()
                keys.append(row.key)
            kills += killed(victim, server, "send", luck)
        for _ in range(3):
            victim.start("send")
            assert victim.wait() == 0
    counted = Counter(server.log)
    assert {key: number for key, number in counted.items() if number > 1} == {}
    assert set(counted) == set(keys)
    states = Counter(store.read(_states).result())
    assert states == {"sent": len(keys)}
    replies = store.read(_own).result()
    assert (
        len(replies)
        == len(set(replies))
        == sum(1 for action in store.read(_actions).result() if action == "reply")
    )
    store.close()
    server.shutdown()
    server.server_close()


@pytest.mark.timeout(900)
def test_killed_while_collecting_nothing_is_lost_and_nothing_comes_twice(tmp_path: Path) -> None:
    luck = random.Random(20121109)
    workspace = tmp_path / "w.db"
    server = Server()
    store, channel_id = prepare(workspace, server.url)
    kills = 0
    with running(workspace) as victim:
        while kills < KILLS // 2:
            server.posts += luck.randrange(0, 90)
            kills += killed(victim, server, "collect", luck)
            row = store.read(channels.get_channel, channel_id).result()
            # Posts and cursor move together, whatever the moment of the kill.
            assert row.cursor.get("n", 0) == len(store.read(_ids).result())
        victim.start("collect")
        assert victim.wait() == 0
    assert store.read(_remote_ids).result() == sorted(f"p{n}" for n in range(server.posts))
    assert store.read(_pragma).result() == "ok"
    hits = store.read(search.search_ids, "버스", Filter(), None, server.posts + 10).result()
    assert len(hits) == server.posts
    store.close()
    server.shutdown()
    server.server_close()


def _ids() -> list[int]:
    return [row[0] for row in database.execute_sql("SELECT id FROM post WHERE NOT own").fetchall()]


def _remote_ids() -> list[str]:
    return sorted(row[0] for row in database.execute_sql("SELECT remote_id FROM post").fetchall())


def _states() -> list[str]:
    return [row[0] for row in database.execute_sql("SELECT state FROM outbox").fetchall()]


def _actions() -> list[str]:
    return [row[0] for row in database.execute_sql("SELECT action FROM outbox").fetchall()]


def _own() -> list[Any]:
    return [row[0] for row in database.execute_sql("SELECT remote_id FROM post WHERE own").fetchall()]


def _pragma() -> str:
    return str(database.execute_sql("PRAGMA integrity_check").fetchone()[0])
