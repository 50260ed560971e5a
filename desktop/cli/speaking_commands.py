"""``preview``, ``approvals``, ``promises`` and ``accounts``; and what ``reply`` asks before it sends."""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import time
from typing import TYPE_CHECKING, Any

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, WRONG, Failure, Output, plain, table

if TYPE_CHECKING:
    from desktop.services.speaking import Review


def run(args: argparse.Namespace, out: Output) -> int:
    if args.command == "preview":
        return asyncio.run(_preview(args, out))
    if args.command == "approvals":
        return _approvals(args, out)
    if args.command == "promises":
        from desktop.cli import promise_commands

        return promise_commands.run(args, out)
    return _accounts(args, out)


# --- reply ------------------------------------------------------------------------------------------------


async def reply(args: argparse.Namespace, services: Any, out: Output) -> Any:
    """Put an answer into the outbox after everything that the window asks too. The outbox row, or None where
    it was asked to be approved. Raises Failure, NotSendable, WorkspaceError."""
    from connectors.base import Action
    from desktop.models.speaking import approvals
    from desktop.models.speaking.commitments import Proposed
    from desktop.models.speaking.gate import Writing

    if services.store.sample:
        raise Failure("sample")
    if not await workspace.read(services, _may_write, services.user):
        raise Failure("workspace:not-allowed")
    await _take_words(args, services)
    if not args.text.strip():
        raise Failure("empty-text")
    found = await _review(args, services)
    for finding in found.findings:
        out.complain(_finding(finding, found.text, out))
    stops = [finding for finding in found.findings if finding.severity == "stop"]
    if stops:
        raise Failure("check-stopped", n=len(stops))
    if args.voice and args.voice != found.voice:
        raise Failure("voice-other")
    if found.voice == "mayor" and args.voice != "mayor":
        raise Failure("voice-unsaid")
    if not args.force:
        await _same_thread(args, services, found, out)
    promises = [] if args.no_promise else [Proposed(one.text, one.due) for one in found.promises]
    if args.ask or found.standing == "ask":
        action = Action.PRIVATE_REPLY if args.private else Action.REPLY
        row, _ = await workspace.write(
            services, approvals.ask, args.post, found.channel_id, action, found.text,
            stage=args.stage, seen=None if args.force else found.seen, promises=promises,
        )  # fmt: skip
        _show_approval(row, out)
        return None
    sent = await services.sender.reply(
        args.post,
        found.channel_id,
        args.text,
        args.stage,
        undo_s=0,
        private=args.private,
        writing=Writing(None if args.force else found.seen, despite=args.force),
        promises=promises,
        again=args.again,
    )
    if args.draft:
        from desktop.models import drafts

        await workspace.write(services, drafts.drop_draft, args.post, "reply", services.user)
    return sent


async def _take_words(args: argparse.Namespace, services: Any) -> None:
    """Put what --draft or --template stands for into ``args.text``. Raises Failure."""
    from desktop.models import drafts, templates
    from desktop.models.errors import Missing

    if args.draft:
        kept = await workspace.read(services, drafts.load_draft, args.post, "reply", services.user)
        if kept is None:
            raise Failure("no-draft")
        args.text = kept.text
    elif args.template:
        from desktop.cli.template_commands import find_template
        from desktop.services import templates as shipped

        if not services.store.read_only:
            await workspace.write(services, shipped.seed)
        row = find_template(services.store, args.template)
        try:
            values = await workspace.read(services, templates.values_for, args.post, int(time.time() * 1000))
        except Missing:
            raise Failure("no-post") from None
        args.text = templates.fill(row.text, values)
        if left := templates.unfilled(args.text):
            raise Failure("template-unfilled", name=", ".join(place.name for place in left))


def _may_write(user: str) -> bool:
    from desktop.models import permissions

    return permissions.allowed(permissions.who_is(user).role, "reply.write")


async def _same_thread(args: argparse.Namespace, services: Any, found: Review, out: Output) -> None:
    """Stop where the thread is not what whoever writes has seen, or somebody else is at it."""
    from desktop.models.speaking import threads
    from desktop.models.speaking.leases import BeingWritten

    if found.writing is not None:
        raise Failure(BeingWritten(found.writing))
    if args.seen:
        try:
            changes = await workspace.read(services, threads.since_state, args.post, services.user, args.seen)
        except ValueError:
            raise Failure("bad-state", name=args.seen[:40]) from None
        if changes is not None:
            _say_changes(changes, out)
            raise Failure("stale-state")
    elif found.answered and not args.again:
        raise Failure("already-answered")


def _say_changes(changes: Any, out: Output) -> None:
    for ids, korean, english in (
        (changes.new, "새 글", "new posts"),
        (changes.edited, "고친 글", "edited posts"),
        (changes.deleted, "지워진 글", "deleted posts"),
        (changes.answers, "우리의 다른 답변", "other answers of ours"),
    ):
        if ids:
            out.complain(f"{out.t(korean, english)}: {', '.join(map(str, ids))}")


# --- preview ----------------------------------------------------------------------------------------------


async def _review(args: argparse.Namespace, services: Any) -> Review:
    from connectors.base import Action
    from desktop.services import speaking

    channel_id = workspace.find_channel(services.store, args.channel).id if args.channel else None
    action = Action.PRIVATE_REPLY if args.private else Action.REPLY
    found: Review = await workspace.read(
        services, speaking.review, args.post, channel_id, args.text, services.user,
        int(time.time() * 1000), action=action, stage=args.stage,
    )  # fmt: skip
    return found


async def _preview(args: argparse.Namespace, out: Output) -> int:
    from desktop.services.link_checks import LinkChecks
    from desktop.services.sendable import NotSendable

    async with workspace.open_all(args) as services:
        await _take_words(args, services)
        try:
            found = await _review(args, services)
        except NotSendable as error:
            raise Failure(error) from error
        findings = list(found.findings)
        if args.links:
            findings += await LinkChecks(services.http).dead(found.text)
    shown = found.preview
    stopped = any(finding.severity == "stop" for finding in findings)
    if out.as_json:
        out.object(_preview_object(found, findings, out))
        return SOME_FAILED if stopped else OK
    out.line(f"{out.t('상태', 'state')}: {found.state}")
    out.line(f"{out.t('명의', 'voice')}: {out.word('voice', found.voice)} ({_standing(found.standing, out)})")
    limit = "" if shown.limit is None else f"/{shown.limit}"
    out.line(f"{out.t('길이', 'length')}: {shown.used}{limit} {shown.unit}")
    for code, values in shown.notes:
        out.line(out.sentence(code, **values))
    for advice in shown.advice:
        out.line(out.sentence(advice))
    if shown.shown:
        out.line(f"--- {plain(shown.sender)} {plain(shown.handle)}".rstrip())
        for line in shown.shown.splitlines():
            out.line(plain(line))
        out.line("---")
    for finding in findings:
        out.line(_finding(finding, found.text, out))
    for promise in found.promises:
        due = promise.due or out.t("날짜 없음", "no date")
        out.line(f"{out.t('약속', 'promise')} ({due}): {plain(promise.text)}")
    if found.writing is not None:
        out.line(out.t(f"{found.writing.user} 작성 중", f"{found.writing.user} is writing"))
    return SOME_FAILED if stopped else OK


def _standing(standing: str, out: Output) -> str:
    return {
        "free": out.t("보낼 수 있음", "may send"),
        "ask": out.t("승인 필요", "needs approval"),
        "no": out.t("쓸 수 없는 명의", "not your voice"),
    }[standing]


def _finding(finding: Any, text: str, out: Output) -> str:
    line = text.count("\n", 0, finding.start) + 1
    column = finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1
    mark = out.t("멈춤", "stop") if finding.severity == "stop" else out.t("확인", "check")
    words = out.sentence(finding.code, word=finding.word, n=finding.n)
    return f"{line}:{column} {mark}: {words}"


def _preview_object(found: Review, findings: list[Any], out: Output) -> dict[str, Any]:
    shown = found.preview
    return {
        "state": found.state,
        "channel_id": found.channel_id,
        "voice": found.voice,
        "standing": found.standing,
        "shown": shown.shown,
        "lead": shown.lead,
        "length": shown.used,
        "limit": shown.limit,
        "unit": shown.unit,
        "private": shown.private,
        "notes": [out.sentence(code, **values) for code, values in shown.notes]
        + [out.sentence(advice) for advice in shown.advice],
        "findings": [
            {**dataclasses.asdict(one), "message": out.sentence(one.code, word=one.word, n=one.n)}
            for one in findings
        ],
        "promises": [
            {"text": one.text, "due": one.due, "start": one.start, "end": one.end} for one in found.promises
        ],
        "writing": found.writing.user if found.writing else "",
        "answered": found.answered,
    }


# --- approvals --------------------------------------------------------------------------------------------


def _approvals(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.speaking import approvals

    if args.action == "approve":
        return asyncio.run(_approve(args, out))
    with workspace.open_store(args) as store:
        actor = workspace.actor_of(args)
        if args.action == "rules":
            return _rules(args, store, actor, out)
        if args.action == "list":
            states = ("asked", "sent-back", "stale", "withdrawn", "spent") if args.all else ("asked",)
            last = 0
            while page := store.read(approvals.list_approvals, states, after=last).result():
                _list_approvals(page, out)
                last = page[-1].row.id
            return OK
        if args.action == "show":
            row = store.read(approvals.need_approval, args.id).result()
            if row.state == "asked":
                _say_changes(store.read(approvals.changes_since, row).result(), out)
        elif args.action == "send-back":
            row, _ = store.write(approvals.send_back, args.id, args.comment, actor=actor).result()
        elif args.action == "withdraw":
            row, _ = store.write(approvals.withdraw, args.id, actor=actor).result()
        else:
            row, _ = store.write(approvals.ask_again, args.id, actor=actor).result()
    _show_approval(row, out, whole=args.action == "show")
    return OK


async def _approve(args: argparse.Namespace, out: Output) -> int:
    from desktop.cli.outbox_commands import carry
    from desktop.models.speaking import approvals
    from desktop.services.sendable import NotSendable

    async with workspace.open_all(args) as services:
        row = await workspace.read(services, approvals.need_approval, args.id)
        try:
            decided = await services.sender.approve(row.id, row.digest, undo_s=0)
        except NotSendable as error:
            raise Failure(error) from error
        if decided.row.outbox_id is None:
            _say_changes(decided.changes, out)
            _show_approval(decided.row, out)
            return WRONG
        return await carry(services, decided.row.outbox_id, out)


def _list_approvals(page: list[Any], out: Output) -> None:
    if out.as_json:
        for one in page:
            out.object({**_approval_object(one.row), "changed": one.changes.count})
        return
    table(
        [
            [
                str(one.row.id), out.word("state", one.row.state), out.word("voice", one.row.voice),
                one.row.asked_by, str(one.row.post_id),
                plain(one.row.text)[:50],
                out.t(f"대화 바뀜 {one.changes.count}", f"thread changed {one.changes.count}")
                if one.changes
                else "",
            ]
            for one in page
        ]
    )  # fmt: skip


def _approval_object(row: Any) -> dict[str, Any]:
    from desktop.models.detail import iso

    kept = dataclasses.asdict(row)
    for name in ("seen", "promises"):
        kept.pop(name)
    return {**kept, "asked_at": iso(row.asked_ms), "decided_at": iso(row.decided_ms)}


def _show_approval(row: Any, out: Output, *, whole: bool = False) -> None:
    if out.as_json:
        out.object(_approval_object(row))
        return
    kind = f"{out.word('state', row.state)}  {out.word('voice', row.voice)}"
    out.line(f"{row.id}  {kind}  {plain(row.asked_by)}  {plain(row.comment)}".rstrip())
    if whole:
        for line in row.text.splitlines():
            out.line(plain(line))


def _rules(args: argparse.Namespace, store: Any, actor: str, out: Output) -> int:
    from desktop.models.permissions import who_is
    from desktop.models.speaking import voices

    if args.none or args.need is not None:
        store.write(voices.set_rules, frozenset(() if args.none else args.need), actor=actor).result()
    chosen = store.read(voices.rules).result()
    who = store.read(who_is, actor).result()
    in_force = sorted(voices.rules_in_force(who, chosen))
    if out.as_json:
        out.object({"need": in_force, "chosen": chosen is not None})
    else:
        out.line(" ".join(in_force) or out.t("승인이 필요한 명의가 없습니다.", "No voice needs approval."))
    return OK


# --- accounts ---------------------------------------------------------------------------------------------


def _accounts(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import accounts

    with workspace.open_store(args) as store:
        rows = store.read(accounts.list_accounts).result()
        if args.action == "voice":
            wanted = args.account.strip()
            same = [r for r in rows if wanted in (str(r.id), r.handle, r.handle.lstrip("@"), r.name)]
            if len(same) != 1:
                raise Failure("no-account", name=wanted[:100])
            from desktop.models.cases import new_step

            store.write(
                accounts.set_account_voice, same[0].id, args.voice, step=new_step(),
                actor=workspace.actor_of(args),
            ).result()  # fmt: skip
            rows = [store.read(accounts.get_account, same[0].id).result()]
    for row in rows if out.as_json else ():
        out.object(
            {"id": row.id, "network": row.network, "server": row.server, "handle": row.handle,
             "name": row.name, "state": row.state, "voice": row.voice}
        )  # fmt: skip
    if not out.as_json:
        table(
            [
                [str(r.id), r.network, r.handle or r.name, r.server, out.word("state", r.state),
                 out.word("voice", r.voice)]
                for r in rows
            ]
        )  # fmt: skip
    return OK
