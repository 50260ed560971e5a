from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

Smc = Callable[..., "subprocess.CompletedProcess[str]"]
"""The program, run with these arguments in a folder of its own."""


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n")


def objects(text: str) -> list[dict[str, Any]]:
    """What ``--json`` printed."""
    return [json.loads(line) for line in text.splitlines()]


def feed(*items: tuple[str, str]) -> bytes:
    entries = "".join(
        f"<item><guid>{number}</guid><title>{title}</title><description>{text}</description>"
        f"<pubDate>Sun, 22 Nov 2026 0{number % 10}:00:00 +0900</pubDate></item>"
        for number, (title, text) in enumerate(items)
    )
    head = "<title>게시판</title><link>http://127.0.0.1/</link><description>글</description>"
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>{head}{entries}</channel></rss>'
    )
    return text.encode()


class Pages(ThreadingHTTPServer):
    """Serves what is put into ``pages``: bytes, or a status."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, bytes | int] = {}
        self.asked: list[str] = []
        self.waiting = threading.Event()
        self.waiting.set()
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{name}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


class _Handler(BaseHTTPRequestHandler):
    server: Pages

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.waiting.wait(20)
        page = self.server.pages.get(self.path.lstrip("/"), 404)
        body = page if isinstance(page, bytes) else b""
        self.send_response(200 if isinstance(page, bytes) else page)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def pages() -> Iterator[Pages]:
    server = Pages()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """No display, no keyring, no setting of whoever runs the tests, and a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    home = {"HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "data"), "LANG": "ko_KR.UTF-8"}
    return {**kept, **home, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


@pytest.fixture
def smc(tmp_path: Path, environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the real program in ``tmp_path``."""

    def run(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
        env = {**environment, **more.pop("env", {})}
        before = more.pop("before", [])
        done = subprocess.run(
            [*before, sys.executable, "-m", "desktop", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=env,
            timeout=60,
            check=False,
            **more,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from desktop.services.sample import make_sample

    path = tmp_path_factory.mktemp("sample") / "s.db"
    make_sample(path)
    return path


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> str:
    """The name of a sample workspace in ``tmp_path``."""
    shutil.copyfile(made_sample, tmp_path / "s.db")
    return "s.db"
