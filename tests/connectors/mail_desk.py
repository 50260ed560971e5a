"""A channel on the city's mailbox, on real servers, for the tests of mail."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from connectors.base import Action, Batch, ChannelConfig, Outgoing, Post
from connectors.http import Http
from connectors.mail import NETWORK
from connectors.mail.client import MailChannel
from tests.servers.dovecot import PASSWORD, running_dovecot
from tests.servers.mail import City, id_of, mail, open_city


class Desk:
    """A channel on the city's mailbox, with what it has read."""

    def __init__(self, city: City, http: Http, **options: str) -> None:
        self.city, self.http = city, http
        smtp = {"smtp_host": "127.0.0.1", "smtp_port": str(city.smtp.port)}
        self.config = ChannelConfig(
            f"imap://127.0.0.1:{city.proxy.port}",
            city.address,
            {**smtp, **options},
            {"login": city.user, "password": PASSWORD},
        )
        self.channel: MailChannel = NETWORK.open(self.config, http)  # type: ignore[assignment]
        self.cursor: dict[str, Any] = {}
        self.posts: dict[str, Post] = {}

    async def round(self) -> list[Batch]:
        batches: list[Batch] = []
        while not batches or batches[-1].more:
            batch = await self.channel.fetch(self.cursor)
            self.cursor = dict(batch.cursor)
            self.posts |= {post.remote_id: post for post in batch.posts}
            batches.append(batch)
            assert len(batches) < 60
        return batches

    async def news(self) -> tuple[list[Post], list[str]]:
        batches = await self.round()
        return [p for batch in batches for p in batch.posts], [g for batch in batches for g in batch.gone]

    async def put(self, text: str = "가로등이 고장 났습니다", **how: Any) -> Post:
        data = mail(text, to=self.city.address, **how)
        self.city.box.put(data)
        await self.round()
        return self.posts[id_of(data)]

    def out(self, action: Action, post: Post, text: str = "", key: str = "k1") -> Outgoing:
        target = {"handle": post.author.handle, "parent_id": post.parent_id}
        return Outgoing(key, action, post.remote_id, text, target, post.created_ms or 0)


async def desk_on(http: Http, without: tuple[str, ...] = (), files_sent: bool = True, **options: str) -> Desk:
    return Desk(await open_city(running_dovecot(tuple(without)), files_sent=files_sent), http, **options)


@pytest.fixture
async def desk(http: Http) -> AsyncIterator[Desk]:
    desk = await desk_on(http)
    yield desk
    await desk.channel.aclose()
    await desk.city.close()
