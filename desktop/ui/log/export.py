"""Asks how the log is to be taken out: which kind of file, and, with the right to it, with nothing hidden."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QWidget

from desktop.models import log
from desktop.models.log import LogFilter
from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.widgets.files import FileDialog
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


def kinds() -> list[tuple[str, str]]:
    """(suffix, words)"""
    return [
        ("xlsx", translate("LogExport", "엑셀 (.xlsx)")),
        ("csv", translate("LogExport", "CSV (.csv)")),
        ("jsonl", translate("LogExport", "JSON 줄 (.jsonl)")),
    ]


class ExportDialog(Dialog):
    """``chosen`` gives the path and whether personal data is to be shown."""

    chosen = Signal(str, bool)

    def __init__(self, bridge: Any, wanted: LogFilter, parent: QWidget | None = None) -> None:
        super().__init__(translate("LogExport", "처리 기록 내보내기"), bridge, parent, width=460)
        self.count = label(translate("LogExport", "줄 수를 세고 있습니다."), "", self, wrap=True)
        self.body.addWidget(self.count)
        self.kind = QComboBox(self)
        for suffix, words in kinds():
            self.kind.addItem(words, suffix)
        self.kind.view().setAccessibleName(translate("LogExport", "파일 형식"))
        self.body.addWidget(field(translate("LogExport", "파일 형식"), self.kind))
        self.unmasked = QCheckBox(translate("LogExport", "개인정보를 가리지 않고 내보내기"), self)
        hint = translate("LogExport", "누가 가리지 않고 내보냈는지 처리 기록에 남습니다.")
        if not bridge.may("case.unmask"):
            self.unmasked.setEnabled(False)
            hint = translate("LogExport", "맡은 역할로는 개인정보를 볼 수 없습니다.")
        self.unmasked.setAccessibleDescription(hint)
        self.body.addWidget(self.unmasked)
        self.body.addWidget(label(hint, "meta", self, wrap=True))
        self.add_cancel()
        self.act = self.add_button(translate("LogExport", "파일 고르기"), "primary")
        self.act.clicked.connect(self._choose)
        self.work(self._count(wanted))

    async def _count(self, wanted: LogFilter) -> None:
        whole = await self.bridge.read(log.extent, wanted)
        text = translate("LogExport", "지금 조건에 맞는 기록 {count}줄을 내보냅니다.")
        self.count.setText(text.format(count=fmt.number(whole.count)))

    def _choose(self) -> None:
        suffix = str(self.kind.currentData())
        dialog = FileDialog(self, translate("LogExport", "처리 기록 내보내기"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self.kind.currentText()} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        name = translate("LogExport", "처리기록")
        dialog.selectFile(f"{name}.{suffix}")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("LogExport", "내보내기"))
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: str) -> None:
        """Write to this file."""
        self.chosen.emit(path, self.unmasked.isChecked())
        self.accept()
