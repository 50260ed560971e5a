"""``cases clock``: until when a case is due, why, and changing that as the window does."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, plain


def run(args: argparse.Namespace, out: Output) -> int:
    """Change the clock if something is to be changed, then say how it stands."""
    import time

    from desktop.models import queries
    from desktop.models.deadlines import explain, looking
    from desktop.services import deadlines

    if (args.rule or args.length) and not args.kind:
        raise Failure("clock-kind-usage")
    if args.reason and args.extend is None:
        raise Failure("clock-extend-usage")
    with workspace.open_store(args) as store:
        found = store.read(queries.cards_by_id, [args.case]).result()
        if not found:
            raise Failure("no-case")
        deadlines.seed_where_none(store)
        step = _change(store, args)
        now = int(time.time() * 1000)
        look = store.read(looking.look, args.case, days=explain.iso_day_words).result()
    if out.as_json:
        out.object({"case": args.case, **_object(look, now, args.explain, out), "step": step})
        return OK
    if look is None:
        out.line(
            out.t(
                "이 건에는 기한이 없습니다. 먼저 분류해 주세요.",
                "This case has no due time. Please sort it first.",
            )
        )
        return OK
    if args.explain:
        for line in look.lines:
            out.line(plain(line.en if out.lang == "en" else line.ko))
        return OK
    out.line(plain(_line(look, now, out)))
    return OK


def _change(store: Any, args: argparse.Namespace) -> str:
    """Do what is asked; the step of it, for taking it back."""
    from desktop.models import cases
    from desktop.models.deadlines import clocks

    step = cases.new_step()
    more = {"actor": workspace.actor_of(args), "step": step}
    if args.kind:
        store.write(clocks.switch, args.case, args.kind, rule=args.rule, amount=args.length, **more).result()
    elif args.pause is not None:
        if not args.pause.strip():
            raise Failure("clock-pause-usage")
        store.write(clocks.pause, args.case, args.pause.strip(), **more).result()
    elif args.resume:
        store.write(clocks.resume, args.case, **more).result()
    elif args.extend is not None:
        store.write(clocks.extend, args.case, args.extend, args.reason, **more).result()
    else:
        return ""
    return step


def _object(look: Any, now: int, explain: bool, out: Output) -> dict[str, Any]:
    if look is None:
        return {"due_ms": None, "state": "", "kind": "", "rule": ""}
    from desktop.cli.due_command import iso
    from desktop.models.deadlines.calendar import moment_of

    clock, english = look.clock, out.lang == "en"
    value: dict[str, Any] = {
        "state": clock.state,
        "kind": clock.kind,
        "rule": clock.rule,
        "due_ms": clock.due_ms,
        "due": None if clock.due_ms is None else iso(moment_of(clock.due_ms)),
        "late": clock.late_at(now),
        "started": iso(moment_of(clock.started_ms)),
        "extension": clock.extension,
        "extension_reason": clock.extension_reason,
        "pauses": [
            {
                "from": iso(moment_of(span.from_ms)),
                "until": None if span.until_ms is None else iso(moment_of(span.until_ms)),
                "reason": span.reason,
            }
            for span in clock.pauses
        ],
        "certainty": look.rule.certainty,
        "notice": None if look.notice_ms is None else iso(moment_of(look.notice_ms)),
        "noticed": None if look.noticed_ms is None else iso(moment_of(look.noticed_ms)),
    }
    if explain:
        value["explain"] = [line.en if english else line.ko for line in look.lines]
    return value


def _line(look: Any, now: int, out: Output) -> str:
    """기한: 2026-11-24(화) 15:05 · 일반민원(상담·진정·질의) · 지남"""
    from desktop.models.deadlines.explain import certainty_tag, iso_day_words, moment_words

    clock, rule, english = look.clock, look.rule, out.lang == "en"
    if clock.state == "paused":
        when = out.t("보완을 기다리는 동안 기한이 멈춰 있습니다", "the clock stands still while it is paused")
    elif clock.due_ms is None:
        when = out.t(
            "기한 미정: 기간을 --kind, --length 로 정해 주세요", "no length yet: give --kind and --length"
        )
    else:
        when = out.t("기한: ", "due: ") + moment_words(clock.due_ms, iso_day_words)[english]
    parts = [when, rule.name_en if english else rule.name_ko]
    if clock.state == "stopped":
        parts.append(
            out.t("늦게 마침", "finished late")
            if clock.late_at(now)
            else out.t("제때 마침", "finished in time")
        )
    elif clock.late_at(now):
        parts.append(out.t("지남", "late"))
    if clock.extension:
        parts.append(out.t("연장함", "extended"))
    parts.append(certainty_tag(rule.certainty)[english])
    return " · ".join(part for part in parts if part)
