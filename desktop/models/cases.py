"""What people do with cases (건): sorting, ordering, grouping, marking, and taking it back.

Who does it is ``tx.actor``. Every change but reading is an event in the same transaction; the events of one
gesture share a step, and a step can be undone as long as nobody has changed the same things since.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

from desktop.models import ranks
from desktop.models.errors import Conflict, Missing
from desktop.models.events import EventRow, StepRow, effective, history, load, recent_steps, record
from desktop.models.permissions import need
from desktop.models.sql import chunks, marks, rows_in, update_in
from desktop.models.store import Tx

__all__ = [
    "EventRow",
    "StepRow",
    "assign",
    "give_back",
    "group",
    "history",
    "mark_read",
    "move",
    "new_step",
    "order",
    "recent_steps",
    "redo",
    "resolved",
    "set_department",
    "set_starred",
    "set_status",
    "take_apart",
    "undo",
]

TRACKS = ("new", "forward", "idea", "opinion")
STATUS = ("open", "answered", "done")
_COLUMNS = (
    "track", "rank", "merged_into", "department", "status", "assignee", "starred", "post_count", "unread",
)  # fmt: skip
_BOOLEANS = ("starred", "unread")
_KEPT_ELSEWHERE: dict[str, tuple[str, str]] = {
    "forwarding": ("desktop.models.forwarding.keeping", ""),
    "department_answer": ("desktop.models.forwarding.answers", ""),
    "ruling": ("desktop.models.forwarding.owners", "forwarding.rule"),
    "agenda": ("desktop.models.meetings.agenda", "meeting.decide"),
    "clock": ("desktop.models.deadlines.clocks", "case.clock"),
    "days_off": ("desktop.models.deadlines.days_off", "rule.edit"),
    "idea": ("desktop.models.meetings.ideas", ""),
    "meeting": ("desktop.models.meetings.planning", ""),
    "member": ("desktop.models.members", "member.edit"),
    "rule": ("desktop.models.deadlines.rules", "rule.edit"),
    "records": ("desktop.models.records", ""),
    "sent": ("desktop.models.quick", "reply.write"),
    "approval_rules": ("desktop.models.speaking.voices", ""),
    "account_voice": ("desktop.models.accounts", "channel.edit"),
}
"""What an event holds besides columns of a case, by its key: the module that puts it back with
``restore(tx, case_id, state)`` and the right that taking it back needs ("": the module asks by itself)."""
_BY_FIELD = ("idea", "meeting")
"""Of these two people may change different fields without being in each other's way."""
_ROW_NAMED_BY = {"clock": "purpose", "forwarding": "id", "department_answer": "id", "ruling": "id"}
"""A case has several of these: what happens to one does not hinder taking back what happened to another."""


def new_step() -> str:
    """A name for one gesture; give it to every call that belongs to it."""
    return os.urandom(16).hex()  # as random as a UUID, whose module costs 2 ms of every start


def move(
    tx: Tx,
    case_ids: Iterable[int],
    track: str,
    *,
    department: str | None = None,
    before: int | None = None,
    step: str = "",
) -> str:
    """Put cases into a column, in the order given: directly below the card ``before``, else at the top (in
    "new": where their time puts them). ``department`` is kept only on track "forward"; None leaves it as it
    is. Cases that are there already and need not change are left alone. The step, for undo."""
    if track not in TRACKS:
        raise ValueError(f"no track {track!r}")
    need(tx, "case.sort")
    step = step or new_step()
    cases = _load(tx, case_ids)
    if before is not None and before in cases:
        cases.pop(before)
    wanted = {}
    for case_id, case in cases.items():
        code = (case["department"] if department is None else department) if track == "forward" else ""
        if case["track"] == track and before is None:
            if code != case["department"]:
                _change(tx, "department", case_id, case, {"department": code}, step)
            continue
        wanted[case_id] = code
    if not wanted:
        return step
    if track == "new" and before is None:
        new_ranks = [ranks.natural(case_id) for case_id in wanted]
    else:
        new_ranks, pushed = ranks.below(tx, track, before, len(wanted), set(wanted))
        _push(tx, pushed, step)
    for (case_id, code), rank in zip(wanted.items(), new_ranks, strict=True):
        case = cases[case_id]
        kind = "order" if case["track"] == track and case["department"] == code else "move"
        _change(tx, kind, case_id, case, {"track": track, "rank": rank, "department": code}, step)
    came_from = {case_id: cases[case_id]["track"] for case_id in wanted if cases[case_id]["track"] != track}
    _follow_track(tx, came_from, track, step)
    return step


def _follow_track(tx: Tx, came_from: Mapping[int, str], track: str, step: str) -> None:
    """Clock, idea and forwardings follow the track. ``came_from``: the track before, by id."""
    changed = list(came_from)
    if changed:
        from desktop.models.deadlines import clocks  # only here: the first list does not wait for it

        clocks.follow_track(tx, changed, track, step=step)
    if track == "idea" or "idea" in came_from.values():
        from desktop.models.meetings import ideas

        ideas.follow_track(tx, changed, track, step=step)
    left = [case_id for case_id in changed if came_from[case_id] == "forward"]
    if left:
        from desktop.models.forwarding import sending

        sending.withdraw_all(tx, left, step=step)


def order(tx: Tx, case_id: int, where: str | int, *, above: bool = False, step: str = "") -> str:
    """Move a card within its column: "up", "down", "top", "bottom", or below (``above``: above) another
    card."""
    need(tx, "case.sort")
    step = step or new_step()
    (case,) = _load(tx, [case_id]).values()
    case_id = case["id"]
    track = case["track"]
    moving = {case_id}
    if isinstance(where, int):
        if where == case_id:
            return step
        place = ranks.above if above else ranks.below
        new_ranks, pushed = place(tx, track, where, 1, moving)
    elif where == "top":
        new_ranks, pushed = ranks.below(tx, track, None, 1, moving)
    elif where in ("up", "down", "bottom"):
        neighbour = _neighbour(tx, case, where)
        if neighbour is None:
            return step
        place = ranks.above if where == "up" else ranks.below
        new_ranks, pushed = place(tx, track, neighbour, 1, moving)
    else:
        raise ValueError(f"no direction {where!r}")
    _push(tx, pushed, step)
    _change(tx, "order", case_id, case, {"rank": new_ranks[0]}, step)
    return step


def set_department(tx: Tx, case_ids: Iterable[int], department: str, *, step: str = "") -> str:
    return _set(tx, "department", case_ids, {"department": department}, step)


def set_status(tx: Tx, case_ids: Iterable[int], status: str, *, step: str = "") -> str:
    """ "open", "answered" or "done". What is answered or done with is due no more."""
    if status not in STATUS:
        raise ValueError(f"no status {status!r}")
    ids = list(case_ids)
    step = _set(tx, "status", ids, {"status": status}, step)
    from desktop.models.deadlines import clocks  # only here: the first list does not wait for it

    clocks.follow_status(tx, _load(tx, ids), status, step=step)
    return step


def give_back(tx: Tx, case_id: int, *, step: str = "") -> str:
    """A department does not have the case any more: whoever sorts finds it unread on top of its column. The
    caller has asked for the right."""
    step = step or new_step()
    (case,) = _load(tx, [case_id]).values()
    new_ranks, pushed = ranks.below(tx, case["track"], None, 1, {case["id"]})
    _push(tx, pushed, step)
    values = {"department": "", "status": "open", "unread": True, "rank": new_ranks[0]}
    _change(tx, "department", case["id"], case, values, step)
    return step


def resolved(tx: Tx, case_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Cases as they are now, by id, in the order given; of one that was grouped into another, that other.
    Raises Missing."""
    return _load(tx, case_ids)


def set_starred(tx: Tx, case_ids: Iterable[int], starred: bool, *, step: str = "") -> str:
    return _set(tx, "star", case_ids, {"starred": bool(starred)}, step)


def assign(tx: Tx, case_ids: Iterable[int], assignee: str, *, step: str = "") -> str:
    return _set(tx, "assign", case_ids, {"assignee": assignee}, step)


def mark_read(tx: Tx, case_ids: Iterable[int], read: bool = True) -> None:
    """Reading is nobody else's business: no event, nothing to undo. Only who sorts has read a post."""
    need(tx, "case.sort")
    wanted = list(_load(tx, case_ids))
    update_in(tx.db, "UPDATE case_ SET unread = ? WHERE id IN (%s)", wanted, not read)
    tx.changes.cases.update(wanted)


def group(tx: Tx, case_ids: Sequence[int], *, step: str = "") -> int:
    """Make one case of several: the first one is kept (its id is returned), the posts of the others point at
    it."""
    need(tx, "case.sort")
    step = step or new_step()
    cases = _load(tx, case_ids)
    if not cases:
        raise Missing("no cases to group")
    kept, *others = cases
    if not others:
        return kept
    unread = any(case["unread"] for case in cases.values())
    total = sum(case["post_count"] for case in cases.values())
    for other in others:
        posts = _posts_of(tx, other)
        # What was grouped into it before comes along; all point straight at the case that is kept.
        for (earlier,) in tx.db.execute_sql(
            "SELECT id FROM case_ WHERE merged_into = ?", (other,)
        ).fetchall():
            _change(tx, "group", earlier, {"merged_into": other}, {"merged_into": kept}, step)
        _change(
            tx, "group", other,
            {"merged_into": None, "posts": {str(post): other for post in posts}},
            {"merged_into": kept, "posts": {str(post): kept for post in posts}}, step,
        )  # fmt: skip
    _change(tx, "group", kept, cases[kept], {"post_count": total, "unread": unread}, step, always=True)
    from desktop.models.deadlines import clocks  # only here: the first list does not wait for it

    clocks.follow_group(tx, others, step=step)
    if any(case["track"] == "idea" for case in cases.values()):
        from desktop.models.meetings import ideas

        ideas.follow_group(tx, kept, others, step=step)
    return kept


def take_apart(tx: Tx, case_id: int, post_ids: Iterable[int] | None = None, *, step: str = "") -> str:
    """Give posts of a case (None: all) the cases back that they were opened for, with track and place as they
    were. Our answers go with the post that they answer. The post of the case itself stays."""
    need(tx, "case.sort")
    step = step or new_step()
    (case,) = _load(tx, [case_id]).values()
    case_id = case["id"]
    rows = tx.db.execute_sql(
        "SELECT p.id, p.own, p.parent_id, c.id FROM post p LEFT JOIN case_ c ON c.id = p.id"
        " WHERE p.case_id = ?",
        (case_id,),
    ).fetchall()
    chosen = None if post_ids is None else set(post_ids)
    leaving = {
        row[0]: row[0]
        for row in rows
        if row[3] is not None and row[0] != case_id and (chosen is None or row[0] in chosen)
    }
    if not leaving:
        return step
    for _ in rows:
        followers = {
            row[0]: leaving[row[2]] for row in rows if row[1] and row[2] in leaving and row[0] not in leaving
        }
        if not followers:
            break
        leaving |= followers
    own = {row[0] for row in rows if row[1]}
    for other in sorted(set(leaving.values())):
        posts = [post for post, target in leaving.items() if target == other]
        count = sum(post not in own for post in posts)
        before = tx.db.execute_sql("SELECT post_count FROM case_ WHERE id = ?", (other,)).fetchone()[0]
        _change(
            tx, "ungroup", other,
            {"merged_into": case_id, "post_count": before, "posts": {str(post): case_id for post in posts}},
            {"merged_into": None, "post_count": count, "posts": {str(post): other for post in posts}}, step,
        )  # fmt: skip
    left = sum(row[0] not in own and row[0] not in leaving for row in rows)
    _change(tx, "ungroup", case_id, case, {"post_count": left}, step, always=True)
    from desktop.models.deadlines import clocks  # only here: the first list does not wait for it

    clocks.follow_ungroup(tx, sorted(set(leaving.values())), step=step)
    if case["track"] == "idea":
        from desktop.models.meetings import ideas

        ideas.refile(tx, [case_id], step=step)
    return step


# --- taking back ------------------------------------------------------------------------------------------


def undo(tx: Tx, step: str) -> str:
    """Take a gesture back: the name of the gesture that this is (undoing that one is a redo), "" if there is
    nothing left to take back. Raises Conflict, and changes nothing, if somebody changed the same since."""
    if not step:
        return ""  # what the program did by itself has no step and is nobody's gesture
    done = [event for event in effective(load("step = ?", step)) if event.step == step]
    return _take_back(tx, done)


def redo(tx: Tx, step: str) -> str:
    """Do a gesture again that was undone; takes the name of the gesture or of its undo."""
    originals = load("step = ?", step) if step else []
    if not originals:
        return ""
    if all(event.undoes is not None for event in originals):
        return undo(tx, step)
    ids = [event.id for event in originals]
    undone = [
        event
        for event in effective(load(f"undoes IN ({','.join('?' * len(ids))})", *ids))
        if event.undoes in set(ids)
    ]
    return _take_back(tx, undone)


def _take_back(tx: Tx, events: list[EventRow]) -> str:
    if not events:
        return ""
    _need_for(tx, events)
    _check_conflicts(tx, events)
    step = new_step()
    for event in sorted(events, key=lambda e: -e.id):
        _apply(tx, event.case_id, event.before)
        record(
            tx, event.kind, event.case_id, event.after, event.before, post=event.post_id, step=step,
            undoes=event.id, about=event.about,
        )  # fmt: skip
    return step


def _need_for(tx: Tx, events: list[EventRow]) -> None:
    """Taking a gesture back needs the right to do it. What follows it (its clock) comes along."""
    keys = {key for event in events for key in (*event.before, *event.after)}
    if keys & {*_COLUMNS, "posts"} and not any(event.kind == "forward-return" for event in events):
        need(tx, "case.sort")
        return
    kept = keys & _KEPT_ELSEWHERE.keys()
    for key in sorted(kept - {"clock"} or kept):
        if _KEPT_ELSEWHERE[key][1]:
            need(tx, _KEPT_ELSEWHERE[key][1])


def _check_conflicts(tx: Tx, events: Sequence[EventRow]) -> None:
    together = {event.id for event in events}
    since = _since(events)
    for event in events:
        touched = _touched(event)
        for later in effective(row for row in since[event.case_id or event.about] if row.id > event.id):
            if later.id in together or later.step == event.step:
                continue
            if touched & _touched(later):
                now = _load(tx, [event.case_id], follow=False)[event.case_id] if event.case_id else {}
                raise Conflict(later.actor, later.at_ms, now)


def _since(events: Sequence[EventRow]) -> dict[int | str, list[EventRow]]:
    """What happened from the first of these events on, by case; where it was no case, by what it is about."""
    first = min(event.id for event in events)
    found: dict[int | str, list[EventRow]] = {event.case_id or event.about: [] for event in events}
    for name in ('"case"', "about"):
        wanted = [key for key in found if isinstance(key, int) == (name != "about")]
        for part in chunks(wanted):
            for row in load(f"{name} IN ({marks(len(part))}) AND id >= ?", *part, first):
                found[row.case_id if name != "about" else row.about].append(row)
    return found


def _touched(event: EventRow) -> set[str]:
    # Whole rows are compared one by one where they are put back.
    keys = set(event.after) & {*_COLUMNS, "posts", *_KEPT_ELSEWHERE} - {"records"}
    for key in keys & set(_BY_FIELD):
        keys = keys - {key} | {f"{key}.{name}" for name in event.after[key] if name != "id"}
    for key in keys & _ROW_NAMED_BY.keys():
        keys = keys - {key} | {f"{key}:{event.after[key][_ROW_NAMED_BY[key]]}"}
    # In a group the counts of posts depend on each other.
    return keys | {"posts"} if "post_count" in keys else keys


# --- inside -----------------------------------------------------------------------------------------------


def _load(tx: Tx, case_ids: Iterable[int], *, follow: bool = True) -> dict[int, dict[str, Any]]:
    """Cases by id, in the order given; of one that was grouped into another, that other. Raises Missing."""
    wanted = list(dict.fromkeys(case_ids))
    columns = ", ".join(_COLUMNS)
    found = {
        row[0]: row for row in rows_in(tx.db, f"SELECT id, {columns} FROM case_ WHERE id IN (%s)", wanted)
    }
    cases: dict[int, dict[str, Any]] = {}
    for case_id in wanted:
        if case_id not in found:
            raise Missing(f"no case {case_id}")
        case: dict[str, Any] = dict(zip(("id", *_COLUMNS), found[case_id], strict=True))
        for name in _BOOLEANS:
            case[name] = bool(case[name])
        if follow and case["merged_into"] is not None and case["merged_into"] != case_id:
            cases.update(_load(tx, [case["merged_into"]]))
        else:
            cases[case_id] = case
    return cases


def _set(tx: Tx, kind: str, case_ids: Iterable[int], values: Mapping[str, Any], step: str) -> str:
    need(tx, "case.sort")
    step = step or new_step()
    for case_id, case in _load(tx, case_ids).items():
        _change(tx, kind, case_id, case, values, step)
    return step


def _change(
    tx: Tx,
    kind: str,
    case_id: int,
    case: Mapping[str, Any],
    values: Mapping[str, Any],
    step: str,
    *,
    always: bool = False,
) -> None:
    """Apply values to a case and record those that differ; nothing differs: nothing happens."""
    different = {name: value for name, value in values.items() if case[name] != value}
    if not different and not always:
        return
    _apply(tx, case_id, different)
    record(tx, kind, case_id, {name: case[name] for name in different}, different, step=step)


def _apply(tx: Tx, case_id: int, values: Mapping[str, Any]) -> None:
    """Put values into their places; case 0 is none, and has only what is kept elsewhere."""
    posts: Mapping[str, int] = values.get("posts", {})
    columns = [name for name in _COLUMNS if name in values]
    assignments = ", ".join(f"{name} = ?" for name in (*columns, "changed_ms"))
    if case_id:
        tx.db.execute_sql(
            f"UPDATE case_ SET {assignments} WHERE id = ?",
            (*(values[name] for name in columns), tx.now_ms, case_id),
        )
        tx.changes.case(case_id)
    for post, target in posts.items():
        tx.db.execute_sql("UPDATE post SET case_id = ? WHERE id = ?", (target, int(post)))
        tx.changes.post(int(post))
    for key, (module, _) in _KEPT_ELSEWHERE.items():
        if key in values:
            import_module(module).restore(tx, case_id, values[key])


def _push(tx: Tx, pushed: ranks.Moved, step: str) -> None:
    """Neighbours that made room: part of the gesture, so that undo puts them back as well."""
    for case_id, (old, new) in pushed.items():
        _change(tx, "order", case_id, {"rank": old}, {"rank": new}, step)


def _posts_of(tx: Tx, case_id: int) -> list[int]:
    rows = tx.db.execute_sql("SELECT id FROM post WHERE case_id = ? ORDER BY id", (case_id,)).fetchall()
    return [row[0] for row in rows]


def _neighbour(tx: Tx, case: Mapping[str, Any], where: str) -> int | None:
    rank, case_id = case["rank"], case["id"]
    base = "SELECT id FROM case_ WHERE track = ? AND merged_into IS NULL"
    if where == "up":
        sql = base + " AND rank >= ? AND (rank > ? OR id > ?) ORDER BY rank, id LIMIT 1"
    elif where == "down":
        sql = base + " AND rank <= ? AND (rank < ? OR id < ?) ORDER BY rank DESC, id DESC LIMIT 1"
    else:
        sql = base + " AND rank <= ? AND (rank < ? OR id < ?) ORDER BY rank, id LIMIT 1"
    row = tx.db.execute_sql(sql, (case["track"], rank, rank, case_id)).fetchone()
    return None if row is None else int(row[0])
