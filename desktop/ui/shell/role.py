"""Shows in the window what the person here works as: the rail has the screens of that role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.rights import screens_of

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


def follow(window: MainWindow) -> None:
    """Keep the rail as the role of the person wants it."""
    window.bridge.who_changed.connect(lambda: arrange(window))


def arrange(window: MainWindow) -> None:
    """Offer the screens of the role. A screen that is not among them any more makes room for the first."""
    who = window.bridge.who
    names = screens_of(who.role if who is not None else "", window.screen_names(), window.bridge.may)
    window.rail.arrange(names)
    if window.current and window.current not in names:
        window.show_screen(names[0])
