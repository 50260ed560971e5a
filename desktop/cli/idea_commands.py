"""``ideas``: what was proposed, what is like it, and what became of it."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, fitted, local_time, plain, table

STATES = {
    "pool": ("모음", "pool"), "agenda": ("안건", "agenda"), "adopted": ("채택", "adopted"),
    "held": ("보류", "held"), "rejected": ("불채택", "rejected"),
}  # fmt: skip


_TELLING = {
    "unwritten": ("아직 쓰지 않음", "not written"), "written": ("초안 있음", "draft written"),
    "waiting": ("보내는 중", "on its way"), "refused": ("보내지 못함", "not sent"), "told": ("알림", "told"),
}  # fmt: skip


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.errors import Missing

    work = {
        "list": _list, "show": _show, "edit": _edit, "twins": _twins, "merge": _merge, "progress": _progress,
        "tell": _tell, "told": _told, "reconsider": _reconsider,
    }[args.action]  # fmt: skip
    try:
        return work(args, out)
    except Missing as error:
        raise Failure("no-idea" if "idea" in str(error) or "case" in str(error) else error) from None


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import lists

    page = 200
    left, after, rows = args.limit, None, []
    with workspace.open_store(args) as store:
        while left > 0:
            found = store.read(
                lists.ideas_page, args.view, args.order, text=args.search, after=after, limit=min(page, left)
            ).result()
            rows += found
            left -= len(found)
            if len(found) < page:
                break
            after = found[-1].key
    if out.as_json:
        for row in rows:
            out.object(as_object(row))
    else:
        table([_cells(row, out) for row in rows])
    return OK


def _cells(row: Any, out: Output) -> list[str]:
    idea = row.idea
    progress = f"{idea.progress}% {idea.planned}".strip() if idea.state == "adopted" else ""
    return [
        str(row.case_id),
        out.t(*STATES[idea.state]),
        local_time(idea.filed_ms)[:10],
        str(row.support),
        progress,
        fitted(row.title, 60).rstrip(),
    ]


def as_object(row: Any) -> dict[str, Any]:
    """An idea as ``--json`` prints it; personal data hidden."""
    from desktop.models import hiding
    from desktop.models.detail import iso

    idea, meeting = row.idea, row.meeting
    return {
        "idea": row.case_id,
        "title": row.title,
        "state": idea.state,
        "filed_at": iso(idea.filed_ms),
        "author": row.author,
        "channel": row.channel,
        "support": row.support,
        "shares": row.shares,
        "posts": row.posts,
        "supporters": idea.supporters,
        "due_at": iso(row.due_ms),
        "review": hiding.shown(idea.review),
        "meeting": meeting.id if meeting else None,
        "decided_at": iso(idea.decided_ms),
        "reason": hiding.shown(idea.reason),
        "owner": idea.owner,
        "planned": idea.planned,
        "progress": idea.progress,
        "told_at": iso(idea.told_ms),
        "reconsider_until": iso(idea.reconsider_until_ms),
        "reconsidered": idea.reconsidered,
    }


def _show(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import hiding, queries
    from desktop.models.meetings import lists, rows, telling

    with workspace.open_store(args) as store:
        case_id = store.read(rows.need_idea, args.idea).result().case_id
        (row,) = store.read(lists.rows_by_id, [case_id]).result()
        told = store.read(telling.telling, case_id).result()
        names = store.read(queries.department_names).result()
    if out.as_json:
        out.object({**as_object(row), "telling": told.state, "posts_told": told.sent,
                    "next_post": told.post_id})  # fmt: skip
        return OK
    idea, owner = row.idea, names.get(row.idea.owner, row.idea.owner)
    out.line(plain(f"{row.case_id}  {out.t(*STATES[idea.state])}  {row.title}"))
    out.line(f"  {plain(row.author)}  {plain(row.channel)}  {local_time(idea.filed_ms)}")
    out.line(out.t(f"  공감 {row.support}", f"  support {row.support}"))
    if row.due_ms is not None and row.clock == "running":
        out.line(out.t("  결정 기한 ", "  decision due ") + local_time(row.due_ms))
    for korean, english, text in (
        ("검토 의견", "review", hiding.shown(idea.review)),
        ("사유", "reason", hiding.shown(idea.reason)),
        (
            "추진",
            "progress",
            f"{idea.progress}% {idea.planned} {owner}" if idea.state == "adopted" else "",
        ),
        ("알림", "telling", out.t(*_TELLING.get(told.state, ("", "")))),
    ):
        if text.strip():
            out.line(f"  {out.t(korean, english)}: {plain(text)}")
    return OK


def _write(args: argparse.Namespace, out: Output, work: Any, *values: Any, **named: Any) -> int:
    """Change one idea and print how it is now."""
    from desktop.models import cases
    from desktop.models.meetings import lists

    with workspace.open_store(args) as store:
        if owner := named.get("owner"):
            from desktop.cli.department_commands import find_department

            named["owner"] = find_department(store, owner)
        step = cases.new_step()
        idea = store.write(
            work, args.idea, *values, step=step, actor=workspace.actor_of(args), **named
        ).result()
        case_id = idea if isinstance(idea, int) else idea.case_id
        (row,) = store.read(lists.rows_by_id, [case_id]).result()
    if out.as_json:
        out.object({**as_object(row), "step": step})
    else:
        table([_cells(row, out)])
    return OK


def _edit(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import ideas

    return _write(args, out, ideas.edit, title=args.title, supporters=args.supporters, review=args.review)


def _progress(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import ideas

    return _write(
        args, out, ideas.set_progress, args.percent, args.note, planned=args.planned, owner=args.owner
    )


def _tell(args: argparse.Namespace, out: Output) -> int:
    """Drafts of what the proposers are told; ``reply POST --draft`` sends one."""
    from desktop.models.meetings import lists, rows, telling

    with workspace.open_store(args) as store:
        actor = workspace.actor_of(args)
        case_id = store.read(rows.need_idea, args.idea).result().case_id
        if not store.read(telling.telling, case_id).result().state:
            raise Failure("workspace:idea-undecided")
        store.write(telling.prepare, case_id, actor=actor).result()
        letters = store.read(telling.letters, case_id, actor).result()
        (row,) = store.read(lists.rows_by_id, [case_id]).result()
    if not letters and not out.as_json:
        out.line(out.t("모든 글에 답변했거나 보내는 중입니다.", "Every post is answered, or about to be."))
    for post, name, text in letters:
        if out.as_json:
            out.object({"idea": case_id, "state": row.idea.state, "post": post, "name": name, "text": text})
            continue
        out.line(f"{post}  {plain(name)}")
        for line in text.splitlines():
            out.line(f"    {plain(line)}")
    if letters and not out.as_json:
        out.line(out.t("보내기: seoul-smc reply 글번호 --draft", "To send: seoul-smc reply POST --draft"))
    return OK


def _told(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import ideas

    return _write(args, out, ideas.mark_told)


def _reconsider(args: argparse.Namespace, out: Output) -> int:
    from desktop.cli.due_command import moment
    from desktop.models.meetings import ideas

    asked_ms = moment(args.asked) if args.asked else None
    return _write(args, out, ideas.reconsider, args.note, asked_ms=asked_ms)


def _merge(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import ideas

    def merge(tx: Any, case_id: int, step: str) -> int:
        return ideas.merge(tx, [case_id, *args.others], step=step)

    return _write(args, out, merge)


def _twins(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.meetings import rows, twins

    with workspace.open_store(args) as store:
        case_id = store.read(rows.need_idea, args.idea).result().case_id
        found = store.read(twins.twins, case_id, args.limit).result()
    if out.as_json:
        for twin in found:
            out.object({**as_object(twin.row), "likeness": round(twin.likeness, 3), "first": twin.first})
        return OK
    first = out.t("먼저 낸 제안", "filed first")
    table([[f"{twin.likeness:.2f}", first if twin.first else "", *_cells(twin.row, out)] for twin in found])
    return OK
