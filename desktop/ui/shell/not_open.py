"""Shown instead of a screen when the workspace cannot be opened: why, what is safe, what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.bridge import Bridge
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.files import FileDialog
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


class NotOpen(QWidget):
    """``again`` is called when the person wants another try."""

    def __init__(self, bridge: Bridge, why: str, url: str, again: Callable[[], object]) -> None:
        super().__init__()
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(12)
        column.addStretch(2)
        mark = QLabel(self)
        mark.setPixmap(icons.pixmap("triangle-alert", theme().tokens.danger.icon, theme().px(40)))
        title = label(translate("NotOpen", "업무공간을 열 수 없습니다"), "title", self)
        text = label(why, "", self, wrap=True)
        place = label(url, "meta", self, wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for shown in (mark, title, text, place):
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(shown)
        row = QHBoxLayout()
        row.addStretch(1)
        self.again = Button(translate("NotOpen", "다시 열기"), self, kind="primary", icon="rotate-cw")
        self.again.clicked.connect(lambda: again())
        other = Button(translate("NotOpen", "다른 업무공간 열기"), self, icon="folder")
        other.clicked.connect(self._choose)
        row.addWidget(self.again)
        row.addWidget(other)
        row.addStretch(1)
        column.addSpacing(12)
        column.addLayout(row)
        column.addStretch(3)
        self.setFocusProxy(self.again)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        status = getattr(self.window(), "status", None)
        if status is not None:
            status.lamp.set_state(translate("NotOpen", "업무공간이 열리지 않았습니다"), "danger")

    def _choose(self) -> None:
        from desktop.services.paths import workspace_url

        dialog = FileDialog(self, translate("NotOpen", "업무공간 고르기"))
        dialog.setNameFilter(translate("NotOpen", "업무공간 (*.db)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._bridge.workspace_wanted.emit(workspace_url(path)))
        dialog.open()
