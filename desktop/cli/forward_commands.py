"""``cases forward``, ``cases forwardings`` and ``forwardings``: cases in the hands of departments."""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

from desktop.cli import workspace
from desktop.cli.department_commands import find_department
from desktop.cli.output import OK, WRONG, Failure, Output, local_time, plain, table


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.errors import Missing

    deeds = {
        "list": _list, "show": _show, "rulings": _rulings, "receive": _each, "begin": _each,
        "return": _deed, "support": _deed, "extend": _deed, "answer": _answer, "withdraw": _deed,
        "send-back": _send_back, "rule": _rule, "sheet": _sheet,
    }  # fmt: skip
    try:
        if args.action == "accept":
            return asyncio.run(_accept(args, out))
        return deeds[args.action](args, out)
    except Missing:
        named = {"rule": "no-case", "accept": "no-answer", "send-back": "no-answer"}
        raise Failure(named.get(args.action, "workspace:no-forwarding")) from None


# --- looking


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import forwarding, queries
    from desktop.models.forwarding import places

    with workspace.open_store(args) as store:
        codes = [find_department(store, text) for text in args.department] or store.read(places.used).result()
        states = tuple(args.state) or forwarding.OPEN_STATES
        rows = store.read(forwarding.inbox, codes, states=states, limit=args.limit).result()
        names = store.read(queries.department_names).result()
    if out.as_json:
        for row in rows:
            out.object(_row(row))
        return OK
    table(
        [
            [
                str(row.forwarding.id),
                names.get(row.forwarding.department, row.forwarding.department),
                out.word("part", row.forwarding.part),
                out.word("state", row.forwarding.state),
                local_time(row.forwarding.due_ms),
                str(row.case_id),
                plain(row.text)[:50],
            ]
            for row in rows
        ]
    )
    return OK


def _show(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import forwarding

    with workspace.open_store(args) as store:
        row = store.read(forwarding.get, args.id).result()
        answers = store.read(forwarding.answers_of, row.case_id).result()
        _print(store, [row], [found for found in answers if found.forwarding_id == row.id], out)
    return OK


def _sheet(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import unmasking
    from desktop.services.documents import handover
    from desktop.window import write_paper

    hidden = not args.unmasked
    with workspace.open_store(args) as store:
        facts = store.read(handover.read, args.id, hidden=hidden).result()
        if not hidden:
            actor = workspace.actor_of(args)
            store.write(unmasking.unmask_many, what="sheet", forwarding=args.id, actor=actor).result()
    write_paper(handover.sheet(facts, hidden=hidden), args.to)
    if out.as_json:
        out.object({"forwarding": args.id, "file": args.to})
    else:
        out.line(out.t(f"전달 문서를 저장했습니다: {plain(args.to)}", f"Handover sheet: {plain(args.to)}"))
    return OK


def of_case(args: argparse.Namespace, out: Output) -> int:
    """``cases forwardings``: who had a case, and what they wrote."""
    from desktop.models import forwarding, queries

    with workspace.open_store(args) as store:
        if not store.read(queries.cards_by_id, [args.case]).result():
            raise Failure("no-case")
        rows = store.read(forwarding.of_case, args.case).result()
        _print(store, rows, store.read(forwarding.answers_of, args.case).result(), out)
    return OK


def _print(store: Any, rows: Any, answers: Any, out: Output) -> None:
    from desktop.models import hiding, queries

    names = store.read(queries.department_names).result()
    for row in rows:
        own = [found for found in answers if found.forwarding_id == row.id]
        if out.as_json:
            out.object(_forwarding(row) | {"answers": [_of_answer(found) for found in own]})
            continue
        seen = local_time(row.seen_ms)
        out.line(
            f"{row.id}  {plain(names.get(row.department, row.department))}"
            f"  {out.word('part', row.part)}  {out.word('state', row.state)}"
            f"  {out.t('보냄', 'sent')} {local_time(row.sent_ms)}  {out.t('읽음', 'read')} {seen}"
            f"  {out.t('기한', 'due')} {local_time(row.due_ms)}"
        )
        for text in (row.note, row.reason):
            if text:
                out.line(f"    {plain(hiding.shown(text))}")
        for found in own:
            who = plain(found.written_by)
            kind = f"{out.word('stage', found.stage)}  {out.word('state', found.state)}"
            number = out.t(f"답변 {found.id}", f"answer {found.id}")
            out.line(f"  {number}  {kind}  {local_time(found.written_ms)}  {who}")
            out.line(f"    {plain(found.text)}")


def _row(row: Any) -> dict[str, Any]:
    return _forwarding(row.forwarding) | {
        "case": row.case_id,
        "channel": row.channel,
        "author": row.author,
        "first_answer": row.first,
        "final_answer": row.final,
        "text": row.text,
    }


def _forwarding(row: Any) -> dict[str, Any]:
    from desktop.models import hiding
    from desktop.models.detail import iso

    return {
        "id": row.id,
        "case": row.case_id,
        "department": row.department,
        "meant_for": row.meant_for,
        "part": row.part,
        "state": row.state,
        "hop": row.hop,
        "note": hiding.shown(row.note),
        "reason": hiding.shown(row.reason),
        "sent_at": iso(row.sent_ms),
        "sent_by": row.sent_by,
        "seen_at": iso(row.seen_ms),
        "received_at": iso(row.received_ms),
        "received_by": row.received_by,
        "ended_at": iso(row.ended_ms),
        "due_at": iso(row.due_ms),
    }


def _of_answer(found: Any) -> dict[str, Any]:
    from desktop.models.detail import iso

    return {
        "id": found.id,
        "stage": found.stage,
        "state": found.state,
        "text": found.text,
        "came_by": found.came_by,
        "written_at": iso(found.written_ms),
        "written_by": found.written_by,
        "comment": found.comment,
        "outbox": found.outbox_id,
    }


# --- doing


def forward(args: argparse.Namespace, out: Output) -> int:
    """``cases forward``, and ``cases sort --track forward --department``."""
    from desktop.models import forwarding, queries
    from desktop.models.errors import Missing
    from desktop.services import deadlines

    with workspace.open_store(args) as store:
        deadlines.seed_where_none(store)  # what is forwarded gets its due time, also where no window was yet
        lead = find_department(store, args.department)
        helpers = [find_department(store, text) for text in getattr(args, "support", ())]
        try:
            step = store.write(
                forwarding.send, args.case, lead, supporting=helpers, note=getattr(args, "note", ""),
                actor=workspace.actor_of(args),
            ).result()  # fmt: skip
        except Missing:
            raise Failure("no-case") from None
        except forwarding.TooManyHops as error:
            raise Failure("workspace:forward-too-many-hops", WRONG) from error
        states = store.read(forwarding.for_cards, args.case).result()
        names = store.read(queries.department_names).result()
    sent = [card.forwarding for card in states.values()]
    if out.as_json:
        to = {str(case_id): card.department for case_id, card in states.items()}
        out.object({"cases": args.case, "track": "forward", "department": lead, "sent_to": to,
                    "forwardings": sent, "step": step})  # fmt: skip
        return OK
    number, name, ids = len(args.case), plain(names.get(lead, lead)), ", ".join(map(str, sent))
    out.line(
        out.t(
            f"{number}건을 이관했습니다: {name} (이관 {ids})",
            f"{number} cases forwarded: {name} (forwarding {ids})",
        )
    )
    deputies = {card.department for card in states.values()} - {lead}
    for code in sorted(deputies):
        name = plain(names.get(code, code))
        out.line(out.t(f"  부재중이어서 대직으로 보냈습니다: {name}", f"  absent, so to its deputy: {name}"))
    return OK


def _each(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import forwarding
    from desktop.models.cases import new_step

    work = forwarding.receive if args.action == "receive" else forwarding.begin
    with workspace.open_store(args) as store:
        step = store.write(_all, work, args.id, new_step(), actor=workspace.actor_of(args)).result()
    return _did(out, {"forwardings": args.id, "step": step})


def _all(tx: Any, work: Any, ids: list[int], step: str) -> str:
    for number in ids:
        work(tx, number, step=step)
    return step


def _deed(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import forwarding
    from desktop.models.cases import new_step

    step = new_step()
    with workspace.open_store(args) as store:
        if args.action == "return":
            work, more = forwarding.give_back, [args.reason]
        elif args.action == "extend":
            work, more = forwarding.extend, [args.days, args.reason]
        elif args.action == "support":
            work, more = forwarding.add_support, [find_department(store, args.department), args.note]
        else:
            work, more = forwarding.withdraw, [args.reason]
        store.write(work, args.id, *more, step=step, actor=workspace.actor_of(args)).result()
    return _did(out, {"forwarding": args.id, "step": step})


def _answer(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import forwarding
    from desktop.models.cases import new_step

    step = new_step()
    with workspace.open_store(args) as store:
        number = store.write(
            forwarding.answer, args.id, args.text, "first" if args.first else "final", step=step,
            actor=workspace.actor_of(args),
        ).result()  # fmt: skip
    more = out.t(f"답변 {number}", f"answer {number}")
    return _did(out, {"forwarding": args.id, "answer": number, "step": step}, more)


async def _accept(args: argparse.Namespace, out: Output) -> int:
    from desktop.cli.outbox_commands import carry
    from desktop.services import forwarding
    from desktop.services.sendable import NotSendable

    async with workspace.open_all(args) as services:
        channel = workspace.find_channel(services.store, args.channel).id if args.channel else None
        try:
            done = await forwarding.accept(
                services.store, args.answer, user=services.user, text=args.text, channel_id=channel,
                undo_s=0.0, send=not args.no_send, promising=not args.no_promise,
            )  # fmt: skip
        except NotSendable as error:
            for found in error.findings:
                out.complain(f"{found.word}: {out.sentence(found.code, word=found.word, n=found.n)}")
            raise Failure(error) from error
        if done.approval_id is not None:
            number = done.approval_id
            text = out.t(f"승인을 요청했습니다 (승인 {number})", f"asked for approval (approval {number})")
            return _did(out, {"answer": args.answer, "approval": done.approval_id, "step": done.step}, text)
        if done.outbox_id is not None:
            return await carry(services, done.outbox_id, out)
        return _did(out, {"answer": args.answer, "step": done.step})


def _send_back(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import forwarding

    with workspace.open_store(args) as store:
        actor = workspace.actor_of(args)
        step = store.write(forwarding.send_back, args.answer, args.comment, actor=actor).result()
    return _did(out, {"answer": args.answer, "step": step})


def _rule(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import forwarding
    from desktop.models.cases import new_step

    step = new_step()
    with workspace.open_store(args) as store:
        code = find_department(store, args.department)
        number = store.write(
            forwarding.name_owner, args.case, code, args.reason, args.word, step,
            actor=workspace.actor_of(args),
        ).result()  # fmt: skip
    return _did(out, {"case": args.case, "ruling": number, "department": code, "step": step}, code)


def _rulings(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import forwarding
    from desktop.models.cases import new_step
    from desktop.models.detail import iso

    with workspace.open_store(args) as store:
        if args.retire is not None:
            actor = workspace.actor_of(args)
            store.write(forwarding.retire, args.retire, step=new_step(), actor=actor).result()
        rows = store.read(forwarding.rulings).result()
    if not out.as_json:
        table([[str(r.id), r.department, "; ".join(r.words) or "-", r.reason, r.made_by] for r in rows])
        return OK
    for row in rows:
        out.object(
            {
                "id": row.id,
                "department": row.department,
                "words": list(row.words),
                "reason": row.reason,
                "case": row.case_id,
                "made_at": iso(row.made_ms),
                "made_by": row.made_by,
            }
        )
    return OK


def _did(out: Output, values: dict[str, Any], more: str = "") -> int:
    if out.as_json:
        out.object(values)
    else:
        done = out.t("처리했습니다", "Done")
        out.line(f"{done}: {more}" if more else done)
    return OK
