from __future__ import annotations

import datetime
import io
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services import table_files, xlsx_reading
from desktop.services.table_files import TableFileError

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData>{}</worksheet>'


def workbook(*rows: list[object], **sheets: list[list[object]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        for name, content in {"첫째": list(rows), **sheets}.items():
            sheet = made.add_worksheet(name)
            dates = made.add_format({"num_format": "yyyy-mm-dd"})
            for number, row in enumerate(content):
                for column, value in enumerate(row):
                    if isinstance(value, datetime.date):
                        sheet.write_datetime(number, column, value, dates)
                    else:
                        sheet.write(number, column, value)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes | str) -> bytes:
    """The same file with one part exchanged or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(TableFileError) as caught:
        table_files.parse(data)
    return caught.value.code


def test_a_workbook_is_read_as_text() -> None:
    data = workbook(
        ["코드", "이름", "수"],
        [],
        ["B01", " 대변인 ", 6110000],
        [True, 2.5, datetime.date(2026, 11, 22)],
        둘째=[["다른", "것"]],
    )
    assert table_files.parse(data) == [
        (1, ["코드", "이름", "수"]),
        (3, ["B01", "대변인", "6110000"]),
        (4, ["1", "2.5", "2026-11-22"]),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_of_text_in_the_encodings_that_offices_use(encoding: str, delimiter: str) -> None:
    lines = [["코드", "이름"], ["B01", '"대변인\n공보"'], ["", ""], ["B02", "'=1+1"]]
    data = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
    assert table_files.parse(data) == [
        (1, ["코드", "이름"]),
        (2, ["B01", "대변인\n공보"]),
        (5, ["B02", "=1+1"]),  # lines are those of the file
    ]


def test_a_stray_nul_costs_no_row() -> None:
    lines = [["코드", "이름"], *(["B0\0" + str(n), "대변인"] for n in range(3)), *[["B10", "총무과"]] * 50]
    data = "\r\n".join(",".join(line) for line in lines).encode()
    assert table_files.parse(data)[1] == (2, ["B00", "대변인"])
    with pytest.raises(table_files.TableFileError):
        table_files.parse("\r\n".join(",".join(line) for line in lines).encode("utf-16-le"))


def test_a_formula_of_somebody_is_never_more_than_its_text() -> None:
    data = workbook(["=1+1", '=HYPERLINK("http://evil.example","눌러")'])
    assert table_files.parse(data) == [(1, ["0", "0"])]  # the results that stand in the file


# --- hostile files


def test_a_sheet_that_claims_the_whole_grid_takes_no_room() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    cells += '<row><c r="B9999999"><v>2</v></c></row><row r="99999999999"><c><v>3</v></c></row>'
    data = with_part(workbook(["x"]), "xl/worksheets/sheet1.xml", SHEET.format(cells, ""))
    assert table_files.parse(data) == [(1, ["1"]), (1048577, ["", "2"]), (1048578, ["3"])]


def test_numbers_that_a_file_claims_are_not_believed() -> None:
    strings = '<sst count="9" uniqueCount="999999999999995"><si><t>가</t><rPh><t>읽기</t></rPh></si></sst>'
    data = with_part(workbook(["x"]), "xl/sharedStrings.xml", strings)
    assert table_files.parse(data) == [(1, ["가"])]


def test_one_long_text_in_every_cell_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_files, "MOST_LETTERS", 100_000)
    assert refusal(workbook(*[["가" * 1000] * 20] * 20)) == "file-too-large"


def test_dates_hidden_sheets_inline_texts_and_absolute_paths() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        made.add_worksheet("숨김").hide()
        sheet = made.add_worksheet("목록")
        sheet.activate()
        sheet.set_first_sheet()
        sheet.write_datetime(
            0, 0, datetime.datetime(2026, 11, 22, 9, 30), made.add_format({"num_format": 22})
        )
        sheet.write_number(0, 1, 45_000, made.add_format({"num_format": '"day" 0'}))
        sheet.write_number(0, 3, 0.5)
    assert table_files.parse(out.getvalue()) == [(1, ["2026-11-22 09:30:00", "45000", "", "0.5"])]
    cells = (
        '<row><c t="inlineStr"><is><r><t>가</t></r><r><t>나</t></r></is></c><c t="e"><v>#N/A</v></c></row>'
    )
    data = with_part(workbook(["x"]), "xl/worksheets/sheet1.xml", SHEET.format(cells, ""))
    rels = "xl/_rels/workbook.xml.rels"
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        text = packed.read(rels).decode().replace('Target="worksheets/', 'Target="/xl/worksheets/')
    assert table_files.parse(with_part(data, rels, text)) == [(1, ["가나", "#N/A"])]


def test_too_many_rows_and_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(b"a,b\n" * (table_files.MOST_ROWS + 2)) == "too-many-rows"
    assert refusal(b"a" * (table_files.MOST_BYTES + 1)) == "file-too-large"
    monkeypatch.setattr(table_files, "MOST_ROWS", 20)
    assert len(table_files.parse(workbook(*[["x"]] * 21))) == 21
    assert refusal(workbook(*[["x"]] * 22)) == "too-many-rows"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_reading, "MOST_UNPACKED", 1_000_000)
    bomb = with_part(workbook(["x"]), "xl/media/big.bin", b"\0" * 2_000_000)
    assert len(bomb) < 20_000 and refusal(bomb) == "file-too-large"
    many = workbook(["x"])
    monkeypatch.setattr(xlsx_reading, "MOST_PARTS", 3)
    assert refusal(many) == "file-too-large"


def test_a_part_that_lies_about_its_size_is_refused_or_cut() -> None:
    """The library never sees the file itself: what it unpacks has the size that was counted."""
    data = bytearray(with_part(workbook(["x"]), "xl/sharedStrings.xml", "<sst>" + " " * 100_000 + "</sst>"))
    for at in range(len(data) - 46):
        if data[at : at + 4] == b"PK\x01\x02" and data[at + 46 :].startswith(b"xl/sharedStrings.xml"):
            struct.pack_into("<I", data, at + 24, 10)
    assert refusal(bytes(data)) == "not-a-table"


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><sst>&a;</sst>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><sst/>'.encode("utf-16"),
        "<sst",
        "",
    ],
)
def test_entities_and_broken_parts_are_refused(content: bytes | str) -> None:
    assert refusal(with_part(workbook(["x"]), "xl/sharedStrings.xml", content)) == "not-a-table"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "not-a-table"),
        (b"PK\x03\x04" + b"\xff" * 1000, "not-a-table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000, "old-excel"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not-a-table"),
        (b'a,b\n"' + b"x" * 200_000, "not-a-table"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<document/>")
    assert refusal(out.getvalue()) == "not-a-table"


WHOLE = workbook(["code", "name"], ["B01", "대변인"])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused_in_words(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        table_files.parse(bytes(whole[: data.draw(st.integers(4, len(whole)))]))
    except TableFileError:
        pass


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_anything_is_read_or_refused_in_words(data: bytes) -> None:
    try:
        table_files.parse(data)
    except TableFileError:
        pass


# --- writing

CELLS = [
    "=cmd|' /C calc'!A0",
    "+82-2-120",
    "-1",
    "@sum(A1)",
    "보통",
    "'인용",
    "https://seoul.go.kr",
    "00123",
    "1e5",
]


def test_what_is_written_is_read_back_and_calculates_nothing() -> None:
    rows = [["머리"] * len(CELLS), CELLS]
    for data in (table_files.to_csv(rows), table_files.to_xlsx(rows, "부서")):
        assert [cells for _, cells in table_files.parse(data)] == rows
    text = table_files.to_csv(rows).decode("utf-8-sig")
    assert not any(cell.lstrip('"').startswith(("=", "+", "-", "@")) for cell in text.split(","))
    with zipfile.ZipFile(io.BytesIO(table_files.to_xlsx(rows, "부서"))) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet and "hyperlink" not in sheet
        assert "'=cmd|" in packed.read("xl/sharedStrings.xml").decode()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    table_files.write_whole(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    for path in (tmp_path / "none" / "a.csv", tmp_path):
        with pytest.raises(TableFileError) as caught:
            table_files.write_whole(path, b"x")
        assert caught.value.code == "file-unwritable"
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "none.csv", "file-missing"),
        (tmp_path, "file-missing"),
        ("a\0b", "file-unreadable"),
    ):
        with pytest.raises(TableFileError) as caught:
            table_files.read_bytes(path)
        assert caught.value.code == code
