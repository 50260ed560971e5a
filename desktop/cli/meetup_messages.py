"""``meetups invite``, ``notify`` and ``tell``: what goes out to citizens, and what was said another way."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from desktop.cli import meetup_guests, workspace
from desktop.cli.output import OK, SOME_FAILED, Failure, Output, plain, table
from desktop.cli.workspace import Desk

SENT_LIMIT_S = 90.0


def preview(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.services import meetups

    if getattr(args, "by_hand", None) and not args.preview:
        return (by_hand if args.action == "invite" else told_by_hand)(desk, args, out)
    work = {"invite": meetups.invitations, "notify": meetups.notices, "tell": meetups.answers}[args.action]
    return show_messages(desk.read(work, args.meetup), out)


def show_messages(messages: list[Any], out: Output) -> int:
    for m in messages:
        why = out.sentence(m.why, n=m.over) if m.why else ""
        if out.as_json:
            out.object({"id": m.target, "post": m.post_id, "name": m.name, "channel": m.channel_name,
                        "text": m.text, "used": m.used, "limit": m.limit, "state": m.done, "code": m.why,
                        "message": why})  # fmt: skip
            continue
        limit = "" if m.limit is None else f"/{m.limit}"
        state = out.word("state", m.done) or why
        out.line(plain(f"{m.target}  {m.channel_name}  {m.name}  {m.used}{limit}  {state}".rstrip()))
        for line in m.text.splitlines():
            out.line(f"    {plain(line)}")
    return OK


def told_by_hand(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import guests

    meetup_guests.check_guests(desk, args.meetup, args.by_hand)
    desk.write(meetup_guests.in_one, [partial(guests.mark_told, guest_id=one) for one in args.by_hand])
    return meetup_guests.show_guests(desk, args, out)


def by_hand(desk: Desk, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning, rows

    found = {row.post_id: row.id for row in desk.read(rows.posts_of, args.meetup)}
    for post_id in args.by_hand:
        if post_id not in found:
            raise Failure("no-invited-post", name=post_id)
    marks = [
        partial(planning.mark_invited, meetup_id=args.meetup, meetup_post_id=found[post_id])
        for post_id in args.by_hand
    ]
    desk.write(meetup_guests.in_one, marks)
    return show_posts(desk, args.meetup, out)


async def send(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetups import planning, rows
    from desktop.services import meetups

    work, look = {
        "invite": (meetups.send_invitations, meetups.invitations),
        "notify": (meetups.send_notices, meetups.notices),
        "tell": (meetups.send_answers, meetups.answers),
    }[args.action]
    async with workspace.open_all(args) as services:
        targets = None
        meetup = await workspace.read(services, rows.get_meetup, args.meetup)
        if args.action == "notify" and args.guest:
            targets = set(args.guest)
            known = {guest.id for guest in await workspace.read(services, rows.guests_of, args.meetup)}
            if strange := targets - known:
                raise Failure("no-guest", name=min(strange))
        elif args.action == "invite" and args.post:
            found = {
                row.post_id: row.id for row in await workspace.read(services, rows.posts_of, args.meetup)
            }
            if strange := set(args.post) - found.keys():
                raise Failure("no-invited-post", name=min(strange))
            targets = {found[post_id] for post_id in args.post}
        elif args.action == "tell":
            if args.text is not None:
                await workspace.write(services, planning.edit_meetup, args.meetup, answer=args.text)
            elif not meetup.answer:
                raise Failure("meetup-no-result")
        count = await workspace.write(services, work, args.meetup, targets, undo_s=0)
        if services.collector.take_role():
            await services.sender.finish_due(limit_s=SENT_LIMIT_S)
        left = [
            m
            for m in await workspace.read(services, look, args.meetup)
            if (m.why or m.done == "refused") and (targets is None or m.target in targets)
        ]
    if out.as_json:
        out.object({"sent": count, "left": [m.target for m in left]})
    else:
        out.line(out.t(f"{count}건을 보냈습니다", f"{count} sent"))
        show_messages(left, out)
    return SOME_FAILED if left else OK


def show_posts(desk: Desk, meetup: int, out: Output) -> int:
    """The posts of a meet-up, and how far the invitations of their authors are."""
    from desktop.models.meetups import rows

    desk.read(rows.get_meetup, meetup)
    found = desk.read(rows.posts_of, meetup)
    if out.as_json:
        for r in found:
            out.object({"post": r.post_id, "author": r.author_name, "channel": r.channel_name,
                        "invitation": r.sent, "text": r.text})  # fmt: skip
        return OK
    table(
        [
            [str(r.post_id), r.channel_name, r.author_name, out.word("state", r.sent) or "-", r.text[:60]]
            for r in found
        ]
    )
    return OK
