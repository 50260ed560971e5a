"""The helper's own side of ``connectors.helper``: takes functions and arguments until its input ends.

It imports as little as possible, because the first documents of a round wait for it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import signal
from typing import IO, Any

MEMORY = 2 << 30
"""Bytes of address space, where the system can limit it."""

_HEAD = 8  # bytes that hold the length of a message


class Ended(Exception):
    """The process at the other end is not there any more."""


def serve() -> None:
    """Be the helper: take functions and arguments from the input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which then ends the input
    _limit_memory()
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever prints must not come between the answers
    with (
        contextlib.suppress(Ended, BrokenPipeError),
        open(0, "rb") as source,
        open(answers, "wb") as target,
        open(os.devnull, "w") as silent,
    ):
        while True:
            limit_s, function, arguments = take(source)
            faulthandler.dump_traceback_later(limit_s, exit=True, file=silent)
            try:
                answer: tuple[bool, Any] = (True, function(*arguments))
            except Exception as error:
                answer = (False, error)
            faulthandler.cancel_dump_traceback_later()
            put(target, answer)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def put(pipe: IO[bytes], value: Any) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(_HEAD, "little"))
    pipe.write(data)
    pipe.flush()


def take(pipe: IO[bytes]) -> Any:
    head = pipe.read(_HEAD)
    if len(head) < _HEAD:
        raise Ended
    size = int.from_bytes(head, "little")
    data = pipe.read(size)
    if len(data) < size:
        raise Ended
    # Only ever our own process is at the other end.
    return pickle.loads(data)
