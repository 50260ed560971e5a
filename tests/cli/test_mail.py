"""``mail``: letters to departments and refused mails from the command line, on a real mailbox."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Author, Batch, Post
from connectors.letters import mark_of
from desktop.cli import run
from desktop.models import accounts, channels, departments, forwarding
from desktop.models.forwarding_mail import sending
from desktop.models.merge import merge_batch
from desktop.models.schema import database
from desktop.models.store import Store

BUS = "bus@hanbit.example"


@pytest.fixture
def workspace(tmp_path: Path) -> tuple[str, int, str]:
    """(path, forwarding, token): a case is with the bus department, whose letter was sent."""
    path = str(tmp_path / "w.db")
    with Store.open(path) as store:

        def do(work: Any, *args: Any, **more: Any) -> Any:
            return store.write(work, *args, **more).result()

        account = do(accounts.add_account, uid="u", network="mail", server="hanbit.example")
        box = do(
            channels.add_channel,
            network="mail",
            name="민원 메일",
            url="imaps://m.example",
            account_id=account,
        )
        do(departments.seed, [("bus", "버스정책과", "", "버스")])
        do(departments.edit, "bus", mail=BUS)
        do(merge_batch, box, Batch((Post("p1", "버스가 늦어요 010-1234-5678", Author("a", "김시민")),)))
        (case_id,) = store.read(lambda: database.execute_sql("SELECT id FROM case_").fetchone()).result()
        do(forwarding.send, [case_id], "bus")
        (row,) = store.read(forwarding.of_case, case_id).result()
        letter = store.read(sending.of_forwardings, [row.id]).result()[row.id][0]
        do(lambda tx: tx.db.execute_sql("UPDATE department_mail SET send_after_ms = 0"))
        do(sending.claim, letter.id, box, "0" * 32 + ".smc-dept@hanbit.example")
        do(sending.mark_sent, letter.id)
        reply = Post(
            "f1", "버스를 늘렸습니다.", Author("kim@x.example", "김", "kim@x.example"), private=True,
            context=f"Re: {mark_of(letter.token)} 이관",
        )  # fmt: skip
        do(merge_batch, box, Batch((reply,)))
    return path, row.id, letter.token


def said(capsys: pytest.CaptureFixture[str], path: str, *words: str) -> tuple[int, list[dict[str, Any]], str]:
    code = run(["--workspace", path, "--json", "--user", "김주무관", "mail", *words])
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err


def test_letters_are_listed_retried_and_given_up(
    workspace: tuple[str, int, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, forwarding_id, _ = workspace
    assert said(capsys, path, "list")[1] == []
    (letter,) = said(capsys, path, "list", "--all")[1]
    assert (letter["state"], letter["address"], letter["forwarding"]) == ("sent", BUS, forwarding_id)
    code, _, err = said(capsys, path, "retry", str(letter["id"]))
    assert code == 2 and "다시 보낼 필요가 없는" in err
    with Store.open(path) as store:
        store.write(sending.mark_failed, letter["id"], "550 no").result()
    (letter,) = said(capsys, path, "list")[1]
    assert letter["state"] == "failed" and letter["message"].endswith(": 550 no")
    assert said(capsys, path, "retry", str(letter["id"]))[0] == 0
    assert said(capsys, path, "cancel", str(letter["id"]))[0] == 0
    assert said(capsys, path, "list")[1] == []
    assert run(["--workspace", path, "mail", "list", "--all"]) == 0
    assert "버스정책과" in capsys.readouterr().out


def test_a_forwarding_that_is_not_there(
    workspace: tuple[str, int, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, *_ = workspace
    code, _, err = said(capsys, path, "send", "--forwarding", "999")
    assert code == 2 and err


def test_a_refused_mail_becomes_the_answer(
    workspace: tuple[str, int, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, *_ = workspace
    (mail,) = said(capsys, path, "refused")[1]
    assert (mail["reason"], mail["text"], mail["department"]) == (
        "wrong-sender", "버스를 늘렸습니다.", "버스정책과",
    )  # fmt: skip
    assert said(capsys, path, "accept", str(mail["id"]))[0] == 0
    assert said(capsys, path, "refused")[1] == []
    assert said(capsys, path, "refused", "--all")[1][0]["done"] == "answer"
    with Store.open(path) as store:
        (answer,) = store.read(forwarding.answers_of, mail["case"]).result()
    assert (answer.text, answer.written_by) == ("버스를 늘렸습니다.", "kim@x.example")
    assert said(capsys, path, "dismiss", str(mail["id"]))[0] == 2


def test_or_a_post_or_nothing(workspace: tuple[str, int, str], capsys: pytest.CaptureFixture[str]) -> None:
    path, *_ = workspace
    (mail,) = said(capsys, path, "refused")[1]
    assert said(capsys, path, "as-post", str(mail["id"])) == (0, [{"id": mail["post"]}], "")
    assert said(capsys, path, "dismiss", str(mail["id"]))[0] == 2
    assert run(["--workspace", path, "mail", "refused", "--all"]) == 0
    assert "kim@x.example" in capsys.readouterr().out


def test_settings_are_shown_and_changed(
    workspace: tuple[str, int, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, *_ = workspace
    (found,) = said(capsys, path, "settings")[1]
    assert (found["name"], found["channel_id"], found["remind_hours"]) == ("민원 메일", None, 0)
    (found,) = said(capsys, path, "settings", "--channel", "민원 메일", "--remind", "24")[1]
    assert (found["channel_id"], found["remind_hours"]) == (1, 24)
    (found,) = said(capsys, path, "settings", "--channel", "auto")[1]
    assert (found["channel_id"], found["remind_hours"]) == (None, 24)
    assert said(capsys, path, "settings", "--remind", "999")[0] == 2
    assert run(["--workspace", path, "--lang", "en", "mail", "settings"]) == 0
    assert "24 hours before" in capsys.readouterr().out
