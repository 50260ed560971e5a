"""Which screens there are, in the order of the rail. A screen is made when it is first visited.

To add a screen: one line in SCREENS and its keys in ``keys.py``. A screen is a QWidget made with the bridge;
it has ``title() -> str``, ``activate()`` (it has just been shown), ``search(text)`` and ``commands()``. One
that lists posts also has the signals ``opened(int)`` and ``selected(int)``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.bridge import Bridge
from desktop.ui.commands import Command

translate = QCoreApplication.translate


class Screen(Protocol):
    """What the main window asks of a screen (besides being a QWidget)."""

    def title(self) -> str: ...
    def activate(self) -> None: ...
    def search(self, text: str) -> None: ...
    def commands(self) -> Sequence[Command]: ...


class ScreenEntry(NamedTuple):
    """One place of the rail. ``name`` is also the scope of the screen's commands."""

    name: str
    icon: str
    label: Callable[[], str]
    module: str
    factory: str

    def make(self, bridge: Bridge) -> QWidget:
        """Import the module and build the screen."""
        made = getattr(import_module(self.module), self.factory)(bridge)
        assert isinstance(made, QWidget)
        return made


SCREENS: tuple[ScreenEntry, ...] = (
    ScreenEntry(
        "board", "columns-3", lambda: translate("Rail", "보드"), "desktop.ui.board.screen", "BoardScreen"
    ),
    ScreenEntry(
        "timeline",
        "rss",
        lambda: translate("Rail", "모아보기"),
        "desktop.ui.timeline.screen",
        "TimelineScreen",
    ),
    ScreenEntry(
        "departments",
        "inbox",
        lambda: translate("Rail", "부서 접수"),
        "desktop.ui.departments.screen",
        "DepartmentsScreen",
    ),
    ScreenEntry(
        "meetings", "gavel", lambda: translate("Rail", "회의"), "desktop.ui.meetings.screen", "MeetingsScreen"
    ),
    ScreenEntry(
        "meetups",
        "calendar",
        lambda: translate("Rail", "번개팅"),
        "desktop.ui.meetups.screen",
        "MeetupsScreen",
    ),
    ScreenEntry(
        "channels", "radio", lambda: translate("Rail", "채널"), "desktop.ui.channels.screen", "ChannelsScreen"
    ),
    ScreenEntry(
        "log", "history", lambda: translate("Rail", "처리 기록"), "desktop.ui.log.screen", "LogScreen"
    ),
    ScreenEntry(
        "settings",
        "settings",
        lambda: translate("Rail", "설정"),
        "desktop.ui.settings.screen",
        "SettingsScreen",
    ),
)
