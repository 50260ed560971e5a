"""Banners of what lasts: no line, and who knows of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.services.status import Status
from desktop.ui.main_window import MainWindow
from desktop.ui.shell.conditions import Conditions
from desktop.ui.shell.overview import Overview, summed


class Row:
    enabled, last_success_ms = True, None

    def __init__(self, health: str, why: str = "") -> None:
        self.health, self.health_detail = health, why


@pytest.fixture
def status(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Status:
    made = Status()
    monkeypatch.setattr(window.bridge, "services", SimpleNamespace(status=made), raising=False)
    monkeypatch.setattr(window.bridge, "spawn", lambda coro, *_: coro.close())
    monkeypatch.setattr(window, "_conditions", Conditions(window))
    return made


def test_the_banner_says_how_many_answers_wait(window: MainWindow, status: Status) -> None:
    window.show_overview(Overview(total=2, waiting=3))
    assert window.banners.texts() == {}
    status.set("online", "offline")
    assert window.banners.texts()["online"].endswith("답변은 연결되면 보냅니다. (대기 3건)")
    window.show_overview(Overview(total=2, waiting=4))
    assert "(대기 4건)" in window.banners.texts()["online"]
    status.set("online", "")
    assert window.banners.texts() == {} and window.bridge.online


def test_a_window_that_does_not_collect_knows_of_the_line_too(window: MainWindow, status: Status) -> None:
    gone = Overview(total=2, waiting=1, no_line=True)
    window.show_overview(gone)
    assert window.bridge.online  # this program collects by itself, and has noticed nothing
    status.set("collecting", "other-program")
    window.show_overview(gone)
    assert not window.bridge.online and "인터넷" in window.banners.texts()["online"]
    window.show_overview(Overview(total=2))
    QApplication.processEvents()
    assert window.bridge.online and window.banners.texts() == {}


@pytest.mark.parametrize(
    ("rows", "no_line"),
    [
        ([Row("down", "dns"), Row("down", "timeout")], True),
        ([Row("down", "dns"), Row("down", "connect"), Row("auth", "auth"), Row("limited")], True),
        ([Row("down", "dns"), Row("ok")], False),
        ([Row("down", "connect-refused"), Row("down", "dns")], False),  # somebody has answered
        ([Row("down", "dns")], False),  # one server alone may be down
        ([], False),
    ],
)
def test_no_line_is_read_off_the_channels(rows: list[Any], no_line: bool) -> None:
    assert summed(rows, {}).no_line is no_line
