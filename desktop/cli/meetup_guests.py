"""``meetups guests``, ``sign-up``, ``attend`` and ``note``: who comes, who came, and what they said."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any

from desktop.cli.output import OK, Failure, Output, table
from desktop.cli.workspace import Desk


def in_one(tx: Any, work: list[Callable[..., Any]]) -> None:
    """Several changes as one gesture: all of them, or none."""
    from desktop.models.cases import new_step

    step = new_step()
    for one in work:
        one(tx, step=step)


def check_guests(desk: Desk, meetup: int, wanted: list[int]) -> None:
    """Raises Failure where a number is of no guest of this meet-up."""
    from desktop.models.meetups import rows

    desk.read(rows.get_meetup, meetup)
    known = {guest.id for guest in desk.read(rows.guests_of, meetup)}
    for guest_id in wanted:
        if guest_id not in known:
            raise Failure("no-guest", name=guest_id)


def show_guests(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import rows

    desk.read(rows.get_meetup, args.meetup)
    found = desk.read(rows.guests_of, args.meetup)
    replies = desk.read(rows.replies_of, args.meetup)
    if out.as_json:
        for g in found:
            out.object({"guest": g.id, "name": g.name, "state": g.state, "ticket": g.ticket, "seat": g.seat,
                        "late": g.late, "told": g.told, "channel": g.channel_name})  # fmt: skip
        for r in replies:
            out.object({"reply": r.id, "name": r.author_name, "meaning": r.meaning, "post": r.post_id,
                        "guest": r.guest_id, "text": r.text})  # fmt: skip
        return OK
    table(
        [
            [str(g.id), out.word("state", g.state), g.ticket or "-", str(g.seat or "-"), g.name,
             g.channel_name or "-"]
            for g in found
        ]
    )  # fmt: skip
    if replies:
        out.line(out.t("확인할 답글", "replies to look at"))
        table([[str(r.id), out.word("meaning", r.meaning), r.author_name, r.text[:60]] for r in replies])
    return OK


def sign_up(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests, replies

    if args.reply is not None:
        desk.write(replies.take, args.reply)
    if args.leave is not None:
        desk.write(replies.leave, args.leave)
    check_guests(desk, args.meetup, [g for g in (args.guest, args.decline, args.remove) if g is not None])
    if args.remove is not None:
        desk.write(guests.remove_guest, args.remove)
    if args.decline is not None:
        desk.write(guests.decline, args.decline)
    if args.guest is not None or args.name:
        desk.write(guests.sign_up, args.meetup, guest_id=args.guest, name=args.name, contact=args.contact)
    elif all(one is None for one in (args.reply, args.leave, args.decline, args.remove)):
        raise Failure("workspace:guest-no-name")
    return show_guests(desk, args, out)


def attend(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests

    check_guests(desk, args.meetup, [*args.came, *args.absent, *args.clear])
    marks = [(guest, came) for came, ids in ((True, args.came), (False, args.absent), (None, args.clear))
             for guest in ids]  # fmt: skip
    desk.write(in_one, [partial(guests.attend, guest_id=guest, came=came) for guest, came in marks])
    return show_guests(desk, args, out)


def note(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests

    check_guests(desk, args.meetup, [args.guest])
    case_id = desk.write(guests.note_on_case, args.meetup, args.guest, args.text)
    return out.say({"case": case_id}, f"건 {case_id}에 메모를 남겼습니다", f"Noted on case {case_id}")
