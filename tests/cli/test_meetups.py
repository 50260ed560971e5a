"""Templates and meet-ups on the command line, from the posts to the calendar file."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from desktop.models.store import Store
from tests.models.helpers import channel, id_of, merge, post

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def desk(tmp_path: Path, smc: Run) -> Callable[..., Any]:
    """A workspace with two posts; runs a command on it and gives (exit code, objects or text)."""
    with Store.open(tmp_path / "w.db") as store:
        place = channel(store)
        merge(store, place, post("a", "자전거 길"), post("b", "자전거 보관대"))
        ids = [id_of(store, "a"), id_of(store, "b")]

    def run(*words: str | int, as_json: bool = True, code: int = 0) -> Any:
        done = smc("--workspace", "w.db", *(["--json"] if as_json else []), *map(str, words))
        assert done.returncode == code, done.stderr
        if not as_json or code == 2:
            return done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    run.posts = ids  # type: ignore[attr-defined]
    return run


def test_templates(desk: Any) -> None:
    shipped = desk("templates", "list")
    assert len(shipped) >= 10
    (added,) = desk("templates", "add", "--name", "짧게", "--text", "{부서}이/가 {이름} 님께 답합니다")
    assert desk("templates", "add", "--name", "짧게", "--text", "x", code=2).count("이미 있습니다") == 1
    assert "{담당} 자리는 채울 수 없습니다" in desk("templates", "edit", "짧게", "--text", "{담당}", code=2)
    (filled,) = desk("templates", "fill", "짧게", desk.posts[0], code=1)
    assert filled["text"] == "{부서}이/가 김시민 님께 답합니다" and filled["unfilled"] == ["부서"]
    desk("templates", "edit", added["id"], "--text", "{이름} 님, 고맙습니다")
    assert desk("templates", "fill", "짧게", desk.posts[0], as_json=False) == "김시민 님, 고맙습니다\n"
    desk("templates", "remove", "짧게")
    assert "그런 서식이 없습니다" in desk("templates", "show", "짧게", code=2)


def test_a_meetup_from_posts_to_the_draw(desk: Any, tmp_path: Path) -> None:
    a, b = desk.posts
    (made,) = desk(
        "meetups", "add", "--theme", "자전거 출퇴근", "--at", "2026-11-27 18:30", "--seats", 2,
        "--place", "시민청, 지하 1층; 바스락홀", "--post", a,
    )  # fmt: skip
    number = made["id"]
    assert [row["post"] for row in desk("meetups", "posts", number, "--add", b)] == [a, b]
    # A feed cannot reply: the texts are there, and why they are to be said by hand.
    preview = desk("meetups", "invite", number, "--preview")
    assert {row["code"] for row in preview} == {"cannot-reply", "meetup-same-author"}
    assert "2026. 11. 27.(금) 18:30" in preview[0]["text"]
    assert desk("meetups", "invite", number, code=1)[0]["sent"] == 0
    desk("meetups", "invite", number, "--by-hand", a)
    for name in ("가", "나", "다"):
        desk("meetups", "sign-up", number, "--name", name, "--contact", "010-1234-5678")
    guests = desk("meetups", "guests", number)
    assert [g["ticket"] for g in guests] == [f"{number}-1", f"{number}-2", f"{number}-3", ""]
    assert "먼저 씨앗을 공개해 주세요" in desk("meetups", "draw", number, code=2)
    desk("meetups", "draw", number, "--seed", "로또 1234회")
    drawn = desk("meetups", "draw", number, "--result", "r.html")
    again = sorted(
        (f"{number}-{n}" for n in (1, 2, 3)),
        key=lambda t: hashlib.sha256(f"로또 1234회:{t}".encode()).hexdigest(),
    )
    assert [line["ticket"] for line in drawn] == again
    assert drawn == desk("meetups", "draw", number)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert all(line["sha256"] in page for line in drawn) and "로또 1234회" in page and "1234-5678" not in page
    desk("meetups", "ics", number, "m.ics")
    (entry,) = Calendar.from_ical((tmp_path / "m.ics").read_bytes()).walk("VEVENT")
    assert str(entry["LOCATION"]) == "시민청, 지하 1층; 바스락홀"
    for name in ("list.odt", "list.pdf"):
        desk("meetups", "list-print", number, name)
        assert (tmp_path / name).stat().st_size > 1000
    came = next(g for g in desk("meetups", "guests", number) if g["state"] == "in")
    desk("meetups", "attend", number, "--came", came["guest"])
    desk("meetups", "close", number, "--report", "좋은 이야기가 나왔습니다")
    assert desk("meetups", "show", number)[0]["state"] == "over"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", 9), "그런 번개팅이 없습니다"),
        (("add", "--theme", "가", "--at", "내일"), "2026-11-27 18:30 처럼"),
        (("add", "--theme", " ", "--at", "2026-11-27"), "주제를 적어 주세요"),
        (("add", "--theme", "가", "--at", "2026-11-27", "--seats", 0), "1명부터"),
        (("add", "--theme", "가", "--at", "2026-11-27", "--until", "2026-11-28"), "신청 기한이 번개팅보다"),
        (("ics", 9, "a.ics"), "그런 번개팅이 없습니다"),
    ],
)
def test_what_is_wrong_is_one_sentence(desk: Any, words: tuple[str | int, ...], sentence: str) -> None:
    said = desk("meetups", *words, code=2)
    assert sentence in said and said.count("\n") == 1
    assert desk("meetups", "list") == []
