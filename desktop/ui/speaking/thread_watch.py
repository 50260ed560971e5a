"""What became of a thread while an answer to it is being written: nothing goes out unseen."""

from __future__ import annotations

from desktop.models.speaking.threads import Changes, Seen, changed


class ThreadWatch:
    """The thread as it was when the text was begun, and as it is. ``changes``: what happened in between."""

    def __init__(self) -> None:
        self._begun = Seen(frozenset())
        self.now = self._begun
        self.changes = Changes()
        self._pointed_out: Seen | None = None

    @property
    def warned(self) -> bool:
        """Whether a press was stopped by a change: the next one says that somebody has looked."""
        return self._pointed_out is not None

    def begin(self, seen: Seen) -> None:
        """A text is begun, or was begun when the thread was like this."""
        self._begun = seen
        self._pointed_out = None

    def look(self, now: Seen, *, writing: bool) -> None:
        """The thread is like this now; without a text nothing can have changed under it."""
        self.now = now
        if writing:
            self.changes = changed(self._begun, now)
        else:
            self.rest()

    def rest(self) -> None:
        """There is no text any more: the next one begins with the thread as it is."""
        self._begun = self.now
        self.changes = Changes()

    def sent(self) -> None:
        self._pointed_out = None

    def stops(self) -> bool:
        """Whether the thread changed in a way that was not yet on screen at an earlier press."""
        if not self.changes or self._pointed_out == self.now:
            return False
        self._pointed_out = self.now
        return True
