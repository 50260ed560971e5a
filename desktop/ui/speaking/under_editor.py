"""What stands under the editor of an answer: what was found in the text, and what it promises.

Owns the two lines and their words. It must not know how a text is looked through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.speaking.commitments import Commitment, Proposed
from desktop.ui.speaking import words
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel

translate = QCoreApplication.translate

MOST_LINES, MOST_LINES_LOW = 3, 2
LOW_PX = 760
"""In a window lower than this fewer lines are shown at once; the others are scrolled to."""


class FindingsList(QListWidget):
    """One line for each place; Enter or a click goes there."""

    wanted = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName(translate("Speaking", "보내기 전에 볼 곳"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._go)
        theme().changed.connect(self._fit)
        self._shown: list[Any] = []
        self.hide()

    def show_findings(self, findings: Sequence[Any]) -> None:
        if list(findings) == self._shown:
            return
        self._shown = list(findings)
        at = self.currentRow()
        self.clear()
        for one in self._shown:
            mark = words.severity_word(one.severity)
            text = f"{mark} · {words.finding_sentence(one)}"
            item = QListWidgetItem(text, self)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setToolTip(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        self._fit()
        if self._shown:
            self.setCurrentRow(min(max(at, 0), len(self._shown) - 1))
        self.setVisible(bool(self._shown))

    def _fit(self) -> None:
        now = theme()
        line = now.px(26)
        for place in range(self.count()):
            item = self.item(place)
            stop = item.data(Qt.ItemDataRole.UserRole).severity == "stop"
            track = now.tokens.danger if stop else now.tokens.warning
            item.setIcon(icons.icon("circle-x" if stop else "triangle-alert", track.icon, now.px(16)))
            item.setForeground(now.color("text"))
            item.setSizeHint(QSize(0, line))
        self.setIconSize(QSize(now.px(16), now.px(16)))
        most = MOST_LINES_LOW if self.window().height() < now.px(LOW_PX) else MOST_LINES
        self.setFixedHeight(line * min(max(self.count(), 1), most) + 2 * self.frameWidth() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            item = self.currentItem()
            if item is not None:
                self._go(item)
            return
        super().keyPressEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))


class PromiseLine(QWidget):
    """What the answer promises, and whether that is written into the ledger. ``edit_wanted`` asks for the
    form in which days and owners are changed."""

    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep = QCheckBox(translate("Speaking", "약속으로 적기"), self)
        self.keep.setObjectName("keepPromise")
        self.keep.setToolTip(translate("Speaking", "답변이 올라가면 약속 목록에 적습니다"))
        self.text = ElidedLabel("", "meta", self)
        self.edit = Button(translate("Speaking", "약속 고치기"), self, kind="quiet")
        self.edit.clicked.connect(lambda: self.edit_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.keep)
        row.addWidget(self.text, 1)
        row.addWidget(self.edit)
        self._own: dict[str, Proposed] = {}  # sentence → what was changed by hand
        self._left_out: set[str] = set()
        self._found: list[Commitment] = []
        self.hide()

    def begin(self) -> None:
        """Another answer: nothing was changed by hand yet."""
        self._own.clear()
        self._left_out.clear()
        self.keep.setChecked(True)

    def show_commitments(self, found: Sequence[Commitment]) -> None:
        self._found = list(found)
        proposed = self.proposals()
        if proposed:
            first = proposed[0]
            text = f"{words.day(first.due)} · {first.text}"
            if len(proposed) > 1:
                text = translate("Speaking", "{n}건 · {first}").format(n=len(proposed), first=text)
            self.text.setText(text)
        else:
            self.text.setText(translate("Speaking", "적지 않기로 한 약속입니다"))
        self.setVisible(bool(self._found))

    def proposals(self) -> list[Proposed]:
        """What would be written down, whether or not the box is checked."""
        return [
            self._own.get(one.text, Proposed(one.text, one.due))
            for one in self._found
            if one.text not in self._left_out
        ]

    def sentences(self) -> list[tuple[Proposed, bool]]:
        """Every promise of the text, and whether it is to be written down."""
        return [
            (self._own.get(one.text, Proposed(one.text, one.due)), one.text not in self._left_out)
            for one in self._found
        ]

    def change(self, text: str, *, due: str, owner: str, kept: bool) -> None:
        """Somebody has set a day and an owner for the promise with this sentence."""
        self._own[text] = replace(Proposed(text), due=due, owner=owner)
        (self._left_out.discard if kept else self._left_out.add)(text)
        self.show_commitments(self._found)

    def chosen(self) -> list[Proposed]:
        """What is written into the ledger when the answer has been sent."""
        return self.proposals() if self.keep.isChecked() else []


class UnderEditor(QWidget):
    """Both together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingsList(self)
        self.promise = PromiseLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.findings)
        column.addWidget(self.promise)
        self.hide()

    def show_all(self, findings: Sequence[Any], commitments: Sequence[Commitment]) -> None:
        self.findings.show_findings(findings)
        self.promise.show_commitments(commitments)
        self.setVisible(bool(findings or commitments))
