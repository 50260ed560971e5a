"""Decides whether the first steps are shown, and puts them on the window. It knows no step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.ui.firstrun.page import FirstRun
    from desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate

FIRST_STEPS, BLANK = "firstSteps", "beforeFirstSteps"


def wait(window: MainWindow) -> None:
    """The workspace is still being made: show somebody who is here for the first time no board meanwhile."""
    if _is_new_here(window) and window.findChild(QWidget, BLANK) is None:
        blank = QWidget()
        blank.setObjectName(BLANK)
        window.show_page(blank)


def opened(window: MainWindow, pages: list[list[Any]] | None) -> None:
    """The workspace is open, with these first posts; called before they are painted."""
    if not any(pages or ()) and _is_new_here(window) and not _has_channels(window):
        wait(window)
        # The window is painted, and can be closed, before they are made.
        window.bridge.spawn(_show_soon(window), "first steps")
        return
    blank = window.findChild(QWidget, BLANK)
    if blank is not None:
        window.drop_page(blank)


async def _show_soon(window: MainWindow) -> None:
    show(window)


def _has_channels(window: MainWindow) -> bool:
    """One look into a table without rows, and only until the first steps have been gone through."""
    from desktop.models import channels

    store = window.bridge.store
    return store is None or bool(store.read(channels.list_channels, counts=False).result())


async def begin(window: MainWindow) -> None:
    """Show the first steps to somebody who has no channel yet and has not been through them."""
    from desktop.models import channels
    from desktop.ui.quick import opening

    bridge = window.bridge
    await opening.offer(window)
    if is_shown(window) or not _is_new_here(window):
        return
    if not await bridge.read(channels.list_channels, counts=False):
        show(window)


def is_shown(window: MainWindow) -> bool:
    """Whether the first steps are on this window, perhaps behind a screen."""
    return window.findChild(QWidget, FIRST_STEPS) is not None


def is_in_front(window: MainWindow) -> bool:
    return window.pages.currentWidget().objectName() == FIRST_STEPS


def show(window: MainWindow) -> FirstRun:
    """Show the first steps now."""
    from desktop.ui.firstrun.page import FirstRun

    page = FirstRun(window.bridge)
    page.setObjectName(FIRST_STEPS)
    page.finished.connect(lambda: window.drop_page(page))
    window.show_page(page, translate("FirstRun", "처음 안내"))
    blank = window.findChild(QWidget, BLANK)
    if blank is not None:
        blank.deleteLater()
    return page


def _is_new_here(window: MainWindow) -> bool:
    bridge = window.bridge
    return not bridge.prefs.flag("first_run_done", False) and not bridge.store_is_sample()
