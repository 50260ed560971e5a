"""What people do about letters and refused mails, with what is said afterwards. Knows no table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desktop.models import cases
from desktop.models.forwarding_mail import lists, refused, replies, sending, settings
from desktop.ui.channels.dialog import Confirm, Dialog, field
from desktop.ui.department_mail import words
from desktop.ui.theme.style import theme
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


class MailActs(QObject):
    def __init__(self, bridge: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._over = parent

    def retry(self, row: Any) -> None:
        if row is not None:
            self._bridge.spawn(self._retry(row), "retry letter")

    async def _retry(self, row: Any) -> None:
        await self._bridge.write(sending.retry, row.id)
        said = translate("DepartmentMail", "{department}에 메일을 다시 보냅니다")
        self._bridge.toast(said.format(department=row.department))

    def cancel(self, row: Any) -> None:
        """A letter that is not sent cannot be brought back, so it is asked."""
        if row is None:
            return
        asked = Confirm(
            self._bridge,
            self._over,
            translate("DepartmentMail", "{department} 메일을 보내지 않습니다").format(
                department=row.department
            ),
            translate(
                "DepartmentMail",
                "부서는 이 메일을 받지 못합니다. 다른 방법으로 알려 주세요. 이관은 그대로 있습니다.",
            ),
            translate("DepartmentMail", "보내지 않기"),
        )
        asked.accepted.connect(lambda: self._bridge.spawn(self._cancel(row), "cancel letter"))
        asked.open()

    async def _cancel(self, row: Any) -> None:
        await self._bridge.write(sending.cancel, row.id)
        said = translate("DepartmentMail", "{department} 메일을 보내지 않습니다")
        self._bridge.toast(said.format(department=row.department))

    def accept(self, mail: Any) -> None:
        """Look at the words once more before they become the department's answer."""
        if mail is not None:
            self._bridge.spawn(self._accept(mail), "accept mail")

    async def _accept(self, mail: Any) -> None:
        text = await self._bridge.read(lists.words_of, mail.row.id)
        AcceptDialog(self._bridge, mail, text, self._over).open()

    def make_post(self, mail: Any) -> None:
        if mail is not None:
            self._bridge.spawn(self._make_post(mail), "make post")

    async def _make_post(self, mail: Any) -> None:
        post_id = await self._bridge.write(refused.make_post, mail.row.id)
        self._bridge.toast(
            translate("DepartmentMail", "회신을 새 글로 꺼냈습니다"),
            translate("DepartmentMail", "글 보기"),
            lambda: self._bridge.open_post.emit(post_id),
        )

    def dismiss(self, mail: Any) -> None:
        if mail is not None:
            self._bridge.spawn(self._dismiss(mail), "dismiss mail")

    async def _dismiss(self, mail: Any) -> None:
        step = cases.new_step()
        await self._bridge.write(refused.dismiss, mail.row.id, step=step)
        self._bridge.did(translate("DepartmentMail", "회신을 확인하고 닫았습니다"), step)

    def save_settings(self, channel_id: int | None, hours: int, failed: Callable[[], None]) -> None:
        self._bridge.spawn(self._save(channel_id, hours, failed), "mail settings")

    async def _save(self, channel_id: int | None, hours: int, failed: Callable[[], None]) -> None:
        try:
            await self._bridge.write(settings.save, channel_id=channel_id, remind_hours=hours)
        except Exception:
            failed()  # the choice goes back to what is true
            raise
        self._bridge.toast(translate("DepartmentMail", "부서 메일 설정을 저장했습니다"))


class AcceptDialog(Dialog):
    """The words of a refused mail, to be taken as the department's answer with whatever is changed."""

    def __init__(self, bridge: Any, mail: Any, text: str, parent: QWidget | None) -> None:
        title = translate("DepartmentMail", "{name} 답변으로 받기").format(name=mail.department)
        super().__init__(title, bridge, parent)
        self._mail = mail
        self.body.addWidget(label(words.refusal_sentence(mail.row.reason), "warning", self, wrap=True))
        self.body.addWidget(
            label(
                translate(
                    "DepartmentMail",
                    "부서에 전화로 확인해 주세요. 받은 답변은 시민에게 보내기 전에 한 번 더 판정합니다.",
                ),
                "meta",
                self,
                wrap=True,
            )
        )
        self.editor = PreeditTextEdit(translate("DepartmentMail", "답변 내용"), self)
        self.editor.setPlainText(text)
        self.editor.setMinimumHeight(theme().px(180))
        self.body.addWidget(field(translate("DepartmentMail", "답변 내용"), self.editor), 1)
        self.add_cancel()
        self.button = self.add_button(translate("DepartmentMail", "부서 답변으로 받기"), "primary")
        self.button.clicked.connect(lambda: self.save())

    def save(self) -> None:
        text = take_text(self.editor).strip()
        if not text:
            self.fail(translate("DepartmentMail", "답변 내용을 적어 주세요."))
            self.editor.setFocus()
            return
        self.work(self._save(text))

    def busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)

    async def _save(self, text: str) -> None:
        step = cases.new_step()
        await self.bridge.write(replies.accept_refused, self._mail.row.id, text, step=step)
        said = translate("DepartmentMail", "{name}의 답변으로 받았습니다").format(name=self._mail.department)
        self.bridge.did(said, step)
        self.accept()
