"""The department picker: opens at a card that was moved to 부서 이관, does not stop anything else.

It lies over the screen as an ordinary child widget: a window of its own would take the input method with it.
Enter takes the chosen department (the suggested one is chosen already), Esc leaves "부서 미정".
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.lists.facts import Department
from desktop.ui.theme.style import theme
from desktop.ui.widgets.editors import SearchLine
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

MOST_SHOWN = 200


class DepartmentPicker(QFrame):
    """A search line over a list of departments."""

    picked = Signal(str, str)  # (code, name)
    left = Signal()  # closed without a choice

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "popup")
        self.setObjectName("department-picker")
        self.setAccessibleName(translate("Picker", "담당 부서 고르기"))
        self._departments: list[Department] = []
        self._suggested = ""
        self._reason = ""
        self._waiting = False  # the suggestion is not known yet
        self._take_when_known = False  # Enter came before the suggestion
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        self._title = label(translate("Picker", "담당 부서 고르기"), "name", self)
        column.addWidget(self._title)
        self.line = SearchLine(translate("Picker", "부서 찾기"), self)
        self.line.WAIT_MS = 0
        self.line.textChanged.connect(lambda: self._fill())
        self.line.searched.connect(lambda _text: self._fill())
        column.addWidget(self.line)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Picker", "부서"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.list, 1)
        self._hint = label(translate("Picker", "Enter 고르기 · Esc 부서 미정으로 두기"), "meta", self)
        column.addWidget(self._hint)
        self.line.installEventFilter(self)
        self.hide()

    def show_for(
        self, departments: Sequence[Department], suggested: str | None, at: QPoint, *, title: str = ""
    ) -> None:
        """Open with its upper left corner near ``at`` (in the parent's coordinates), inside the parent.

        ``suggested`` None: ``set_suggested`` will follow; an Enter until then waits for it.
        """
        self._departments = list(departments)
        self._suggested = suggested or ""
        self._reason = ""
        self._waiting = suggested is None
        self._take_when_known = False
        self._title.setText(title or translate("Picker", "담당 부서 고르기"))
        self.line.clear()
        self._fill()
        size = QSize(theme().px(320), theme().px(360))
        area = self.parentWidget().rect().adjusted(8, 8, -8, -8)
        size = size.boundedTo(area.size())
        x = max(area.left(), min(at.x(), area.right() - size.width()))
        y = max(area.top(), min(at.y(), area.bottom() - size.height()))
        self.setGeometry(x, y, size.width(), size.height())
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_suggested(self, code: str, word: str = "") -> None:
        """The suggestion (``""``: none) is known now, and the word of the post that speaks for it."""
        self._suggested = code
        self._reason = word
        self._waiting = False
        if self.isVisible():
            if not self.line.text_now():
                self._fill()
            if self._take_when_known and code:
                self._take(self.list.currentItem())
            self._take_when_known = False

    def _fill(self) -> None:
        searched = self.line.text_now().casefold().split()
        self.list.clear()
        found = [d for d in self._departments if _fits(d, searched)]
        if not searched and self._suggested:
            found.sort(key=lambda d: d.code != self._suggested)
        for department in found[:MOST_SHOWN]:
            shown = department.name
            if department.code == self._suggested:
                shown = translate("Picker", "{name}  (추천)").format(name=shown)
                if self._reason:
                    shown = translate("Picker", "{name}  (추천: {word})").format(
                        name=department.name, word=self._reason
                    )
            elif department.parent:
                shown = f"{shown}  · {department.parent}"
            item = QListWidgetItem(shown, self.list)
            item.setData(Qt.ItemDataRole.UserRole, department)
            item.setData(Qt.ItemDataRole.ToolTipRole, department.duties)
        if self.list.count():
            # Without a search and without a suggestion nothing is chosen: Enter must not take any department.
            self.list.setCurrentRow(0 if searched or self._suggested else -1)
        else:
            nothing = QListWidgetItem(
                translate("Picker", "찾는 부서가 없습니다. 다른 말로 찾아 주세요."), self.list
            )
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)

    def _take(self, item: QListWidgetItem | None) -> None:
        department = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if isinstance(department, Department):
            self.hide()
            self.picked.emit(department.code, department.name)

    def leave(self) -> None:
        """Close without a choice."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._key(event):
                return True
        if watched is self.line and event.type() == QEvent.Type.FocusOut and self.isVisible():
            now = QApplication.focusWidget()
            if now is None or not self.isAncestorOf(now):
                self.leave()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.line.preedit:
                return False  # the first Enter belongs to the syllable being typed
            if self._waiting and not self.line.text():
                self._take_when_known = True
                return True
            self._take(self.list.currentItem())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, self.list.count() - 1)))
        else:
            return False
        return True


def _fits(department: Department, searched: list[str]) -> bool:
    where = f"{department.name} {department.parent} {department.duties}".casefold()
    return all(word in where for word in searched)
