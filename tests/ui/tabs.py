"""The Tab key, pressed until the focus comes round: what it reaches, in which order, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.ui.widgets.reading_order import stops, together

MOST = 600
"""Presses after which the focus is taken to never come round."""

MOST_INSIDE = 20
"""Presses that one control may take for itself: hours and minutes, the links of a text."""

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
"""What people work with by the mouse."""


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it. Of a combo box Qt's tree for Linux says the choice and not the name."""
    if isinstance(widget, QComboBox):
        return str(widget.accessibleName())
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else str(interface.text(QAccessible.Text.Name)).strip()


def called(widget: QWidget) -> str:
    """How a failure names it."""
    return f"{type(widget).__name__} {spoken(widget)!r}"


def check(window: QWidget) -> list[QWidget]:
    """Walk through all of ``window`` and back; everything that is not as it should be fails together."""
    seen = walk(window)
    back = walk(window, Qt.Key.Key_Backtab)
    wrong = [] if back == [seen[0], *reversed(seen[1:])] else [f"another way back: {[*map(called, back)]}"]
    wrong += [f"left out: {called(one)} in {called(above(one)[0])}" for one in left_out(window, seen)]
    wrong += unfit(seen) + out_of_order(seen)
    for _ in seen:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        if not in_sight(now):
            wrong.append(f"out of sight: {called(now)}")
    assert not wrong, "\n".join(wrong)
    return seen


def look(window: QWidget) -> list[str]:
    """What is not as it should be in ``window`` as it stands, without a key pressed."""
    order = list(stops(window))
    wrong = [f"left out: {called(one)}" for one in left_out(window, order)]
    wrong += [f"keeps Tab for itself: {called(one)}" for one in order if _keeps_tab(one)]
    return [f"{called(window)}: {one}" for one in wrong + unfit(order) + out_of_order(order)]


def _keeps_tab(widget: QWidget) -> bool:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly() and not widget.tabChangesFocus()
    return isinstance(widget, QAbstractItemView) and widget.tabKeyNavigation()


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press ``key`` from where the focus is until it is there again; what had the focus, in that order. Where
    it comes round to something else than it began with, that is a trap, and named."""
    start = QApplication.focusWidget()
    assert start is not None and (start is window or window.isAncestorOf(start)), f"focus outside: {start}"
    seen = [start]
    held = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
    inside = 0
    for _ in range(MOST):
        QTest.keyClick(seen[-1], key, held)
        now = QApplication.focusWidget()
        assert now is not None, f"lost after {called(seen[-1])}"
        if now is seen[-1] and inside < MOST_INSIDE:
            inside += 1
            continue
        inside = 0
        if now is seen[0]:
            return seen
        assert now not in seen, f"{called(seen[-1])} leads back to {called(now)}"
        seen.append(now)
    raise AssertionError("the focus never comes round")


def left_out(window: QWidget, seen: Sequence[QWidget]) -> list[QWidget]:
    """Controls that the mouse can use now and that Tab does not reach, nor arrows beside one it does."""
    found = []
    for control in window.findChildren(QWidget):
        if not isinstance(control, CONTROLS) or control.window() is not window:
            continue
        if not control.isVisible() or not control.isEnabled():
            continue
        if control in seen or _is_part(control) or control.visibleRegion().isEmpty():
            continue
        group = together(control) if isinstance(control, QAbstractButton) else []
        if any(other in seen for other in group):
            continue
        found.append(control)
    return found


def _is_part(control: QWidget) -> bool:
    """A part of a control that is worked through the whole."""
    if isinstance(control, QScrollBar | QHeaderView) or control.objectName().startswith("qt_"):
        return True
    above = control.parentWidget()
    if isinstance(above, QComboBox | QAbstractSpinBox | QLineEdit | QTabBar | QHeaderView):
        return True
    return control.focusProxy() is not None or (isinstance(control, QTextEdit) and _reads_only(control))


def _reads_only(control: QTextEdit) -> bool:
    return control.isReadOnly() and not control.textInteractionFlags() & (
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.TextSelectableByMouse
    )


def unfit(seen: Sequence[QWidget]) -> list[str]:
    """Of what had the focus: what has no name, cannot be seen, or can do nothing."""
    found = []
    for widget in seen:
        if not spoken(widget):
            found.append(f"no name: {called(widget)} in {[type(p).__name__ for p in above(widget)][:5]}")
        if not widget.isVisible() or not widget.isEnabled():
            found.append(f"cannot be used: {called(widget)}")
    return found


def above(widget: QWidget) -> list[QWidget]:
    found, now = [], widget.parentWidget()
    while now is not None:
        found.append(now)
        now = now.parentWidget()
    return found


def in_sight(widget: QWidget) -> bool:
    """Whether at least a line of what has the focus can be seen where its page scrolls."""
    for area in above(widget):
        if isinstance(area, QAbstractScrollArea) and area.viewport().isAncestorOf(widget):
            place = QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size())
            shown = place.intersected(area.viewport().rect())
            if shown.height() < min(place.height(), 24) or shown.width() < min(place.width(), 40):
                return False
    return True


def out_of_order(seen: Sequence[QWidget]) -> list[str]:
    """Steps that go up or to the left. Whole parts are compared: from a column one may go to the next's top.
    Once round there is one such step, from the last control to the first."""
    found = []
    for before, after in zip(seen, [*seen[1:], seen[0]], strict=True):
        one, other = _beside(before, after)
        if one is None or other is None:
            continue
        up = other.bottom() < one.top() + 4 and other.left() < one.right() - 4
        left = other.right() < one.left() + 4 and other.top() < one.bottom() - 4
        if up or left:
            found.append(f"not in reading order: from {called(before)} to {called(after)}")
    return found if len(found) > 1 else []


def _beside(before: QWidget, after: QWidget) -> tuple[QRect | None, QRect | None]:
    """The places of the two, or of the parts of the window that hold them, in what holds both."""
    holders = [before, *above(before)]
    holder = next((w for w in [after, *above(after)] if w in holders), None)
    if holder is None or holder in (before, after):
        return None, None
    branch = holders[holders.index(holder) - 1]
    others = [after, *above(after)]
    return branch.geometry(), others[others.index(holder) - 1].geometry()
