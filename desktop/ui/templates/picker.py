"""서식: a list of templates over the composer, found by typing, each with its length on the channel in use.

What would be inserted is shown filled before it is chosen. Knows no composer: it is given values and a rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from connectors.base import LengthRule
from desktop.models import hangul, templates
from desktop.ui.detail.words import count_words, over_words
from desktop.ui.theme.style import theme
from desktop.ui.widgets.editors import SearchLine
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

ROW = Qt.ItemDataRole.UserRole


class TemplatePicker(QFrame):
    """``picked`` gives the filled text; ``left``: closed without a choice."""

    picked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "popup")
        self.setObjectName("template-picker")
        self.setAccessibleName(translate("Templates", "서식 고르기"))
        self._rows: Sequence[Any] = ()
        self._values: Mapping[str, str] = {}
        self._rule = LengthRule()
        self._answered = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(label(translate("Templates", "서식 고르기"), "name", self))
        self.line = SearchLine(translate("Templates", "서식 찾기"), self, wait_ms=0)
        self.line.setToolTip(translate("Templates", "이름이나 글, 초성으로 찾습니다"))
        self.line.textChanged.connect(lambda: self._fill())
        self.line.searched.connect(lambda _text: self._fill())
        column.addWidget(self.line)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Templates", "서식"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        column.addWidget(self.list, 3)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview.setAccessibleName(translate("Templates", "채운 글"))
        column.addWidget(self.preview, 2)
        self.note = label("", "meta", self, wrap=True)
        column.addWidget(self.note)
        self.line.installEventFilter(self)
        self.hide()

    def show_for(
        self, rows: Sequence[Any], values: Mapping[str, str], rule: LengthRule, answered: str, at: QPoint
    ) -> None:
        """Open with the lower left corner near ``at`` (in the parent's coordinates), inside the parent."""
        self._rows, self._values, self._rule, self._answered = rows, values, rule, answered
        self.line.clear()
        self._fill()
        area = self.parentWidget().rect().adjusted(8, 8, -8, -8)
        size = QSize(theme().px(460), theme().px(440)).boundedTo(area.size())
        x = max(area.left(), min(at.x(), area.right() - size.width()))
        y = max(area.top(), min(at.y() - size.height(), area.bottom() - size.height()))
        self.setGeometry(x, y, size.width(), size.height())
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        wanted = hangul.typed(self.line.text_now())
        pattern = hangul.pattern(wanted) if wanted else None
        before = self.list.currentItem().data(ROW).id if self.list.currentItem() is not None else None
        self.list.clear()
        for row in self._rows:
            if pattern is not None and not (
                pattern.search(hangul.folded(row.name)) or pattern.search(hangul.folded(row.text))
            ):
                continue
            text = templates.fill(row.text, self._values)
            over = self._rule.over(text, self._answered)
            words = count_words(self._rule.count(text, self._answered), self._rule.limit, self._rule.unit)
            if over:
                words = over_words(over, self._rule.unit)
            item = QListWidgetItem(f"{row.name}  ·  {words}", self.list)
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.name}, {words}")
            if row.id == before:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._show()

    def _show(self) -> None:
        item = self.list.currentItem()
        if item is None:
            self.preview.setPlainText("")
            self.note.setText(
                translate("Templates", "찾는 서식이 없습니다. 다른 말로 찾거나 설정에서 더해 주세요.")
                if self._rows
                else translate("Templates", "아직 서식이 없습니다. 설정의 서식에서 더할 수 있습니다.")
            )
            return
        text = templates.fill(item.data(ROW).text, self._values)
        self.preview.setPlainText(text)
        left = list(dict.fromkeys(place.name for place in templates.unfilled(text)))
        hint = translate("Templates", "Enter 넣기 · ↓↑ 고르기 · Esc 닫기")
        if left:
            names = ", ".join(f"{{{name}}}" for name in left)
            hint = translate("Templates", "직접 채울 자리: {names}").format(names=names) + f"\n{hint}"
        self.note.setText(hint)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            text = templates.fill(item.data(ROW).text, self._values)
            self.hide()
            self.picked.emit(text)

    def leave(self) -> None:
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                elif event.type() == QEvent.Type.KeyPress:
                    self.leave()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        if watched is self.line and event.type() == QEvent.Type.FocusOut and self.isVisible():
            focus = QApplication.focusWidget()
            if focus is not None and not self.isAncestorOf(focus):
                self.hide()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._fill()
            self._take(self.list.currentItem())
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in steps and self.list.count():
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        return False
