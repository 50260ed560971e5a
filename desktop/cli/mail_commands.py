"""``mail``: letters to departments that work without the program, and the mails that were not believed."""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, Output, local_time, plain, table

KINDS = {
    "forward": ("이관", "forwarding"),
    "sent-back": ("보완 요청", "sent back"),
    "withdrawn": ("이관 취소", "taken back"),
    "reminder": ("기한 안내", "reminder"),
}
STATES = {
    "waiting": ("보낼 예정", "waits"),
    "sending": ("보내는 중", "being sent"),
    "sent": ("보냄", "sent"),
    "failed": ("실패", "failed"),
    "cancelled": ("보내지 않음", "given up"),
}


def run(args: argparse.Namespace, out: Output) -> int:
    if args.action == "send":
        return asyncio.run(_send(args, out))
    work = {
        "list": _list,
        "refused": _refused,
        "retry": _retry,
        "cancel": _cancel,
        "accept": _accept,
        "as-post": _as_post,
        "dismiss": _dismiss,
        "settings": _settings,
    }[args.action]
    with workspace.open_store(args) as store:
        return work(args, out, store, workspace.actor_of(args))


def _list(args: argparse.Namespace, out: Output, store: Any, _: str) -> int:
    from desktop.models.forwarding_mail import lists

    states = (*lists.ATTENTION, "sent", "cancelled") if args.all else lists.ATTENTION
    rows = store.read(lists.letter_rows, states, limit=args.limit).result()
    if out.as_json:
        for row in rows:
            out.object(_as_dict(row, out))
        return OK
    table(
        [
            [
                str(row.id), out.t(*STATES[row.state]), out.t(*KINDS[row.kind]), row.department, row.address,
                local_time(row.sent_ms or row.send_after_ms), row.gist[:40], _why(row, out),
            ]
            for row in rows
        ]
    )  # fmt: skip
    return OK


def _refused(args: argparse.Namespace, out: Output, store: Any, _: str) -> int:
    from desktop.models.detail import iso
    from desktop.models.forwarding_mail import lists

    rows = store.read(lists.refused_rows, include_done=args.all, limit=args.limit).result()
    for mail in rows if out.as_json else ():
        row = mail.row
        out.object(
            {
                "id": row.id, "reason": row.reason, "message": out.sentence(_refusal(row.reason)),
                "sender": row.sender, "subject": row.subject, "department": mail.department,
                "case": mail.case_id or None, "text": mail.text, "files": list(mail.files),
                "at": iso(row.at_ms), "post": row.post_id, "done": row.done, "done_by": row.done_by,
            }
        )  # fmt: skip
    if not out.as_json:
        table(
            [
                [
                    str(mail.row.id), local_time(mail.row.at_ms), mail.row.sender, mail.department,
                    out.sentence(_refusal(mail.row.reason)), plain(mail.words)[:40],
                ]
                for mail in rows
            ]
        )  # fmt: skip
    return OK


async def _send(args: argparse.Namespace, out: Output) -> int:
    """Carry what is due; a window that is open does it by itself."""
    from desktop.models.forwarding_mail import lists, sending

    async with workspace.open_all(args) as services:
        wanted: int | None = None
        if args.forwarding is not None:
            wanted = await workspace.write(services, sending.send_now, args.forwarding)
        if services.collector.take_role():
            await (await services.letters()).finish()
        rows = await workspace.read(services, lists.letter_rows, (*lists.ATTENTION, "sent"))
        for row in rows:
            if row.id == wanted or (wanted is None and row.state in lists.ATTENTION):
                _show(row, out)
    return SOME_FAILED if any(row.state == "failed" for row in rows) else OK


def _retry(args: argparse.Namespace, out: Output, store: Any, actor: str) -> int:
    from desktop.models.forwarding_mail import sending

    store.write(sending.retry, args.id, actor=actor).result()
    return _done(
        args.id, out, "다시 보낼 메일에 넣었습니다. mail send 로 지금 보냅니다.", "It waits to be sent again."
    )


def _cancel(args: argparse.Namespace, out: Output, store: Any, actor: str) -> int:
    from desktop.models.forwarding_mail import sending

    store.write(sending.cancel, args.id, actor=actor).result()
    return _done(args.id, out, "이 메일은 보내지 않습니다.", "This letter is not sent.")


def _accept(args: argparse.Namespace, out: Output, store: Any, actor: str) -> int:
    from desktop.models.forwarding_mail import lists, replies

    text = args.text or store.read(lists.words_of, args.id).result()
    store.write(replies.accept_refused, args.id, text, actor=actor).result()
    return _done(args.id, out, "부서의 답변으로 받았습니다.", "It was taken as the department's answer.")


def _as_post(args: argparse.Namespace, out: Output, store: Any, actor: str) -> int:
    from desktop.models.forwarding_mail import refused

    case_id = store.write(refused.make_post, args.id, actor=actor).result()
    return _done(case_id, out, "새 글로 꺼냈습니다.", "It is a new post now.")


def _dismiss(args: argparse.Namespace, out: Output, store: Any, actor: str) -> int:
    from desktop.models.forwarding_mail import refused

    store.write(refused.dismiss, args.id, actor=actor).result()
    return _done(args.id, out, "처리한 것으로 두었습니다.", "It was put aside.")


def _settings(args: argparse.Namespace, out: Output, store: Any, actor: str) -> int:
    from desktop.models.forwarding_mail import settings

    now = store.read(settings.get_settings).result()
    if args.channel is not None or args.remind is not None:
        chosen = now.channel_id
        if args.channel is not None:
            chosen = None if args.channel == "auto" else workspace.find_channel(store, args.channel).id
        hours = now.remind_hours if args.remind is None else args.remind
        now = store.write(settings.save, channel_id=chosen, remind_hours=hours, actor=actor).result()
    box = store.read(settings.mailbox).result()
    if out.as_json:
        out.object(
            {
                "channel_id": now.channel_id,
                "remind_hours": now.remind_hours,
                "leaves_from": box.channel_id if box is not None else None,
                "name": box.name if box is not None else "",
            }
        )
        return OK
    name = box.name if box is not None else out.t("없음", "none")
    out.line(plain(out.t(f"보내는 메일함: {name}", f"Letters leave from: {name}")))
    never = out.t("알리지 않음", "never")
    before = out.t(f"기한 {now.remind_hours}시간 전", f"{now.remind_hours} hours before the due time")
    out.line(out.t("기한 안내: ", "Reminders: ") + (before if now.remind_hours else never))
    return OK


def _done(row_id: int, out: Output, korean: str, english: str) -> int:
    if out.as_json:
        out.object({"id": row_id})
    else:
        out.line(f"{row_id}  {out.t(korean, english)}")
    return OK


def _show(row: Any, out: Output) -> None:
    if out.as_json:
        out.object(_as_dict(row, out))
    else:
        out.line(plain(f"{row.id}  {out.t(*STATES[row.state])}  {row.address}  {_why(row, out)}".rstrip()))


def _why(row: Any, out: Output) -> str:
    return out.sentence(row.reason, until_ms=row.send_after_ms) if row.reason else ""


def _refusal(reason: str) -> str:
    from desktop.services.messages import is_code

    code = f"refused:{reason}"
    return code if is_code(code) else "refused:not-possible"


def _as_dict(row: Any, out: Output) -> dict[str, Any]:
    from desktop.models.detail import iso

    return {
        "id": row.id,
        "forwarding": row.forwarding_id,
        "case": row.case_id,
        "department": row.department,
        "kind": row.kind,
        "address": row.address,
        "state": row.state,
        "reason": row.reason,
        "message": _why(row, out),
        "attempts": row.attempts,
        "created_at": iso(row.created_ms),
        "sent_at": iso(row.sent_ms),
    }
