"""``members``: who works here and as what."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cli import workspace
from desktop.cli.department_commands import find_department
from desktop.cli.output import OK, SOME_FAILED, Failure, Output, table


def run(args: argparse.Namespace, out: Output) -> int:
    return {"list": _list, "add": _add, "edit": _edit, "remove": _remove, "import": _import}[args.action](
        args, out
    )


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import members, queries

    with workspace.open_store(args) as store:
        rows = store.read(members.list_members).result()
        names = store.read(queries.department_names).result()
    if out.as_json:
        for row in rows:
            out.object(_as_dict(row))
        return OK
    if not rows:
        out.line(
            out.t(
                "구성원이 없습니다. 누구나 모든 일을 할 수 있습니다.",
                "There are no members: everybody may do everything.",
            )
        )
    table([_cells(row, names, out) for row in rows])
    return OK


def _cells(row: Any, names: dict[str, str], out: Output) -> list[str]:
    from desktop.services.member_files import ROLE_WORDS, VOICE_WORDS

    number = out.lang == "en"
    voices = ", ".join(VOICE_WORDS[voice][number] for voice in row.voices)
    rest = "" if row.active else out.t("쉼", "at rest")
    department = names.get(row.department, row.department)
    return [row.user, ROLE_WORDS[row.role][number], row.name, department, voices, rest]


def _as_dict(row: Any) -> dict[str, Any]:
    return {
        "user": row.user,
        "role": row.role,
        "name": row.name,
        "department": row.department,
        "voices": list(row.voices),
        "active": row.active,
    }


def _values(args: argparse.Namespace, store: Any) -> dict[str, Any]:
    values: dict[str, Any] = {} if args.name is None else {"name": args.name}
    if args.department is not None:
        values["department"] = find_department(store, args.department) if args.department else ""
    if args.voice is not None:
        values["voices"] = tuple(voice for voice in args.voice if voice != "none")
    return values


def _add(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import members

    with workspace.open_store(args, make=True) as store:
        values = _values(args, store)
        row = store.write(
            members.add, args.member, args.role, **values, actor=workspace.actor_of(args)
        ).result()
    return _say(row, out, "구성원으로 추가했습니다", "is a member now")


def _edit(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import members

    with workspace.open_store(args) as store:
        values = _values(args, store)
        if args.role is not None:
            values["role"] = args.role
        if args.active is not None:
            values["active"] = args.active == "yes"
        if not values:
            raise Failure("nothing-to-change-member")
        row = store.write(members.edit, args.member, **values, actor=workspace.actor_of(args)).result()
    return _say(row, out, "고쳤습니다", "was changed")


def _say(row: Any, out: Output, korean: str, english: str) -> int:
    from desktop.services.member_files import ROLE_WORDS

    if out.as_json:
        out.object(_as_dict(row))
    else:
        words = ROLE_WORDS[row.role]
        out.line(out.t(f"{row.user}({words[0]}): {korean}.", f"{row.user} ({words[1]}) {english}."))
    return OK


def _remove(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import members

    with workspace.open_store(args) as store:
        store.write(members.remove, args.member, actor=workspace.actor_of(args)).result()
    if out.as_json:
        out.object({"removed": args.member})
    else:
        out.line(
            out.t(f"{args.member}: 구성원에서 뺐습니다.", f"{args.member} was taken off the list of members.")
        )
    return OK


def _import(args: argparse.Namespace, out: Output) -> int:
    from desktop.services import member_files

    rows = member_files.read_file(args.file)
    with workspace.open_store(args, make=True) as store:
        report = store.write(member_files.import_rows, rows, actor=workspace.actor_of(args)).result()
    if out.as_json:
        for result, users in (("new", report.new), ("changed", report.changed)):
            for user in users:
                out.object({"ok": True, "user": user, "result": result})
    for bad in report.bad:
        why = out.sentence(bad.reason, name=bad.text)
        if out.as_json:
            out.object({"ok": False, "line": bad.line, "reason": bad.reason, "message": why})
        else:
            out.complain(out.t(f"{bad.line}행: {why} ({bad.text})", f"line {bad.line}: {why} ({bad.text})"))
    if not out.as_json:
        new, changed, wrong = len(report.new), len(report.changed), len(report.bad)
        out.line(
            out.t(
                f"구성원 {new}명을 추가하고 {changed}명을 고쳤습니다. 그대로인 사람은 {report.same}명,"
                f" 가져오지 못한 행은 {wrong}개입니다.",
                f"{new} members added, {changed} changed, {report.same} as before, {wrong} rows left out.",
            )
        )
    return SOME_FAILED if report.bad else OK
