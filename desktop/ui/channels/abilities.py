"""What a channel can do and what it cannot, with the reason. It asks the channel's capabilities and nothing
else."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.ui import i18n
from desktop.ui.channels.dialog import Dialog
from desktop.ui.channels.names import network_name
from desktop.ui.detail.rules import capabilities
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


def ability_words() -> dict[str, str]:
    return {
        "stream": translate("Abilities", "새 글 바로 받기"),
        "reply": translate("Abilities", "답변 보내기"),
        "private_reply": translate("Abilities", "글쓴이에게만 답하기"),
        "edit": translate("Abilities", "보낸 답변 고치기"),
        "delete": translate("Abilities", "보낸 답변 지우기"),
        "approve": translate("Abilities", "기다리는 글 승인하기"),
        "hold": translate("Abilities", "승인 대기로 돌리기"),
        "reject": translate("Abilities", "기다리는 글 거절하기"),
        "hide": translate("Abilities", "글 숨기기"),
        "unhide": translate("Abilities", "숨긴 글 다시 보이기"),
        "trash": translate("Abilities", "휴지통으로 옮기기"),
        "like": translate("Abilities", "공감 남기기"),
        "activity": translate("Abilities", "계정 활동 세기"),
    }


class Abilities(Dialog):
    """One line for each ability: a mark, words, and why where it is missing."""

    def __init__(self, bridge: Any, channel: Any, parent: QWidget | None = None) -> None:
        title = translate("Abilities", "{name}에서 할 수 있는 일").format(name=channel.name)
        super().__init__(title, bridge, parent, width=560)
        self.body.addWidget(label(network_name(channel.network), "meta", self))
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(theme().px(380))
        can = capabilities(channel)
        side = theme().px(16)
        for name, words in ability_words().items():
            able = bool(getattr(can, name))
            why = i18n.own_half(can.why_not.get(name, ""))
            state = translate("Abilities", "됩니다") if able else translate("Abilities", "안 됩니다")
            text = f"{words}: {state}"
            item = QListWidgetItem(f"{text}\n{why}" if why and not able else text)
            color = theme().tokens.good.icon if able else theme().tokens.subtle
            item.setIcon(icons.icon("check" if able else "minus", color, side))
            self.list.addItem(item)
        self.body.addWidget(self.list, 1)
        close = self.add_button(translate("Abilities", "닫기"), "primary")
        close.clicked.connect(self.accept)
        self.list.setCurrentRow(0)
        self.list.setFocus()
