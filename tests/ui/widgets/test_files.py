"""Looking into the folder of the open workspace must not touch its files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel

from desktop.models import channels
from desktop.models.store import Store
from desktop.ui.widgets.files import FileDialog
from tests import locks

ROOT = Path(__file__).resolve().parents[3]


def test_there_is_no_other_file_dialog() -> None:
    plain = re.compile(r"\bQFileDialog\(|getOpenFileName|getSaveFileName|getExistingDirectory|QMimeDatabase")
    found = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "desktop").rglob("*.py")
        if plain.search(file.read_text(encoding="utf-8"))
    ]
    assert not found


@pytest.mark.skipif(not locks.LOCKS.exists(), reason="the kernel does not tell its locks")
def test_the_file_dialog_leaves_the_locks_of_the_workspace(qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    (tmp_path / "folder").mkdir()
    with Store.open(path) as store:
        store.read(channels.list_channels).result()
        assert locks.held(path) == {"", "-shm"}
        dialog = FileDialog(None, "가져오기")
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.open()
        model = dialog.findChild(QFileSystemModel)
        root = model.index(str(tmp_path))

        def kinds() -> set[str]:
            return {
                model.index(row, 2, root).data()
                for row in range(model.rowCount(root))
                if model.index(row, 0, root).data()
            }

        qtbot.waitUntil(lambda: kinds() == {"파일", "폴더"}, timeout=10_000)
        dialog.reject()
        assert locks.held(path) == {"", "-shm"}
