"""Bringing what a network sent together with what is stored: one batch, one transaction, cursor included.

A post is known by channel and remote id. So a batch that comes twice, in pieces, out of order or after a
crash leads to the same rows. What threads and reposts mean for cases is in ``threads.py``; our own answers
that come back from the network are recognised by ``own_posts.py``. This module knows nothing of networks but
the values of ``connectors.base``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from connectors.base import Batch, Post
from desktop.models import ids, own_posts, threads
from desktop.models.authors import Authors, server_of
from desktop.models.errors import Missing
from desktop.models.forwarding_mail.claiming import claiming
from desktop.models.search_queue import queue_for_search
from desktop.models.sql import insert_rows, rows_in, update_in
from desktop.models.store import Tx

PREVIEW_CHARACTERS = 400
_FIRST_MS, _LAST_MS = -62_135_596_800_000, 253_402_300_799_999  # the years that calendars know: 1 to 9999
LONG_TEXT = 2000
"""Texts above this many characters get a preview of their own, so that lists need not read them."""

_INSERT_POST = """
INSERT INTO post (id, channel_id, remote_id, author_id, case_id, digest, url, context, parent_remote_id,
    parent_id, repost_of, repost_of_id, repost_count, own, private, state, media, created_ms, dated,
    first_seen_ms, edited_ms, deleted_ms, preview, text)
VALUES
"""
_POST = "(?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL, 0, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)"
_INSERT_CASE = """
INSERT INTO case_ (id, channel_id, track, rank, merged_into, department, status, assignee, starred,
    post_count, unread, opened_ms, changed_ms)
VALUES
"""
_CASE = "(?, ?, 'new', ?, NULL, '', 'open', '', ?, 1, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Merged:
    """How many posts of a batch were what. ``own`` and ``reposts`` are counted here and not under ``new``."""

    new: int = 0
    edited: int = 0
    deleted: int = 0
    unchanged: int = 0
    own: int = 0
    reposts: int = 0


@dataclass(slots=True)
class Stored:
    """What the merge needs to know of a post that is there already."""

    id: int
    digest: str
    deleted: bool
    own: bool


class Told(NamedTuple):
    """What a batch says that is not known yet: ``changed`` with the new digest, ``digests`` those of
    ``fresh`` by remote id; ``returned``: ids of posts that were gone; ``ours``: ids of posts that were read
    when nobody had signed in yet."""

    fresh: list[Post]
    digests: dict[str, str]
    changed: list[tuple[Stored, Post, str]]
    returned: list[int]
    ours: list[int]
    unchanged: int


def merge_batch(tx: Tx, channel_id: int, batch: Batch) -> Merged:
    """Store a batch and, if it has one, the channel's new cursor. Posts without a remote id are left out,
    since they could not be recognised when they come again. Raises Missing for an unknown channel."""
    channel = tx.db.execute_sql(
        "SELECT network, url, name FROM channel WHERE id = ?", (channel_id,)
    ).fetchone()
    if channel is None:
        raise Missing(f"no channel {channel_id}")
    merged = Merged()
    if batch.posts:
        merged = merge_posts(tx, channel_id, channel[0], server_of(channel[1]), batch.posts)
    deleted = bury(tx, channel_id, batch.gone) if batch.gone else 0
    if batch.cursor:
        tx.db.execute_sql(
            "UPDATE channel SET cursor = ? WHERE id = ?", (json.dumps(dict(batch.cursor)), channel_id)
        )
    if batch.address:
        tx.db.execute_sql("UPDATE channel SET url = ? WHERE id = ?", (batch.address, channel_id))
        tx.changes.channel(channel_id)
    if deleted:
        merged = Merged(merged.new, merged.edited, deleted, merged.unchanged, merged.own, merged.reposts)
    return merged


def merge_posts(tx: Tx, channel_id: int, network: str, server: str, posts: Sequence[Post]) -> Merged:
    # One remote id twice in a batch: the first is the newer one in every feed, as with the order below.
    unique: dict[str, Post] = {}
    for post in posts:
        if post.remote_id:
            unique.setdefault(post.remote_id, post)
    if not unique:
        return Merged()
    told = _compared(unique, _stored(tx, channel_id, list(unique)))
    edited = len({known.id for known, _, _ in told.changed}.union(told.returned))
    if told.returned:
        _resurrect(tx, told.returned)
    if told.changed:
        _edit(tx, told.changed)
    if told.ours:
        own_posts.become_own(tx, told.ours)
    fresh, unchanged = told.fresh, told.unchanged
    own = reposts = new = 0
    if fresh:
        adopted = own_posts.adopt(tx, channel_id, fresh)
        if adopted.known:
            # The outbox had stored them under a makeshift id; now they are known by the network's own.
            fresh = [post for post in fresh if post.remote_id not in adopted.known]
            unchanged += len(adopted.known)
        # Departments' answers to our letters are no citizens' posts.
        letters = claiming(network, fresh)
        own, reposts, new = _insert(
            tx, channel_id, network, server, fresh, told.digests, adopted.own, letters
        )
        own_posts.close_confirmed(tx, adopted)
    return Merged(new, edited, 0, unchanged, own, reposts)


def _compared(posts: Mapping[str, Post], stored: Mapping[str, Stored]) -> Told:
    fresh: list[Post] = []
    changed: list[tuple[Stored, Post, str]] = []
    returned: list[int] = []
    ours: list[int] = []
    unchanged = 0
    digests: dict[str, str] = {}
    for remote_id, post in posts.items():
        new_digest = digest(post.text, post.url, post.state)
        known = stored.get(remote_id)
        if known is None:
            digests[remote_id] = new_digest
            fresh.append(post)
            continue
        if known.deleted:
            returned.append(known.id)
        if post.own and not known.own:
            ours.append(known.id)
        if known.digest != new_digest:
            changed.append((known, post, new_digest))
        elif not known.deleted:
            unchanged += 1
    return Told(fresh, digests, changed, returned, ours, unchanged)


def digest(text: str, url: str, state: str) -> str:
    """Tells an edit from a repeat."""
    return blake2b(f"{state}\n{url}\n{text}".encode("utf-8", "replace"), digest_size=16).hexdigest()


def preview_of(text: str) -> str | None:
    return text[:PREVIEW_CHARACTERS] if len(text) > LONG_TEXT else None


def _stored(tx: Tx, channel_id: int, remote_ids: list[str]) -> dict[str, Stored]:
    rows = rows_in(
        tx.db,
        "SELECT remote_id, id, digest, deleted_ms IS NOT NULL, own FROM post"
        " WHERE channel_id = ? AND remote_id IN (%s)",
        remote_ids,
        channel_id,
    )
    return {row[0]: Stored(row[1], row[2], bool(row[3]), bool(row[4])) for row in rows}


def _insert(
    tx: Tx,
    channel_id: int,
    network: str,
    server: str,
    posts: list[Post],
    digests: dict[str, str],
    from_outbox: set[str],
    letters: frozenset[str],
) -> tuple[int, int, int]:
    """Store posts that were not there: how many are our own, reposts, and citizens'."""
    if not posts:
        return 0, 0, 0
    now = tx.now_ms
    authors = Authors(tx, network, server)
    author_ids = authors.ids_of([post.author for post in posts])
    # The first of a document is the newest, also where all have the same time: so the last gets its id first.
    posts = posts[::-1]
    author_ids = author_ids[::-1]
    created = [now if p.created_ms is None else max(_FIRST_MS, min(_LAST_MS, p.created_ms)) for p in posts]
    times = [min(at, now) for at in created]
    post_ids = new_ids(tx, times)
    post_rows: list[tuple[Any, ...]] = []
    case_rows: list[tuple[Any, ...]] = []
    queue: list[tuple[int]] = []
    own_count = repost_count = 0
    links: list[threads.New] = []
    claims: list[tuple[int, Post]] = []
    for post, post_id, author_id, at in zip(posts, post_ids, author_ids, created, strict=True):
        remote_id, text = post.remote_id, post.text
        own = post.own or remote_id in from_outbox
        letter = remote_id in letters
        opens = not own and not post.repost_of and not letter
        case_id = post_id if opens else None
        if opens:
            case_rows.append((post_id, channel_id, post_id * ids.RANK_STEP, False, True, now, now))
        elif own:
            own_count += 1
        elif not letter:
            repost_count += 1
        media = (
            json.dumps([{"kind": m.kind, "url": m.url, "alt": m.alt} for m in post.media], ensure_ascii=False)
            if post.media
            else ""
        )
        post_rows.append(
            (
                post_id, channel_id, remote_id, author_id, case_id, digests[remote_id], post.url,
                post.context, "" if letter else post.parent_id, post.repost_of, own, post.private,
                post.state, media,
                at, post.created_ms is not None,
                now, post.edited_ms, preview_of(text), text,
            )
        )  # fmt: skip
        if letter:
            claims.append((post_id, post))
            continue
        if not post.repost_of:
            queue.append((post_id,))
        links.append(threads.New(post_id, remote_id, post.parent_id, post.repost_of, own))
    insert_rows(tx.db, _INSERT_CASE, _CASE, case_rows)
    insert_rows(tx.db, _INSERT_POST, _POST, post_rows)
    insert_rows(tx.db, "INSERT INTO search_queue (post_id, old_text) VALUES ", "(?, NULL)", queue)
    tx.changes.new_posts.update(set(post_ids).difference(post_id for post_id, _ in claims))
    tx.changes.cases.update(row[0] for row in case_rows)
    threads.link(
        tx,
        channel_id,
        links,
        quiet={link.id for link in links if link.remote_id in from_outbox},
    )
    if claims:
        from desktop.models.forwarding_mail import replies  # only here: it stands on all of forwarding

        replies.take_in(tx, claims)
    return own_count, repost_count, len(case_rows)


def new_ids(tx: Tx, times_ms: Iterable[int]) -> list[int]:
    """Free ids for posts of these times, growing in the order given."""

    def taken(candidates: list[int]) -> set[int]:
        return {row[0] for row in rows_in(tx.db, "SELECT id FROM post WHERE id IN (%s)", candidates)}

    def greatest_below(low: int, high: int) -> int | None:
        row = tx.db.execute_sql("SELECT max(id) FROM post WHERE id BETWEEN ? AND ?", (low, high)).fetchone()
        return None if row[0] is None else int(row[0])

    return ids.assign(times_ms, taken, greatest_below)


def _edit(tx: Tx, changed: list[tuple[Stored, Post, str]]) -> None:
    """The network shows other words, another address or another state than we have: keep both."""
    queue_for_search(tx, [known.id for known, _, _ in changed])
    connection = tx.db.connection()
    connection.executemany(
        "INSERT INTO post_version (post_id, text, url, state, seen_ms)"
        " SELECT id, text, url, state, ? FROM post WHERE id = ?",
        [(tx.now_ms, known.id) for known, _, _ in changed],
    )
    connection.executemany(
        "UPDATE post SET edited_ms = CASE WHEN text <> ? THEN ? ELSE edited_ms END,"
        " text = ?, preview = ?, url = ?, state = ?, digest = ?, context = coalesce(nullif(?, ''), context)"
        # an empty context means that the title could not be had this time
        " WHERE id = ?",
        [
            (
                post.text, tx.now_ms if post.edited_ms is None else post.edited_ms,
                post.text, preview_of(post.text), post.url, post.state, new_digest, post.context, known.id,
            )
            for known, post, new_digest in changed
        ],
    )  # fmt: skip
    tx.changes.posts.update(known.id for known, _, _ in changed)
    _changed_cases(tx, [known.id for known, _, _ in changed])


def _resurrect(tx: Tx, post_ids: list[int]) -> None:
    update_in(tx.db, "UPDATE post SET deleted_ms = NULL WHERE id IN (%s)", post_ids)
    threads.recount_reposts_of(tx, post_ids)
    tx.changes.posts.update(post_ids)
    _changed_cases(tx, post_ids)


def bury(tx: Tx, channel_id: int, gone: Sequence[str]) -> int:
    """Mark what the network no longer has. The text stays readable."""
    rows = rows_in(
        tx.db,
        "SELECT id FROM post WHERE channel_id = ? AND deleted_ms IS NULL AND remote_id IN (%s)",
        list(dict.fromkeys(gone)),
        channel_id,
    )
    post_ids = [row[0] for row in rows]
    update_in(tx.db, "UPDATE post SET deleted_ms = ? WHERE id IN (%s)", post_ids, tx.now_ms)
    threads.recount_reposts_of(tx, post_ids)
    tx.changes.posts.update(post_ids)
    _changed_cases(tx, post_ids)
    return len(post_ids)


def _changed_cases(tx: Tx, post_ids: Sequence[int]) -> None:
    rows = rows_in(
        tx.db, "SELECT DISTINCT case_id FROM post WHERE case_id IS NOT NULL AND id IN (%s)", post_ids
    )
    tx.changes.cases.update(row[0] for row in rows)
