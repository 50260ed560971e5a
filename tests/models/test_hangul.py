from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import hangul


def found(typed: str, text: str) -> bool:
    return hangul.pattern(hangul.typed(typed)).search(hangul.folded(text)) is not None


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ㄱㅌ", "교통정책과"),
        ("ㄱㅌㅈㅊ", "교통정책과"),
        ("교ㅌ", "교통정책과"),
        ("ㄱ통ㅈ", "교통정책과"),
        ("교 통", "교통정책과"),
        ("교통 정책", "교통정책과"),
        ("ㅂㅅ", "마을버스"),
        ("ㄳ", "감사위원회"),  # two keys, one letter of the input method
        ("ㅄ", "버스정책과"),
        ("ㄲ", "까치"),
        ("\u1100\u1110", "교통"),  # the letters that syllables are made of
        (unicodedata.normalize("NFD", "교통"), "교통"),
        ("120", "120다산콜"),
        ("tbs", "TBS 지도"),
        ("a.b", "A.B"),
    ],
)
def test_what_is_typed_stands_for_it(typed: str, text: str) -> None:
    assert found(typed, text)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["ㄱ", "교", "굩", "교토", "교통", "교통ㄱ", "교통고", "교통과"], "교통과"),
        (["ㄷ", "다", "달", "닭", "달구", "달굽", "달구벌"], "달구벌"),
        (["ㅁ", "무", "물", "묽", "물고", "물과", "물관"], "물관리과"),
        (["ㅇ", "우", "워", "월", "월ㄷ", "월드"], "월드컵"),
    ],
)
def test_no_key_on_the_way_loses_it(keys: list[str], text: str) -> None:
    assert [typed for typed in keys if not found(typed, text)] == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ㄱㅌ", "통계과"),
        ("교톤", "교통과"),
        ("통ㄱ", "통신과"),
        ("강", "가나"),
        ("a.b", "axb"),
        ("ㅏ", "가"),
    ],
)
def test_and_nothing_else(typed: str, text: str) -> None:
    assert not found(typed, text)


@given(st.text(alphabet="가각교통정책과버스도로달닭월워 ", min_size=1, max_size=12), st.data())
def test_any_part_is_found_by_its_initials_by_itself_and_mixed(text: str, data: st.DataObject) -> None:
    whole = hangul.folded(text)
    if not whole:
        return
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    mixed = "".join(
        hangul.INITIALS[(ord(char) - ord("가")) // 588] if data.draw(st.booleans()) else char
        for char in whole[start:end]
    )
    assert found(mixed, text)


@given(st.text(max_size=200))
def test_anything_may_be_typed(text: str) -> None:
    hangul.pattern(hangul.typed(text)).search("교통정책과")
