"""Buttons. All are QPushButton: a QToolButton takes no focus, and the syllable being typed would be lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import restyle

QUIET_PADDING = 14
"""Left and right in a quiet button, in px at 100 %; the style sheet says the same."""


class PushButton(QPushButton):
    """Enter presses it as Space does: Qt leaves Enter to dialogs, and the window is none."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """A button that goes away or is switched off under the hand gives the focus to what it belongs to. Qt
        would give it to the next in the window: that may be the message's button that takes the act back."""
        return focus_home(self) or super().focusNextPrevChild(forward)


def focus_home(leaving: QWidget) -> bool:
    """Give the focus of what is hidden or switched off to the nearest text field or list that can be worked
    in. False where it stays, or where there is none."""
    if leaving.isVisible() and leaving.isEnabled():
        return False
    around = leaving.parentWidget()
    while around is not None:
        usable = [
            area
            for area in around.findChildren(QAbstractScrollArea)
            if area.isVisible() and area.isEnabled() and area.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        fields = [a for a in usable if isinstance(a, QPlainTextEdit | QTextEdit) and not a.isReadOnly()]
        lists = [area for area in usable if isinstance(area, QAbstractItemView)]
        if fields or lists:
            (fields or lists)[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        around = None if around.isWindow() else around.parentWidget()
    return False


class Button(PushButton):
    """A button that names its act. ``kind``: "", primary, quiet, danger, chip, segment or status."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, kind: str = "", icon: str = "", key: str = ""
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if key:
            self.setToolTip(f"{text} ({key})")
        if icon:
            theme().changed.connect(self._tint)
            self._tint()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        if self._icon:
            self._tint()  # the gap between icon and text depends on there being a text

    def set_icon(self, name: str) -> None:
        if not self._icon:
            theme().changed.connect(self._tint)
        self._icon = name
        self._tint()

    def _tint(self) -> None:
        colors = theme().tokens
        kind = self.property("kind")
        color = {"primary": colors.on_primary, "quiet": colors.link, "danger": colors.danger.text}.get(
            kind, colors.subtle
        )
        side = theme().px(16 if kind in ("chip", "status") else 18)
        # Qt leaves 4 px between icon and text whatever the size; the icon brings the rest along.
        gap = theme().px(4) if self.text() else 0
        self.setIconSize(QSize(side + gap, side))
        self.setIcon(icons.icon(self._icon, color, side, disabled=colors.disabled, after=gap))


def flush_left(button: QPushButton) -> QHBoxLayout:
    """A row with a quiet button at its left whose words begin where those above and below it do: the frame
    of such a button is seen only under the pointer."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(-theme().px(QUIET_PADDING))
    row.addWidget(button)
    row.addStretch(1)
    return row


class IconButton(PushButton):
    """A square button that shows only an icon; ``name`` is read aloud and shown as its tooltip."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(parent)
        self._icon = icon
        self.setProperty("kind", "icon")
        self.set_name(name, key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._tint)
        self._tint()

    def set_name(self, name: str, key: str = "") -> None:
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._tint()

    def _tint(self) -> None:
        colors = theme().tokens
        side = theme().px(20)
        self.setIconSize(QSize(side, side))
        self.setIcon(
            icons.icon(self._icon, colors.subtle, side, disabled=colors.disabled, selected=colors.link)
        )


class Segments(QWidget):
    """A row of choices of which one is chosen: ( 1차 답변 | 최종 답변 )."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``choices``: (value, text shown)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        for value, text in choices:
            button = Button(text, self, kind="segment")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)
        row.addStretch(1)
        self._round_ends()
        theme().changed.connect(self._keep_room)
        self._keep_room()

    def _keep_room(self) -> None:
        """The chosen one is bold, which no size hint knows before it is chosen."""
        metrics = theme().metrics(bold=True)
        for button in self._buttons.values():
            button.setMinimumWidth(metrics.horizontalAdvance(button.text()) + theme().px(32))

    def show_choice(self, value: str, shown: bool) -> None:
        """Offer a choice that makes sense only at times; it must not be the chosen one while it is hidden."""
        self._buttons[value].setHidden(not shown)
        self._round_ends()

    def _round_ends(self) -> None:
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        for place, button in enumerate(shown):
            end = "last" if place == len(shown) - 1 else "middle"
            button.setProperty("place", "first" if place == 0 else end)
            restyle(button)

    def value(self) -> str:
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_text(self, value: str, text: str) -> None:
        """Name a choice anew, with a count for example."""
        button = self._buttons[value]
        button.setText(text)
        button.setAccessibleName(f"{self.accessibleName()}: {text}")
        self._keep_room()

    def set_value(self, value: str) -> None:
        """Choose without announcing it."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)
