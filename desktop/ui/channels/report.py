"""What came of an import: how many channels were added, and every bad row with its line and reason."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog
from desktop.ui.channels.names import reason_sentence
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


def summary(report: Any) -> str:
    """Both numbers in one sentence."""
    good, bad = len(report.good), len(report.bad)
    if not bad:
        return translate("Import", "채널 {n}개를 추가했습니다.").format(n=fmt.number(good))
    text = translate("Import", "채널 {good}개를 추가했습니다. {bad}줄은 추가하지 못했습니다.")
    return text.format(good=fmt.number(good), bad=fmt.number(bad))


class ImportReport(Dialog):
    """The good rows are stored already; this only tells."""

    def __init__(self, bridge: Any, report: Any, parent: QWidget | None = None) -> None:
        super().__init__(translate("Import", "채널 가져오기 결과"), bridge, parent, width=680)
        self._report = report
        self.summary = label(summary(report), "name", self, wrap=True)
        self.body.addWidget(self.summary)
        if report.bad:
            hint = translate("Import", "아래 줄을 고친 파일을 다시 가져오면 빠진 채널만 추가합니다.")
            self.body.addWidget(label(hint, "muted", self, wrap=True))
            self.body.addWidget(self._table(), 1)
            copy = self.add_button(translate("Import", "목록 복사하기"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        close = self.add_button(translate("Import", "채널 목록 보기"), "primary")
        close.clicked.connect(self.accept)

    def _table(self) -> QTableWidget:
        bad = self._report.bad
        self.table = QTableWidget(len(bad), 3, self)
        self.table.setAccessibleName(translate("Import", "추가하지 못한 줄"))
        self.table.setHorizontalHeaderLabels(
            [translate("Import", "줄"), translate("Import", "까닭"), translate("Import", "내용")]
        )
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        for place, row in enumerate(bad):
            cells = (fmt.number(row.line), reason_sentence(row.reason), row.text)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(place, column, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._rows_timer = QTimer(self, interval=0, singleShot=True)
        self._rows_timer.timeout.connect(self.table.resizeRowsToContents)
        header.sectionResized.connect(lambda *_: self._rows_timer.start())
        self.table.setMinimumHeight(theme().px(240))
        return self.table

    def text(self) -> str:
        """The bad rows as text, one a line, for a mail to whoever made the file."""
        line = translate("Import", "{line}줄: {reason} ({text})")
        return "\n".join(
            line.format(line=row.line, reason=reason_sentence(row.reason), text=row.text)
            for row in self._report.bad
        )
