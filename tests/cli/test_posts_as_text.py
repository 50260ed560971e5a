"""``posts`` for people: columns that stand below each other, and dates as they are written here."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.output import Failure, Output, fitted, width
from desktop.cli.post_commands import as_text, moment
from desktop.models.deadlines.calendar import KST


def shown(**more: object) -> str:
    post: dict[str, object] = {
        "id": 2183071334400001, "created_at": "2026-11-21T17:00:00.000Z", "channel": "시민의 소리",
        "author": "김", "text": "육교가 흔들려요",
        "deleted": None, "edited": None, "state": "published", "own": False,
    }  # fmt: skip
    return as_text({**post, **more}, Output())


def test_columns_stand_below_each_other_and_marks_say_what_happened() -> None:
    lines = [
        shown(),
        shown(
            id=-5,
            channel="아주아주 긴 이름의 누리집 게시판",
            author="Bartholomew 시민 연합회",
            deleted="2026-11-21",
        ),
        shown(author=None, edited="2026-11-21", state="held"),
    ]
    assert len({width(line.split("육교")[0].split("[")[0]) for line in lines}) == 1
    assert ["[삭제]" in line for line in lines] == [False, True, False]
    assert "[수정] [보류] 육교" in lines[2]


@given(st.text(), st.integers(1, 40))
def test_a_cell_is_as_wide_as_it_should_be(text: str, columns: int) -> None:
    assert width(fitted(text, columns)) == columns


@pytest.mark.parametrize("text", ["2026-11-22", "2026.11.22", "2026. 11. 22.", "2026/11/22", " 2026-11-22 "])
def test_a_date_is_midnight_in_seoul_however_it_is_written(text: str) -> None:
    assert moment(text) == datetime.datetime(2026, 11, 22, tzinfo=KST).timestamp() * 1000


def test_a_time_of_day_may_follow_and_nonsense_is_told() -> None:
    assert moment("2026.11.22 09:30") == datetime.datetime(2026, 11, 22, 9, 30, tzinfo=KST).timestamp() * 1000
    for text in ("2026.13.01", "어제", "2026.11", "1.2.3"):
        with pytest.raises(Failure):
            moment(text)
