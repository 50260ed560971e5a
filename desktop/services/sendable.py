"""Whether an action may go out at all: asked before it is put into the outbox. Reads, never writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from connectors.base import Action, Capabilities, clean_text
from desktop.models import departments
from desktop.models.channels import ChannelRow
from desktop.models.current import database
from desktop.models.departments import DepartmentIndex
from desktop.models.speaking import checks
from desktop.models.speaking.checks import Around, Finding
from desktop.services.connections import UnknownNetwork, find_network, row_of


class NotSendable(Exception):
    """Nothing was put into the outbox; ``code`` says why (``messages.sentence``). ``findings`` are the places
    that have to be changed; ``why`` is the connector's own reason ("한국어. / English."), else ""."""

    def __init__(self, code: str, n: int = 0, findings: Sequence[Finding] = (), why: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.n = n
        self.why = why
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Ready:
    channel_id: int
    text: str


def capabilities_of(row: ChannelRow) -> Capabilities:
    """As the server said, else as its network promises."""
    if row.capabilities is not None:
        return row.capabilities
    try:
        return find_network(row.network).capabilities
    except UnknownNetwork:
        return Capabilities(poll=False)


def prepare(post_id: int, channel_id: int | None, action: Action, text: str) -> Ready:
    """For ``Store.read``. ``channel_id`` None: the channel where the post came in. Raises NotSendable."""
    post = database.execute_sql(
        "SELECT p.channel_id, p.deleted_ms, p.private, a.handle FROM post p"
        " LEFT JOIN author a ON a.id = p.author_id WHERE p.id = ?",
        (post_id,),
    ).fetchone()
    if post is None:
        raise NotSendable("no-post")
    where, deleted_ms, private, answered = post
    row = row_of(where if channel_id is None else channel_id)
    refusal = "cannot-reply" if action is Action.REPLY else "cannot-act"
    can = capabilities_of(row)
    if not can.allows(action):
        raise NotSendable(refusal, why=can.why_not.get(action, ""))
    if row.id != where and row_of(where).network != row.network:
        raise NotSendable(refusal)
    if row.removed_ms is not None or not row.enabled:
        raise NotSendable("channel-off")
    if not action.has_text:
        return Ready(row.id, "")
    if deleted_ms is not None:
        raise NotSendable("post-deleted")
    text = clean_text(text).strip()
    if not text:
        raise NotSendable("empty-text")
    rule = capabilities_of(row).length_of(action, private=bool(private))
    over = rule.over(text, answered or "")
    if over:
        raise NotSendable("too-long", over)
    found = checks.stops(checks.check(text, around(post_id, row.id, action)))
    if found:
        raise NotSendable("check-stopped", len(found), found)
    return Ready(row.id, text)


def around(post_id: int, channel_id: int, action: Action = Action.REPLY) -> Around:
    """For ``Store.read``: what the checks need to know of an answer to this post from this channel."""
    post = database.execute_sql(
        "SELECT p.private, coalesce(a.name, ''), coalesce(a.handle, ''), p.case_id, p.author_id FROM post p"
        " LEFT JOIN author a ON a.id = p.author_id WHERE p.id = ?",
        (post_id,),
    ).fetchone()
    if post is None:
        raise NotSendable("no-post")
    private, name, handle, case_id, author_id = post
    # Whoever else speaks in this case may be called by mistake.
    people = database.execute_sql(
        "SELECT DISTINCT a.name, a.handle FROM post p JOIN author a ON a.id = p.author_id"
        " WHERE p.case_id = ? AND p.own = 0 AND a.id <> ? LIMIT 200",
        (case_id, author_id or 0),
    ).fetchall()
    office = _office(departments.index())
    return Around(
        name=name,
        handle=handle,
        others=tuple(word for person in people for word in person if word),
        numbers=office.numbers,
        names=office.names,
        former=office.former,
        rule=capabilities_of(row_of(channel_id)).length_of(action, private=bool(private)),
    )


@dataclass(frozen=True, slots=True)
class _Office:
    numbers: frozenset[str]
    names: frozenset[str]
    former: frozenset[str]


@lru_cache(maxsize=2)
def _office(index: DepartmentIndex) -> _Office:
    """What the office is called and where it is reached; the index is anew after every change."""
    contacts = [part for row in index.rows for part in (row.contact, row.mail) if part]
    numbers = {number for contact in contacts for number in checks.numbers_in(contact)}
    names = {row.name.replace(" ", "") for row in index.rows}
    names |= {row.parent.replace(" ", "") for row in index.rows if row.parent}
    former = {row.name.replace(" ", "") for row in index.by_code.values() if not row.active}
    return _Office(frozenset(numbers), frozenset(names), frozenset(former - names))
