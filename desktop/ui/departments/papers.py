"""The paper that goes with a case: saved as HWPX, PDF or ODT, or opened in the system's viewer to print."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QDir, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.services.documents import Document, handover
from desktop.ui.documents import SUFFIXES, write
from desktop.ui.widgets.files import FileDialog

translate = QCoreApplication.translate

_printed: list[QTemporaryDir] = []
"""What was printed lies in folders of this program and goes with it."""


async def paper(bridge: Any, forwarding_id: int, *, hidden: bool = True) -> tuple[Document, str]:
    """The paper and what its file is called."""
    if not hidden:
        from desktop.models import unmasking

        await bridge.write(unmasking.unmask_many, what="sheet", forwarding=forwarding_id)
    facts = await bridge.read(handover.read, forwarding_id, hidden=hidden)
    return handover.sheet(facts, hidden=hidden), handover.file_name(facts)


async def show(bridge: Any, forwarding_id: int) -> Path | None:
    """Open the paper in the system's viewer, from which it is printed; the file, None where none is there."""
    document, name = await paper(bridge, forwarding_id)
    folder = QTemporaryDir(QDir.tempPath() + "/seoul-smc-XXXXXX")
    path = Path(folder.path()) / f"{name}.pdf"
    await asyncio.to_thread(write, document, path)
    _printed.append(folder)
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        bridge.toast(translate("Inbox", "전달 문서를 열었습니다. 보기 프로그램에서 인쇄해 주세요."))
        return path
    bridge.toast(translate("Inbox", "PDF를 열 프로그램이 없습니다. 파일로 저장해 주세요."), tone="warning")
    return None


def ask_where(bridge: Any, forwarding_id: int, window: QWidget, *, hidden: bool = True) -> FileDialog:
    """Ask for a file and write the paper there."""
    title = translate("Inbox", "전달 문서 저장하기")
    if not hidden:
        title = translate("Inbox", "개인정보를 가리지 않고 전달 문서 저장하기")
    dialog = FileDialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(["HWPX (*.hwpx)", "PDF (*.pdf)", "OpenDocument (*.odt)"])
    dialog.setDefaultSuffix("hwpx")
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix(chosen.rstrip(")").rpartition(".")[2])
    )
    dialog.selectFile(translate("Inbox", "전달서 {number}").format(number=forwarding_id))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("Inbox", "저장하기"))
    dialog.fileSelected.connect(
        lambda path: bridge.spawn(save(bridge, forwarding_id, path, hidden=hidden), "sheet")
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


async def save(bridge: Any, forwarding_id: int, path: str, *, hidden: bool = True) -> None:
    """Write the paper there; a failure is told by whoever runs this."""
    if Path(path).suffix.lower() not in SUFFIXES:
        path += ".hwpx"
    document, _ = await paper(bridge, forwarding_id, hidden=hidden)
    await asyncio.to_thread(write, document, path)
    told = translate("Inbox", "전달 문서를 저장했습니다: {file}").format(file=Path(path).name)
    bridge.toast(
        told,
        translate("Inbox", "열어 보기"),
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)),
        tone="good",
    )
