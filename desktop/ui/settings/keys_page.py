"""The page of keys: every command with its key, changed by pressing another one; single letters on or off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import keys
from desktop.ui.bridge import Bridge
from desktop.ui.settings.key_names import names
from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tables import list_rows

translate = QCoreApplication.translate

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
RESERVED = ("Tab", "Esc", "Shift+Tab", "Shift+Backtab", "Backtab", "Up", "Down")
"""Keys that everybody needs to get anywhere; they cannot be given away."""


class KeyField(QLineEdit):
    """Takes the next key that is pressed instead of text. Tab and Esc leave it as everywhere."""

    pressed_key = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setPlaceholderText(name)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def event(self, event: QEvent) -> bool:
        # Otherwise Ctrl+K and the like would run instead of being taken down.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = keys.name_of(event)
        if event.key() in _MODIFIERS or not name:
            return
        if name in RESERVED:
            event.ignore()
            super().keyPressEvent(event)
            return
        self.pressed_key.emit(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clear()


class KeysPage(QWidget):
    """Changes are stored and work at once."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._names = names()
        self.words = " ".join(self._names.values()) + translate("KeysPage", "단축키 키보드 문자")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        self.letters = QCheckBox(translate("KeysPage", "목록에서 글자 키 쓰기 (J, K, 1 …)"), self)
        self.letters.setChecked(bridge.prefs.letters)
        self.letters.toggled.connect(lambda on: bridge.prefs.put("letter_keys", on))
        column.addWidget(self.letters)
        help_text = translate(
            "KeysPage", "글자 키는 목록이나 카드에 초점이 있을 때만 동작합니다. 한글 입력 상태에서도 됩니다."
        )
        column.addWidget(label(help_text, "meta", self, wrap=True))
        self.table = QTableWidget(len(self._names), 2, self)
        self.table.setAccessibleName(translate("KeysPage", "명령과 단축키"))
        self.table.setHorizontalHeaderLabels([translate("KeysPage", "명령"), translate("KeysPage", "단축키")])
        list_rows(self.table)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(theme().px(360))
        self.table.currentCellChanged.connect(self._row_chosen)
        self.table.cellActivated.connect(lambda *_: self.field.setFocus())
        column.addWidget(self.table)
        self._chosen = label("", "name", self)
        column.addWidget(self._chosen)
        holder = QWidget(self)
        row = Flow(holder)
        self.field = KeyField(translate("KeysPage", "새 키를 누르세요"), self)
        self.field.setFixedWidth(theme().px(180))
        self.field.pressed_key.connect(self.set_key)
        row.addWidget(self.field)
        self.none = Button(translate("KeysPage", "키 없애기"), self)
        self.none.clicked.connect(lambda: self.set_key(""))
        row.addWidget(self.none)
        self.default = Button(translate("KeysPage", "처음 키로"), self)
        self.default.clicked.connect(self._to_default)
        row.addWidget(self.default)
        self.all_default = Button(translate("KeysPage", "모두 처음으로"), self)
        self.all_default.clicked.connect(self._all_to_default)
        row.addWidget(self.all_default)
        column.addWidget(holder)
        self.said = label("", "warning", self, wrap=True)
        column.addWidget(self.said)
        self._fill()
        self.table.setCurrentCell(0, 0)

    def current_id(self) -> str:
        return list(self._names)[max(0, self.table.currentRow())]

    def choose(self, identity: str) -> None:
        self.table.setCurrentCell(list(self._names).index(identity), 0)

    def set_key(self, key: str) -> None:
        """Give the chosen command another key; one that another command has is refused with its name."""
        identity = self.current_id()
        taken = self._taken_by(key, identity) if key else ""
        if taken:
            text = translate("KeysPage", "{key} 키는 “{command}”에 쓰이고 있습니다. 다른 키를 눌러 주세요.")
            self._say(text.format(key=keys.shown(key), command=taken))
            return
        own = self._bridge.prefs.own_keys
        if key == keys.DEFAULTS[identity]:
            own.pop(identity, None)
        else:
            own[identity] = key
        self._bridge.prefs.put_keys(own)
        self._fill()
        text = translate("KeysPage", "{command}: {key}")
        shown = keys.shown(key) or translate("KeysPage", "키 없음")
        self._say(text.format(command=self._names[identity], key=shown))

    def _taken_by(self, key: str, identity: str) -> str:
        for other, name in self._names.items():
            if other != identity and self._bridge.commands.key(other) == key:
                return name
        return ""

    def _to_default(self) -> None:
        self.set_key(keys.DEFAULTS[self.current_id()])

    def _all_to_default(self) -> None:
        self._bridge.prefs.put_keys({})
        self._fill()
        self._say(translate("KeysPage", "모든 단축키를 처음 값으로 되돌렸습니다."))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        announce(self, text)

    def _row_chosen(self) -> None:
        self._chosen.setText(self._names[self.current_id()])
        self.said.setText("")

    def _fill(self) -> None:
        own = self._bridge.prefs.own_keys
        for row, (identity, name) in enumerate(self._names.items()):
            key = own.get(identity, keys.DEFAULTS[identity])
            for place, text in enumerate((name, keys.shown(key))):
                self.table.setItem(row, place, QTableWidgetItem(text))
            self.table.setRowHeight(row, theme().px(34))
        self.table.resizeColumnToContents(1)
