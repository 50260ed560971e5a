"""``promises``: what answers committed the city to."""

from __future__ import annotations

import argparse
import dataclasses
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Output, plain, table
from desktop.models.deadlines.calendar import today_in_seoul


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.speaking import ledger

    with workspace.open_store(args) as store:
        actor = workspace.actor_of(args)
        if args.action == "list":
            return _list(args, store, out)
        if args.action == "add":
            work: Any = store.write(
                ledger.add, args.case, args.text, due=args.due or "", owner=args.owner or "", actor=actor
            )
        elif args.action == "edit":
            work = store.write(
                ledger.edit, args.id, text=args.text, due=args.due, owner=args.owner, actor=actor
            )
        elif args.action == "reopen":
            work = store.write(ledger.reopen, args.id, actor=actor)
        else:
            state = ledger.KEPT if args.action == "keep" else ledger.DROPPED
            work = store.write(ledger.close, args.id, state, note=args.note, actor=actor)
        row, _ = work.result()
    _show([row], out)
    return OK


def _list(args: argparse.Namespace, store: Any, out: Output) -> int:
    from desktop.models.speaking import ledger

    after, left = None, max(args.limit, 0)
    while left:
        size = min(left, 200)
        page = store.read(
            ledger.list_promises, "" if args.state == "all" else args.state, owner=args.owner,
            text=args.search, case_id=args.case, after=after, limit=size,
        ).result()  # fmt: skip
        _show(page, out)
        if len(page) < size:
            break
        after, left = page[-1], left - size
    return OK


def _state(row: Any, today: Any, out: Output) -> str:
    if row.state == "open" and not row.late(today):
        return out.t("지킬 것", "open")
    return out.word("state", "late" if row.late(today) else row.state)


def _show(rows: list[Any], out: Output) -> None:
    today = today_in_seoul()
    if out.as_json:
        for row in rows:
            out.object({**dataclasses.asdict(row), "late": row.late(today)})
        return
    table(
        [
            [
                str(row.id),
                _state(row, today, out),
                row.due or "-",
                row.owner or "-",
                str(row.case_id or "-"),
                plain(row.text)[:70],
            ]
            for row in rows
        ]
    )
