"""``seoul-smc --self-test``: whether this installation has all it needs, one printed line a part.

It opens a real window, but off the screen, and a real workspace, but in a folder that is thrown away. It
never reads or writes the user's own data, keyring entries or settings, and asks no network. Made for the
built program, where a missing file or plug-in shows only when it is used.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WINDOW_S = 60.0
"""How long the window may take to show its first list, on a slow machine with a cold disk."""

POST = "705번 버스가 느티고개에서 멈췄습니다."
HANGUL = "가뷁힣"


def run() -> int:
    """Check every part and print how it went; 0 if all are well, else 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    checks: tuple[tuple[str, Callable[[Path], str]], ...] = (
        ("database", _database),
        ("search", _search),
        ("networks", _networks),
        ("helper", _helper),
        ("keyring", _keyring),
        ("fonts", _fonts),
        ("documents", _documents),
        ("translations", _translations),
        ("window", _window),
    )
    failed = 0
    with tempfile.TemporaryDirectory(prefix="seoul-smc-") as folder, _private_home(Path(folder)):
        for name, check in checks:
            try:
                found = check(Path(folder))
            except Exception as error:
                failed += 1
                _say(f"{name}: FAILED: {type(error).__name__}: {error}")
            else:
                _say(f"{name}: ok ({found})")
    return 1 if failed else 0


def _say(line: str) -> None:
    # A program with a window has no standard output on Windows.
    if sys.stdout is not None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


@contextmanager
def _private_home(folder: Path) -> Iterator[None]:
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "SEOUL_SMC_CONFIG")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update({name: str(folder / name.lower()) for name in names})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value


def _with_one_post(path: Path) -> Any:
    from connectors.base import Author, Batch, Post
    from desktop.models import channels, search
    from desktop.models.merge import merge_batch
    from desktop.models.store import Store

    store = Store.open(path)
    add = dict(network="manual", name="전화 메모")
    channel_id = store.write(channels.add_channel, **add).result()
    post = Post("1", POST, Author("1", "시민"), created_ms=int(time.time() * 1000))
    store.write(merge_batch, channel_id, Batch(posts=(post,))).result()
    while store.write(search.index_some).result():
        pass
    return store


def _database(folder: Path) -> str:
    import sqlite3

    from desktop.models import queries

    with _with_one_post(folder / "database.db") as store:
        page = store.read(queries.timeline_page, queries.Filter()).result()
    if [row.text for row in page] != [POST]:
        raise RuntimeError("what was stored did not come back")
    return f"SQLite {sqlite3.sqlite_version}"


def _search(folder: Path) -> str:
    from desktop.models import queries, search

    with _with_one_post(folder / "search.db") as store:
        found = store.read(search.search, "버스", queries.Filter()).result()
        absent = store.read(search.search, "택시", queries.Filter()).result()
    if [row.text for row in found] != [POST] or absent:
        raise RuntimeError("버스 was not found, or 택시 was")
    return "버스"


def _networks(folder: Path) -> str:
    from connectors.base import ChannelConfig
    from connectors.http import Http
    from connectors.registry import NETWORKS

    async def open_all() -> None:
        http = Http()
        try:
            for network in NETWORKS:
                connector = network.open(ChannelConfig(url="https://channel.example"), http)
                await connector.aclose()
        finally:
            await http.aclose()

    asyncio.run(open_all())
    return ", ".join(network.name for network in NETWORKS)


def _helper(folder: Path) -> str:
    from connectors.helper import helper

    other = asyncio.run(helper().run(os.getpid))
    helper().close()
    if other == os.getpid():
        raise RuntimeError("no second process could be started")
    return "a process of its own"


def _keyring(folder: Path) -> str:
    import keyring
    from keyring import backend
    from keyring.backends import fail

    kinds = {f"{type(found).__module__}" for found in backend.get_all_keyring()}
    wanted = {
        "linux": "keyring.backends.SecretService",
        "win32": "keyring.backends.Windows",
        "darwin": "keyring.backends.macOS",
    }.get(sys.platform)
    if wanted and wanted not in sys.modules:
        raise RuntimeError(f"{wanted} is not part of this installation")
    if sys.platform == "linux":
        import secretstorage  # noqa: F401  (what the backend needs and imports only when asked)
    current = keyring.get_keyring()
    if isinstance(current, fail.Keyring):
        return "no keyring service runs here; the program works without sign-ins"
    return f"{type(current).__module__}, of {len(kinds)} kinds"


def _application() -> Any:
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["seoul-smc"])


def _fonts(folder: Path) -> str:
    from PySide6.QtGui import QRawFont

    from desktop.ui.theme import fonts
    from desktop.ui.theme.tokens import FAMILY

    _application()
    fonts.load()
    shown = QRawFont.fromFont(fonts.font(15))
    if shown.familyName() != FAMILY or not all(shown.supportsCharacter(ord(sign)) for sign in HANGUL):
        raise RuntimeError(f"{FAMILY} is not shown; {shown.familyName()} is")
    return FAMILY


def _documents(folder: Path) -> str:
    from desktop.services.documents import Document, Table, Text
    from desktop.ui import documents

    _application()
    paper = Document("자체 점검", (Text(POST, 1), Table((("부서", "기한"), ("버스정책과", "5일")))))
    for suffix in documents.SUFFIXES:
        documents.write(paper, folder / f"paper{suffix}")
    return ", ".join(documents.SUFFIXES)


def _translations(folder: Path) -> str:
    from PySide6.QtCore import QCoreApplication

    from desktop.ui import i18n

    _application()
    i18n.install("en")
    try:
        board = QCoreApplication.translate("Rail", "보드")
    finally:
        i18n.install("ko")
    if not board.isascii():
        raise RuntimeError("the English translation is missing; run make once, or rebuild")
    return "ko, en"


def _window(folder: Path) -> str:
    from PySide6.QtCore import QTimer

    from desktop import app

    application = _application()
    seen: list[str] = []

    def usable(window: Any) -> None:
        seen.append(window.windowTitle())
        QTimer.singleShot(0, window.close)

    def give_up() -> None:
        application.quit()

    QTimer.singleShot(int(WINDOW_S * 1000), give_up)
    code = app.run(str(folder / "window.db"), on_usable=usable)
    if code != 0 or not seen:
        raise RuntimeError(f"the window did not open (exit code {code})")
    return seen[0]
