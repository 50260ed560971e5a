"""How X counts: the checked values of x.md section 6 and what breaks simple counters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import LengthRule
from connectors.text import measure
from connectors.weighted import addresses, weighted_length

X = LengthRule(280, "weighted", 23)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("안녕하세요", 10),
        ("Jeonju 시청", 11),
        ("café", 4),
        ("cafe\u0301", 4),
        ("—", 1),
        ("…", 2),
        ("→", 2),
        ("₩", 2),
        ("\u1112\u1161\u11ab", 2),
        ("https://example.go.kr/a/b?c=1 확인", 28),
        ("example.go.kr에서 확인", 23 + 4 + 5),
        ("HTTPS://Example.GO.KR/a를 보세요", 23 + 2 + 1 + 6),
        ("https://서울시.한국에서", 23 + 4),
        ("(https://example.go.kr/a_(b)).", 1 + 23 + 2),
        ("메일 a@example.com", 5 + 13),
        ("그렇습니다.그리고", 10 + 1 + 6),
        ("v1.2.3", 6),
        ("#tag.com", 8),
        ("@name.com", 9),
        ("https://example.notatld/a", 25),
        ("👍", 2),
        ("👍🏽", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🇰🇷🇰🇷", 4),
        ("1️⃣", 2),
        ("❤️", 2),
        ("か\u3099", 2),
        ("が", 2),
    ],
)
def test_texts_weigh_what_x_says(text: str, count: int) -> None:
    assert weighted_length(text) == count
    assert measure(text, X) == count


def test_a_full_reply_of_hangul_has_140_syllables() -> None:
    assert X.over("가" * 140) == 0
    assert X.over("가" * 140 + "a") == 1
    assert X.over("가" * 128 + " https://example.go.kr/" + "a" * 500) == 0


def test_addresses_end_where_korean_words_begin() -> None:
    text = "시청은example.go.kr/notice?id=3에서, 그리고 https://city.example.com/a. 끝"
    assert [text[a:b] for a, b in addresses(text)] == [
        "example.go.kr/notice?id=3",
        "https://city.example.com/a",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "http://twitter-.com",
        "http://under_score.com",
        "http://-lead.example.com",
        "ftp://a",
        "a..com",
        "x" * 64 + ".com",
    ],
)
def test_what_is_no_host_is_no_address(text: str) -> None:
    assert addresses(text) == []


@given(
    st.text()
    | st.lists(st.sampled_from(["가", "a.kr", "http://", ".", "/", "👍", " ", "?a=1", "@"])).map("".join)
)
def test_any_text_has_a_length(text: str) -> None:
    assert weighted_length(text) >= 0
    places = [0, *(edge for pair in addresses(text) for edge in pair), len(text)]
    if text.isascii():
        assert places == sorted(places)


def test_many_dots_are_counted_quickly_enough_to_type() -> None:
    assert weighted_length("a." * 20_000) == 40_000
    assert weighted_length("http://" * 10_000) == 70_000
    assert weighted_length("http://a." + "가" * 300_000) == 600_009
