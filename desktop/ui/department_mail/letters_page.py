"""Letters on their way to departments: state, for whom, why one waits or has failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.ui import fmt
from desktop.ui.department_mail import words
from desktop.ui.department_mail.tables import RowsTable
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import ElidedLabel, Lamp, label
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate


class LettersPage(QWidget):
    def __init__(self, bridge: Any, acts: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.table = RowsTable(
            translate("DepartmentMail", "부서로 보내는 메일"),
            [
                translate("DepartmentMail", "상태"),
                translate("DepartmentMail", "부서"),
                translate("DepartmentMail", "종류"),
                translate("DepartmentMail", "시민의 글"),
                translate("DepartmentMail", "때"),
            ],
            3,
            self,
        )
        self.card = QFrame(self)
        self.card.setProperty("kind", "card")
        self.name = ElidedLabel("", "section", self.card)
        self.lamp = Lamp("", "", self.card)
        self.story = label("", "", self.card, wrap=True)
        self.where = ElidedLabel("", "meta", self.card)
        holder = QWidget(self.card)
        flow = Flow(holder, spacing=6)
        self.retry = Button(translate("DepartmentMail", "다시 보내기"), holder, icon="refresh-cw")
        self.cancel = Button(translate("DepartmentMail", "이 메일 보내지 않기"), holder, icon="x")
        self.look = Button(translate("DepartmentMail", "글 보기"), holder, icon="list")
        self.retry.clicked.connect(lambda: acts.retry(self.table.chosen()))
        self.cancel.clicked.connect(lambda: acts.cancel(self.table.chosen()))
        self.look.clicked.connect(lambda: self._open())
        for button in (self.retry, self.cancel, self.look):
            flow.addWidget(button)
        self.table.buttons = [self.retry, self.cancel, self.look]
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.lamp)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.where)
        column.addWidget(self.story)
        column.addWidget(holder)
        full = QWidget(self)
        whole = QVBoxLayout(full)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.card)
        self.empty = EmptyState(
            translate("DepartmentMail", "보낼 메일이 없습니다."),
            translate("DepartmentMail", "메일로 일하는 부서에 이관하면 여기에 나타납니다."),
            icon="send",
            parent=self,
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        self.table.chosen_changed.connect(self._show_card)
        self.table.entered.connect(self._open)
        self.show_rows([])

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.table.show_rows(rows, [_cells(row) for row in rows])
        self._stack.setCurrentIndex(0 if rows else 1)

    def _show_card(self) -> None:
        row = self.table.chosen()
        self.card.setVisible(row is not None)
        if row is None:
            return
        self.name.setText(f"{row.department} · {words.kind_word(row.kind)}")
        self.lamp.set_state(words.state_word(row.state), words.state_tone(row.state, row.reason))
        parts = [row.address]
        if row.created_by:
            parts.append(translate("DepartmentMail", "{who} 님이 이관").format(who=row.created_by))
        if row.sent_ms:
            parts.append(translate("DepartmentMail", "{when} 보냄").format(when=fmt.full(row.sent_ms)))
        elif row.attempts:
            parts.append(translate("DepartmentMail", "{n}번 시도").format(n=fmt.number(row.attempts)))
        self.where.setText(" · ".join(parts))
        reason = words.reason_sentence(row.reason, row.send_after_ms)
        self.story.setText(reason)
        self.story.setVisible(bool(reason))
        may = self._bridge.may("mail.send")
        self.retry.setVisible(row.state in ("failed", "waiting") and may)
        self.retry.setText(
            translate("DepartmentMail", "지금 보내기")
            if row.state == "waiting"
            else translate("DepartmentMail", "다시 보내기")
        )
        self.cancel.setVisible(row.state in ("failed", "waiting") and may)

    def _open(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self._bridge.open_post.emit(row.case_id)


def _cells(row: Any) -> tuple[str, ...]:
    at_ms = row.sent_ms or row.created_ms
    state = words.state_word(row.state)
    mark = {"danger": "■", "warning": "▲", "good": "●"}.get(words.state_tone(row.state, row.reason), "○")
    return (f"{mark} {state}", row.department, words.kind_word(row.kind), row.gist, fmt.short(at_ms))
