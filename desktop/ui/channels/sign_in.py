"""Signing in to a channel's server: a form or the browser, in whose name, and what came of it.

Owns the questions. It must not know what a secret is for: it hands what was typed to the service, forgets it
and never shows it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.channels.names import network_name
from desktop.ui.detail.links import open_in_browser
from desktop.ui.detail.words import VOICES, voice_word
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


def field_words(name: str) -> str:
    """What a sign-in field is called; a plug-in's own field keeps its name."""
    return {
        "login": translate("SignIn", "사용자 이름"),
        "password": translate("SignIn", "응용 프로그램 비밀번호"),
        "token": translate("SignIn", "접근 토큰"),
    }.get(name, name)


def field_hint(name: str) -> str:
    if name == "password":
        return translate(
            "SignIn",
            "로그인 비밀번호가 아닙니다. 관리 화면의 사용자 > 프로필에서 만들어 넣어 주세요.",
        )
    return ""


def voice_box(voice: str = "official", parent: QWidget | None = None) -> QComboBox:
    """In whose name an account speaks."""
    box = QComboBox(parent)
    box.setAccessibleName(translate("SignIn", "명의"))
    for name in VOICES:
        box.addItem(voice_word(name), name)
    box.setCurrentIndex(max(box.findData(voice), 0))
    return box


class SignInForm(QWidget):
    """The fields of one network, or the button that opens the browser. ``submitted`` on Enter in a field."""

    submitted = Signal()

    def __init__(self, network: Any, voice: str = "official", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network = network
        self._address = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.lines: dict[str, QLineEdit] = {}
        for wanted in network.sign_in_fields:
            line = QLineEdit(self)
            if wanted.secret:
                line.setEchoMode(QLineEdit.EchoMode.Password)
                line.setInputMethodHints(
                    Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
                )
            line.returnPressed.connect(self.submitted)
            layout.addWidget(field(field_words(wanted.name), line, field_hint(wanted.name)))
            self.lines[wanted.name] = line
        self.note = label("", "meta", self, wrap=True)
        if network.sign_in is not None:
            self.note.setText(
                translate(
                    "SignIn",
                    "브라우저가 열리면 로그인하고 허용해 주세요. 비밀번호는 이 프로그램에 오지 않습니다.",
                )
            )
        layout.addWidget(self.note)
        self.note.setVisible(bool(self.note.text()))
        self.copy_button = Button(
            translate("SignIn", "로그인 주소 복사하기"), self, kind="quiet", icon="copy"
        )
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._address))
        self.copy_button.hide()
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        layout.addLayout(row)
        self.voice = voice_box(voice, self)
        hint = translate("SignIn", "이 계정으로 보낸 답변이 누구의 이름으로 나가는지 정합니다.")
        layout.addWidget(field(translate("SignIn", "명의"), self.voice, hint))
        layout.addStretch(1)

    def first(self) -> QWidget:
        return next(iter(self.lines.values()), self.voice)

    def complete(self) -> bool:
        return all(line.text().strip() for line in self.lines.values())

    def values(self) -> dict[str, str]:
        return {name: line.text().strip() for name, line in self.lines.items()}

    def chosen_voice(self) -> str:
        return str(self.voice.currentData())

    def forget(self) -> None:
        """Nothing secret stays in a widget."""
        for wanted in self.network.sign_in_fields:
            if wanted.secret:
                self.lines[wanted.name].clear()

    def open_browser(self, address: str) -> None:
        """Called by the service with the address of the sign-in page."""
        self._address = address
        self.copy_button.show()
        if open_in_browser(address):
            text = translate("SignIn", "브라우저에서 로그인을 마쳐 주세요. 10분 동안 기다립니다.")
        else:
            text = translate(
                "SignIn", "브라우저를 열지 못했습니다. 주소를 복사해 브라우저에 붙여 넣어 주세요."
            )
        self.note.setText(text)
        self.note.show()


async def run_sign_in(
    bridge: Any,
    form: SignInForm,
    url: str,
    *,
    account_id: int | None = None,
    channel_ids: Sequence[int] = (),
) -> Any:
    """Sign in with what the form holds; ``signin.SignedIn``."""
    from desktop.services import signin

    try:
        return await signin.sign_in(
            bridge.services,
            form.network.name,
            url,
            fields=form.values(),
            open_browser=form.open_browser,
            account_id=account_id,
            channel_ids=channel_ids,
            voice=form.chosen_voice(),
        )
    finally:
        form.forget()


class SignInDialog(Dialog):
    """Sign in, once more or for the first time, for a channel that is there already."""

    signed_in = Signal(object)

    def __init__(self, bridge: Any, channel: Any, parent: QWidget | None = None) -> None:
        from connectors import registry

        title = translate("SignIn", "{name}에 로그인하기").format(name=channel.name)
        super().__init__(title, bridge, parent)
        self._channel = channel
        network = registry.network(channel.network)
        where = channel.url or channel.handle
        self.body.addWidget(label(f"{network_name(channel.network)} · {where}", "meta", self, wrap=True))
        self.form = SignInForm(network, channel.account_voice or "official", self)
        self.form.submitted.connect(self.start_sign_in)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.button = self.add_button(translate("SignIn", "로그인하기"), "primary")
        self.button.clicked.connect(lambda: self.start_sign_in())
        self.form.first().setFocus()

    @staticmethod
    def start(bridge: Any, channel_id: int, parent: QWidget | None) -> None:
        """Read the channel and open the dialog."""
        bridge.spawn(SignInDialog._start(bridge, channel_id, parent), "sign in")

    @staticmethod
    async def _start(bridge: Any, channel_id: int, parent: QWidget | None) -> None:
        from desktop.models import channels

        SignInDialog(bridge, await bridge.read(channels.get_channel, channel_id), parent).open()

    def start_sign_in(self) -> None:
        if self._task is None:
            self.fail("")
            self.work(self._sign_in())

    async def _sign_in(self) -> None:
        channel = self._channel
        found = await run_sign_in(
            self.bridge,
            self.form,
            channel.url or channel.handle,
            account_id=channel.account_id,
            channel_ids=[channel.id],
        )
        name = found.identity.handle or found.identity.name
        self.bridge.toast(
            translate("SignIn", "{name} 계정으로 로그인했습니다").format(name=name), tone="good"
        )
        self.signed_in.emit(found)
        self.accept()

    def busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.button.setText(
            translate("SignIn", "로그인하는 중") if busy else translate("SignIn", "로그인하기")
        )
        for line in self.form.lines.values():
            line.setEnabled(not busy)
