"""Forms for promises: those of an answer before it is sent, and one of the list.

Owns the fields. It must not know how a promise is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.models.speaking.commitments import Proposed
from desktop.ui.channels.dialog import Dialog, Scrolled, field
from desktop.ui.speaking import words
from desktop.ui.theme.style import theme
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


def no_day() -> str:
    return translate("Promises", "날짜를 알 수 없습니다. 2026-12-31이나 12월 31일처럼 적어 주세요.")


def day_field(due: str) -> tuple[QWidget, QLineEdit]:
    line = QLineEdit(due)
    hint = translate("Promises", "예: 12월 31일, 이달 말")
    return field(translate("Promises", "언제까지"), line, hint), line


def owner_field(owner: str) -> tuple[QWidget, QLineEdit]:
    line = QLineEdit(owner)
    line.setMaxLength(100)
    return field(translate("Promises", "담당 부서나 사람"), line), line


class _One(QFrame):
    """One promise of an answer."""

    def __init__(self, promise: Proposed, kept: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.promise = promise
        self.keep = QCheckBox(translate("Promises", "약속 목록에 적기"), self)
        self.keep.setChecked(kept)
        column = QVBoxLayout(self)
        column.addWidget(label(promise.text, "", self, wrap=True))
        column.addWidget(self.keep)
        row = QHBoxLayout()
        row.setSpacing(12)
        day, self.due = day_field(promise.due)
        owner, self.owner = owner_field(promise.owner)
        for part in (day, owner):
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addStretch(1)


class AnswerPromises(Dialog):
    """``changed`` tells (sentence, due, owner, whether it is written down) for each."""

    changed = Signal(str, str, str, bool)

    def __init__(
        self, bridge: Any, promises: Sequence[tuple[Proposed, bool]], parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("Promises", "답변이 하는 약속"), bridge, parent, width=600)
        holder = QWidget()
        holder.setProperty("kind", "scroll")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.rows = [_One(promise, kept, holder) for promise, kept in promises]
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)
        self.body.addWidget(Scrolled(holder, self))
        self.add_cancel()
        self.add_button(translate("Promises", "이대로 적기"), "primary").clicked.connect(self._take)

    def _take(self) -> None:
        days = [words.typed_day(take_text(row.due)) for row in self.rows]
        for row, day in zip(self.rows, days, strict=True):
            if day is None:
                self.fail(no_day())
                row.due.setFocus()
                return
        for row, day in zip(self.rows, days, strict=True):
            self.changed.emit(row.promise.text, day, take_text(row.owner).strip(), row.keep.isChecked())
        self.accept()


class PromiseForm(Dialog):
    """One promise, new or old; ``wanted`` brings text, due and owner. The window that opened it stores it and
    then accepts, or tells a failure."""

    wanted = Signal(str, str, str)

    def __init__(
        self, bridge: Any, row: Any = None, parent: QWidget | None = None, *, owner: str = ""
    ) -> None:
        """``owner`` is the name of the row's owner on screen."""
        title = translate("Promises", "약속 고치기") if row else translate("Promises", "약속 적기")
        super().__init__(title, bridge, parent)
        self.text = PreeditTextEdit(translate("Promises", "약속한 내용"), self)
        self.text.setPlainText(row.text if row else "")
        self.text.setFixedHeight(theme().px(96))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.body.addWidget(field(translate("Promises", "약속한 내용"), self.text))
        day, self.due = day_field(row.due if row else "")
        who, self.owner = owner_field(owner)
        self.body.addWidget(day)
        self.body.addWidget(who)
        self.add_cancel()
        name = translate("Promises", "고친 대로 적기") if row else translate("Promises", "약속 적기")
        self.add_button(name, "primary").clicked.connect(self._take)

    def _take(self) -> None:
        day = words.typed_day(take_text(self.due))
        if day is None:
            self.fail(no_day())
            self.due.setFocus()
            return
        self.wanted.emit(take_text(self.text).strip(), day, take_text(self.owner).strip())


class NoteForm(Dialog):
    """A word that goes with an act: why it is dropped, what should be different. ``wanted`` brings it."""

    wanted = Signal(str)

    def __init__(
        self,
        bridge: Any,
        title: str,
        name: str,
        act: str,
        parent: QWidget | None = None,
        *,
        must: bool = True,
    ) -> None:
        super().__init__(title, bridge, parent)
        self._must = must
        self.text = PreeditTextEdit(name, self)
        self.text.setFixedHeight(theme().px(96))
        self.body.addWidget(field(name, self.text))
        self.add_cancel()
        self.add_button(act, "primary").clicked.connect(self._take)

    def _take(self) -> None:
        text = take_text(self.text).strip()
        if not text and self._must:
            self.fail(translate("Promises", "까닭을 적어 주세요."))
            self.text.setFocus()
            return
        self.wanted.emit(text)
        self.accept()
