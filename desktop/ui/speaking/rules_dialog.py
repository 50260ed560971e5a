"""Which voices need a second person's approval: five boxes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.models.speaking import voices
from desktop.ui.channels.dialog import Dialog
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


def rule_words() -> dict[str, str]:
    return {
        "mayor": translate("Approvals", "시장 명의(시장 아닌 사람이 쓸 때)"),
        "spokesperson": translate("Approvals", "대변인 명의(대변인 아닌 사람이 쓸 때)"),
        "official": translate("Approvals", "서울시 공식 명의"),
        "department": translate("Approvals", "부서 명의"),
        "official-by-department": translate("Approvals", "부서가 서울시 공식 명의로 쓰는 답변"),
    }


class RulesDialog(Dialog):
    def __init__(self, bridge: Any, chosen: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(translate("Approvals", "승인이 필요한 명의"), bridge, parent)
        said = translate("Approvals", "고른 명의의 답변은 다른 사람이 승인해야 나갑니다.")
        self.body.addWidget(label(said, "muted", self, wrap=True))
        self.boxes = {}
        for rule, text in rule_words().items():
            box = QCheckBox(text, self)
            box.setChecked(rule in chosen)
            self.boxes[rule] = box
            self.body.addWidget(box)
        self.add_cancel()
        act = self.add_button(translate("Approvals", "이대로 정하기"), "primary")
        act.clicked.connect(lambda: self.work(self._save()))

    async def _save(self) -> None:
        chosen = frozenset(rule for rule, box in self.boxes.items() if box.isChecked())
        step = await self.bridge.write(voices.set_rules, chosen)
        self.bridge.did(translate("Approvals", "승인이 필요한 명의를 정했습니다"), step)
        self.accept()
