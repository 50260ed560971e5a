"""Doing something soon after it was asked for: at once when nobody has asked for a while, so that a person
sees what they did; spaced out where changes pour in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Soon(QTimer):
    """Calls ``run`` once for all ``ask`` of the same turn, and at most every ``every_ms``."""

    def __init__(self, run: Callable[[], object], every_ms: int, parent: QObject) -> None:
        super().__init__(parent, singleShot=True)
        self._every_ms = every_ms
        self._since = QElapsedTimer()
        self.timeout.connect(self._since.start)
        self.timeout.connect(run)

    def ask(self) -> None:
        if not self.isActive():
            passed = self._since.elapsed() if self._since.isValid() else self._every_ms
            self.start(max(0, self._every_ms - passed))
