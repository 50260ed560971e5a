"""``python -m benchmarks [NAME...]``: measures all or some, and writes docs/performance.md."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from benchmarks import acting, clocks, collecting, inbox, large, picking, polling, pool, report, starting

BENCHMARKS: dict[str, Callable[[], list[report.Row]]] = {
    "collect": collecting.collect,
    "collect4": collecting.four_times,
    "same": collecting.same,
    "stream": collecting.stream,
    "networks": polling.networks,
    "start": starting.start,
    "memory": starting.memory,
    "acts": acting.acts,
    "many": acting.many,
    "clocks": clocks.recompute,
    "picker": picking.picker,
    "inbox": inbox.opening,
    "ideas": pool.opening,
    "large": large.start,
    "scroll": large.scroll,
    "search": large.search,
}


def main(names: list[str]) -> None:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        raise SystemExit(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    for name in names or BENCHMARKS:
        began = time.perf_counter()
        rows = BENCHMARKS[name]()
        report.keep(name, rows)
        for row in rows:
            verdict = {True: "holds", False: "DOES NOT HOLD", None: ""}[row.holds]
            print(f"{row.what}: {row.ours} beside {row.floor or 'no floor'} ({row.reach}) {verdict}")
        print(f"  [{name}: {time.perf_counter() - began:.0f} s]", flush=True)
    report.write_page(list(BENCHMARKS))


if __name__ == "__main__":
    main(sys.argv[1:])
