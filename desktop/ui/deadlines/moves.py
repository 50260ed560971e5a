"""Which due times a changed rule, day or hour moves: asked before it is changed, and listed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.models import cases, queries
from desktop.models.deadlines.recomputing import Change
from desktop.services import deadlines
from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog
from desktop.ui.deadlines.words import moment
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.states import BusyCard
from desktop.ui.widgets.tables import list_rows

translate = QCoreApplication.translate

MOST_LISTED = 200


def table(headings: Sequence[str], name: str, parent: QWidget) -> QTableWidget:
    """A table to look at and to choose a row of; its rows are not edited in place."""
    made = QTableWidget(0, len(headings), parent)
    made.setAccessibleName(name)
    made.setHorizontalHeaderLabels(list(headings))
    list_rows(made)
    made.verticalHeader().setDefaultSectionSize(theme().px(32))
    made.setWordWrap(False)
    return made


def fill_row(made: QTableWidget, row: int, cells: Sequence[str]) -> None:
    for column, text in enumerate(cells):
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        made.setItem(row, column, item)


class _Moves(Dialog):
    """What both dialogs show: a sentence, and the list."""

    def __init__(self, title: str, bridge: Any, parent: QWidget | None) -> None:
        super().__init__(title, bridge, parent, width=640)
        self.said = label("", "", self, wrap=True)
        self.said.hide()
        self.body.addWidget(self.said)
        headings = [
            translate("DueMoves", "글"),
            translate("DueMoves", "지금 기한"),
            translate("DueMoves", "바뀐 기한"),
        ]
        self.table = table(headings, translate("DueMoves", "바뀌는 기한"), self)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        self.table.setMinimumHeight(theme().px(240))
        self.table.hide()
        self.body.addWidget(self.table, 1)

    async def show_moves(self, moved: Sequence[Any]) -> None:
        """List them, the first ones by name."""
        listed = sorted(moved, key=lambda one: (one.after_ms is None, one.after_ms or 0))[:MOST_LISTED]
        cards = await self.bridge.read(queries.cards_by_id, [one.case_id for one in listed])
        texts = {card.case_id: " ".join(card.text.split())[:80] for card in cards}
        now = fmt.now_ms()
        self.table.setRowCount(len(listed))
        for row, one in enumerate(listed):
            times = [_moment(one.before_ms, now), _moment(one.after_ms, now)]
            fill_row(self.table, row, [texts.get(one.case_id, f"{one.case_id}"), *times])
        self.table.setVisible(bool(listed))
        if listed:
            self.table.setCurrentCell(0, 0)
        if len(moved) > len(listed):
            more = translate("DueMoves", "여기에는 처음 {count}건만 보입니다.")
            self.said.setText(f"{self.said.text()} {more.format(count=fmt.number(len(listed)))}")


class MovesDialog(_Moves):
    """Asks before a change: what would move, counted in the background. ``write(tx, step)`` makes the change;
    ``did`` is its sentence for the history and the way back."""

    def __init__(
        self,
        bridge: Any,
        parent: QWidget | None,
        title: str,
        act: str,
        change: Change,
        write: Callable[..., object],
        did: str,
    ) -> None:
        super().__init__(title, bridge, parent)
        self._change, self._write, self._did = change, write, did
        self.busy_card = BusyCard(translate("DueMoves", "바뀌는 기한을 살펴봅니다"), parent=self)
        self.body.insertWidget(0, self.busy_card)
        self.add_cancel()
        self.act = self.add_button(act, "primary")
        self.act.setEnabled(False)
        self.act.clicked.connect(lambda: self.work(self._do()))
        self.moved: list[Any] = []
        self.work(self._look())

    async def _look(self) -> None:
        self.moved = await deadlines.would_move(self.bridge.store, self._change, self._progress)
        self.busy_card.hide()
        count = len(self.moved)
        text = translate("DueMoves", "열린 건 {count}건의 기한이 바뀝니다.").format(count=fmt.number(count))
        self.said.setText(text if count else translate("DueMoves", "기한이 바뀌는 건은 없습니다."))
        self.said.show()
        await self.show_moves(self.moved)
        self.act.setEnabled(True)
        self.act.setFocus()

    def fail(self, error: BaseException | str) -> None:
        self.busy_card.hide()
        super().fail(error)

    def _progress(self, done: int, total: int) -> None:
        if not self._closed:
            counted = f"{fmt.number(done)}/{fmt.number(total)}"
            self.busy_card.set_progress(done, total, counted)

    async def _do(self) -> None:
        step = cases.new_step()
        await self.bridge.write(self._write, step=step)
        self.bridge.did(self._did, step)
        self.accept()


class MovedDialog(_Moves):
    """What did move, after it was computed anew."""

    def __init__(self, bridge: Any, parent: QWidget | None, moved: Sequence[Any]) -> None:
        super().__init__(translate("DueMoves", "바뀐 기한"), bridge, parent)
        text = translate("DueMoves", "{count}건의 기한을 다시 셌습니다.")
        self.said.setText(text.format(count=fmt.number(len(moved))))
        self.said.show()
        self.add_cancel(translate("DueMoves", "닫기"))
        self.work(self.show_moves(moved))


def _moment(at_ms: int | None, now: int) -> str:
    return translate("DueMoves", "없음") if at_ms is None else moment(at_ms, now)
