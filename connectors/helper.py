"""Heavy, pure work in a process of its own: reading long documents, cutting texts up for the search index.

The window and this work would take turns at the interpreter, and the window would lose frames. Besides, a
document that breaks a parser ends the helper and not the program. The helper knows nothing but the functions
it is given the names of; it ends when the program ends, however that happens: its input ends then.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import faulthandler
import functools
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, TypeVar

from connectors.base import Malformed

T = TypeVar("T")

LONGEST_S = 60.0
"""Work that takes longer is given up: no document of 20 MB needs a tenth of that."""

IDLE_S = 20.0
"""The helper ends when it had nothing to do for this long, and is started again when there is work."""

MEMORY = 2 << 30
"""Bytes of address space, where the system can limit it."""

HELPER_ARGUMENT = "--helper"
"""What a built program is called with to be the helper."""

_HEAD = 8  # bytes that hold the length of a message


class _Ended(Exception):
    """The helper is not there any more."""


class Helper:
    """Runs functions one after the other; started when it is first needed."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "helper")
        self._process: subprocess.Popen[bytes] | None = None
        self._possible = True
        self._idle: asyncio.TimerHandle | None = None

    async def run(self, function: Callable[..., T], *arguments: Any) -> T:
        """The result of a module's function; its exceptions come back as they are.

        Raises Malformed("…", "crashed") if the helper dies of it or is not done after ``LONGEST_S``.
        """
        loop = asyncio.get_running_loop()
        if self._idle is not None:
            self._idle.cancel()
        try:
            return await loop.run_in_executor(self._thread, self._run, function, arguments)
        finally:
            self._idle = loop.call_later(IDLE_S, self._thread.submit, self.end)

    def _run(self, function: Callable[..., T], arguments: tuple[Any, ...]) -> T:
        process = self._started()
        if process is None:
            return function(*arguments)
        assert process.stdin is not None and process.stdout is not None
        try:
            _put(process.stdin, (LONGEST_S, function, arguments))
            done, value = _take(process.stdout)
        except (_Ended, OSError) as error:
            self.end()
            raise Malformed(f"the helper ended while it worked on {function!r:.80}", "crashed") from error
        if not done:
            raise value
        result: T = value
        return result

    def _started(self) -> subprocess.Popen[bytes] | None:
        if self._process is not None and self._process.poll() is None:
            return self._process
        if self._possible:
            try:
                self._process = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                return self._process
            except OSError:
                self._possible = False  # then everything is done in this process
        return None

    def end(self) -> None:
        """End the helper process now; for the thread that talks to it, or when that has ended."""
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
        try:
            process.wait(1.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def close(self) -> None:
        """Wait for what is being worked on, then end the helper; more work starts it again. Blocks."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        self._thread.submit(self.end).result()


@functools.cache
def helper() -> Helper:
    """The one helper of this program."""
    one = Helper()
    atexit.register(one.end)
    return one


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, HELPER_ARGUMENT]
    work = "from connectors.helper import serve; serve()"
    return [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {work}"]


def serve() -> None:
    """Be the helper: take functions and arguments from the input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which then ends the input
    _limit_memory()
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever prints must not come between the answers
    with (
        contextlib.suppress(_Ended, BrokenPipeError),
        open(0, "rb") as source,
        open(answers, "wb") as target,
        open(os.devnull, "w") as silent,
    ):
        while True:
            limit_s, function, arguments = _take(source)
            faulthandler.dump_traceback_later(limit_s, exit=True, file=silent)
            try:
                answer: tuple[bool, Any] = (True, function(*arguments))
            except Exception as error:
                answer = (False, error)
            faulthandler.cancel_dump_traceback_later()
            _put(target, answer)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _put(pipe: IO[bytes], value: Any) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(_HEAD, "little"))
    pipe.write(data)
    pipe.flush()


def _take(pipe: IO[bytes]) -> Any:
    head = pipe.read(_HEAD)
    if len(head) < _HEAD:
        raise _Ended
    size = int.from_bytes(head, "little")
    data = pipe.read(size)
    if len(data) < size:
        raise _Ended
    # Only ever our own process is at the other end.
    return pickle.loads(data)
