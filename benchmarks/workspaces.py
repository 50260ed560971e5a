"""Workspaces to measure on, filled through the program's own merge and kept in build/ between runs."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from benchmarks import feeds
from benchmarks.report import ROOT
from connectors.base import Author, Batch, Post
from desktop.models import cases, channels, search
from desktop.models.merge import merge_batch
from desktop.models.store import Store, Tx
from desktop.services import deadlines, offices

BATCH = 500
SHARES = {"forward": 0.3, "idea": 0.1, "opinion": 0.35}
"""How much of the older part is sorted already; the rest waits in 미분류."""


def channel_posts(channel: int, items: int) -> list[Post]:
    return [
        Post(
            remote_id=name,
            text=f"{title}\n{re.sub('<[^>]+>', ' ', html)}",
            author=Author(author, author),
            created_ms=int(when.timestamp() * 1000),
            url=f"https://board{channel}.si.example/{name}",
        )
        for name, title, author, when, html in feeds.posts(channel, items)
    ]


def add_channels(tx: Tx, addresses: list[str], enabled: bool = True) -> list[int]:
    made = []
    for number, url in enumerate(addresses, 1):
        channel_id = channels.add_channel(tx, network="feed", name=f"게시판 {number}", url=url)
        channels.update_channel(tx, channel_id, enabled=enabled)
        made.append(channel_id)
    return made


def filled(posts: int) -> Path:
    """A workspace with about this many posts over 37 switched-off channels, indexed and partly sorted. The
    path is that of the kept original: whoever changes it works on a copy."""
    root = ROOT / "build" / "benchmarks"
    path = root / f"{posts}-{_stamp()}.db"
    if not path.exists():
        root.mkdir(parents=True, exist_ok=True)
        for older in root.glob(f"{posts}-*.db*"):
            older.unlink()
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        _fill(unfinished, posts)
        unfinished.rename(path)
    return path


def copy_of(path: Path, folder: Path) -> Path:
    return Path(shutil.copy(path, folder / "workspace.db"))


def _fill(path: Path, posts: int) -> None:
    addresses = [f"https://board{number}.si.example/rss" for number in range(1, feeds.CHANNELS + 1)]
    with Store.open(path) as store:
        store.write(offices.seed).result()
        store.write(deadlines.seed).result()
        ids = store.write(add_channels, addresses, enabled=False).result()
        for number, channel_id in enumerate(ids, 1):
            all_posts = channel_posts(number, round(posts / feeds.CHANNELS))
            for at in range(0, len(all_posts), BATCH):
                store.write(merge_batch, channel_id, Batch(posts=tuple(all_posts[at : at + BATCH]))).result()
        store.write(_sort_some).result()
        while store.write(search.index_some, limit=2000).result():
            pass


def _sort_some(tx: Tx) -> None:
    ids = [row[0] for row in tx.db.execute_sql("SELECT id FROM case_ ORDER BY id")]
    at = 0
    for track, share in SHARES.items():
        count = int(len(ids) * share)
        department = "N11-03" if track == "forward" else None
        for start in range(at, at + count, BATCH):
            cases.move(tx, ids[start : min(start + BATCH, at + count)], track, department=department)
        at += count


def _stamp() -> str:
    """Changes when what fills the workspace changes."""
    models = ROOT / "desktop" / "models"
    sources = [*sorted((models / "schema").glob("*.py")), models / "bigrams.py"]
    sources += [Path(feeds.__file__), Path(__file__), *sorted((models / "migrations").glob("*.py"))]
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources))
    return digest.hexdigest()[:12]
