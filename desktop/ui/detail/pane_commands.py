"""What can be done with the post in the detail pane; the keys are in ``desktop.ui.keys``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.ui.commands import Command
from desktop.ui.detail.answer_commands import answer_commands

translate = QCoreApplication.translate


def pane_commands(pane: Any) -> list[Command]:
    """``pane``: the ``DetailPane``."""

    def sortable() -> bool:
        return pane.row() is not None and pane.row().case_id is not None

    def shown() -> bool:
        return pane.row() is not None

    def sending() -> bool:
        # Ctrl+Enter beside a note must never send the answer that lies on another page.
        focus = QApplication.focusWidget()
        in_notes = focus is not None and pane.notes.isAncestorOf(focus)
        return pane.row() is not None and pane.composer.isVisible() and not in_notes

    def move(identity: str, text: str, track: str) -> Command:
        return Command(identity, text, lambda: pane.acts.move_to(track), group="sort", enabled=sortable)

    rows: list[tuple[str, str, Callable[[], object], str, Callable[[], bool]]] = [
        ("post.original", translate("Detail", "원문 보기"), pane.acts.open_original, "list", shown),
        ("post.copy_link", translate("Detail", "글 주소 복사"), pane.acts.copy_link, "list", shown),
        ("post.star", translate("Detail", "별표"), lambda: pane.act("star"), "list", sortable),
        (
            "post.read",
            translate("Detail", "읽지 않은 글로 두기"),
            lambda: pane.act("read"),
            "list",
            sortable,
        ),
        ("case.done", translate("Detail", "처리 완료"), lambda: pane.act("done"), "sort", sortable),
        ("post.note", translate("Detail", "내부 메모 쓰기"), pane.write_note, "list", sortable),
    ]
    return [
        move("track.forward", translate("Detail", "부서 이관으로 옮기기"), "forward"),
        move("track.idea", translate("Detail", "정책 아이디어로 옮기기"), "idea"),
        move("track.opinion", translate("Detail", "단순 의견으로 옮기기"), "opinion"),
        move("track.new", translate("Detail", "미분류로 되돌리기"), "new"),
        pane.unmasking.command(),
        *pane.strips.commands(),
        *(Command(i, text, run, group=group, enabled=enabled) for i, text, run, group, enabled in rows),
        *answer_commands(pane.composer, pane.compose, shown, sending),
    ]
