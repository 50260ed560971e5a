"""Deciding on one idea: adopt, hold or reject, why, and for what is adopted who does it by when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.departments import DepartmentIndex, Suggestion
from desktop.models.meetings.rows import DECISIONS
from desktop.ui.detail.drafts import DraftKeeper
from desktop.ui.lists.picker import DepartmentPicker
from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.moments import qt_today

translate = QCoreApplication.translate

DRAFT = "decision"
"""Kind of the draft that keeps a reason while it is typed."""

MONTHS_AHEAD = 3
LONGEST_NAME = 14


class DecisionPanel(QFrame):
    """``saved``: (decision, reason, owner, planned) shall be stored. What was typed of a reason is kept."""

    saved = Signal(str, str, str, str)

    def __init__(self, bridge: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._case = 0
        self._owner = ""
        self._departments = DepartmentIndex(())
        self._suggested: Sequence[Suggestion] = ()
        self.setProperty("kind", "card")
        self.setAccessibleName(translate("Meetings", "결정"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._make_buttons())
        self.reason = PreeditTextEdit(translate("Meetings", "결정 사유"), self)
        self.reason.setPlaceholderText(
            translate("Meetings", "사유를 적어 주세요. 제안자에게 그대로 알립니다.")
        )
        self.save_button = Button(
            translate("Meetings", "저장하고 다음"), self, kind="primary", key="Ctrl+Enter"
        )
        self.save_button.clicked.connect(lambda: self.save())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self._make_adopted())
        self.hint = label("", "danger", self, wrap=True)
        self.hint.hide()
        column.addWidget(self.hint)
        self.keeper = DraftKeeper(bridge, DRAFT, self.reason.text_now, self)
        self.reason.typed.connect(lambda _: self.keeper.touched())
        self.reason.typed.connect(lambda _: self._say(""))
        self.picker: DepartmentPicker | None = None
        self._set_owner("")
        theme().changed.connect(self._fit)
        self._fit()

    def _make_buttons(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = {
            "adopted": (translate("Meetings", "채택하기"), "check", "Alt+1"),
            "held": (translate("Meetings", "보류하기"), "pause", "Alt+2"),
            "rejected": (translate("Meetings", "불채택하기"), "x", "Alt+3"),
        }
        self.buttons: dict[str, Button] = {}
        for decision in DECISIONS:
            text, icon, key = words[decision]
            button = Button(text, holder, kind="decision", icon=icon, key=key)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, decision=decision: self.choose(decision))
            self.buttons[decision] = button
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _make_adopted(self) -> QWidget:
        self.adopted = QWidget(self)
        row = QHBoxLayout(self.adopted)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.owner_button = Button("", self.adopted, icon="folder")
        self.owner_button.clicked.connect(lambda: self.pick_owner())
        self.date = QDateEdit(self.adopted)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy. M. d.")
        self.date.setAccessibleName(translate("Meetings", "추진 예정일"))
        until = label(translate("Meetings", "추진 예정일"), "meta", self.adopted)
        until.setBuddy(self.date)
        row.addWidget(self.owner_button)
        row.addWidget(until)
        row.addWidget(self.date)
        row.addStretch(1)
        return self.adopted

    # --- what is shown ---

    def show_idea(
        self,
        case_id: int,
        item: Any,
        departments: DepartmentIndex,
        suggested: Sequence[Suggestion],
        draft: str,
    ) -> None:
        """The same idea again leaves alone what is being typed."""
        self._departments, self._suggested = departments, suggested
        if case_id == self._case:
            return
        self._case = case_id
        for name, button in self.buttons.items():
            button.setChecked(name == item.decision)
        self.keeper.open(case_id, draft, None)
        self.reason.setPlainText(draft or item.reason)
        self._set_owner(item.owner or (suggested[0].code if suggested else ""))
        known = QDate.fromString(item.planned, Qt.DateFormat.ISODate)
        self.date.setMinimumDate(qt_today())
        self.date.setDate(known if known.isValid() else qt_today().addMonths(MONTHS_AHEAD))
        self._say("")
        self._arrange()

    def forget(self) -> None:
        """No idea is decided on here now; what was typed is kept."""
        if self._case:
            self.keeper.close()
            self._case = 0

    def decision(self) -> str:
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, decision: str) -> None:
        """A button or Alt+1 to Alt+3: the reason takes the focus."""
        for name, button in self.buttons.items():
            button.setChecked(name == decision)
        self._say("")
        self._arrange()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Store what is chosen, or say what is missing."""
        decision, reason = self.decision(), take_text(self.reason).strip()
        if not self._case:
            return
        if not decision:
            self._say(translate("Meetings", "채택, 보류, 불채택 중에서 골라 주세요."))
            self.buttons[DECISIONS[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not reason:
            self._say(translate("Meetings", "사유를 적어 주세요. 적어야 저장합니다."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            adopted = decision == "adopted"
            planned = self.date.date().toString(Qt.DateFormat.ISODate) if adopted else ""
            self.saved.emit(decision, reason, self._owner if adopted else "", planned)

    def stored(self) -> None:
        """The decision is in the database: the draft of its reason is not needed any more."""
        self.keeper.drop()
        self.keeper.close()
        self._case = 0

    def pick_owner(self) -> None:
        """Choose the department that carries it out."""
        if self.picker is None:
            self.picker = DepartmentPicker(self.window())
            self.picker.picked.connect(self._picked)
        at = self.owner_button.mapTo(self.window(), QPoint(0, -theme().px(370)))
        title = translate("Meetings", "추진 부서 고르기")
        self.picker.show_for(self._departments, self._suggested, at, title=title)

    # --- inside ---

    def _picked(self, code: str, _name: str) -> None:
        self._set_owner(code)
        self.owner_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_owner(self, code: str) -> None:
        self._owner = code if code in self._departments.names else ""
        name = self._departments.names.get(self._owner, translate("Meetings", "정하지 않음"))
        text = translate("Meetings", "추진 부서: {name}")
        self.owner_button.setText(text.format(name=cut(name)))
        self.owner_button.setAccessibleName(text.format(name=name))
        self.owner_button.setToolTip(name)

    def _arrange(self) -> None:
        self.adopted.setVisible(self.decision() == "adopted")

    def _say(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        if text:
            announce(self, text, urgent=True)

    def _fit(self) -> None:
        self.reason.setFixedHeight(theme().px(60))


def cut(name: str) -> str:
    """A department's name as a button can show it."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
