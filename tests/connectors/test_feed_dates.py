"""Every form of date that Korean feeds write; the truth is 09:00 in Seoul on 20 November 2026."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.feed.dates import parse_date


def utc(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp() * 1000)  # type: ignore[misc]


NINE = utc(2026, 11, 20, 0, 0)
MIDNIGHT = utc(2026, 11, 19, 15, 0)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("Fri, 20 Nov 2026 09:00:00 +0900", NINE),
        ("20 Nov 2026 09:00:00 +0900", NINE),
        ("Fri, 20 Nov 2026 00:00:00 GMT", NINE),
        ("Fri, 20 Nov 2026 00:00:00 +0000", NINE),
        ("Thu, 19 Nov 2026 19:00:00 -0500", NINE),
        ("Thu, 19 Nov 2026 19:00:00 EST", NINE),
        ("Fri, 20 Nov 2026 09:00:00", NINE),
        ("Fri, 20 Nov 2026 09:00", NINE),
        ("Fri, 20 Nov 26 09:00:00 +0900", NINE),
        ("Fri, 20 November 2026 09:00:00 KST", NINE),
        ("Fri, 20 Nov 2026 09:00:00 KST", NINE),
        ("Fri, 20 Nov 2026 09:00:00 GMT+09:00", NINE),
        ("Fri, 20 Nov 2026 09:00:00 +0900 (KST)", NINE),
        ("Fri, 20 Nov 2026 09:00:00 Asia/Seoul", NINE),
        ("2026-11-20 09:00:00", NINE),
        ("2026-11-20 09:00:00.0", NINE),
        ("2026-11-20 09:00:00.123456", NINE),
        ("2026-11-20 09:00", NINE),
        ("2026-11-20T09:00:00+09:00", NINE),
        ("2026-11-20T09:00:00+0900", NINE),
        ("2026-11-20T00:00:00Z", NINE),
        ("2026-11-20T00:00Z", NINE),
        ("2026-11-20T00:00:00.000Z", NINE),
        ("2026/11/20 09:00:00", NINE),
        ("2026.11.20 09:00", NINE),
        ("2026-11-20 오전 9:00:00", NINE),
        ("2026.11.20", MIDNIGHT),
        ("2026. 11. 20.", MIDNIGHT),
        ("26.11.20", MIDNIGHT),
        ("2026-11-20", MIDNIGHT),
        ("20261120", MIDNIGHT),
        ("20261120090000", NINE),
        ("202611200900", NINE),
        ("20261120T090000", NINE),
        ("20261120T000000Z", NINE),
        ("Fri Nov 20 09:00:00 KST 2026", NINE),
        ("Fri Nov 20 00:00:00 UTC 2026", NINE),
        ("Fri Nov 20 09:00:00 2026", NINE),
        ("금, 20 11월 2026 09:00:00 +0900", NINE),
        ("금, 20 Nov 2026 09:00:00 +0900", NINE),
        ("2026년 11월 20일 (금) 오후 3:05", utc(2026, 11, 20, 6, 5)),
        ("2026년 11월 20일 금요일 오전 12:30", utc(2026, 11, 19, 15, 30)),
        ("2026년 11월 20일 15시 5분", utc(2026, 11, 20, 6, 5)),
        ("2026년 11월 20일 오후 3시", utc(2026, 11, 20, 6, 0)),
        ("2026년 11월 20일", MIDNIGHT),
        ("Nov 20, 2026 3:05 PM", utc(2026, 11, 20, 6, 5)),
        ("November 20, 2026", MIDNIGHT),
        ("2026-11-20 15시05분", utc(2026, 11, 20, 6, 5)),
        ("2026-11-20, 09:00:00", NINE),
        ("2026.11.20 / 09:00", NINE),
        ("2026 11 20 09:00", NINE),
        ("2026-11-20 09.00.00", NINE),
        ("2026년 11월 20일, 09:00", NINE),
        ("2026-Nov-20 09:00", NINE),
        ("Fri,20 Nov 2026 09:00:00 +0900", NINE),
        ("작성일 2026-11-20 09:00", NINE),
        ("등록일시: 2026.11.20 09:00", NINE),
        ("20/11/2026 09:00", NINE),
        ("11/20/2026 09:00 AM", NINE),
        ("2026-11-20 24:00:00", utc(2026, 11, 20, 15, 0)),
        ("2026-11-20 08:59:60", NINE - 1000),
        ("1795132800", NINE),
        ("1795132800000", NINE),
    ],
)
def test_every_form_is_read(text: str, ms: int) -> None:
    moment = parse_date(text)
    assert moment is not None
    assert moment.ms == ms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "오늘",
        "방금 전",
        "2026-13-01",
        "2026-02-30",
        "0000-00-00 00:00:00",
        "99:99",
        "2026-11-20 25:00",
        "20269999",
        "1 2 3",
        "03/04/2026 09:00",  # the third of April or the fourth of March
        "x" * 200,
        "٢٠٢٦",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_text_that_names_gmt_says_so() -> None:
    for text, says in (
        ("Fri, 20 Nov 2026 09:00:00 GMT", True),
        ("2026-11-20T09:00:00Z", True),
        ("2026-11-20", False),
    ):
        moment = parse_date(text)
        assert moment is not None
        assert moment.says_gmt is says


@given(
    st.text(alphabet="0123456789-./: TZ+금월일년오전후,()NovKSGM\u3000", max_size=100) | st.text(max_size=120)
)
def test_no_text_makes_it_fail(text: str) -> None:
    moment = parse_date(text)
    assert moment is None or isinstance(moment.ms, int)


def test_a_database_without_a_date_does_not_mean_the_year_2001() -> None:
    """``0001-01-01`` is what boards print where the column is empty; before 1970 counts as no date."""
    moment = parse_date("0001-01-01 00:00:00")
    assert moment is not None and moment.ms < 0
