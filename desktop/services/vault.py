"""Secrets of accounts, in the operating system's keyring and nowhere else.

Owns how a secret is laid out in keyring entries, and that a blocking keyring never blocks the program: each
call runs on one daemon thread and has a time limit. Knows nothing of networks or of the database.

A secret is a small JSON object. Windows holds at most 1,280 characters an entry, so a longer one is split:
the head entry then names a generation and a number of parts and is written after them, so that a kill in
between leaves the old secret readable.
"""

from __future__ import annotations

import asyncio
import json
import logging
import queue
import secrets
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")

SERVICE = "seoul-smc"
USERNAME = "seoul-smc"
LONGEST_ENTRY = 1280
"""UTF-16 units: 2,560 bytes in Windows' Credential Manager (libraries.md 0.5)."""

REAL_BACKENDS = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
)
"""Everything else (null, fail, plain text files) would lose or reveal a secret and counts as no keyring."""


class VaultError(Exception):
    """The keyring did not give or take a secret; ``code`` is what ``messages.sentence`` understands."""

    code = "vault-locked"


class VaultLocked(VaultError):
    code = "vault-locked"


class VaultMissing(VaultError):
    code = "vault-missing"


class _Call:
    def __init__(self, work: Callable[[], Any], loop: asyncio.AbstractEventLoop) -> None:
        self.work = work
        self.loop = loop
        self.future: asyncio.Future[Any] = loop.create_future()

    def run(self) -> None:
        try:
            result, error = self.work(), None
        except BaseException as caught:  # handed to whoever waits, whatever it is
            result, error = None, caught
        try:
            self.loop.call_soon_threadsafe(self._finish, result, error)
        except RuntimeError:
            pass  # the loop has ended while the keyring was asking the user

    def _finish(self, result: Any, error: BaseException | None) -> None:
        if self.future.done():
            return
        if error is None:
            self.future.set_result(result)
        else:
            self.future.set_exception(error)


class Vault:
    """``limit_s``: how long one call may take before the keyring counts as locked. ``backend``: for tests."""

    def __init__(self, *, limit_s: float = 10.0, backend: Any = None) -> None:
        self.limit_s = limit_s
        self._backend = backend
        self._calls: queue.SimpleQueue[_Call] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._stuck: _Call | None = None
        self._refused = False  # the user has seen the unlock window and did not open the keyring
        self.on_open: list[Callable[[], None]] = []
        """Called when somebody has opened the keyring after it was found locked."""

    # --- what others use

    async def get(self, uid: str) -> dict[str, str] | None:
        """The secret of account ``uid``, or None where there is none. Raises VaultLocked, VaultMissing."""
        return await self._ask(lambda: _read(self._keyring(), uid))

    async def set(self, uid: str, secret: Mapping[str, str]) -> None:
        text = json.dumps(dict(secret), sort_keys=True)  # ASCII, so characters are UTF-16 units
        await self._ask(lambda: _write(self._keyring(), uid, text))

    async def delete(self, uid: str) -> None:
        """Forget the secret; nothing happens where there is none."""
        await self._ask(lambda: _erase(self._keyring(), uid))

    async def state(self) -> str:
        """ "ok", "locked" or "missing"; where the keyring allows, without opening its unlock window."""
        try:
            await self._run(lambda: _probe(self._keyring()))
        except VaultMissing:
            return "missing"
        except VaultError:
            return "locked"
        self._refused = False
        return "ok"

    async def unlock(self) -> str:
        """As ``state``, but the user has asked for it: the unlock window may come up again."""
        self._refused = False
        try:
            await self._ask(lambda: self._keyring().get_password(f"{SERVICE}:probe", USERNAME))
        except VaultMissing:
            return "missing"
        except VaultError:
            return "locked"
        for listener in self.on_open:
            listener()
        return "ok"

    async def name(self) -> str:
        """The keyring's own name, for ``doctor``; "" where there is none."""
        try:
            return await self._run(lambda: str(self._keyring().name))
        except VaultError:
            return ""

    # --- the thread

    async def _ask(self, work: Callable[[], T]) -> T:
        # Somebody who closed the unlock window is not asked again by every channel in turn.
        if self._refused and await self.state() != "ok":
            raise VaultLocked("the keyring was not unlocked when it asked")
        try:
            return await self._run(work)
        except VaultLocked:
            self._refused = True
            raise

    async def _run(self, work: Callable[[], T]) -> T:
        if self._stuck is not None and not self._stuck.future.done():
            raise VaultLocked("the keyring has not answered an earlier call yet")
        call = _Call(work, asyncio.get_running_loop())
        if self._thread is None:
            # A daemon: a keyring that waits for a password must not keep the program from ending.
            self._thread = threading.Thread(target=self._serve, name="keyring", daemon=True)
            self._thread.start()
        self._calls.put(call)
        try:
            # Not wait_for: before Python 3.12 it loses a cancellation that comes together with the answer.
            async with asyncio.timeout(self.limit_s):
                return await asyncio.shield(call.future)
        except TimeoutError:
            self._stuck = call
            call.future.add_done_callback(_forget_result)
            raise VaultLocked(f"the keyring did not answer within {self.limit_s:g} s") from None
        except asyncio.CancelledError:
            call.future.add_done_callback(_forget_result)
            raise
        except VaultError:
            raise
        except Exception as error:
            raise _as_vault_error(error) from error

    def _serve(self) -> None:
        while True:
            self._calls.get().run()

    def _keyring(self) -> Any:
        if self._backend is None:
            self._backend = _find_backend()
        return self._backend


def _forget_result(future: asyncio.Future[Any]) -> None:
    if not future.cancelled():
        future.exception()  # marks it as seen


def _find_backend() -> Any:
    try:
        import keyring
    except ImportError as error:
        raise VaultMissing(str(error)) from error
    backend = keyring.get_keyring()
    for candidate in [backend, *getattr(backend, "backends", [])]:
        if type(candidate).__module__ in REAL_BACKENDS:
            return candidate
    raise VaultMissing(f"no keyring of the operating system (found {type(backend).__module__})")


def _as_vault_error(error: Exception) -> VaultError:
    from keyring.errors import NoKeyringError

    if isinstance(error, NoKeyringError):
        return VaultMissing(str(error))
    return VaultLocked(f"{type(error).__name__}: {error}")


def _probe(backend: Any) -> None:
    """Raise VaultLocked where the keyring is locked."""
    if type(backend).__module__ == "keyring.backends.SecretService":
        import secretstorage

        connection = secretstorage.dbus_init()
        try:
            collection = secretstorage.Collection(connection, "/org/freedesktop/secrets/aliases/default")
            locked = collection.is_locked()
        except secretstorage.ItemNotFoundException:
            locked = False  # no keyring yet: the first secret makes one
        finally:
            connection.close()
        if locked:
            raise VaultLocked("the keyring is locked")
        return
    backend.get_password(f"{SERVICE}:probe", USERNAME)


# --- layout of a secret in entries ----------------------------------------------------------------------


def _head(uid: str) -> str:
    return f"{SERVICE}:{uid}"


def _part(uid: str, generation: str, number: int) -> str:
    # One service name an entry: Windows mixes up two users of one service name (stack-facts.md 47).
    return f"{SERVICE}:{uid}:{generation}:{number}"


def _parts_of(uid: str, head: str | None) -> list[str]:
    if head is None or not head.startswith("#"):
        return []
    generation, _, count = head[1:].partition("#")
    if not count.isdecimal():
        return []
    return [_part(uid, generation, number) for number in range(min(int(count), 1000))]


def _read(backend: Any, uid: str) -> dict[str, str] | None:
    head = backend.get_password(_head(uid), USERNAME)
    if head is None:
        return None
    parts = _parts_of(uid, head)
    text = "".join(backend.get_password(part, USERNAME) or "" for part in parts) if parts else head
    try:
        secret = json.loads(text)
    except ValueError:
        log.warning("the keyring entry of account %s cannot be read and counts as absent", uid)
        return None
    return secret if isinstance(secret, dict) else None


def _write(backend: Any, uid: str, text: str) -> None:
    old = _parts_of(uid, backend.get_password(_head(uid), USERNAME))
    head = text
    if len(text) > LONGEST_ENTRY:
        generation = secrets.token_hex(4)
        pieces = [text[i : i + LONGEST_ENTRY] for i in range(0, len(text), LONGEST_ENTRY)]
        for number, piece in enumerate(pieces):
            backend.set_password(_part(uid, generation, number), USERNAME, piece)
        head = f"#{generation}#{len(pieces)}"
    backend.set_password(_head(uid), USERNAME, head)
    _drop(backend, old)


def _erase(backend: Any, uid: str) -> None:
    head = backend.get_password(_head(uid), USERNAME)
    if head is not None:
        _drop(backend, [_head(uid), *_parts_of(uid, head)])


def _drop(backend: Any, services: list[str]) -> None:
    from keyring.errors import PasswordDeleteError

    for service in services:
        try:
            backend.delete_password(service, USERNAME)
        except PasswordDeleteError:
            pass  # it is gone already
