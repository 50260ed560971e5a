"""A desk for tests of detail and channels: a real database, a real outbox, a network made up here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from connectors import registry
from connectors.base import (
    Author,
    Batch,
    Capabilities,
    ChannelConfig,
    Identity,
    LengthRule,
    Network,
    Outgoing,
    Post,
    Sent,
    SignInField,
)
from desktop.models import accounts, channels, departments, merge
from desktop.models.schema import database
from desktop.models.store import Store
from desktop.services.services import open_services
from desktop.ui import fmt
from desktop.ui.bridge import Bridge
from desktop.ui.settings.prefs import Prefs
from desktop.ui.theme.style import theme

REPLY = Capabilities(
    reply=True, approve=True, hide=True, trash=True, thread=True, length=LengthRule(limit=20)
)


class Echo:
    """A network that takes replies; ``failure`` is raised by the next send."""

    sent: list[Outgoing] = []
    failure: Exception | None = None
    found: Sent | None = None
    looked_up = 0
    check_failure: Exception | None = None
    opened: list[ChannelConfig] = []

    def __init__(self, config: ChannelConfig, http: Any) -> None:
        self._config = config
        Echo.opened.append(config)

    async def capabilities(self) -> Capabilities:
        return REPLY

    async def check(self) -> Identity:
        if Echo.check_failure is not None:
            raise Echo.check_failure
        return Identity("me", "서울시 소통", "@seoul", note="글 12개를 읽었습니다")

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        return Batch(cursor=cursor)

    async def send(self, outgoing: Outgoing) -> Sent:
        Echo.sent.append(outgoing)
        failure, Echo.failure = Echo.failure, None
        if failure is not None:
            raise failure
        post = Post(
            f"reply-{len(Echo.sent)}", outgoing.text, Author("me", "서울시 소통"), own=True,
            parent_id=outgoing.target_id, url=f"https://echo.example/reply-{len(Echo.sent)}",
        )  # fmt: skip
        return Sent(post.remote_id, post.url, post)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        Echo.looked_up += 1
        if Echo.found is None:
            raise TimeoutError
        return Echo.found

    async def aclose(self) -> None:
        return None


ECHO = Network(
    "echo", "메아리", "Echo", REPLY, Echo,
    sign_in_fields=(SignInField("login"), SignInField("password", secret=True)),
)  # fmt: skip


class FakeVault:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.secrets: dict[str, dict[str, str]] = {}
        self.now = "ok"
        self.on_open: list[Callable[[], Any]] = []

    async def get(self, uid: str) -> dict[str, str] | None:
        return self.secrets.get(uid)

    async def set(self, uid: str, secret: Mapping[str, str]) -> None:
        self.secrets[uid] = dict(secret)

    async def delete(self, uid: str) -> None:
        self.secrets.pop(uid, None)

    async def state(self) -> str:
        return self.now

    async def unlock(self) -> str:
        self.now = "ok"
        for listener in self.on_open:
            listener()
        return self.now


class NoHttp:
    """Nothing here goes out."""

    async def aclose(self) -> None:
        return None


class Desk:
    """What a test needs of the program around a screen."""

    def __init__(self, folder: Path, *, sample: bool = False) -> None:
        self.folder = folder
        self.store = Store.open(str(folder / "workspace.db"), sample=sample)
        rows = [
            ("bus", "버스정책과", "도시교통실", "버스;정류소"),
            ("light", "도로조명과", "안전총괄실", "가로등;보안등"),
        ]
        self.store.write(departments.seed, rows).result()
        self.prefs = Prefs(folder)
        self.prefs.put("user", "김주무관")
        self.bridge = Bridge(self.prefs)
        self.vault = FakeVault()
        self._shown: list[Any] = []
        self.toasts: list[str] = []
        self.last_toast: Any = None
        self.bridge.toasted.connect(self._toasted)
        self.opened: list[int] = []
        self.bridge.open_post.connect(self.opened.append)
        self.now_ms = fmt.now_ms()
        self.channel = self.add_channel("시민의 글")

    def _toasted(self, toast: Any) -> None:
        self.toasts.append(toast.text)
        self.last_toast = toast

    async def start(self) -> None:
        self.services = await open_services(
            "",
            store=self.store,
            vault=self.vault,
            http=NoHttp(),
            user="김주무관",  # type: ignore[arg-type]
        )
        self.services.sender.settle_s = 0.0
        self.bridge.set_services(self.services)

    async def send_for_real(self) -> None:
        """From now on this desk is the one that sends."""
        self.services.collector.role.set()
        await self.services.sender.start()

    def write(self, work: Callable[..., Any], *args: Any, **named: Any) -> Any:
        return self.store.write(work, *args, **named).result()

    def add_channel(self, name: str, network: str = "echo", voice: str = "official", **more: Any) -> int:
        account = None
        if network == "echo":
            account = self.write(
                accounts.add_account, network=network, server="https://echo.example", remote_id=name,
                name=f"서울시 {name}", handle=f"@{name}", voice=voice, uid=f"uid-{name}",
            )  # fmt: skip
            self.vault.secrets[f"uid-{name}"] = {"token": "x"}
        more.setdefault("url", "https://echo.example")
        more.setdefault("handle", f"@{name}" if network == "echo" else "")
        return int(self.write(channels.add_channel, network=network, name=name, account_id=account, **more))

    def arrive(
        self, remote_id: str, text: str, *, channel: int | None = None, age_s: int = 600, **more: Any
    ) -> int:
        """Merge one post as collecting does; its id."""
        author = more.pop("author", Author("hong", "홍길동", "@hong_gd"))
        more.setdefault("url", f"https://echo.example/{remote_id}")
        post = Post(remote_id, text, author, created_ms=self.now_ms - age_s * 1000, **more)
        self.write(merge.merge_batch, channel or self.channel, Batch(posts=(post,)))
        return int(self.one("SELECT id FROM post WHERE remote_id = ?", remote_id))

    def gone(self, *remote_ids: str) -> None:
        self.write(merge.merge_batch, self.channel, Batch(gone=remote_ids))

    def rows(self, sql: str, *values: Any) -> list[Any]:
        return self.store.read(lambda: database.execute_sql(sql, values).fetchall()).result()

    def one(self, sql: str, *values: Any) -> Any:
        return self.rows(sql, *values)[0][0]

    async def quiet(self) -> None:
        """Until nothing is being read or written any more."""
        calm = 0
        for _ in range(3000):
            QCoreApplication.processEvents()
            busy = bool(self.bridge._tasks) or self.bridge._timer.isActive()
            calm = 0 if busy else calm + 1
            if calm > 5:
                return
            await asyncio.sleep(0.003)
        raise AssertionError(f"the desk does not come to rest: {self.bridge._tasks}")

    async def until(self, condition: Callable[[], Any], what: str = "") -> None:
        for _ in range(2000):
            QCoreApplication.processEvents()
            if condition():
                return
            await asyncio.sleep(0.005)
        raise AssertionError(f"did not come: {what or condition}")

    def show(self, made: Any) -> Any:
        """Show a widget and take it away with the desk: its timers must not outlive the event loop."""
        self._shown.append(made)
        made.resize(1200, 800)
        made.show()
        return made

    async def close(self) -> None:
        for made in self._shown:
            if shiboken6.isValid(made):
                shiboken6.delete(made)
        await self.bridge.aclose()
        await self.services.aclose()


def press(widget: QWidget, key: Qt.Key, text: str = "", held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as the window system would send it."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """A syllable under composition in an editor, after ``commit`` was finished."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def button(parent: QWidget, text: str) -> QPushButton:
    """The visible button whose text begins so."""
    found = [
        b for b in parent.findChildren(QPushButton) if b.text().startswith(text) and b.isVisibleTo(parent)
    ]
    assert len(found) == 1, (text, [b.text() for b in parent.findChildren(QPushButton)])
    return found[0]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme().apply("light", 100, "normal")
    yield
    theme().apply("light", 100, "normal")


@pytest.fixture(autouse=True)
def echo(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Echo]]:
    """The made-up network, known to the registry and without a memory of earlier tests."""
    known = (*registry.NETWORKS, ECHO)
    monkeypatch.setattr(registry, "networks", lambda: known)
    Echo.sent, Echo.failure, Echo.found, Echo.looked_up = [], None, None, 0
    Echo.check_failure, Echo.opened = None, []
    yield Echo


@pytest.fixture
async def desk(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(tmp_path)
    await made.start()
    yield made
    await made.close()


@pytest.fixture
async def sample_desk(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(tmp_path, sample=True)
    await made.start()
    yield made
    await made.close()
