"""The card under the table: one channel in full, why it is not well, and what can be done with it.

Owns its look; wishes go out as a signal. It must not know how anything is done.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import fmt
from desktop.ui.channels.names import (
    account_state_word,
    health_sentence,
    health_tone,
    health_word,
    known_network,
    network_name,
    polls,
)
from desktop.ui.detail.links import web_url
from desktop.ui.detail.words import voice_word
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import ElidedLabel, Lamp, label

translate = QCoreApplication.translate


def can_sign_in(name: str) -> bool:
    network = known_network(name)
    return network is not None and (network.sign_in is not None or bool(network.sign_in_fields))


class ChannelCard(QFrame):
    """``act`` names a wish: collect, check, edit, sign_in, sign_out, enable, open, posts, abilities, backup,
    remove."""

    act = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.row: Any = None
        self.name = ElidedLabel("", "section", self)
        self.lamp = Lamp("", "", self)
        self.where = ElidedLabel("", "meta", self)
        self.why = label("", "", self, wrap=True)
        self.account = label("", "meta", self, wrap=True)
        self._box = QWidget(self)
        flow = Flow(self._box, spacing=6)
        self.buttons: dict[str, Button] = {}
        for name, text, icon in (
            ("sign_in", translate("Channels", "로그인하기"), "log-in"),
            ("collect", translate("Channels", "이 채널 지금 수집"), "refresh-cw"),
            ("check", translate("Channels", "연결 확인하기"), "plug"),
            ("posts", translate("Channels", "이 채널 글 보기"), "list"),
            ("edit", translate("Channels", "설정"), "settings"),
            ("enable", "", "power"),
            ("open", translate("Channels", "브라우저에서 열기"), "external-link"),
            ("abilities", translate("Channels", "할 수 있는 일"), "circle-help"),
            ("backup", translate("Channels", "백업 읽어 들이기"), "archive"),
            ("sign_out", translate("Channels", "로그아웃"), "log-out"),
            ("remove", translate("Channels", "채널 빼기"), "trash-2"),
        ):
            button = Button(text, self._box, icon=icon)
            button.setObjectName(f"channel-{name}")
            button.clicked.connect(lambda _=False, name=name: self.act.emit(name))
            flow.addWidget(button)
            self.buttons[name] = button
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.lamp)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.where)
        layout.addWidget(self.why)
        layout.addWidget(self.account)
        layout.addSpacing(4)
        layout.addWidget(self._box)
        self.hide()

    def set_low(self, low: bool) -> None:
        """In a low window the buttons stay whole; address and story are in the table too."""
        self.where.setVisible(not low)
        self.why.setVisible(not low)

    def show_row(self, row: Any, *, collecting: bool) -> None:
        """``collecting``: whether this program is the one that collects."""
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.name.setText(row.name)
        self.lamp.set_state(health_word(row), health_tone(row))
        address = row.url or row.handle
        parts = [
            network_name(row.network),
            *([address] if address else []),
            *([row.owner] if row.owner else []),
        ]
        self.where.setText(" · ".join(parts))
        self.why.setText(self._story(row))
        account = self._account(row)
        self.account.setText(account)
        self.account.setVisible(bool(account))
        collected = polls(row.network)
        network = known_network(row.network)
        signs_in = can_sign_in(row.network)
        signed_in = row.account_id is not None and row.account_state == "connected"
        shown = {
            "sign_in": signs_in and (not signed_in or row.health in ("auth", "partial")),
            "collect": collected and row.enabled and collecting,
            "check": collected,
            "posts": True,
            "edit": True,
            "enable": collected,
            "open": web_url(row.url) is not None,
            "abilities": network is not None,
            "backup": network is not None and network.read_backup is not None,
            "sign_out": signs_in and row.account_id is not None,
            "remove": True,
        }
        for name, visible in shown.items():
            self.buttons[name].setVisible(visible)
        self.buttons["open"].setToolTip(row.url)
        again = row.account_id is not None
        self.buttons["sign_in"].setText(
            translate("Channels", "다시 로그인하기") if again else translate("Channels", "로그인하기")
        )
        self.buttons["enable"].setText(
            translate("Channels", "끄기") if row.enabled else translate("Channels", "켜기")
        )
        self._box.updateGeometry()

    def _story(self, row: Any) -> str:
        parts = []
        why = health_sentence(row)
        if why:
            parts.append(why)
        if row.last_success_ms:
            text = translate("Channels", "{time}까지의 글이 있습니다.")
            parts.append(text.format(time=fmt.full(row.last_success_ms)))
        if row.failures > 1:
            text = translate("Channels", "{n}번 이어서 실패했습니다.")
            parts.append(text.format(n=fmt.number(row.failures)))
        return " ".join(parts)

    def _account(self, row: Any) -> str:
        if row.account_id is None:
            return account_state_word("") if can_sign_in(row.network) else ""
        name = row.account_handle or row.account_name
        voice = translate("Channels", "{voice} 명의").format(voice=voice_word(row.account_voice))
        word = translate("Accounts", "계정")
        return f"{word} {name} · {voice} · {account_state_word(row.account_state)}"
