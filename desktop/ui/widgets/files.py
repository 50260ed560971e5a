"""Choosing files, without ever opening one: SQLite's locks on the workspace depend on it.

Qt's own file dialog (where the desktop has none) guesses icons and kinds by reading the first bytes of each
file in the folder. On Unix, closing any handle on a file drops all locks that the process holds on it. A
dialog that merely showed the folder of the open workspace left it unlocked, and the next program to open it
cut off the memory it shares with ours: the window died of a bus error.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDir, QFileInfo, QStandardPaths
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

translate = QCoreApplication.translate


class NamesOnly(QFileIconProvider):
    """Tells folders from files by what the folder says of them; is asked from a thread of Qt's."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = super().icon(QFileIconProvider.IconType.Folder)
        self._file = super().icon(QFileIconProvider.IconType.File)
        self._words = (translate("Files", "파일"), translate("Files", "폴더"))

    def icon(self, what: QFileIconProvider.IconType | QFileInfo) -> QIcon:
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        return self._words[info.isDir()]


class FileDialog(QFileDialog):
    """Every file dialog of the program is one of these. It begins in the person's documents."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, title)
        self._names = NamesOnly()  # Qt does not keep it
        self.setIconProvider(self._names)
        # Qt has no Korean for these two.
        self.setLabelText(QFileDialog.DialogLabel.LookIn, translate("Files", "찾는 곳"))
        self.setLabelText(QFileDialog.DialogLabel.FileType, translate("Files", "파일 형식"))
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
        self.setDirectory(next((place for place in places if QDir(place).exists()), QDir.homePath()))
