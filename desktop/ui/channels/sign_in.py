"""Signing in to a channel's server: a form or the browser, in whose name, and what came of it.

Owns the questions. It must not know what a secret is for: it hands what was typed to the service, forgets it
and never shows it again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from desktop.ui import i18n
from desktop.ui.channels.dialog import Dialog, Scrolled, field
from desktop.ui.channels.names import in_own_language, network_name
from desktop.ui.detail.links import open_in_browser
from desktop.ui.detail.words import VOICES, voice_word
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.editors import take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


STEPS_HEIGHT = 130


def field_words(wanted: Any) -> str:
    """What a field is called: in its network's words, else the usual ones, else its own name."""
    if wanted.label_ko:
        words = in_own_language(wanted.label_ko, wanted.label_en)
    else:
        words = {
            "login": translate("SignIn", "사용자 이름"),
            "password": translate("SignIn", "응용 프로그램 비밀번호"),
            "token": translate("SignIn", "액세스 토큰"),
        }.get(wanted.name, wanted.name)
    return words if wanted.required else translate("SignIn", "{name} (없어도 됨)").format(name=words)


def field_hint(wanted: Any) -> str:
    if wanted.hint_ko:
        return in_own_language(wanted.hint_ko, wanted.hint_en)
    if wanted.name == "password" and not wanted.label_ko:
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
    """How somebody signs in at one network: in the browser, with a form, or with the one they choose.
    ``submitted`` on Enter in a field."""

    submitted = Signal()

    def __init__(self, network: Any, voice: str = "official", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network = network
        self._address = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.ways = Segments(
            translate("SignIn", "로그인 방법"),
            [
                ("browser", translate("SignIn", "브라우저에서 로그인")),
                ("form", translate("SignIn", "토큰 붙여 넣기")),
            ],
            self,
        )
        both = network.sign_in is not None and bool(network.sign_in_fields)
        self.ways.setVisible(both)
        self.ways.set_value("browser" if network.sign_in is not None else "form")
        self.ways.chosen.connect(lambda _: self._show_way())
        layout.addWidget(self.ways)
        self._add_steps(layout)
        self._lines: dict[str, dict[str, QLineEdit]] = {}
        self._holders = {
            "browser": self._fields("browser", network.browser_fields),
            "form": self._fields("form", network.sign_in_fields),
        }
        for holder in self._holders.values():
            layout.addWidget(holder)
        self.note = label("", "meta", self, wrap=True)
        layout.addWidget(self.note)
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
        self._show_way()

    def _add_steps(self, layout: QVBoxLayout) -> None:
        steps = self.network.steps_ko if i18n.language() == "ko" else self.network.steps_en
        self.steps_button = Button(
            translate("SignIn", "로그인에 필요한 것을 받는 방법"), self, kind="quiet", icon="circle-help"
        )
        self.steps_button.setCheckable(True)
        self.steps_button.setVisible(bool(steps))
        self.steps = QTextBrowser(self)
        self.steps.setObjectName("signInSteps")
        self.steps.setAccessibleName(self.steps_button.text())
        self.steps.setTabChangesFocus(True)
        self.steps.setPlainText("\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1)))
        self.steps.setMinimumHeight(theme().px(STEPS_HEIGHT))
        self.steps.hide()
        self.steps_button.toggled.connect(self.steps.setVisible)
        row = QHBoxLayout()
        row.addWidget(self.steps_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.steps)

    def _fields(self, way: str, wanted_fields: Any) -> QWidget:
        holder = QWidget(self)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._lines[way] = {}
        for wanted in wanted_fields:
            line = QLineEdit(holder)
            if wanted.secret:
                line.setEchoMode(QLineEdit.EchoMode.Password)
                line.setInputMethodHints(
                    Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
                )
            line.returnPressed.connect(self.submitted)
            layout.addWidget(field(field_words(wanted), line, field_hint(wanted)))
            self._lines[way][wanted.name] = line
        return holder

    def _show_way(self) -> None:
        for way, holder in self._holders.items():
            holder.setVisible(way == self.way and bool(self._lines[way]))
        words = ""
        if self.way == "browser":
            words = translate(
                "SignIn",
                "브라우저가 열리면 로그인하고 허용해 주세요. 비밀번호는 이 프로그램에 오지 않습니다.",
            )
        self.note.setText(words)
        self.note.setVisible(bool(words))

    @property
    def way(self) -> str:
        return self.ways.value()

    @property
    def lines(self) -> dict[str, QLineEdit]:
        return self._lines[self.way]

    def first(self) -> QWidget:
        return next(iter(self.lines.values()), self.voice)

    def complete(self) -> bool:
        wanted = self.network.browser_fields if self.way == "browser" else self.network.sign_in_fields
        return all(take_text(self.lines[one.name]).strip() for one in wanted if one.required)

    def values(self) -> dict[str, str]:
        return {name: take_text(line).strip() for name, line in self.lines.items()}

    def chosen_voice(self) -> str:
        return str(self.voice.currentData())

    def forget(self) -> None:
        """Nothing secret stays in a widget."""
        for wanted in self.network.sign_in_fields:
            if wanted.secret:
                self._lines["form"][wanted.name].clear()
        for wanted in self.network.browser_fields:
            if wanted.secret:
                self._lines["browser"][wanted.name].clear()

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
    handle: str = "",
    options: Mapping[str, Any] | None = None,
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
            open_browser=form.open_browser if form.way == "browser" else None,
            handle=handle,
            options=options,
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
        self.body.addWidget(Scrolled(self.form, self), 1)
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
            channel.url,
            handle=channel.handle,
            options=channel.options,
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
