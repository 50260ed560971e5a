"""``due``: until when something has to be done by a rule, and why."""

from __future__ import annotations

import argparse
import datetime
import re
from dataclasses import replace
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, plain, table
from desktop.services import paths


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines import days_off, rules
    from desktop.services import deadlines

    if args.workspace or paths.workspace_file(workspace.url_of(args)).exists():
        with workspace.open_store(args) as store:
            if args.list:
                found = store.read(rules.list_rules).result() or deadlines.shipped()
                return _list(found, out)
            rule = store.read(rules.get_rule, args.rule).result() if args.rule else None
            # A workspace that no window has opened yet has no rules of its own.
            return _answer(rule, store.read(days_off.calendar).result(), args, out)
    if args.list:
        return _list(deadlines.shipped(), out)
    return _answer(None, days_off.library_calendar(), args, out)


def _answer(rule: Any, calendar: Any, args: argparse.Namespace, out: Output) -> int:
    from desktop.models.deadlines.calendar import OutOfCalendar
    from desktop.models.deadlines.counting import due
    from desktop.models.deadlines.explain import explain, iso_day_words

    if not args.rule or not args.from_:
        raise Failure("due-usage")
    rule = _rule_of(rule, args)
    from_ms = moment(args.from_)
    pauses = [_pause(text) for text in args.pause]
    extension = _extension(rule, args.extend)
    try:
        found = due(rule.term, from_ms, calendar, pauses, extension)
        lines = explain(rule, from_ms, calendar, pauses, extension, iso_day_words) if args.explain else []
    except OutOfCalendar:
        raise Failure("due-years") from None
    texts = [plain(line.en if out.lang == "en" else line.ko) for line in lines]
    if out.as_json:
        out.object(_object(rule, from_ms, found, extension, out, texts if args.explain else None))
    elif args.explain:
        for text in texts:
            out.line(text)
    else:
        _print(rule, found, out)
    return OK


def _rule_of(rule: Any, args: argparse.Namespace) -> Any:
    from desktop.models.deadlines.rules import RuleRefused
    from desktop.services import deadlines

    if rule is None:
        rule = next((r for r in deadlines.shipped() if r.code.casefold() == args.rule.casefold()), None)
    if rule is None:
        raise Failure("no-rule", name=args.rule[:40])
    try:
        return rule.with_amount(args.length)
    except RuleRefused as refused:
        raise Failure("rule-no-length" if refused.code == "rule-without-length" else "bad-length") from None


def _extension(rule: Any, wanted: int | None) -> int:
    if wanted is None:
        return 0
    if rule.unit in ("none", "quarter") or rule.amount is None:
        raise Failure("rule-no-length")
    if wanted > rule.amount:
        raise Failure("workspace:clock-extension-length")
    return wanted


def _object(
    rule: Any, from_ms: int, found: Any, extension: int, out: Output, texts: list[str] | None
) -> dict[str, Any]:
    from desktop.models.deadlines.calendar import date_of, moment_of
    from desktop.models.deadlines.explain import certainty_words

    english = out.lang == "en"
    at = None if found.at_ms is None else moment_of(found.at_ms)
    value: dict[str, Any] = {
        "rule": rule.code,
        "name": rule.name_en if english else rule.name_ko,
        "from": iso(moment_of(from_ms)),
        "due": None if at is None else iso(at),
        "due_date": None if at is None else at.date().isoformat(),
        "due_ms": found.at_ms,
        "period_ends": None if found.counted_until is None else date_of(found.counted_until).isoformat(),
        "paused": found.paused,
        "amount": rule.amount,
        "unit": rule.unit,
        "counted_in": rule.term.counted_in,
        "extension": extension,
        "basis": rule.basis,
        "source": rule.source,
        "certainty": rule.certainty,
        "certainty_text": certainty_words(rule.certainty)[english],
        "note": rule.note_en if english else rule.note_ko,
    }
    return value if texts is None else {**value, "explain": texts}


def _print(rule: Any, found: Any, out: Output) -> None:
    from desktop.models.deadlines.explain import certainty_words, iso_day_words, moment_words

    name = out.t(rule.name_ko, rule.name_en)
    if found.at_ms is None:
        why = out.t("기한이 멈춰 있습니다", "the clock stands still") if found.paused else ""
        why = why or out.t("계산할 기한이 없습니다", "there is no due time to work out")
    else:
        why = moment_words(found.at_ms, iso_day_words)[out.lang == "en"]
    out.line(plain(f"{rule.code} {name}: {why}"))
    if found.at_ms is None and rule.note_ko:
        out.line(plain(out.t(rule.note_ko, rule.note_en)))
    if rule.amount is None and rule.unit not in ("none", "quarter"):
        out.line(out.t("기간을 --length 로 적으면 계산합니다", "Give a length with --length to work it out"))
    if rule.certainty not in ("sourced", "office"):
        out.line(plain(certainty_words(rule.certainty)[out.lang == "en"]))


def _list(found: Any, out: Output) -> int:
    from desktop.models.deadlines.explain import amount_words, certainty_words

    english = out.lang == "en"
    if out.as_json:
        for rule in found:
            out.object({name: getattr(rule, name) for name in rule.__slots__})
        return OK
    table(
        [
            [
                rule.code,
                rule.name_en if english else rule.name_ko,
                amount_words(rule.amount, rule.unit)[english],
                certainty_words(rule.certainty)[english],
            ]
            for rule in found
        ]
    )
    return OK


# --- times ------------------------------------------------------------------------------------------------


def moment(text: str) -> int:
    """A time in Seoul (or with its own offset) as ms; a date is its midnight. Raises Failure."""
    from desktop.models.deadlines.calendar import FIRST_YEAR, KST, LAST_YEAR, ms_of

    text = re.sub(r"^\s*(\d{4})[./]\s*(\d{1,2})[./]\s*(\d{1,2})\.?", _dashes, text)
    try:
        found = datetime.datetime.fromisoformat(text.strip())
        if found.tzinfo is None:
            found = found.replace(tzinfo=KST)
        year = found.astimezone(KST).year
    except (ValueError, OverflowError):
        raise Failure("bad-date") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Failure("due-years")
    return ms_of(found)


def _dashes(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}"


def _pause(text: str) -> Any:
    """``FROM/UNTIL``, or ``FROM/`` for one that goes on."""
    from desktop.models.deadlines.counting import Pause

    begins, sign, ends = text.partition("/")
    pause = Pause(moment(begins))
    if ends.strip():
        pause = replace(pause, until_ms=moment(ends))
    if not sign or (pause.until_ms is not None and pause.until_ms < pause.from_ms):
        raise Failure("bad-pause")
    return pause


def iso(at: datetime.datetime) -> str:
    return at.isoformat(timespec="milliseconds" if at.microsecond else "seconds")
