"""What a department has to say in words: why it gives a case back, and why it needs more time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui import i18n
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.deadlines.words import moment
from desktop.ui.theme.style import theme
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.numbers import NumberBox

translate = QCoreApplication.translate

LINES = 4


class ReasonDialog(Dialog):
    """Asks for a reason and does the act; a refusal is said inside and what was typed stays."""

    def __init__(
        self,
        bridge: Any,
        title: str,
        text: str,
        act: str,
        do: Callable[[str], Awaitable[None]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, bridge, parent)
        self._do = do
        self.body.addWidget(label(text, "", self, wrap=True))
        self.add_fields()
        self.reason = PreeditTextEdit(translate("Inbox", "사유"), self)
        self.reason.setFixedHeight(theme().px(22 * LINES + 16))
        self.body.addWidget(field(translate("Inbox", "사유"), self.reason))
        self.add_cancel()
        self.button = self.add_button(act, "primary")
        self.button.clicked.connect(lambda: self.submit())
        self.reason.typed.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.button.setEnabled(False)
        self.reason.setFocus()

    def add_fields(self) -> None:
        """Hook: what is asked besides the reason."""

    def submit(self) -> None:
        reason = take_text(self.reason).strip()
        if reason and self._task is None:
            self.fail("")
            self.work(self._submit(reason))

    async def _submit(self, reason: str) -> None:
        await self._do(reason)
        self.accept()

    def busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)


class ExtendDialog(ReasonDialog):
    """By how much, until when that is, and why. The law names what is no reason."""

    def __init__(
        self,
        bridge: Any,
        look: Any,
        case_id: int,
        do: Callable[[str, int], Awaitable[None]],
        parent: QWidget | None = None,
    ) -> None:
        self._look, self._case_id = look, case_id
        text = translate(
            "Inbox",
            "기한은 한 번만 연장할 수 있고, 까닭과 새 기한을 시민에게 알려야 합니다. "
            "업무 과다, 늦은 배정, 담당자 부재는 연장 사유가 아닙니다(민원 처리에 관한 법률 시행령).",
        )

        async def both(reason: str) -> None:
            await do(reason, self.amount.value())

        title = translate("Inbox", "기한 연장하기")
        super().__init__(bridge, title, text, translate("Inbox", "기한 연장하기"), both, parent)

    def add_fields(self) -> None:
        from desktop.models.deadlines import allowed
        from desktop.models.deadlines.explain import amount_words

        most = allowed.longest_extension(self._look.rule)
        self.amount = NumberBox(1, max(most, 1), self)
        self.amount.setValue(max(most, 1))
        korean, english = amount_words(most, self._look.rule.unit)
        most_words = korean if i18n.language() == "ko" else english
        hint = translate("Inbox", "{most}까지 연장할 수 있습니다.").format(most=most_words)
        name = translate("Inbox", "연장할 기간 ({unit})").format(unit=self._unit())
        self.body.addWidget(field(name, self.amount, hint))
        self.until = label("", "name", self, wrap=True)
        self.body.addWidget(self.until)
        self.amount.valueChanged.connect(lambda _: self._ask())
        self._ask()

    def _unit(self) -> str:
        unit = self._look.rule.unit
        return {
            "working_hour": translate("Inbox", "근무시간"),
            "month": translate("Inbox", "개월"),
        }.get(unit, translate("Inbox", "일"))

    def _ask(self) -> None:
        self.bridge.spawn(self._show_until(self.amount.value()), "extension")

    async def _show_until(self, amount: int) -> None:
        from desktop.models.deadlines import looking

        due_ms = await self.bridge.read(looking.extended, self._case_id, amount)
        if not self._closed and amount == self.amount.value():
            text = translate("Inbox", "새 기한: {when}").format(when=moment(due_ms)) if due_ms else ""
            self.until.setText(text)
