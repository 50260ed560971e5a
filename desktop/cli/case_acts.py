"""More of ``cases``: grouping, taking apart, marks and notes; ``undo`` and ``redo``; ``posts add``."""

from __future__ import annotations

import argparse
from itertools import takewhile
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, local_time, table

STEPS = 20
"""Gestures that ``undo --list`` tells."""

LOOK_BACK = 200
"""How far ``undo`` and ``redo`` look for a gesture of whoever asks."""


def run(args: argparse.Namespace, out: Output) -> int:
    if args.command in ("undo", "redo"):
        return _steps(args, out) if getattr(args, "list", False) else _again(args, out)
    if args.command == "posts":
        return _write_down(args, out)
    from desktop.models.errors import Missing

    work = {"group": _group, "apart": _apart, "status": _status, "star": _star, "note": _note}[args.action]
    with workspace.open_store(args) as store:
        try:
            return work(store, args, out)
        except Missing:
            raise Failure("no-case") from None


# --- cases ------------------------------------------------------------------------------------------------


def _write(store: Any, args: argparse.Namespace, work: Any, *values: Any) -> tuple[Any, str]:
    """Do something as one gesture: what it gave, and its step."""
    from desktop.models.cases import new_step

    step = new_step()
    return store.write(work, *values, step=step, actor=workspace.actor_of(args)).result(), step


def _group(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import cases

    if len(set(args.case)) < 2:
        raise Failure("too-few-cases")
    kept, step = _write(store, args, cases.group, args.case)
    return out.say({"case": kept, "step": step}, f"건 {kept}(으)로 묶었습니다", f"Now one case: {kept}")


def _apart(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import cases

    _, step = _write(store, args, cases.take_apart, args.case, args.post or None)
    values = {"case": args.case, "step": step}
    return out.say(values, "묶인 글을 각각의 건으로 나눴습니다", "The posts have cases of their own again")


def _status(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import cases

    _, step = _write(store, args, cases.set_status, args.case, args.to)
    word = out.word("status", args.to)
    values = {"cases": args.case, "status": args.to, "step": step}
    return out.say(values, f"{len(args.case)}건: {word}", f"{len(args.case)} cases: {word}")


def _star(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import cases

    _, step = _write(store, args, cases.set_starred, args.case, not args.off)
    values = {"cases": args.case, "starred": not args.off, "step": step}
    if args.off:
        return out.say(values, "별표를 뗐습니다", "The star was taken off")
    return out.say(values, "별표를 붙였습니다", "A star was put on it")


def _note(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import notes

    if not args.text.strip():
        raise Failure("workspace:note-empty")
    number = store.write(notes.add_note, args.case, args.text, actor=workspace.actor_of(args)).result()
    values = {"case": args.case, "note": number}
    return out.say(values, f"건 {args.case}에 메모를 남겼습니다", f"Noted on case {args.case}")


# --- taking back ------------------------------------------------------------------------------------------


def _again(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import cases

    back = args.command == "undo"
    with workspace.open_store(args) as store:
        actor = workspace.actor_of(args)
        found = args.step or _last(store.read(cases.recent_steps, LOOK_BACK, actor).result(), back)
        made = store.write(cases.undo if back else cases.redo, found, actor=actor).result() if found else ""
        if not made:
            raise Failure("nothing-to-undo" if back else "nothing-to-redo")
        row = store.read(_by_step, made).result()
    what = _what(row, out)
    values = {"undone" if back else "redone": found, "step": made, "kind": row.kind,
              "cases": [case for case in row.case_ids if case]}  # fmt: skip
    if back:
        return out.say(values, f"되돌렸습니다: {what}", f"Taken back: {what}")
    return out.say(values, f"다시 했습니다: {what}", f"Done again: {what}")


def _by_step(step: str) -> Any:
    from desktop.models import events

    return events.step_row([event for event in events.load("step = ?", step) if event.step == step])


def _last(rows: list[Any], back: bool) -> str:
    """The newest gesture that still holds; or of those taken back, with nothing done since, the oldest."""
    done = [row for row in rows if not row.is_undo]
    if back:
        return next((row.step for row in done if not row.undone), "")
    return next((row.step for row in reversed(list(takewhile(lambda row: row.undone, done)))), "")


def _steps(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import cases
    from desktop.models.detail import iso

    with workspace.open_store(args) as store:
        rows = store.read(cases.recent_steps, STEPS, workspace.actor_of(args)).result()
    rows = [row for row in rows if not row.is_undo]
    if out.as_json:
        for row in rows:
            out.object({"step": row.step, "at": iso(row.at_ms), "kind": row.kind, "undone": row.undone,
                        "cases": [case for case in row.case_ids if case]})  # fmt: skip
        return OK
    undone = out.t("되돌림", "taken back")
    table([[row.step, local_time(row.at_ms), _what(row, out), undone if row.undone else ""] for row in rows])
    return OK


def _what(row: Any, out: Output) -> str:
    from desktop.services.event_words import kind_word

    numbers = ", ".join(str(case) for case in row.case_ids if case)
    return f"{kind_word(row.kind, out.lang)} {numbers}".rstrip()


# --- what came by telephone -------------------------------------------------------------------------------


def _write_down(args: argparse.Namespace, out: Output) -> int:
    import time

    from connectors.manual import make_post
    from desktop.cli.post_commands import moment
    from desktop.models.by_hand import keep_post

    if not args.text.strip():
        raise Failure("empty-text")
    if not args.source.strip():
        raise Failure("no-source")
    at_ms = moment(args.at) if args.at else int(time.time() * 1000)
    post = make_post(args.source, args.author, args.text, at_ms, args.url)
    with workspace.open_store(args) as store:
        number = store.write(keep_post, post.context, post, actor=workspace.actor_of(args)).result().post_id
    return out.say({"post": number}, f"글 {number}을(를) 적어 두었습니다", f"Written down: post {number}")
