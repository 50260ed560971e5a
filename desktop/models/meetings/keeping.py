"""Storing what changes of an idea, together with its event. Asks nobody: whoever calls has asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models.events import record
from desktop.models.meetings import telling
from desktop.models.meetings.rows import Idea, get_idea, last_decided
from desktop.models.store import Tx


def change(
    tx: Tx,
    idea: Idea,
    values: Mapping[str, Any],
    what: str,
    *,
    kind: str = "idea",
    note: str = "",
    about: str = "",
    step: str = "",
    more: tuple[Mapping[str, Any], Mapping[str, Any]] = ({}, {}),
) -> Idea:
    """Store values that differ, with the event; ``more`` is what else the event holds, before and after."""
    different = {name: value for name, value in values.items() if getattr(idea, name) != value}
    if not different and not note and not more[1]:
        return idea
    before = {"idea": {name: getattr(idea, name) for name in different}, **more[0]}
    after = {"idea": different, "what": what, **({"note": note} if note else {}), **more[1]}
    told_before = telling.texts(idea.case_id)
    write(tx, idea.case_id, different)
    record(tx, kind, idea.case_id, before, after, about=about, step=step)
    telling.follow(tx, idea.case_id, told_before)
    return get_idea(idea.case_id) or idea


def write(tx: Tx, case_id: int, values: Mapping[str, Any]) -> None:
    assignments = ", ".join(f"{name} = ?" for name in (*values, "changed_ms"))
    tx.db.execute_sql(
        f"UPDATE idea SET {assignments} WHERE case_id = ?", (*values.values(), tx.now_ms, case_id)
    )
    tx.changes.case(case_id)
    tx.changes.other("meetings")


def resting_state(case_id: int) -> str:
    """The state of an idea without a place on an agenda: held where that was the last decision."""
    last = last_decided(case_id)
    return "held" if last is not None and last.decision == "held" else "pool"
