"""HWPX and ODT are read back part by part; HWPX also against the schema of KS X 6101."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hwpx.tools import validator
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services import documents, messages
from desktop.services.documents import Document, DocumentError, Table, Text, citizens_words, hwpx, odt, saving
from desktop.services.documents.document import Line, clean, laid_out, marker, syllable

HOSTILE = "</hp:t><b onclick='x'>&amp;&lt;]]> \x00\x08\x1b \u202e뒤집힌\u2066 {{=1+1}} ${x} \ud800 끝"
FAMILY = "👨‍👩‍👧‍👦"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


def lines(document: Document) -> list[str]:
    return [line.text for line in laid_out(document) if isinstance(line, Line)]


def hwpx_text(data: bytes) -> str:
    section = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("Contents/section0.xml"))
    for pause in section.iter(f"{_HP}lineBreak"):
        pause.text = "\n"
    return "\n".join("".join(part.itertext()) for part in section.iter(f"{_HP}t"))


def odt_text(data: bytes) -> str:
    content = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("content.xml"))
    for name, sign in (("line-break", "\n"), ("s", " ")):
        for pause in content.iter(_T + name):
            pause.text = sign
    return "\n".join("".join(part.itertext()) for part in content.iter() if part.tag in (_T + "p", _T + "h"))


BOTH = pytest.mark.parametrize(
    ("to_bytes", "read"), [(hwpx.to_bytes, hwpx_text), (odt.to_bytes, odt_text)], ids=["hwpx", "odt"]
)


def test_items_are_numbered_by_their_depth_and_begin_anew_below_a_new_one() -> None:
    levels = [1, 2, 2, 3, 4, 5, 6, 1, 2, 0, 2]
    found = lines(Document("", tuple(Text("x", level) for level in levels), ends=False))
    assert [line.removesuffix(" x") for line in found] == [
        "1.", "가.", "나.", "1)", "가)", "(1)", "(가)", "2.", "가.", "x", "나.",
    ]  # fmt: skip


def test_after_the_fourteenth_syllable_the_row_goes_on_with_the_next_vowel() -> None:
    assert "".join(map(syllable, range(1, 17))) == "가나다라마바사아자차카타파하거너"
    assert (syllable(28), syllable(29), marker(4, 15)) == ("허", "고", "거)")
    assert syllable(14 * 6) == "히" and syllable(14 * 6 + 1) == "85"


def test_the_end_stands_where_the_rule_wants_it() -> None:
    assert lines(Document("", (Text("보고합니다."),)))[-1] == "보고합니다.  끝."
    assert lines(Document("", (Text("표"), Table((("가",),)))))[-1] == "  끝."
    assert lines(Document("", (Text("안"),), enclosed=("계획서 1부.",)))[-1] == "붙임  계획서 1부.  끝."
    assert lines(Document("", (Text("안"),), enclosed=("계획서 1부", "명단 1부")))[-2:] == [
        "붙임  1. 계획서 1부.",
        "2. 명단 1부.  끝.",
    ]
    assert lines(Document("", (Text("안"),), ends=False)) == ["안"]


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_cleaning_leaves_nothing_that_a_file_cannot_hold(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned in odt_text(odt.to_bytes(Document(cleaned, ends=False)))


def test_a_citizens_personal_data_is_hidden_unless_asked_otherwise() -> None:
    assert citizens_words(" 010-1234-5678로 전화 주세요\u202e ") == "010-****-****로 전화 주세요"
    assert citizens_words("010-1234-5678", hidden=False) == "010-1234-5678"


@BOTH
def test_every_character_comes_back(to_bytes, read) -> None:
    words = f"뷁 漢字 {FAMILY} 1  2   3\n둘째 줄"
    found = read(to_bytes(Document(f"제목 {words}", (Text(words), Table(((words, "머리"), ("값", words)))))))
    assert found.count(words) == 4


@BOTH
def test_hostile_text_stays_text(to_bytes, read) -> None:
    found = read(to_bytes(Document(HOSTILE, (Text(HOSTILE, 1), Table(((HOSTILE,),))), HOSTILE, HOSTILE)))
    plain = "</hp:t><b onclick='x'>&amp;&lt;]]>  뒤집힌 {{=1+1}} ${x} \ufffd 끝"
    assert plain in found and "\u202e" not in found


@BOTH
def test_two_hundred_rows_and_ragged_ones(to_bytes, read) -> None:
    rows = (
        ("번호", "내용", "기한"),
        *((f"건{n}", f"9호선 {n}", "11. 24.(화)") for n in range(200)),
        ("짧은 줄",),
    )
    found = read(to_bytes(Document("목록", (Table(rows, widths=(1, 4, 2)),)))).split("\n")
    assert [line for line in found if line.startswith("건")] == [f"건{n}" for n in range(200)]
    assert "짧은 줄" in found


@BOTH
def test_an_empty_document_is_one_too(to_bytes, read) -> None:
    assert "끝." in read(to_bytes(Document("", (Table(()),))))


def test_hwpx_keeps_to_the_schema_of_the_standard(tmp_path: Path) -> None:
    table = Table((("가", "나"), ("1", HOSTILE)), side=True, widths=(1, 3))
    paper = Document("제목", (Text("항", 1), Text("목", 2, True), table), "머리", "꼬리", ("자료 1부",))
    documents.write(paper, tmp_path / "문서.hwpx")
    assert validator.validate_document(tmp_path / "문서.hwpx").issues == ()
    with zipfile.ZipFile(tmp_path / "문서.hwpx") as file:
        assert (
            file.namelist()[0] == "mimetype" and file.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        )
        section, head = (file.read(f"Contents/{name}").decode() for name in ("section0.xml", "content.hpf"))
    assert 'width="59528" height="84189"' in section and 'repeatHeader="1"' in section  # A4
    assert 'numType="PAGE"' in section and "머리" in section and "꼬리" in section
    assert "<opf:title>제목</opf:title>" in head and "author" not in head


def test_odt_says_what_it_is_and_has_page_numbers(tmp_path: Path) -> None:
    documents.write(Document("제목", (Text("글"),), "머리", "꼬리"), tmp_path / "문서.ODT")
    with zipfile.ZipFile(tmp_path / "문서.ODT") as file:
        assert (
            file.namelist()[0] == "mimetype" and file.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        )
        styles = file.read("styles.xml").decode()
        for name in file.namelist()[1:]:
            ElementTree.fromstring(file.read(name))
    assert "text:page-number" in styles and 'fo:page-width="210mm"' in styles
    assert "머리" in styles and "꼬리" in styles


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "문서.odt"
    target.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(saving.os, "fsync", full)
    with pytest.raises(DocumentError) as caught:
        documents.write(Document("제목"), target)
    assert caught.value.code == "document-disk-full"
    assert "가득" in messages.sentence(caught.value) and "full" in messages.sentence(caught.value, "en")
    assert [path.name for path in tmp_path.iterdir()] == ["문서.odt"] and target.read_bytes() == b"old"


def test_no_folder_no_right_no_known_kind_are_one_sentence_each(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "nowhere" / "a.odt", "document-unwritable"),
        (tmp_path / "a.docx", "document-kind"),
        (tmp_path / ("가" * 300 + ".odt"), "document-unwritable"),
        (tmp_path / "a\0.odt", "document-unwritable"),
    ):
        with pytest.raises(DocumentError) as caught:
            documents.write(Document("제목"), path)
        assert caught.value.code == code and messages.is_code(code)
    assert list(tmp_path.iterdir()) == []


def test_the_file_may_be_read_by_whom_others_may(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        documents.write(Document("제목"), tmp_path / "a.odt")
    finally:
        os.umask(before)
    assert (tmp_path / "a.odt").stat().st_mode & 0o777 == 0o644
