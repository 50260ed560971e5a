"""``meetups``: what the screen of meet-ups does, for scripts."""

from __future__ import annotations

import argparse
import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop.cli import meetup_guests, meetup_messages, workspace
from desktop.cli.output import OK, Failure, Output, plain, table
from desktop.cli.workspace import Desk

_TEXTS = ("theme", "place", "minutes", "seats", "invitation", "short_invitation")


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.errors import Missing
    from desktop.services import templates as shipped

    sending = args.action in ("invite", "notify", "tell") and not args.preview
    try:
        if sending and not getattr(args, "by_hand", None):
            return asyncio.run(meetup_messages.send(args, out))
        with workspace.open_store(args) as store:
            if not store.read_only:
                store.write(shipped.seed).result()
            return _WORK[args.action](Desk(store, workspace.actor_of(args)), args, out)
    except Missing as error:
        raise Failure(_missing(str(error)) or error, name="") from None


def _missing(message: str) -> str:
    """Which sentence says what is not there."""
    for part, code in (("in meet-up", "no-invited-post"), ("meet-up", "no-meetup"), ("post", "no-post"),
                       ("reply", "no-meetup-reply")):  # fmt: skip
        if part in message:
            return code
    return ""


# --- planning ---------------------------------------------------------------------------------------------


def _list(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows

    found = desk.read(rows.list_meetups, state=args.state)
    if out.as_json:
        for row in found:
            out.object(_as_dict(row))
        return OK
    table(
        [[str(r.id), out.word("state", r.state), _when(r.at_ms), r.theme, r.place,
          f"{r.signed_up + r.in_}/{r.seats}"] for r in found]
    )  # fmt: skip
    return OK


def _show(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows

    row = desk.read(rows.get_meetup, args.meetup)
    if out.as_json:
        out.object(
            {**_as_dict(row), "invitation": row.invitation, "report": row.report, "answer": row.answer}
        )
        return OK
    for korean, english, value in (
        ("번개팅", "meet-up", f"{row.id}  {row.theme}"),
        ("상태", "state", out.word("state", row.state)),
        ("일시", "when", f"{_when(row.at_ms)} ({row.minutes}{out.t('분', ' min')})"),
        ("장소", "place", row.place),
        ("신청 기한", "sign up until", _when(row.sign_up_until_ms)),
        ("정원", "seats", str(row.seats)),
        ("글/초대", "posts/invited", f"{row.posts}/{row.invited}"),
        ("신청/참석/대기", "signed up/in/waiting", f"{row.signed_up}/{row.in_}/{row.waiting}"),
        ("확인할 답글", "replies to look at", str(row.replies)),
        ("씨앗", "seed", row.seed),
        ("나온 이야기", "what was said", row.report),
        ("알릴 결과", "to tell", row.answer),
    ):
        if not value:
            continue
        out.line(f"{out.t(korean, english)}: {plain(value)}")
    return OK


def _add(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning

    number = desk.write(planning.add_meetup, post_ids=args.post, **_values(args))
    return out.say({"id": number}, f"번개팅 {number}을(를) 만들었습니다", f"Meet-up {number} was made")


def _edit(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning

    values = _values(args)
    if args.answer is not None:
        values["answer"] = args.answer
    desk.write(planning.edit_meetup, args.meetup, **values)
    return _show(desk, args, out)


def _posts(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning

    if args.add:
        desk.write(planning.add_posts, args.meetup, args.add)
    for post_id in args.remove:
        desk.write(planning.remove_post, args.meetup, post_id)
    return meetup_messages.show_posts(desk, args.meetup, out)


# --- the draw ---------------------------------------------------------------------------------------------


def _draw(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import drawing, rows
    from desktop.services import meetup_files

    if args.seed or args.random:
        seed = desk.write(drawing.fix_seed, args.meetup, args.seed or drawing.random_seed())
        tickets = sorted(g.ticket for g in desk.read(rows.guests_of, args.meetup) if g.state == "signed-up")
        values = {"seed": seed, "tickets": tickets, "list": drawing.list_digest(tickets)}
        return out.say(values, f"씨앗을 공개했습니다: {seed}", f"Seed published: {seed}")
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


def _ics(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows
    from desktop.services import meetup_files

    _save(args.file, meetup_files.calendar_file(desk.read(rows.get_meetup, args.meetup)))
    return out.say({"file": args.file}, f"저장했습니다: {args.file}", f"Saved: {args.file}")


def _print(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows
    from desktop.services import documents, meetup_files
    from desktop.window import write_paper

    meetup = desk.read(rows.get_meetup, args.meetup)
    paper = meetup_files.guest_list(meetup, desk.read(rows.guests_of, args.meetup))
    try:
        write_paper(paper, args.file)
    except documents.DocumentError as error:
        raise Failure(error) from error
    return out.say({"file": args.file}, f"저장했습니다: {args.file}", f"Saved: {args.file}")


def _close(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests, planning

    state = "open" if args.open else "cancelled" if args.cancelled else "over"
    desk.write(planning.set_state, args.meetup, state)
    if args.report is not None:
        desk.write(guests.write_report, args.meetup, args.report)
    if args.answer is not None:
        desk.write(planning.edit_meetup, args.meetup, answer=args.answer)
    return _show(desk, args, out)


_WORK = {
    "list": _list, "show": _show, "add": _add, "edit": _edit, "posts": _posts,
    "invite": meetup_messages.preview, "notify": meetup_messages.preview, "tell": meetup_messages.preview,
    "guests": meetup_guests.show_guests, "sign-up": meetup_guests.sign_up, "draw": _draw,
    "attend": meetup_guests.attend, "note": meetup_guests.note, "ics": _ics, "list-print": _print,
    "close": _close,
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
