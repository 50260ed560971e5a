"""소관 부서 정하기: a case that two departments gave back stops here until triage says whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.models import cases, departments, forwarding
from desktop.models.current import database
from desktop.models.departments import DepartmentIndex, Suggestion
from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.forwarding.handing import Wish, store_wish
from desktop.ui.forwarding.words import sent_sentence
from desktop.ui.lists.picker import DepartmentPicker
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

REASON_LINES = 3


@dataclass(frozen=True, slots=True)
class Loaded:
    departments: DepartmentIndex
    suggested: Sequence[Suggestion]
    had: Sequence[Any]  # Forwarding of every lead department so far, in order
    words: tuple[str, ...]  # of the text, that may name the matter


def load(case_id: int, lead: str) -> Loaded:
    """On a reader thread."""
    row = database.execute_sql("SELECT text FROM post WHERE id = ?", (case_id,)).fetchone()
    text = row[0] if row else ""
    suggested = forwarding.suggestions(text)
    chosen = next((one for one in suggested if one.code == lead), None)
    words = chosen.words if chosen is not None else suggested[0].words if suggested else ()
    had = [one for one in forwarding.of_case(case_id) if one.lead]
    return Loaded(departments.index(), suggested, had, words)


class OwnerDialog(Dialog):
    """``ruled`` comes after it was stored: (what to say, step)."""

    ruled = Signal(str, str)

    def __init__(
        self, bridge: Any, loaded: Loaded, wish: Wish, error: Any, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("OwnerDialog", "소관 부서 정하기"), bridge, parent, width=560)
        self._loaded = loaded
        self._wish = wish
        self._stopped: tuple[int, ...] = error.case_ids
        self.owner = wish.lead
        self._build()
        self._show_owner()

    def _build(self) -> None:
        text = translate(
            "OwnerDialog", "두 부서를 거쳐 돌아온 건입니다. 누가 맡을지 정하면 그 부서로 갑니다."
        )
        self.body.addWidget(label(text, "", self, wrap=True))
        if len(self._stopped) > 1:
            many = translate("OwnerDialog", "이런 건이 {count}건입니다. 같은 부서로 정합니다.")
            self.body.addWidget(label(many.format(count=fmt.number(len(self._stopped))), "meta", self))
        names = self._loaded.departments.names
        for row in self._loaded.had:
            if row.reason:
                told = translate("OwnerDialog", "{name}: {reason}")
                words = told.format(name=names.get(row.department, row.department), reason=row.reason)
                self.body.addWidget(label(f"· {words}", "meta", self, wrap=True))
        self.owner_button = Button("", self, icon="chevron-down")
        self.owner_button.clicked.connect(lambda: self._pick())
        self.body.addWidget(field(translate("OwnerDialog", "소관 부서"), self.owner_button))
        self.reason = PreeditTextEdit(translate("OwnerDialog", "까닭"), self)
        self.reason.setFixedHeight(theme().px(22 * REASON_LINES + 16))
        hint = translate("OwnerDialog", "이 부서에 함께 전합니다.")
        self.body.addWidget(field(translate("OwnerDialog", "까닭"), self.reason, hint))
        self.words = QLineEdit(", ".join(self._loaded.words), self)
        hint = translate("OwnerDialog", "이 낱말이 모두 든 글에는 다음부터 이 부서를 먼저 추천합니다.")
        self.body.addWidget(field(translate("OwnerDialog", "이런 글에도"), self.words, hint))
        self.add_cancel()
        self.act = self.add_button(translate("OwnerDialog", "이 부서로 정하기"), "primary")
        self.act.clicked.connect(lambda: self.submit())
        self.reason.typed.connect(lambda text: self.act.setEnabled(bool(text.strip())))
        self.act.setEnabled(False)
        self.picker = DepartmentPicker(self)
        self.picker.picked.connect(self._picked)
        self.reason.setFocus()

    def _pick(self) -> None:
        at = self.owner_button.mapTo(self, QPoint(0, self.owner_button.height() + 2))
        title = translate("OwnerDialog", "소관 부서 고르기")
        self.picker.show_for(self._loaded.departments, self._loaded.suggested, at, title=title)

    def _picked(self, code: str, _name: str) -> None:
        self.owner = code
        self._show_owner()
        self.owner_button.setFocus()

    def _show_owner(self) -> None:
        name = self._loaded.departments.names.get(self.owner, self.owner)
        self.owner_button.setText(name)
        told = translate("OwnerDialog", "소관 부서: {name}")
        self.owner_button.setAccessibleName(told.format(name=name))

    def submit(self) -> None:
        reason = take_text(self.reason).strip()
        if reason and self._task is None:
            self.fail("")
            self.work(self._store(reason, words_in(take_text(self.words))))

    async def _store(self, reason: str, words: list[str]) -> None:
        name = self._loaded.departments.names.get(self.owner, self.owner)
        wish = replace(self._wish, lead=self.owner, name=name)
        step = wish.step or cases.new_step()
        deputy = await self.bridge.write(_rule, wish, self._stopped, reason, words, step)
        self.ruled.emit(sent_sentence(len(wish.case_ids), name, deputy), step)
        self.accept()

    def busy(self, busy: bool) -> None:
        self.act.setEnabled(not busy)


def words_in(text: str) -> list[str]:
    """What was typed, one word or phrase between commas."""
    return [word.strip() for word in re.split(r"[,;，、]", text) if word.strip()]


def _rule(tx: Any, wish: Wish, stopped: Sequence[int], reason: str, words: Sequence[str], step: str) -> str:
    for number, case_id in enumerate(stopped):
        # One ruling with the words; the other cases are named one by one.
        forwarding.name_owner(tx, case_id, wish.lead, reason, words if number == 0 else (), step)
    return store_wish(tx, wish, step)
