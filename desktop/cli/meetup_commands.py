"""``meetups``: what the screen of meet-ups does, for scripts."""

from __future__ import annotations

import argparse
import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, Failure, Output, plain, table

SENT_LIMIT_S = 90.0
_TEXTS = ("theme", "place", "minutes", "seats", "invitation", "short_invitation")


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.errors import Missing
    from desktop.services import templates as shipped

    sending = args.action in ("invite", "notify", "tell") and not args.preview
    try:
        if sending and not getattr(args, "by_hand", None):
            return asyncio.run(_send(args, out))
        with workspace.open_store(args) as store:
            if not store.read_only:
                store.write(shipped.seed).result()
            return _WORK[args.action](_Desk(store, workspace.actor_of(args)), args, out)
    except Missing as error:
        raise Failure("no-meetup" if "meet-up" in str(error) else error) from None


class _Desk:
    """The open workspace, and who works on it."""

    def __init__(self, store: Any, actor: str) -> None:
        self.store, self.actor = store, actor

    def read(self, work: Any, *args: Any, **named: Any) -> Any:
        return self.store.read(work, *args, **named).result()

    def write(self, work: Any, *args: Any, **named: Any) -> Any:
        return self.store.write(work, *args, actor=self.actor, **named).result()


# --- planning ---------------------------------------------------------------------------------------------


def _list(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows

    found = desk.read(rows.list_meetups, state=args.state)
    if out.as_json:
        for row in found:
            out.object(_as_dict(row))
        return OK
    table(
        [[str(r.id), r.state, _when(r.at_ms), r.theme, r.place, f"{r.signed_up + r.in_}/{r.seats}"]
         for r in found]
    )  # fmt: skip
    return OK


def _show(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows

    row = desk.read(rows.get_meetup, args.meetup)
    if out.as_json:
        out.object(
            {**_as_dict(row), "invitation": row.invitation, "report": row.report, "answer": row.answer}
        )
        return OK
    for korean, english, value in (
        ("번개팅", "meet-up", f"{row.id}  {row.theme}"),
        ("상태", "state", row.state),
        ("일시", "when", f"{_when(row.at_ms)} ({row.minutes})"),
        ("장소", "place", row.place),
        ("신청 기한", "sign up until", _when(row.sign_up_until_ms)),
        ("정원", "seats", str(row.seats)),
        ("글/초대", "posts/invited", f"{row.posts}/{row.invited}"),
        ("신청/참석/대기", "signed up/in/waiting", f"{row.signed_up}/{row.in_}/{row.waiting}"),
        ("확인할 답글", "replies to look at", str(row.replies)),
        ("씨앗", "seed", row.seed),
    ):
        out.line(f"{out.t(korean, english)}: {plain(value)}")
    return OK


def _add(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning

    number = desk.write(planning.add_meetup, post_ids=args.post, **_values(args))
    return _say(out, {"id": number}, f"번개팅 {number}을(를) 만들었습니다", f"Meet-up {number} was made")


def _edit(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning

    values = _values(args)
    if args.answer is not None:
        values["answer"] = args.answer
    desk.write(planning.edit_meetup, args.meetup, **values)
    return _show(desk, args, out)


def _posts(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning, rows

    if args.add:
        desk.write(planning.add_posts, args.meetup, args.add)
    for post_id in args.remove:
        desk.write(planning.remove_post, args.meetup, post_id)
    desk.read(rows.get_meetup, args.meetup)
    found = desk.read(rows.posts_of, args.meetup)
    if out.as_json:
        for r in found:
            out.object({"post": r.post_id, "author": r.author_name, "channel": r.channel_name,
                        "invitation": r.sent, "text": r.text})  # fmt: skip
        return OK
    table([[str(r.post_id), r.channel_name, r.author_name, r.sent or "-", r.text[:60]] for r in found])
    return OK


# --- sending ----------------------------------------------------------------------------------------------


def _preview(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.services import meetups

    if getattr(args, "by_hand", None) and not args.preview:
        return _by_hand(desk, args, out)
    work = {"invite": meetups.invitations, "notify": meetups.notices, "tell": meetups.answers}[args.action]
    return _show_messages(desk.read(work, args.meetup), out)


def _show_messages(messages: list[Any], out: Output) -> int:
    for m in messages:
        why = out.sentence(m.why, n=m.over) if m.why else ""
        if out.as_json:
            out.object({"id": m.target, "post": m.post_id, "name": m.name, "channel": m.channel_name,
                        "text": m.text, "used": m.used, "limit": m.limit, "state": m.done, "code": m.why,
                        "message": why})  # fmt: skip
            continue
        limit = "" if m.limit is None else f"/{m.limit}"
        out.line(plain(f"{m.target}  {m.channel_name}  {m.name}  {m.used}{limit}  {m.done or why}".rstrip()))
        for line in m.text.splitlines():
            out.line(f"    {plain(line)}")
    return OK


def _by_hand(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning, rows

    for row in desk.read(rows.posts_of, args.meetup):
        if row.post_id in args.by_hand:
            desk.write(planning.mark_invited, args.meetup, row.id)
    args.add, args.remove = [], []
    return _posts(desk, args, out)


async def _send(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows
    from desktop.services import meetups

    work, look = {
        "invite": (meetups.send_invitations, meetups.invitations),
        "notify": (meetups.send_notices, meetups.notices),
        "tell": (meetups.send_answers, meetups.answers),
    }[args.action]
    async with workspace.open_all(args) as services:
        targets = None
        if args.action == "notify" and args.guest:
            targets = set(args.guest)
        elif args.action == "invite" and args.post:
            found = await workspace.read(services, rows.posts_of, args.meetup)
            targets = {row.id for row in found if row.post_id in args.post}
        count = await workspace.write(services, work, args.meetup, targets, undo_s=0)
        if services.collector.take_role():
            await services.sender.finish_due(limit_s=SENT_LIMIT_S)
        left = [m for m in await workspace.read(services, look, args.meetup) if m.why or m.done == "refused"]
    if out.as_json:
        out.object({"sent": count, "left": [m.target for m in left]})
    else:
        out.line(out.t(f"{count}건을 보냈습니다", f"{count} sent"))
        _show_messages(left, out)
    return SOME_FAILED if left else OK


# --- guests -----------------------------------------------------------------------------------------------


def _guests(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows

    desk.read(rows.get_meetup, args.meetup)
    guests = desk.read(rows.guests_of, args.meetup)
    replies = desk.read(rows.replies_of, args.meetup)
    if out.as_json:
        for g in guests:
            out.object({"guest": g.id, "name": g.name, "state": g.state, "ticket": g.ticket, "seat": g.seat,
                        "late": g.late, "told": g.told, "channel": g.channel_name})  # fmt: skip
        for r in replies:
            out.object({"reply": r.id, "name": r.author_name, "meaning": r.meaning, "post": r.post_id,
                        "guest": r.guest_id, "text": r.text})  # fmt: skip
        return OK
    table([[str(g.id), g.state, g.ticket or "-", str(g.seat or "-"), g.name, g.channel_name or "-"]
           for g in guests])  # fmt: skip
    if replies:
        out.line(out.t("확인할 답글", "replies to look at"))
        table([[str(r.id), r.meaning, r.author_name, r.text[:60]] for r in replies])
    return OK


def _sign_up(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests, replies

    if args.reply is not None:
        desk.write(replies.take, args.reply)
    if args.leave is not None:
        desk.write(replies.leave, args.leave)
    if args.decline is not None:
        desk.write(guests.decline, args.decline)
    if args.guest is not None or args.name:
        desk.write(guests.sign_up, args.meetup, guest_id=args.guest, name=args.name, contact=args.contact)
    elif args.reply is None and args.leave is None and args.decline is None:
        raise Failure("workspace:guest-no-name")
    return _guests(desk, args, out)


def _attend(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests

    for came, ids in ((True, args.came), (False, args.absent)):
        for guest_id in ids:
            desk.write(guests.attend, guest_id, came)
    return _guests(desk, args, out)


def _note(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests

    case_id = desk.write(guests.note_on_case, args.meetup, args.guest, args.text)
    return _say(out, {"case": case_id}, f"건 {case_id}에 메모를 남겼습니다", f"Noted on case {case_id}")


def _draw(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import drawing, rows
    from desktop.services import meetup_files

    if args.seed or args.random:
        seed = desk.write(drawing.fix_seed, args.meetup, args.seed or drawing.random_seed())
        tickets = sorted(g.ticket for g in desk.read(rows.guests_of, args.meetup) if g.state == "signed-up")
        values = {"seed": seed, "tickets": tickets, "list": drawing.list_digest(tickets)}
        return _say(out, values, f"씨앗을 공개했습니다: {seed}", f"Seed published: {seed}")
    drawn = desk.read(drawing.result_of, args.meetup)
    if not drawn:
        drawn = desk.write(drawing.draw, args.meetup)
    meetup = desk.read(rows.get_meetup, args.meetup)
    if args.result:
        page = Path(args.result).suffix.lower() in (".html", ".htm")
        make = meetup_files.result_page if page else meetup_files.result_text
        _save(args.result, make(meetup, drawn).encode())
    if out.as_json:
        for line in drawn:
            out.object({"place": line.place, "ticket": line.ticket, "seat": line.seat, "sha256": line.digest})
        return OK
    for text in meetup_files.result_text(meetup, drawn).splitlines():
        out.line(plain(text))
    return OK


# --- files and the end ------------------------------------------------------------------------------------


def _ics(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows
    from desktop.services import meetup_files

    _save(args.file, meetup_files.calendar_file(desk.read(rows.get_meetup, args.meetup)))
    return _say(out, {"file": args.file}, f"저장했습니다: {args.file}", f"Saved: {args.file}")


def _print(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows
    from desktop.services import documents, meetup_files
    from desktop.window import write_paper

    meetup = desk.read(rows.get_meetup, args.meetup)
    paper = meetup_files.guest_list(meetup, desk.read(rows.guests_of, args.meetup))
    try:
        write_paper(paper, args.file)
    except documents.DocumentError as error:
        raise Failure(error) from error
    return _say(out, {"file": args.file}, f"저장했습니다: {args.file}", f"Saved: {args.file}")


def _close(desk: _Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests, planning

    state = "open" if args.open else "cancelled" if args.cancelled else "over"
    desk.write(planning.set_state, args.meetup, state)
    if args.report is not None:
        desk.write(guests.write_report, args.meetup, args.report)
    return _show(desk, args, out)


_WORK = {
    "list": _list, "show": _show, "add": _add, "edit": _edit, "posts": _posts, "invite": _preview,
    "notify": _preview, "tell": _preview, "guests": _guests, "sign-up": _sign_up, "draw": _draw,
    "attend": _attend, "note": _note, "ics": _ics, "list-print": _print, "close": _close,
}  # fmt: skip


def _values(args: argparse.Namespace) -> dict[str, Any]:
    values = {name: getattr(args, name) for name in _TEXTS if getattr(args, name) is not None}
    if args.at is not None:
        values["at_ms"] = _ms(args.at)
    if args.until is not None:
        values["sign_up_until_ms"] = _ms(args.until) if args.until else None
    return values


def _ms(text: str) -> int:
    """Day and time in Korea."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Failure("bad-time", detail=text[:40]) from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo("Asia/Seoul"))
    return int(moment.timestamp() * 1000)


def _when(at_ms: int | None) -> str:
    from desktop.models.templates import moment_text

    return "-" if at_ms is None else moment_text(at_ms)


def _as_dict(row: Any) -> dict[str, Any]:
    from desktop.models.detail import iso

    return {
        "id": row.id, "theme": row.theme, "state": row.state, "at": iso(row.at_ms), "minutes": row.minutes,
        "place": row.place, "seats": row.seats, "sign_up_until": iso(row.sign_up_until_ms),
        "posts": row.posts, "invited": row.invited, "signed_up": row.signed_up, "in": row.in_,
        "waiting": row.waiting, "replies": row.replies, "seed": row.seed,
    }  # fmt: skip


def _save(path: str, data: bytes) -> None:
    from desktop.services.documents import DocumentError, save

    try:
        save(path, data)
    except DocumentError as error:
        raise Failure(error) from error


def _say(out: Output, values: dict[str, Any], korean: str, english: str) -> int:
    if out.as_json:
        out.object(values)
    else:
        out.line(plain(out.t(korean, english)))
    return OK
