"""The whole log (처리 기록): newest first, narrowed by chips, proved and taken out.

Owns what is on show. Lines are read in pages by key; what is new waits behind a pill while somebody reads
further down.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models import log, queries
from desktop.models.log import LogFilter, LogRow
from desktop.ui import fmt, i18n, keys, menus
from desktop.ui.commands import Command
from desktop.ui.log.export import ExportDialog
from desktop.ui.log.filter_bar import LogFilterBar
from desktop.ui.log.model import COLUMNS, LogModel, about_words, who_of
from desktop.ui.log.work import LogWork
from desktop.ui.rights import Guard
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Pill
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

PAGE = 200
AGAIN_MS = 300
"""Everything that anybody does comes into the log; the screen looks at most this often."""

WIDTHS = {"when": 152, "who": 130}
MOST_WHAT = 430
EDGE = 16
"""Columns in px at 100 %. What was done takes a little more than half of the rest, up to this."""


class _Table(QTableView):
    """Backspace takes the last condition away; Home and End work on rows."""

    without_last = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.without_last.emit()
            return
        if event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # a letter that means nothing here must not start Qt's search by typing
            return
        super().keyPressEvent(event)


class LogScreen(QWidget):
    """The screen of the rail."""

    opened = Signal(object)  # post id

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._round = 0
        self._reading_older = False
        self._active = False
        self.setProperty("kind", "page")
        self._build()
        self._timer = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._timer.timeout.connect(self._look_for_new)
        bridge.changed.connect(self._changed)
        theme().changed.connect(self._fit)
        self._fit()

    # --- building ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 12, EDGE, 12)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.filter = LogFilterBar(self)
        self.filter.changed.connect(lambda _: self.reload())
        top.addWidget(self.filter, 1, Qt.AlignmentFlag.AlignVCenter)
        self.verify_button = Button(translate("Log", "기록 확인하기"), self, icon="shield-check")
        self.verify_button.clicked.connect(self.verify)
        self.export_button = Button(translate("Log", "내보내기"), self, icon="download", key="Ctrl+E")
        self.export_button.clicked.connect(self.export)
        top.addWidget(self.verify_button)
        top.addWidget(self.export_button)
        Guard(self._bridge, self.export_button, "log.export")
        Guard(self._bridge, self.verify_button, "log.read")
        Guard(self._bridge, self.filter, "log.read")
        layout.addLayout(top)
        self.work = LogWork(self._bridge, self)
        self.work.finished.connect(self._work_ended)
        layout.addWidget(self.work)
        self.pill = Pill(self)
        self.pill.clicked.connect(self.show_new)
        layout.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignHCenter)
        page = QWidget(self)
        self.stack = QStackedLayout(page)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self._list_page(page))
        self.empty = EmptyState(translate("Log", "기록을 읽고 있습니다."), icon="history", parent=page)
        self.empty.acted.connect(lambda: self.filter.set_wanted(log.ALL))
        self.stack.addWidget(self.empty)
        self.stack.setCurrentWidget(self.empty)
        layout.addWidget(page, 1)

    def _list_page(self, parent: QWidget) -> QWidget:
        full = QWidget(parent)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.model = LogModel(self)
        self.model.older_wanted.connect(self._read_older)
        self.table = _Table(full)
        self.setFocusProxy(self.table)
        self.table.setModel(self.model)
        self.table.setAccessibleName(translate("Log", "처리 기록"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.doubleClicked.connect(lambda _: self.open())
        self.table.without_last.connect(self.filter.remove_last)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        keys.attach(self.table, self._bridge.commands, "log")
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.table, 1)
        self.card = QFrame(full)
        self.card.setProperty("kind", "card")
        row = QHBoxLayout(self.card)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.said = label("", "name", self.card, wrap=True)
        self.when = ElidedLabel("", "meta", self.card)
        self.details = ElidedLabel("", "meta", self.card)
        for part in (self.said, self.when, self.details):
            words.addWidget(part)
        row.addLayout(words, 1)
        self.case_button = Button(translate("Log", "이 건의 기록만"), self.card, icon="list-filter")
        self.case_button.clicked.connect(self.only_case)
        self.open_button = Button(translate("Log", "글 열기"), self.card, icon="book-open", key="Enter")
        self.open_button.clicked.connect(self.open)
        row.addWidget(self.case_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.card)
        return full

    def _fit(self) -> None:
        for place, column in enumerate(COLUMNS):
            if column in WIDTHS:
                self.table.setColumnWidth(place, theme().px(WIDTHS[column]))
        # Not the width of the table: that is laid out after this.
        rest = self.width() - 2 * EDGE - sum(theme().px(width) for width in WIDTHS.values())
        what = min(theme().px(MOST_WHAT), max(rest, theme().px(200)) * 11 // 20)
        self.table.setColumnWidth(COLUMNS.index("what"), what)
        self.table.verticalHeader().setDefaultSectionSize(theme().px(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- a screen ----------------------------------------------------------------------------------------

    def title(self) -> str:
        return translate("Log", "처리 기록")

    def activate(self) -> None:
        """The screen has come to the front."""
        self._active = True
        self._show_role()
        if self.model.rows:
            self._look_for_new()
        else:
            self.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self, text: str) -> None:
        """Only what the person of this name did."""
        found = {actor for actor in self._known_actors() if text.strip() and text.strip() in actor}
        self.filter.set_wanted(LogFilter(actors=frozenset(found)))

    def commands(self) -> Sequence[Command]:
        def chosen() -> bool:
            row = self.chosen()
            return row is not None and row.opens is not None

        def of_case() -> bool:
            row = self.chosen()
            return row is not None and bool(row.event.case_id)

        return [
            Command("list.next", translate("Log", "다음 줄"), lambda: self.step(1), group="list"),
            Command("list.previous", translate("Log", "이전 줄"), lambda: self.step(-1), group="list"),
            Command(
                "list.open",
                translate("Log", "글 열기"),
                self.open,
                icon="book-open",
                group="list",
                enabled=chosen,
            ),
            Command("list.show_new", translate("Log", "새 기록 보기"), self.show_new, group="list"),
            Command(
                "log.case",
                translate("Log", "이 건의 기록만 보기"),
                self.only_case,
                icon="list-filter",
                group="list",
                enabled=of_case,
            ),
            Command("log.all", translate("Log", "조건 모두 빼기"), self.show_all, icon="x"),
            Command("log.filter", translate("Log", "조건 더하기"), self.filter.open_menu, icon="list-filter"),
            Command("log.verify", translate("Log", "기록 확인하기"), self.verify, icon="shield-check"),
            Command("log.export", translate("Log", "기록 내보내기"), self.export, icon="download"),
        ]

    # --- what is shown -----------------------------------------------------------------------------------

    def chosen(self) -> LogRow | None:
        return self.model.row_at(self.table.currentIndex())

    def reload(self) -> None:
        """Read the newest lines of the filter."""
        if self._bridge.may("log.read"):
            self._bridge.spawn(self._reload(), "log")

    async def _reload(self) -> None:
        self._round += 1
        asked, wanted = self._round, self.filter.wanted()
        rows, names, actors, kinds = await self._bridge.read(_read, wanted)
        if asked != self._round:
            return
        self.model.departments = names
        self.filter.know(actors, kinds)
        self.model.set_rows(rows, more=len(rows) == PAGE)
        self.pill.hide()
        self.table.scrollToTop()
        if rows:
            self.table.selectRow(0)
        self._show_emptiness()
        self._show_chosen()

    def _read_older(self) -> None:
        if not self._reading_older and self.model.rows:
            self._reading_older = True
            self._bridge.spawn(self._older(self._round), "older log")

    async def _older(self, asked: int) -> None:
        try:
            rows = await self._bridge.read(log.page, self.filter.wanted(), self.model.rows[-1].id, PAGE)
            if asked == self._round:
                self.model.add_older(rows, more=len(rows) == PAGE)
        finally:
            self._reading_older = False

    def _changed(self, changes: Any) -> None:
        if (
            self._active
            and (changes.cases or changes.others - {"drafts", "search"})
            and not self._timer.isActive()
        ):
            self._timer.start()

    def _look_for_new(self) -> None:
        if self.isVisible() and self._bridge.may("log.read"):
            self._bridge.spawn(self._newer(), "new log")

    async def _newer(self) -> None:
        asked, wanted = self._round, self.filter.wanted()
        newest = self.model.rows[0].id if self.model.rows else 0
        waiting = await self._bridge.read(log.count_newer, wanted, newest)
        if asked != self._round or not waiting:
            return
        if waiting > PAGE or not self.model.rows:
            if self._at_top():
                await self._reload()
                return
        elif self._at_top():
            rows = await self._bridge.read(log.page, wanted, None, PAGE, after=newest)
            if asked == self._round and (not self.model.rows or rows[-1].id > self.model.rows[0].id):
                self.model.add_newer(rows)
                self.table.scrollToTop()
                self._show_emptiness()
            return
        text = translate("Log", "새 기록 {count}줄 보기 (.)")
        self.pill.set_count(waiting, text.format(count=fmt.number(waiting)))

    def _at_top(self) -> bool:
        return self.table.verticalScrollBar().value() <= 2

    def _scrolled(self, value: int) -> None:
        if value <= 2 and self.pill.isVisible():
            self.show_new()

    def show_new(self) -> None:
        """Bring what came meanwhile."""
        self.reload()

    def show_all(self) -> None:
        self.filter.set_wanted(log.ALL)

    def only_case(self) -> None:
        """What happened to the case of the chosen line."""
        row = self.chosen()
        if row is not None and row.event.case_id:
            self.filter.set_wanted(LogFilter(case_id=row.event.case_id))

    def _show_role(self) -> None:
        if not self._bridge.may("log.read"):
            self.empty.set_state(
                translate("Log", "맡은 역할로는 처리 기록을 볼 수 없습니다."),
                translate("Log", "한 건의 기록은 글을 열면 볼 수 있습니다."),
            )
            self.stack.setCurrentWidget(self.empty)

    def _show_emptiness(self) -> None:
        if self.model.rows:
            self.stack.setCurrentIndex(0)
            return
        if self.filter.wanted() != log.ALL:
            self.empty.set_state(
                translate("Log", "조건에 맞는 기록이 없습니다."),
                translate("Log", "조건을 빼면 더 많은 기록이 보입니다."),
                action=translate("Log", "조건 모두 빼기"),
            )
        else:
            self.empty.set_state(
                translate("Log", "아직 기록이 없습니다."),
                translate("Log", "분류하거나 답변하면 여기에 남습니다."),
            )
        self.stack.setCurrentWidget(self.empty)

    def _show_chosen(self) -> None:
        row = self.chosen()
        self.card.setVisible(row is not None)
        self.filter.offer_case(row.event.case_id or None if row is not None else None)
        if row is None:
            return
        from desktop.services import event_fields

        event = row.event
        self.said.setText(f"{self.model.text(row, 'who')} · {self.model.text(row, 'what')}")
        number = translate("Log", "{number}번").format(number=fmt.number(event.id))
        about = about_words(row)
        self.when.setText(" · ".join(part for part in (fmt.full(event.at_ms), number, about) if part))
        changed = event_fields.changes(
            event.before, event.after, i18n.language(), self.model.departments, fmt.full
        )
        self.details.setText(changed)
        self.details.setVisible(bool(changed))
        self.open_button.setVisible(row.opens is not None)
        self.case_button.setVisible(bool(event.case_id))

    def _known_actors(self) -> set[str]:
        return {who_of(row) for row in self.model.rows}

    # --- acts --------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Choose a neighbour (J, K)."""
        row = self.table.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.table.selectRow(row)
            if row > self.model.rowCount() - 20 and self.model.canFetchMore(self.table.rootIndex()):
                self._read_older()

    def open(self) -> None:
        row = self.chosen()
        if row is not None and row.opens is not None:
            self.opened.emit(row.opens)

    def verify(self) -> None:
        """기록 확인하기"""
        self.verify_button.setEnabled(False)
        self.work.verify()

    def export(self) -> None:
        """Ask for file and kind, then write what is filtered."""
        dialog = ExportDialog(self._bridge, self.filter.wanted(), self.window())
        dialog.chosen.connect(self._export_to)
        dialog.open()

    def _export_to(self, path: str, unmasked: bool) -> None:
        self.work.export(path, self.filter.wanted(), unmasked=unmasked)

    def _work_ended(self) -> None:
        self.verify_button.setEnabled(True)

    def _menu(self, at: QPoint) -> None:
        where = self.table.viewport().mapToGlobal(at)
        menus.show(self, self._bridge, ("list.open", "log.case"), "log", where)


def _read(wanted: LogFilter) -> tuple[list[LogRow], dict[str, str], list[str], list[str]]:
    return log.page(wanted, None, PAGE), queries.department_names(), log.actors(), log.kinds()
