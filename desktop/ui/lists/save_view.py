"""Asks for a name and keeps the filter in force as a view of a screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.filters import Filter
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import SearchLine, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

LONGEST_NAME = 60


class SaveView(QFrame):
    """A small frame over the screen; Enter keeps, Esc leaves."""

    def __init__(self, bridge: Any, screen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._screen = screen
        self._wanted = Filter()
        self.setProperty("kind", "popup")
        self.setAccessibleName(translate("Views", "보기로 저장"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(label(translate("Views", "지금 조건을 보기로 저장"), "name", self))
        self.line = SearchLine(translate("Views", "보기 이름"), self)
        self.line.setMaxLength(LONGEST_NAME)
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.addStretch(1)
        leave = Button(translate("Views", "그만두기"), self, kind="quiet")
        leave.clicked.connect(self._leave)
        keep = Button(translate("Views", "보기 저장"), self, kind="primary")
        keep.clicked.connect(self._keep)
        row.addWidget(leave)
        row.addWidget(keep)
        column.addLayout(row)
        self.hide()

    def ask(self, wanted: Filter) -> None:
        self._wanted = wanted
        self.line.clear()
        width = theme().px(340)
        self.setGeometry(
            (self.parentWidget().width() - width) // 2, theme().px(64), width, self.sizeHint().height()
        )
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _keep(self) -> None:
        name = take_text(self.line).strip()
        if not name:
            self.line.setPlaceholderText(translate("Views", "보기 이름을 적어 주세요"))
            self.line.setFocus()
            return
        self._leave()
        self._bridge.spawn(self._save(name, self._wanted))

    async def _save(self, name: str, wanted: Filter) -> None:
        from desktop.models import views

        await self._bridge.write(views.save_view, name, self._screen, wanted)
        self._bridge.toast(translate("Views", "“{name}” 보기를 저장했습니다").format(name=name))

    def _leave(self) -> None:
        self.hide()
        self.parentWidget().setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self.line.preedit:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._keep()
                return True
        return False
