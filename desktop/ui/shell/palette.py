"""The palette (Ctrl+K): one field that runs every command, finds posts and jumps to channels.

It gets commands from the registry and results from two callables; it does not know the database.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import keys
from desktop.ui.commands import Commands
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.editors import SearchLine, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

_HIT = Qt.ItemDataRole.UserRole + 1
MOST_COMMANDS = 9
MOST_RECENT = 4

USEFUL = ("go", "track", "reply", "case", "post", "app", "theme", "list", "card")
"""Beginnings of command ids. Screens first: Enter on an empty line must not sort a post."""


def rank(identity: str) -> int:
    """Where a command stands among those that fit equally well."""
    first = identity.split(".")[0]
    return USEFUL.index(first) if first in USEFUL else USEFUL.index("app")


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the palette."""

    text: str
    detail: str
    icon: str
    run: Callable[[], object]
    key: str = ""


Find = Callable[[str], Awaitable[Sequence[Hit]]]


def fits(wanted: str, text: str) -> int:
    """How well a command's text fits what was typed: 0 not at all, higher is better. Spaces do not matter."""
    needle, hay = wanted.casefold().replace(" ", ""), text.casefold()
    close = hay.replace(" ", "")
    if not needle:
        return 1
    if close.startswith(needle):
        return 4
    if any(word.startswith(needle) for word in hay.split()):
        return 3
    if needle in close:
        return 2
    rest = iter(close)
    return 1 if len(needle) > 1 and all(letter in rest for letter in needle) else 0


class _Line(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(100, theme().px(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        hit: Hit = index.data(_HIT)
        now, colors = theme(), theme().tokens
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRect(option.rect).adjusted(4, 1, -4, -1)
        if selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(now.color("link"))
            painter.setBrush(now.color("selected"))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 6, 6)
        side = now.px(18)
        left = box.left() + now.px(12)
        tint = colors.link if selected else colors.subtle
        painter.drawPixmap(left, box.center().y() - side // 2, icons.pixmap(hit.icon, tint, side))
        text = box.adjusted(now.px(12) + side + now.px(12), 0, -now.px(12), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(now.font(13))
        painter.setPen(now.color("muted"))
        right = "   ".join(part for part in (hit.detail, keys.shown(hit.key)) if part)
        metrics = painter.fontMetrics()
        right = metrics.elidedText(right, Qt.TextElideMode.ElideRight, text.width() // 2)
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignRight, right)
        text.setRight(text.right() - metrics.horizontalAdvance(right) - now.px(12))
        painter.setFont(now.font())
        painter.setPen(now.color("text"))
        words = painter.fontMetrics().elidedText(
            " ".join(hit.text.split()), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class _Field(SearchLine):
    """Keeps the keys that move the choice; a screen reader stays in the field."""

    moved = Signal(int)
    left = Signal()
    unfocused = Signal()
    STEPS = {
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_PageDown: 8,
        Qt.Key.Key_PageUp: -8,
        Qt.Key.Key_Tab: 1,
        Qt.Key.Key_Backtab: -1,
    }

    def event(self, event: QEvent) -> bool:
        # Tab would leave the field before keyPressEvent hears of it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.STEPS:
            self.moved.emit(self.STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()


class Palette(QFrame):
    """Opened over the window; Enter runs the chosen line, Esc gives the focus back."""

    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        commands: Commands,
        find: Find,
        spawn: Callable[..., object],
    ) -> None:
        super().__init__(window)
        self._window, self._commands, self._find, self._spawn = window, commands, find, spawn
        self._scope = ""
        self._round = 0
        self._before: QWidget | None = None
        self._recent: list[str] = []  # ids of commands that were run from here, the latest first
        self.setProperty("kind", "palette")
        self.setAccessibleName(translate("Palette", "검색과 명령"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        self.field = _Field(translate("Palette", "명령, 글, 채널을 찾습니다"), self)
        self.field.searched.connect(self._search)
        self.field.textChanged.connect(lambda: self._show_commands())
        self.field.moved.connect(self._move)
        self.field.left.connect(self.leave)
        self.field.unfocused.connect(self._focus_went)
        self.field.returnPressed.connect(self.run_chosen)
        column.addWidget(self.field)
        self._model = QStandardItemModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(translate("Palette", "찾은 것"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(lambda index: self.run_chosen())
        column.addWidget(self.list, 1)
        self._none = label("", "muted", self, wrap=True)
        column.addWidget(self._none)
        self.hide()

    def open(self, scope: str, text: str = "") -> None:
        """Show the palette for the screen ``scope``."""
        self._scope = scope
        focused = self._window.focusWidget()
        if not self.isVisible():
            self._before = focused
        self.place()
        self.show()
        self.raise_()
        self.field.setText(text)
        self.field.selectAll()
        self._show_commands()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self, *, back: bool = True) -> None:
        if not self.isVisible():
            return
        self._round += 1
        self.hide()
        if back and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def hits(self) -> list[Hit]:
        return [self._model.item(row).data(_HIT) for row in range(self._model.rowCount())]

    def run_chosen(self) -> None:
        index = self.list.currentIndex()
        hit = index.data(_HIT) if index.isValid() else None
        if hit is None:
            return
        take_text(self.field)
        self.leave()
        hit.run()

    def _command_hits(self, wanted: str) -> list[Hit]:
        found = []
        for place, command in enumerate(self._commands.of_scope(self._scope)):
            good = fits(wanted, command.text) if command.in_palette and command.allowed() else 0
            if good:
                recent = self._recent.index(command.id) if command.id in self._recent else len(self._recent)
                found.append((-good, recent, rank(command.id), place, command))
        found.sort(key=lambda each: each[:-1])
        scope = self._scope
        return [
            Hit(
                command.text,
                self._kind(command.id),
                command.icon or "command",
                lambda identity=command.id: self._run(identity, scope),
                self._commands.key(command),
            )
            for *_, command in found[: MOST_COMMANDS if wanted else 40]
        ]

    def _kind(self, identity: str) -> str:
        """What a command works on, and whether it was used lately."""
        if identity in self._recent:
            return translate("Palette", "최근에 씀")
        first = identity.split(".")[0]
        if first in ("track", "card", "case", "post", "reply"):
            return translate("Palette", "고른 글")
        if first == "list":
            return translate("Palette", "이 목록")
        return translate("Palette", "화면") if first == "go" else ""

    def _run(self, identity: str, scope: str) -> None:
        self._recent = [identity, *(old for old in self._recent if old != identity)][:MOST_RECENT]
        self._commands.run(identity, scope)

    def _show_commands(self) -> None:
        self._round += 1
        self._fill(self._command_hits(self.field.text_now().strip()))

    def _search(self, text: str) -> None:
        if self.isVisible() and text.strip():
            self._round += 1
            self._spawn(self._look(text.strip(), self._round), "palette search")

    async def _look(self, text: str, round_: int) -> None:
        # The syllable under composition changes the text without textChanged, so commands are matched again.
        commands = self._command_hits(text)
        found = await self._find(text)
        await asyncio.sleep(0)
        if round_ == self._round and self.isVisible():
            self._fill([*commands, *found])

    def _fill(self, hits: Sequence[Hit]) -> None:
        kept = self.list.currentIndex().row()
        self._model.clear()
        for hit in hits:
            item = QStandardItem(hit.text)
            item.setEditable(False)
            item.setData(hit, _HIT)
            spoken = ", ".join(part for part in (hit.text, hit.detail, keys.shown(hit.key)) if part)
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if hits:
            row = kept if 0 < kept < len(hits) else 0
            self.list.setCurrentIndex(self._model.index(row, 0))
        self.list.setVisible(bool(hits))
        self.place()
        self._none.setVisible(not hits)
        self._none.setText(
            translate("Palette", "맞는 명령이나 글이 없습니다. 다른 낱말로 찾아 주세요.") if not hits else ""
        )

    def _move(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            row = (self.list.currentIndex().row() + by) % rows
            self.list.setCurrentIndex(self._model.index(row, 0))
            announce(self, str(self._model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)))

    def _focus_went(self) -> None:
        # Asked of ourselves: while a window is being deleted, it cannot be asked any more.
        other = QApplication.focusWidget()
        if self.isVisible() and other is not None and other is not self.field and self.isActiveWindow():
            self.leave(back=False)

    def place(self) -> None:
        """Put it over the middle of the window, whose size may have changed."""
        width = min(theme().px(680), self._window.width() - 48)
        line = theme().px(40)
        most = min(theme().px(480), self._window.height() - 96) // line
        around = self.field.sizeHint().height() + theme().px(32)
        height = around + line * min(max(self._model.rowCount(), 2), most)
        self.setGeometry((self._window.width() - width) // 2, theme().px(8), width, height)
