"""The lists beside a thread: the citizen's earlier posts, the history of the case, the posts in it.

Owns how these rows look. It must not know where they come from or what is done with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import fmt
from desktop.ui.detail.history import event_sentence
from desktop.ui.detail.words import status_word, track_word
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import SearchLine
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

PREVIEW = 160


def one_line(text: str) -> str:
    return " ".join(text[:PREVIEW].split())


class RowList(QWidget):
    """A list of wrapped rows, or the sentence that says why there are none."""

    opened = Signal(object)

    def __init__(self, name: str, empty: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setProperty("kind", "rows")
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.list.itemActivated.connect(self._activated)
        self.empty = EmptyState(empty, icon=icon, parent=self)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._stack = QStackedLayout()
        self._whole.addLayout(self._stack, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)
        self._rows: list[tuple[Any, str, str]] = []

    def show_rows(self, rows: Sequence[tuple[Any, str, str]]) -> None:
        """Rows are (key, text, tooltip). The row in use stays in use."""
        if list(rows) == self._rows:
            return
        self._rows = list(rows)
        item = self.list.currentItem()
        chosen = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        place = self.list.verticalScrollBar().value()
        self.list.clear()
        for key, text, tip in rows:
            made = QListWidgetItem(text, self.list)
            made.setData(Qt.ItemDataRole.UserRole, key)
            made.setToolTip(tip)
            made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {tip}" if tip else text)
            if key is not None and key == chosen:
                self.list.setCurrentItem(made)
        self.list.verticalScrollBar().setValue(place)
        self._stack.setCurrentIndex(0 if rows else 1)

    def chosen(self) -> list[Any]:
        return [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]

    def _activated(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if key is not None:
            self.opened.emit(key)


class AuthorList(RowList):
    """What this citizen wrote before, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Detail", "시민 이력"),
            translate("Detail", "이 시민이 전에 쓴 글이 없습니다."),
            "user",
            parent,
        )

    def show_posts(self, rows: Sequence[Any]) -> None:
        shown = []
        for row in rows:
            state = status_word(row.status) if row.case_id is not None else ""
            words = [fmt.short(row.created_ms), row.channel_name]
            if row.case_id is not None:
                words += [track_word(row.track), state]
            shown.append((row.id, f"{' · '.join(words)}\n{one_line(row.text)}", fmt.full(row.created_ms)))
        self.show_rows(shown)


FEW_EVENTS = 6
"""So many are seen at a glance; from more on there is a line to find some of them."""


class EventList(RowList):
    """What happened to the case, newest first, and a line that narrows it to what holds its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Detail", "처리 기록"),
            translate("Detail", "아직 처리한 일이 없습니다. 분류하거나 답변하면 여기에 남습니다."),
            "history",
            parent,
        )
        self._every: list[tuple[Any, str, str]] = []
        self.finder = SearchLine(translate("Detail", "기록에서 찾기"), self)
        self.finder.setClearButtonEnabled(True)
        self.finder.searched.connect(lambda _: self._narrow())
        self.finder.hide()
        self._whole.insertWidget(0, self.finder)

    def show_events(
        self, events: Sequence[Any], departments: Mapping[str, str], *, same_case: bool = True
    ) -> None:
        """What was searched for is kept while the case stays ``same_case``."""
        if not same_case:
            self.finder.clear()
        ordered = sorted(events, key=lambda e: e.id, reverse=True)
        self._every = [
            (None, f"{fmt.short(e.at_ms)}\n{event_sentence(e, departments)}", fmt.full(e.at_ms))
            for e in ordered
        ]
        self._narrow()

    def _narrow(self) -> None:
        searched = self.finder.text_now()
        words = searched.casefold().split()
        self.finder.setVisible(len(self._every) > FEW_EVENTS or bool(words))
        said = translate("Detail", "아직 처리한 일이 없습니다. 분류하거나 답변하면 여기에 남습니다.")
        if words:
            said = translate("Detail", "찾는 말이 있는 기록이 없습니다.")
        self.empty.set_state(said)
        self.show_rows(
            [row for row in self._every if all(word in f"{row[1]} {row[2]}".casefold() for word in words)]
        )


class MemberList(QWidget):
    """The posts that were put together into one case; ``take_apart`` gives the ids of those to let go."""

    opened = Signal(object)
    take_apart = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowList(
            translate("Detail", "묶인 글"),
            translate("Detail", "이 건에는 글이 하나뿐입니다. 보드에서 여러 건을 골라 Ctrl+G로 묶습니다."),
            "layers",
            self,
        )
        self.rows.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows.list.itemSelectionChanged.connect(self._chosen)
        self.rows.opened.connect(self.opened)
        self.hint = label(translate("Detail", "떼어 낼 글을 고르세요."), "meta", self)
        self.button = Button(translate("Detail", "고른 글 떼어 내기"), self, icon="ungroup")
        self.button.clicked.connect(lambda: self.take_apart.emit(self.rows.chosen()))
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 6, 0, 0)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._foot)
        self._count = 0

    def show_posts(self, rows: Sequence[Any]) -> None:
        members = [row for row in rows if not row.own]
        self._count = len(members)
        shown = []
        for row in members if len(members) > 1 else ():
            who = f"{row.author_name} · {row.channel_name} · {fmt.short(row.created_ms)}"
            shown.append((row.id, f"{who}\n{one_line(row.text)}", fmt.full(row.created_ms)))
        self.rows.show_rows(shown)
        self._foot.setVisible(len(members) > 1)
        self._chosen()

    def count(self) -> int:
        """How many citizens' posts the case has."""
        return self._count

    def _chosen(self) -> None:
        # One post must stay, or there would be nothing left to take them from.
        self.button.setEnabled(0 < len(self.rows.chosen()) < self._count)
