from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services import vault as module
from desktop.services.vault import Vault, VaultLocked, VaultMissing
from tests.services.fakes import FakeKeyring

SECRETS = st.dictionaries(st.text(max_size=20), st.text(max_size=3000), max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=SECRETS, second=SECRETS)
def test_any_secret_survives_the_limit_of_windows(first: dict[str, str], second: dict[str, str]) -> None:
    keyring = FakeKeyring(limit=2560)

    async def whole() -> None:
        vault = Vault(backend=keyring)
        assert await vault.get("a") is None
        await vault.set("a", first)
        assert await vault.get("a") == first
        await vault.set("b", second)
        await vault.set("a", second)
        assert await vault.get("a") == second
        await vault.delete("a")
        assert await vault.get("a") is None
        assert await vault.get("b") == second
        await vault.delete("b")
        await vault.delete("b")

    asyncio.run(whole())
    assert keyring.entries == {}, "no part of a secret stays behind"


async def test_a_kill_between_the_parts_leaves_the_old_secret() -> None:
    keyring = FakeKeyring()
    vault = Vault(backend=keyring)
    old, new = {"token": "a" * 4000}, {"token": "b" * 4000}
    await vault.set("a", old)
    writes = 0
    real = keyring.set_password

    def killed(*args: str) -> None:
        nonlocal writes
        writes += 1
        if writes == 3:
            raise KeyboardInterrupt
        real(*args)

    keyring.set_password = killed  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        await vault.set("a", new)
    assert await vault.get("a") == old


async def test_entries_that_somebody_else_damaged_count_as_no_secret() -> None:
    keyring = FakeKeyring()
    vault = Vault(backend=keyring)
    for text in ("not json", "[1]", "#x#2", "#x#99999999999", "#x#-1", ""):
        keyring.entries["seoul-smc:a", "seoul-smc"] = text
        assert await vault.get("a") is None


class Blocking(FakeKeyring):
    """A locked keyring on a desktop: the call waits for a password."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = threading.Event()
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.opened.wait(30)
        return super().get_password(service, username)


async def test_a_keyring_that_blocks_counts_as_locked_and_is_asked_once() -> None:
    keyring = Blocking()
    vault = Vault(backend=keyring, limit_s=0.05)
    for _ in range(3):
        with pytest.raises(VaultLocked):
            await vault.get("a")
    assert await vault.state() == "locked"
    assert keyring.asked == 1, "one unlock window is enough"
    keyring.opened.set()
    async with asyncio.timeout(10):
        while await vault.state() != "ok":  # noqa: ASYNC110 (the keyring's thread gives no event)
            await asyncio.sleep(0.01)
    await vault.set("a", {"x": "y"})
    assert await vault.get("a") == {"x": "y"}


def test_a_keyring_that_blocks_does_not_keep_the_program_from_ending() -> None:
    code = """
import asyncio, threading
from desktop.services.vault import Vault, VaultLocked
class Blocked:
    def get_password(self, *args):
        threading.Event().wait()
async def main():
    try:
        await Vault(backend=Blocked(), limit_s=0.05).get("a")
    except VaultLocked:
        print("locked")
asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout == "locked\n"


async def test_a_cancellation_counts_that_comes_together_with_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Any] = []

    class Call(module._Call):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            asked.append(self)

    monkeypatch.setattr(module, "_Call", Call)
    vault = Vault(backend=FakeKeyring())
    for turns in range(6):
        asking = asyncio.create_task(vault.get("a"))
        while len(asked) <= turns or not asked[turns].future.done():  # noqa: ASYNC110 (a thread tells nobody)
            await asyncio.sleep(0)
        for _ in range(turns):
            await asyncio.sleep(0)
        if asking.cancel():
            with pytest.raises(asyncio.CancelledError):
                await asking


async def test_somebody_who_closes_the_unlock_window_is_not_asked_by_every_channel() -> None:
    from keyring.errors import KeyringLocked

    class Closed(FakeKeyring):
        asked = 0

        def get_password(self, service: str, username: str) -> str | None:
            self.asked += 1
            raise KeyringLocked("Prompt dismissed")

    keyring = Closed()
    vault = Vault(backend=keyring)
    with pytest.raises(VaultLocked):
        await vault.get("a")

    async def still_locked() -> str:
        return "locked"

    vault.state = still_locked  # type: ignore[method-assign]
    for _ in range(5):
        with pytest.raises(VaultLocked):
            await vault.get("b")
    assert keyring.asked == 1
    assert await vault.unlock() == "locked"
    assert keyring.asked == 2


@pytest.mark.parametrize("kind", ["fail", "null"])
async def test_backends_that_keep_nothing_count_as_no_keyring(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring
    from keyring.backends import fail, null

    backends: dict[str, Any] = {"fail": fail.Keyring(), "null": null.Keyring()}
    monkeypatch.setattr(keyring, "get_keyring", lambda: backends[kind])
    vault = Vault()
    assert await vault.state() == "missing"
    assert await vault.name() == ""
    with pytest.raises(VaultMissing):
        await vault.set("a", {"x": "y"})


def test_nothing_but_keyrings_of_operating_systems_is_accepted() -> None:
    assert all(name.startswith("keyring.backends.") for name in module.REAL_BACKENDS)
    assert not {"keyring.backends.null", "keyring.backends.fail"} & set(module.REAL_BACKENDS)


REAL = """
import asyncio, sys
from desktop.services.vault import Vault, VaultLocked

async def main():
    vault = Vault(limit_s=8)
    print(await vault.state(), await vault.name())
    secret = {"token": "비밀" * 900, "server": "https://a.example"}
    try:
        await vault.set("계정-1", secret)
    except VaultLocked:
        print("locked")
        return
    print(await vault.get("계정-1") == secret)
    print(await vault.get("other"))
    await vault.delete("계정-1")
    print(await vault.get("계정-1"))

asyncio.run(main())
"""


def in_keyring(tmp_path: Path, start: str) -> str:
    """Run ``REAL`` beside a real gnome-keyring of its own; what it printed."""
    script = tmp_path / "real.py"
    script.write_text(REAL, encoding="utf-8")
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f'{start}; exec "$0" "$1"', sys.executable, str(script)],
        env={
            "HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "XDG_RUNTIME_DIR": str(tmp_path),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "LANG": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


needs_keyring = pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("gnome-keyring-daemon") is None,
    reason="apt-get install dbus gnome-keyring",
)


@pytest.mark.real
@needs_keyring
def test_a_real_keyring_keeps_long_korean_secrets(tmp_path: Path) -> None:
    printed = in_keyring(
        tmp_path, "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    )
    state, *rest = printed.splitlines()
    assert state.startswith("ok ")
    assert rest == ["True", "None", "None"]


@pytest.mark.real
@needs_keyring
def test_a_real_locked_keyring_is_told_as_locked(tmp_path: Path) -> None:
    in_keyring(tmp_path, "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null")
    printed = in_keyring(tmp_path, "gnome-keyring-daemon --start --components=secrets >/dev/null")
    assert printed.splitlines()[0].startswith("locked")
    assert printed.splitlines()[-1] == "locked"
