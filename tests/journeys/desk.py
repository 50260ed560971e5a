"""A desk of its own: a screen with a window manager, a session bus, an unlocked keyring, eyes and hands.

Owns the processes around the program. It knows nothing of what the program shows; that is ``person.py``.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.journeys.eyes import Eyes, Thing
from tests.servers.process import Child, ServerMissing, need

SIZE = (1680, 1000)
ACCESSIBILITY_BUS = "/usr/libexec/at-spi-bus-launcher"
HOMES = ("DATA", "CONFIG", "STATE", "CACHE")

T = TypeVar("T")


class Desk:
    """``env`` is what a program needs to run at this desk. Without a ``screen`` it is a terminal."""

    def __init__(
        self, folder: Path, size: tuple[int, int] = SIZE, *, keyring: bool = True, screen: bool = True
    ) -> None:
        self.folder = folder
        self.size = size
        self._children: list[Child] = []
        self._eyes: Eyes | None = None
        self._keyring: Child | None = None
        run = folder / "run"
        run.mkdir(mode=0o700)
        self.env = {
            "XDG_RUNTIME_DIR": str(run),
            "HOME": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "GSETTINGS_BACKEND": "keyfile",
            "QT_IM_MODULE": "",
            "XMODIFIERS": "",
            "USER": "김주무관",
            "LANG": "C.UTF-8",
            **{f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in HOMES},
        }
        try:
            if screen:
                self._screen()
            self._bus()
            if keyring:
                self.unlock_keyring()
            if screen:
                self._look()
        except BaseException:
            self.close()
            raise

    # --- life ---------------------------------------------------------------------------------------------

    def start(self, command: list[str], name: str, **env: str) -> Child:
        child = Child(command, self.folder / f"{name}.log", env={**self.env, **env})
        self._children.append(child)
        return child

    def _screen(self) -> None:
        told = self.folder / "display"
        told.unlink(missing_ok=True)  # a number of an earlier screen must not be taken for this one's
        command = [
            "sh",
            "-c",
            'exec "$0" -displayfd 7 -noreset -nolisten tcp -screen 0 "$2" 7>"$1"',
            need("Xvfb", "xvfb"),
            str(told),
            f"{self.size[0]}x{self.size[1]}x24",
        ]
        screen = self.start(command, "xvfb")
        screen.wait_until(lambda: told.exists() and told.read_text().endswith("\n"))
        self.env["DISPLAY"] = ":" + told.read_text().strip()
        manager = self.start([need("openbox", "openbox"), "--sm-disable"], "openbox")
        named = [need("xprop", "x11-utils"), "-root", "_NET_SUPPORTING_WM_CHECK"]
        manager.wait_until(lambda: "window id" in self.output(named))

    def _bus(self) -> None:
        told = self.folder / "bus"
        told.unlink(missing_ok=True)
        command = ["sh", "-c", 'exec "$0" --session --nofork --print-address=7 7>"$1"']
        bus = self.start([*command, need("dbus-daemon", "dbus-daemon"), str(told)], "dbus")
        bus.wait_until(lambda: told.exists() and told.read_text().endswith("\n"))
        self.env["DBUS_SESSION_BUS_ADDRESS"] = told.read_text().strip()

    def unlock_keyring(self, password: str = "pw") -> None:
        """Start the keyring as a login does; the first time the password is chosen by it."""
        daemon = need("gnome-keyring-daemon", "gnome-keyring")
        ring = self._keyring = self.start(
            ["sh", "-c", f'printf {password} | exec "$0" --unlock --components=secrets --foreground', daemon],
            "keyring",
        )
        ring.wait_until(lambda: self._owned("org.freedesktop.secrets"))

    def lock_keyring(self) -> None:
        """Put a keyring in its place that does not know its password: it asks for it, and nobody answers."""
        assert self._keyring is not None
        self._keyring.stop()
        daemon = need("gnome-keyring-daemon", "gnome-keyring")
        ring = self.start([daemon, "--start", "--components=secrets", "--foreground"], "keyring")
        ring.wait_until(lambda: self._owned("org.freedesktop.secrets"))

    def hangul_keyboard(self) -> None:
        """Start the input method with Hangul on, for programs started with QT_IM_MODULE=ibus."""
        schema = "org.freedesktop.ibus.engine.hangul"
        self.output([need("gsettings", "libglib2.0-bin"), "set", schema, "initial-input-mode", "hangul"])
        words = [need("ibus-daemon", "ibus"), "--panel=disable", "--config=/usr/libexec/ibus-memconf"]
        daemon = self.start(words, "ibus")
        engine = [need("ibus", "ibus"), "engine", "hangul"]
        daemon.wait_until(lambda: self.output(engine) == "" and "hangul" in self.output(engine[:2]), 30)

    def _owned(self, name: str) -> bool:
        ask = [need("dbus-send", "dbus-bin"), "--session", "--print-reply", "--dest=org.freedesktop.DBus"]
        ask += ["/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner", f"string:{name}"]
        return "true" in self.output(ask)

    def _look(self) -> None:
        if not Path(ACCESSIBILITY_BUS).exists():
            raise ServerMissing(
                f"{ACCESSIBILITY_BUS} is missing. Install it with: apt-get install at-spi2-core"
            )
        bus = self.start([ACCESSIBILITY_BUS, "--launch-immediately"], "at-spi")
        bus.wait_until(lambda: self._owned("org.a11y.Bus"))
        self._eyes = Eyes(self.env["DBUS_SESSION_BUS_ADDRESS"])

    def close(self) -> None:
        if self._eyes is not None:
            self._eyes.close()
        for child in reversed(self._children):
            child.stop(3)

    # --- senses -------------------------------------------------------------------------------------------

    def output(self, command: list[str]) -> str:
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **self.env})
        return done.stdout

    def see(self, pid: int) -> list[Thing]:
        """Everything of that program that is on the screen now."""
        assert self._eyes is not None
        return self._eyes.see(pid)

    def hand(self, *words: str | int) -> str:
        """xdotool."""
        command = [need("xdotool", "xdotool"), *map(str, words)]
        env = {**os.environ, **self.env}
        done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=60)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout.strip()

    def found(self, *words: str) -> list[str]:
        """The windows that an xdotool search finds."""
        return self.output([need("xdotool", "xdotool"), *words]).split()

    def picture(self, name: str) -> Path:
        path = self.folder / f"{name}.png"
        self.output([need("import", "imagemagick"), "-window", "root", str(path)])
        return path


def wait_for(what: str, look: Callable[[], T], seconds: float = 20, pause: float = 0.05) -> T:
    """The first true answer of ``look``; fails with ``what`` when time is up."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        time.sleep(pause)
