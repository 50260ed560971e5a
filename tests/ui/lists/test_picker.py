"""The department picker: what it shows and what is typed into it. How it is reached: tests of the board."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.departments import DepartmentIndex, DepartmentRow, Suggestion
from desktop.ui.lists.picker import MOST_SHOWN, DepartmentPicker
from tests.ui.lists.desk import compose, press, until

INDEX = DepartmentIndex(
    [
        DepartmentRow("B12", "도시교통본부", duties=("교통",), kind="bureau"),
        DepartmentRow(
            "B12-01", "교통정책과", "도시교통본부", parent_code="B12", absent=True, deputy="B12-02"
        ),
        DepartmentRow(
            "B12-02", "버스정책과", "도시교통본부", ("정류소",), parent_code="B12", contact="02-120"
        ),
        DepartmentRow("B14-03", "도로조명과", "안전총괄실", ("가로등",), absent=True),
    ]
)


@pytest.fixture
def picker(qapp: QApplication) -> Iterator[DepartmentPicker]:
    window = QWidget()
    window.resize(800, 600)
    made = DepartmentPicker(window)
    window.show()
    yield made
    window.close()


def shown(picker: DepartmentPicker) -> list[str]:
    return [picker.list.item(row).text() for row in range(picker.list.count())]


def test_the_likely_ones_come_first_with_the_words_that_decided(picker: DepartmentPicker) -> None:
    picker.show_for(INDEX, None, QPoint(10, 10))
    assert [text.split()[0] for text in shown(picker)] == [
        "교통정책과",
        "도로조명과",
        "도시교통본부",
        "버스정책과",
    ]
    assert picker.list.currentRow() == -1
    picker.set_suggested(
        [
            Suggestion("B12-02", "버스정책과", ("정류소", "버스"), (("노선", 3), ("배차", 1))),
            Suggestion("B14-03", "도로조명과", (), (("골목", 2),)),
            Suggestion("gone", "없는과", ("x",)),
        ]
    )
    assert shown(picker)[:3] == [
        "버스정책과  (추천: 정류소, 버스 · 지난 이관: 노선 3, 배차 1)",
        "도로조명과  (추천: 지난 이관: 골목 2)  · 부재, 대직 없음",
        "교통정책과  · 도시교통본부  · 부재, 대직 버스정책과",
    ]
    assert len(shown(picker)) == 4 and picker.list.currentRow() == 0
    explained = picker.list.item(0).toolTip()
    assert explained == "도시교통본부 > 버스정책과\n정류소\n02-120"


@pytest.mark.parametrize(
    ("typed", "first", "count"),
    [
        ("ㄱㅌ", "교통정책과", 3),
        ("ㄷㄹㅈ", "도로조명과", 1),
        ("정류", "버스정책과", 1),
        ("안전총괄", "도로조명과", 1),
    ],
)
def test_initial_consonants_names_duties_and_parents_find(
    picker: DepartmentPicker, typed: str, first: str, count: int
) -> None:
    picker.show_for(INDEX, (), QPoint(10, 10))
    picker.line.setText(typed)
    assert (shown(picker)[0].split()[0], picker.list.count()) == (first, count)
    taken: list[tuple[str, str]] = []
    picker.picked.connect(lambda code, name: taken.append((code, name)))
    press(picker.line, Qt.Key.Key_Return, "\r")
    assert [name for _, name in taken] == [first]


async def test_each_state_of_a_syllable_finds_what_it_may_become(picker: DepartmentPicker) -> None:
    picker.show_for(INDEX, (), QPoint(10, 10))
    for state in ("ㄱ", "교", "굩"):
        compose(picker.line, state)
        await until(lambda: shown(picker)[0].startswith("교통정책과"), state)
    compose(picker.line, "괴")
    await until(lambda: picker.list.count() == 1)
    assert "찾는 부서가 없습니다" in shown(picker)[0]


def test_what_was_found_stays_when_the_suggestion_comes_late(picker: DepartmentPicker) -> None:
    picker.show_for(INDEX, None, QPoint(10, 10))
    picker.line.setText("도로")
    picker.set_suggested([Suggestion("B12-02", "버스정책과", ("버스",))])
    assert [text.split()[0] for text in shown(picker)] == ["도로조명과"]
    picker.line.clear()
    assert shown(picker)[0].startswith("버스정책과  (추천")


def test_five_thousand_departments_are_cut_to_what_anybody_reads(picker: DepartmentPicker) -> None:
    index = DepartmentIndex([DepartmentRow(f"C{n}", f"부서 {n}") for n in range(5000)])
    picker.show_for(index, (), QPoint(10, 10))
    assert picker.list.count() == MOST_SHOWN
    picker.line.setText("4999")
    assert shown(picker) == ["부서 4999"]


def test_before_departments_are_known_it_says_so_in_words(picker: DepartmentPicker) -> None:
    picker.show_for(None, (), QPoint(10, 10))
    assert "찾는 부서가 없습니다" in shown(picker)[0]
