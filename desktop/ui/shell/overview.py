"""How things stand in one line: channels by health, last collection, outbox. It shows nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.services.pace import LINE_CODES
from desktop.ui import fmt

translate = QCoreApplication.translate

ASKED = frozenset({"ok", "slow", "damaged", "down"})
"""States of a channel that is asked again by itself soon; others wait for somebody, or for a limit."""


class Overview(NamedTuple):
    """Numbers of the status line. ``worst`` is the tone of the lamp."""

    total: int = 0
    good: int = 0
    sign_in: int = 0
    failing: int = 0
    limited: int = 0
    last_success_ms: int | None = None
    waiting: int = 0
    unknown: int = 0
    switched_off: int = 0
    refused: int = 0
    late: int = 0
    soon: int = 0
    no_line: bool = False
    """All channels fail as they do without internet: what a program that does not collect knows of it."""

    @property
    def tone(self) -> str:
        if self.sign_in or self.unknown or self.refused:
            return "warning"
        if self.failing:
            return "danger" if self.failing * 2 > self.total else "warning"
        return "good" if self.total else ""


def read_overview() -> Overview:
    """For a reader thread."""
    from desktop.models import channels, outbox, queries

    due = queries.due_counts()
    now = summed(channels.list_channels(counts=False), outbox.counts())
    return now._replace(late=due.late, soon=due.soon)


def summed(rows: Sequence[Any], counts: Mapping[str, int]) -> Overview:
    """Count channels that are switched on; a new channel that was never asked is neither good nor bad."""
    active = [row for row in rows if row.enabled]
    healths = [row.health for row in active]
    successes = [row.last_success_ms for row in active if row.last_success_ms is not None]
    return Overview(
        total=len(active),
        good=sum(health in ("ok", "slow", "partial", "damaged") for health in healths),
        sign_in=healths.count("auth"),
        failing=sum(health in ("down", "gone") for health in healths),
        limited=healths.count("limited"),
        switched_off=len(rows) - len(active),
        last_success_ms=max(successes, default=None),
        waiting=counts.get("waiting", 0) + counts.get("sending", 0),
        unknown=counts.get("unknown", 0),
        refused=counts.get("refused", 0),
        no_line=without_line(active),
    )


def without_line(active: Sequence[Any]) -> bool:
    """Whether the channels that are asked at all fail as they do where there is no internet. One channel
    alone says nothing about the line."""
    asked = [row for row in active if row.health in ASKED]
    return len(asked) > 1 and all(row.health == "down" and row.health_detail in LINE_CODES for row in asked)


def lamp_text(now: Overview) -> str:
    """● 36/37 채널 정상 · 1 인증 필요"""
    if not now.total and now.switched_off:
        text = translate("StatusBar", "채널 {count}개가 모두 꺼져 있습니다")
        return text.format(count=fmt.number(now.switched_off))
    if not now.total:
        return translate("StatusBar", "아직 채널이 없습니다")
    parts = [translate("StatusBar", "{good}/{total} 채널 정상").format(good=now.good, total=now.total)]
    for count, text in (
        (now.sign_in, translate("StatusBar", "{count} 인증 필요")),
        (now.limited, translate("StatusBar", "{count} 제한됨")),
        (now.failing, translate("StatusBar", "{count} 연결 안 됨")),
    ):
        if count:
            parts.append(text.format(count=fmt.number(count)))
    return " · ".join(parts)


def collected_text(now: Overview) -> str:
    if now.last_success_ms is None:
        return ""
    return translate("StatusBar", "마지막 수집 {time}").format(time=fmt.short(now.last_success_ms))


def due_text(now: Overview) -> str:
    """기한 지남 7 · 2시간 안 3; empty where nothing is late or urgent."""
    parts = []
    for count, text in (
        (now.late, translate("StatusBar", "기한 지남 {count}")),
        (now.soon, translate("StatusBar", "2시간 안 {count}")),
    ):
        if count:
            parts.append(text.format(count=fmt.number(count)))
    return " · ".join(parts)


def outbox_text(now: Overview) -> str:
    """Empty where nothing waits and nothing went wrong."""
    parts = []
    for count, text in (
        (now.waiting, translate("StatusBar", "보낼 답변 {count}")),
        (now.unknown, translate("StatusBar", "결과 확인 중 {count}")),
        (now.refused, translate("StatusBar", "보내지 못함 {count}")),
    ):
        if count:
            parts.append(text.format(count=fmt.number(count)))
    return " · ".join(parts)
