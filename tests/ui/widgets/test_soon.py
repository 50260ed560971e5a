"""What is asked for soon: once for a turn, at once after a rest, spaced out in a flood."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets.soon import Soon


def test_several_wishes_of_a_turn_are_one_and_the_next_waits(qapp: QApplication) -> None:
    ran: list[int] = []
    parent = QObject()
    soon = Soon(lambda: ran.append(1), 3_600_000, parent)
    soon.ask()
    soon.ask()
    assert soon.interval() == 0
    qapp.processEvents()
    assert ran == [1]
    soon.ask()
    assert soon.isActive() and soon.interval() > 3_000_000
    qapp.processEvents()
    assert ran == [1]
    soon.stop()
