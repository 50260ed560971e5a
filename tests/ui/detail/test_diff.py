"""Edits word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.detail import diff


@given(st.text(max_size=200), st.text(max_size=200))
def test_nothing_is_lost_or_invented(old: str, new: str) -> None:
    pieces = diff.compare(old, new)
    assert "".join(p.text for p in pieces if p.kind != "added") == old
    assert "".join(p.text for p in pieces if p.kind != "removed") == new


def test_only_the_changed_word_is_marked() -> None:
    pieces = diff.compare("가로등이 며칠째 꺼져 있습니다.", "가로등이 일주일째 꺼져 있습니다.")
    assert [(p.kind, p.text) for p in pieces] == [
        ("same", "가로등이 "),
        ("removed", "며칠째"),
        ("added", "일주일째"),
        ("same", " 꺼져 있습니다."),
    ]


def test_a_very_long_edit_is_shown_whole_instead_of_compared() -> None:
    old, new = "가 " * diff.LONGEST_COMPARED, "나 " * diff.LONGEST_COMPARED
    assert [p.kind for p in diff.compare(old, new)] == ["removed", "added"]
