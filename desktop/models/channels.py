"""Channels (채널): the accounts and boards that the city collects, as data that staff edit."""

from __future__ import annotations

import dataclasses
import functools
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from connectors.base import Capabilities, LengthRule
from desktop.models.current import database
from desktop.models.errors import DuplicateChannel, Missing
from desktop.models.events import record
from desktop.models.ids import floor_id
from desktop.models.permissions import need
from desktop.models.store import Tx

KST_MS = 9 * 3600 * 1000
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One channel with all that its row, its lamp and its connector need. Times are ms UTC or None.
    ``cursor`` is {} in lists: it is long, and only who asks the channel needs it."""

    id: int
    network: str
    name: str
    url: str
    handle: str
    owner: str
    options: Mapping[str, Any]
    account_id: int | None
    account_name: str
    account_handle: str
    account_state: str  # "" without an account, else connected | expired
    account_uid: str
    account_voice: str
    enabled: bool
    removed_ms: int | None
    created_ms: int
    cursor: Mapping[str, Any]
    capabilities: Capabilities | None  # None until a connector has said what the channel can do
    health: str
    health_since_ms: int | None
    health_detail: str
    failures: int
    last_success_ms: int | None
    last_attempt_ms: int | None
    next_due_ms: int | None
    limited_until_ms: int | None
    unread: int = 0
    today: int = 0  # posts of citizens since midnight in Korea


_SELECT = """
SELECT c.id, c.network, c.name, c.url, c.handle, c.owner, c.options, c.account_id, coalesce(a.name, ''),
    coalesce(a.handle, ''), coalesce(a.state, ''), coalesce(a.uid, ''), coalesce(a.voice, ''), c.enabled,
    c.removed_ms, c.created_ms, %s, c.capabilities, c.health, c.health_since_ms, c.health_detail,
    c.failures, c.last_success_ms, c.last_attempt_ms, c.next_due_ms, c.limited_until_ms
FROM channel c LEFT JOIN account a ON a.id = c.account_id
"""

Known = dict[tuple[str, ...], tuple[int, int | None]]
"""What makes a channel the same one → (id, removed_ms)."""

_CHANGEABLE = {
    "network", "name", "url", "handle", "owner", "options", "account_id", "enabled", "cursor", "capabilities",
    "next_due_ms", "limited_until_ms", "health", "health_since_ms", "health_detail", "failures",
}  # fmt: skip


def list_channels(
    *,
    include_removed: bool = False,
    enabled_only: bool = False,
    counts: bool = True,
    now_ms: int | None = None,
) -> list[ChannelRow]:
    """All channels by name, 게시판 2 before 게시판 10. ``counts=False`` leaves out what has to be counted
    (unread, today)."""
    where = []
    if not include_removed:
        where.append("c.removed_ms IS NULL")
    if enabled_only:
        where.append("c.enabled")
    rows = database.execute_sql(
        _SELECT % "'{}'" + (" WHERE " + " AND ".join(where) if where else "")
    ).fetchall()
    channels = sorted(map(_row, rows), key=lambda channel: (_as_people_count(channel.name), channel.id))
    return _counted(channels, now_ms) if counts else channels


def _as_people_count(name: str) -> list[tuple[int, str]]:
    """Sorts the numbers in a name by what they are worth."""
    pieces = re.split(r"([0-9]{1,18})", name)  # text and numbers in turns
    return [(int(piece), "") if place % 2 else (0, piece) for place, piece in enumerate(pieces)]


def get_channel(channel_id: int, *, counts: bool = True) -> ChannelRow:
    """One channel, also a removed one. ``counts=False`` leaves out what has to be counted. Raises Missing."""
    row = database.execute_sql(_SELECT % "c.cursor" + " WHERE c.id = ?", (channel_id,)).fetchone()
    if row is None:
        raise Missing(f"no channel {channel_id}")
    return _counted([_row(row)], None)[0] if counts else _row(row)


def find_channel(text: str) -> ChannelRow | None:
    """The channel that staff mean: by number, else by exact name, else by a name that only one has."""
    channels = list_channels(counts=False)
    wanted = text.strip()
    if wanted.isascii() and wanted.isdigit():
        for channel in channels:
            if channel.id == int(wanted):
                return channel
    folded = wanted.casefold()
    for test in (lambda name: name == folded, lambda name: folded in name):
        found = [channel for channel in channels if folded and test(channel.name.casefold())]
        if len(found) == 1:
            return found[0]
    return None


def add_channel(
    tx: Tx,
    *,
    network: str,
    name: str,
    url: str = "",
    handle: str = "",
    owner: str = "",
    options: Mapping[str, Any] | None = None,
    account_id: int | None = None,
    enabled: bool = True,
    capabilities: Capabilities | None = None,
    known: Known | None = None,
    right: str = "channel.edit",
) -> int:
    """Add a channel; its id. Raises DuplicateChannel if the same address (or, without one, the same name) of
    that network is collected already. A channel that was removed comes back with its posts. ``known``: what
    ``known_channels`` gave in this transaction, for those who add many; it is kept up to date. ``right``:
    what it takes, where the channel comes with something else."""
    need(tx, right)
    known = known_channels(tx, network) if known is None else known
    twin = known.get(_identity(network, name, url, handle))
    if twin is not None and twin[1] is None:
        raise DuplicateChannel(f"{network} {url or name}", twin[0])
    tx.changes.other("channels")
    if twin is not None:
        _update(
            tx, twin[0], {
                "name": name, "url": url, "handle": handle, "owner": owner, "options": dict(options or {}),
                "account_id": account_id, "enabled": enabled,
            },
        )  # fmt: skip
        _log(tx, twin[0], {"removed": True}, {"name": name, "network": network})
        tx.db.execute_sql("UPDATE channel SET removed_ms = NULL, next_due_ms = NULL WHERE id = ?", (twin[0],))
        known[_identity(network, name, url, handle)] = (twin[0], None)
        return twin[0]
    cursor = tx.db.execute_sql(
        "INSERT INTO channel (network, name, url, handle, owner, options, account_id, enabled, created_ms,"
        " cursor, capabilities, health, health_detail, failures)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, 'new', '', 0) RETURNING id",
        (
            network, name.strip(), url.strip(), handle.strip(), owner.strip(),
            json.dumps(dict(options or {}), ensure_ascii=False), account_id, enabled, tx.now_ms,
            pack_capabilities(capabilities),
        ),
    )  # fmt: skip
    channel_id = int(cursor.fetchone()[0])
    known[_identity(network, name, url, handle)] = (channel_id, None)
    _log(tx, channel_id, {}, {"name": name.strip(), "network": network, "url": url.strip()})
    tx.changes.channel(channel_id)
    return channel_id


def known_channels(tx: Tx, network: str = "", except_id: int = 0) -> Known:
    """Every channel (of one network) by what makes it the same one; a living one before a removed one."""
    rows = tx.db.execute_sql(
        "SELECT id, removed_ms, network, name, url, handle FROM channel WHERE ? IN ('', network) AND id <> ?"
        " ORDER BY removed_ms IS NULL, id DESC",
        (network, except_id),
    ).fetchall()
    return {_identity(*row[2:]): (row[0], row[1]) for row in rows}


def update_channel(tx: Tx, channel_id: int, **changes: Any) -> None:
    """Change columns of a channel by name. ``options``, ``cursor`` and ``capabilities`` take the values, not
    JSON. A new address starts collecting from the beginning. Raises Missing, DuplicateChannel, TypeError."""
    need(tx, "channel.edit")
    _update(tx, channel_id, changes)


def _update(tx: Tx, channel_id: int, changes: dict[str, Any]) -> None:
    unknown = changes.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not a column that may change: {sorted(unknown)}")
    row = tx.db.execute_sql(
        "SELECT network, name, url, handle FROM channel WHERE id = ?", (channel_id,)
    ).fetchone()
    if row is None:
        raise Missing(f"no channel {channel_id}")
    if changes.keys() & {"network", "url", "handle", "name"}:
        network, name, url, handle = (
            changes.get(key, old) for key, old in zip(("network", "name", "url", "handle"), row, strict=True)
        )
        twin = known_channels(tx, network, channel_id).get(_identity(network, name, url, handle))
        if twin is not None and twin[1] is None and _identity(*row) != _identity(network, name, url, handle):
            raise DuplicateChannel(f"{network} {url or name}", twin[0])
        if url != row[2]:
            changes.setdefault("cursor", {})
            # What was wrong with the old address (gone, a sign-in) says nothing about the new one.
            changes = {"health": "new", "health_detail": "", "failures": 0, **changes}
            if _host(url) != _host(row[2]):
                # The secret was given to the old server and must not be shown to another one.
                changes.setdefault("account_id", None)
    if not changes:
        return
    packed = {name: _packed(name, value) for name, value in changes.items()}
    _log_edit(tx, channel_id, packed)
    columns = ", ".join(f"{name} = ?" for name in packed)
    tx.db.execute_sql(f"UPDATE channel SET {columns} WHERE id = ?", (*packed.values(), channel_id))
    tx.changes.channel(channel_id)


def remove_channel(tx: Tx, channel_id: int) -> None:
    """Stop collecting a channel for good; its posts and cases stay readable."""
    need(tx, "channel.edit")
    row = tx.db.execute_sql("SELECT name, network, removed_ms FROM channel WHERE id = ?", (channel_id,))
    known = row.fetchone()
    if known is not None and known[2] is None:
        _log(tx, channel_id, {"name": known[0], "network": known[1]}, {"removed": True})
    tx.db.execute_sql(
        "UPDATE channel SET removed_ms = ?, enabled = ? WHERE id = ? AND removed_ms IS NULL",
        (tx.now_ms, False, channel_id),
    )
    tx.changes.channel(channel_id)
    tx.changes.other("channels")


_LOGGED = ("network", "name", "url", "handle", "owner", "options", "account_id", "enabled")


_SECRET_PARAMETER = re.compile(r"([?&][^=&#]*(?:key|token|secret|pass|pwd|auth|sig)[^=&#]*=)[^&#]+", re.I)


def shown_address(url: str) -> str:
    """An address for lists and for the log, without the password or key that some feeds have in it: the log
    is kept for good and handed on."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if "@" in parts.netloc and parts.scheme in ("http", "https"):
        url = urlunsplit(parts._replace(netloc=f"***@{parts.netloc.rpartition('@')[2]}"))
    return _SECRET_PARAMETER.sub(r"\1***", url)


def _log(tx: Tx, channel_id: int, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """What people do with channels is in the log; what collecting finds is in the lamps."""
    if tx.actor:
        before, after = (
            {**values, "url": shown_address(values["url"])} if values.get("url") else values
            for values in (before, after)
        )
        record(tx, "channel", 0, before, after, about=f"channel:{channel_id}")


def _log_edit(tx: Tx, channel_id: int, packed: Mapping[str, Any]) -> None:
    named = [name for name in _LOGGED if name in packed]
    if not tx.actor or not named:
        return
    row = tx.db.execute_sql(f"SELECT name, {', '.join(named)} FROM channel WHERE id = ?", (channel_id,))
    title, *stored = row.fetchone()
    before = {name: old for name, old in zip(named, stored, strict=True) if old != packed[name]}
    if before:
        after = {name: packed[name] for name in before}
        _log(tx, channel_id, {"name": title, **before}, {"name": title, **after})


def record_success(
    tx: Tx,
    channel_id: int,
    *,
    next_due_ms: int | None = None,
    detail: str = "",
    health: str = "ok",
    capabilities: Capabilities | None = None,
) -> None:
    """A round went well (``health`` may also be "slow", or "damaged" and "partial" where not all could or may
    be read). ``next_due_ms`` None: it stays what it was."""
    if next_due_ms is None:
        next_due_ms = get_channel(channel_id, counts=False).next_due_ms
    _record(tx, channel_id, health, detail, next_due_ms)
    tx.db.execute_sql(
        "UPDATE channel SET failures = 0, limited_until_ms = NULL, last_success_ms = ? WHERE id = ?",
        (tx.now_ms, channel_id),
    )
    if capabilities is not None:
        update_channel(tx, channel_id, capabilities=capabilities)


def record_failure(
    tx: Tx,
    channel_id: int,
    health: str,
    detail: str = "",
    next_due_ms: int | None = None,
    *,
    limited_until_ms: int | None = None,
) -> int:
    """A round failed: how many times in a row by now. ``next_due_ms`` None means: not again by itself."""
    _record(tx, channel_id, health, detail, next_due_ms)
    row = tx.db.execute_sql(
        "UPDATE channel SET failures = failures + 1, limited_until_ms = ? WHERE id = ? RETURNING failures",
        (limited_until_ms, channel_id),
    ).fetchone()
    if row is None:
        raise Missing(f"no channel {channel_id}")
    return int(row[0])


def pack_capabilities(capabilities: Capabilities | None) -> str:
    return "{}" if capabilities is None else json.dumps(dataclasses.asdict(capabilities))


@functools.lru_cache(256)
def unpack_capabilities(text: str) -> Capabilities | None:
    """None for what was never filled in. Fields of another version of the program are left out."""
    values = _json(text)
    if not values:
        return None
    length, private = values.pop("length", None), values.pop("private_length", None)
    why_not = values.pop("why_not", None) or {}
    known = {f.name for f in dataclasses.fields(Capabilities)}
    return Capabilities(
        **{k: bool(v) for k, v in values.items() if k in known},
        length=_rule(length or {}),
        private_length=None if private is None else _rule(private),
        why_not={str(k): str(v) for k, v in why_not.items()},
    )


def _rule(values: dict[str, Any]) -> LengthRule:
    known = {f.name for f in dataclasses.fields(LengthRule)}
    return LengthRule(**{k: v for k, v in values.items() if k in known})


def _record(tx: Tx, channel_id: int, health: str, detail: str, next_due_ms: int | None) -> None:
    tx.db.execute_sql(
        "UPDATE channel SET health_since_ms = CASE WHEN health <> ? OR health_since_ms IS NULL THEN ?"
        " ELSE health_since_ms END, health = ?, health_detail = ?, last_attempt_ms = ?, next_due_ms = ?"
        " WHERE id = ?",
        (health, tx.now_ms, health, detail, tx.now_ms, next_due_ms, channel_id),
    )
    tx.changes.channel(channel_id)


def _identity(network: str, name: str, url: str, handle: str) -> tuple[str, ...]:
    if not url and not handle:
        return (network, "name", name.strip().casefold())
    return (network, _same_address(url), handle.strip().lstrip("@").casefold())


def _host(url: str) -> str:
    return urlsplit(_same_address(url)).netloc


def _same_address(url: str) -> str:
    """An address in the form in which two spellings of it are equal."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return url.strip()
    scheme = "http" if parts.scheme in ("http", "https") else parts.scheme
    return urlunsplit((scheme, host, parts.path.rstrip("/"), parts.query, ""))


def _packed(name: str, value: Any) -> Any:
    if name in ("options", "cursor"):
        return json.dumps(dict(value or {}), ensure_ascii=False)
    if name == "capabilities":
        return pack_capabilities(value)
    return value.strip() if isinstance(value, str) else value


def _json(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _row(row: tuple[Any, ...]) -> ChannelRow:
    values = list(row)
    values[6] = _json(values[6])
    values[13] = bool(values[13])
    values[16] = _json(values[16])
    values[17] = unpack_capabilities(values[17])
    return ChannelRow(*values)


def _counted(channels: list[ChannelRow], now_ms: int | None) -> list[ChannelRow]:
    now = int(time.time() * 1000) if now_ms is None else now_ms
    midnight = (now + KST_MS) // DAY_MS * DAY_MS - KST_MS
    unread = dict(
        database.execute_sql(
            "SELECT channel_id, count(*) FROM case_ WHERE track IN ('new', 'forward', 'idea', 'opinion')"
            " AND merged_into IS NULL AND unread GROUP BY channel_id"
        ).fetchall()
    )
    today = dict(
        database.execute_sql(
            "SELECT channel_id, count(*) FROM post WHERE id >= ? AND NOT own AND repost_of = ''"
            " GROUP BY channel_id",
            (floor_id(midnight),),
        ).fetchall()
    )
    return [
        dataclasses.replace(channel, unread=unread.get(channel.id, 0), today=today.get(channel.id, 0))
        for channel in channels
    ]
