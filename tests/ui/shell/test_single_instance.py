"""One window a workspace; what a crash leaves behind never keeps the program from starting."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.ui.single_instance import FirstInstance, raise_first, server_name

ASK = """
import sys
from desktop.ui.single_instance import raise_first
sys.exit(0 if raise_first(sys.argv[1]) else 3)
"""


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_a_second_start_raises_the_first(qtbot: object) -> None:
    raised: list[int] = []
    first = FirstInstance("sqlite:///a.db", lambda: raised.append(1))
    assert first.listening()
    other = subprocess.Popen([sys.executable, "-c", ASK, "sqlite:///a.db"])
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)  # type: ignore[attr-defined]
    assert other.returncode == 0 and raised == [1]
    assert not raise_first("sqlite:///b.db")
    first.close()


def test_a_stale_socket_is_replaced(qapp: object) -> None:
    name = server_name("sqlite:///c.db")
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(name)
    assert Path(name).exists()
    assert not raise_first("sqlite:///c.db")
    first = FirstInstance("sqlite:///c.db", lambda: None)
    assert first.listening()
    first.close()
