"""Every kind of event that the program ever records has its words, in the window and beside it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Action
from desktop.models import events
from desktop.models.events import EventRow
from desktop.services.event_words import ABOUT, KINDS, about_word, kind_word
from desktop.ui.detail.history import what_happened
from desktop.ui.forwarding.history import FORWARD_KINDS
from desktop.ui.settings.prefs import Prefs

MODELS = Path(events.__file__).parent
_A_KIND = re.compile(r"[a-z]+(-[a-z]+)*\Z")
IN_VARIABLES = {"move", "order", "unmask", "log-export"}


def recorded_kinds() -> set[str]:
    """The kinds that are named where something is recorded, anywhere in the models."""
    found = {action.value for action in Action if not action.has_text} | {"reply", "edit"} | IN_VARIABLES
    for path in MODELS.rglob("*.py"):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found.update(_kinds_of(node, path.name))
            if path.parent.name == "forwarding" and isinstance(node, ast.Constant):
                if isinstance(node.value, str) and node.value in FORWARD_KINDS:
                    found.add(node.value)
    return found


def _kinds_of(node: ast.Call, file: str) -> Iterator[str]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in ("record", "record_many") or (name in ("_change", "_set") and file == "cases.py"):
        for given in node.args[:2]:
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                if _A_KIND.match(given.value):
                    yield given.value


def test_the_search_finds_kinds() -> None:
    assert {
        "star",
        "assign",
        "note",
        "member",
        "channel",
        "reply",
        "hide",
        "clock",
        "group",
    } <= recorded_kinds()


@pytest.mark.parametrize("kind", sorted(recorded_kinds()))
def test_every_kind_has_a_name_and_a_sentence(kind: str, prefs: Prefs) -> None:
    korean, english = KINDS[kind]
    assert korean and english and korean != kind
    assert kind_word(kind, "en") == english
    what = {"approval": {"what": "asked"}, "promise": {"what": "made"}}
    event = EventRow(1, 0, "김", kind, 0, None, {}, what.get(kind, {}), "", None)
    try:
        sentence = what_happened(event, {})
    except (KeyError, TypeError, AttributeError, IndexError):
        return  # it has a sentence, which needs what such an event holds
    assert sentence and sentence != kind


def test_taking_back_and_having_been_taken_back_are_said(prefs: Prefs) -> None:
    event = EventRow(2, 0, "김", "star", 5, None, {"starred": False}, {"starred": True}, "", 1)
    assert what_happened(event, {}) == "되돌림: 별표를 닮"
    event = EventRow(
        1, 0, "김", "star", 5, None, {"starred": False}, {"starred": True}, "", None, undone=True
    )
    assert what_happened(event, {}) == "별표를 닮 (되돌려짐)"


MEMBER = {"user": "김", "role": "triage", "name": "", "department": "", "voices": [], "active": True}


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (None, MEMBER, "구성원 김 추가 (분류 담당)"),
        (MEMBER, None, "구성원 김 뺌 (분류 담당)"),
        (MEMBER, {**MEMBER, "role": "viewer", "active": False}, "구성원 김 고침: 분류 담당 → 보기만, 쉼"),
        (MEMBER, {**MEMBER, "department": "D1"}, "구성원 김 고침: 도로과"),
    ],
)
def test_members_in_words(prefs: Prefs, before: Any, after: Any, sentence: str) -> None:
    states = [{"member": {"user": "김", "was": was}} for was in (before, after)]
    event = EventRow(1, 0, "최", "member", 0, None, states[0], states[1], "", None)
    assert what_happened(event, {"D1": "도로과"}) == sentence


@pytest.mark.parametrize(
    ("kind", "before", "after", "sentence"),
    [
        ("channel", {}, {"name": "트위터", "network": "x"}, "채널을 추가함: 트위터"),
        ("channel", {"name": "트위터"}, {"removed": True}, "채널을 뺌: 트위터"),
        (
            "channel", {"name": "가", "enabled": 1}, {"name": "가", "enabled": False}, "채널을 끔: 가",
        ),
        ("channel", {"name": "가"}, {"name": "나"}, "채널 설정을 고침: 나"),
        ("account", {"voice": "official"}, {"voice": "mayor"}, "계정 명의: 서울시 공식 → 시장"),
        ("departments", {}, {"rows": {"a": 1, "b": 2}}, "부서 2개를 고침"),
        ("unmask", {}, {"kinds": {"phone": 2}}, "가린 정보를 봄: 전화번호 2"),
        ("unmask", {}, {"what": "log"}, "가리지 않고 꺼냄: 처리 기록"),
        ("log-export", {}, {"lines": 12345, "file": "a.csv"}, "기록 12,345줄을 내보냄: a.csv"),
    ],
)  # fmt: skip
def test_the_house_in_words(prefs: Prefs, kind: str, before: Any, after: Any, sentence: str) -> None:
    assert what_happened(EventRow(1, 0, "최", kind, 0, None, before, after, "", None), {}) == sentence


def test_what_somebody_typed_is_hidden_in_sentences(prefs: Prefs) -> None:
    event = EventRow(
        1, 0, "최", "log-export", 0, None, {}, {"lines": 1, "file": "010-1234-5678.csv"}, "", None
    )
    assert "1234" not in what_happened(event, {})


def test_what_an_event_is_about() -> None:
    assert about_word("member:김") == "구성원: 김" and about_word("member", "en") == "members"
    assert about_word("else:1") == "else: 1"
    assert all(korean and english for korean, english in ABOUT.values())
