"""PDF read back by poppler: text, fonts, pages."""

from __future__ import annotations

import asyncio
import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.services.documents import Document, DocumentError, Table, Text
from desktop.ui import documents


def read(path: Path, *area: str) -> str:
    command = ["pdftotext", "-layout", *area, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def told(program: str, path: Path) -> str:
    return subprocess.run([program, str(path)], capture_output=True, check=True, text=True).stdout


def test_hangul_and_hanja_come_back_and_the_typeface_is_inside(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "문서.pdf"
    paper = Document(
        "전달서 漢字", (Text("뷁 항목", 1), Text("둘째 줄\n셋째 줄", 2)), "대변인실", "서울특별시"
    )
    documents.write(paper, path)
    found = read(path)
    for words in ("전달서 漢字", "1. 뷁 항목", "가. 둘째 줄", "셋째 줄 끝.", "대변인실", "서울특별시", "-1-"):
        assert words in found
    shown = told("pdffonts", path).splitlines()[2:]
    assert shown and all("PretendardGOV" in line and " yes " in line for line in shown)
    assert "595 x 842" in told("pdfinfo", path)  # A4


def test_the_heading_of_a_table_stands_on_every_page_and_no_row_is_lost(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "목록.pdf"
    rows = (("번호", "내용"), *((f"건{n}", f"9호선 급행 혼잡 {n}") for n in range(200)))
    documents.write(Document("목록", (Table(rows, widths=(1, 5)),)), path)
    pages = read(path).rstrip("\f").split("\f")
    assert len(pages) > 3 and all("내용" in page for page in pages)
    assert [f"-{number}-" in page.replace(" ", "") for number, page in enumerate(pages, 1)] == [True] * len(
        pages
    )
    assert sorted(int(n) for n in re.findall(r"건(\d+)", "".join(pages))) == list(range(200))


def test_emoji_are_drawn_and_hostile_text_is_only_text(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "적.pdf"
    hostile = "<b>굵게</b> &lt; \x00\x1b\u202e뒤집힘 <img src='file:///etc/passwd'> " + "가" * 3000
    documents.write(Document("적", (Text(hostile), Text("👨‍👩‍👧‍👦😀"))), path)
    found = read(path)
    assert "<b>굵게</b> &lt; 뒤집힘 <img src='file:///etc/passwd'>" in found
    # A word longer than a line is broken, not cut. Qt draws the line before a page's first one too, outside
    # of the area that is shown.
    area = ["-x", "0", "-y", "76", "-W", "595", "-H", "698"]
    assert read(path, *area).count("가") == 3000
    assert found.count("끝.") == 1  # what begins a page does not stand on the one before as well
    plain = tmp_path / "글.pdf"
    documents.write(Document("적", (Text(hostile),)), plain)
    assert "image" in told_images(path) and "image" not in told_images(plain)


def told_images(path: Path) -> str:
    lines = subprocess.run(
        ["pdfimages", "-list", str(path)], capture_output=True, check=True, text=True
    ).stdout
    return "\n".join(lines.splitlines()[2:])


async def test_several_are_written_beside_each_other_in_threads(qapp: QApplication, tmp_path: Path) -> None:
    paper = Document("여럿", (Table(tuple((f"줄 {n}", "값") for n in range(40))),))
    paths = [tmp_path / f"{number}.pdf" for number in range(6)]
    await asyncio.gather(*(asyncio.to_thread(documents.write, paper, path) for path in paths))
    assert len({read(path) for path in paths}) == 1 and "줄 39" in read(paths[0])


def test_a_folder_that_is_not_there_is_said(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        documents.write(Document("제목"), tmp_path / "없음" / "a.pdf")
    assert caught.value.code == "document-unwritable"


@pytest.mark.parametrize("table", [False, True])
def test_no_page_is_empty(qapp: QApplication, tmp_path: Path, table: bool) -> None:
    for lines in range(18, 34):
        path = tmp_path / f"{lines}.pdf"
        body = tuple(Text(f"줄 {number}") for number in range(lines))
        end = (Table((("번호", "내용"), ("1", "끝줄"))),) if table else ()
        documents.write(Document("쪽", (*body, *end), ends=False), path)
        pages = read(path).rstrip("\f").split("\f")
        empty = [page for page in pages if not re.search("줄|쪽", page)]
        assert not empty and len(pages) <= 2, lines
        assert ("끝줄" if table else f"줄 {lines - 1}") in pages[-1]
