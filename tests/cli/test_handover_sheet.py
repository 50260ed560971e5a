"""The paper that goes with a forwarded case, from scripts: every kind of file, hidden unless asked."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from desktop.models import departments
from desktop.services import deadlines
from tests.cli.test_forwardings import sent
from tests.cli.test_speaking import Office
from tests.models.forwarding.desk import DEPARTMENTS


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    made = Office(tmp_path / "w.db", capsys)
    made.do(deadlines.seed)
    made.do(departments.seed, DEPARTMENTS)
    return made


def test_the_sheet_is_written_as_what_its_name_ends_with(office: Office, tmp_path: Path) -> None:
    number = str(sent(office)["id"])
    for name in ("a.hwpx", "a.odt", "a.pdf"):
        done = office("forwardings", "sheet", number, str(tmp_path / name))
        assert done.code == 0, done.err
        assert json.loads(done.out)["file"] == str(tmp_path / name)
    with zipfile.ZipFile(tmp_path / "a.odt") as file:
        text = file.read("content.xml").decode()
    assert "버스정책과" in text and "시작:" in text and "※ 개인정보는 가렸습니다." in text
    read = subprocess.run(["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True)
    assert "시민 의견 전달서" in read.stdout.decode()


def test_personal_data_is_shown_only_with_an_event(office: Office, tmp_path: Path) -> None:
    number = str(sent(office)["id"])
    done = office("forwardings", "sheet", number, str(tmp_path / "a.odt"), "--unmasked")
    assert done.code == 0, done.err
    (event,) = office.rows("SELECT after FROM event WHERE kind = 'unmask'")
    assert json.loads(event[0]) == {"forwarding": int(number), "what": "sheet"}


def test_what_is_said_to_the_department_is_hidden_on_paper_too(office: Office, tmp_path: Path) -> None:
    note = "연락처 010-1234-5678"
    assert office("cases", "forward", str(office.post), "--department", "bus", "--note", note).code == 0
    row = json.loads(office("forwardings", "list").out)
    for more, there, missing in (([], "010-****-****", "1234"), (["--unmasked"], "010-1234-5678", "****")):
        path = tmp_path / f"{len(more)}.odt"
        assert office("forwardings", "sheet", str(row["id"]), str(path), *more).code == 0
        with zipfile.ZipFile(path) as file:
            text = file.read("content.xml").decode()
        assert there in text and missing not in text


def test_a_number_that_is_none_and_a_kind_that_is_not_written_are_said(
    office: Office, tmp_path: Path
) -> None:
    done = office("forwardings", "sheet", "999", str(tmp_path / "a.odt"))
    assert done.code == 2 and done.err.strip() and not (tmp_path / "a.odt").exists()
    number = str(sent(office)["id"])
    done = office("forwardings", "sheet", number, str(tmp_path / "a.docx"))
    assert done.code == 2 and "hwpx" in done.err
