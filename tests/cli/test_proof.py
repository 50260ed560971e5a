"""``log`` and ``members``; what the command line prints is hidden unless somebody asks and is noted down."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.test_command_line import Smc, objects, one_line
from tests.models.helpers import channel, do, merge, post

SECRET = "010-1234-5678"


@pytest.fixture
def office(smc: Smc, tmp_path: Path) -> Path:
    """A workspace with an admin, a sorter, somebody who looks on, and a post with a number."""
    from desktop.models import members
    from desktop.models.store import Store

    path = tmp_path / "w.db"
    with Store.open(path) as store:
        merge(store, channel(store), post("a", f"가로등이 꺼졌어요. {SECRET}"))
        for user, role in (("최관리", "admin"), ("김", "triage"), ("이", "viewer")):
            do(store, members.add, user, role, actor="" if role == "admin" else "최관리")
    return path


def run(smc: Smc, *words: str, user: str = "김"):  # type: ignore[no-untyped-def]
    return smc(*words, "--workspace", "w.db", "--user", user)


def test_members_are_listed_added_changed_and_removed(smc: Smc, office: Path) -> None:
    added = run(smc, "members", "add", "박", "--role", "media", "--voice", "mayor", "--json", user="최관리")
    assert objects(added.stdout) == [
        {"user": "박", "role": "media", "name": "", "department": "", "voices": ["mayor"], "active": True}
    ]
    run(smc, "members", "edit", "박", "--role", "triage", "--voice", "none", "--name", "박씨", user="최관리")
    run(smc, "members", "edit", "이", "--active", "no", user="최관리")
    found = {row["user"]: row for row in objects(run(smc, "members", "list", "--json").stdout)}
    assert (found["박"]["role"], found["박"]["name"], found["박"]["voices"]) == ("triage", "박씨", [])
    assert found["이"]["active"] is False
    assert "뺐습니다" in run(smc, "members", "remove", "박", user="최관리").stdout
    assert "박" not in run(smc, "members", "list").stdout


@pytest.mark.parametrize(
    ("words", "user", "said"),
    [
        (("add", "박", "--role", "viewer"), "김", "맡은 역할로는"),
        (("remove", "최관리"), "최관리", "마지막 관리자"),
        (("edit", "최관리", "--role", "viewer"), "최관리", "마지막 관리자"),
        (("add", "김", "--role", "viewer"), "최관리", "이미 구성원"),
        (("edit", "nobody", "--role", "viewer"), "최관리", "구성원이 아닙니다"),
        (("edit", "김"), "최관리", "고칠 것을"),
        (("add", "박", "--role", "boss"), "최관리", "boss"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    smc: Smc, office: Path, words: tuple[str, ...], user: str, said: str
) -> None:
    before = run(smc, "members", "list", "--json").stdout
    done = run(smc, "members", *words, user=user)
    assert (done.returncode, done.stdout) == (2, "") and said in done.stderr and one_line(done.stderr)
    assert run(smc, "members", "list", "--json").stdout == before


def test_a_list_of_members_is_imported_line_by_line(smc: Smc, office: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "이름,역할,명의\n박,분류 담당,시장;official\n정,두목,\n김,대변인,\n", encoding="utf-8"
    )
    done = run(smc, "members", "import", "list.csv", user="최관리")
    assert done.returncode == 1 and done.stderr.startswith("3행") and "추가하고" in done.stdout
    found = {row["user"]: row for row in objects(run(smc, "members", "list", "--json").stdout)}
    assert found["박"]["role"] == "triage" and found["박"]["voices"] == ["mayor", "official"]
    assert found["김"]["role"] == "spokesperson" and "정" not in found


def test_the_log_is_listed_and_filtered(smc: Smc, office: Path) -> None:
    found = objects(run(smc, "log", "list", "--json").stdout)
    assert [row["id"] for row in found] == sorted((row["id"] for row in found), reverse=True)
    of_one = objects(run(smc, "log", "list", "--about", "member:이", "--json").stdout)
    assert [(row["kind"], row["actor"]) for row in of_one] == [("member", "최관리")]
    assert run(smc, "log", "list", "--who", "nobody").stdout == ""
    assert len(run(smc, "log", "list", "--limit", "1").stdout.splitlines()) == 1
    assert run(smc, "log", "list", "--until", "2000-01-01").stdout == ""
    assert run(smc, "log", "list", user="이").returncode == 2


def test_the_log_is_proved(smc: Smc, office: Path) -> None:
    head = run(smc, "log", "head").stdout.strip()
    good = run(smc, "log", "verify", "--head", head)
    assert good.returncode == 0 and head in good.stdout
    with sqlite3.connect(office) as connection:
        connection.execute("UPDATE event SET actor = '박' WHERE id = 2")
    connection.close()
    bad = run(smc, "log", "verify")
    assert bad.returncode == 1 and "2번 기록" in bad.stdout
    assert objects(run(smc, "log", "verify", "--json").stdout)[0]["broken_at"] == 2
    doctor = run(smc, "doctor", "--json")
    assert [f["ok"] for f in objects(doctor.stdout) if f["name"] == "처리 기록"] == [False]


def test_a_cut_end_is_found_with_the_noted_head(smc: Smc, office: Path) -> None:
    head = run(smc, "log", "head").stdout.strip()
    with sqlite3.connect(office) as connection:
        connection.execute("DELETE FROM event WHERE id = (SELECT max(id) FROM event)")
    connection.close()
    assert run(smc, "log", "verify").returncode == 0
    cut = run(smc, "log", "verify", "--head", head)
    assert cut.returncode == 1 and "끝값" in cut.stdout
    assert run(smc, "log", "verify", "--head", "12").returncode == 2


@pytest.mark.parametrize("value", ["x'ff00'", "'{broken'", "'[1]'", "'5'", "CAST(x'22ff22' AS TEXT)"])
def test_a_line_written_past_the_program_is_one_sentence(
    smc: Smc, office: Path, tmp_path: Path, value: str
) -> None:
    with sqlite3.connect(office) as connection:
        connection.execute(f"UPDATE event SET after = {value} WHERE id = 2")
    connection.close()
    for words in (("list",), ("list", "--json"), ("export", str(tmp_path / "log.xlsx"))):
        done = run(smc, "log", *words)
        assert done.returncode == 2 and done.stderr.count("\n") == 1, done.stderr
        assert "읽을 수 없는 기록" in done.stderr or "손상" in done.stderr, done.stderr
    found = run(smc, "log", "verify")
    assert (found.returncode, found.stderr) == (1, "") and "2번 기록이" in found.stdout


def test_the_log_is_taken_out(smc: Smc, office: Path, tmp_path: Path) -> None:
    done = run(smc, "log", "export", "log.csv")
    assert done.returncode == 0 and "세어 보니 같습니다" in done.stdout
    assert (tmp_path / "log.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert run(smc, "log", "export", "log.doc").returncode == 2
    assert run(smc, "log", "export", "other.csv", user="이").returncode == 2
    assert not (tmp_path / "other.csv").exists()


def test_posts_are_hidden_unless_asked_for_and_noted(smc: Smc, office: Path) -> None:
    assert SECRET not in run(smc, "posts", "--json").stdout
    assert SECRET not in run(smc, "posts", "--search", "1234-5678").stdout != ""
    (row,) = objects(run(smc, "posts", "--json", "--unmasked").stdout)
    assert SECRET in row["text"]
    case = str(row["case"])
    assert SECRET not in run(smc, "cases", "show", case).stdout
    assert SECRET in run(smc, "cases", "show", case, "--unmasked").stdout
    refused = run(smc, "posts", "--unmasked", user="이")
    assert (refused.returncode, refused.stdout) == (2, "")
    noted = objects(run(smc, "log", "list", "--kind", "unmask", "--json").stdout)
    assert [row["actor"] for row in noted] == ["김", "김"] and SECRET not in str(noted)
