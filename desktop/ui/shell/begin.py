"""Decides whether the first steps are shown, and puts them on the window. It knows no step."""

from __future__ import annotations

from collections.abc import Callable
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


def looking(window: MainWindow, read: Callable[[], list[list[Any]]]) -> Callable[[], tuple[Any, bool]]:
    """What reads the first posts on a reader thread, and for somebody who is here for the first time whether
    this is a workspace that nobody has used: without a post and a channel."""
    new_here = _is_new_here(window)

    def both() -> tuple[list[list[Any]], bool]:
        pages = read()
        return pages, new_here and not any(pages) and not _has_channels()

    return both


def opened(window: MainWindow, unused: bool) -> None:
    """The workspace is open, and this is known of it; called before its first posts are painted."""
    if unused and _is_new_here(window):
        wait(window)
        # The window is painted, and can be closed, before they are made.
        window.bridge.spawn(_show_soon(window), "first steps")
        return
    blank = window.findChild(QWidget, BLANK)
    if blank is not None:
        window.drop_page(blank)


async def _show_soon(window: MainWindow) -> None:
    show(window)


def _has_channels() -> bool:
    from desktop.models import channels

    return bool(channels.list_channels(counts=False))


async def begin(window: MainWindow) -> None:
    """Show the first steps to somebody who has no channel yet and has not been through them."""
    from desktop.ui.quick import opening

    bridge = window.bridge
    await opening.offer(window)
    if is_shown(window) or not _is_new_here(window):
        return
    if not await bridge.read(_has_channels):
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
