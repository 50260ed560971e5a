"""The department picker over 5,000 departments: what a key costs, from the typing to the painted list.

``python -m benchmarks.picking`` types into the picker off the screen and prints one JSON object; ``picker``
runs that in a process of its own. The floor looks for the same words in a bare list of names.
"""

from __future__ import annotations

import itertools
import json
import sys
import time

from benchmarks import children
from benchmarks.report import Row, percentile, under
from desktop.models.departments import DepartmentIndex, DepartmentRow

DEPARTMENTS = 5_000
ROUNDS = 15
TYPED = (
    ("ㄱ", "ㄱㅌ", "ㄱㅌㅈ", "ㄱㅌㅈㅊ"),
    ("교", "굩", "교토", "교통", "교통ㅅ", "교통시", "교통실"),
    ("ㅂ", "버", "벗", "버스", "버스 ", "버스 ㅈ", "버스 저", "버스 정"),
    ("가", "갈", "가로", "가롣", "가로드", "가로등", "가로등0"),
    ("d", "d4", "d49", "d499"),
)
"""As somebody types: each entry is what stands in the line after one more key."""

_PLACES = (
    "종로 중구 용산 성동 광진 동대문 중랑 성북 강북 도봉 노원 은평 서대문 마포 양천 강서 구로 금천 동작 관악"
).split()
_MATTERS = (
    "교통 버스 도로 공원 녹지 주택 건축 청소 환경 보건 복지 문화 세무 안전 하수 가로등 주차 민원".split()
)
_KINDS = ("정책과", "관리과", "시설팀", "운영팀", "지원과", "1팀", "2팀", "사업소")


def city(number: int) -> list[DepartmentRow]:
    """Offices with divisions and teams below them, with names as offices have them."""
    rows: list[DepartmentRow] = []
    names = itertools.cycle(itertools.product(_PLACES, _MATTERS, _KINDS))
    for place, (where, matter, kind) in zip(range(number), names, strict=False):
        above = rows[place // 12] if place else None
        rows.append(
            DepartmentRow(
                f"D{place:04}",
                f"{where}{matter}{kind}",
                above.name if above else "",
                tuple(f"{matter} {word}" for word in ("민원", "신고", "공사", "예산", f"{where} 현장")),
                above.code if above else "",
                contact=f"02-2133-{place:04}",
            )
        )
    return rows


def picker() -> list[Row]:
    with children.private_home() as (_, environment):
        found = children.run("benchmarks.picking", environment=environment)
    names = [row.name for row in city(DEPARTMENTS)]
    bare: list[float] = []
    for _ in range(ROUNDS):
        for text in itertools.chain(*TYPED):
            began = time.perf_counter()
            sorted(name for name in names if text in name)
            bare.append((time.perf_counter() - began) * 1000)
    note = (
        f"{found['keys']} keys, ㄱㅌㅈㅊ and 버스 정 among them; finding alone p95 {found['find']:.1f} ms,"
        f" p50 of all {found['p50']:.1f} ms; painted off the screen"
    )
    return [
        under(
            f"a key in the picker over {DEPARTMENTS:,} departments, p95 to the painted list",
            found["p95"],
            30,
            "ms",
            f"{percentile(bare, 0.95):.1f} ms for `in` over bare names",
            note,
        ),
        under("the same, longest", found["max"], 60, "ms"),
        under(f"reading {DEPARTMENTS:,} departments into the index, once", found["made"], 300, "ms"),
    ]


def measure() -> dict[str, float]:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.ui.lists.picker import MOST_SHOWN, DepartmentPicker
    from desktop.ui.theme.style import theme

    app = QApplication(sys.argv)
    theme().apply("light", 100, "normal")
    window = QWidget()
    window.resize(1280, 800)
    rows = city(DEPARTMENTS)
    began = time.perf_counter()
    index = DepartmentIndex(rows).prepare()
    made = (time.perf_counter() - began) * 1000
    chooser = DepartmentPicker(window)
    window.show()
    chooser.show_for(index, (), QPoint(50, 50))
    app.processEvents()
    took: list[float] = []
    finding: list[float] = []
    for _ in range(ROUNDS):
        for texts in TYPED:
            chooser.line.clear()
            app.processEvents()
            for text in texts:
                began = time.perf_counter()
                chooser.line.setText(text)
                chooser.list.viewport().repaint()
                app.processEvents()
                took.append((time.perf_counter() - began) * 1000)
                began = time.perf_counter()
                index.find(text, MOST_SHOWN)
                finding.append((time.perf_counter() - began) * 1000)
    return {
        "keys": len(took),
        "p50": percentile(took, 0.5),
        "p95": percentile(took, 0.95),
        "max": max(took),
        "find": percentile(finding, 0.95),
        "made": made,
    }


if __name__ == "__main__":
    print(json.dumps(measure()))
