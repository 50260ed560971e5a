"""``posts``: posts, newest first, as many as there are."""

from __future__ import annotations

import argparse
import datetime
import re

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, fitted, plain
from desktop.models.deadlines.calendar import KST

TEXT_LIMIT = 50
PREVIEW = 200


def run(args: argparse.Namespace, out: Output) -> int:
    if args.action == "add":
        from desktop.cli import case_acts

        return case_acts.run(args, out)
    from desktop.models import detail, unmasking
    from desktop.models.filters import Filter

    since_ms = moment(args.since) if args.since else None
    limit = args.limit if args.limit is not None else None if out.as_json else TEXT_LIMIT
    with workspace.open_store(args) as store:
        chosen = frozenset(workspace.find_channel(store, text).id for text in args.channel)
        wanted = Filter(
            channels=chosen,
            tracks=frozenset(args.track),
            text=args.search,
            since_ms=since_ms,
            own=args.own,
        )
        if args.unmasked:
            store.write(
                unmasking.unmask_many,
                "posts",
                filter=wanted.to_json(),
                limit=limit,
                actor=workspace.actor_of(args),
            ).result()
        for post in detail.iterate_full(store, wanted, limit, unmasked=args.unmasked):
            if out.as_json:
                out.object(post)
            else:
                out.line(as_text(post, out))
    return OK


def as_text(post: dict[str, object], out: Output) -> str:
    """One post a line, in columns that stand below each other though nobody knows the next post yet."""
    marks = [
        out.t(korean, english)
        for wanted, korean, english in (
            (post["deleted"], "[삭제] ", "[deleted] "),
            (post["edited"], "[수정] ", "[edited] "),
            (post["state"] == "held", "[보류] ", "[held] "),
            (post["own"], "[우리] ", "[ours] "),
        )
        if wanted
    ]
    text = "".join(marks) + plain(str(post["text"]))
    if len(text) > PREVIEW:
        text = text[: PREVIEW - 1] + "…"
    when = _local(str(post["created_at"] or ""))
    cells = (
        f"{post['id']:>16}",
        when.ljust(16),
        fitted(str(post["channel"]), 18),
        fitted(str(post["author"] or "-"), 12),
    )
    return "  ".join((*cells, text))


def _local(iso: str) -> str:
    try:
        return datetime.datetime.fromisoformat(iso).astimezone(KST).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return "-"


def moment(text: str) -> int:
    """A date or a time of day in Seoul (or with its own offset) as ms; dates also as Koreans write them
    (2026.11.22). Raises Failure."""
    text = re.sub(r"^\s*(\d{4})[./]\s*(\d\d)[./]\s*(\d\d)\.?", r"\1-\2-\3", text)
    try:
        found = datetime.datetime.fromisoformat(text.strip())
        return int((found if found.tzinfo else found.replace(tzinfo=KST)).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise Failure("bad-date") from None
