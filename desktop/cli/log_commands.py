"""``log``: everything that was done, newest first; taken out as a file; proved to be as it was written."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, Failure, Output, local_time, plain
from desktop.cli.post_commands import moment
from desktop.models.events import LogDamaged


def run(args: argparse.Namespace, out: Output) -> int:
    try:
        return {"list": _list, "export": _export, "verify": _verify, "head": _head}[args.action](args, out)
    except TypeError as error:
        raise LogDamaged(str(error)) from error  # a number that is none any more


def _filter(args: argparse.Namespace) -> Any:
    from desktop.models.log import LogFilter

    return LogFilter(
        actors=frozenset(args.who),
        kinds=frozenset(args.kind),
        case_id=args.case,
        about=args.about,
        since_ms=moment(args.since) if args.since else None,
        until_ms=moment(args.until) if args.until else None,
    )


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import log, queries

    wanted = _filter(args)
    with workspace.open_store(args) as store:
        _may_read(store, args)
        names = store.read(queries.department_names).result()
        before, left = None, args.limit
        while left > 0:
            rows = store.read(log.page, wanted, before, min(left, 500)).result()
            for row in rows:
                _print(row, out, names)
            if len(rows) < min(left, 500):
                break
            before, left = rows[-1].id, left - len(rows)
    return OK


def _may_read(store: Any, args: argparse.Namespace) -> None:
    from desktop.models import log
    from desktop.models.permissions import NotAllowed

    if not store.read(log.may_read, workspace.actor_of(args)).result():
        raise NotAllowed("log.read", "")


def _print(row: Any, out: Output, names: Mapping[str, str]) -> None:
    from desktop.models.detail import iso
    from desktop.services import event_fields, event_words

    event = row.event
    if out.as_json:
        out.object(
            {
                "id": event.id,
                "at": iso(event.at_ms),
                "actor": event_words.masked(event.actor),
                "kind": event.kind,
                "case": event.case_id or None,
                "post": event.post_id,
                "about": event_words.masked(event.about),
                "before": event_words.masked(event.before),
                "after": event_words.masked(event.after),
                "step": event.step,
                "undoes": event.undoes,
                "undone": event.undone,
            }
        )
        return
    what = event_words.kind_word(event.kind, out.lang)
    if event.undoes is not None:
        what = out.t(f"되돌림: {what}", f"taken back: {what}")
    changed = event_fields.changes(event.before, event.after, out.lang, names)
    who = event_words.masked(event.actor) or out.t("프로그램", "program")
    about = str(event.case_id or "") or event_words.about_word(event_words.masked(event.about), out.lang)
    cells = (str(event.id), local_time(event.at_ms), plain(who), plain(what), plain(about), plain(changed))
    out.line("  ".join(cell for cell in cells if cell))


def _export(args: argparse.Namespace, out: Output) -> int:
    from desktop.services import log_files

    with workspace.open_store(args) as store:
        done = log_files.export(
            store,
            args.file,
            _filter(args),
            actor=workspace.actor_of(args),
            unmasked=args.unmasked,
            lang=out.lang,
        )
    if out.as_json:
        out.object({"file": args.file, "lines": done.lines, "counted": True, "unmasked": args.unmasked})
    else:
        out.line(
            out.t(
                f"{done.lines:,}줄을 썼고 세어 보니 같습니다.",
                f"{done.lines:,} lines written; counted again, and they are all there.",
            )
        )
    return OK


def _verify(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import log_chain

    known = args.head.strip().lower()
    if known and (len(known) != 64 or set(known) - set("0123456789abcdef")):
        raise Failure("bad-head")
    with workspace.open_store(args) as store:
        so_far = log_chain.Piece()
        while not so_far.done:
            so_far = store.read(log_chain.verify_piece, so_far, known).result()
        found = log_chain.verdict(so_far, known)
    if out.as_json:
        out.object(
            {
                "ok": found.broken_at is None,
                "events": found.count,
                "head": found.head,
                "broken_at": found.broken_at,
            }
        )
    elif found.broken_at is None:
        out.line(
            out.t(
                f"기록 {found.count:,}줄이 쓴 그대로입니다. 끝값: {found.head}",
                f"All {found.count:,} lines of the log are as they were written. Head: {found.head}",
            )
        )
    elif found.broken_at == 0:
        out.line(
            out.t(
                "적어 둔 끝값이 기록에 없습니다. 끝이 잘렸거나 다시 쓴 기록입니다.",
                "The hash noted down is not in the log: its end was cut off, or it was written anew.",
            )
        )
    else:
        out.line(
            out.t(
                f"{found.broken_at}번 기록이 쓴 그대로가 아닙니다. 그 앞 {found.count:,}줄은 그대로입니다.",
                f"Line {found.broken_at} is not as it was written. The {found.count:,} before it are.",
            )
        )
    return OK if found.broken_at is None else SOME_FAILED


def _head(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import log_chain

    with workspace.open_store(args) as store:
        number, value = store.read(log_chain.last).result()
    if out.as_json:
        out.object({"event": number, "head": value})
    else:
        out.line(value)
    return OK
