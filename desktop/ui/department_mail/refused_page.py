"""Mails that claimed to be a department's answer and were not believed: why, what they say, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.ui import fmt
from desktop.ui.department_mail import words
from desktop.ui.department_mail.tables import RowsTable
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate


class RefusedPage(QWidget):
    def __init__(self, bridge: Any, acts: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.table = RowsTable(
            translate("DepartmentMail", "믿지 않은 회신"),
            [
                translate("DepartmentMail", "까닭"),
                translate("DepartmentMail", "보낸 사람"),
                translate("DepartmentMail", "온 때"),
            ],
            1,
            self,
        )
        self.card = QFrame(self)
        self.card.setProperty("kind", "card")
        self.subject = ElidedLabel("", "section", self.card)
        self.where = label("", "meta", self.card, wrap=True)
        self.why = label("", "", self.card, wrap=True)
        self.text = QPlainTextEdit(self.card)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(translate("DepartmentMail", "회신 내용"))
        holder = QWidget(self.card)
        flow = Flow(holder, spacing=6)
        self.accept = Button(translate("DepartmentMail", "부서 답변으로 받기"), holder, icon="check")
        self.as_post = Button(translate("DepartmentMail", "시민의 새 글로 꺼내기"), holder, icon="plus")
        self.dismiss = Button(translate("DepartmentMail", "확인하고 닫기"), holder, icon="archive")
        self.look = Button(translate("DepartmentMail", "이관한 글 보기"), holder, icon="list")
        self.accept.clicked.connect(lambda: acts.accept(self.table.chosen()))
        self.as_post.clicked.connect(lambda: acts.make_post(self.table.chosen()))
        self.dismiss.clicked.connect(lambda: acts.dismiss(self.table.chosen()))
        self.look.clicked.connect(lambda: self._open())
        for button in (self.accept, self.as_post, self.dismiss, self.look):
            flow.addWidget(button)
        self.table.buttons = [self.accept, self.as_post, self.dismiss, self.look]
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for part in (self.subject, self.where, self.why):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addWidget(holder)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.empty = EmptyState(
            translate("DepartmentMail", "믿지 않은 회신이 없습니다."),
            translate("DepartmentMail", "부서가 아닌 곳에서 온 회신과 자동 회신이 여기에 모입니다."),
            icon="inbox",
            parent=self,
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.empty)
        self.table.chosen_changed.connect(self._show_card)
        self.table.entered.connect(lambda: self.accept.click() if self.accept.isEnabled() else None)
        self.show_rows([])

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.table.show_rows(rows, [_cells(mail) for mail in rows])
        self._stack.setCurrentIndex(0 if rows else 1)

    def _show_card(self) -> None:
        mail = self.table.chosen()
        self.card.setVisible(mail is not None)
        if mail is None:
            return
        from desktop.models.forwarding_mail.refused import ACCEPTABLE

        row = mail.row
        self.subject.setText(row.subject)
        parts = [row.sender or translate("DepartmentMail", "보낸 사람 없음"), fmt.full(mail.at_ms)]
        if mail.department:
            parts.append(translate("DepartmentMail", "이관한 부서: {name}").format(name=mail.department))
        if mail.files:
            names = ", ".join(mail.files)
            parts.append(translate("DepartmentMail", "첨부: {names}").format(names=names))
        self.where.setText(" · ".join(parts))
        why = words.refusal_sentence(row.reason)
        if row.done:
            done = translate("DepartmentMail", "{what} · {who} {when}").format(
                what=words.done_word(row.done), who=row.done_by, when=fmt.short(row.done_ms)
            )
            why = f"{why} {done}"
        self.why.setText(why)
        if self.text.toPlainText() != mail.text:
            self.text.setPlainText(mail.text)
        may = self._bridge.may("mail.judge") and not row.done
        self.accept.setVisible(may and row.reason in ACCEPTABLE and mail.open)
        self.as_post.setVisible(may)
        self.dismiss.setVisible(may)
        self.look.setVisible(bool(mail.case_id))

    def _open(self) -> None:
        mail = self.table.chosen()
        if mail is not None and mail.case_id:
            self._bridge.open_post.emit(mail.case_id)


def _cells(mail: Any) -> tuple[str, ...]:
    row = mail.row
    why = words.refusal_word(row.reason) if not row.done else words.done_word(row.done)
    return (why, row.sender or "–", fmt.short(row.at_ms))
