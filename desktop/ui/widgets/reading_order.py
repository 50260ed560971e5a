"""What Tab goes to next: controls in the order in which a page is read, as its layouts put them.

Qt goes by the order in which widgets were made. Chips, rows and pages that come later would stand at the end
of the window, and a screen that hands its focus to its list would send Tab past everything above the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QKeySequenceEdit,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)

WHOLE = (QAbstractButton, QAbstractSpinBox, QComboBox, QKeySequenceEdit, QLineEdit, QTabBar)
"""Controls whose parts are worked through the whole."""


def step(window: QWidget, forward: bool) -> bool:
    """Give the focus to the next control of ``window``, or the one before; False where it has none."""
    focused = QApplication.focusWidget()
    going = list(stops(window))
    if not going:
        return False
    by = 1 if forward else -1
    if focused in going:
        goal = going[(going.index(focused) + by) % len(going)]
    else:
        goal = _beside(window, focused, going, by)
    reach(goal, Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def reach(goal: QWidget, why: Qt.FocusReason) -> None:
    """Give a control the focus and bring it into sight: Qt does that only within one scrolled page."""
    goal.setFocus(why)
    around = goal.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(goal)
        around = around.parentWidget()


def stops(root: QWidget) -> Iterator[QWidget]:
    """The controls in ``root`` that Tab goes to now."""
    return (widget for widget in _all(root, set(), hidden=False) if _stops(widget))


def _beside(window: QWidget, focused: QWidget | None, going: list[QWidget], by: int) -> QWidget:
    """The control next to something that was hidden or switched off, or that takes no Tab itself."""
    order = list(_all(window, set(), hidden=True))
    if focused not in order:
        return going[0] if by > 0 else going[-1]
    places = {widget: place for place, widget in enumerate(order)}
    at = places[focused]
    if by > 0:
        return next((w for w in going if places[w] > at), going[0])
    return next((w for w in reversed(going) if places[w] < at), going[-1])


def _stops(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    if policy == Qt.FocusPolicy.NoFocus or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and (group := together(widget)):
        # Qt takes TabFocus from all of a group but the one that had the focus last.
        usable = [button for button in group if button.isVisible() and button.isEnabled()]
        chosen = [button for button in usable if button.isChecked()]
        return widget is next(iter(chosen or usable), None)
    return bool(policy & Qt.FocusPolicy.TabFocus)


def together(button: QAbstractButton) -> list[QAbstractButton]:
    """The buttons of which one is chosen: Tab goes to that one, arrows to the rest. Empty for all others."""
    group, holder = button.group(), button.parentWidget()
    if group is not None:
        return group.buttons() if group.exclusive() else []
    if not button.autoExclusive() or holder is None:
        return []
    here = holder.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [other for other in here if other.autoExclusive() and other.group() is None]


def _all(widget: QWidget, read: set[QWidget], *, hidden: bool) -> Iterator[QWidget]:
    """``widget`` and what is in it, in reading order; ``read`` are those that were met before."""
    if widget in read or (not hidden and not widget.isVisible()):
        return
    read.add(widget)
    yield widget
    if isinstance(widget, WHOLE):
        return
    for part in _parts(widget):
        if not part.isWindow():
            yield from _all(part, read, hidden=hidden)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QTabWidget):
        yield widget.tabBar()
        for corner in (Qt.Corner.TopLeftCorner, Qt.Corner.TopRightCorner):
            if (beside := widget.cornerWidget(corner)) is not None:
                yield beside
        pages = [widget.widget(place) for place in range(widget.count())]
    elif isinstance(widget, QStackedWidget | QSplitter):
        pages = [widget.widget(place) for place in range(widget.count())]
    elif (layout := widget.layout()) is not None:
        pages = list(_in_layout(layout))
    else:
        pages = []
    yield from pages
    yield from widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda place: layout.getItemPosition(place)[:2])
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
