"""What an event changed is told in words that a person reads, in both languages."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from desktop.services import event_fields
from desktop.services.event_fields import FIELDS, SILENT, changes, told
from desktop.services.sample import make_sample


def test_a_due_time_is_told_in_words() -> None:
    clock = {"purpose": "answer", "kind": "general", "rule": "MSG-GENERAL", "due_ms": 1795424400000,
             "extension": 0, "pauses": [], "state": "running", "amount": None}  # fmt: skip
    started = {"clock": {"purpose": "answer", "was": None}}, {"clock": {"purpose": "answer", "was": clock}}
    assert (
        changes(*started) == "상태: 진행 중, 무엇의 기한: 답변, 처리 종류: 일반민원, 규칙: MSG-GENERAL, "
        "기한: 2026-11-23(월) 18:00"
    )
    formal = {**clock, "kind": "formal", "due_ms": None, "pauses": [{"from_ms": 1795424400000, "reason": ""}]}
    switched = (
        {"clock": {"purpose": "answer", "was": clock}},
        {
            "clock": {"purpose": "answer", "was": formal},
            "what": "switch",
        },
    )
    said = changes(*switched, "en", moment=lambda at_ms: f"<{at_ms}>")
    assert said == "kind: general matter → formal petition, due: <1795424400000> → –, pauses: <1795424400000>"


def test_codes_and_numbers_of_rows_are_not_shown() -> None:
    before = {"track": "new", "rank": 5, "case_id": 3}
    after = {"track": "forward", "rank": 9, "case_id": 4, "department": "N12-06", "unread": False}
    assert changes(before, after, "ko", {"N12-06": "버스정책과"}) == (
        "처리 구분: 미분류 → 부서 이관, 부서: 버스정책과"
    )
    assert changes(before, after, "en") == "track: unsorted → forward, department: N12-06"


def test_many_rows_alike_are_said_once() -> None:
    def rows(state: str) -> dict[str, Any]:
        return {"records": {f"guest:{n}": {"row": {"state": state, "id": n}} for n in range(3)}}

    assert changes(rows("signed-up"), rows("in")) == "상태: 신청 → 참석 ×3"


def test_personal_data_is_hidden_and_long_texts_are_cut() -> None:
    assert changes({}, {"text": "전화 010-1234-5678\n둘째"}) == "내용: 전화 010-****-**** 둘째"
    assert changes({}, {"people": [["박 010-1234-5678", True]]}) == "참석자: 박 010-****-****"
    assert len(changes({}, {"text": "가" * 1000})) == event_fields.LONGEST
    assert changes({"note": None}, {"note": 12}) == "" and changes({}, {}) == ""


def test_a_member_is_told_in_words() -> None:
    row = {"user": "박주무관", "role": "department", "department": "N12-06", "voices": [], "active": True}
    said = changes({"member": {"was": None}}, {"member": row}, "ko", {"N12-06": "버스정책과"})
    assert said == "부서: 버스정책과, 기록 이름: 박주무관, 역할: 부서 담당, 쓰임: 예"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    make_sample(path, now=1_795_424_400)
    return path


def test_every_field_of_a_week_has_its_words(sample: Path) -> None:
    nameless = set()
    with sqlite3.connect(sample) as db:
        for kind, before, after in db.execute("SELECT kind, before, after FROM event"):
            for name in _names(json.loads(before or "{}")) | _names(json.loads(after or "{}")):
                if told(name) and name not in FIELDS:
                    nameless.add((kind, name))
    db.close()
    assert not nameless
    assert not SILENT & FIELDS.keys()


def _names(value: dict[str, Any]) -> set[str]:
    """The fields in it that hold values, not further fields."""
    found = set()
    for name, inner in value.items():
        if isinstance(inner, dict):
            found |= _names(inner)
        elif inner is not None and not name.isdigit():
            found.add(name)
    return found
