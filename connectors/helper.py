"""Heavy, pure work in a process of its own: reading long documents, cutting texts up for the search index.

The window and this work would take turns at the interpreter, and the window would lose frames. Besides, a
document that breaks a parser ends the helper and not the program. The helper knows nothing but the functions
it is given the names of; it ends when the program ends, however that happens: its input ends then.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import functools
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from connectors.base import Malformed
from connectors.helper_process import Ended, put, take

T = TypeVar("T")

LONGEST_S = 60.0
"""Work that takes longer is given up: no document of 20 MB needs a tenth of that."""

IDLE_S = 20.0
"""The helper ends when it had nothing to do for this long, and is started again when there is work."""

HELPER_ARGUMENT = "--helper"
"""What a built program is called with to be the helper."""

AT_ONCE = 3
"""So much work is with the helper at once: what it does, what waits for it, and what it has done."""

PIPE_BYTES = 1 << 20


class _Lost(Exception):
    """The helper ended of earlier work before it came to this: it may be asked anew."""


@dataclass
class _Process:
    """One run of the helper. ``guilty``: it ended, and the work that it ended of has been told so."""

    pipes: subprocess.Popen[bytes]
    guilty: bool = False


class Helper:
    """Runs functions one after the other in another process; started when it is first needed.

    One thread writes what is to be done and another reads the answers, in the same order, so that the helper
    finds its next work waiting while the answer before it is still being read.
    """

    def __init__(self) -> None:
        self._asks = ThreadPoolExecutor(1, "helper asks")
        self._reads = ThreadPoolExecutor(1, "helper reads")
        self._room = threading.Semaphore(AT_ONCE)
        self._process: _Process | None = None
        self._possible = True
        self._running = 0
        self._idle: asyncio.TimerHandle | None = None

    async def run(self, function: Callable[..., T], *arguments: Any) -> T:
        """The result of a module's function; its exceptions come back as they are.

        Raises Malformed("…", "crashed") if the helper dies of it or is not done after ``LONGEST_S``.
        """
        loop = asyncio.get_running_loop()
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        self._running += 1
        try:
            while True:
                answer = await loop.run_in_executor(self._asks, self._ask, function, arguments)
                try:
                    result: T = await asyncio.wrap_future(answer)
                    return result
                except _Lost:
                    continue
        finally:
            self._running -= 1
            if not self._running:
                self._rest_later()

    def run_once(self, function: Callable[..., T], *arguments: Any) -> T:
        """The same for a thread that waits; then the helper ends. For work whose modules nobody needs again.

        One call, because a coroutine that is cancelled before it ends its helper would leave that behind.
        """
        try:
            return self._asks.submit(self._ask, function, arguments).result().result()
        finally:
            self.close()

    def prepare(self, function: Callable[[], Any]) -> None:
        """Start the helper, if it does not run, and have it call ``function``, which imports what its first
        work will need. For when that work is on its way; returns at once."""
        if self._process is None and not self._running and self._idle is None:
            self._rest_later()
            self._asks.submit(self._ask, function, ())

    def _rest_later(self) -> None:
        self._idle = asyncio.get_running_loop().call_later(IDLE_S, self._rest)

    def _rest(self) -> None:
        self._idle = None
        self._asks.submit(self.end)

    def _ask(self, function: Callable[..., T], arguments: tuple[Any, ...]) -> Future[T]:
        self._room.acquire()
        process = self._started()
        if process is None:
            return self._reads.submit(self._do_here, function, arguments)
        with contextlib.suppress(OSError):  # it has ended: reading its answer says so
            assert process.pipes.stdin is not None
            put(process.pipes.stdin, (LONGEST_S, function, arguments))
        return self._reads.submit(self._answer, process, function)

    def _do_here(self, function: Callable[..., T], arguments: tuple[Any, ...]) -> T:
        try:
            return function(*arguments)
        finally:
            self._room.release()

    def _answer(self, process: _Process, function: Callable[..., T]) -> T:
        try:
            assert process.pipes.stdout is not None
            done, value = take(process.pipes.stdout)
        except (Ended, OSError, ValueError) as error:
            if process.guilty:
                raise _Lost from None
            process.guilty = True
            process.pipes.kill()
            raise Malformed(f"the helper ended while it worked on {function!r:.80}", "crashed") from error
        finally:
            self._room.release()
        if not done:
            raise value
        result: T = value
        return result

    def _started(self) -> _Process | None:
        process = self._process
        if process is not None and not process.guilty and process.pipes.poll() is None:
            return process
        self.end()
        if self._possible:
            try:
                pipes = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                self._process = _Process(pipes)
                _widen(pipes)
                return self._process
            except OSError:
                self._possible = False  # then everything is done in this process
        return None

    def end(self) -> None:
        """End the helper process now; for the thread that asks it, or when that has ended."""
        process, self._process = self._process, None
        if process is None:
            return
        pipes = process.pipes
        with contextlib.suppress(OSError):
            if pipes.stdin is not None:
                pipes.stdin.close()
        # What was asked is answered first: the reading thread may be in the middle of it.
        try:
            closed = self._reads.submit(_close_output, pipes)
        except RuntimeError:  # the whole program ends: its threads have ended before, and nobody reads
            _close_output(pipes)
        else:
            closed.result()

    def close(self) -> None:
        """Wait for what is being worked on, then end the helper; more work starts it again. Blocks."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        self._asks.submit(self.end).result()


def _close_output(pipes: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if pipes.stdout is not None:
            pipes.stdout.close()
    try:
        pipes.wait(1.0)
    except subprocess.TimeoutExpired:
        pipes.kill()
        pipes.wait()


def _widen(pipes: subprocess.Popen[bytes]) -> None:
    """Room for a whole document in each pipe, where the system can: nobody waits in the middle of one."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl
    except ImportError:  # not Linux
        return
    for pipe in (pipes.stdin, pipes.stdout):
        assert pipe is not None
        with contextlib.suppress(OSError):
            fcntl(pipe, F_SETPIPE_SZ, PIPE_BYTES)


@functools.cache
def helper() -> Helper:
    """The one helper of this program."""
    one = Helper()
    atexit.register(one.end)
    return one


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, HELPER_ARGUMENT]
    # Without what site-packages would run at every start (-S): all that is needed are the folders.
    folders = [str(Path(__file__).resolve().parents[1]), *sys.path]
    work = "from connectors.helper_process import serve; serve()"
    return [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {folders!r}; {work}"]
