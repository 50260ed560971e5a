"""All keys of the screen in front, made from the same registry as the palette."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import keys
from desktop.ui.commands import Command, Commands
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


def grouped(commands: Sequence[Command]) -> list[tuple[str, list[Command]]]:
    """Commands under the headings of the key map (ui.md 7), in its order."""
    headings = {
        "list": translate("KeySheet", "목록"),
        "sort": translate("KeySheet", "분류"),
        "inbox": translate("KeySheet", "부서 접수"),
        "meeting": translate("KeySheet", "제안 회의"),
        "answer": translate("KeySheet", "답변"),
        "": translate("KeySheet", "모든 화면"),
    }
    return [(heading, found) for group, heading in headings.items() if (found := _of(group, commands))]


def _of(group: str, commands: Sequence[Command]) -> list[Command]:
    def group_of(command: Command) -> str:
        if command.group:
            return command.group
        before = command.id.split(".")[0]
        return {
            "list": "list",
            "post": "list",
            "track": "sort",
            "case": "sort",
            "card": "sort",
            "reply": "answer",
            "quick": "answer",
        }.get(before, "")

    return [c for c in commands if group_of(c) == group]


def scopes_in_front(window: MainWindow) -> list[str]:
    """Whose keys can be used from here: the page in front, and posts opened from it."""
    registry, front = window.bridge.commands, window.pages.currentWidget()
    screen = window.built_screens().get(window.current)
    if front is not window.detail and front is not screen:
        return registry.scopes_of(front)
    found = [*registry.scopes_of(front), window.current]
    if hasattr(screen, "selected"):  # a list of posts: each can be laid open
        if window.bridge.store is not None:
            window.detail.ensure()
        found += registry.scopes_of(window.detail)
    return list(dict.fromkeys(found))


def show(window: MainWindow) -> None:
    """F1: the keys of what is in front. The sheet that was open before goes."""
    old = window.findChild(KeySheet)
    if old is not None:
        old.close()
    place = window.rail.current()
    title = place.accessibleName() if place is not None else window.top.title.text()
    made = KeySheet(title, window.bridge.commands, scopes_in_front(window), window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.show()


class KeySheet(QDialog):
    """Not modal: it can stay open beside the work."""

    def __init__(self, title: str, registry: Commands, scopes: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("KeySheet", "단축키: {screen}").format(screen=title))
        self.resize(theme().px(900), theme().px(720))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.addWidget(label(self.windowTitle(), "section", self))
        if not registry.letters:
            off = translate(
                "KeySheet", "문자 단축키는 설정에서 꺼 두었습니다. 글자 하나인 키는 동작하지 않습니다."
            )
            outer.addWidget(label(off, "warning", self, wrap=True))
        page = QWidget()
        page.setProperty("kind", "scroll")
        column = QVBoxLayout(page)
        for heading, commands in grouped(registry.of_scopes(scopes)):
            column.addSpacing(12)
            column.addWidget(label(heading, "name", page))
            grid = QGridLayout()
            grid.setHorizontalSpacing(24)
            for at in (0, 2):  # the same in all groups, so that they stand in line
                grid.setColumnMinimumWidth(at, theme().px(150))
            grid.setColumnStretch(1, 1)
            grid.setColumnStretch(3, 1)
            with_key = [c for c in commands if registry.key(c)]
            for place, command in enumerate(with_key):
                row, at = divmod(place, 2)
                key = QHBoxLayout()
                key.addWidget(label(keys.shown(registry.key(command)), "key", page))
                key.addStretch(1)
                grid.addLayout(key, row, at * 2)
                grid.addWidget(label(command.text, "", page, wrap=True), row, at * 2 + 1)
            column.addLayout(grid)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setProperty("ring", True)
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setWidget(page)
        outer.addWidget(area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(translate("KeySheet", "단축키 닫기"), self, kind="primary")
        close.clicked.connect(self.close)
        row.addWidget(close)
        outer.addLayout(row)
