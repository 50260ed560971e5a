from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Pages, Smc, feed, objects, one_line

# --- usage


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["posts", "--limit", "0"],
        ["posts", "--limit", "x"],
        ["posts", "--track", "x"],
        ["--lang", "fr", "posts"],
        ["channels"],
        ["channels", "add", "--name", "x"],
        ["reply", "1"],
        ["cases", "sort", "1"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(smc: Smc, arguments: list[str]) -> None:
    done = smc(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert one_line(done.stderr)
    assert done.stderr.startswith("명령을 이해하지 못했습니다")
    english = smc("--lang", "en", *[a for a in arguments if a not in ("--lang", "fr")] or ["x"])
    assert english.returncode == 2
    assert not any("가" <= c <= "힣" for c in english.stderr)


def test_ctrl_c_while_the_program_starts_is_no_fault(environment: dict[str, str]) -> None:
    started = (
        "import os, signal, sys\n"
        "from desktop.__main__ import main\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *more):\n"
        "        if name == 'desktop.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "sys.exit(main(['--version']))\n"
    )
    done = subprocess.run([sys.executable, "-c", started], capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (130, "")


def test_half_characters_are_refused_in_one_line(sample: str, smc: Smc) -> None:
    for command in (["ideas", "list", "--search"], ["members", "remove"], ["templates", "show"]):
        done = smc("--workspace", sample, *command, os.fsdecode(b"\xff"))
        assert done.returncode == 2 and one_line(done.stderr)
        assert "프로그램 오류" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "outbox retry 999", "mail retry 999", "approvals show 999", "promises keep 999", "preview 999",
        "meetups note 999 999 --text x",
    ],
)  # fmt: skip
def test_a_number_that_is_none_is_no_missing_workspace(sample: str, smc: Smc, command: str) -> None:
    done = smc("--workspace", sample, *command.split())
    assert done.returncode == 2 and one_line(done.stderr)
    assert any(words in done.stderr for words in ("찾는 항목이 없거나", "글이 없습니다", "번개팅이 없습니다"))


def test_a_file_without_a_name_is_refused_in_one_line(sample: str, smc: Smc) -> None:
    for command in ("channels", "departments"):
        done = smc("--workspace", sample, command, "export", "")
        assert done.returncode == 2 and one_line(done.stderr)
        assert "프로그램 오류" not in done.stderr


def test_version_and_help(smc: Smc) -> None:
    assert smc("--version").stdout == "seoul-smc 0.1.0\n"
    done = smc("--help")
    assert done.returncode == 0 and "수집" in done.stdout
    assert "collect" in smc("--lang", "en", "--help").stdout


def test_without_a_display_the_window_says_what_to_do(smc: Smc) -> None:
    for arguments in ([], ["--workspace", "w.db"], ["--lang", "en"]):
        done = smc(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert one_line(done.stderr) and "seoul-smc collect" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["posts"],
        ["channels", "list"],
        ["channels", "check"],
        ["channels", "remove", "x"],
        ["channels", "export", "x.csv"],
        ["cases", "list"],
        ["cases", "sort", "1", "--track", "idea"],
        ["outbox", "list"],
        ["reply", "1", "--text", "x"],
    ],
)
def test_a_path_to_nothing_is_told_and_nothing_is_made(
    smc: Smc, tmp_path: Path, arguments: list[str]
) -> None:
    done = smc(*arguments, "--workspace", "typo.db")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "업무공간 파일이 없습니다. 경로를 확인해 주세요.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["text", "empty-zip", "folder", "postgres"])
def test_what_is_no_workspace_is_told_and_left_as_it_is(smc: Smc, tmp_path: Path, name: str) -> None:
    target = tmp_path / "w"
    content = {
        "text": b"not a database, but long enough to be looked at" * 9,
        "empty-zip": b"PK\5\6" + b"\0" * 18,
    }
    if name == "folder":
        target.mkdir()
    elif name != "postgres":
        target.write_bytes(content[name])
    url = "postgresql://host/db" if name == "postgres" else str(target)
    for command in (["posts"], ["collect", "--once"], ["channels", "list"]):
        done = smc("--workspace", url, *command)
        assert (done.returncode, done.stdout) == (2, "")
        assert one_line(done.stderr)
    if name in content:
        assert target.read_bytes() == content[name]
        assert [p.name for p in tmp_path.iterdir()] == ["w"]


def test_options_stand_before_or_after_the_command(smc: Smc) -> None:
    smc("channels", "add", "--network", "manual", "--name", "전화", "--workspace", "w.db")
    for arguments in (
        ["--workspace", "w.db", "--json", "channels", "list"],
        ["channels", "list", "--workspace", "w.db", "--json"],
        ["--json", "channels", "--workspace=w.db", "list"],
    ):
        done = smc(*arguments)
        assert [row["name"] for row in objects(done.stdout)] == ["전화"], arguments


# --- channels and collecting


def test_a_newcomer_imports_collects_and_reads(smc: Smc, tmp_path: Path, pages: Pages) -> None:
    pages.pages = {
        "bus": feed(("버스", "간선 버스가 늦습니다"), ("정류장", "의자가 부서졌습니다")),
        "taxi": feed(("택시", "택시가 오지 않습니다")),
    }
    rows = [f"버스,feed,{pages.url('bus')},버스정책과", f"택시,feed,{pages.url('taxi')},택시물류과"]
    bad = ["이름만,feed,,", "없어진 매체,cyworld,http://a.example/,"]
    (tmp_path / "list.csv").write_text(
        "이름,매체,주소,담당부서\n" + "\n".join([*rows, *bad]), encoding="cp949"
    )

    done = smc("channels", "import", "list.csv", "--workspace", "w.db")
    assert done.returncode == 1
    assert "채널 2개를 가져왔습니다" in done.stdout
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["4행", "5행"]

    done = smc("collect", "--once", "--workspace", "w.db")
    assert done.returncode == 0, done.stderr
    assert sorted(line.split(",")[0] for line in done.stdout.splitlines()) == [
        "버스: 새 글 2",
        "택시: 새 글 1",
    ]

    done = smc("collect", "--once", "--workspace", "w.db", "--json")
    assert [(r["new"], r["edited"], r["deleted"], r["failed"]) for r in objects(done.stdout)] == [
        (0, 0, 0, 0)
    ] * 2

    found = objects(smc("posts", "--json", "--workspace", "w.db").stdout)
    assert [p["created_at"] for p in found] == sorted((p["created_at"] for p in found), reverse=True)
    assert {p["channel"] for p in found} == {"버스", "택시"}
    for name in "id channel network author created_at edited deleted url parent track case text".split():
        assert name in found[0]
    assert {p["network"] for p in found} == {"feed"}
    searched = objects(smc("posts", "--json", "--workspace", "w.db", "--search", "버스").stdout)
    assert len(searched) == 1 and "간선 버스가" in searched[0]["text"]
    one = smc("posts", "--channel", "택시", "--workspace", "w.db")
    assert "택시가 오지 않습니다" in one.stdout and one.stdout.count("\n") == 1
    assert smc("posts", "--since", "2030-01-01", "--workspace", "w.db").stdout == ""
    listed = objects(smc("channels", "list", "--json", "--workspace", "w.db").stdout)
    assert [(r["name"], r["health"], r["posts"]) for r in listed] == [("버스", "ok", 2), ("택시", "ok", 1)]
    assert all(r["last_success"].endswith("Z") for r in listed)


def test_one_failing_channel_is_exit_1_and_the_rest_is_done(smc: Smc, pages: Pages) -> None:
    pages.pages = {"good": feed(("글", "내용")), "bad": 503, "page": b"<html><body>hello</body></html>"}
    for name in ("good", "bad", "page"):
        arguments = ["--network", "feed", "--name", name, "--url", pages.url(name)]
        assert smc("channels", "add", *arguments, "--workspace", "w.db").returncode == 0
    done = smc("collect", "--once", "--json", "--workspace", "w.db")
    assert done.returncode == 1
    found = {r["channel"]: r for r in objects(done.stdout)}
    assert (found["good"]["new"], found["good"]["failed"]) == (1, 0)
    assert (found["bad"]["failed"], found["bad"]["error"]) == (1, "http-503")
    assert found["page"]["failed"] == 1 and found["page"]["message"]
    assert "503" in found["bad"]["message"]
    text = smc("channels", "list", "--workspace", "w.db").stdout
    assert "서버에 오류가 있습니다(503)" in text
    checked = smc("channels", "check", "--workspace", "w.db")
    assert checked.returncode == 1
    assert len(checked.stdout.splitlines()) == 3


def test_what_cannot_be_a_channel_is_refused(smc: Smc, pages: Pages) -> None:
    add = ["channels", "add", "--workspace", "w.db"]
    for arguments, sentence in (
        (["--network", "cyworld", "--name", "x", "--url", "http://a.example"], "모르는 매체"),
        (["--network", "feed", "--name", "x"], "주소가 비어"),
        (["--network", "feed", "--name", "x", "--url", "file:///etc/passwd"], "http 또는 https"),
        (["--network", "feed", "--name", " ", "--url", "http://a.example"], "이름이 비어"),
    ):
        done = smc(*add, *arguments)
        assert done.returncode == 2 and one_line(done.stderr) and sentence in done.stderr
    good = ["--network", "feed", "--name", "x", "--url", "http://a.example/f"]
    assert smc(*add, *good).returncode == 0
    done = smc(*add, *good)
    assert done.returncode == 2 and "이미 있는 채널" in done.stderr
    assert smc("channels", "remove", "nobody", "--workspace", "w.db").returncode == 2
    assert smc("channels", "remove", "x", "--workspace", "w.db").returncode == 0
    assert smc("channels", "list", "--json", "--workspace", "w.db").stdout == ""


def test_a_wrong_file_imports_nothing_and_makes_no_workspace(smc: Smc, tmp_path: Path) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    for name in ("picture.csv", "missing.csv"):
        done = smc("channels", "import", name, "--workspace", "w.db")
        assert done.returncode == 2 and one_line(done.stderr)
    assert not (tmp_path / "w.db").exists()


def test_export_and_import_again(sample: str, smc: Smc, tmp_path: Path) -> None:
    for name in ("out.opml", "out.csv"):
        assert smc("channels", "export", name, "--workspace", "s.db").returncode == 0
        done = smc("channels", "import", name, "--workspace", name + ".db")
        assert done.returncode == 0, done.stderr
        rows = objects(smc("channels", "list", "--json", "--workspace", name + ".db").stdout)
        assert len(rows) == 37


# --- the rest


def test_the_sample_can_be_read_and_never_sends(smc: Smc, tmp_path: Path) -> None:
    done = smc("sample", "s.db", "--json")
    (made,) = objects(done.stdout)
    assert made["channels"] == 37
    again = smc("sample", "s.db")
    assert again.returncode == 2 and one_line(again.stderr)
    post = objects(smc("posts", "--json", "--limit", "1", "--workspace", "s.db").stdout)[0]
    refused = smc("reply", str(post["id"]), "--text", "답변", "--workspace", made["workspace"])
    assert refused.returncode == 2 and "예시 업무공간" in refused.stderr


def test_cases_are_sorted_from_scripts_too(sample: str, smc: Smc) -> None:
    (case,) = objects(
        smc("cases", "list", "--track", "new", "--limit", "1", "--json", "--workspace", "s.db").stdout
    )
    assert smc("cases", "sort", str(case["case"]), "--track", "idea", "--workspace", "s.db").returncode == 0
    (shown,) = objects(smc("cases", "show", str(case["case"]), "--json", "--workspace", "s.db").stdout)
    assert shown["track"] == "idea" and shown["all_posts"]
    for arguments in (["show", "12345"], ["sort", "12345", "--track", "idea"]):
        done = smc("cases", *arguments, "--workspace", "s.db")
        assert done.returncode == 2 and "건이 없습니다" in done.stderr
    done = smc("cases", "forward", str(case["case"]), "--department", "없는부서", "--workspace", "s.db")
    assert done.returncode == 2 and "부서가 없습니다" in done.stderr


def test_doctor_says_what_is_wrong_and_the_mend(smc: Smc, tmp_path: Path, pages: Pages) -> None:
    smc("channels", "add", "--network", "feed", "--name", "x", "--url", pages.url("x"), "--workspace", "w.db")
    done = smc("doctor", "--json", "--workspace", "w.db")
    found = {f["name"]: f for f in objects(done.stdout)}
    assert done.returncode == 1
    assert not found["비밀번호 보관함"]["ok"] and found["비밀번호 보관함"]["mend"]
    assert found["데이터베이스"]["ok"] and found["네트워크"]["ok"] and found["업무공간"]["ok"]
    (tmp_path / "bad.db").write_bytes(b"x" * 5000)
    done = smc("doctor", "--lang", "en", "--workspace", "bad.db")
    assert done.returncode == 1 and "not a workspace" in done.stdout
    assert smc("doctor", "--workspace", "none.db").returncode == 1
    assert not (tmp_path / "none.db").exists()


def test_our_own_mistake_is_one_sentence_and_goes_to_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from desktop import cli
    from desktop.cli import doctor_command
    from desktop.services import paths

    def broken(*_: Any) -> int:
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr(doctor_command, "run", broken)
    monkeypatch.setattr(paths, "log_dir", lambda: tmp_path / "log")
    assert cli.run(["doctor", "--lang", "ko"]) == 2
    captured = capsys.readouterr()
    assert one_line(captured.err) and "기록 파일" in captured.err
    assert "ZeroDivisionError" in (tmp_path / "log" / "command-line.log").read_text(encoding="utf-8")


def test_the_program_is_installed_under_its_name() -> None:
    from importlib.metadata import entry_points

    (entry,) = entry_points(group="console_scripts", name="seoul-smc")
    assert entry.value == "desktop.__main__:main"
    assert (ROOT / "desktop" / "__main__.py").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["posts", "--search", "\udcff\udcfe 버스"],
        ["posts", "--search", '"*(NEAR OR -버스'],
        ["posts", "--search", "가" * 10_000],
        ["posts", "--channel", "\udcff"],
        ["posts", "--since", "99999-01-01"],
        ["posts", "--since", "0001-01-01"],
        ["channels", "remove", "\udcff"],
        ["channels", "remove", "9" * 5000],
        ["channels", "add", "--network", "manual", "--name", "\udcff이름"],
        ["channels", "import", "\udcff.csv"],
        ["cases", "show", "9" * 30],
        ["cases", "sort", "9" * 30, "--track", "idea"],
        ["reply", "9" * 30, "--text", "\udcff"],
        ["outbox", "retry", "9" * 30],
        ["sample", "s.db/inside"],
        ["--workspace", "\udcff.db", "posts"],
        ["--workspace", "a" * 5000, "collect", "--once"],
    ],
)
def test_no_argument_makes_it_fail_otherwise_than_in_one_line(
    sample: str, smc: Smc, arguments: list[str]
) -> None:
    done = smc("--workspace", "s.db", *arguments, env={"PYTHONUTF8": "1"})
    assert done.returncode in (0, 2)
    if done.returncode:
        assert one_line(done.stderr)
        assert "기록 파일" not in done.stderr, done.stderr
