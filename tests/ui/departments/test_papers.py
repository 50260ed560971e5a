"""Saving and printing the paper that goes with a case."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.models import members
from desktop.ui.departments import papers
from tests.ui.departments.office import Inbox

CALL = "010-1234-5678로 전화 주세요"


def odt(path: Path) -> str:
    with zipfile.ZipFile(path) as file:
        return file.read("content.xml").decode()


def named(folder: Path, begin: str) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(begin)]


def beginning(path: str) -> bytes:
    return Path(path).read_bytes()[:4]


async def test_it_is_saved_where_asked_with_personal_data_hidden(inbox: Inbox, tmp_path: Path) -> None:
    inbox.send(CALL)
    screen = await inbox.show()
    dialog = papers.ask_where(inbox.desk.bridge, inbox.sent[CALL], screen)
    assert dialog.isVisible() and dialog.selectedFiles()[0].endswith(".hwpx")
    dialog.selectNameFilter("OpenDocument (*.odt)")
    dialog.filterSelected.emit("OpenDocument (*.odt)")
    assert dialog.defaultSuffix() == "odt"
    dialog.fileSelected.emit(str(tmp_path / "전달서.odt"))
    dialog.reject()
    await inbox.rest()
    assert "010-****-****" in odt(tmp_path / "전달서.odt")
    assert "전달 문서를 저장했습니다: 전달서.odt" in inbox.desk.toasts
    assert inbox.desk.one("SELECT count(*) FROM event WHERE kind = 'unmask'") == 0


async def test_a_name_without_a_known_ending_becomes_hwpx(inbox: Inbox, tmp_path: Path) -> None:
    inbox.send(CALL)
    await papers.save(inbox.desk.bridge, inbox.sent[CALL], str(tmp_path / "전달서.v1"))
    assert named(tmp_path, "전달서") == ["전달서.v1.hwpx"]


async def test_unmasked_needs_the_right_and_leaves_an_event(inbox: Inbox, tmp_path: Path) -> None:
    inbox.send(CALL)
    number = inbox.sent[CALL]
    await papers.save(inbox.desk.bridge, number, str(tmp_path / "a.odt"), hidden=False)
    assert "010-1234-5678" in odt(tmp_path / "a.odt")
    assert inbox.desk.one("SELECT count(*) FROM event WHERE kind = 'unmask'") == 1
    inbox.desk.write(members.add, "관리자", "admin")
    inbox.desk.write(members.add, "김주무관", "media")
    with pytest.raises(Exception, match="unmask"):
        await papers.save(inbox.desk.bridge, number, str(tmp_path / "b.odt"), hidden=False)
    assert not (tmp_path / "b.odt").exists()


async def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(inbox: Inbox, tmp_path: Path) -> None:
    inbox.send(CALL)
    bridge = inbox.desk.bridge
    bridge.spawn(papers.save(bridge, inbox.sent[CALL], str(tmp_path / "없음" / "a.pdf")))
    await inbox.rest()
    assert "문서를 저장하지 못했습니다" in inbox.desk.toasts[-1]


async def test_printing_opens_a_pdf_in_the_viewer_of_the_system(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    inbox.send(CALL)
    await inbox.show()
    inbox.desk.bridge.commands.run("inbox.print", "departments")
    await inbox.rest()
    (url,) = opened
    assert beginning(url.toLocalFile()) == b"%PDF" and url.toLocalFile().endswith(".pdf")


async def test_without_a_viewer_saving_is_offered(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(url: Any) -> bool:
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", none)
    inbox.send(CALL)
    assert await papers.show(inbox.desk.bridge, inbox.sent[CALL]) is None
    assert "파일로 저장해 주세요" in inbox.desk.toasts[-1]
