"""The services with the real Mastodon connector and a server that speaks its API: from the words of a citizen
to the answer on the server, with the line cut in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from desktop.models import accounts, outbox
from desktop.models.schema import database
from desktop.services.services import Services, open_services
from desktop.services.vault import Vault
from tests.servers.fake_mastodon import FakeMastodon
from tests.servers.fixtures import fake_mastodon
from tests.services.conftest import add, read, row, until
from tests.services.fakes import FakeKeyring

__all__ = ["fake_mastodon"]


@pytest.fixture
async def live(tmp_path: Path, fake_mastodon: FakeMastodon) -> AsyncIterator[tuple[Services, int]]:
    services = await open_services(str(tmp_path / "w.db"), vault=Vault(backend=FakeKeyring()))
    services.sender.settle_s = 0.0
    server = fake_mastodon
    secret = {"server": server.url, "access_token": server.token, "account_id": server.city.id}
    await services.vault.set("uid", secret)
    account = await asyncio.wrap_future(
        services.store.write(accounts.add_account, uid="uid", network="mastodon", server=server.url)
    )
    channel_id = await add(services, server.url, network="mastodon", name="시장", account_id=account)
    await services.start()
    await until(services, lambda: services.collector.is_live(channel_id))
    yield services, channel_id
    await services.aclose()


def _texts() -> list[str]:
    return [r[0] for r in database.execute_sql("SELECT text FROM post WHERE NOT own ORDER BY id").fetchall()]


def _newest() -> int:
    return int(database.execute_sql("SELECT max(id) FROM post WHERE NOT own").fetchone()[0])


def _own() -> list[Any]:
    return database.execute_sql("SELECT remote_id, parent_id FROM post WHERE own").fetchall()


async def arrived(services: Services, number: int) -> list[str]:
    async def there() -> Any:
        found = await read(services, _texts)
        return found if len(found) == number else None

    return await until(services, there)


async def test_posts_come_live_and_what_is_missed_is_filled_in(
    live: tuple[Services, int], fake_mastodon: FakeMastodon
) -> None:
    services, channel_id = live
    fake_mastodon.mention("가로등이 꺼졌어요")
    await arrived(services, 1)
    fake_mastodon.cut()
    fake_mastodon.mention("끊긴 사이에 버스가 오지 않아요")
    texts = await arrived(services, 2)
    assert any("버스" in text for text in texts)
    await until(services, lambda: services.collector.is_live(channel_id))
    fake_mastodon.mention("다시 이어졌네요")
    await arrived(services, 3)
    assert (await row(services, channel_id)).health == "ok"


async def test_an_answer_whose_receipt_is_lost_stands_on_the_server_once(
    live: tuple[Services, int], fake_mastodon: FakeMastodon
) -> None:
    services, _ = live
    fake_mastodon.mention("가로등이 꺼졌어요")
    await arrived(services, 1)
    before = len(fake_mastodon.statuses)
    fake_mastodon.drop_answers = 1
    post_id = await read(services, _newest)
    queued = await services.sender.reply(post_id, None, "현장을 확인하겠습니다.", undo_s=0)

    async def sent() -> Any:
        found = await read(services, outbox.get_outbox, queued.id)
        return found if found.state == "sent" else None

    done = await until(services, sent)
    assert len(fake_mastodon.statuses) == before + 1
    assert await read(services, _own) == [(done.remote_id, post_id)]
    assert done.remote_id in fake_mastodon.statuses


async def test_a_revoked_sign_in_is_noticed_and_nothing_more_is_asked(
    live: tuple[Services, int], fake_mastodon: FakeMastodon
) -> None:
    services, channel_id = live
    fake_mastodon.revoke(fake_mastodon.token)

    async def asks() -> bool:
        found = await row(services, channel_id)
        return (found.health, found.account_state) == ("auth", "expired")

    await until(services, asks)
    asked = len(fake_mastodon.requests)
    services.collector.collect_now()
    services.collector.wake_all()
    await read(services, _texts)
    assert len(fake_mastodon.requests) == asked
