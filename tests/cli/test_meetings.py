from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Author, Batch, Post
from desktop.models import cases, channels, departments, merge
from desktop.models.schema import database
from desktop.models.store import Store
from desktop.services import deadlines
from tests.cli.conftest import Smc


@pytest.fixture
def office(smc: Smc, tmp_path: Path) -> tuple[Smc, list[int]]:
    """The program on a workspace with two ideas."""
    texts = {
        "a": "거치대를 늘려 주세요. 전화 010-1234-5678",
        "b": "지하철역 거치대를 늘려 주세요. 자리가 없습니다",
    }
    with Store.open(tmp_path / "w.db") as store:
        store.write(deadlines.seed).result()
        store.write(departments.seed, [("bike", "자전거정책과", "도시교통실", "자전거")]).result()
        here = store.write(channels.add_channel, network="manual", name="민원", url="").result()
        posts = tuple(
            Post(name, text, Author(name, f"시민{name}"), created_ms=1_790_000_000_000 + place * 60_000)
            for place, (name, text) in enumerate(texts.items())
        )
        store.write(merge.merge_batch, here, Batch(posts=posts)).result()
        ids = store.read(_post_ids).result()
        store.write(cases.move, ids, "idea").result()

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return smc("--workspace", "w.db", "--user", "김주무관", *arguments)

    return run, ids


def _post_ids() -> list[int]:
    return [row[0] for row in database.execute_sql("SELECT id FROM post ORDER BY id").fetchall()]


def said(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_meeting_from_plan_to_minutes(office: tuple[Smc, list[int]], tmp_path: Path) -> None:
    run, (a, b) = office
    (made,) = said(
        run(
            *"meetings add --place 시청 --person 김위원/위원장 --away 이위원 --json".split(),
            "--at",
            "2099-11-25 14:00",
        )
    )
    assert (made["number"], made["state"], made["at"]) == (1, "planned", "2099-11-25T05:00:00.000Z")
    (added,) = said(run("meetings", "agenda", "1", "add", str(a), str(b), "--json"))
    assert added["added"] == [a, b]
    said(run("meetings", "order", "1", str(b), str(a), "--json"))
    (decided,) = said(
        run(
            "meetings", "decide", "1", str(b), "adopted", "--reason", "불편이 큽니다 (문의 010-1234-5678)",
            "--owner", "자전거정책과", "--planned", "2099-12-31", "--json",
        )
    )  # fmt: skip
    assert (decided["state"], decided["decided"], decided["decision"]) == ("running", 1, "adopted")
    (whole,) = said(run("meetings", "show", "1", "--json"))
    assert [item["idea"] for item in whole["agenda"]] == [b, a]
    assert [person["present"] for person in whole["people"]] == [True, False]
    assert whole["agenda"][0]["decided_by"] == "김주무관" and "5678" not in whole["agenda"][1]["title"]
    assert "1건은 후보로" in run("meetings", "close", "1").stdout
    (progress,) = said(run("ideas", "progress", str(b), "40", "--note", "설계", "--json"))
    assert (progress["progress"], progress["owner"]) == (40, "bike")
    for suffix in ("odt", "hwpx", "pdf"):
        assert run("meetings", "minutes", "1", "--to", f"m.{suffix}").returncode == 0
    with zipfile.ZipFile(tmp_path / "m.odt") as file:
        paper = file.read("content.xml").decode()
    assert "불편이 큽니다 (문의 010-****-****)" in paper and "5678" not in paper
    for words in (("ideas", "show", str(b)), ("cases", "show", str(b)), ("meetings", "show", "1")):
        for more in ((), ("--json",)):
            assert "1234" not in run(*words, *more).stdout
    (idea,) = (post["idea"] for post in said(run("posts", "--json")) if post["case"] == b)
    assert (idea["state"], idea["planned"], idea["progress"]) == ("adopted", "2099-12-31", 40)
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF")
    text = zipfile.ZipFile(tmp_path / "m.odt").read("content.xml").decode()
    for words in (
        "제1차",
        "2099. 11. 25.(수) 14:00",
        "김위원 위원장",
        "불편이 큽니다",
        "자전거정책과",
        "심의하지 못함",
        "끝.",
    ):
        assert words in text, words


def test_ideas_are_listed_found_edited_and_merged(office: tuple[Smc, list[int]]) -> None:
    run, (a, b) = office
    assert [row["idea"] for row in said(run("ideas", "list", "--json"))] == [a, b]
    assert [row["idea"] for row in said(run("ideas", "list", "--search", "지하철역", "--json"))] == [b]
    assert len(said(run("ideas", "list", "--limit", "1", "--json"))) == 1
    (twin,) = said(run("ideas", "twins", str(b), "--json"))
    assert (twin["idea"], twin["first"]) == (a, True)
    (edited,) = said(run("ideas", "edit", str(a), "--title", "거치대", "--supporters", "12", "--json"))
    assert (edited["title"], edited["support"]) == ("거치대", 12)
    (kept,) = said(run("ideas", "merge", str(b), str(a), "--json"))
    assert (kept["idea"], kept["posts"]) == (a, 2)
    assert "거치대" in run("ideas", "show", str(b)).stdout  # the one it went into


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ideas", "show", "5"), "그 번호의 아이디어가 없습니다"),
        (("meetings", "show", "5"), "그 번호의 회의가 없습니다"),
        (("meetings", "add", "--at", "어제"), "날짜"),
        (("meetings", "minutes", "5", "--to", "x.pdf"), "그 번호의 회의가 없습니다"),
        (("meetings", "add", "--at", "2099-01-01 09:00", "--person", "/위원"), "참석자"),
    ],
)
def test_mistakes_are_one_sentence(
    office: tuple[Smc, list[int]], arguments: tuple[str, ...], words: str
) -> None:
    done = office[0](*arguments)
    assert done.returncode == 2 and words in done.stderr and len(done.stderr.splitlines()) == 1


def test_rules_are_named_when_they_forbid(office: tuple[Smc, list[int]]) -> None:
    run, (a, _) = office
    run("meetings", "add", "--at", "2099-11-25 14:00")
    run("meetings", "agenda", "1", "add", str(a))
    assert "사유" in run("meetings", "decide", "1", str(a), "rejected", "--reason", " ").stderr
    assert run("meetings", "decide", "1", str(a), "rejected", "--reason", "이미 합니다").returncode == 0
    assert "뺄 수 없습니다" in run("meetings", "agenda", "1", "remove", str(a)).stderr
    assert said(run("ideas", "reconsider", str(a), "--json"))[0]["state"] == "pool"
    run("meetings", "close", "1")
    run("meetings", "add", "--at", "2099-12-25 14:00")
    run("meetings", "agenda", "2", "add", str(a))
    run("meetings", "decide", "2", str(a), "rejected", "--reason", "그대로입니다")
    assert "국민 제안 규정" in run("ideas", "reconsider", str(a)).stderr
