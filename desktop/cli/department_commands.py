"""``departments``: the tree of departments as data."""

from __future__ import annotations

import argparse
import os
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, Failure, Output, plain, table

KINDS = {
    "city": ("시", "city"),
    "mayor": ("시장단", "mayor's office"),
    "bureau": ("실·본부·국", "office"),
    "division": ("과·담당관", "division"),
    "team": ("팀", "team"),
    "office": ("사업소", "agency"),
    "corp": ("투자·출연기관", "corporation"),
    "district": ("자치구", "district"),
}


def run(args: argparse.Namespace, out: Output) -> int:
    return {
        "list": _list,
        "find": _find,
        "suggest": _suggest,
        "import": _import,
        "export": _export,
        "edit": _edit,
    }[args.action](args, out)


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import departments

    with workspace.open_store(args) as store:
        index = store.read(departments.index).result()
        rows = store.read(departments.list_departments, include_retired=args.retired).result()
    tree = departments.in_order(rows)
    if out.as_json:
        for depth, row in tree:
            out.object({**_as_dict(row, index), "depth": depth})
        return OK
    lines = [["  " * depth + plain(row.name), *_cells(row, index, out)] for depth, row in tree]
    # The table strips what a terminal could be steered with, and with it blanks at the beginning.
    table([[line[1], line[0].replace("  ", "· "), *line[2:]] for line in lines])
    return OK


def _cells(row: Any, index: Any, out: Output) -> list[str]:
    """Code, kind, and what is special about it now."""
    korean, english = KINDS.get(row.kind, (row.kind, row.kind))
    notes = [] if row.active else [out.t("없어짐", "no more")]
    if row.absent:
        notes.append(_absence(row, index, out))
    return [row.code, out.t(korean, english), *([", ".join(notes)] if notes else [""])]


def _absence(row: Any, index: Any, out: Output) -> str:
    stand_in = index.stand_in(row.code)
    if not stand_in.code:
        return out.t("부재, 대직 없음", "absent, nobody stands in")
    name = index.names[stand_in.code]
    return out.t(f"부재, 대직 {name}", f"absent, {name} stands in")


def _as_dict(row: Any, index: Any) -> dict[str, Any]:
    return {
        "code": row.code,
        "name": row.name,
        "kind": row.kind,
        "parent_code": row.parent_code,
        "parent": row.parent,
        "path": list(index.path(row.code)),
        "duties": list(row.duties),
        "contact": row.contact,
        "mail": row.mail,
        "deputy": row.deputy,
        "absent": row.absent,
        "stand_in": index.stand_in(row.code).code,
        "official_code": row.official_code,
        "source": row.source,
        "active": row.active,
    }


def _find(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import departments

    with workspace.open_store(args) as store:
        index = store.read(departments.index).result()
    found = index.find(args.text, args.limit)
    if out.as_json:
        for row in found:
            out.object(_as_dict(row, index))
        return OK
    table(
        [
            [row.code, row.name, " > ".join(index.path(row.code)), *_cells(row, index, out)[2:]]
            for row in found
        ]
    )
    return OK


def _suggest(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.forwarding import owners

    with workspace.open_store(args) as store:
        found = store.read(owners.suggestions, args.text, limit=args.limit).result()
    if out.as_json:
        for likely in found:
            before = [{"word": word, "cases": cases} for word, cases in likely.before]
            out.object(
                {"code": likely.code, "name": likely.name, "words": list(likely.words), "before": before}
                | ({"ruled": True} if likely.ruled else {})
            )
        return OK
    rows = []
    for likely in found:
        why = [", ".join(likely.words)] if likely.words else []
        if likely.ruled:
            why.append(out.t("소관 결정", "named the owner"))
        if likely.before:
            words = ", ".join(f"{word} {cases}" for word, cases in likely.before)
            why.append(out.t(f"지난 이관: {words}", f"decided before: {words}"))
        rows.append([likely.code, likely.name, " · ".join(why)])
    table(rows)
    return OK


def _import(args: argparse.Namespace, out: Output) -> int:
    from desktop.services import department_files

    # The file first: a wrong one must not leave an empty workspace behind.
    good, bad = department_files.read_file(args.file)
    with workspace.open_store(args, make=True) as store:
        report = store.write(
            department_files.import_rows,
            good,
            bad,
            os.path.basename(args.file),
            actor=workspace.actor_of(args),
        ).result()
    if out.as_json:
        for result, codes in (("new", report.new), ("changed", report.changed)):
            for code in codes:
                out.object({"ok": True, "code": code, "result": result})
    for row in report.bad:
        why = out.sentence(row.reason)
        if out.as_json:
            out.object(
                {"ok": False, "line": row.line, "reason": row.reason, "message": why, "text": row.text}
            )
        else:
            out.complain(out.t(f"{row.line}행: {why} ({row.text})", f"line {row.line}: {why} ({row.text})"))
    if not out.as_json:
        new, changed, bad_rows = len(report.new), len(report.changed), len(report.bad)
        out.line(
            out.t(
                f"부서 {new}개를 추가하고 {changed}개를 고쳤습니다. 그대로인 부서는 {report.same}개,"
                f" 가져오지 못한 행은 {bad_rows}개입니다.",
                f"{new} departments added, {changed} changed, {report.same} as before,"
                f" {bad_rows} rows left out.",
            )
        )
    return SOME_FAILED if report.bad else OK


def _export(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import departments
    from desktop.services import department_files

    with workspace.open_store(args) as store:
        rows = store.read(departments.list_departments, include_retired=True).result()
    number = department_files.export_file([row for _, row in departments.in_order(rows)], args.file)
    if out.as_json:
        out.object({"file": args.file, "departments": number})
    else:
        out.line(out.t(f"부서 {number}개를 내보냈습니다.", f"{number} departments exported."))
    return OK


def _edit(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import departments
    from desktop.models.departments import DepartmentRefused

    changes: dict[str, Any] = {
        name: getattr(args, name).strip()
        for name in ("name", "duties", "contact", "mail")
        if getattr(args, name) is not None
    }
    if args.absent is not None:
        changes["absent"] = args.absent == "yes"
    if args.deputy is None and not changes:
        raise Failure("nothing-to-change-department")
    with workspace.open_store(args) as store:
        code = find_department(store, args.department)
        if args.deputy is not None:
            changes["deputy"] = find_department(store, args.deputy) if args.deputy else ""
        try:
            store.write(departments.edit, code, actor=workspace.actor_of(args), **changes).result()
        except DepartmentRefused as refused:
            raise Failure(refused.code, name=refused.name) from None
        index = store.read(departments.index).result()
    row = index.by_code[code]
    if out.as_json:
        out.object(_as_dict(row, index))
        return OK
    name = plain(row.name)
    out.line(out.t(f"'{name}' 부서를 고쳤습니다.", f"Changed {name}."))
    if row.absent:
        out.line(f"{name}: {_absence(row, index, out)}")
    return OK


def find_department(store: Any, text: str) -> str:
    """The code of the department that the user means by code, name, or words that only one has. Raises
    Failure."""
    from desktop.models import departments

    index = store.read(departments.index).result()
    row = index.exactly(text)
    if row is None:
        found = index.find(text, 2) if text.strip() else []
        row = found[0] if len(found) == 1 else None
    if row is None:
        raise Failure("no-department", name=text[:100])
    return str(row.code)
