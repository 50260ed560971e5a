"""The accounts of this workspace: who they are, in whose name they speak, and whether they are signed in.

Owns their table. Secrets are never here: they are in the keyring, whose state is said on top.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.channels.names import account_state_word, network_name, vault_sentence
from desktop.ui.channels.sign_in import voice_box
from desktop.ui.detail.words import voice_word
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import label, restyle
from desktop.ui.widgets.states import EmptyState
from desktop.ui.widgets.tables import list_rows

translate = QCoreApplication.translate


class AccountsPanel(QWidget):
    """``voice`` (account id, voice), ``sign_in`` and ``sign_out`` (account id), ``unlock`` the keyring."""

    voice = Signal(int, str)
    sign_in = Signal(int)
    sign_out = Signal(int)
    unlock = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []
        self.banner = QFrame(self)
        self.banner.setProperty("kind", "banner")
        self.vault = label("", "", self.banner, wrap=True)
        self.unlock_button = Button(translate("Accounts", "보관함 열기"), self.banner, icon="key-round")
        self.unlock_button.clicked.connect(lambda: self.unlock.emit())
        top = QHBoxLayout(self.banner)
        top.setContentsMargins(12, 6, 8, 6)
        top.addWidget(self.vault, 1)
        top.addWidget(self.unlock_button)
        self.table = QTableWidget(0, 5, self)
        self.table.setAccessibleName(translate("Accounts", "계정 목록"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Accounts", "상태"),
                translate("Accounts", "매체"),
                translate("Accounts", "계정"),
                translate("Accounts", "서버"),
                translate("Accounts", "명의"),
            ]
        )
        list_rows(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._chosen)
        self.voice_box = voice_box(parent=self)
        self.voice_box.activated.connect(self._voice_chosen)
        self.sign_in_button = Button(translate("Accounts", "다시 로그인하기"), self, icon="log-in")
        self.sign_in_button.clicked.connect(lambda: self._emit(self.sign_in))
        self.sign_out_button = Button(translate("Accounts", "로그아웃"), self, icon="log-out")
        self.sign_out_button.clicked.connect(lambda: self._emit(self.sign_out))
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 8, 0, 0)
        foot.addWidget(label(translate("Accounts", "고른 계정의 명의"), "", self._foot))
        foot.addWidget(self.voice_box)
        foot.addStretch(1)
        foot.addWidget(self.sign_in_button)
        foot.addWidget(self.sign_out_button)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self._foot)
        self.empty = EmptyState(
            translate("Accounts", "아직 로그인한 계정이 없습니다."),
            translate("Accounts", "채널을 추가하거나 채널에서 로그인하면 여기에 나타납니다."),
            icon="key-round",
            parent=self,
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.banner)
        layout.addLayout(self._stack, 1)
        self.show_vault("")
        self.show_accounts([])

    def show_vault(self, state: str) -> None:
        """``state`` as ``Vault.state`` says it; "" while it is not known."""
        text = vault_sentence(state)
        self.vault.setText(text)
        self.banner.setVisible(bool(text))
        self.unlock_button.setVisible(state == "locked")
        self.banner.setProperty("tone", "" if state == "ok" else "warning")
        restyle(self.banner)
        restyle(self.vault)

    def show_accounts(self, rows: Sequence[Any]) -> None:
        chosen = self.chosen()
        self._rows = list(rows)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._rows))
        for place, row in enumerate(self._rows):
            name = row.handle or row.name
            if row.name and row.name != name:
                name = f"{name} ({row.name})"
            cells = (
                account_state_word(row.state),
                network_name(row.network),
                name,
                row.server,
                voice_word(row.voice),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 0 and row.state != "connected":
                    item.setForeground(theme().color("text"))
                self.table.setItem(place, column, item)
        self.table.blockSignals(False)
        places = [p for p, row in enumerate(self._rows) if chosen is not None and row.id == chosen.id]
        if self._rows:
            self.table.selectRow(places[0] if places else 0)
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self._chosen()

    def chosen(self) -> Any:
        place = self.table.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _chosen(self) -> None:
        row = self.chosen()
        for widget in (self.voice_box, self.sign_in_button, self.sign_out_button):
            widget.setEnabled(row is not None)
        if row is not None:
            self.voice_box.setCurrentIndex(max(self.voice_box.findData(row.voice), 0))

    def _voice_chosen(self, _place: int) -> None:
        row, voice = self.chosen(), str(self.voice_box.currentData())
        if row is not None and voice != row.voice:
            self.voice.emit(row.id, voice)

    def _emit(self, signal: Any) -> None:
        row = self.chosen()
        if row is not None:
            signal.emit(row.id)
