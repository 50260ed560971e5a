"""An answer that is too long, cut in two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from connectors.base import LengthRule
from desktop.services.two_parts import MARKS, in_two, whole

RULE = LengthRule(30)


def test_it_is_cut_where_a_sentence_ends_and_as_evenly_as_can_be() -> None:
    text = "안녕하십니까. 가로등을 고칩니다. 내일 갑니다. 고맙습니다."
    assert in_two(text, RULE) == ("안녕하십니까. 가로등을 고칩니다. (1/2)", "내일 갑니다. 고맙습니다. (2/2)")


def test_the_handle_that_a_reply_begins_with_counts_in_both_parts() -> None:
    text = "가로등을 오늘 고칩니다. 고맙습니다 시민님."
    rule = LengthRule(24, names_author=True)
    assert in_two(text, rule) is not None
    assert in_two(text, rule, "@a_long_handle") is None


def test_one_long_sentence_is_not_cut() -> None:
    assert in_two("가" * 50, RULE) is None
    assert in_two("가나다. " * 30, RULE) is None


def test_cut_again_it_has_its_numbers_once() -> None:
    first, second = in_two("가로등을 고칩니다. 고맙습니다.", RULE) or ("", "")
    assert in_two(f"{first} {second}", RULE) == (first, second)


@given(st.lists(st.text("가나다 12", min_size=1, max_size=12), max_size=8), st.integers(5, 60))
def test_nothing_is_lost_and_both_parts_fit(sentences: list[str], limit: int) -> None:
    text = ". ".join(sentences)
    found = in_two(text, LengthRule(limit))
    if found is not None:
        assert all(LengthRule(limit).over(part) == 0 for part in found)
        assert all(part.endswith(mark) for part, mark in zip(found, MARKS, strict=True))
        assert "".join(whole(" ".join(found)).split()) == "".join(whole(text).split())
