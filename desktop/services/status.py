"""What the whole program should tell the user about itself right now: one code per subject.

The window shows these as banners, the command line as lines on stderr; ``messages.sentence(code)`` is the
text. Holds values only; it knows neither who sets them nor how they look.

Subjects and codes: ``collecting`` "" | "other-program" | "disk-full" | "read-only" | "damaged" | "busy";
``online`` "" | "offline"; ``vault`` "" | "vault-locked" | "vault-missing"; ``sample`` "" | "sample".
"""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[str, str], None]


class Status:
    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._listeners: list[Listener] = []

    def get(self, subject: str) -> str:
        return self._codes.get(subject, "")

    def set(self, subject: str, code: str) -> None:
        """Call on the event loop's thread. Listeners hear only of changes."""
        if self._codes.get(subject, "") == code:
            return
        self._codes[subject] = code
        for listener in list(self._listeners):
            listener(subject, code)

    def all(self) -> dict[str, str]:
        return {subject: code for subject, code in self._codes.items() if code}

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """``listener(subject, code)``; returns what ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe
