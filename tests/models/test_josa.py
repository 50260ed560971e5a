"""Particles by the sound that a word ends with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.josa import PAIRS, josa

AFTER = {
    # word: 이/가, 으로/로
    "김민수": ("가", "로"),
    "박시민": ("이", "으로"),
    "도시교통실": ("이", "로"),
    "안전총괄본부": ("가", "로"),
    "버스정책과": ("가", "로"),
    "이서연 님": ("이", "으로"),
    "시민청": ("이", "으로"),
    "정책 제안(3)": ("이", "으로"),
    "도시교통실(교통정책과)": ("이", "로"),
    "교통정책과 (도시교통실)": ("가", "로"),
    "「자전거 출퇴근」": ("이", "으로"),
    "“한강”": ("이", "으로"),
    "1": ("이", "로"),
    "2": ("가", "로"),
    "3": ("이", "으로"),
    "6": ("이", "으로"),
    "9": ("가", "로"),
    "10": ("이", "으로"),
    "1,247": ("이", "로"),
    "30%": ("가", "로"),
    "SNS": ("가", "로"),
    "TBN": ("이", "으로"),
    "URL": ("이", "로"),
    "X": ("가", "로"),
    "R": ("이", "로"),
    "email": ("이", "로"),
    "Google": ("이", "로"),
    "YouTube": ("가", "로"),
    "Facebook": ("이", "으로"),
    "Instagram": ("이", "으로"),
    "Mastodon": ("이", "으로"),
    "Twitter": ("가", "로"),
    "phone": ("이", "으로"),
    "서울!": ("이", "로"),
    "(비공개)": ("가", "로"),
}


@pytest.mark.parametrize(("word", "endings"), AFTER.items())
def test_the_particle_follows_the_sound(word: str, endings: tuple[str, str]) -> None:
    subject, way = endings
    assert josa(word, "이/가") == word + subject
    assert josa(word, "으로/로") == word + way
    closed = subject == "이"
    assert josa(word, "은/는") == word + ("은" if closed else "는")
    assert josa(word, "을/를") == word + ("을" if closed else "를")
    assert josa(word, "과/와") == word + ("과" if closed else "와")
    assert josa(word, "이에요/예요") == word + ("이에요" if closed else "예요")


@given(st.text(max_size=30), st.sampled_from(PAIRS))
def test_no_word_is_too_strange(word: str, pair: str) -> None:
    whole = josa(word, pair)
    assert whole.removeprefix(word) in pair.split("/")
