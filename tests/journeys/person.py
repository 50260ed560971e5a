"""Somebody at the desk: starts the program, finds things by their name, clicks, drags and types.

Every look goes through the accessibility tree and every act through the X server, so a person here can do
nothing that a citizen's officer could not do.
"""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.journeys.desk import Desk, wait_for
from tests.journeys.eyes import Thing
from tests.servers.process import Child

BUTTONS = ("push button", "check box", "toggle button", "radio button")


class Person:
    """``workspace`` is the file; settings are those of the desk's own home. ``member``: somebody else at the
    same desk, with settings and a window of their own."""

    def __init__(self, desk: Desk, workspace: Path, *, member: str = "", **settings: str | int) -> None:
        self.desk = desk
        self.workspace = workspace
        self.member = member
        self.program: Child | None = None
        self._shots = 0
        folder = self._settings
        folder.mkdir(exist_ok=True)
        wanted: dict[str, str | int] = {"language": "ko", "user": "김주무관", "undo_seconds": 5, **settings}
        lines = ["[General]", *(f"{name}={value}" for name, value in wanted.items())]
        (folder / "seoul-smc.ini").write_text("\n".join(lines) + "\n", encoding="utf-8")

    @property
    def _settings(self) -> Path:
        return self.desk.folder / f"settings{self.member}"

    # --- the program --------------------------------------------------------------------------------------

    def open(self, **env: str) -> None:
        """Start the program and wait until its window can be used."""
        self.program = self.start(**env)
        self.wait("the window", lambda: self.find("frame"))

    def start(self, **env: str) -> Child:
        """Start the program as the person's menu does."""
        command = [sys.executable, "-m", "desktop", "--workspace", str(self.workspace)]
        command += ["--user", self.member] if self.member else []
        settings = {"SEOUL_SMC_CONFIG": str(self._settings)}
        return self.desk.start(
            command, f"program{self.member}", **{"PYTHONFAULTHANDLER": "1", **settings, **env}
        )

    @property
    def pid(self) -> int:
        assert self.program is not None
        return int(self.program.process.pid)

    def come_to_front(self) -> None:
        """Click the window in the task bar: it lies over the others and has the keyboard."""
        window = self.desk.hand(
            "search", "--all", "--onlyvisible", "--pid", self.pid, "--name", "서울"
        ).split()[0]
        self.desk.hand("windowactivate", "--sync", window)

    def kill(self) -> None:
        """The plug is pulled."""
        assert self.program is not None
        self.program.process.send_signal(signal.SIGKILL)
        self.program.process.wait(10)

    def ended(self) -> bool:
        assert self.program is not None
        return self.program.process.poll() is not None

    def log(self) -> str:
        return "" if self.program is None else self.program.log.read_text(errors="replace")

    # --- looking ------------------------------------------------------------------------------------------

    def see(self) -> list[Thing]:
        return self.desk.see(self.pid)

    def all(self, role: str = "", name: str = "", *, inside: str = "") -> list[Thing]:
        """The controls of a role ("button" is any kind) whose name holds ``name``, below ``inside``."""
        roles = BUTTONS if role == "button" else (role,)
        return [
            one
            for one in self.see()
            if (not role or one.role in roles) and name in one.name and inside in one.path
        ]

    def find(self, role: str = "", name: str = "", *, inside: str = "") -> Thing | None:
        """The first of ``all``."""
        return next(iter(self.all(role, name, inside=inside)), None)

    def get(self, role: str = "", name: str = "", *, inside: str = "", seconds: float = 20) -> Thing:
        """As ``find``, but waits until it is there."""
        found: Thing = self.wait(
            f"{role} {name} {inside}", lambda: self.find(role, name, inside=inside), seconds
        )
        return found

    def wait(self, what: str, look: Callable[[], Any], seconds: float = 20) -> Any:
        """The first true answer of ``look``. A failure names a picture of the screen."""
        try:
            return wait_for(what, look, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}; {self.evidence()}") from None

    def gone(self, role: str = "", name: str = "", **more: Any) -> None:
        self.wait(f"{role} {name} to go away", lambda: self.find(role, name, **more) is None)

    def evidence(self) -> str:
        picture = self.shot("failed")
        if self.ended():
            return f"the program ended with {self.program.process.returncode}; {self.log()[-3000:]}"
        seen = [f"{one.role} {one.name!r} {one.text[:40]!r}" for one in self.see() if one.name or one.text]
        return f"screen: {picture}\nprogram: {self.log()[-1500:]}\nseen: " + "; ".join(seen[:120])

    def shot(self, name: str) -> Path:
        self._shots += 1
        return self.desk.picture(f"{self._shots:02d}-{name}")

    # --- hands --------------------------------------------------------------------------------------------

    def click(
        self, role: str = "", name: str = "", *, times: int = 1, button: int = 1, held: str = "", **more: Any
    ) -> Thing:
        """Wait for a control, go there with the mouse and press it."""
        found = self.get(role, name, **more)
        self.wait(f"{found.name} to be enabled", lambda: "enabled" in self.get(role, name, **more).states)
        found = self.still(lambda: self.get(role, name, **more))
        self.point(*found.middle, times=times, button=button, held=held)
        return found

    def still(self, look: Callable[[], Thing]) -> Thing:
        """Something that has stopped moving: the same place in two looks."""
        last = look()

        def same() -> Thing | None:
            nonlocal last
            before, last = last, look()
            return last if last.box == before.box else None

        found: Thing = self.wait("the screen to stand still", same)
        return found

    def point(self, x: int, y: int, *, times: int = 1, button: int = 1, held: str = "") -> None:
        words: list[str | int] = ["mousemove", "--sync", x, y] if self.mouse() != (x, y) else []
        words += ["keydown", held] if held else []
        words += ["click", "--repeat", times, "--delay", 60, button]
        words += ["keyup", held] if held else []
        self.desk.hand(*words)

    def mouse(self) -> tuple[int, int]:
        words = dict(part.split(":", 1) for part in self.desk.hand("getmouselocation").split())
        return int(words["x"]), int(words["y"])

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 8) -> None:
        """Press, pull and let go, as slowly as a hand."""
        (x, y), (to_x, to_y) = start, end
        words: list[str | int] = ["mousemove", x, y, "sleep", 0.05, "mousedown", 1, "sleep", 0.05]
        words += ["mousemove", x + 6, y + 2, "sleep", 0.04, "mousemove", x + 18, y + 6, "sleep", 0.04]
        for step in range(1, steps + 1):
            words += [
                "mousemove",
                x + (to_x - x) * step // steps,
                y + (to_y - y) * step // steps,
                "sleep",
                0.04,
            ]
        words += ["mousemove", to_x + 1, to_y, "sleep", 0.08, "mouseup", 1]
        self.desk.hand(*words)

    def key(self, *keys: str) -> None:
        """Press these keys one after the other, as xdotool names them (ctrl+k, Return, j)."""
        self.desk.hand("key", "--clearmodifiers", "--delay", 40, *keys)

    def type(self, text: str, delay: int = 15) -> None:
        self.desk.hand("type", "--delay", delay, text)

    def write(self, name: str, text: str) -> None:
        """Type Korean into the field ``name``, which has the focus.

        Without an input method xdotool lends each syllable a key for a moment; a slow program may see the key
        after it was lent to the next one. Then it is typed again, more slowly, as a person would.
        """
        for delay in (60, 150, 300):
            self.type(text, delay)
            with contextlib.suppress(AssertionError):
                wait_for("the whole text", lambda: self.get("text", name).text.strip() == text, 4)
                return
            self.key("ctrl+a", "Delete")
        raise AssertionError(f"{name} does not take {text!r}; {self.evidence()}")

    # --- the database -------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def database(self) -> Iterator[sqlite3.Connection]:
        """The workspace as another program reads it, without ever writing."""
        connection = sqlite3.connect(f"file:{self.workspace}?mode=ro", uri=True, timeout=5)
        connection.row_factory = sqlite3.Row
        try:
            yield connection
        finally:
            connection.close()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        if not self.workspace.exists():
            return []
        with self.database() as connection:
            return [tuple(row) for row in connection.execute(sql, values)]

    def value(self, sql: str, *values: Any) -> Any:
        found = self.rows(sql, *values)
        return found[0][0] if found else None
