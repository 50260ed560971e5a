"""Sentences about a clock and its rule for the detail pane and the dialogs. Words only; no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models.deadlines.explain import Line, amount_words, certainty_tag
from desktop.ui import i18n
from desktop.ui.deadlines.words import Said, due_of_card, kind_words, late_words, left_words, moment

translate = QCoreApplication.translate


def own(pair: tuple[str, str] | Line) -> str:
    """The half of a text in both languages that the window speaks."""
    korean, english = (pair.ko, pair.en) if isinstance(pair, Line) else pair
    return korean if i18n.language() == "ko" else english


def length_words(rule: Any) -> str:
    """3근무시간, 5일, 기간 미정"""
    if rule.amount is None and rule.unit not in ("quarter", "none"):
        return translate("Deadlines", "기간 미정")
    return own(amount_words(rule.amount, rule.unit))


def rule_name(rule: Any) -> str:
    return str(rule.name_ko if i18n.language() == "ko" else rule.name_en)


def kind_word(kind: str) -> str:
    return kind_words().get(kind, "")


def tag_of(rule: Any) -> str:
    """How certain the rule is, in a few words; "" where it was found in its source."""
    return own(certainty_tag(rule.certainty))


def due_line(clock: Any, now_ms: int) -> Said:
    """기한 11. 24.(화) 15:05 · 3시간 남음 · 소통민원: how a clock stands, in one line."""
    kind = kind_word(clock.kind)
    if clock.state == "stopped":
        said = Said(_ended(clock), "danger" if clock.late_at(now_ms) else "", "check")
    elif clock.state == "paused":
        since = moment(clock.pauses[-1].from_ms, now_ms)
        text = translate("Deadlines", "기한 보류 · {since}부터 보완을 기다림").format(since=since)
        said = Said(text, "warning", "circle-pause")
    elif clock.due_ms is None:
        said = Said(translate("Deadlines", "기한 미정 · 기간을 정해 주세요"), "warning", "circle-help")
    else:
        late = clock.late_at(now_ms)
        rest = late_words(clock.due_ms, now_ms) if late else left_words(clock.due_ms, now_ms)
        card = due_of_card(clock.state, clock.due_ms, now_ms)
        text = translate("Deadlines", "기한 {moment} · {rest}")
        said = Said(
            text.format(moment=moment(clock.due_ms, now_ms), rest=rest),
            card.tone if card is not None else "",
            card.icon if card is not None else "clock",
        )
    extended = translate("Deadlines", "연장함") if clock.extension else ""
    return Said(" · ".join(part for part in (said.text, kind, extended) if part), said.tone, said.icon)


def _ended(clock: Any) -> str:
    if clock.due_ms is None:
        return translate("Deadlines", "처리를 마침")
    due = moment(clock.due_ms)
    if clock.late_at(0):
        late = late_words(clock.due_ms, clock.stopped_ms)
        return translate("Deadlines", "기한 {moment} · {late} 마침").format(moment=due, late=late)
    return translate("Deadlines", "기한 {moment} · 제때 마침").format(moment=due)


def option_words(option: Any, now_ms: int) -> str:
    """일반민원 · 5일 → 11. 30.(월) 10:00"""
    name = kind_word(option.kind)
    if option.kind == "formal":
        name = f"{name}: {rule_name(option.rule)}"
    due = translate("Deadlines", "기한 미정") if option.due_ms is None else moment(option.due_ms, now_ms)
    return f"{name} · {length_words(option.rule)} → {due}"


def reasons() -> list[str]:
    """Reasons for an extension that people often have."""
    return [
        translate("Deadlines", "현장을 더 확인해야 합니다"),
        translate("Deadlines", "관계 기관과 협의해야 합니다"),
        translate("Deadlines", "전문 기술의 조사가 필요합니다"),
        translate("Deadlines", "법령 해석을 확인해야 합니다"),
    ]


def no_reasons() -> list[str]:
    """What people would like to be reasons; ``allowed.UNLAWFUL_REASONS`` in words."""
    return [
        translate("Deadlines", "업무 과다"),
        translate("Deadlines", "늦은 배정"),
        translate("Deadlines", "담당자 부재"),
    ]


def all_lines(lines: Sequence[Line]) -> str:
    return "\n".join(own(line) for line in lines)
