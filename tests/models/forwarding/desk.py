"""A workspace with departments and cases to hand over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from desktop.models import cases, departments, forwarding
from desktop.models.deadlines.calendar import ms_of
from desktop.models.errors import WorkspaceError
from desktop.models.permissions import NotAllowed
from desktop.models.store import Store
from desktop.services import deadlines
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, one, post

DEPARTMENTS = (
    ("transport", "도시교통실", "", "교통"),
    ("bus", "버스정책과", "도시교통실", "버스;정류장", "transport"),
    ("taxi", "택시정책과", "도시교통실", "택시", "transport"),
    ("road", "도로관리과", "안전총괄실", "도로;포트홀"),
    ("park", "공원녹지과", "푸른도시국", "공원;나무"),
)


def at(text: str) -> int:
    return ms_of(datetime.fromisoformat(text))


def prepare(store: Store, clock: Clock, texts: tuple[str, ...] = ("버스가 늦어요",) * 3) -> list[int]:
    """The shipped rules, some departments, and a case for each text; on Monday 2026-11-23 at ten."""
    clock.at_ms = at("2026-11-23 10:00")
    do(store, deadlines.seed)
    do(store, departments.seed, DEPARTMENTS)
    here = channel(store)
    names = [f"p{number}" for number in range(len(texts))]
    merge(
        store, here,
        *(post(name, text, created_ms=clock.at_ms) for name, text in zip(names, texts, strict=True)),
    )  # fmt: skip
    return [id_of(store, name) for name in names]


def sent(store: Store, case_id: int, lead: str = "bus", **more: Any) -> int:
    """Hand a case over; the id of its lead forwarding."""
    do(store, forwarding.send, [case_id], lead, **more)
    return next(row.id for row in reversed(ask(store, forwarding.of_case, case_id)) if row.lead)


def state(store: Store, forwarding_id: int) -> str:
    return ask(store, forwarding.get, forwarding_id).state


def case(store: Store, case_id: int) -> tuple[str, str, str]:
    return one(store, "SELECT track, department, status FROM case_ WHERE id = ?", case_id)


def refused(store: Store, work: Any, *args: Any, **more: Any) -> str:
    """The code of the refusal."""
    with pytest.raises(WorkspaceError) as error:
        do(store, work, *args, **more)
    return error.value.code


def undo(store: Store, step: str, **more: Any) -> str:
    return do(store, cases.undo, step, **more)


__all__ = ["NotAllowed", "at", "case", "prepare", "refused", "sent", "state", "undo"]
