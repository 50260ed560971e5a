"""What the person at this PC chose, kept in one INI file of that person. It holds no post and no password."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from desktop.ui.theme.tokens import DENSITIES, SCALES

UNDO_SECONDS = (0, 5, 10, 30, 60)
"""Choices of how long a reply waits before it leaves, in seconds."""

MODES = ("system", "light", "dark", "contrast")


def config_dir() -> Path:
    """The person's own folder for settings; ``SEOUL_SMC_CONFIG`` puts it elsewhere."""
    own = os.environ.get("SEOUL_SMC_CONFIG", "")
    if own:
        return Path(own)
    from desktop.services import paths

    return paths.config_dir()


class Prefs(QObject):
    """Settings by name. ``changed`` gives the name; whoever shows something applies it at once."""

    changed = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = (folder or config_dir()) / "seoul-smc.ini"
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        self._known: dict[str, str | None] = {}  # asking Qt takes a third of a millisecond each time
        self.working_as = ""  # the name given on the command line, for this run only

    # --- plain values ---

    def text(self, name: str, default: str = "") -> str:
        if name not in self._known:
            settings = self._settings
            self._known[name] = str(settings.value(name)) if settings.contains(name) else None
        found = self._known[name]
        return default if found is None else found

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.text(name, str(default)))
        except ValueError:
            return default

    def flag(self, name: str, default: bool) -> bool:
        return self.text(name, "1" if default else "0") in ("1", "true")

    def put(self, name: str, value: str | int | bool) -> None:
        """Keep a value and tell everybody, unless it is what it was."""
        stored = str(int(value)) if isinstance(value, bool) else str(value)
        if self._settings.contains(name) and self.text(name) == stored:
            return
        self._settings.setValue(name, stored)
        self._known[name] = stored
        self.changed.emit(name)

    def bytes(self, name: str) -> bytes:
        return bytes.fromhex(self.text(name))

    def put_bytes(self, name: str, value: bytes) -> None:
        self.put(name, value.hex())

    def save(self) -> None:
        self._settings.sync()

    # --- the settings of the program ---

    @property
    def language(self) -> str:
        from desktop.ui import i18n

        chosen = self.text("language")
        return chosen if chosen in i18n.LANGUAGES else i18n.system_language()

    @property
    def mode(self) -> str:
        chosen = self.text("theme", "system")
        return chosen if chosen in MODES else "system"

    @property
    def scale(self) -> int:
        chosen = self.number("text_size", 100)
        return chosen if chosen in SCALES else 100

    @property
    def density(self) -> str:
        chosen = self.text("density", "normal")
        return chosen if chosen in DENSITIES else "normal"

    @property
    def undo_seconds(self) -> int:
        chosen = self.number("undo_seconds", 10)
        return chosen if chosen in UNDO_SECONDS else 10

    @property
    def user(self) -> str:
        """The name that stands beside what this person does."""
        chosen = self.working_as or self.text("user").strip()
        return chosen or os.environ.get("USER") or os.environ.get("USERNAME") or "local"

    @property
    def role(self) -> str:
        return self.text("role")

    @property
    def letters(self) -> bool:
        """Whether single letters work as keys in lists."""
        return self.flag("letter_keys", True)

    @property
    def own_keys(self) -> dict[str, str]:
        try:
            stored = json.loads(self.text("keys", "{}"))
        except ValueError:
            return {}
        return {str(k): str(v) for k, v in stored.items()} if isinstance(stored, dict) else {}

    def put_keys(self, own: Mapping[str, str]) -> None:
        self.put("keys", json.dumps(dict(own), ensure_ascii=True, sort_keys=True))
