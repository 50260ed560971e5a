"""Backups of a network into a channel: posts with cases that can be found, once, and one sentence where it
cannot be."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Malformed
from desktop.models import channels, search
from desktop.models.errors import Missing
from desktop.models.queries import Filter
from desktop.models.schema import database
from desktop.services import backups, messages
from desktop.services.backups import NoBackups, import_backup
from desktop.services.services import Services
from tests.services.conftest import add, read, until

ANSWER = "<a href='http://me2day.net/exuser'>exuser</a> 오늘 치웁니다"
COMMENTS = {
    "c6yy000-5xx000-zz": ("exuser", "골목도 부탁해요", "2012-11-05T09:30:00+0900"),
    "c6yy001-5xx000-zz": ("excity", ANSWER, "2012-11-05T09:40:00+0900"),
}


def backup(root: Path) -> Path:
    """A day of a crawler's dump: one post of the city, a citizen's comment and the city's answer to it."""
    folder = root / "me2userdata" / "excity"
    folder.mkdir(parents=True)
    post = {
        "post_id": "p5xx000-zz",
        "body": "제설 안내",
        "pubDate": "2012-11-05T09:10:11+0900",
        "author": {"id": "excity", "nickname": "예시시"},
    }
    comments = [
        {"commentId": number, "body": body, "pubDate": at, "author": {"id": user, "nickname": user}}
        for number, (user, body, at) in COMMENTS.items()
    ]
    (folder / "excity_20121105.json").write_text(json.dumps([post]), encoding="utf-8")
    below = folder / "excity_20121105_p5xx000-zz.json"
    below.write_text(json.dumps({"comments": comments}), encoding="utf-8")
    return root


def stored() -> list[tuple[Any, ...]]:
    query = "SELECT remote_id, text, own, id FROM post ORDER BY remote_id"
    return list(database.execute_sql(query).fetchall())


def cases() -> list[tuple[Any, ...]]:
    return list(database.execute_sql("SELECT id, status FROM case_ ORDER BY id").fetchall())


def waiting() -> int:
    return int(database.execute_sql("SELECT count(*) FROM search_queue").fetchone()[0])


@pytest.fixture
async def channel_id(services: Services) -> int:
    return await add(services, "", network="me2day", name="미투데이")


async def test_posts_of_a_backup_get_cases_and_are_found(
    services: Services, channel_id: int, tmp_path: Path
) -> None:
    await services.indexer.start()
    kicked: list[int] = []

    def stored_now() -> None:
        kicked.append(1)
        services.indexer.kick()

    totals = await import_backup(services.store, channel_id, backup(tmp_path), on_stored=stored_now)
    assert (totals.new, totals.edited, totals.damaged) == (3, 0, "") and kicked
    posts = await read(services, stored)
    assert {row[0]: bool(row[2]) for row in posts} == {
        "p5xx000-zz": True,
        "c6yy000-5xx000-zz": False,
        "c6yy001-5xx000-zz": True,
    }
    question = next(row[3] for row in posts if row[0] == "c6yy000-5xx000-zz")
    # The citizen's words are a case that the city's old answer has answered; the city's own post is none.
    assert await read(services, cases) == [(question, "answered")]

    async def indexed() -> bool:
        return await read(services, waiting) == 0

    await until(services, indexed)
    assert await read(services, search.search_ids, "골목", Filter(), None, 10) == [question]


async def test_reading_a_backup_again_adds_nothing(
    services: Services, channel_id: int, tmp_path: Path
) -> None:
    root = backup(tmp_path)
    await import_backup(services.store, channel_id, root)
    before = await read(services, stored), await read(services, cases)
    totals = await import_backup(services.store, channel_id, root)
    assert (totals.new, totals.edited, totals.deleted) == (0, 0, 0)
    assert (await read(services, stored), await read(services, cases)) == before
    row = await read(services, channels.get_channel, channel_id)
    assert not row.cursor, "the place in a live list is not touched"


async def test_what_cannot_be_read_is_named_and_the_rest_is_there(
    services: Services, channel_id: int, tmp_path: Path
) -> None:
    root = backup(tmp_path)
    (root / "me2userdata" / "excity" / "excity_20121106.json").write_bytes(b"")
    totals = await import_backup(services.store, channel_id, root)
    assert totals.new == 3
    said = [messages.sentence(totals.damaged, lang) for lang in ("ko", "en")]
    assert all("excity_20121106.json" in one for one in said)
    assert said[0].startswith("1개를") and said[1].startswith("1 could not") and " / " not in "".join(said)


@pytest.mark.parametrize("kind", ["nothing", "empty", "file", "link"])
async def test_what_is_no_backup_is_refused_in_one_sentence(
    services: Services, channel_id: int, tmp_path: Path, kind: str
) -> None:
    place = tmp_path / "x"
    if kind == "empty":
        place.mkdir()
    elif kind == "file":
        place.write_bytes(b"PK\x03\x04 cut off")
    elif kind == "link":
        backup(place)
        (place / "me2userdata" / "elsewhere").symlink_to("/etc")
    with pytest.raises(Malformed) as refused:
        await import_backup(services.store, channel_id, place)
    korean, english = (messages.sentence(refused.value, lang) for lang in ("ko", "en"))
    assert korean.count(".") == 1 or korean.endswith("골라 주세요.")
    assert korean != english and english.isascii() and str(tmp_path) not in korean + english
    assert await read(services, stored) == [], "nothing of it is stored"


async def test_a_disk_that_fails_is_no_crash(
    services: Services, channel_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> Any:
        raise OSError(5, "Input/output error")

    network = dataclasses.replace(backups.find_network("me2day"), read_backup=broken)
    monkeypatch.setattr(backups, "find_network", lambda name: network)
    with pytest.raises(Malformed) as refused:
        await import_backup(services.store, channel_id, tmp_path)
    assert refused.value.code == "file-unreadable" and "errno" not in messages.sentence(refused.value).lower()


async def test_networks_without_backups_and_channels_that_are_gone(
    services: Services, tmp_path: Path
) -> None:
    feed = await add(services, "https://a", network="feed")
    with pytest.raises(NoBackups) as refused:
        await import_backup(services.store, feed, backup(tmp_path))
    assert messages.sentence(refused.value)
    with pytest.raises(Missing):
        await import_backup(services.store, 999, tmp_path)


async def test_the_loop_is_free_while_a_long_backup_is_read(
    services: Services, channel_id: int, tmp_path: Path
) -> None:
    root = backup(tmp_path)
    folder = root / "me2userdata" / "excity"
    for day in range(1, 29):
        posts = [
            {"post_id": f"p{day}x{n}-zz", "body": f"글 {day} {n}", "author": {"id": "excity"}}
            for n in range(20)
        ]
        (folder / f"excity_201301{day:02}.json").write_text(json.dumps(posts), encoding="utf-8")
    pieces: list[int] = []
    work = asyncio.ensure_future(
        import_backup(services.store, channel_id, root, on_stored=lambda: pieces.append(len(pieces)))
    )
    turns = 0
    while not work.done():
        turns += 1
        await asyncio.sleep(0)
    assert (await work).new == 3 + 28 * 20
    assert len(pieces) > 3 and turns > len(pieces)
