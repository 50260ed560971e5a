"""One round over channels of many networks, without a window: ``networks WORKSPACE WANTED`` with the
channels as JSON on the input (see ``network_servers``).

Prints the seconds, and the seconds of CPU with the helper's, until ``wanted`` posts were merged, and the
longest turn of the event loop meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import time
from typing import Any

from connectors.base import ConnectorError
from desktop.models import accounts, channels
from desktop.models.current import database
from desktop.models.store import Store, Tx
from desktop.services.services import open_services, rest_from_garbage
from desktop.services.vault import Vault


class Secrets(Vault):
    """Stands in for the keyring: a benchmark signs in without one."""

    def __init__(self, known: dict[str, dict[str, str]]) -> None:
        super().__init__()
        self.known = known

    async def get(self, uid: str) -> dict[str, str] | None:
        return self.known.get(uid)

    async def set(self, uid: str, secret: dict[str, str]) -> None:
        self.known[uid] = dict(secret)

    async def state(self) -> str:
        return "ok"


def add(tx: Tx, given: list[dict[str, Any]]) -> None:
    for number, one in enumerate(given):
        uid = f"account{number}"
        account = accounts.add_account(tx, uid=uid, network=one["network"], server=one["url"])
        channels.add_channel(
            tx,
            network=one["network"],
            name=f"{one['network']} {number}",
            url=one["url"],
            handle=one["handle"],
            options=one["options"],
            account_id=account if one["secret"] else None,
        )


def arrived_by_channel() -> list[tuple[Any, ...]]:
    return database.execute_sql(
        "SELECT c.name, c.health, c.health_detail, count(p.id) FROM channel c"
        " LEFT JOIN post p ON p.channel_id = c.id GROUP BY c.id"
    ).fetchall()


async def cpu_s() -> float:
    """Seconds of processor time of this process and of its helper."""
    from connectors.helper import helper

    both = (os.times(), await helper().run(os.times))
    return sum(times.user + times.system for times in both)


async def longest_turn(every_s: float, found: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(every_s)
        found.append(time.perf_counter() - began - every_s)


async def measure(path: str, wanted: int, given: list[dict[str, Any]]) -> dict[str, float]:
    with Store.open(path) as store:
        store.write(add, given).result()
        secrets = {f"account{number}": one["secret"] for number, one in enumerate(given)}
        services = await open_services(path, store=store, vault=Secrets(secrets))
        assert services.collector.take_role()
        # Starting is not polling: what the first request and the networks import is imported before.
        with contextlib.suppress(ConnectorError):
            await (await services.http()).get("http://127.0.0.1:9/")
        for row in store.read(channels.list_channels, counts=False).result():
            await services.connections.get(row.id)
        rest_from_garbage()  # as window and command line do
        loop = asyncio.get_running_loop()
        enough = asyncio.Event()
        arrived: set[int] = set()

        def heard(changes: Any) -> None:
            arrived.update(changes.new_posts)
            if len(arrived) >= wanted:
                loop.call_soon_threadsafe(enough.set)

        store.subscribe(heard)
        turns: list[float] = []
        beat = asyncio.create_task(longest_turn(0.001, turns))
        before = await cpu_s()
        began = time.perf_counter()
        round_ = asyncio.create_task(services.collector.run_once())
        try:
            async with asyncio.timeout(60):
                await enough.wait()
        except TimeoutError:
            raise SystemExit(f"not all came: {store.read(arrived_by_channel).result()}") from None
        took = time.perf_counter() - began
        beat.cancel()
        spent = await cpu_s() - before
        round_.cancel()
        await asyncio.gather(round_, return_exceptions=True)
        await services.aclose()
    return {"posts": len(arrived), "seconds": took, "cpu": spent, "stall_ms": max(turns) * 1000}


if __name__ == "__main__":
    found = asyncio.run(measure(sys.argv[1], int(sys.argv[2]), json.loads(sys.stdin.readline())))
    print(json.dumps(found))
