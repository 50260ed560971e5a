"""A button that has to be held: nobody speaks in the mayor's name by a slip of the hand.

Mouse, Space or Enter on it, or its shortcut, held for two seconds; a ring fills meanwhile. Letting go earlier
does nothing. Whoever cannot hold a key has other ways (a typed word, a second person): the composer's.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button

translate = QCoreApplication.translate

HOLD_MS = 2_000
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RELEASED = (*_KEYS, Qt.Key.Key_Control)


class HoldButton(Button):
    """An ordinary button until ``set_hold(True)``; then ``held`` comes instead of ``clicked``."""

    held = Signal()

    def __init__(self, text: str, parent: QWidget | None = None, *, kind: str = "", icon: str = "") -> None:
        super().__init__(text, parent, kind=kind, icon=icon)
        self._hold = False
        self._since = 0.0
        self._timer = QTimer(self, interval=30)
        self._timer.timeout.connect(self._tick)

    def set_hold(self, hold: bool) -> None:
        if hold != self._hold:
            self.let_go()
            self._hold = hold
            # The ring stands at the right: the words make room for it.
            self.setStyleSheet(f"padding-right: {theme().px(34)}px" if hold else "")
            self.updateGeometry()
            self.setAccessibleDescription(
                translate("Composer", "2초 동안 누르고 있으면 보냅니다.") if hold else ""
            )

    @property
    def must_hold(self) -> bool:
        return self._hold

    def share(self) -> float:
        """How much of the time has passed, 0 to 1."""
        if not self._since:
            return 0.0
        return min((time.monotonic() - self._since) * 1000 / HOLD_MS, 1.0)

    def begin(self) -> None:
        """Held from now on. A repeated key begins nothing anew."""
        if not self._hold or not self.isEnabled() or self._since:
            return
        self._since = time.monotonic()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start()
        announce(
            self, translate("Composer", "계속 누르고 계세요. 2초 뒤에 시장 명의로 보냅니다."), urgent=True
        )
        self.update()

    def let_go(self) -> None:
        """Let go: nothing is sent."""
        if not self._since:
            return
        self._end()
        announce(self, translate("Composer", "손을 떼어 보내지 않았습니다."))

    def _end(self) -> None:
        self._since = 0.0
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.setDown(False)
        self.update()

    def _tick(self) -> None:
        self.update()
        if self.share() >= 1.0:
            self._end()
            self.held.emit()

    # --- mouse and keys -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.begin()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._hold:
            self.let_go()
            self.setDown(False)
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._hold and not self.rect().contains(event.position().toPoint()):
            self.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._hold and event.key() in _KEYS:
            if not event.isAutoRepeat():
                self.setDown(True)
                self.begin()
            return
        if self._hold and event.key() == Qt.Key.Key_Escape and self._since:
            self.let_go()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._hold and event.key() in _RELEASED and not event.isAutoRepeat():
            self.let_go()
            return
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is held: a key that is let go anywhere, or a window that goes away, ends it."""
        if (
            event.type() == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and not event.isAutoRepeat()
            and event.key() in _RELEASED
        ) or event.type() == QEvent.Type.ApplicationDeactivate:
            self.let_go()
        return False

    def sizeHint(self) -> QSize:
        ring = theme().px(26) if self._hold else 0
        return super().sizeHint() + QSize(ring, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._hold else super().minimumSizeHint()

    # --- look -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._hold:
            return
        side = theme().px(18)
        where = QRectF(self.width() - side - theme().px(9), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme().tokens
        color = QColor(colors.on_primary if self.isEnabled() else colors.disabled)
        faint = QColor(color)
        faint.setAlpha(110)
        inner = where.adjusted(2, 2, -2, -2)
        painter.setPen(QPen(faint, theme().px(3)))
        painter.drawEllipse(inner)
        if self._since:
            painter.setPen(QPen(color, theme().px(3)))
            painter.drawArc(inner, 90 * 16, round(-360 * 16 * self.share()))
        painter.end()
