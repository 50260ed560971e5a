"""What a channel remembers of the entries it has read, so that later rounds tell news, edits and deletions
from what is known. Part of ``connectors.graph``; pure, and small enough to be stored with every round.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from connectors.base import Post
from connectors.graph_parts import fingerprint

REMEMBERED = 400
"""The newest entries that are remembered; older ones are no longer looked after."""

AGAIN_AFTER_S = 900
"""An entry that no list has shown for this long is asked for by itself."""

_MARK, _CREATED, _THREAD, _SEEN = range(4)


class Memory:
    """``entries``: id → [mark of what it says, created, what it belongs to, last seen], times in seconds.

    What an entry belongs to is the id of its thread, "" for the head of a thread itself, or another word of
    the reader's."""

    def __init__(
        self, stored: Any, floor_s: Any, sure: Any, now_s: int, *, first: bool, later_s: Any = 0
    ) -> None:
        self.now_s = now_s
        self.first = first  # the past is still being read: nothing is too old
        self.floor_s = floor_s if isinstance(floor_s, int) else 0
        self.later_s = later_s if isinstance(later_s, int) else 0
        """What will be the floor when the round is over: until then lists are read on behind what was let go
        of, and what is first met there is news."""
        self.sure = {key for key in (sure if isinstance(sure, list) else ()) if isinstance(key, str)}
        """Missing in their list and there all the same when asked for: the list is not asked to explain."""
        self.entries: dict[str, list[Any]] = {
            key: list(value)
            for key, value in (stored.items() if isinstance(stored, dict) else ())
            if isinstance(value, list | tuple) and len(value) == 4 and isinstance(value[_CREATED], int)
        }

    def take(self, posts: Iterable[Post], thread: str) -> tuple[list[Post], int]:
        """(those that are new or say something else than before, how many of them were unknown)."""
        changed: list[Post] = []
        fresh = 0
        for post in posts:
            mark, created_s = _mark(post), (post.created_ms or 0) // 1000
            known = self.entries.get(post.remote_id)
            if known is None:
                if created_s and created_s <= self.floor_s and not self.first:
                    continue  # was read long ago and is no longer looked after
                fresh += 1
            if known is None or known[_MARK] != mark:
                changed.append(post)
            self.entries[post.remote_id] = [mark, created_s, thread, self.now_s]
            self.sure.discard(post.remote_id)
        return changed, fresh

    def knows(self, remote_id: str) -> bool:
        return remote_id in self.entries

    def thread_of(self, remote_id: str) -> str:
        return str(self.entries[remote_id][_THREAD])

    def of_thread(self, thread: str) -> list[str]:
        return [key for key, value in self.entries.items() if value[_THREAD] == thread]

    def absent(self, posts: Iterable[Post], thread: str, *, whole: bool) -> list[str]:
        """Entries of the thread that this list should have shown. It is the ``whole`` list, or its newest
        part: then it says nothing of what is not newer than the oldest of them."""
        shown = {post.remote_id: (post.created_ms or 0) // 1000 for post in posts}
        oldest = -1 if whole else min(shown.values(), default=2**60)
        return [
            key
            for key in self.of_thread(thread)
            if key not in shown and key not in self.sure and self.entries[key][_CREATED] > oldest
        ]

    def unseen_longest(self, most: int) -> list[str]:
        """Entries that no list has shown for a while, those that were not seen for longest first."""
        late = [
            (value[_SEEN], key)
            for key, value in self.entries.items()
            if not 0 <= self.now_s - value[_SEEN] < AGAIN_AFTER_S
        ]
        return [key for _, key in sorted(late)[:most]]

    def saw(self, remote_id: str) -> None:
        """It is there although its list did not show it."""
        if remote_id in self.entries:
            self.entries[remote_id][_SEEN] = self.now_s
            self.sure.add(remote_id)

    def forget(self, remote_id: str) -> None:
        self.entries.pop(remote_id, None)
        self.sure.discard(remote_id)

    def stored(self, *, over: bool = True) -> dict[str, Any]:
        """What goes into the cursor: the newest entries, and the newest moment that was let go of. ``over``:
        this was the last page of a round."""
        ordered = sorted(self.entries.items(), key=lambda item: (item[1][_CREATED], item[0]), reverse=True)
        for _, value in ordered[REMEMBERED:]:
            self.later_s = max(self.later_s, value[_CREATED])
        if over:
            self.floor_s, self.later_s = max(self.floor_s, self.later_s), 0
        self.entries = dict(ordered[:REMEMBERED])
        self.sure &= self.entries.keys()
        return {
            "known": self.entries,
            "floor": self.floor_s,
            "later": self.later_s,
            "sure": sorted(self.sure),
        }


def _mark(post: Post) -> str:
    # Not the addresses of pictures: they are signed anew with every answer.
    return fingerprint(post.text, post.state, [(one.kind, one.alt) for one in post.media])
