"""``reply`` and ``outbox``: answering, and what is on its way."""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, WRONG, Failure, Output, plain, table

SENT_LIMIT_S = 90.0


def run(args: argparse.Namespace, out: Output) -> int:
    if args.command in ("reply", "act"):
        return asyncio.run(_send(args, out))
    if args.action == "list":
        return _list(args, out)
    return asyncio.run(_again(args, out))


async def _send(args: argparse.Namespace, out: Output) -> int:
    from desktop.services.sendable import NotSendable

    async with workspace.open_all(args) as services:
        try:
            if args.command == "act":
                row = await _act(args, services)
            else:
                from desktop.cli import speaking_commands

                row = await speaking_commands.reply(args, services, out)
        except NotSendable as error:
            raise Failure(error) from error
        return OK if row is None else await carry(services, row.id, out)


async def _act(args: argparse.Namespace, services: Any) -> Any:
    from connectors.base import Action

    return await services.sender.act(args.post, Action(args.deed.replace("-", "_")))


async def _again(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import outbox

    async with workspace.open_all(args) as services:
        row = await workspace.read(services, outbox.get_outbox, args.id)
        if args.action == "cancel":
            done = await services.sender.cancel(row.id)
            _show(await workspace.read(services, outbox.get_outbox, args.id), out)
            return OK if done else WRONG
        if args.action == "settle":
            await services.sender.settle(row.id, args.result == "arrived")
            _show(await workspace.read(services, outbox.get_outbox, args.id), out)
            return OK
        await services.sender.retry(row.id)
        return await carry(services, row.id, out)


async def carry(services: Any, outbox_id: int, out: Output) -> int:
    """Send now if nobody else does it here; a window that is open sends by itself."""
    from desktop.models import outbox

    if services.collector.take_role():
        await services.sender.finish_due(limit_s=SENT_LIMIT_S)
    row = await workspace.read(services, outbox.get_outbox, outbox_id)
    _show(row, out)
    # A window that is open sends what waits without a reason; a reason is why it could not go out now.
    return OK if row.state == "sent" or (row.state == "waiting" and not row.reason) else SOME_FAILED


def _list(args: argparse.Namespace, out: Output) -> int:
    with workspace.open_store(args) as store:
        rows = store.read(_rows, args.all).result()
    if out.as_json:
        for row in rows:
            out.object(_as_dict(row, out))
        return OK
    table(
        [
            [str(r.id), out.word("state", r.state), str(r.post_id), _deed(r, out), plain(r.text)[:60],
             _why(r, out)]
            for r in rows
        ]
    )  # fmt: skip
    return OK


def _rows(everything: bool) -> list[Any]:
    from desktop.models import outbox
    from desktop.models.current import database

    rule = "" if everything else " WHERE state NOT IN ('sent', 'cancelled')"
    ids = database.execute_sql(f"SELECT id FROM outbox{rule} ORDER BY id").fetchall()
    return [outbox.get_outbox(row[0]) for row in ids]


def _deed(row: Any, out: Output) -> str:
    """Which kind of answer it is, or what is done with the post."""
    if row.action in ("reply", "private_reply"):
        return out.word("stage", row.stage)
    from desktop.services.event_words import kind_word

    return kind_word(row.action, out.lang)


def _why(row: Any, out: Output) -> str:
    return out.sentence(row.reason, until_ms=row.send_after_ms) if row.reason else ""


def _as_dict(row: Any, out: Output) -> dict[str, Any]:
    from desktop.models.detail import iso

    return {
        "id": row.id,
        "state": row.state,
        "post": row.post_id,
        "channel_id": row.channel_id,
        "action": row.action,
        "text": row.text,
        "stage": row.stage,
        "attempts": row.attempts,
        "reason": row.reason,
        "message": _why(row, out),
        "url": row.url,
        "created_at": iso(row.created_ms),
        "sent_at": iso(row.sent_ms),
    }


def _show(row: Any, out: Output) -> None:
    if out.as_json:
        out.object(_as_dict(row, out))
        return
    words = {
        "waiting": ("보낼 예정입니다", "waits to be sent"),
        "sending": ("보내는 중입니다", "is being sent"),
        "sent": ("보냈습니다", "was sent"),
        "refused": ("보내지 못했습니다", "was refused"),
        "unknown": ("보냈는지 확인 중입니다", "is being looked up"),
        "cancelled": ("보내지 않습니다", "was taken back"),
    }
    if row.state == "sent" and row.action not in ("reply", "private_reply"):
        words["sent"] = (_deed(row, out), _deed(row, out))
    korean, english = words[row.state]
    out.line(plain(f"{row.id}  {out.t(korean, english)}  {row.url or _why(row, out)}".rstrip()))
