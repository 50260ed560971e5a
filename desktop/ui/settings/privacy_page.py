"""Settings: which personal data is hidden, and who looked at it (개인정보). It cannot be shown by default."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models import unmasking
from desktop.models.personal import KINDS
from desktop.models.unmasking import Looker
from desktop.ui import fmt
from desktop.ui.bridge import Bridge
from desktop.ui.detail.history import actor_word
from desktop.ui.detail.unmasking import kind_word
from desktop.ui.settings.form import Row, Section, value_label
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tables import list_rows

translate = QCoreApplication.translate

EXAMPLE = "010-****-****"
LATELY_MS = 30 * 86_400_000
MOST_ROWS = 8


class Lookers(QWidget):
    """Who looked at hidden data, and how often."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.words = translate("Privacy", "가린 정보를 본 사람 개인정보 기록")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addWidget(label(translate("Privacy", "가린 정보를 본 사람"), "name", self))
        self.none = label(translate("Privacy", "아직 본 사람이 없습니다."), "muted", self, wrap=True)
        column.addWidget(self.none)
        self.table = QTableWidget(0, 4, self)
        self.table.setAccessibleName(translate("Privacy", "가린 정보를 본 사람"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Privacy", "이름"),
                translate("Privacy", "지난 30일"),
                translate("Privacy", "모두"),
                translate("Privacy", "마지막"),
            ]
        )
        list_rows(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column.addWidget(self.table)
        theme().changed.connect(self._fit)
        bridge.changed.connect(self._changed)
        bridge.ready.connect(self.read)
        bridge.who_changed.connect(self.read)
        self.show_rows([])
        if bridge.store is not None:
            self.read()

    def read(self) -> None:
        if self._bridge.may("log.read"):
            self._bridge.spawn(self._read(), "lookers")
        else:
            self.show_rows([])
            self.none.setText(translate("Privacy", "맡은 역할로는 볼 수 없습니다."))

    async def _read(self) -> None:
        rows = await self._bridge.read(unmasking.lookers, fmt.now_ms() - LATELY_MS)
        self.none.setText(translate("Privacy", "아직 본 사람이 없습니다."))
        self.show_rows(rows)

    def _changed(self, changes: Any) -> None:
        if "log" in changes.others:
            self.read()

    def show_rows(self, rows: Sequence[Looker]) -> None:
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            texts = (
                actor_word(row.actor),
                translate("Privacy", "{count}번").format(count=fmt.number(row.lately)),
                translate("Privacy", "{count}번").format(count=fmt.number(row.total)),
                fmt.short(row.last_ms),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(fmt.full(row.last_ms) if column == 3 else text)
                self.table.setItem(place, column, item)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._fit()

    def _fit(self) -> None:
        height = theme().px(34)
        self.table.verticalHeader().setDefaultSectionSize(height)
        rows = min(max(self.table.rowCount(), 1), MOST_ROWS)
        self.table.setFixedHeight(height * rows + self.table.horizontalHeader().sizeHint().height() + 4)


def page(bridge: Bridge) -> Section:
    section = Section("privacy", translate("Privacy", "개인정보"))
    name = translate("Privacy", "가리는 정보")
    kinds = ", ".join(kind_word(kind) for kind in KINDS)
    help_text = translate(
        "Privacy",
        "{kinds}. 시민의 글과 메모에 있으면 모든 화면, 복사한 글, 내보낸 파일에서 가립니다."
        " 시의 글은 가리지 않습니다. 찾기는 실제 번호로도 됩니다.",
    ).format(kinds=kinds)
    section.add(Row(name, help_text, value_label(EXAMPLE)))
    name = translate("Privacy", "가린 정보 보기")
    help_text = translate(
        "Privacy",
        "글을 열고 Alt+U를 누르면 그 글만 보입니다. 다른 글로 가면 다시 가립니다."
        " 누가 어느 글을 보았는지 처리 기록에 남습니다. 늘 보이게 할 수는 없습니다.",
    )
    section.add(Row(name, help_text, value_label("Alt+U")))
    section.add(Lookers(bridge))
    return section
