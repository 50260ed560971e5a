"""Dates, spans, numbers and particles as they stand on the screen."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.output import local_time
from desktop.services.messages import sentence
from desktop.ui import fmt


def at(year: int, month: int, day: int, hour: int = 12, minute: int = 0, second: int = 0) -> int:
    """Time in Seoul as milliseconds."""
    return round(dt.datetime(year, month, day, hour, minute, second, tzinfo=fmt.SEOUL).timestamp() * 1000)


NOW = at(2026, 11, 22, 15, 5)


def test_full_dates_have_no_leading_zeros() -> None:
    assert fmt.full(at(2026, 11, 22, 15, 5), lang="ko") == "2026. 11. 22.(일) 15:05"
    assert fmt.full(at(2026, 5, 7, 7, 35), lang="ko") == "2026. 5. 7.(목) 07:35"
    assert fmt.full(at(2026, 11, 22, 15, 5), lang="en") == "Sun 22 Nov 2026 15:05"


@pytest.mark.parametrize(
    ("ms", "korean", "english"),
    [
        (NOW - 5_000, "방금", "now"),
        (NOW + 30_000, "방금", "now"),
        (NOW - 3 * 60_000, "3분 전", "3 min ago"),
        (at(2026, 11, 22, 9, 20), "09:20", "09:20"),
        (at(2026, 11, 21, 22, 10), "어제 22:10", "yesterday 22:10"),
        (at(2026, 11, 20, 8), "11. 20.(금)", "Fri 20 Nov"),
        (at(2025, 12, 3), "2025. 12. 3.", "3 Dec 2025"),
    ],
)
def test_times_in_lists(ms: int, korean: str, english: str) -> None:
    assert fmt.short(ms, NOW, lang="ko") == korean
    assert fmt.short(ms, NOW, lang="en") == english


def test_times_are_those_of_the_city_wherever_the_pc_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert fmt.full(NOW, lang="ko") == "2026. 11. 22.(일) 15:05"
        assert fmt.short(at(2026, 11, 21, 22, 10), NOW, lang="ko") == "어제 22:10"
        assert sentence("limited", until_ms=NOW).count("11. 22. 15:05") == 1
        assert local_time(NOW) == "2026-11-22 15:05"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_future_day_shows_its_date() -> None:
    assert fmt.short(at(2026, 11, 25), NOW, lang="ko") == "11. 25.(수)"


@pytest.mark.parametrize(
    ("seconds", "korean", "english"),
    [(0, "0초", "0 s"), (45, "45초", "45 s"), (720, "12분", "12 min"), (7_500, "2시간 5분", "2 h 5 min")],
)
def test_spans(seconds: int, korean: str, english: str) -> None:
    assert fmt.span(seconds, lang="ko") == korean
    assert fmt.span(seconds, lang="en") == english


def test_ages_have_one_unit() -> None:
    assert fmt.age(NOW - 3 * 86_400_000 - 5_000_000, NOW, lang="ko") == "3일"
    assert fmt.age(NOW - 90 * 60_000, NOW, lang="ko") == "1시간"
    assert fmt.age(NOW - 10_000, NOW, lang="ko") == "1분 미만"


def test_numbers_and_sizes() -> None:
    assert fmt.count(1234, lang="ko") == "1,234건"
    assert fmt.count(1234, lang="en") == "1,234"
    assert (fmt.size(820_000), fmt.size(12_400_000), fmt.size(512)) == ("820 KB", "12.4 MB", "512 B")
    assert fmt.size(3_100_000_000) == "3.1 GB"


@pytest.mark.parametrize(
    ("word", "pair", "whole"),
    [
        ("도시교통실", "으로/로", "도시교통실로"),
        ("안전총괄본부", "으로/로", "안전총괄본부로"),
        ("대변인", "으로/로", "대변인으로"),
        ("단순 의견", "을/를", "단순 의견을"),
        ("정책 제안(3)", "을/를", "정책 제안(3)을"),
        ("2", "이/가", "2가"),
        ("RSS", "이/가", "RSS가"),
        ("email", "을/를", "email을"),
        ("", "을/를", "를"),
    ],
)
def test_particles(word: str, pair: str, whole: str) -> None:
    assert fmt.josa(word, pair) == whole


@given(st.integers(-(2**62), 2**62))
def test_no_time_is_too_strange_to_be_written(ms: int) -> None:
    assert fmt.full(ms, lang="ko")
    assert fmt.short(ms, NOW, lang="en")


@given(st.text(max_size=20))
def test_particles_never_fail(word: str) -> None:
    assert fmt.josa(word, "은/는")[: len(word)] == word


def test_a_time_inside_a_sentence_is_never_just_now() -> None:
    """ "방금에 다시 바꿨습니다" is no Korean."""
    assert fmt.moment(NOW - 5_000, NOW, lang="ko") == fmt.clock(NOW - 5_000)
    assert fmt.moment(at(2026, 11, 21, 22, 10), NOW, lang="ko") == "어제 22:10"
