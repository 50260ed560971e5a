"""``channels edit``, ``enable`` and ``disable``, and the language of ``--help``."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Author, Batch, Post
from desktop.models import accounts, channels, queries
from desktop.models.merge import merge_batch
from desktop.models.store import Store
from tests.cli.conftest import Pages, feed
from tests.cli.test_command_line import Smc, one_line


def listed(smc: Smc) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(smc("channels", "list", "--workspace", "w.db", "--json").stdout)
    return found


def stored(tmp_path: Path) -> channels.ChannelRow:
    with Store.open(tmp_path / "w.db") as store:
        return store.read(channels.list_channels).result()[0]


def test_a_password_in_an_address_is_neither_listed_nor_logged(smc: Smc, tmp_path: Path) -> None:
    address = "https://hong:geheim@a.example/rss?bbsId=7&api_key=geheim"
    shown = "https://***@a.example/rss?bbsId=7&api_key=***"
    name = ("--network", "feed", "--name", "게시판", "--workspace", "w.db")
    said = [smc("channels", "add", *name, "--url", address, "--json")]
    assert json.loads(said[0].stdout)["url"] == shown
    said.append(
        smc("channels", "edit", "게시판", "--workspace", "w.db", "--url", address + "&page=2", "--json")
    )
    assert json.loads(said[1].stdout)["url"] == listed(smc)["url"] == shown + "&page=2"
    (tmp_path / "list.csv").write_text(f"name,network,url\n게시판,feed,{address}&page=2\n", encoding="utf-8")
    said.append(smc("channels", "import", str(tmp_path / "list.csv"), "--workspace", "w.db"))
    assert said[2].returncode == 1
    said.append(smc("log", "list", "--workspace", "w.db", "--json"))
    assert "***@a.example" in said[3].stdout
    assert not [done for done in said if "geheim" in done.stdout + done.stderr]
    assert stored(tmp_path).url == address + "&page=2"


@pytest.fixture
def board(smc: Smc, tmp_path: Path) -> str:
    done = smc("channels", "add", "--workspace", "w.db", "--network", "feed", "--name", "게시판",
               "--url", "https://a.example/rss")  # fmt: skip
    assert done.returncode == 0
    return "게시판"


def test_a_channel_is_changed_by_name(smc: Smc, board: str, tmp_path: Path) -> None:
    done = smc("channels", "edit", board, "--workspace", "w.db", "--name", "자유게시판", "--owner", "홍보과",
               "--url", "https://b.example/rss", "--option", "interval_s=600", "--json")  # fmt: skip
    assert done.returncode == 0, done.stderr
    changed = json.loads(done.stdout)
    assert (changed["name"], changed["owner"], changed["options"]) == (
        "자유게시판",
        "홍보과",
        {"interval_s": 600},
    )
    row = stored(tmp_path)
    assert (row.name, row.url, row.options) == ("자유게시판", "https://b.example/rss", {"interval_s": 600})
    assert smc("channels", "edit", "자유", "--workspace", "w.db", "--option", "interval_s=").returncode == 0
    assert stored(tmp_path).options == {}


@pytest.mark.parametrize(
    "wrong",
    [
        ["--url", "file:///etc/passwd"],
        ["--url", ""],
        ["--name", " "],
        ["--option", "interval_s=0"],
        ["--option", "interval_s=-5"],
        ["--option", "interval_s=²"],
        ["--option", "interval_s"],
        [],
    ],
)
def test_a_wrong_change_changes_nothing(smc: Smc, board: str, tmp_path: Path, wrong: list[str]) -> None:
    before = stored(tmp_path)
    done = smc("channels", "edit", board, "--workspace", "w.db", *wrong)
    assert (done.returncode, done.stdout) == (2, "")
    assert one_line(done.stderr)
    assert stored(tmp_path) == before


def test_a_channel_is_switched_off_and_on(smc: Smc, board: str) -> None:
    assert smc("channels", "disable", board, "--workspace", "w.db").returncode == 0
    assert listed(smc)["enabled"] is False
    off = smc("collect", "--once", "--workspace", "w.db")
    assert (off.returncode, off.stdout) == (0, "")
    assert smc("channels", "enable", board, "--workspace", "w.db").returncode == 0
    assert listed(smc)["enabled"] is True


def test_an_address_on_another_server_does_not_get_the_secret_of_the_first(smc: Smc, tmp_path: Path) -> None:
    with Store.open(tmp_path / "w.db") as store:
        account = store.write(
            accounts.add_account, uid="u", network="wordpress", server="https://a.example/"
        ).result()
        store.write(
            channels.add_channel,
            network="wordpress",
            name="시청",
            url="https://a.example/",
            account_id=account,
        ).result()
    same = smc("channels", "edit", "시청", "--workspace", "w.db", "--url", "https://a.example/blog")
    assert same.returncode == 0 and stored(tmp_path).account_id == account
    moved = smc("channels", "edit", "시청", "--workspace", "w.db", "--url", "https://b.example/")
    assert moved.returncode == 0 and "다시 로그인" in moved.stdout
    assert stored(tmp_path).account_id is None


def test_help_and_mistakes_are_in_one_language(smc: Smc) -> None:
    for arguments in (["--help"], ["channels", "--help"], ["channels", "sign-in", "--help"]):
        korean = smc(*arguments).stdout
        assert not any(word in korean for word in ("usage", "positional", "options:", "show this"))
        english = smc("--lang", "en", *arguments).stdout
        assert "usage: " in english and not any("가" <= c <= "힣" for c in english)
    for arguments in (
        ["channels"], ["posts", "--track", "x"], ["posts", "--limit"], ["posts", "--limit", "x"],
        ["posts", "--limit", "0"], ["bogus"], ["channels", "edit", "a", "--option", "x"], ["doctor", "x"],
        ["collect", "--once=1"],
    ):  # fmt: skip
        said = smc(*arguments).stderr
        assert not any(word in said for word in ("argument", "invalid", "required", "expected")), said


def test_sign_in_is_refused_where_none_is_needed_or_possible(smc: Smc, board: str, tmp_path: Path) -> None:
    for arguments in (["sign-in", board], ["sign-out", board], ["sign-in", "없음"]):
        done = smc("channels", *arguments, "--workspace", "w.db", input="")
        assert (done.returncode, done.stdout) == (2, "")
        assert one_line(done.stderr)
    with Store.open(tmp_path / "w.db") as store:
        store.write(channels.add_channel, network="wordpress", name="w", url="http://w.example/").result()
    empty = smc("channels", "sign-in", "w", "--login", "a", "--workspace", "w.db", input="")
    assert empty.returncode == 2 and "빈 칸" in empty.stderr
    plain = smc("channels", "sign-in", "w", "--login", "a", "--workspace", "w.db", input="pw\n")
    assert plain.returncode == 2 and "https" in plain.stderr


def test_a_limited_channel_says_until_when(smc: Smc, pages: Pages) -> None:
    pages.pages["a"] = 429
    smc(
        "channels",
        "add",
        "--workspace",
        "w.db",
        "--network",
        "feed",
        "--name",
        "게시판",
        "--url",
        pages.url("a"),
    )
    for _ in range(2):  # refused, and then not asked
        done = smc("collect", "--once", "--workspace", "w.db")
        assert done.returncode == 1
        assert re.search(r"\d\d:\d\d 이후 자동으로", done.stdout), done.stdout
    assert pages.asked == ["/a"]


def test_a_channel_that_waits_for_staff_is_asked_again_once_it_is_switched_on(smc: Smc, pages: Pages) -> None:
    pages.pages["a"] = 401
    url = pages.url("a")
    smc("channels", "add", "--workspace", "w.db", "--network", "feed", "--name", "게시판", "--url", url)
    assert smc("collect", "--once", "--workspace", "w.db").returncode == 1
    pages.pages["a"] = feed(("버스", "늦음"))
    assert smc("collect", "--once", "--workspace", "w.db").returncode == 1
    assert smc("channels", "enable", "게시판", "--workspace", "w.db").returncode == 0
    assert smc("collect", "--once", "--workspace", "w.db").returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
def test_streams_that_are_closed_or_full_end_in_one_line_at_most(smc: Smc, board: str) -> None:
    run = ["sh", "-c", '"$0" "$@" >&-']
    closed = smc("channels", "list", "--workspace", "w.db", before=run)
    assert (closed.returncode, closed.stdout, closed.stderr) == (0, "", "")
    silent = smc("bogus", before=["sh", "-c", '"$0" "$@" 2>&-'])
    assert (silent.returncode, silent.stdout) == (2, "")
    full = smc("channels", "list", "--workspace", "w.db", before=["sh", "-c", '"$0" "$@" >/dev/full'])
    assert full.returncode == 2
    assert one_line(full.stderr) and "디스크" in full.stderr


def test_a_reply_that_cannot_go_out_now_is_kept_and_ends_with_1(smc: Smc, tmp_path: Path) -> None:
    with Store.open(tmp_path / "w.db") as store:
        account = store.write(
            accounts.add_account, uid="u", network="wordpress", server="https://a.example/"
        ).result()
        channel_id = store.write(
            channels.add_channel,
            network="wordpress",
            name="시청",
            url="https://a.example/",
            account_id=account,
        ).result()
        asked = Post("1", "육교", Author("", "시민"), created_ms=1_790_000_000_000)
        store.write(merge_batch, channel_id, Batch((asked,))).result()
        post_id = store.read(queries.timeline_page).result()[0].id
    done = smc("reply", str(post_id), "--text", "답변", "--workspace", "w.db")  # there is no keyring
    assert done.returncode == 1 and "보관함" in done.stdout
    waiting = json.loads(smc("outbox", "list", "--workspace", "w.db", "--json").stdout)
    assert (waiting["state"], waiting["text"]) == ("waiting", "답변")
