"""The department picker: opens at a card that was moved to 부서 이관, does not stop anything else.

It lies over the screen as an ordinary child widget: a window of its own would take the input method with it.
The likely departments come first, with the words that say so; typing finds by name, duty and initials.
Enter takes the chosen department (the likeliest one is chosen already), Esc leaves "부서 미정".
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.departments import DepartmentIndex, DepartmentRow, Suggestion
from desktop.ui import fmt
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import SearchLine
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

MOST_SHOWN = 200


class DepartmentPicker(QFrame):
    """A search line over a list of departments."""

    picked = Signal(str, str)  # (code, name)
    more_wanted = Signal(str)  # more is to be decided than the department; its code, "" where none is chosen
    left = Signal()  # closed without a choice

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "popup")
        self.setObjectName("department-picker")
        self.setAccessibleName(translate("Picker", "담당 부서 고르기"))
        self._departments = DepartmentIndex(())
        self._suggested: dict[str, Suggestion] = {}
        self._by_mail: frozenset[str] = frozenset()
        self._searched = ""
        self._waiting = False  # the suggestion is not known yet
        self._take_when_known = False  # Enter came before the suggestion
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        self._title = label(translate("Picker", "담당 부서 고르기"), "name", self)
        column.addWidget(self._title)
        self.line = SearchLine(translate("Picker", "부서 찾기"), self, wait_ms=0)
        self.line.setToolTip(translate("Picker", "이름, 업무, 초성(ㄱㅌ)으로 찾습니다"))
        self.line.textChanged.connect(lambda: self._search())
        self.line.searched.connect(lambda _text: self._search())
        column.addWidget(self.line)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Picker", "부서"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.list, 1)
        self._hint = label(translate("Picker", "Enter 고르기 · Esc 미정"), "meta", self, wrap=True)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        # Its key stands beside it: without it nobody would find it before the first Enter.
        self.more = Button(translate("Picker", "더 정하기 (Shift+Enter)"), self, kind="quiet")
        self.more.clicked.connect(lambda: self._want_more())
        self.more.hide()
        foot.addWidget(self.more)
        column.addLayout(foot)
        self.line.installEventFilter(self)
        self.hide()

    def show_for(
        self,
        departments: DepartmentIndex | None,
        suggested: Sequence[Suggestion] | None,
        at: QPoint,
        *,
        title: str = "",
    ) -> None:
        """Open with its upper left corner near ``at`` (in the parent's coordinates), inside the parent.

        ``suggested`` None: ``set_suggested`` will follow; an Enter until then waits for it.
        """
        self._departments = departments or DepartmentIndex(())
        self._suggested = {likely.code: likely for likely in suggested or ()}
        self._waiting = suggested is None
        self._take_when_known = False
        self._title.setText(title or translate("Picker", "담당 부서 고르기"))
        self.line.clear()
        self._fill()
        size = QSize(theme().px(380), theme().px(360))
        area = self.parentWidget().rect().adjusted(8, 8, -8, -8)
        size = size.boundedTo(area.size())
        x = max(area.left(), min(at.x(), area.right() - size.width()))
        y = max(area.top(), min(at.y(), area.bottom() - size.height()))
        self.setGeometry(x, y, size.width(), size.height())
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_by_mail(self, codes: frozenset[str]) -> None:
        """Which departments get a letter instead of a card in their inbox; said beside their names."""
        self._by_mail = codes

    def set_suggested(self, suggested: Sequence[Suggestion]) -> None:
        """The likely departments (none: nothing speaks for any) are known now, with the words that say so."""
        self._suggested = {likely.code: likely for likely in suggested}
        self._waiting = False
        if self.isVisible():
            if not self.line.text_now():
                self._fill()
            if self._take_when_known and suggested:
                self._take(self.list.currentItem())
            self._take_when_known = False

    def _search(self) -> None:
        """A key was typed, or the syllable being typed changed."""
        if self.line.text_now() != self._searched:
            self._fill()

    def _fill(self) -> None:
        self._searched = self.line.text_now()
        searched = bool(self._searched.strip())
        found = self._departments.find(self._searched, MOST_SHOWN)
        if not searched:
            known = self._departments.by_code
            likely = [known[code] for code in self._suggested if code in known]
            found = [*likely, *(row for row in found if row.code not in self._suggested)]
        self.list.clear()
        for row in found:
            item = QListWidgetItem(self._shown(row), self.list)
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setData(Qt.ItemDataRole.ToolTipRole, self._explained(row))
        if found:
            # Without a search and without a suggestion nothing is chosen: Enter must not take any department.
            self.list.setCurrentRow(0 if searched or self._suggested else -1)
        else:
            nothing = QListWidgetItem(
                translate("Picker", "찾는 부서가 없습니다. 다른 말로 찾아 주세요."), self.list
            )
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)

    def _shown(self, row: DepartmentRow) -> str:
        """One line: its name, why it is likely or where it belongs, and who stands in for it."""
        likely = self._suggested.get(row.code)
        if likely is not None:
            text = translate("Picker", "{name}  (추천: {word})").format(name=row.name, word=_reason(likely))
        elif row.parent:
            text = f"{row.name}  · {row.parent}"
        else:
            text = row.name
        if row.absent:
            text = f"{text}  · {self._absence(row)}"
        code = self._departments.stand_in(row.code).code if row.absent else row.code
        return f"{text}  · " + translate("Picker", "메일로 보냄") if code in self._by_mail else text

    def _absence(self, row: DepartmentRow) -> str:
        stand_in = self._departments.stand_in(row.code).code
        if not stand_in:
            return translate("Picker", "부재, 대직 없음")
        return translate("Picker", "부재, 대직 {name}").format(name=self._departments.names[stand_in])

    def _explained(self, row: DepartmentRow) -> str:
        where = " > ".join((*self._departments.path(row.code), row.name))
        return "\n".join(text for text in (where, ", ".join(row.duties), row.contact) if text)

    def _take(self, item: QListWidgetItem | None) -> None:
        row = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, DepartmentRow):
            self.hide()
            self.picked.emit(row.code, row.name)

    def offer_more(self) -> None:
        """Offer to decide more than the department (Shift+Enter): ``more_wanted`` comes instead of
        ``picked``."""
        self.more.show()

    def _want_more(self) -> None:
        item = self.list.currentItem()
        row = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        self.hide()
        self.more_wanted.emit(row.code if isinstance(row, DepartmentRow) else "")

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
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self.more.isHidden():
                self._want_more()
                return True
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


def _reason(likely: Suggestion) -> str:
    """The words that decided: 가로등, 보안등 · 지난 이관: 골목 3, or 소관 결정: 가로등"""
    if likely.ruled:
        return translate("Picker", "소관 결정: {words}").format(words=", ".join(likely.words))
    reasons = [", ".join(likely.words)] if likely.words else []
    if likely.before:
        words = ", ".join(f"{word} {fmt.number(cases)}" for word, cases in likely.before)
        reasons.append(translate("Picker", "지난 이관: {words}").format(words=words))
    return " · ".join(reasons)
