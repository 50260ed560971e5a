"""The promise ledger as a list: what is open, late, kept, dropped; found, changed and closed here."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.models import departments
from desktop.models.deadlines.calendar import today_in_seoul
from desktop.models.speaking import ledger
from desktop.ui import fmt, keys
from desktop.ui.channels.dialog import Dialog
from desktop.ui.speaking import words
from desktop.ui.speaking.promise_form import NoteForm, PromiseForm
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.editors import SearchLine
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.states import EmptyState
from desktop.ui.widgets.tables import list_rows

translate = QCoreApplication.translate

PAGE = 100
LOW_PX = 640
"""In a window lower than this, in px at 100 %, the list takes less of it."""


class PromisesDialog(Dialog):
    """``shown`` is one of ``ledger.SHOWN`` or "" for all; ``case_id``: of one case only."""

    def __init__(
        self, bridge: Any, parent: QWidget | None = None, *, shown: str = "open", case_id: int | None = None
    ) -> None:
        super().__init__(translate("Promises", "시민에게 한 약속"), bridge, parent, width=900)
        self._case_id = case_id
        self._rows: list[Any] = []
        self._names: dict[str, str] = {}
        self.which = Segments(
            translate("Promises", "보일 약속"),
            [
                ("open", translate("Promises", "남음")),
                ("late", translate("Promises", "지남")),
                ("kept", translate("Promises", "지킴")),
                ("dropped", translate("Promises", "못 지킴")),
                ("", translate("Promises", "모두")),
            ],
            self,
        )
        self.which.set_value(shown)
        self.which.chosen.connect(lambda _: self.reload())
        self.search = SearchLine(translate("Promises", "내용이나 담당 찾기"), self)
        self.search.searched.connect(lambda _: self.reload())
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addWidget(self.search, 1)
        self.body.addLayout(top)
        self.table = QTableWidget(0, 5, self)
        self.table.setAccessibleName(translate("Promises", "약속 목록"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Promises", "언제까지"),
                translate("Promises", "상태"),
                translate("Promises", "약속"),
                translate("Promises", "담당"),
                translate("Promises", "적은 사람"),
            ]
        )
        list_rows(self.table)
        self.table.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        low = parent is not None and parent.window().height() < theme().px(LOW_PX)
        self.table.setMinimumHeight(theme().px(160 if low else 330))
        self.table.itemSelectionChanged.connect(self._chosen_changed)
        self.table.itemDoubleClicked.connect(lambda _: self.edit())
        self.table.installEventFilter(self)
        self.body.addWidget(self.table, 1)
        self.empty = EmptyState("", "", icon="hand", parent=self)
        self.body.addWidget(self.empty, 1)
        self.more = Button(translate("Promises", "더 보기"), self, kind="quiet")
        self.more.clicked.connect(lambda: self.work(self._read_more()))
        self.note = label("", "muted", self, wrap=True)
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        line.addWidget(self.more)
        self.body.addLayout(line)
        self.add = self.add_button(translate("Promises", "약속 적기"))
        self.add.clicked.connect(self.write)
        self.open_post = self.add_button(translate("Promises", "글 열기"))
        self.open_post.clicked.connect(self._open_post)
        self.mend = self.add_button(translate("Promises", "고치기"))
        self.mend.clicked.connect(self.edit)
        self.again = self.add_button(translate("Promises", "다시 열기"))
        self.again.clicked.connect(lambda: self.work(self._reopen()))
        self.drop = self.add_button(translate("Promises", "못 지켰다고 적기"))
        self.drop.clicked.connect(self._ask_drop)
        self.keep = self.add_button(translate("Promises", "지켰다고 적기"), "primary")
        self.keep.clicked.connect(lambda: self.work(self._close(ledger.KEPT, "")))
        for button in (self.add, self.mend):
            button.setEnabled(bridge.may("promise.edit"))
        self.undo_here()
        bridge.changed.connect(self._changed)
        self.empty.hide()  # nothing is said to be empty before it was read, and the window keeps its height
        self.more.hide()
        self._chosen_changed()
        self.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- reading --------------------------------------------------------------------------------------

    def reload(self) -> None:
        self.bridge.spawn(self._read(), "promises")

    async def _read(self) -> None:
        wanted = self._wish()
        index = await self.bridge.read(departments.index)
        page = await self.bridge.read(ledger.list_promises, limit=max(PAGE, len(self._rows)), **wanted)
        if not self._closed and wanted == self._wish():
            self._names = dict(index.names)
            self._show(page)

    async def _read_more(self) -> None:
        wanted = self._wish()
        page = await self.bridge.read(ledger.list_promises, limit=PAGE, after=self._rows[-1], **wanted)
        if wanted == self._wish():
            self._show([*self._rows, *page], whole=len(page) < PAGE)

    def _wish(self) -> dict[str, Any]:
        return {"shown": self.which.value(), "text": self.search.text_now(), "case_id": self._case_id}

    def _changed(self, changes: Any) -> None:
        if not self._closed and (changes.initiator == "other-program" or "promises" in changes.others):
            self.reload()

    def _show(self, rows: list[Any], *, whole: bool | None = None) -> None:
        chosen = self.chosen()
        place = self.table.currentRow()
        self._rows = rows
        today = today_in_seoul()
        self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            state = words.promise_state(row, today)
            cells = (words.day(row.due), state, row.text, self._names.get(row.owner, row.owner), row.made_by)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(row.text if column == 2 else text)
                if column < 2 and row.late(today):
                    item.setForeground(QColor(theme().tokens.danger.text))
                self.table.setItem(number, column, item)
        self.table.blockSignals(False)
        if rows:
            same = [n for n, row in enumerate(rows) if chosen is not None and row.id == chosen.id]
            self.table.selectRow(same[0] if same else min(max(place, 0), len(rows) - 1))
        self.more.setVisible(bool(rows) and not (len(rows) % PAGE if whole is None else whole))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        searched = bool(self.search.text_now().strip())
        self.empty.set_state(
            translate("Promises", "찾는 약속이 없습니다.")
            if searched
            else translate("Promises", "여기에 보일 약속이 없습니다."),
            translate("Promises", "답변에 약속이 있으면 보낼 때 적을 수 있습니다."),
        )
        self._chosen_changed()

    def chosen(self) -> Any:
        place = self.table.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _chosen_changed(self) -> None:
        row = self.chosen()
        is_open = row is not None and row.state == ledger.OPEN
        for button, shown in ((self.keep, is_open), (self.drop, is_open), (self.again, not is_open)):
            button.setVisible(shown and row is not None)
            button.setEnabled(self.bridge.may("promise.close"))
        self.mend.setVisible(row is not None)
        self.open_post.setVisible(row is not None and (row.post_id or row.case_id) is not None)
        parts = []
        if row is not None:
            made = translate("Promises", "{name} 님이 {time}에 한 약속")
            parts.append(made.format(name=row.made_by, time=fmt.full(row.made_ms)))
            if row.closed_ms is not None:
                closed = translate("Promises", "{name} 님이 {time}에 마침")
                parts.append(closed.format(name=row.closed_by, time=fmt.full(row.closed_ms)))
            if row.note:
                parts.append(row.note)
        self.note.setText(" · ".join(parts))

    # --- acts -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = keys.name_of(event)
            acts = {"J": self._next, "K": self._previous, "E": self._press_keep}
            if name == "Return":
                self.edit()
                return True
            if self.bridge.commands.letters and name in acts:
                acts[name]()
                return True
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        self.table.selectRow(min(self.table.currentRow() + 1, len(self._rows) - 1))

    def _previous(self) -> None:
        self.table.selectRow(max(self.table.currentRow() - 1, 0))

    def _press_keep(self) -> None:
        if self.keep.isVisible():
            self.keep.click()

    def write(self) -> None:
        """Write down a promise that was made elsewhere."""
        form = PromiseForm(self.bridge, None, self)
        form.wanted.connect(lambda *values: form.work(self._add(form, *values)))
        form.open()

    async def _add(self, form: Any, text: str, due: str, owner: str) -> None:
        _, step = await self.bridge.write(ledger.add, self._case_id, text, due=due, owner=self._code(owner))
        self.bridge.did(translate("Promises", "약속을 적었습니다"), step)
        form.accept()

    def _code(self, owner: str) -> str:
        """A department that was named is kept by its code, so that it may be renamed."""
        return next((code for code, name in self._names.items() if name == owner), owner)

    def edit(self) -> None:
        row = self.chosen()
        if row is None or not self.bridge.may("promise.edit"):
            return
        form = PromiseForm(self.bridge, row, self, owner=self._names.get(row.owner, row.owner))
        form.wanted.connect(lambda *values: form.work(self._edit(form, row, *values)))
        form.open()

    async def _edit(self, form: Any, row: Any, text: str, due: str, owner: str) -> None:
        _, step = await self.bridge.write(ledger.edit, row.id, text=text, due=due, owner=self._code(owner))
        self.bridge.did(translate("Promises", "약속을 고쳤습니다"), step)
        form.accept()

    async def _close(self, state: str, note: str) -> None:
        row = self.chosen()
        if row is None:
            return
        self.fail("")
        _, step = await self.bridge.write(ledger.close, row.id, state, note=note)
        said = (
            translate("Promises", "약속을 지켰다고 적었습니다")
            if state == ledger.KEPT
            else translate("Promises", "약속을 못 지켰다고 적었습니다")
        )
        self.bridge.did(said, step)

    def _ask_drop(self) -> None:
        form = NoteForm(
            self.bridge,
            translate("Promises", "못 지켰다고 적기"),
            translate("Promises", "지키지 못한 까닭"),
            translate("Promises", "이대로 적기"),
            self,
        )
        form.wanted.connect(lambda text: self.work(self._close(ledger.DROPPED, text)))
        form.open()

    async def _reopen(self) -> None:
        row = self.chosen()
        if row is not None:
            _, step = await self.bridge.write(ledger.reopen, row.id)
            self.bridge.did(translate("Promises", "약속을 다시 열었습니다"), step)

    def _open_post(self) -> None:
        row = self.chosen()
        if row is not None:
            self.bridge.open_post.emit(row.post_id or row.case_id)
            self.accept()
