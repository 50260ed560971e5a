"""What happens to an idea besides its decision: it is worded, supported, reviewed, carried out, asked again.

Every change is an event of the case and holds the fields that changed under "idea", before and after.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.models.current import database
from desktop.models.deadlines import clocks, counting, days_off, rules
from desktop.models.deadlines.calendar import FIRST_YEAR, LAST_YEAR, day_of
from desktop.models.errors import Conflict
from desktop.models.events import history
from desktop.models.meetings import agenda, telling
from desktop.models.meetings.errors import IdeaRefused
from desktop.models.meetings.keeping import change, write
from desktop.models.meetings.rows import (
    DECISIONS,
    SETTLED,
    Idea,
    first_sentence,
    get_idea,
    need_idea,
    open_items,
)
from desktop.models.permissions import need
from desktop.models.sql import rows_in
from desktop.models.store import Tx

RECONSIDER_RULE = "PROP-REVIEW"
"""불채택 재심사 요청 (국민 제안 규정 제12조, 제14조)."""

_PROGRESS = {"progress", "planned", "owner"}
MOST_SUPPORTERS = 10_000_000


# --- sorted, grouped --------------------------------------------------------------------------------------


def follow_track(tx: Tx, case_ids: Iterable[int], track: str, *, step: str = "") -> None:
    """Cases were sorted: on track "idea" they are ideas from now on; those that leave it are taken off the
    agendas of meetings to come. Their rows stay, so that nothing of an idea is lost when it comes back."""
    wanted = list(case_ids)
    if track == "idea":
        make(tx, wanted)
        return
    for item in open_items(wanted).values():
        agenda.take_off(tx, item, step=step)


def make(tx: Tx, case_ids: Sequence[int]) -> None:
    """Give cases the row of an idea where they have none yet."""
    known = {row[0] for row in rows_in(tx.db, "SELECT case_id FROM idea WHERE case_id IN (%s)", case_ids)}
    new = [case_id for case_id in case_ids if case_id not in known]
    filed = _filed(new)
    tx.db.connection().executemany(
        "INSERT INTO idea (case_id, title, state, filed_ms, supporters, review, reason, owner, planned,"
        " progress, reconsidered, changed_ms) VALUES (?, '', 'pool', ?, 0, '', '', '', '', 0, ?, ?)",
        [(case_id, filed[case_id], False, tx.now_ms) for case_id in new],
    )
    if new:
        tx.changes.other("meetings")


def follow_group(tx: Tx, kept: int, others: Sequence[int], *, step: str = "") -> None:
    """Cases became one: an idea among them gives its place on an agenda to the one that is kept."""
    for case_id, item in open_items(others).items():
        agenda.take_off(tx, item, step=step)
        taking = get_idea(kept)
        on_track = tx.db.execute_sql("SELECT track FROM case_ WHERE id = ?", (kept,)).fetchone()[0] == "idea"
        if taking is not None and on_track and taking.state in ("pool", "held") and case_id != kept:
            agenda.put_on(tx, item.meeting_id, kept, item.position, step=step)
    refile(tx, [kept], step=step)


def refile(tx: Tx, case_ids: Sequence[int], *, step: str = "") -> None:
    """The posts of these cases are others now, and so perhaps the time of the first of them."""
    filed = _filed(case_ids)
    for case_id in case_ids:
        idea = get_idea(case_id)
        if idea is not None and idea.filed_ms != filed[case_id]:
            change(tx, idea, {"filed_ms": filed[case_id]}, "filed", step=step)


def merge(tx: Tx, case_ids: Sequence[int], *, step: str = "") -> int:
    """Make one idea of several by grouping their cases. The one that was filed first is kept: it has
    precedence. Its id."""
    from desktop.models import cases

    found = {idea.case_id: idea for idea in map(need_idea, case_ids)}
    if any(idea.state in SETTLED for idea in found.values()):
        raise IdeaRefused("decided", "idea-decided")
    ordered = sorted(found, key=lambda case_id: (found[case_id].filed_ms, case_id))
    return cases.group(tx, ordered, step=step or cases.new_step())


# --- changed by people ------------------------------------------------------------------------------------


def edit(
    tx: Tx,
    case_id: int,
    *,
    title: str | None = None,
    supporters: int | None = None,
    review: str | None = None,
    seen_ms: int | None = None,
    step: str = "",
) -> Idea:
    """Word an idea, count its supporters by hand, note what the department thinks of it. An empty title is
    the first sentence of the post again. ``seen_ms``: ``changed_ms`` of what the person saw; raises Conflict
    if somebody changed the same since."""
    idea = need_idea(case_id)
    if title is not None or supporters is not None:
        need(tx, "idea.edit", idea.state)
    if review is not None:
        need(tx, "idea.review", idea.state)
    values: dict[str, Any] = {}
    if title is not None:
        words = " ".join(title.split())[:300]
        values["title"] = "" if words == _own_title(idea.case_id) else words
    if supporters is not None:
        if not 0 <= supporters <= MOST_SUPPORTERS:
            raise IdeaRefused(str(supporters), "idea-supporters")
        values["supporters"] = supporters
    if review is not None:
        values["review"] = review.strip()
    _check_seen(idea, seen_ms, values)
    return change(tx, idea, values, "edit", step=step)


def set_progress(
    tx: Tx,
    case_id: int,
    percent: int,
    note: str = "",
    *,
    planned: str | None = None,
    owner: str | None = None,
    seen_ms: int | None = None,
    step: str = "",
) -> Idea:
    """How far an adopted idea is, 0 to 100; ``note`` says what was done. It stands in the history."""
    idea = need_idea(case_id)
    need(tx, "idea.progress", idea.state)
    if not 0 <= percent <= 100:
        raise IdeaRefused(str(percent), "idea-progress")
    values: dict[str, Any] = {"progress": percent}
    if planned is not None:
        check_day(planned)
        values["planned"] = planned
    if owner is not None:
        check_owner(owner)
        values["owner"] = owner
    _check_seen(idea, seen_ms, values)
    return change(tx, idea, values, "progress", note=note.strip(), step=step)


def mark_told(tx: Tx, case_id: int, *, step: str = "") -> Idea:
    """The proposer was told in another way than by an answer of this program (a call, a letter)."""
    idea = need_idea(case_id)
    need(tx, "idea.edit", idea.state)
    if idea.state not in DECISIONS:
        raise IdeaRefused(idea.state, "idea-undecided")
    return _told(tx, idea, step)


def answered(tx: Tx, case_id: int) -> None:
    """A final answer to a post of this case was sent: the proposer knows. What is held still waits for its
    decision, so its period goes on."""
    idea = get_idea(case_id)
    if idea is None or idea.state not in DECISIONS or idea.told_ms is not None:
        return
    _told(tx, idea, "")
    clock = clocks.get(case_id)
    if idea.state == "held" and clock is not None:
        clocks.reopen(tx, case_id)


def reconsider(tx: Tx, case_id: int, note: str = "", *, asked_ms: int | None = None, step: str = "") -> Idea:
    """A rejected proposer asks again, once and in time: the idea goes back to the pool and its period begins
    anew. ``asked_ms`` is when they asked (None: just now), which counts until midnight of the last day
    (민법 제159조): citizens write at night, and somebody reads it in the morning. Raises IdeaRefused with the
    rule's name."""
    idea = need_idea(case_id)
    need(tx, "idea.reconsider", idea.state)
    rule = rules.get_rule(RECONSIDER_RULE)
    name = f"{rule.name_ko} ({rule.basis})" if rule is not None else RECONSIDER_RULE
    if idea.reconsidered:
        raise IdeaRefused("asked before", "reconsider-once", name=name)
    asked = tx.now_ms if asked_ms is None else asked_ms
    if asked > tx.now_ms or day_of(asked) < day_of(idea.told_ms or idea.decided_ms or asked):
        raise IdeaRefused(f"asked at {asked}", "reconsider-asked")
    if idea.reconsider_until_ms is not None and day_of(asked) > day_of(idea.reconsider_until_ms):
        raise IdeaRefused("too late", "reconsider-late", name=name, until_ms=idea.reconsider_until_ms)
    values = {"state": "pool", "reconsidered": True, "told_ms": None}
    idea = change(tx, idea, values, "reconsider", note=note.strip(), step=step)
    from desktop.models import cases

    cases.set_status(tx, [idea.case_id], "open", step=step)
    if rules.usual_rule("proposal") is not None:
        clocks.start(tx, idea.case_id, "proposal", from_ms=asked, step=step)
    return idea


# --- taken back, and checks -------------------------------------------------------------------------------


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put fields of an idea back as an event holds them; for undo."""
    need(tx, "idea.progress" if state.keys() and state.keys() <= _PROGRESS else "idea.edit")
    told_before = telling.texts(case_id)
    write(tx, case_id, state)
    telling.follow(tx, case_id, told_before)


def reconsider_until(from_ms: int) -> int | None:
    """Until when a proposer may ask again who is told at ``from_ms``; None without a rule."""
    rule = rules.get_rule(RECONSIDER_RULE)
    return None if rule is None else counting.due(rule.term, from_ms, days_off.calendar()).at_ms


def check_day(text: str) -> None:
    """Raises IdeaRefused unless the text is a date such as 2027-03-01."""
    try:
        found = datetime.date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR or len(text) != 10:
        raise IdeaRefused(text[:20], "idea-planned")


def check_owner(code: str) -> None:
    """Raises IdeaRefused for a department that does not exist."""
    known = "SELECT 1 FROM department WHERE code = ?"
    if code and database.execute_sql(known, (code,)).fetchone() is None:
        raise IdeaRefused(code, "idea-owner")


def _check_seen(idea: Idea, seen_ms: int | None, values: Mapping[str, Any]) -> None:
    """Raises Conflict if one of these fields was changed since the person saw the idea."""
    if seen_ms is None or idea.changed_ms <= seen_ms:
        return
    for event in reversed(history(idea.case_id)):
        if event.at_ms > seen_ms and set(event.after.get("idea", {})) & set(values):
            raise Conflict(event.actor, event.at_ms, {"state": idea.state})


def _told(tx: Tx, idea: Idea, step: str) -> Idea:
    values = {"told_ms": tx.now_ms, "reconsider_until_ms": idea.reconsider_until_ms}
    if idea.state == "rejected":
        values["reconsider_until_ms"] = reconsider_until(tx.now_ms)
    return change(tx, idea, values, "told", step=step)


def _own_title(case_id: int) -> str:
    row = database.execute_sql("SELECT coalesce(preview, text) FROM post WHERE id = ?", (case_id,)).fetchone()
    return first_sentence(row[0]) if row is not None else ""


def _filed(case_ids: Sequence[int]) -> dict[int, int]:
    """When the first post of each case was written."""
    rows = rows_in(
        database,
        "SELECT case_id, min(created_ms) FROM post WHERE NOT own AND case_id IN (%s) GROUP BY case_id",
        case_ids,
    )
    opened = rows_in(database, "SELECT id, opened_ms FROM case_ WHERE id IN (%s)", case_ids)
    return {**dict(opened), **dict(rows)}
