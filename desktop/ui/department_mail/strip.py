"""The line in the detail pane about a letter of a case that failed or cannot leave, and what to do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.models.forwarding_mail import lists, sending
from desktop.ui.department_mail import words
from desktop.ui.detail.strips import LineStrip
from desktop.ui.widgets.labels import Lamp

translate = QCoreApplication.translate


class MailStrip(LineStrip):
    """● 실패 · 버스정책과에 이관 메일을 보내지 못했습니다 · … [다시 보내기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._row: Any = None
        self.setAccessibleName(translate("DepartmentMail", "부서 메일"))
        self.lamp = Lamp("", "", self.line)
        self.row.insertWidget(0, self.lamp)
        self.retry = self.add(translate("DepartmentMail", "다시 보내기"))
        self.retry.clicked.connect(lambda: self.bridge.spawn(self._retry(), "retry letter"))

    @staticmethod
    def read(case_id: int) -> Any:
        """The letter that failed, else one that cannot leave; that one is on its way the line of the
        department says."""
        found = [row for row in lists.of_case(case_id) if row.reason and row.state != "sent"]
        return next((row for row in found if row.state == "failed"), found[0] if found else None)

    def show_case(self, loaded: Any, value: Any) -> None:
        self._row = value
        failed = value.state == "failed"
        said = translate("DepartmentMail", "부서 메일 · {department} · {what}").format(
            department=value.department, what=words.kind_word(value.kind)
        )
        reason = words.reason_sentence(value.reason, value.send_after_ms)
        self.text.setText(f"{said} · {reason}")
        self.lamp.set_state(words.state_word(value.state), words.state_tone(value.state, value.reason))
        self.set_tone("danger" if failed else "warning")
        self.line.setAccessibleName(f"{self.lamp.text()} · {self.text.whole_text()}")
        self.retry.setVisible(failed and self.bridge.may("mail.send"))
        self.show()

    async def _retry(self) -> None:
        row = self._row
        await self.bridge.write(sending.retry, row.id)
        said = translate("DepartmentMail", "{department}에 메일을 다시 보냅니다")
        self.bridge.toast(said.format(department=row.department))
