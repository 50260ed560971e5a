"""``posts``: posts, newest first, as many as there are."""

from __future__ import annotations

import argparse
import datetime

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, plain

TEXT_LIMIT = 50
PREVIEW = 200


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import detail
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
        for post in detail.iterate_full(store, wanted, limit):
            if out.as_json:
                out.object(post)
            else:
                out.line(as_text(post))
    return OK


def as_text(post: dict[str, object]) -> str:
    text = plain(str(post["text"]))
    if len(text) > PREVIEW:
        text = text[: PREVIEW - 1] + "…"
    when = _local(str(post["created_at"] or ""))
    who = plain(str(post["author"] or ""))
    return f"{post['id']}  {when}  {plain(str(post['channel']))}  {who}: {text}"


def _local(iso: str) -> str:
    try:
        return datetime.datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return "-"


def moment(text: str) -> int:
    """A date or a time of day in local time (or with its own offset) as ms. Raises Failure."""
    try:
        found = datetime.datetime.fromisoformat(text.strip())
        return int(found.timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise Failure("bad-date") from None
