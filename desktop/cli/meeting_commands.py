"""``meetings``: planning, agendas, decisions, minutes."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cli import workspace
from desktop.cli.idea_commands import STATES, as_object
from desktop.cli.output import OK, Failure, Output, fitted, local_time, plain, table

MEETING_STATES = {
    "planned": ("예정", "planned"), "running": ("진행 중", "running"), "closed": ("마침", "closed"),
}  # fmt: skip


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.errors import Missing

    work = {
        "list": _list, "show": _show, "add": _add, "edit": _edit, "agenda": _agenda, "order": _order,
        "decide": _decide, "start": _start, "close": _close, "remove": _remove, "minutes": _minutes,
    }[args.action]  # fmt: skip
    try:
        return work(args, out)
    except Missing as error:
        raise Failure("no-meeting" if "meeting" in str(error) else "no-idea") from None


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import lists

    with workspace.open_store(args) as store:
        found = store.read(lists.meetings, open_only=args.open).result()
    if out.as_json:
        for row in found:
            out.object({**_object(row.meeting), "agenda": row.count, "decided": row.decided})
        return OK
    table([[*_cells(row.meeting, out), f"{row.decided}/{row.count}"] for row in found])
    return OK


def _cells(meeting: Any, out: Output) -> list[str]:
    number = out.t(f"제{meeting.number}차", f"no. {meeting.number}")
    return [
        str(meeting.id), number, local_time(meeting.at_ms), out.t(*MEETING_STATES[meeting.state]),
        fitted(meeting.place, 24).rstrip(), fitted(meeting.title, 40).rstrip(),
    ]  # fmt: skip


def _object(meeting: Any) -> dict[str, Any]:
    from desktop.models.detail import iso

    return {
        "meeting": meeting.id,
        "number": meeting.number,
        "title": meeting.title,
        "at": iso(meeting.at_ms),
        "place": meeting.place,
        "state": meeting.state,
        "note": meeting.note,
    }


def _show(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import lists

    with workspace.open_store(args) as store:
        whole = store.read(lists.whole, args.meeting).result()
    if out.as_json:
        people = [{"name": p.name, "title": p.title, "present": p.present} for p in whole.people]
        out.object(
            {**_object(whole.meeting), "people": people, "agenda": [_item(row) for row in whole.agenda]}
        )
        return OK
    table([_cells(whole.meeting, out)])
    for person in whole.people:
        away = "" if person.present else out.t(" (불참)", " (away)")
        out.line(f"  {plain(f'{person.name} {person.title}')}{away}")
    rows = []
    for place, row in enumerate(whole.agenda, 1):
        item = row.item
        decision = out.t(*STATES[item.decision]) if item.decision else "-"
        rows.append(
            [
                f"  {place}",
                str(item.case_id),
                decision,
                fitted(row.row.title, 50).rstrip(),
                row.owner,
                item.planned,
            ]
        )
    table(rows)
    return OK


def _item(row: Any) -> dict[str, Any]:
    from desktop.models import hiding
    from desktop.models.detail import iso

    item = row.item
    return {
        **as_object(row.row),
        "decision": item.decision,
        "reason": hiding.shown(item.reason),
        "owner": item.owner,
        "planned": item.planned,
        "decided_at": iso(item.decided_ms),
        "decided_by": item.decided_by,
    }


def _run(args: argparse.Namespace, work: Any, *values: Any, **named: Any) -> tuple[Any, Any, str]:
    """Do something as one gesture: what it gave, the meeting afterwards, the step."""
    from desktop.models import cases
    from desktop.models.meetings import lists

    step = cases.new_step()
    with workspace.open_store(args) as store:
        if owner := named.get("owner"):
            from desktop.cli.department_commands import find_department

            named["owner"] = find_department(store, owner)
        result = store.write(work, *values, step=step, actor=workspace.actor_of(args), **named).result()
        meeting = getattr(args, "meeting", None)
        meeting = result.id if meeting is None else meeting
        known = [row for row in store.read(lists.meetings).result() if row.meeting.id == meeting]
        return result, known[0] if known else None, step


def _print(out: Output, row: Any, step: str, **more: Any) -> int:
    if out.as_json:
        shown = {} if row is None else {**_object(row.meeting), "agenda": row.count, "decided": row.decided}
        out.object({**shown, **more, "step": step})
    elif row is not None:
        table([[*_cells(row.meeting, out), f"{row.decided}/{row.count}"]])
    return OK


def _values(args: argparse.Namespace) -> dict[str, Any]:
    from desktop.cli.due_command import moment
    from desktop.models.meetings.rows import Attendee

    values: dict[str, Any] = {
        "place": args.place,
        "title": args.title,
        "number": args.number,
        "note": args.note,
    }
    if args.at is not None:
        values["at_ms"] = moment(args.at)
    if args.person is not None or args.away is not None:
        people = []
        for text, present in [(p, True) for p in args.person or ()] + [(p, False) for p in args.away or ()]:
            name, _, title = text.partition("/")
            if not name.strip():
                raise Failure("bad-attendee")
            people.append(Attendee(name.strip(), title.strip(), present))
        values["people"] = people
    return {name: value for name, value in values.items() if value is not None}


def _add(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import planning

    values = _values(args)
    at_ms = values.pop("at_ms")
    _, row, step = _run(args, planning.add, at_ms, **values)
    return _print(out, row, step)


def _edit(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import planning

    _, row, step = _run(args, planning.edit, args.meeting, **_values(args))
    return _print(out, row, step)


def _agenda(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import agenda

    if args.deed == "add":
        at = None if args.place is None else args.place - 1
        new, row, step = _run(args, agenda.add, args.meeting, args.idea, at=at)
        return _print(out, row, step, added=new)
    _, row, step = _run(args, agenda.remove, args.meeting, args.idea)
    return _print(out, row, step)


def _order(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import agenda

    _, row, step = _run(args, agenda.order, args.meeting, args.idea)
    return _print(out, row, step)


def _decide(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import deciding

    idea, row, step = _run(
        args, deciding.decide, args.meeting, args.idea, args.decision, args.reason, owner=args.owner,
        planned=args.planned,
    )  # fmt: skip
    return _print(out, row, step, idea=idea.case_id, decision=idea.state)


def _start(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import planning

    _, row, step = _run(args, planning.start, args.meeting)
    return _print(out, row, step)


def _close(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import planning

    left, row, step = _run(args, planning.close, args.meeting)
    if left and not out.as_json:
        number = len(left)
        out.line(
            out.t(
                f"결정하지 않은 {number}건은 후보로 돌아갔습니다.",
                f"{number} undecided ideas went back to the pool.",
            )
        )
    return _print(out, row, step, left=[item.case_id for item in left])


def _remove(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import planning

    _, row, step = _run(args, planning.remove, args.meeting)
    return _print(out, row, step)


def _minutes(args: argparse.Namespace, out: Output) -> int:
    from desktop.services import minutes
    from desktop.window import write_paper

    with workspace.open_store(args) as store:
        document = store.read(minutes.document, args.meeting).result()
    write_paper(document, args.to)
    if out.as_json:
        out.object({"meeting": args.meeting, "file": args.to})
    else:
        out.line(out.t(f"회의록을 저장했습니다: {plain(args.to)}", f"Minutes written: {plain(args.to)}"))
    return OK
