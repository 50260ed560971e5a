"""A network that lives in this process: tests say what it holds, how it fails and what it pushes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from connectors.base import (
    Activity,
    Author,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    LengthRule,
    Network,
    Outgoing,
    Post,
    Sent,
    SignInField,
)


@dataclass
class FakeChannel:
    """What one address of the fake network holds."""

    posts: list[Post] = field(default_factory=list)
    failures: list[BaseException] = field(default_factory=list)  # raised by the next fetches, one each
    always: BaseException | None = None
    stream: bool = False
    stream_failures: list[BaseException] = field(default_factory=list)
    fetches: int = 0
    opened: int = 0
    streams: int = 0
    damaged: str = ""
    missing: str = ""
    page: int = 100
    hold: asyncio.Event | None = None  # fetches wait for it
    wish_s: float | None = None
    pushes: asyncio.Queue[Any] = field(default_factory=asyncio.Queue)
    sent: list[Outgoing] = field(default_factory=list)
    arrived: dict[str, Sent] = field(default_factory=dict)
    send_failures: list[BaseException] = field(default_factory=list)
    lose_answers: int = 0  # so many sends arrive although the caller sees OutcomeUnknown
    look_ups: int = 0
    secrets: list[Any] = field(default_factory=list)

    def write(self, number: int, text: str = "버스가 오지 않습니다", **more: Any) -> Post:
        made = Post(
            f"p{number}", text, Author("u1", "김시민", "kim"), created_ms=1_790_000_000_000 + number, **more
        )
        self.posts.append(made)
        return made


ALL = Capabilities(
    reply=True,
    approve=True,
    hide=True,
    unhide=True,
    hold=True,
    reject=True,
    trash=True,
    like=True,
    private_reply=True,
    length=LengthRule(limit=500),
    private_length=LengthRule(limit=20),
)


class FakeCity:
    """All addresses, and the Network constants that open them."""

    def __init__(self) -> None:
        self.channels: dict[str, FakeChannel] = {}
        self.closed: list[str] = []

    def __getitem__(self, url: str) -> FakeChannel:
        return self.channels.setdefault(url, FakeChannel())

    def network(self, name: str = "fake", **changes: Any) -> Network:
        values: dict[str, Any] = {
            "name": name,
            "label_ko": "가짜",
            "label_en": "Fake",
            "capabilities": ALL,
            "open": lambda config, http: FakeConnector(self, config),
            "min_interval_s": 0.01,
            "default_interval_s": 3000.0,
            "sign_in_fields": (SignInField("login"), SignInField("password", secret=True)),
        }
        return Network(**{**values, **changes})


class FakeConnector:
    def __init__(self, city: FakeCity, config: ChannelConfig) -> None:
        self.city = city
        self.url = config.url
        self.channel = city[config.url]
        self.channel.opened += 1
        self.channel.secrets.append(config.secret)

    async def capabilities(self) -> Capabilities:
        return replace(ALL, stream=self.channel.stream)

    async def check(self) -> Identity:
        if self.channel.always is not None:
            raise self.channel.always
        return Identity("me", "서울시", "seoul")

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        channel = self.channel
        channel.fetches += 1
        if channel.hold is not None:
            await channel.hold.wait()
        if channel.failures:
            raise channel.failures.pop(0)
        if channel.always is not None:
            raise channel.always
        begin = int(cursor.get("n", 0))
        end = min(begin + channel.page, len(channel.posts))
        return Batch(
            posts=tuple(channel.posts[begin:end]),
            cursor={"n": end},
            more=end < len(channel.posts),
            damaged=channel.damaged,
            missing=channel.missing,
            next_after_s=channel.wish_s,
        )

    async def stream(self) -> AsyncIterator[Batch]:
        channel = self.channel
        if channel.stream_failures:
            raise channel.stream_failures.pop(0)
        channel.streams += 1
        yield Batch()
        while True:
            item = await channel.pushes.get()
            if isinstance(item, BaseException):
                raise item
            yield item

    async def send(self, outgoing: Outgoing) -> Sent:
        channel = self.channel
        if channel.send_failures:
            raise channel.send_failures.pop(0)
        channel.sent.append(outgoing)
        sent = Sent("")
        if outgoing.action.has_text:
            remote_id = f"r{len(channel.sent)}"
            made = Post(
                remote_id, outgoing.text, Author("me", "서울시"), own=True, parent_id=outgoing.target_id
            )
            sent = Sent(remote_id, f"https://fake.example/{remote_id}", made)
        channel.arrived[outgoing.key] = sent
        if channel.lose_answers:
            channel.lose_answers -= 1
            from connectors.base import OutcomeUnknown

            raise OutcomeUnknown("the line broke after the request")
        return sent

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        self.channel.look_ups += 1
        if isinstance(self.channel.always, ConnectorError):
            raise self.channel.always
        return self.channel.arrived.get(outgoing.key)

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        return [Activity(handle, posts=len(self.channel.posts)) for handle in handles]

    async def aclose(self) -> None:
        self.city.closed.append(self.url)


class FakeKeyring:
    """Stands in for a keyring backend."""

    name = "fake"

    def __init__(self, limit: int | None = None) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.limit = limit

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.limit is not None and len(password.encode("utf-16-le")) > self.limit:
            raise OSError("CredWrite: The stub received bad data")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        from keyring.errors import PasswordDeleteError

        if (service, username) not in self.entries:
            raise PasswordDeleteError(service)
        del self.entries[service, username]
