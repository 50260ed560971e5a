"""English is complete: every text of the source has a finished translation with the same places."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.services.paths import resource
from desktop.ui import i18n

ROOT = Path(__file__).resolve().parents[3]
PLACE = re.compile(r"\{\w+\}")
HANGUL = re.compile(r"[가-힣]")


def source_texts() -> dict[tuple[str, str], str]:
    """(context, text) → file, of every call of translate with two literals."""
    found: dict[tuple[str, str], str] = {}
    for file in [*sorted((ROOT / "desktop" / "ui").rglob("*.py")), ROOT / "desktop" / "app.py"]:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {"translate"}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute):
                if node.value.attr == "translate" and isinstance(node.targets[0], ast.Name):
                    names.add(node.targets[0].id)
            if isinstance(node, ast.ImportFrom):
                names |= {a.asname or a.name for a in node.names if a.name == "translate"}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and len(node.args) >= 2:
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                literal = [a.value for a in node.args[:2] if isinstance(a, ast.Constant)]
                if called in names and len(literal) == 2 and all(isinstance(v, str) for v in literal):
                    found[str(literal[0]), str(literal[1])] = file.name
    return found


def translations() -> dict[tuple[str, str], ET.Element]:
    root = ET.parse(resource("translations/en.ts")).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_every_text_is_in_the_file() -> None:
    texts = source_texts()
    assert len(texts) > 400
    missing = [f"{context}: {text} ({file})" for (context, text), file in texts.items()]
    known = translations()
    missing = [line for line, key in zip(missing, texts, strict=True) if key not in known]
    assert missing == []


def test_nothing_is_unfinished_and_no_place_is_lost() -> None:
    for (context, text), message in translations().items():
        translation = message.find("translation")
        assert translation is not None and translation.get("type") != "unfinished", (context, text)
        english = translation.text or ""
        assert english.strip(), (context, text)
        assert Counter(PLACE.findall(english)) == Counter(PLACE.findall(text)), (context, text)
        assert not HANGUL.search(english), (context, english)


def test_sources_are_literals_without_f_strings() -> None:
    for file in (ROOT / "desktop" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                assert not any(isinstance(arg, ast.JoinedStr) for arg in node.args), (file, node.lineno)


def test_korean_needs_no_file_and_english_falls_back_without_one(
    qapp: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(i18n, "resource", lambda name: tmp_path / name)
    i18n.install("en")
    assert QCoreApplication.translate("Rail", "보드") == "보드"
    i18n.install("ko")
    assert i18n.language() == "ko"


def test_switching_there_and_back(qapp: object) -> None:
    if not resource("translations/en.qm").exists():
        pytest.skip("translations have not been compiled (make)")
    i18n.install("en")
    assert QCoreApplication.translate("Rail", "보드") == "Board"
    i18n.install("ko")
    assert QCoreApplication.translate("Rail", "보드") == "보드"
