"""Measures inside the real window: ``python -m benchmarks.window SCENARIO WORKSPACE [arguments]``.

The program is started as ``desktop.app.run`` starts it, off the screen; a scenario then does what a person or
a network would do and prints one JSON object.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from benchmarks.memory import pss_mb
from benchmarks.report import percentile
from desktop.services.vault import Vault

SETTLE_S = 2.0
BEAT_MS = 1
SCROLL_PX = 60
FIRST_PAGE = 20


class Beat(QObject):
    """How late a timer of a millisecond comes: what a key press would have waited for the window."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> dict[str, float]:
        self._timer.stop()
        late = self.late_ms
        return {"stall_max": max(late), "stall_p99": percentile(late, 0.99), "beats": len(late)}

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append((now - self._last) * 1000 - BEAT_MS)
        self._last = now


class PaintWatch(QObject):
    """When each text at the top of a list was first painted (seconds since 1970)."""

    TOP = 3

    def __init__(self, view: Any) -> None:
        super().__init__()
        self.painted: dict[str, float] = {}
        self._model = view.model()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            cards = [self._model.card(row) for row in range(min(self.TOP, self._model.rowCount()))]
            fresh = [card.text for card in cards if card.text not in self.painted]
            if fresh:
                # The filter hears of the paint before it is done; the loop comes back when it is.
                QTimer.singleShot(0, lambda: self._note(fresh))
        return False

    def _note(self, texts: list[str]) -> None:
        now = time.time()
        for text in texts:
            self.painted.setdefault(text, now)


class KnownSecrets(Vault):
    """Stands in for the keyring: a benchmark signs in without one."""

    known: dict[str, dict[str, str]] = {}  # account → secret; "" for all others

    async def get(self, uid: str) -> dict[str, str]:
        return self.known.get(uid) or self.known[""]

    async def set(self, uid: str, secret: dict[str, str]) -> None:
        self.known[uid] = dict(secret)

    async def state(self) -> str:
        return "ok"


async def until(condition: Callable[[], Any], limit_s: float = 120.0) -> None:
    deadline = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(getattr(condition, "__name__", "condition"))
        await asyncio.sleep(0.004)


async def services_ready(window: Any) -> None:
    await until(lambda: window.bridge.services is not None)


async def show(window: Any, name: str) -> Any:
    """The screen of that name, with its first page."""
    window.show_screen(name)
    screen = window.screen_named(name)
    lists = [screen.live] if name == "timeline" else [column.live for column in screen.columns]
    await until(lambda: all(live.model.loaded for live in lists))
    return screen


# --- scenarios ------------------------------------------------------------------------------------------


async def collect(window: Any, *addresses: str) -> dict[str, float]:
    """Channels are added as an import adds them; until all posts are stored and the newest are painted."""
    from benchmarks import workspaces
    from desktop.models.search import search_state

    await services_ready(window)
    await window.bridge.services.http()
    timeline = await show(window, "timeline")
    await asyncio.sleep(SETTLE_S)
    arrived: set[int] = set()
    window.bridge.changed.connect(lambda changes: arrived.update(changes.new_posts))
    items = int(addresses[0].split("/")[-2])
    oldest = f"({len(addresses)}-{items - 1})"  # its title ends so
    beat = Beat()
    beat.start()
    began = time.perf_counter()
    await window.bridge.write(workspaces.add_channels, list(addresses))
    await until(lambda: len(arrived) >= len(addresses) * items)
    on_screen, searchable = await asyncio.gather(
        _newest_painted(window, timeline), _found_by_search(window, oldest)
    )
    stalls = beat.stop()
    while (await window.bridge.read(search_state)).indexing_left:  # noqa: ASYNC110 (the database tells nobody)
        await asyncio.sleep(0.05)
    await asyncio.sleep(SETTLE_S)
    gc.collect()
    times = {"on_screen": on_screen - began, "searchable": searchable - began}
    return {"posts": len(arrived), **times, **stalls, "pss": pss_mb()}


async def _newest_painted(window: Any, timeline: Any) -> float:
    """When the top of the list shows the newest posts that are stored."""
    from desktop.models import queries

    while True:
        newest = await window.bridge.read(queries.timeline_page, queries.Filter(), limit=FIRST_PAGE)
        shown = [timeline.model.card(row) for row in range(FIRST_PAGE)]
        if [row.id for row in newest] == [card.key if card else None for card in shown]:
            break
        if timeline.live.held():
            timeline.live.show_held()
        await asyncio.sleep(0.005)
    window.repaint()
    return time.perf_counter()


async def _found_by_search(window: Any, words: str) -> float:
    """When a search looks through all posts and has found the one with these words."""
    from desktop.models import search

    def not_searched() -> int:
        return search.search_state().not_searched

    while await window.bridge.read(not_searched):  # noqa: ASYNC110 (the queue is in the database and tells nobody)
        await asyncio.sleep(0.005)
    found = await window.bridge.read(search.search, words)
    assert any(words in row.text for row in found)
    return time.perf_counter()


async def networks(window: Any, told: str, wanted: str) -> dict[str, float]:
    """How late the window's loop is while posts of many networks come in; ``told``: the channels as JSON (see
    ``network_servers``)."""
    from benchmarks.networks import add

    given = json.loads(told)
    await services_ready(window)
    services = window.bridge.services
    KnownSecrets.known = {f"account{number}": one["secret"] for number, one in enumerate(given)}
    await services.http()
    await show(window, "timeline")
    await asyncio.sleep(SETTLE_S)
    arrived: set[int] = set()
    window.bridge.changed.connect(lambda changes: arrived.update(changes.new_posts))
    beat = Beat()
    beat.start()
    began = time.perf_counter()
    await window.bridge.write(add, given)
    await until(lambda: len(arrived) >= int(wanted))
    return {"seconds": time.perf_counter() - began, **beat.stop()}


async def scroll(window: Any, name: str, frames: str) -> dict[str, float]:
    """Turn the wheel this often on one list; a frame is the step, its paint and one turn of the loop."""
    await services_ready(window)
    screen = await show(window, name)
    view = screen.view if name == "timeline" else screen.columns[0].view
    await asyncio.sleep(SETTLE_S)
    bar = view.verticalScrollBar()
    took: list[float] = []
    before = bar.value()
    while len(took) < int(frames):
        began = time.perf_counter()
        bar.setValue(bar.value() + SCROLL_PX)
        view.viewport().repaint()
        await asyncio.sleep(0)
        took.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.001)
        if bar.value() == before:
            took.pop()
            await until(lambda: bar.maximum() > bar.value(), 10)
        before = bar.value()
    return {"p50": percentile(took, 0.5), "p95": percentile(took, 0.95), "max": max(took)}


async def stream(window: Any, url: str, token: str, account_id: str, posts: str) -> dict[str, Any]:
    """One streaming channel; says when the line is open, and then when each post was painted."""
    from desktop.models import accounts, channels

    await services_ready(window)
    KnownSecrets.known[""] = {"server": url, "access_token": token, "account_id": account_id}
    await window.bridge.write(
        lambda tx: channels.add_channel(
            tx,
            network="mastodon",
            name="시",
            url=url,
            handle="@hanbit",
            account_id=accounts.add_account(tx, network="mastodon", server=url, remote_id=account_id),
        )
    )
    timeline = await show(window, "timeline")
    watch = PaintWatch(timeline.view)
    collector = window.bridge.services.collector
    await until(lambda: any(collector.is_live(channel_id) for channel_id in collector.running))
    await asyncio.sleep(SETTLE_S)
    print("open", flush=True)
    await until(lambda: len(watch.painted) >= int(posts))
    return {"painted": watch.painted}


async def acts(window: Any) -> dict[str, Any]:
    from benchmarks import acting

    await services_ready(window)
    await show(window, "board")
    await asyncio.sleep(SETTLE_S)
    return await acting.drive(window)


SCENARIOS: dict[str, Callable[..., Awaitable[dict[str, Any]]]] = {
    "acts": acts,
    "collect": collect,
    "networks": networks,
    "scroll": scroll,
    "stream": stream,
}


def main(scenario: str, workspace: str, *arguments: str) -> None:
    from desktop import app

    if scenario in ("stream", "networks"):
        from desktop.services import services

        services.Vault = KnownSecrets  # type: ignore[misc]

    found: dict[str, Any] = {}

    async def drive(window: Any) -> None:
        try:
            found.update(await SCENARIOS[scenario](window, *arguments))
        except Exception as error:
            found["error"] = "".join(traceback.format_exception(error))
        window.close()

    def usable(window: Any) -> None:
        window.bridge.spawn(drive(window), scenario)

    app.run(workspace, on_usable=usable)
    if "error" in found:
        raise SystemExit(found["error"])
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
