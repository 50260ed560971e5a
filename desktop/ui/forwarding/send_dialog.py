"""더 정하기: lead and supporting departments, a note to them, and what the case is taken as."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models import departments, forwarding
from desktop.models.deadlines import looking
from desktop.models.departments import DepartmentIndex, Suggestion
from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.deadlines.sayings import option_words
from desktop.ui.forwarding.handing import Wish, likely
from desktop.ui.lists.picker import DepartmentPicker
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

NOTE_LINES = 3


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the dialog shows of the first case."""

    departments: DepartmentIndex
    suggested: Sequence[Suggestion]
    options: Sequence[Any]  # looking.Option
    helping: tuple[str, ...]  # codes of supporting departments that have it already
    by_mail: frozenset[str]  # codes of departments that get a letter


def load(case_id: int, text: str) -> Loaded:
    """On a reader thread."""
    helping = tuple(row.department for row in forwarding.of_case(case_id) if row.open and not row.lead)
    fitting = [option for option in looking.options(case_id) if option.due_ms is not None or option.chosen]
    suggested, by_mail = likely(text)
    return Loaded(departments.index(), suggested, fitting, helping, by_mail)


class SendDialog(Dialog):
    """``wished`` gives what was decided; the dialog itself stores nothing."""

    wished = Signal(object)

    def __init__(
        self,
        bridge: Any,
        loaded: Loaded,
        case_ids: Sequence[int],
        lead: str,
        step: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate("ForwardDialog", "부서로 이관하기"), bridge, parent, width=560)
        self._loaded = loaded
        self._case_ids = tuple(case_ids)
        self._step = step
        self.lead = lead
        self.supporting: list[str] = []
        self._picked: Callable[[str, str], None] = self._lead_picked
        if len(case_ids) > 1:
            many = translate("ForwardDialog", "{count}건을 함께 이관합니다.")
            self.body.addWidget(label(many.format(count=fmt.number(len(case_ids))), "meta", self))
        self._build()
        self._show_departments()

    def _build(self) -> None:
        self.lead_button = Button("", self, icon="chevron-down")
        self.lead_button.clicked.connect(lambda: self._pick(self._lead_picked, self.lead_button))
        self.body.addWidget(field(translate("ForwardDialog", "주무 부서"), self.lead_button))
        self.lead_hint = label("", "meta", self, wrap=True)
        self.body.addWidget(self.lead_hint)
        holder = QWidget(self)
        self._rows = QVBoxLayout(holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.add_support = Button(translate("ForwardDialog", "협조 부서 더하기"), holder, icon="plus")
        self.add_support.clicked.connect(lambda: self._pick(self._support_picked, self.add_support))
        self.body.addWidget(label(translate("ForwardDialog", "협조 부서"), "name", self))
        self.body.addWidget(holder)
        self.body.addWidget(self.add_support, 0, Qt.AlignmentFlag.AlignLeft)
        self.note = PreeditTextEdit(translate("ForwardDialog", "부서에 남기는 말"), self)
        self.note.setFixedHeight(theme().px(22 * NOTE_LINES + 16))
        hint = translate("ForwardDialog", "부서만 봅니다. 시민에게는 보내지 않습니다.")
        self.body.addWidget(field(translate("ForwardDialog", "부서에 남기는 말"), self.note, hint))
        self.kind = QComboBox(self)
        self.kind.view().setAccessibleName(translate("ForwardDialog", "처리 종류와 기한"))
        now = fmt.now_ms()
        for option in self._loaded.options:
            self.kind.addItem(option_words(option, now), option)
            if option.chosen:
                self.kind.setCurrentIndex(self.kind.count() - 1)
        self._kind_field = field(translate("ForwardDialog", "처리 종류와 기한"), self.kind)
        self._kind_field.setVisible(bool(self._loaded.options))
        self.body.addWidget(self._kind_field)
        self.add_cancel()
        self.act = self.add_button(translate("ForwardDialog", "부서로 이관하기"), "primary")
        self.act.clicked.connect(lambda: self.submit())
        self.picker = DepartmentPicker(self)
        self.picker.set_by_mail(self._loaded.by_mail)
        self.picker.picked.connect(lambda code, name: self._picked(code, name))

    # --- departments --------------------------------------------------------------------------------------

    def _pick(self, picked: Callable[[str, str], None], at: QWidget) -> None:
        self._picked = picked
        title = at.text() if at is self.add_support else translate("ForwardDialog", "주무 부서 고르기")
        taken = {self.lead, *self.supporting}
        suggested = [one for one in self._loaded.suggested if one.code not in taken]
        where = at.mapTo(self, QPoint(0, at.height() + 2))
        self.picker.show_for(self._loaded.departments, suggested, where, title=title)

    def _lead_picked(self, code: str, _name: str) -> None:
        self.lead = code
        self.supporting = [one for one in self.supporting if one != code]
        self._show_departments()
        self.lead_button.setFocus()

    def _support_picked(self, code: str, _name: str) -> None:
        if code != self.lead and code not in self.supporting:
            self.supporting.append(code)
        self._show_departments()
        self.add_support.setFocus()

    def _drop(self, code: str) -> None:
        self.supporting.remove(code)
        self._show_departments()
        self.add_support.setFocus()

    def _show_departments(self) -> None:
        names = self._loaded.departments.names
        nobody = translate("ForwardDialog", "부서를 골라 주세요")
        self.lead_button.setText(names.get(self.lead, nobody))
        words = translate("ForwardDialog", "주무 부서: {name}")
        self.lead_button.setAccessibleName(words.format(name=names.get(self.lead, nobody)))
        self._show_hint()
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for code in (*self._loaded.helping, *self.supporting):
            name = names.get(code, code)
            if code in self._loaded.by_mail:
                name = translate("ForwardDialog", "{name} · 메일로 보냄").format(name=name)
            self._rows.addWidget(self._row(code, name))
        self.act.setEnabled(bool(self.lead))
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _row(self, code: str, name: str) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        if code in self._loaded.helping:
            there = translate("ForwardDialog", "{name} (이미 협조 중)").format(name=name)
            line.addWidget(label(there, "meta", row), 1)
            return row
        line.addWidget(label(name, "", row), 1)
        remove = IconButton("x", translate("ForwardDialog", "{name} 빼기").format(name=name), row)
        remove.setAutoDefault(False)
        remove.clicked.connect(lambda: self._drop(code))
        line.addWidget(remove)
        return row

    def _show_hint(self) -> None:
        """Who gets it in the end, where the chosen department is absent, and that it goes by mail."""
        index = self._loaded.departments
        row = index.by_code.get(self.lead)
        said = []
        code = self.lead
        if row is not None and row.absent:
            code = index.stand_in(self.lead).code
            if code:
                text = translate("ForwardDialog", "부재 중이라 대직 {name}에 보냅니다.")
                said.append(text.format(name=index.names[code]))
            else:
                said.append(
                    translate("ForwardDialog", "부재 중이고 대직이 없습니다. 다른 부서를 골라 주세요.")
                )
        if code in self._loaded.by_mail:
            said.append(translate("ForwardDialog", "이 부서에는 메일로 보냅니다."))
        self.lead_hint.setText(" ".join(said))
        self.lead_hint.setVisible(bool(said))

    # --- the end ------------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Tell what was decided."""
        if not self.lead:
            return
        option = self.kind.currentData()
        changed = option is not None and not option.chosen
        wish = Wish(
            self._case_ids,
            self.lead,
            self._loaded.departments.names.get(self.lead, self.lead),
            tuple(self.supporting),
            take_text(self.note).strip(),
            kind=option.kind if changed else "",
            rule=option.rule.code if changed else "",
            step=self._step,
        )
        self.wished.emit(wish)
        self.accept()
