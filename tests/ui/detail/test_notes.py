"""Internal notes: kept, shown, and without a way out."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

from desktop.models import notes as model
from desktop.ui.detail import composer, notes
from desktop.ui.detail.pane import DetailPane
from desktop.ui.widgets.editors import PreeditTextEdit
from tests.ui.detail.desk import Desk, compose

FORBIDDEN = ("connectors", "sender", "outbox", "composer", "channels", "signin", "collector", "answer_form")


def test_the_notes_module_cannot_reach_anything_that_sends() -> None:
    tree = ast.parse(Path(notes.__file__).read_text())
    names = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names] + [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.attr]
            if isinstance(node, ast.Attribute)
            else []
        )
    }
    reached = {name for name in names for word in FORBIDDEN if word in name.split(".")}
    assert not reached
    assert "services" not in names  # the way to the sender


def test_a_note_and_an_answer_are_different_types() -> None:
    assert issubclass(notes.NoteEditor, PreeditTextEdit)
    assert not hasattr(notes.NotesPanel, "send")
    assert "NoteEditor" not in inspect.getsource(composer)
    assert list(inspect.signature(model.add_note).parameters) == ["tx", "case_id", "text"]


async def test_a_note_is_kept_with_its_author_and_shown(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post)
    await desk.quiet()
    pane.tabs.setCurrentWidget(pane.notes)
    compose(pane.notes.editor, "함", commit="통화")
    pane.notes.button.click()
    await desk.quiet()
    assert desk.rows("SELECT case_id, author, text FROM note") == [(post, "김주무관", "통화함")]
    assert "통화함" in pane.notes.list.toPlainText() and "김주무관" in pane.notes.list.toPlainText()
    assert pane.notes.editor.toPlainText() == ""
    assert pane.tabs.tabText(pane.tabs.indexOf(pane.notes)) == "내부 메모 1"
    assert desk.rows("SELECT count(*) FROM outbox") == [(0,)]


async def test_markup_in_a_note_is_text(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    desk.write(model.add_note, post, "<img src=x> & <b>굵게</b>", actor="<i>나")
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post)
    await desk.quiet()
    assert "<img src=x> & <b>굵게</b>" in pane.notes.list.toPlainText()


async def test_a_begun_note_comes_back(desk: Desk) -> None:
    first, second = desk.arrive("a", "글"), desk.arrive("b", "둘", age_s=30)
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(first)
    await desk.quiet()
    pane.notes.editor.insertPlainText("반쯤 쓴 메모")
    pane.show_post(second)
    await desk.quiet()
    assert pane.notes.editor.toPlainText() == ""
    pane.show_post(first)
    await desk.quiet()
    assert pane.notes.editor.toPlainText() == "반쯤 쓴 메모"
