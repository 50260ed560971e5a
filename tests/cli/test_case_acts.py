"""Grouping, notes, marks, what came by telephone, and taking back, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import run
from desktop.models.store import Store
from tests.models.helpers import channel, id_of, merge, post


class Desk:
    """A workspace with three posts, and how commands are given to it."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self.capsys = path, capsys
        with Store.open(path) as store:
            merge(store, channel(store), *(post(name, f"글 {name}") for name in "abc"))
            self.a, self.b, self.c = (str(id_of(store, name)) for name in "abc")

    def __call__(self, *words: str, code: int = 0, user: str = "김주무관") -> Any:
        """Objects, or the complaint of a command that fails."""
        found = run([*words, "--workspace", str(self.path), "--user", user, "--lang", "ko", "--json"])
        said, complained = self.capsys.readouterr()
        assert found == code, complained
        return complained.strip() if code else [json.loads(line) for line in said.splitlines()]

    def cases(self) -> dict[str, Any]:
        return {str(case["case"]): case for case in self("cases", "list")}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path / "w.db", capsys)


def test_cases_are_grouped_and_taken_apart(desk: Desk) -> None:
    (made,) = desk("cases", "group", desk.a, desk.b)
    assert (made["case"], set(desk.cases())) == (int(desk.a), {desk.a, desk.c})
    desk("undo")
    assert len(desk.cases()) == 3
    desk("redo")
    desk("cases", "apart", desk.a, "--post", desk.b)
    assert [case["posts"] for case in desk.cases().values()] == [1, 1, 1]
    assert "두 개 이상" in desk("cases", "group", desk.a, desk.a, code=2)
    assert "그 번호의 건이 없습니다" in desk("cases", "apart", "99", code=2)


def test_undo_goes_back_step_by_step_and_redo_forward(desk: Desk) -> None:
    assert "되돌릴 일이 없습니다" in desk("undo", code=2)
    desk("cases", "sort", desk.a, "--track", "idea")
    desk("cases", "sort", desk.b, "--track", "opinion")
    tracks = ["new", "idea", "opinion"]

    def now() -> list[str]:
        found = desk.cases()
        return [found[case]["track"] for case in (desk.a, desk.b)]

    assert now() == tracks[1:]
    assert desk("undo")[0]["cases"] == [int(desk.b)] and now() == ["idea", "new"]
    assert desk("undo")[0]["cases"] == [int(desk.a)] and now() == ["new", "new"]
    assert desk("redo")[0]["cases"] == [int(desk.a)] and now() == ["idea", "new"]
    assert desk("redo")[0]["cases"] == [int(desk.b)] and now() == tracks[1:]
    assert "다시 할 일이 없습니다" in desk("redo", code=2)
    assert [step["undone"] for step in desk("undo", "--list")] == [False, False]
    assert "되돌릴 일이 없습니다" in desk("undo", user="이주무관", code=2)  # only what one did oneself


def test_what_somebody_built_upon_is_not_taken_back(desk: Desk) -> None:
    (step,) = [made["step"] for made in desk("cases", "sort", desk.a, "--track", "idea")]
    desk("cases", "sort", desk.a, "--track", "opinion", user="이주무관")
    assert "그 사이 다른 사람이" in desk("undo", step, code=2)
    assert desk.cases()[desk.a]["track"] == "opinion"


def test_marks_and_notes(desk: Desk) -> None:
    desk("cases", "status", desk.a, desk.b, "--to", "done")
    assert {case["status"] for case in desk.cases().values()} == {"done", "open"}
    assert (
        desk("cases", "star", desk.a)[0]["starred"]
        and not desk("cases", "star", desk.a, "--off")[0]["starred"]
    )
    desk("cases", "note", desk.a, "--text", "통화함 010-1234-5678")
    (note,) = desk("cases", "show", desk.a)[0]["notes"]
    assert (note["author"], note["text"]) == ("김주무관", "통화함 010-****-****")
    assert "적어 주세요" in desk("cases", "note", desk.a, "--text", " ", code=2)


def test_what_came_by_telephone_is_a_post(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.StringIO("가로등이 꺼졌습니다\n은행나무길입니다\n"))
    (made,) = desk(
        "posts", "add", "--source", "전화", "--author", "홍길동", "--text", "-", "--at", "2026-11-22"
    )
    (found,) = [one for one in desk("posts") if one["id"] == made["post"]]
    assert (found["channel"], found["author"], found["created_at"]) == (
        "전화",
        "홍길동",
        "2026-11-21T15:00:00.000Z",
    )
    assert found["text"] == "가로등이 꺼졌습니다\n은행나무길입니다"
    assert "비어 있습니다" in desk("posts", "add", "--source", "전화", "--text", " ", code=2)
    assert "받은 곳을" in desk("posts", "add", "--source", " ", "--text", "가", code=2)
