"""What a filter says in words, and what it is without one of its conditions. No widgets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.models.filters import Filter
from desktop.ui import fmt
from desktop.ui.deadlines.words import filter_words
from desktop.ui.lists.facts import Facts
from desktop.ui.lists.rows import TRACKS, track_words

translate = QCoreApplication.translate


class Condition(NamedTuple):
    """One condition of a filter: how it reads, and the filter that is left when it is taken away."""

    text: str
    without: Filter
    icon: str = ""


def conditions(wanted: Filter, facts: Facts, networks: dict[str, str]) -> list[Condition]:
    """All conditions of a filter in the order of the menu; the searched text last."""
    found: list[Condition] = []
    words = track_words()
    for channel in sorted(wanted.channels):
        name = translate("Filter", "채널: {name}").format(name=facts.channel_name(channel))
        found.append(Condition(name, replace(wanted, channels=wanted.channels - {channel}), "radio"))
    for network in sorted(wanted.networks):
        name = translate("Filter", "매체: {name}").format(name=networks.get(network, network))
        found.append(Condition(name, replace(wanted, networks=wanted.networks - {network}), "globe"))
    if wanted.since_ms is not None or wanted.until_ms is not None:
        found.append(Condition(_period(wanted), replace(wanted, since_ms=None, until_ms=None), "calendar"))
    for track in TRACKS:
        if track in wanted.tracks:
            found.append(Condition(words[track], replace(wanted, tracks=wanted.tracks - {track}), "tag"))
    for code in sorted(wanted.departments):
        name = facts.names.get(code, code) or translate("Lists", "부서 미정")
        name = translate("Filter", "부서: {name}").format(name=name)
        found.append(Condition(name, replace(wanted, departments=wanted.departments - {code}), "users"))
    status_words = statuses()
    for status in sorted(wanted.status):
        text = status_words.get(status, status)
        found.append(Condition(text, replace(wanted, status=wanted.status - {status}), "check"))
    if wanted.due:
        text = translate("Filter", "기한: {due}").format(due=filter_words()[wanted.due])
        found.append(Condition(text, replace(wanted, due=""), "clock"))
    if wanted.author_id is not None:
        found.append(Condition(translate("Filter", "한 시민의 글"), replace(wanted, author_id=None), "user"))
    if wanted.unread is not None:
        text = translate("Filter", "안 읽음") if wanted.unread else translate("Filter", "읽음")
        found.append(Condition(text, replace(wanted, unread=None), "mail"))
    if wanted.starred is not None:
        text = translate("Filter", "별표") if wanted.starred else translate("Filter", "별표 없음")
        found.append(Condition(text, replace(wanted, starred=None), "star"))
    if wanted.deleted is not None:
        text = translate("Filter", "삭제된 글") if wanted.deleted else translate("Filter", "삭제되지 않은 글")
        found.append(Condition(text, replace(wanted, deleted=None), "trash-2"))
    if wanted.own:
        found.append(Condition(translate("Filter", "우리 글도"), replace(wanted, own=False), "megaphone"))
    if wanted.text:
        text = translate("Filter", "“{text}”").format(text=wanted.text)
        found.append(Condition(text, replace(wanted, text=""), "search"))
    return found


def statuses() -> dict[str, str]:
    return {
        "open": translate("Filter", "처리 전"),
        "answered": translate("Filter", "답변함"),
        "done": translate("Filter", "처리 완료"),
    }


def _period(wanted: Filter) -> str:
    since = "" if wanted.since_ms is None else fmt.date(wanted.since_ms, year=False)
    until = "" if wanted.until_ms is None else fmt.date(wanted.until_ms, year=False)
    if since and until:
        return since if since == until else f"{since} ~ {until}"
    if since:
        return translate("Filter", "{date}부터").format(date=since)
    return translate("Filter", "{date}까지").format(date=until)


def periods(now_ms: int | None = None) -> list[tuple[str, Callable[[Filter], Filter]]]:
    """The spans of time that the menu offers, counted from midnight in Seoul."""
    now = fmt.local(fmt.now_ms() if now_ms is None else now_ms)
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)

    def since(days: int) -> Callable[[Filter], Filter]:
        start = _ms(today - dt.timedelta(days=days))
        return lambda wanted: replace(wanted, since_ms=start, until_ms=None)

    night_start = _ms(today - dt.timedelta(hours=2))
    night_end = _ms(today + dt.timedelta(hours=9))
    return [
        (translate("Filter", "오늘"), since(0)),
        (
            translate("Filter", "밤사이 (22시~9시)"),
            lambda w: replace(w, since_ms=night_start, until_ms=night_end),
        ),
        (translate("Filter", "어제부터"), since(1)),
        (translate("Filter", "지난 7일"), since(6)),
        (translate("Filter", "지난 30일"), since(29)),
        (translate("Filter", "모든 날"), lambda wanted: replace(wanted, since_ms=None, until_ms=None)),
    ]


def _ms(moment: dt.datetime) -> int:
    return int(moment.timestamp() * 1000)
