"""Signing in from a terminal: a real WordPress, a Mastodon, and a real keyring on a bus of its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.models import channels
from desktop.models.store import Store
from tests.servers.fake_mastodon import FakeMastodon
from tests.servers.fixtures import fake_mastodon, wordpress
from tests.servers.wordpress import WordPressServer

__all__ = ["fake_mastodon", "wordpress"]

needs_keyring = pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("gnome-keyring-daemon") is None,
    reason="apt-get install dbus gnome-keyring",
)
pytestmark = [pytest.mark.real, needs_keyring]

START = """
printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null
smc() { "$PYTHON" -m desktop --workspace w.db "$@"; }
"""
Session = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def session(tmp_path: Path, environment: dict[str, str]) -> Session:
    """Start a shell script with ``smc`` beside a keyring of its own."""

    def start(script: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", START + script],
            env={**environment, "PYTHON": sys.executable, "XDG_RUNTIME_DIR": str(tmp_path)},
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    return start


def add(tmp_path: Path, network: str, url: str) -> None:
    with Store.open(tmp_path / "w.db") as store:
        store.write(channels.add_channel, network=network, name="시청", url=url).result()


def stored(tmp_path: Path) -> channels.ChannelRow:
    with Store.open(tmp_path / "w.db") as store:
        return store.read(channels.list_channels).result()[0]


def test_wordpress_by_a_password_on_standard_input(
    session: Session, wordpress: WordPressServer, tmp_path: Path
) -> None:
    uuid, password = wordpress.new_password("editor")
    add(tmp_path, "wordpress", wordpress.url)
    login = wordpress.editor.login
    script = f"""
    echo wrong | smc channels sign-in 시청 --login {login}; echo "code $?"
    echo '{password}' | smc channels sign-in 시청 --login {login} --json; echo "code $?"
    smc collect --once --json | grep -q '"failed": 0'; echo "code $?"
    smc channels sign-out 시청; echo "code $?"
    smc channels sign-out 시청; echo "code $?"
    """
    process = session(script)
    out, err = process.communicate(timeout=120)
    assert re.findall(r"code (\d)", out) == ["2", "0", "0", "0", "2"], (out, err)
    signed_in = next(json.loads(line) for line in out.splitlines() if line.startswith("{"))
    assert signed_in["handle"] == login and "댓글" in signed_in["note"]
    said = [line for line in err.splitlines() if not line.startswith("dbus-daemon")]
    assert len(said) == 2 and "받아들이지 않았습니다" in said[0], said
    assert stored(tmp_path).account_id is None
    assert password.encode() not in (tmp_path / "w.db").read_bytes()
    wordpress.revoke_password("editor", uuid)


def test_mastodon_in_a_browser(session: Session, fake_mastodon: FakeMastodon, tmp_path: Path) -> None:
    add(tmp_path, "mastodon", fake_mastodon.url)
    process = session("smc channels sign-in 시청 --no-browser; smc channels check; echo code $?")
    assert process.stderr is not None and process.stdout is not None
    lines = (re.search(r"http://\S+", line) for line in process.stderr)
    address = next(found for found in lines if found)
    with urllib.request.urlopen(address[0], timeout=30) as page:  # the browser that follows every redirect
        assert page.status == 200
    out, err = process.communicate(timeout=60)
    assert "로그인했습니다" in out and "code 0" in out, (out, err)
    row = stored(tmp_path)
    assert row.account_id is not None and row.account_state == "connected"
