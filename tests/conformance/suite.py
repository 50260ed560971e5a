"""What the promises share: which of them run for which network, and a channel as the program keeps it."""

from __future__ import annotations

import importlib
import inspect
import json
import re
import time
import unicodedata
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import Any, TypeVar

from connectors.base import Action, Batch, ChannelConfig, Connector, Network, Outgoing, Post
from connectors.http import Http
from connectors.registry import NETWORKS
from tests.conformance.stand import Facts, Stand

SUBJECTS = ("reading", "changes", "writing", "trouble")
"""The promises are the tests of ``test_SUBJECT.py``."""

MOST_PAGES = 150
"""A round of a stand that takes more pages than this never ends."""

AWAY_MS = 15 * 60 * 1000
"""A time that is wrong by more than this was taken for one of another time zone."""

_SECRET = re.compile(r"token|secret|passw|key|jwt|session|cookie", re.IGNORECASE)

F = TypeVar("F", bound=Callable[..., Any])


# --- which promises there are -----------------------------------------------------------------------------


def needs(*capabilities: str) -> Callable[[F], F]:
    """This promise is one of networks that claim these capabilities."""

    def mark(function: F) -> F:
        function.needs = capabilities  # type: ignore[attr-defined]
        return function

    return mark


@dataclass(frozen=True, slots=True)
class Promise:
    name: str  # of the function, without test_
    subject: str
    title: str  # first line of its docstring
    needs: tuple[str, ...]


@cache
def promises() -> tuple[Promise, ...]:
    """All of them, in the order in which they stand in their modules."""
    found = []
    for subject in SUBJECTS:
        module = importlib.import_module(f"tests.conformance.test_{subject}")
        for name, function in vars(module).items():
            if name.startswith("test_") and inspect.isfunction(function):
                title = (function.__doc__ or "").strip().partition("\n")[0].rstrip(".")
                needed = getattr(function, "needs", ())
                found.append(Promise(name.removeprefix("test_"), subject, title, needed))
    return tuple(found)


@cache
def stand_module(name: str) -> ModuleType | None:
    """A network's stand; None where it has none yet."""
    wanted = f"tests.conformance.stands.{name}"
    try:
        return importlib.import_module(wanted)
    except ModuleNotFoundError as error:
        if error.name == wanted:
            return None
        raise


def facts_of(name: str) -> Facts | None:
    """What a stand says of its network; None where there is none that can be loaded (``test_suite.py`` says
    why: one that is broken must not keep the others from being tested)."""
    try:
        module = stand_module(name)
    except Exception:
        return None
    facts = getattr(module, "FACTS", None)
    return facts if isinstance(facts, Facts) else None


def why_absent(promise: Promise, network: Network, facts: Facts) -> str:
    """Why the network does not offer what is promised, in English; "" where it does."""
    if promise.name in facts.absent:
        return facts.absent[promise.name]
    for capability in promise.needs:
        if not getattr(network.capabilities, capability):
            said = network.capabilities.why_not.get(capability, "")
            return said.partition(" / ")[2] or f"It has no {capability}."
    return ""


def stands_for(promise_name: str) -> list[str]:
    """The networks for which a promise is run."""
    promise = next(one for one in promises() if one.name == promise_name)
    chosen = []
    for network in NETWORKS:
        facts = facts_of(network.name)
        if facts is not None and not why_absent(promise, network, facts):
            chosen.append(network.name)
    return chosen


# --- a channel --------------------------------------------------------------------------------------------


@dataclass
class Clock:
    """The time of the program under test; servers in other processes keep theirs."""

    real: Callable[[], float] = time.time
    offset_s: float = 0.0

    def __call__(self) -> float:
        return self.real() + self.offset_s


@dataclass
class Round:
    """What asking until there was no more has changed."""

    changed: list[Post] = field(default_factory=list)  # new ones and those that differ from what was known
    gone: list[str] = field(default_factory=list)
    pages: int = 0
    damaged: str = ""


class Channel:
    """The city's channel on a stand, kept as the program keeps it: posts by id, the cursor through JSON."""

    def __init__(self, network: Network, stand: Stand, http: Http, clock: Clock) -> None:
        self.network, self.stand, self.http, self.clock = network, stand, http, clock
        self.posts: dict[str, Post] = {}
        self.gone: set[str] = set()
        self.cursor: dict[str, Any] = {}
        self.secrets: set[str] = set()
        self._opened: list[Connector] = []
        self.reopen()

    def reopen(self, http: Http | None = None) -> Connector:
        """As after a start of the program: nothing is known but what is stored."""
        self.config: ChannelConfig = self.stand.config()
        self.secrets |= secrets_of(self.config)
        self.connector = self.network.open(self.config, http or self.http)
        self._opened.append(self.connector)
        return self.connector

    async def aclose(self) -> None:
        self.secrets |= secrets_of(self.config)
        for connector in self._opened:
            await connector.aclose()

    def take(self, batch: Batch, into: Round) -> None:
        for post in batch.posts:
            if self.posts.get(post.remote_id) != post:
                into.changed.append(post)
            self.posts[post.remote_id] = post
            self.gone.discard(post.remote_id)
        for number in batch.gone:
            if self.posts.pop(number, None) is not None:
                into.gone.append(number)
            self.gone.add(number)
        into.pages += 1
        into.damaged = into.damaged or batch.damaged

    async def page(self, into: Round) -> bool:
        """One page; whether there is a further one."""
        batch = await self.connector.fetch(self.cursor)
        self.take(batch, into)
        self.cursor = stored(batch.cursor)
        return batch.more

    async def round(self) -> Round:
        done = Round()
        while await self.page(done):
            assert done.pages < MOST_PAGES, "paging does not end"
        return done

    async def rounds_until(self, true: Callable[[], bool], hours: int = 8) -> None:
        """Round after round, an hour later each, until it is so. Fails where it never becomes so."""
        await self.round()
        for _ in range(hours):
            if true():
                return
            self.later(3600)
            await self.round()
        assert true(), f"not so after {hours} hours; known: {sorted(self.posts)}, gone: {sorted(self.gone)}"

    def later(self, seconds: float) -> None:
        self.clock.offset_s += seconds

    async def written(self, text: str, **how: Any) -> Post:
        """A citizen's post, read by the channel."""
        number = await self.stand.write(text, **how)
        await self.rounds_until(lambda: number in self.posts)
        return self.posts[number]

    async def write_many(self, texts: list[str]) -> list[str]:
        quicker = getattr(self.stand, "write_many", None)
        if quicker is not None:
            return list(await quicker(texts))
        return [await self.stand.write(text) for text in texts]

    def out(self, action: Action, post: Post, text: str = "", key: str = "") -> Outgoing:
        """An action as the outbox hands it over."""
        target = {
            "handle": post.author.handle,
            "author_id": post.author.remote_id,
            "private": post.private,
            "parent_id": post.parent_id,
            "url": post.url,
            "text": post.text,
            "context": post.context,
        }
        written_ms = int(self.clock() * 1000)
        return Outgoing(key or str(uuid.uuid4()), action, post.remote_id, text, target, written_ms)

    async def answered(self, post: Post, text: str) -> Post:
        """Our reply as the channel reads it."""
        sent = await self.connector.send(self.out(Action.REPLY, post, text))
        await self.rounds_until(lambda: sent.remote_id in self.posts)
        return self.posts[sent.remote_id]


def stored(cursor: Mapping[str, Any]) -> dict[str, Any]:
    """A cursor as it comes back from the database."""
    found: dict[str, Any] = json.loads(json.dumps(dict(cursor), allow_nan=False))
    return found


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def secrets_of(config: ChannelConfig) -> set[str]:
    """The values of a sign-in that nobody may see."""
    found: set[str] = set()
    for secret in (config.secret, config.tokens.secret if config.tokens is not None else None):
        for name, value in (secret or {}).items():
            if _SECRET.search(name) and len(value) >= 6:
                found.add(value)
    return found


def leaks(text: str, secrets: set[str]) -> Iterator[str]:
    """Which secrets a text shows, also as they stand in an address."""
    from urllib.parse import quote

    for secret in secrets:
        if secret in text or quote(secret, safe="") in text:
            yield secret
