"""``rules``: the rules that due times are counted by, and the working hours."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output


def run(args: argparse.Namespace, out: Output) -> int:
    return {"list": _list, "edit": _edit, "reset": _reset, "hours": _hours}[args.action](args, out)


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.cli import due_command

    args.list, args.rule, args.from_ = True, "", ""
    return due_command.run(args, out)


def _edit(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines import rules
    from desktop.models.deadlines.recomputing import Change

    values = _values(args)
    if not values:
        raise Failure("rules-nothing")
    with workspace.open_store(args) as store:
        rule = _rule(store, args.rule)
        wanted = replace(rule, **values, certainty="office")
        return _do(store, args, out, rule.code, Change(rules=(wanted,)), rules.edit, rule.code, **values)


def _values(args: argparse.Namespace) -> dict[str, Any]:
    given = {
        "unit": args.unit,
        "name_ko": args.name,
        "name_en": args.name_en,
        "basis": args.basis,
        "source": args.source,
        "first_day": None if args.first_day is None else args.first_day == "yes",
    }
    values = {name: value for name, value in given.items() if value is not None}
    if args.length is not None:
        text = args.length.strip()
        if text != "-" and not (text.isascii() and text.isdigit() and len(text) < 9):
            raise Failure("bad-length")
        values["amount"] = None if text == "-" else int(text)
    return values


def _reset(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines import rules
    from desktop.models.deadlines.recomputing import Change
    from desktop.services import deadlines

    with workspace.open_store(args) as store:
        rule = _rule(store, args.rule)
        shipped = next((one for one in deadlines.shipped() if one.code == rule.code), None)
        if shipped is None:
            raise Failure("rules-not-shipped")
        return _do(store, args, out, rule.code, Change(rules=(shipped,)), rules.put_back, shipped)


def _hours(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines import days_off
    from desktop.models.deadlines.calendar import OfficeHours
    from desktop.models.deadlines.recomputing import Change

    given = {"opens": _minutes(args.open), "closes": _minutes(args.close)}
    if args.lunch is not None:
        begins, sign, ends = args.lunch.partition("-")
        none = args.lunch.strip() == "-"
        if not sign:
            raise Failure("bad-hours")
        given["lunch_begins"] = 12 * 60 if none else _minutes(begins)
        given["lunch_ends"] = 12 * 60 if none else _minutes(ends)
    values = {name: minutes for name, minutes in given.items() if minutes is not None}
    with workspace.open_store(args) as store:
        now = store.read(days_off.office_hours).result()
        if not values:
            _say_hours(now, out)
            return OK
        try:
            hours: OfficeHours = replace(now, **values)
        except ValueError:
            raise Failure("bad-hours") from None
        return _do(store, args, out, "hours", Change(hours=hours), days_off.set_office_hours, hours)


def _say_hours(hours: Any, out: Output) -> None:
    names = ("opens", "lunch_begins", "lunch_ends", "closes")
    clock = {name: f"{getattr(hours, name) // 60:02}:{getattr(hours, name) % 60:02}" for name in names}
    if out.as_json:
        out.object(clock)
        return
    lunch = f"{clock['lunch_begins']}~{clock['lunch_ends']}" if hours.has_lunch else out.t("없음", "none")
    out.line(
        out.t(
            f"근무 {clock['opens']}~{clock['closes']}, 점심 {lunch}",
            f"working {clock['opens']}~{clock['closes']}, lunch {lunch}",
        )
    )


def _rule(store: Any, code: str) -> Any:
    from desktop.models.deadlines import rules
    from desktop.services import deadlines

    deadlines.seed_where_none(store)
    rule = store.read(rules.get_rule, code).result()
    if rule is None:
        raise Failure("no-rule", name=code[:40])
    return rule


def _do(
    store: Any,
    args: argparse.Namespace,
    out: Output,
    what: str,
    change: Any,
    work: Any,
    *values: Any,
    **more: Any,
) -> int:
    """Change something, then the due times that follow from it; or only say what would move."""
    import asyncio

    from desktop.cli.holiday_commands import say_moved
    from desktop.models import cases
    from desktop.services import deadlines

    step = ""
    if args.dry_run:
        moved = asyncio.run(deadlines.would_move(store, change))
    else:
        step = cases.new_step()
        store.write(work, *values, actor=workspace.actor_of(args), step=step, **more).result()
        moved = deadlines.recompute_now(store)
    said = out.t(f"{what}: 바꿨습니다.", f"{what} was changed.")
    if args.dry_run:
        said = out.t(f"{what}: 바꾸지 않았습니다.", f"{what} was not changed.")
    say_moved({"changed": what, "dry_run": args.dry_run, "step": step}, said, moved, out)
    return OK


def _minutes(text: str | None) -> int | None:
    if text is None:
        return None
    hours, sign, minutes = text.strip().partition(":")
    if not sign or not hours.isdigit() or not minutes.isdigit() or int(minutes) > 59 or int(hours) > 24:
        raise Failure("bad-hours")
    return int(hours) * 60 + int(minutes)
