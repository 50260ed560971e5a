from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from desktop.models.store import Store
from desktop.services import department_files, table_files
from tests.cli.conftest import Smc, objects

LIST = """code,name,parent_code,parent,kind,duties,official_code,source
S,서울특별시,,,city,,6110000,official
B12,도시교통본부,S,서울특별시,bureau,교통;버스,,attested
B12-01,교통정책과,B12,도시교통본부,division,혼잡통행료;교통 정책,,attested
B12-02,버스정책과,B12,도시교통본부,division,시내버스;정류소,,attested
B12-04,택시물류과,B12,도시교통본부,division,택시;승차거부,,attested
G01,종로구청,S,서울특별시,district,종로구 생활민원,3000000,official
"""


@pytest.fixture
def office(smc: Smc, tmp_path: Path) -> Smc:
    """The program on a workspace that has the list."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return smc("--workspace", "w.db", "departments", *arguments)

    good, bad = department_files.read_file(tmp_path / "list.csv")
    with Store.open(tmp_path / "w.db") as store:
        assert len(store.write(department_files.import_rows, good, bad).result().new) == 6
    return run


def test_a_list_is_imported_shown_and_found(office: Smc) -> None:
    lines = office("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["S", "B12", "B12-01", "B12-02", "B12-04", "G01"]
    assert "· · 버스정책과" in lines[3] and "자치구" in lines[5]
    found = objects(office("find", "ㄱㅌ", "--json").stdout)
    assert [row["name"] for row in found] == ["교통정책과", "도시교통본부", "버스정책과", "택시물류과"]
    assert found[0]["path"] == ["서울특별시", "도시교통본부"] and found[0]["duties"][0] == "혼잡통행료"
    assert office("find", "정류소").stdout.startswith("B12-02")
    nothing = office("find", "없는 말")
    assert (nothing.returncode, nothing.stdout) == (0, "")


def test_the_import_tells_what_it_did_and_a_second_one_does_nothing(office: Smc) -> None:
    again = office("import", "list.csv")
    assert again.stdout.strip() == (
        "부서 0개를 추가하고 0개를 고쳤습니다. 그대로인 부서는 6개, 가져오지 못한 행은 0개입니다."
    )
    assert objects(office("import", "list.csv", "--json").stdout) == []


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_what_is_exported_can_be_imported_elsewhere(office: Smc, smc: Smc, tmp_path: Path, name: str) -> None:
    assert (
        office(
            "edit", "버스정책과", "--contact", "+82-2-120", "--deputy", "택시물류과", "--absent", "yes"
        ).returncode
        == 0
    )
    assert office("export", name).stdout == "부서 6개를 내보냈습니다.\n"
    there = smc("--workspace", "other.db", "departments", "import", name, "--json")
    assert [row["code"] for row in objects(there.stdout)] == ["S", "B12", "B12-01", "B12-02", "B12-04", "G01"]
    before, after = (
        objects(smc("--workspace", path, "departments", "list", "--json").stdout)
        for path in ("w.db", "other.db")
    )
    assert before == after
    assert [(row["contact"], row["stand_in"]) for row in after if row["absent"]] == [("+82-2-120", "B12-04")]


def test_headings_in_korean_and_the_encoding_of_excel(office: Smc, tmp_path: Path) -> None:
    text = "부서 코드,부서명,상위부서,담당업무,전화번호\nB12-09,교통운영과,도시교통본부,신호등,02-120\n"
    (tmp_path / "k.csv").write_bytes(text.encode("cp949"))
    assert office("import", "k.csv").returncode == 0
    (found,) = objects(office("find", "신호등", "--json").stdout)
    assert (found["code"], found["parent_code"], found["contact"]) == ("B12-09", "B12", "02-120")


def test_bad_rows_are_told_with_line_and_reason_and_the_good_ones_are_there(
    office: Smc, tmp_path: Path
) -> None:
    rows = [
        ["code", "name", "parent_code", "deputy", "absent", "mail"],
        ["A1", "가과", "B12"],
        ["", "나과"],
        ["A3", ""],
        ["A4", "라과", "none"],
        ["A5", "마과", "A4"],
        ["A6", "바과", "", "A7"],
        ["A7", "사과", "", "A6"],
        ["A8", "아과", "", "", "maybe"],
        ["A9", "자과", "", "", "", "no address"],
        ["A1", "가과 또"],
    ]
    (tmp_path / "bad.xlsx").write_bytes(table_files.to_xlsx(rows, "부서"))
    done = office("import", "bad.xlsx", "--json")
    assert done.returncode == 1
    told = objects(done.stdout)
    assert [row["code"] for row in told if row["ok"]] == ["A1"]
    assert {row["line"]: row["reason"] for row in told if not row["ok"]} == {
        3: "no-department-code",
        4: "no-department-name",
        5: "no-such-parent",
        6: "no-such-parent",
        7: "deputy-circle",
        8: "deputy-circle",
        9: "not-yes-or-no",
        10: "bad-mail-address",
        11: "twice-in-file",
    }
    again = office("import", "bad.xlsx")
    assert again.returncode == 1 and len(again.stderr.splitlines()) == 9
    assert again.stderr.splitlines()[0].startswith("3행: 부서 코드가 비어 있습니다.")
    assert [row["code"] for row in objects(office("find", "가과", "--json").stdout)] == ["A1"]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "부서가 없습니다"),
        (b"code,name\n", "부서가 없습니다"),
        (b"just a sentence", "부서 목록이 아닙니다"),
        (b"PK\x03\x04 no zip", "깨져 있습니다"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "옛 엑셀"),
        (b"code,name\n" + b"A,x\n" * 20_001, "20,000개"),
    ],
)
def test_a_wrong_file_is_one_sentence_and_leaves_nothing_behind(
    smc: Smc, tmp_path: Path, content: bytes, part: str
) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    done = smc("--workspace", "new.db", "departments", "import", "x.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert part in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "none.csv"],
        ["export", "none/out.csv"],
        ["edit", "없는과", "--absent", "yes"],
        ["edit", "버스정책과"],
        ["edit", "버스정책과", "--deputy", "없는과"],
        ["edit", "버스정책과", "--mail", "no address"],
        ["edit", "과", "--absent", "yes"],
        ["find"],
    ],
)
def test_what_cannot_be_is_one_sentence(office: Smc, arguments: list[str]) -> None:
    done = office(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


def test_deputies_in_a_circle_are_refused_in_words(office: Smc) -> None:
    assert office("edit", "B12-01", "--deputy", "B12-02").returncode == 0
    assert office("edit", "B12-02", "--deputy", "B12-04").returncode == 0
    done = office("edit", "B12-04", "--deputy", "B12-01")
    assert done.returncode == 2 and "자기 자신" in done.stderr
    office("edit", "B12-01", "--absent", "yes")
    assert "대직 택시물류과" in office("edit", "B12-02", "--absent", "yes").stdout
    assert "교통정책과" in office("list").stdout
    (found,) = objects(office("edit", "B12-01", "--name", "교통과", "--json").stdout)
    assert (found["stand_in"], found["name"]) == ("B12-04", "교통과")


def test_likely_departments_come_with_their_words(office: Smc) -> None:
    assert office("suggest", "택시가 승차 거부를 합니다").stdout.startswith(
        "B12-04  택시물류과  승차거부, 택시"
    )
    first = objects(office("suggest", "버스 정류소", "--json").stdout)[0]
    assert first == {"code": "B12-02", "name": "버스정책과", "words": ["정류소", "버스"], "before": []}


def test_who_was_named_the_owner_is_suggested_first(smc: Smc, sample: str) -> None:
    def done(*arguments: str) -> list[dict[str, Any]]:
        return objects(smc("--workspace", sample, *arguments, "--json").stdout)

    case = str(done("cases", "list", "--track", "new")[0]["case"])
    named = ("--department", "N26-01", "--reason", "소관", "--word", "육교", "--word", "조명")
    done("forwardings", "rule", case, *named)
    first = done("departments", "suggest", "육교에 조명이 꺼졌어요")[0]
    assert (first["code"], first["ruled"], set(first["words"])) == ("N26-01", True, {"육교", "조명"})
    assert all("ruled" not in row for row in done("departments", "suggest", "육교가 낡았어요"))


def test_a_case_goes_to_the_department_that_is_meant(smc: Smc, sample: str) -> None:
    (case, *_) = objects(smc("--workspace", sample, "cases", "list", "--track", "new", "--json").stdout)
    for said in ("ㅂㅅㅈㅊㄱ", "버스정책과", "N11-03"):
        done = smc(
            "--workspace", sample, "cases", "forward", str(case["case"]), "--department", said, "--json"
        )
        assert [row["department"] for row in objects(done.stdout)] == ["N11-03"], done.stderr
    unclear = smc("--workspace", sample, "cases", "forward", str(case["case"]), "--department", "ㄱ")
    assert unclear.returncode == 2 and unclear.stderr.count("\n") == 1
