"""The floor of starting up: the least PySide6 main window. Prints when it had painted, and its memory."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.memory import pss_mb


class Central(QLabel):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, painted)


def painted() -> None:
    print(time.time(), pss_mb(), flush=True)
    app.quit()


app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
window.setCentralWidget(Central("서울"))
window.show()
app.exec()
