"""``holidays``: the days off that deadlines are counted with, and what the office adds to them."""

from __future__ import annotations

import argparse
import datetime
import re
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, plain, table
from desktop.services import paths


def run(args: argparse.Namespace, out: Output) -> int:
    return {"list": _list, "add": _add, "remove": _remove, "reset": _reset}[args.action](args, out)


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines import days_off
    from desktop.models.deadlines.calendar import KST, OutOfCalendar

    year = args.year or datetime.datetime.now(KST).year
    try:
        if args.workspace or paths.workspace_file(workspace.url_of(args)).exists():
            with workspace.open_store(args) as store:
                rows = store.read(days_off.list_days, year).result()
        else:
            rows = days_off.shipped_days(year)
    except OutOfCalendar:
        raise Failure("due-years") from None
    if out.as_json:
        for row in rows:
            out.object(_object(row))
        return OK
    table([_cells(row, out) for row in rows])
    return OK


def _object(row: Any) -> dict[str, Any]:
    return {
        "date": row.day.isoformat(),
        "name": row.name_ko,
        "name_en": row.name_en,
        "source": row.source,
        "off": row.off,
    }


def _cells(row: Any, out: Output) -> list[str]:
    weekday = out.t("월화수목금토일"[row.day.weekday()], row.day.strftime("%a"))
    source = {"library": "", "office": out.t("우리 기관", "office")}[row.source]
    return [
        row.day.isoformat(),
        weekday,
        out.t(row.name_ko, row.name_en),
        out.t("쉼", "off") if row.off else out.t("근무", "worked"),
        source,
    ]


def _add(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines import days_off

    return _change(args, out, days_off.add_day, args.name, args.name_en)


def _remove(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines import days_off

    return _change(args, out, days_off.remove_day)


def _reset(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines import days_off

    return _change(args, out, days_off.put_back)


def _change(args: argparse.Namespace, out: Output, work: Any, *values: str) -> int:
    """Change a day, then the due times that follow from it."""
    from desktop.models import cases
    from desktop.services import deadlines

    day = _day(args.date)
    step = cases.new_step()
    with workspace.open_store(args) as store:
        store.write(work, day, *values, actor=workspace.actor_of(args), step=step).result()
        moved = deadlines.recompute_now(store)
    said = out.t(f"{day.isoformat()}을(를) 바꿨습니다.", f"{day.isoformat()} was changed.")
    say_moved({"date": day.isoformat(), "step": step}, said, moved, out)
    return OK


def say_moved(about: dict[str, Any], said: str, moved: Any, out: Output) -> None:
    """What was changed, and the due times that moved with it."""
    if out.as_json:
        rows = [{"case": m.case_id, "before_ms": m.before_ms, "after_ms": m.after_ms} for m in moved]
        out.object({**about, "moved": rows})
        return
    count = len(moved)
    out.line(
        f"{said} " + out.t(f"기한이 바뀐 건은 {count}건입니다.", f"The due times of {count} cases moved.")
    )
    for one in moved[:20]:
        out.line(plain(f"  {one.case_id}  {_when(one.before_ms, out)} → {_when(one.after_ms, out)}"))
    if count > 20:
        out.line(out.t(f"  … 모두 {count}건", f"  … {count} in all"))


def _when(at_ms: int | None, out: Output) -> str:
    from desktop.models.deadlines.explain import iso_day_words, moment_words

    return "-" if at_ms is None else moment_words(at_ms, iso_day_words)[out.lang == "en"]


def _day(text: str) -> datetime.date:
    from desktop.models.deadlines.calendar import FIRST_YEAR, LAST_YEAR

    text = re.sub(
        r"^(\d{4})[./]\s*(\d{1,2})[./]\s*(\d{1,2})\.?$",
        lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}",
        text.strip(),
    )
    try:
        found = datetime.date.fromisoformat(text)
    except ValueError:
        raise Failure("bad-date") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Failure("due-years")
    return found
