"""``templates``: the texts that answers start from."""

from __future__ import annotations

import argparse
import time
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, Failure, Output, plain, table


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.services import templates as shipped

    with workspace.open_store(args) as store:
        if not store.read_only:
            store.write(shipped.seed).result()
        work = {
            "list": _list, "show": _show, "add": _add, "edit": _edit, "remove": _remove, "fill": _fill,
        }[args.action]  # fmt: skip
        return work(store, args, out)


def _list(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import templates

    found = store.read(templates.list_templates, everything=args.all).result()
    if out.as_json:
        for row in found:
            out.object(_as_dict(row))
        return OK
    table([[str(row.id), row.kind or "-", row.track or "-", row.name, row.text[:60]] for row in found])
    return OK


def _show(store: Any, args: argparse.Namespace, out: Output) -> int:
    row = find_template(store, args.template)
    if out.as_json:
        out.object(_as_dict(row))
    else:
        out.line(f"{row.id}  {plain(row.name)}")
        for line in row.text.splitlines():
            out.line(f"  {plain(line)}")
    return OK


def _add(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import templates

    more = {name: getattr(args, name) for name in ("kind", "track", "voice") if getattr(args, name)}
    number = store.write(
        templates.add_template, args.name, args.text, actor=workspace.actor_of(args), **more
    ).result()
    return _say(out, number, f"서식을 더했습니다: {args.name}", f"Template added: {args.name}")


def _edit(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import templates

    row = find_template(store, args.template)
    changes = {
        name: getattr(args, name)
        for name in ("name", "text", "kind", "track", "voice")
        if getattr(args, name) is not None
    }
    if args.active is not None:
        changes["active"] = args.active == "yes"
    store.write(templates.edit_template, row.id, actor=workspace.actor_of(args), **changes).result()
    return _say(out, row.id, f"서식을 고쳤습니다: {row.name}", f"Template changed: {row.name}")


def _remove(store: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models import templates

    row = find_template(store, args.template)
    store.write(templates.remove_template, row.id, actor=workspace.actor_of(args)).result()
    return _say(out, row.id, f"서식을 지웠습니다: {row.name}", f"Template removed: {row.name}")


def _fill(store: Any, args: argparse.Namespace, out: Output) -> int:
    """Exit code 1 where a place stays open."""
    from desktop.models import templates
    from desktop.models.errors import Missing

    row = find_template(store, args.template)
    try:
        values = store.read(templates.values_for, args.post, int(time.time() * 1000)).result()
    except Missing:
        raise Failure("no-post") from None
    text = templates.fill(row.text, values)
    left = [place.name for place in templates.unfilled(text)]
    if out.as_json:
        out.object({"template": row.id, "post": args.post, "text": text, "unfilled": left})
    else:
        for line in text.splitlines():
            out.line(plain(line))
        if left:
            names = ", ".join(left)
            out.complain(out.t(f"채우지 못한 자리: {names}", f"Places left open: {names}"))
    return SOME_FAILED if left else OK


def find_template(store: Any, text: str) -> Any:
    from desktop.models import templates

    row = store.read(templates.find_template, text).result()
    if row is None:
        raise Failure("no-template")
    return row


def _as_dict(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "track": row.track,
        "voice": row.voice,
        "active": row.active,
        "text": row.text,
    }


def _say(out: Output, number: int, korean: str, english: str) -> int:
    if out.as_json:
        out.object({"id": number})
    else:
        out.line(plain(out.t(korean, english)))
    return OK
