"""Whether and why an answer may be written: the composer's decisions without a widget.

Owns the rules only. It must not know how they are shown, nor how anything is sent.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from connectors import registry
from connectors.base import Capabilities
from desktop.ui import i18n


class Block(enum.Enum):
    """Why nothing can be answered here; the window has a sentence for each."""

    NONE = "none"
    SAMPLE = "sample"  # the sample workspace never sends
    OWN = "own"  # our own post
    ROLE = "role"  # the person here may not answer
    DELETED = "deleted"  # the citizen took the post away
    REMOVED = "removed"  # the channel was removed from the program
    OFF = "off"  # the channel is switched off
    NO_REPLY = "no-reply"  # the network cannot
    BY_HAND = "by-hand"  # taken down by hand: the citizen is answered by telephone, ...
    SIGN_IN = "sign-in"  # no account, or the network refuses it


NOTICE = "notice"
"""The stage of an answer that only tells how things stand (``models.deadlines.notice``)."""

LONG_MS = 23 * 86_400_000
"""From a week before the first notice is due the stage is on offer."""


def next_stage(detail: Any) -> str:
    """A forwarded matter is answered twice: that it was received, and later what came of it."""
    answered = any(r.action == "reply" and r.stage == "first" and r.state == "sent" for r in detail.outbox)
    return "first" if detail.row.track == "forward" and not answered else "final"


def waits_long(detail: Any, now_ms: int) -> bool:
    """Whether the citizen has waited so long that they may be told how it stands."""
    return detail.row.status == "open" and now_ms - detail.row.created_ms > LONG_MS


def place_of(channel: Any) -> str:
    """Which server or site a channel is on: host and path of its address, else the host in its handle."""
    address = channel.url or channel.handle.rpartition("@")[2]
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        return (parts.hostname or "").lower() + parts.path.rstrip("/")
    except ValueError:
        return ""


def capabilities(channel: Any) -> Capabilities:
    """What a channel can do: as its server said, else as its network can in general."""
    known = channel.capabilities
    if isinstance(known, Capabilities):
        return known
    try:
        return registry.network(channel.network).capabilities
    except KeyError:
        return Capabilities()


def can_reply(channel: Any) -> bool:
    return capabilities(channel).reply


def why_no_reply(channel: Any) -> str:
    """The network's own reason why nothing can be answered there, "" where it gives none."""
    return i18n.own_half(capabilities(channel).why_not.get("reply", ""))


def signed_in(channel: Any) -> bool:
    return channel.account_id is not None and channel.account_state == "connected"


def same_place(a: Any, b: Any) -> bool:
    """Whether b can reach the posts of a: ids of posts mean nothing on another server or site."""
    return a.network == b.network and bool(place_of(a)) and place_of(a) == place_of(b)


def accounts_for(own: Any, channels: Iterable[Any]) -> list[Any]:
    """Channels an answer to a post of ``own`` may be sent from; the post's own channel first."""
    fit = [
        c
        for c in channels
        if c.id != own.id
        and c.enabled
        and c.removed_ms is None
        and can_reply(c)
        and signed_in(c)
        and same_place(own, c)
    ]
    first = [own] if can_reply(own) and signed_in(own) and own.removed_ms is None else []
    return first + sorted(fit, key=lambda c: c.name)


def blocked(row: Any, channel: Any | None, *, sample: bool, accounts: int, may: bool = True) -> Block:
    """The one reason that stands in the way of answering this post, most final first."""
    if row.own:
        return Block.OWN
    if row.deleted_ms is not None:
        return Block.DELETED
    if not may:
        return Block.ROLE
    if channel is None or channel.removed_ms is not None:
        return Block.REMOVED
    if not can_reply(channel):
        return Block.BY_HAND if not capabilities(channel).poll else Block.NO_REPLY
    if sample:
        return Block.SAMPLE
    if not channel.enabled:
        return Block.OFF
    if not accounts:
        return Block.SIGN_IN
    return Block.NONE


class Count(NamedTuple):
    used: int
    limit: int | None
    over: int = 0  # by how much the text is too long, 0 where it fits


def notices(channel: Any | None, detail: Any, text: str) -> tuple[str, ...]:
    """What a person has to know before this text goes out from a channel: its network's own advice."""
    if channel is None or not text.strip():
        return ()
    try:
        advise = registry.network(channel.network).advise
    except KeyError:
        return ()
    if advise is None:
        return ()
    row = detail.row
    target = {
        "handle": row.handle or "",
        "own_handle": channel.account_handle or channel.handle or "",
        "private": bool(row.private),
        "text": detail.text,
        "context": row.context or "",
        "url": row.url or "",
    }
    return tuple(i18n.own_half(sentence) for sentence in advise(text, target, channel.options))
