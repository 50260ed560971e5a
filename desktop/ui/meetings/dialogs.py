"""The small dialogs about one idea: its words and numbers, how far it is, asking again, ending a meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QSlider, QWidget

from desktop.models import cases
from desktop.models.deadlines.calendar import HOUR_MS, number_of, start_of
from desktop.models.meetings import ideas
from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.lists.picker import DepartmentPicker
from desktop.ui.meetings.idea_data import Loaded
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.moments import qt_today
from desktop.ui.widgets.numbers import NumberBox

translate = QCoreApplication.translate


class _Form(Dialog):
    """Saves once and closes; what was typed stays where it did not work."""

    def __init__(self, title: str, act: str, bridge: Any, parent: QWidget | None) -> None:
        super().__init__(title, bridge, parent)
        self._act = act

    def finish(self) -> None:
        """All fields are there: the buttons follow."""
        self.add_cancel()
        self.button = self.add_button(self._act, "primary")
        self.button.clicked.connect(lambda: self.save())

    def save(self) -> None:
        if self._task is None:
            self.fail("")
            self.work(self._save())

    async def _save(self) -> None:
        raise NotImplementedError

    def busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)

    def _note(self, name: str, text: str = "") -> PreeditTextEdit:
        made = PreeditTextEdit(name, self)
        made.setFixedHeight(theme().px(92))
        made.setPlainText(text)
        return made


class EditIdea(_Form):
    """Title, supporters that somebody counted, what the department thinks."""

    def __init__(self, bridge: Any, loaded: Loaded, parent: QWidget | None = None) -> None:
        title = translate("EditIdea", "아이디어 고치기")
        super().__init__(title, translate("EditIdea", "저장하기"), bridge, parent)
        self._row = loaded.row
        idea = loaded.row.idea
        self.title_line = QLineEdit(loaded.row.title, self)
        hint = translate("EditIdea", "비워 두면 글의 첫 문장이 제목이 됩니다.")
        self.body.addWidget(field(translate("EditIdea", "제목"), self.title_line, hint))
        self.supporters = NumberBox(0, ideas.MOST_SUPPORTERS, self)
        self.supporters.setGroupSeparatorShown(True)
        self.supporters.setValue(idea.supporters)
        hint = translate(
            "EditIdea", "묶인 글과 공유는 따로 더해집니다. 서명, 전화처럼 직접 센 수만 적습니다."
        )
        self.body.addWidget(field(translate("EditIdea", "직접 센 공감"), self.supporters, hint))
        self.review = self._note(translate("EditIdea", "검토 의견"), idea.review)
        hint = translate("EditIdea", "비용과 효과에 대한 부서의 생각입니다. 발표 화면에는 나오지 않습니다.")
        self.body.addWidget(field(translate("EditIdea", "검토 의견"), self.review, hint))
        may_edit = bridge.may("idea.edit", idea.state)
        self.title_line.setEnabled(may_edit)
        self.supporters.setEnabled(may_edit)
        self.finish()

    async def _save(self) -> None:
        idea, step = self._row.idea, cases.new_step()
        values: dict[str, Any] = {}
        title, review = take_text(self.title_line).strip(), take_text(self.review).strip()
        if title != self._row.title:
            values["title"] = title
        if self.supporters.value() != idea.supporters:
            values["supporters"] = self.supporters.value()
        if review != idea.review:
            values["review"] = review
        if values:
            seen = idea.changed_ms
            await self.bridge.write(ideas.edit, idea.case_id, seen_ms=seen, step=step, **values)
            self.bridge.did(translate("EditIdea", "아이디어를 고쳤습니다"), step)
        self.accept()


class ProgressDialog(_Form):
    """How far an adopted idea is, by when, who does it, and what was done."""

    def __init__(self, bridge: Any, loaded: Loaded, parent: QWidget | None = None) -> None:
        title = translate("Progress", "추진 상황 적기")
        super().__init__(title, translate("Progress", "저장하기"), bridge, parent)
        self._loaded = loaded
        idea = loaded.row.idea
        self._owner = idea.owner
        self.body.addWidget(label(loaded.row.title, "name", self, wrap=True))
        self.percent = NumberBox(0, 100, self)
        self.percent.setSuffix(" %")
        self.percent.setSingleStep(10)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(translate("Progress", "추진율"))
        self.percent.valueChanged.connect(self.slider.setValue)
        self.slider.valueChanged.connect(self.percent.setValue)
        self.percent.setValue(idea.progress)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.percent)
        self.body.addWidget(field(translate("Progress", "추진율"), both))
        self.percent.setAccessibleName(translate("Progress", "추진율"))
        self.note = self._note(translate("Progress", "무엇을 했나요"))
        self.body.addWidget(field(translate("Progress", "무엇을 했나요"), self.note))
        self.date = QDateEdit(self)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy. M. d.")
        known = QDate.fromString(idea.planned, Qt.DateFormat.ISODate)
        self.date.setDate(known if known.isValid() else qt_today())
        self.body.addWidget(field(translate("Progress", "추진 예정일"), self.date))
        self.owner_button = Button("", self, icon="folder")
        self.owner_button.setAutoDefault(False)
        self.owner_button.clicked.connect(lambda: self._pick())
        self.body.addWidget(self.owner_button)
        self._name_owner()
        self._picker: DepartmentPicker | None = None
        self.finish()

    def _pick(self) -> None:
        if self._picker is None:
            self._picker = DepartmentPicker(self)
            self._picker.picked.connect(self._picked)
        title = translate("Progress", "추진 부서 고르기")
        self._picker.show_for(
            self._loaded.departments, self._loaded.suggested, QPoint(24, theme().px(40)), title=title
        )

    def _picked(self, code: str, _name: str) -> None:
        self._owner = code
        self._name_owner()

    def _name_owner(self) -> None:
        name = self._loaded.names.get(self._owner, translate("Progress", "정하지 않음"))
        self.owner_button.setText(translate("Progress", "추진 부서: {name}").format(name=name))

    async def _save(self) -> None:
        idea, step = self._loaded.row.idea, cases.new_step()
        planned = self.date.date().toString(Qt.DateFormat.ISODate)
        values: dict[str, Any] = {"seen_ms": idea.changed_ms}
        if planned != idea.planned:
            values["planned"] = planned
        if self._owner != idea.owner:
            values["owner"] = self._owner
        percent, note = self.percent.value(), take_text(self.note)
        await self.bridge.write(ideas.set_progress, idea.case_id, percent, note, step=step, **values)
        text = translate("Progress", "추진 상황을 적었습니다: {n}%").format(n=fmt.number(percent))
        self.bridge.did(text, step)
        self.accept()


class AskAgain(_Form):
    """A rejected proposer asks for another look."""

    def __init__(self, bridge: Any, loaded: Loaded, parent: QWidget | None = None) -> None:
        title = translate("AskAgain", "재심사 요청 받기")
        super().__init__(title, translate("AskAgain", "요청 받기"), bridge, parent)
        self._loaded = loaded
        words = translate(
            "AskAgain", "아이디어가 안건 후보로 돌아가고 결정 기한이 새로 시작됩니다. 한 번만 할 수 있습니다."
        )
        self.body.addWidget(label(words, "", self, wrap=True))
        self.note = self._note(translate("AskAgain", "제안자가 말한 이유"))
        self.body.addWidget(field(translate("AskAgain", "제안자가 말한 이유"), self.note))
        self.date = QDateEdit(qt_today(), self)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy. M. d.")
        self.date.setMaximumDate(qt_today())
        self.body.addWidget(field(translate("AskAgain", "요청한 날"), self.date))
        self.finish()

    async def _save(self) -> None:
        step = cases.new_step()
        case_id = self._loaded.row.case_id
        day = self.date.date()
        asked = (
            None
            if day == qt_today()
            else start_of(number_of(date(day.year(), day.month(), day.day()))) + 12 * HOUR_MS
        )
        await self.bridge.write(ideas.reconsider, case_id, take_text(self.note), asked_ms=asked, step=step)
        self.bridge.did(translate("AskAgain", "재심사 요청을 받았습니다. 안건 후보로 돌아갔습니다"), step)
        self.accept()


class EndMeeting(Dialog):
    """Says which ideas were not come to before the meeting ends."""

    def __init__(
        self, bridge: Any, titles: list[str], run: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("EndMeeting", "회의 마치기"), bridge, parent)
        words = translate("EndMeeting", "결정하지 않은 안건 {n}건은 안건 후보로 돌아갑니다.")
        self.body.addWidget(label(words.format(n=fmt.number(len(titles))), "", self, wrap=True))
        for title in titles[:8]:
            self.body.addWidget(label(f"· {title}", "meta", self, wrap=True))
        if len(titles) > 8:
            more = translate("EndMeeting", "그 밖에 {n}건").format(n=fmt.number(len(titles) - 8))
            self.body.addWidget(label(more, "meta", self))
        self.add_cancel(translate("EndMeeting", "계속 심의하기"))
        self.button = self.add_button(translate("EndMeeting", "회의 마치기"), "primary")
        self.button.clicked.connect(self.accept)
        self.accepted.connect(run)
