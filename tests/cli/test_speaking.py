"""Speaking safely from scripts: preview, reply, approvals, promises, voices."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from connectors.base import Author, Batch, Post, Sent
from desktop.cli import run
from desktop.models import accounts, channels, members, merge, outbox
from desktop.models.schema import database
from desktop.models.speaking import leases
from desktop.models.store import Store

PROMISE = "현장을 확인하고 12월 31일까지 정비하겠습니다."


class Done(NamedTuple):
    code: int
    out: str
    err: str


class Office:
    """A workspace with the mayor's channel and one question, and how commands are given to it."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self.capsys = path, capsys
        with Store.open(path) as store:
            account = store.write(
                accounts.add_account, network="mastodon", server="https://m.example", remote_id="1",
                name="시장실", handle="@mayor", voice="official",
            ).result()  # fmt: skip
            self.channel = store.write(
                channels.add_channel, network="mastodon", name="광장", url="https://m.example",
                account_id=account,
            ).result()  # fmt: skip
            self.post = self.arrive("q", "가로등이 꺼졌어요", store)

    def arrive(self, remote_id: str, text: str, store: Store | None = None, **more: Any) -> int:
        if store is None:
            with Store.open(self.path) as opened:
                return self.arrive(remote_id, text, opened, **more)
        post = Post(remote_id, text, Author("u1", "김시민", "@kim"), created_ms=1_790_000_000_000, **more)
        store.write(merge.merge_batch, self.channel, Batch(posts=(post,))).result()
        found = store.read(
            lambda: database.execute_sql("SELECT id FROM post WHERE remote_id = ?", (remote_id,)).fetchone()
        ).result()
        return int(found[0])

    def do(self, work: Any, *args: Any, **more: Any) -> Any:
        with Store.open(self.path) as store:
            return store.write(work, *args, **more).result()

    def __call__(self, *args: str, user: str = "김주무관", json: bool = True) -> Done:
        """Run a command here: in a process of its own each of them would take a second."""
        end = ["--json"] if json else []
        code = run([*args, "--user", user, "--workspace", str(self.path), "--lang", "ko", *end])
        return Done(code, *self.capsys.readouterr())

    def reply(self, text: str, *more: str, user: str = "김주무관") -> Done:
        return self("reply", str(self.post), "--text", text, *more, user=user)

    def rows(self, sql: str) -> list[Any]:
        with Store.open(self.path) as store:
            return store.read(lambda: database.execute_sql(sql).fetchall()).result()

    def outbox(self) -> list[Any]:
        return [row[0] for row in self.rows("SELECT text FROM outbox ORDER BY id")]


@pytest.fixture
def office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    from desktop.services import services, vault

    monkeypatch.setattr(services, "rest_from_garbage", lambda: None)

    async def nothing(_self: object, _uid: str) -> None:
        return None

    monkeypatch.setattr(vault.Vault, "get", nothing)  # nothing goes out: nobody is signed in
    yield Office(tmp_path / "office.db", capsys)


def objects(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.splitlines()]


def test_preview_says_who_sees_it_what_is_wrong_and_what_is_promised(office: Office) -> None:
    text = f"김시민 님, 010-1234-5678로 연락 주세요. {PROMISE} https://seoul..kr"
    done = office("preview", str(office.post), "--text", text)
    (found,) = objects(done)
    assert done.code == 1
    assert found["shown"] == f"@kim {text}" and found["lead"] == "@kim " and found["limit"] == 500
    assert {(one["code"], one["word"], one["severity"]) for one in found["findings"]} == {
        ("check-phone", "010-1234-5678", "stop"), ("check-link", "https://seoul..kr", "warn"),
    }  # fmt: skip
    assert [one["due"][5:] for one in found["promises"]] == ["12-31"]
    plain = office("preview", str(office.post), "--text", text, json=False).out
    assert "1:8 멈춤: 개인 전화번호로 보입니다. 지워 주세요: 010-1234-5678" in plain and "누구나" in plain


def test_what_must_not_go_out_does_not_from_scripts_either(office: Office) -> None:
    for text in ("주민번호는 900101-1234568입니다.", "{이름} 님 안녕하십니까.", "가" * 501):
        done = office.reply(text, "--force")
        assert done.code == 2 and "보내지 않았습니다" in done.err
    assert office.outbox() == []


def test_a_reply_to_a_thread_that_changed_stops_and_can_be_forced(office: Office) -> None:
    (seen,) = objects(office("preview", str(office.post), "--text", "네"))
    fresh = office.arrive("r", "고쳐졌네요", parent_id="q")
    done = office.reply("확인했습니다.", "--seen", seen["state"])
    assert done.code == 2 and f"새 글: {fresh}" in done.err and "--force" in done.err
    assert office.outbox() == []
    assert office.reply("확인했습니다.", "--seen", "nonsense").code == 2
    office.reply("확인했습니다.", "--seen", seen["state"], "--force")
    assert office.outbox() == ["확인했습니다."]


def test_a_second_answer_of_the_same_stage_has_to_be_meant(office: Office) -> None:
    office.reply("하나입니다.", "--stage", "first")
    again = office.reply("둘입니다.", "--stage", "first", user="이주무관")
    assert again.code == 2 and "이미" in again.err
    office.reply("셋입니다.", "--stage", "final", user="이주무관")
    assert office.outbox() == ["하나입니다.", "셋입니다."]


def test_a_command_given_twice_answers_once_unless_it_is_meant(office: Office) -> None:
    office.reply("답입니다.")
    twice = office.reply("답입니다.", "--force")
    assert twice.code == 2 and "--again" in twice.err
    assert office.outbox() == ["답입니다."]
    office.reply("답입니다.", "--again")
    assert office.outbox() == ["답입니다.", "답입니다."]


def test_what_a_channel_cannot_do_is_said_with_the_reason_of_its_network(office: Office) -> None:
    from connectors.mastodon import CAPABILITIES

    korean = CAPABILITIES.why_not["approve"].partition(" / ")[0]
    done = office("act", str(office.post), "approve")
    assert done.code == 2 and done.err.strip() == korean


def test_while_a_colleague_writes_a_script_does_not(office: Office) -> None:
    office.do(leases.claim, office.post, "창", actor="이주무관")
    done = office.reply("답입니다.")
    assert done.code == 2 and "이주무관 님이" in done.err and office.outbox() == []
    office.reply("답입니다.", "--force")
    assert office.outbox() == ["답입니다."]


def test_the_mayors_name_has_to_be_said(office: Office) -> None:
    changed = objects(office("accounts", "voice", "mayor", "mayor"))
    assert [one["voice"] for one in changed] == ["mayor"]
    assert office.reply("시장입니다.").code == 2
    assert office.reply("시장입니다.", "--voice", "official").code == 2
    assert office.outbox() == []
    office.reply("시장입니다.", "--voice", "mayor")
    assert office.outbox() == ["시장입니다."]
    assert office("accounts", "voice", "nobody", "mayor").code == 2


def test_from_asking_to_sending(office: Office) -> None:
    office.do(members.add, "관리자", "admin", actor="관리자")
    office.do(members.add, "김주무관", "triage", voices=("mayor",), actor="관리자")
    office.do(members.add, "대변인", "spokesperson", actor="관리자")
    office("accounts", "voice", "1", "mayor", user="관리자")
    assert office("approvals", "rules").out == '{"need": ["mayor"], "chosen": false}\n'
    (asked,) = objects(office.reply(PROMISE, "--voice", "mayor"))
    assert (asked["state"], asked["text"]) == ("asked", PROMISE) and office.outbox() == []
    assert [one["id"] for one in objects(office("approvals", "list"))] == [asked["id"]]
    number = str(asked["id"])
    assert office("approvals", "approve", number).code == 2
    assert office("approvals", "send-back", number, "--comment", " ", user="대변인").code == 2
    office("approvals", "send-back", number, "--comment", "날짜를 확인해 주세요", user="대변인")
    (again,) = objects(office("approvals", "again", number))
    office.arrive("r", "아직인가요", parent_id="q")
    late = office("approvals", "approve", str(again["id"]), user="대변인")
    assert late.code == 2 and "새 글" in late.err and office.outbox() == []
    (third,) = objects(office("approvals", "again", str(again["id"])))
    office("approvals", "approve", str(third["id"]), user="대변인")
    assert office.outbox() == [PROMISE]
    assert office("approvals", "approve", str(third["id"]), user="대변인").code == 2
    states = [one["state"] for one in objects(office("approvals", "list", "--all"))]
    assert states == ["sent-back", "stale", "spent"]


def test_promises_from_an_answer_and_by_hand(office: Office) -> None:
    office.reply(f"안녕하십니까. {PROMISE}")
    assert objects(office("promises", "list")) == []
    (row,) = office.rows("SELECT id FROM outbox")
    office.do(outbox.mark_sent, row[0], Sent("r1"))
    (one,) = objects(office("promises", "list"))
    assert (one["text"], one["due"][5:], one["state"]) == (PROMISE, "12-31", "open")
    number = str(one["id"])
    office("promises", "edit", number, "--due", "2020-01-02", "--owner", "도로조명과")
    (late,) = objects(office("promises", "list", "--state", "late", "--owner", "조명"))
    assert late["late"] and late["due"] == "2020-01-02"
    assert office("promises", "edit", number, "--due", "2020-02-30").code == 2
    assert office("promises", "drop", number).code == 2
    office("promises", "keep", number, "--note", "전구를 갈았습니다")
    assert office("promises", "keep", number).code == 2
    added = objects(office("promises", "add", "--case", str(office.post), "--text", "의자를 놓겠습니다"))
    assert added[0]["case_id"] == office.post and added[0]["due"] == ""
    states = [(one["text"], one["state"]) for one in objects(office("promises", "list", "--state", "all"))]
    assert states == [(PROMISE, "kept"), ("의자를 놓겠습니다", "open")]
    office("promises", "reopen", number)
    assert len(objects(office("promises", "list", "--search", "정비"))) == 1
    office.reply("11월 30일까지 칠하겠습니다.", "--no-promise", "--force")
    assert len(office.rows("SELECT id FROM spoken_promise")) == 2


def test_who_may_not_write_hears_that_alone(office: Office) -> None:
    office.do(members.add, "관리자", "admin")
    office.do(members.add, "손님", "viewer", actor="관리자")
    done = office.reply("확인하겠습니다.", user="손님")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1) and "역할" in done.err
    assert office.outbox() == []
