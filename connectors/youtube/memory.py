"""What a channel's cursor remembers: the newest threads and comments, and what is still to be read.

Owns the shape and the size of the cursor; asks nothing. Lists are kept newest first and cut at the end, so
that a cursor stays small however large the channel is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from connectors.json_values import mapping
from connectors.youtube.parse import Comment, Thread

THREADS = 300
"""Threads whose state is remembered: a thread that is unchanged is not read again."""

RECENT = 200
"""Comments that are asked for again by their ids, for edits and deletions."""

VIDEOS = 100
"""Videos whose number of comments is watched, so that news in old threads are found."""

MOST_STEPS = 2000

Step = dict[str, Any]


class Memory:
    """A cursor, opened. ``state`` gives it back as JSON values."""

    def __init__(self, cursor: Mapping[str, Any], channel: str) -> None:
        known = dict(cursor) if cursor.get("channel") == channel else {}
        self.channel = channel
        self.threads: dict[str, tuple[str, int]] = _table(known.get("threads"), THREADS)
        self.recent: dict[str, tuple[str, int]] = _table(known.get("recent"), RECENT)
        self.videos: dict[str, tuple[int, int]] = _table(known.get("videos"), VIDEOS, int)
        self.plan = _steps(known.get("plan"))
        self.later = _steps(known.get("later"))
        self.due = {k: v for k, v in mapping(known.get("due")).items() if isinstance(v, int)}
        self.quota = known.get("quota")
        self.begun = known.get("begun") is True
        self.spent = known["spent"] if isinstance(known.get("spent"), int) else 0

    def state(self) -> dict[str, Any]:
        return {
            "channel": self.channel,
            "begun": self.begun,
            "threads": _rows(self.threads, THREADS),
            "recent": _rows(self.recent, RECENT),
            "videos": _rows(self.videos, VIDEOS),
            "plan": self.plan,
            "later": self.later,
            "due": self.due,
            "quota": self.quota,
            "spent": self.spent,
        }

    def is_due(self, what: str, every_s: float, now_ms: int) -> bool:
        """Whether it is time for this again; a clock that was set back must not put it off for years."""
        return not 0 <= now_ms - self.due.get(what, 0) < every_s * 1000

    # --- comments ----------------------------------------------------------------------------------------

    def knows_thread(self, thread: Thread) -> bool:
        row = self.threads.get(thread.top.id)
        return row is not None and row[0] == thread.mark

    def remember_thread(self, thread: Thread) -> None:
        self.threads[thread.top.id] = (thread.mark, _seconds(thread.top))

    def changed(self, comment: Comment) -> bool:
        """Whether this comment is new or says something else now; it is remembered as it is."""
        mark = _letter(comment.post.state) + comment.mark
        known = self.recent.get(comment.id)
        if known is not None and known[0].partition(" ")[0] == mark:
            return False
        row = (f"{mark} {comment.video}", _seconds(comment))
        self.recent[comment.id] = row
        if comment.video:
            count, seconds = self.videos.get(comment.video, (-1, 0))
            self.videos[comment.video] = (count, max(seconds, row[1]))
        return True

    def state_of(self, number: str) -> str:
        """ "published", "held", ... as it was last seen; "" where it is not remembered."""
        row = self.recent.get(number)
        return _STATES.get(row[0][:1], "") if row is not None else ""

    def video_of(self, number: str) -> str:
        row = self.recent.get(number)
        return row[0].partition(" ")[2] if row is not None else ""

    def forget(self, ids: Iterable[str]) -> None:
        for number in ids:
            self.recent.pop(number, None)
            self.threads.pop(number, None)

    def newest(self) -> list[str]:
        """Ids of the remembered comments."""
        return [row[0] for row in _rows(self.recent, RECENT)]

    def watched(self) -> list[str]:
        """Ids of the videos with the newest comments."""
        return [row[0] for row in _rows(self.videos, VIDEOS)]


_STATES = {"p": "published", "h": "held", "s": "spam", "x": "hidden"}
_LETTERS = {state: letter for letter, state in _STATES.items()}


def _letter(state: str) -> str:
    return _LETTERS.get(state, "p")


def _seconds(comment: Comment) -> int:
    return (comment.post.created_ms or 0) // 1000


def _rows(table: Mapping[str, tuple[Any, int]], most: int) -> list[list[Any]]:
    ranked = sorted(table.items(), key=lambda item: (item[1][1], item[0]), reverse=True)
    return [[number, value, seconds] for number, (value, seconds) in ranked[:most]]


def _table(value: Any, most: int, kind: type = str) -> dict[str, tuple[Any, int]]:
    found = {}
    for row in value[:most] if isinstance(value, list) else ():
        if isinstance(row, list | tuple) and len(row) == 3 and isinstance(row[0], str):
            if isinstance(row[1], kind) and isinstance(row[2], int):
                found[row[0]] = (row[1], row[2])
    return found


def _steps(value: Any) -> list[Step]:
    steps = [dict(step) for step in value if isinstance(step, dict)] if isinstance(value, list) else []
    return steps[:MOST_STEPS]
