"""Dialogs on the clock of a case: why it is due when it is, what it is taken as, a pause, an extension.

Each shows what would come of it before it is done, and does it in one gesture that can be taken back. A
dialog is given the ids of cases; for several, what it shows is that of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models import cases
from desktop.models.deadlines import allowed, clocks, looking
from desktop.models.deadlines.counting import LONGEST
from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.deadlines.sayings import (
    all_lines,
    due_line,
    kind_word,
    length_words,
    no_reasons,
    option_words,
    own,
    reasons,
    tag_of,
)
from desktop.ui.deadlines.words import moment
from desktop.ui.theme.style import theme
from desktop.ui.widgets.editors import TextLine, take_text
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.numbers import NumberBox

translate = QCoreApplication.translate

WAIT_MS = 150
"""Rest of a number under change before what would come of it is worked out."""


def fit(dialog: Dialog) -> None:
    """Make room for what was read after the dialog had been shown, as far as the screen has it."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    room = dialog.screen().availableGeometry().width() - theme().px(48)
    width = min(max(dialog.width(), layout.minimumSize().width()), room)
    dialog.resize(width, max(layout.totalHeightForWidth(width), dialog.minimumHeight()))


class WhyDialog(Dialog):
    """Line by line why a case is due when it is."""

    def __init__(self, bridge: Any, parent: QWidget | None, case_id: int) -> None:
        super().__init__(translate("DueDialog", "기한의 까닭"), bridge, parent, width=680)
        self._case_id = case_id
        self.summary = label("", "name", self, wrap=True)
        self.body.addWidget(self.summary)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(translate("DueDialog", "기한을 센 방법"))
        self.text.setMinimumHeight(280)
        self.text.setTabChangesFocus(True)
        self.body.addWidget(self.text, 1)
        self.add_cancel(translate("DueDialog", "닫기"))
        self.text.setFocus()
        self.work(self._load())

    async def _load(self) -> None:
        now = fmt.now_ms()
        look = await self.bridge.read(looking.look, self._case_id)
        if look is None:
            self.summary.setText(translate("DueDialog", "이 건에는 기한이 없습니다. 먼저 분류해 주세요."))
            return
        self.summary.setText(due_line(look.clock, now).text)
        lines = [all_lines(look.lines)]
        if look.clock.state != clocks.STOPPED and look.notice_ms is not None:
            if look.noticed_ms is not None:
                text = translate("DueDialog", "처리 상황을 안내한 때: {moment}")
                lines.append(text.format(moment=fmt.full(look.noticed_ms)))
            text = translate("DueDialog", "다음 처리 상황 안내: {moment}까지")
            if look.notice_ms < now:
                text = translate("DueDialog", "처리 상황 안내가 늦었습니다: {moment}까지였습니다")
            lines.append(text.format(moment=moment(look.notice_ms, now)))
        self.text.setPlainText("\n".join(lines))


class KindDialog(Dialog):
    """What cases are taken as; every choice says until when it would be due."""

    def __init__(self, bridge: Any, parent: QWidget | None, case_ids: Sequence[int]) -> None:
        super().__init__(translate("DueDialog", "처리 종류 바꾸기"), bridge, parent, width=560)
        self._ids = list(case_ids)
        self._options: list[Any] = []
        self._begun = 0
        hint = translate("DueDialog", "시작한 때와 멈춘 시간은 그대로 두고 기한을 다시 셉니다.")
        if len(self._ids) > 1:
            many = translate("DueDialog", "{count}건을 모두 바꿉니다. 보이는 기한은 첫 번째 건의 것입니다.")
            hint = f"{many.format(count=fmt.number(len(self._ids)))} {hint}"
        self.body.addWidget(label(hint, "meta", self, wrap=True))
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.group = QButtonGroup(self)
        self.group.idToggled.connect(lambda *_: self._chosen())
        self.days = NumberBox(1, LONGEST["day"], self)
        self.days.setValue(3)
        self.days.setSuffix(translate("DueDialog", "일"))
        self._again = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._again.timeout.connect(lambda: self.work(self._load(self.days.value())))
        self.days.valueChanged.connect(lambda _: self._again.start())
        self.length = field(
            translate("DueDialog", "현장민원의 처리 기간"),
            self.days,
            translate(
                "DueDialog", "제정 자료의 표를 구하지 못했습니다. 우리 기관의 표에 있는 기간을 적어 주세요."
            ),
        )
        self.length.hide()
        self.body.addWidget(self.length)
        self.certainty = label("", "meta", self, wrap=True)
        self.body.addWidget(self.certainty)
        self.add_cancel()
        self.act = self.add_button(translate("DueDialog", "처리 종류 바꾸기"), "primary")
        self.act.setEnabled(False)
        self.act.clicked.connect(lambda: self.work(self._do()))
        self.work(self._load(None))

    def option(self) -> Any:
        """What is chosen, or None."""
        at = self.group.checkedId()
        return self._options[at] if 0 <= at < len(self._options) else None

    async def _load(self, amount: int | None) -> None:
        self._options = await self.bridge.read(looking.options, self._ids[0], amount)
        now = fmt.now_ms()
        for at, option in enumerate(self._options):
            words = option_words(option, now)
            button = self.group.button(at)
            if button is None:
                button = QRadioButton(words, self)
                self.group.addButton(button, at)
                self._column.addWidget(button)
                button.setChecked(option.chosen)
                if option.chosen:
                    button.setFocus()
                    if option.rule.amount is not None and option.rule.certainty == "missing":
                        self.days.blockSignals(True)
                        self.days.setValue(option.rule.amount)
                        self.days.blockSignals(False)
            button.setText(words)
        if not self._options:
            self.fail(translate("DueDialog", "이 건에는 기한이 없습니다. 먼저 분류해 주세요."))
        self._chosen()

    def _chosen(self) -> None:
        option = self.option()
        if option is None:
            return
        needs_length = self._needs_length(option)
        self.length.setVisible(needs_length)
        tag = tag_of(option.rule)
        source = " · ".join(part for part in (option.rule.basis, tag) if part)
        self.certainty.setText(
            translate("DueDialog", "근거: {source}").format(source=source) if source else ""
        )
        if needs_length and option.due_ms is None:
            self._again.start(0)
        self.act.setEnabled(not option.chosen or needs_length or len(self._ids) > 1)
        fit(self)

    def _needs_length(self, option: Any) -> bool:
        return bool(option.rule.certainty == "missing")

    async def _do(self) -> None:
        option = self.option()
        if option is None:
            return
        amount = self.days.value() if self._needs_length(option) else None
        step = cases.new_step()
        made = await self.bridge.write(_switch, self._ids, option.kind, option.rule.code, amount, step)
        text = translate("DueDialog", "{count}건을 {kind} 기한으로 바꿨습니다: {due}")
        due = translate("DueDialog", "기한 미정") if made.due_ms is None else moment(made.due_ms)
        count = fmt.number(len(self._ids))
        self.bridge.did(text.format(count=count, kind=kind_word(option.kind), due=due), step)
        self.accept()


class PauseDialog(Dialog):
    """Something is asked of the citizen first; the clock stands still until it has come."""

    def __init__(self, bridge: Any, parent: QWidget | None, case_ids: Sequence[int]) -> None:
        super().__init__(translate("DueDialog", "보완 요청으로 기한 멈추기"), bridge, parent, width=480)
        self._ids = list(case_ids)
        self.body.addWidget(
            label(
                translate(
                    "DueDialog",
                    "보완을 기다리는 시간은 기한에 세지 않습니다. 보완이 오면 다시 시작해 주세요.",
                ),
                "meta",
                self,
                wrap=True,
            )
        )
        self.reason = TextLine(self)
        self.reason.setMaxLength(200)
        hint = translate("DueDialog", "예: 고장 난 곳의 주소를 여쭘")
        self.body.addWidget(field(translate("DueDialog", "시민에게 요청한 것"), self.reason, hint))
        self.add_cancel()
        self.act = self.add_button(translate("DueDialog", "기한 멈추기"), "primary")
        self.act.clicked.connect(self._press)
        self.reason.returnPressed.connect(self._press)
        self.reason.setFocus()

    def _press(self) -> None:
        reason = take_text(self.reason).strip()
        if not reason:
            self.fail(translate("DueDialog", "무엇을 요청했는지 적어 주세요."))
            self.reason.setFocus()
            return
        self.work(self._do(reason))

    async def _do(self, reason: str) -> None:
        step = cases.new_step()
        await self.bridge.write(_each, self._ids, clocks.pause, step, reason)
        text = translate("DueDialog", "{count}건의 기한을 멈췄습니다. 보완이 오면 다시 시작해 주세요")
        self.bridge.did(text.format(count=fmt.number(len(self._ids))), step)
        self.accept()


class ExtendDialog(Dialog):
    """Once, within the period, for a lawful reason; says which the law takes and which it does not."""

    def __init__(self, bridge: Any, parent: QWidget | None, case_ids: Sequence[int]) -> None:
        super().__init__(translate("DueDialog", "기한 연장"), bridge, parent, width=520)
        self._ids = list(case_ids)
        self.now_due = label("", "name", self, wrap=True)
        self.body.addWidget(self.now_due)
        self.amount = NumberBox(1, 1, self)
        self._again = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._again.timeout.connect(lambda: self.work(self._preview()))
        self.amount.valueChanged.connect(lambda _: self._again.start())
        self.new_due = label("", "name", self, wrap=True)
        self.new_due.setAccessibleName(translate("DueDialog", "새 기한"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(field(translate("DueDialog", "늘릴 기간"), self.amount))
        row.addWidget(self.new_due, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.reason = QComboBox(self)
        self.words = TextLine(self.reason)
        self.words.setMaxLength(200)
        self.words.setAccessibleName(translate("DueDialog", "연장 사유"))
        self.words.setPlaceholderText(translate("DueDialog", "골라 주시거나 적어 주세요"))
        self.reason.setEditable(True)
        self.reason.setLineEdit(self.words)
        self.reason.view().setAccessibleName(translate("DueDialog", "연장 사유"))
        self.reason.addItems(reasons())
        self.reason.setCurrentIndex(-1)
        never = translate("DueDialog", "사유가 되지 않는 것: {reasons}").format(
            reasons=", ".join(no_reasons())
        )
        self.body.addWidget(field(translate("DueDialog", "연장 사유"), self.reason, never))
        self.law = label("", "meta", self, wrap=True)
        self.body.addWidget(self.law)
        self.add_cancel()
        self.act = self.add_button(translate("DueDialog", "기한 연장하기"), "primary")
        self.act.setEnabled(False)
        self.act.clicked.connect(self._press)
        self.work(self._load())

    async def _load(self) -> None:
        now = fmt.now_ms()
        look = await self.bridge.read(looking.look, self._ids[0])
        if look is None:
            self.fail(translate("DueDialog", "이 건에는 기한이 없습니다. 먼저 분류해 주세요."))
            return
        self.now_due.setText(due_line(look.clock, now).text)
        if look.extension is not None:
            row = look.extension
            note = row.note_ko if own(("ko", "en")) == "ko" else row.note_en
            parts = (note, row.basis, tag_of(row))
            self.law.setText(" · ".join(part for part in parts if part))
        code = allowed.why_no_extension(look.clock, look.rule, now)
        if code:
            self.amount.setEnabled(False)
            self.reason.setEnabled(False)
            self.fail(clocks.ClockRefused(code, code=code))
            fit(self)
            return
        longest = allowed.longest_extension(look.rule)
        self.amount.blockSignals(True)
        self.amount.setRange(1, longest)
        self.amount.setValue(longest)
        self.amount.setSuffix(f" / {length_words(look.rule)}")
        self.amount.blockSignals(False)
        self.amount.setFocus()
        self.act.setEnabled(True)
        await self._preview()
        fit(self)

    async def _preview(self) -> None:
        due = await self.bridge.read(looking.extended, self._ids[0], self.amount.value())
        text = translate("DueDialog", "새 기한: {due}")
        self.new_due.setText("" if due is None else text.format(due=moment(due)))

    def _press(self) -> None:
        reason = take_text(self.words).strip()
        if not allowed.lawful(reason):
            self.fail(clocks.ClockRefused(reason, code="clock-reason"))
            self.reason.setFocus()
            return
        self.work(self._do(reason))

    async def _do(self, reason: str) -> None:
        step = cases.new_step()
        made = await self.bridge.write(_each, self._ids, clocks.extend, step, self.amount.value(), reason)
        due = "" if made is None or made.due_ms is None else moment(made.due_ms)
        text = translate("DueDialog", "{count}건의 기한을 연장했습니다: {due}. 시민에게 알려 주세요")
        self.bridge.did(text.format(count=fmt.number(len(self._ids)), due=due), step)
        self.accept()


def _switch(tx: Any, case_ids: list[int], kind: str, rule: str, amount: int | None, step: str) -> Any:
    made = [clocks.switch(tx, case, kind, rule=rule, amount=amount, step=step) for case in case_ids]
    return made[0]


def _each(tx: Any, case_ids: list[int], work: Callable[..., Any], step: str, *values: Any) -> Any:
    made = [work(tx, case, *values, step=step) for case in case_ids]
    return made[0] if made else None


def resume_all(tx: Any, case_ids: list[int], step: str) -> Any:
    """The supplements have come."""
    return _each(tx, case_ids, clocks.resume, step)
