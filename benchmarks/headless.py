"""Collecting without a window, as ``seoul-smc collect --once`` does it: ``headless WORKSPACE ADDRESS...``.

Prints the seconds of a first round, of indexing behind it, and of a second round in which nothing changed.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

from benchmarks import workspaces
from desktop.models.store import Store
from desktop.services.services import open_services


async def measure(path: str, addresses: list[str]) -> dict[str, float]:
    with Store.open(path) as store:
        store.write(workspaces.add_channels, addresses).result()
        services = await open_services(path, store=store)
        assert services.collector.take_role()
        await services.http()
        began = time.perf_counter()
        results = await services.collector.run_once()
        merged = time.perf_counter()
        await services.indexer.finish()
        indexed = time.perf_counter()
        again = await services.collector.run_once()
        same = time.perf_counter()
        await services.aclose()
    assert not any(result.failed for result in [*results, *again]), results
    return {
        "posts": sum(result.new for result in results),
        "merged": merged - began,
        "indexed": indexed - began,
        "again": sum(result.new + result.edited for result in again),
        "same": same - indexed,
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(sys.argv[1], sys.argv[2:]))))
