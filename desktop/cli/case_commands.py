"""``cases``: what the board does, for scripts."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, local_time, plain, table

TRACKS = ("new", "forward", "idea", "opinion")


def run(args: argparse.Namespace, out: Output) -> int:
    if args.action == "forwardings":
        from desktop.cli import forward_commands

        return forward_commands.of_case(args, out)
    if args.action == "clock":
        from desktop.cli import clock_commands

        return clock_commands.run(args, out)
    if args.action in ("group", "apart", "status", "star", "note"):
        from desktop.cli import case_acts

        return case_acts.run(args, out)
    return {"list": _list, "show": _show, "sort": _sort, "forward": _sort}[args.action](args, out)


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import detail, queries

    wanted = queries.Filter(due=args.due)
    names: dict[str, str] = {}
    with workspace.open_store(args) as store:
        cards = [
            card
            for track in args.track or TRACKS
            for card in store.read(queries.board_page, track, wanted, limit=args.limit).result()
        ]
        taken = store.read(detail.on_their_track, {card.case_id: card.track for card in cards}).result()
        if not out.as_json:
            names = store.read(queries.department_names).result()
    if out.as_json:
        for card in cards:
            out.object(_card(card) | taken.get(card.case_id, detail.OFF_TRACK))
        return OK
    rows = [
        [
            str(c.case_id),
            out.word("track", c.track),
            out.word("status", c.status),
            names.get(c.department, c.department),
            local_time(c.created_ms),
            c.author_name,
            f"{out.t('기한', 'due')} {local_time(c.due_ms)}" if c.due_ms is not None else "",
            _stand(taken.get(c.case_id, {}), out),
            c.text[:60],
        ]
        for c in cards
    ]
    table(rows)
    return OK


def _stand(taken: dict[str, Any], out: Output) -> str:
    """How a case stands with its department, or as an idea; "" for all others."""
    if handed := taken.get("forwarding"):
        korean, english = _HANDED[handed["state"]]
        hop = out.t(f" ({handed['hop']}번째 부서)", f" (department no. {handed['hop']})")
        return out.t(korean, english) + (hop if handed["hop"] > 1 else "")
    if idea := taken.get("idea"):
        from desktop.cli.idea_commands import STATES

        return out.t(*STATES[idea["state"]])
    return ""


_HANDED = {
    "sent": ("보냄", "sent"),
    "received": ("받음", "received"),
    "working": ("처리 중", "in progress"),
    "arrived": ("부서 답변 도착", "answer arrived"),
    "answered": ("답변함", "answered"),
    "returned": ("반려됨", "returned"),
    "withdrawn": ("회수함", "withdrawn"),
}


def _facts(card: Any, taken: dict[str, Any], out: Output) -> list[str]:
    """What ``cases show`` tells between the head of a case and its posts."""
    lines = []
    if card.due_ms is not None:
        clock = out.word("state", card.clock)
        lines.append(f"{out.t('기한', 'due')} {local_time(card.due_ms)}  {clock}")
    stand = taken.get("forwarding") or taken.get("idea") or {}
    if state := _stand(taken, out):
        number = f"{out.t('이관', 'forwarding')} {stand['id']}" if stand.get("id") else ""
        lines.append("  ".join(part for part in (number, state, stand["reason"]) if part))
    if stand.get("planned"):
        lines.append(f"{stand['owner']}  {stand['planned']}  {stand['progress']}%".strip())
    return lines


def _card(card: Any) -> dict[str, Any]:
    from desktop.models.detail import iso

    return {
        "case": card.case_id,
        "track": card.track,
        "status": card.status,
        "department": card.department,
        "posts": card.post_count,
        "post": card.id,
        "channel": card.channel_name,
        "author": card.author_name,
        "created_at": iso(card.created_ms),
        "due_at": None if card.due_ms is None else iso(card.due_ms),
        "clock": card.clock,
        "text": card.text,
    }


def _show(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import detail, hiding, notes, queries
    from desktop.models.errors import Missing

    with workspace.open_store(args) as store:
        names = store.read(queries.department_names).result()
        written = store.read(notes.list_notes, args.case).result()
        try:
            found = store.read(queries.cards_by_id, [args.case]).result()
            posts = store.read(detail.case_posts, args.case).result() if found else []
            taken = store.read(detail.on_their_track, {card.case_id: card.track for card in found}).result()
            texts = _revealed(store, args, [row.id for row in posts]) if args.unmasked and found else {}
        except Missing:
            found = []
    if not found:
        raise Failure("no-case")
    if out.as_json:
        stands = taken.get(args.case, detail.OFF_TRACK)
        whole = {
            **_card(found[0]),
            **stands,
            "all_posts": [_post(row) | texts.get(row.id, {}) for row in posts],
            "notes": [
                {
                    "id": note.id,
                    "author": note.author,
                    "written_at": detail.iso(note.written_ms),
                    "text": hiding.shown(note.text),
                }
                for note in written
            ],
        }
        out.object(whole | texts.get(found[0].id, {}))
        return OK
    card = found[0]
    track, status = out.word("track", card.track), out.word("status", card.status)
    department = plain(names.get(card.department, card.department))
    out.line(f"{card.case_id}  {track}  {status}  {department}".rstrip())
    for line in _facts(card, taken.get(card.case_id, {}), out):
        out.line(f"  {plain(line)}")
    for row in posts:
        out.line(
            f"  {row.id}  {local_time(row.created_ms)}  {plain(row.channel_name)}"
            f"  {plain(texts.get(row.id, {}).get('author', row.author_name))}"
        )
        out.line(f"    {plain(texts.get(row.id, {}).get('text', row.text))}")
    for note in written:
        head = f"{out.t('메모', 'note')}  {local_time(note.written_ms)}  {plain(note.author)}"
        out.line(f"  {head}: {plain(hiding.shown(note.text))}")
    return OK


def _revealed(store: Any, args: argparse.Namespace, post_ids: list[int]) -> dict[int, dict[str, str]]:
    """Authors and texts with nothing hidden; each look is noted down."""
    from desktop.models import unmasking

    actor = workspace.actor_of(args)
    found = [store.write(unmasking.unmask, post_id, actor=actor).result() for post_id in post_ids]
    return {one.post_id: {"author": one.author_name, "text": one.text} for one in found}


def _post(row: Any) -> dict[str, Any]:
    from desktop.models.detail import iso

    return {
        "id": row.id,
        "channel": row.channel_name,
        "author": row.author_name,
        "created_at": iso(row.created_ms),
        "own": row.own,
        "text": row.text,
        "url": row.url,
    }


def _sort(args: argparse.Namespace, out: Output) -> int:
    if args.action == "forward" or (args.track == "forward" and args.department):
        from desktop.cli import forward_commands

        return forward_commands.forward(args, out)
    from desktop.models import cases
    from desktop.models.errors import Missing
    from desktop.services import deadlines

    track = args.track
    with workspace.open_store(args) as store:
        deadlines.seed_where_none(store)  # what is sorted gets its due time, also where no window was yet
        try:
            step = store.write(cases.move, args.case, track, actor=workspace.actor_of(args)).result()
        except Missing:
            raise Failure("no-case") from None
    if out.as_json:
        out.object({"cases": args.case, "track": track, "department": "", "step": step})
    else:
        number, word = len(args.case), out.word("track", track)
        out.line(out.t(f"{number}건을 분류했습니다: {word}", f"{number} cases sorted: {word}"))
    return OK
