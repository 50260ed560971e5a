"""Templates beside an answer and in the settings."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from connectors.base import LengthRule
from desktop.models import templates
from desktop.services import templates as shipped
from desktop.ui.detail.pane import DetailPane
from desktop.ui.templates.picker import TemplatePicker
from desktop.ui.templates.section import TemplateDialog, TemplateList
from tests.ui.conftest import nameless
from tests.ui.detail.desk import Desk, button, compose, press


def rows(desk: Desk) -> list[Any]:
    return desk.store.read(templates.list_templates, everything=True).result()


@pytest.fixture
async def pane(desk: Desk) -> DetailPane:
    desk.write(templates.add_template, "짧게", "{이름}을/를")
    desk.write(templates.add_template, "기한", "{이름} 님, {기한}까지 꼭 하겠습니다")
    made = desk.show(DetailPane(desk.bridge))
    made.activateWindow()
    made.show_post(desk.arrive("a", "버스가 늦어요"))
    await desk.quiet()
    return made


async def test_a_template_is_found_and_inserted_with_its_particle(desk: Desk, pane: DetailPane) -> None:
    press(pane.thread, Qt.Key.Key_T, "ㅅ")
    await desk.quiet()
    picker = pane.composer.templates.picker
    assert picker.isVisible() and picker.list.count() == 2
    assert [picker.list.item(n).text() for n in range(2)] == [
        "짧게  ·  4/20자", "기한  ·  1자 넘음: 줄이면 보낼 수 있습니다",
    ]  # fmt: skip
    assert picker.preview.toPlainText() == "홍길동을"
    press(picker.line, Qt.Key.Key_Return)
    await desk.quiet()
    assert not picker.isVisible()
    assert pane.composer.editor.toPlainText() == "홍길동을"
    assert pane.composer.editor.hasFocus()


async def test_the_first_open_place_is_chosen_to_be_typed_over(desk: Desk, pane: DetailPane) -> None:
    pane.composer.editor.setPlainText("😀 ")
    pane.composer.editor.moveCursor(pane.composer.editor.textCursor().MoveOperation.End)
    pane.composer.templates.open()
    await desk.quiet()
    picker = pane.composer.templates.picker
    compose(picker.line, "기")  # the syllable is still being put together
    await desk.until(lambda: picker.list.count() == 1)
    assert "{기한}" in picker.note.text()
    press(picker.line, Qt.Key.Key_Return)
    await desk.quiet()
    editor = pane.composer.editor
    assert editor.toPlainText() == "😀 홍길동 님, {기한}까지 꼭 하겠습니다"
    assert editor.textCursor().selectedText() == "{기한}"
    pane.composer.send()
    await desk.quiet()
    assert desk.one("SELECT count(*) FROM outbox") == 0  # an open place is never sent


async def test_esc_goes_back_to_the_answer(desk: Desk, pane: DetailPane) -> None:
    button(pane.composer, "서식").click()
    await desk.quiet()
    picker = pane.composer.templates.picker
    picker.line.setText("없는 말")
    assert "찾는 서식이 없습니다" in picker.note.text()
    press(picker.line, Qt.Key.Key_Escape)
    assert not picker.isVisible() and pane.composer.editor.hasFocus()
    assert pane.composer.editor.toPlainText() == ""


async def test_no_templates_say_where_to_make_some(desk: Desk) -> None:
    holder = desk.show(TemplateList(desk.bridge))
    picker = TemplatePicker(holder)
    picker.show_for([], {}, LengthRule(), "", holder.rect().bottomLeft())
    assert "설정의 서식" in picker.note.text()


async def test_the_page_of_the_settings(desk: Desk) -> None:
    desk.write(shipped.seed)
    page = desk.show(TemplateList(desk.bridge))
    await desk.quiet()
    assert nameless(page) == []
    count = page.list.count()
    assert count == len(rows(desk)) >= 10
    first, second = rows(desk)[:2]
    press(page.list, Qt.Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    await desk.quiet()
    assert [row.id for row in rows(desk)[:2]] == [second.id, first.id]
    assert page.chosen().id == first.id
    press(page.list, Qt.Key.Key_Delete)
    await desk.quiet()
    assert page.list.count() == count - 1
    desk.bridge.undo.undo()
    await desk.quiet()
    assert page.list.count() == count


async def test_a_place_that_nothing_fills_is_said_while_typing(desk: Desk) -> None:
    page = desk.show(TemplateList(desk.bridge))
    page.add()
    (dialog,) = page.window().findChildren(TemplateDialog)
    assert nameless(dialog) == []
    dialog.name.setText("담당")
    dialog.text.setPlainText("{담당자}이/가 답합니다")
    assert dialog.failure.text() == "채울 수 없는 자리입니다: {담당자}"
    assert not dialog.button.isEnabled()
    dialog.text.setPlainText("{부서}이/가 답합니다")
    assert dialog.failure.text() == "" and dialog.button.isEnabled()
    dialog.save()
    await desk.quiet()
    assert [row.name for row in rows(desk)] == ["담당"]
    assert desk.toasts[-1] == "“담당” 서식을 더했습니다"
    page.edit()
    dialog = [d for d in page.window().findChildren(TemplateDialog) if d.isVisible()][-1]
    dialog.name.setText("담당 부서")
    dialog.save()
    await desk.quiet()
    assert [row.name for row in rows(desk)] == ["담당 부서"]
