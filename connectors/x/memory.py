"""What is remembered between two rounds: places in X's lists, what was read last, what is looked at again.

Owns the shape of the cursor and its bounds; asks nobody. Everything in it is JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from connectors.base import Post
from connectors.json_values import mapping, string
from connectors.x import parse

OVERLAP_MS = 10 * 60 * 1000
"""Posts are indexed late: asking from the newest one on loses some (x.md section 4.1)."""

STEPS = ("mentions", "own", "dms", "sweep", "quotes", "again")
HOUR_MS = 3600 * 1000
DAY_MS = 24 * HOUR_MS

_RECENT = 1000
_WATCHED = 100
_EDITED = 200
_HIDDEN = 300
_DAMAGED = 50
_CONVERSATIONS = 200


class Memory:
    """The cursor of one account; a cursor of another account, or a broken one, counts for nothing."""

    def __init__(self, cursor: Mapping[str, Any], account: str) -> None:
        known = cursor if cursor.get("account") == account else {}
        step = known.get("step")
        self.account = account
        self.step: str = step if step in STEPS else STEPS[0]
        self.places = {name: Place(known.get(name)) for name in STEPS}
        self.recent: list[str] = _numbers(known.get("recent"))
        self.watched: dict[str, list[Any]] = _watched(known.get("watched"))
        self.edited: dict[str, str] = _pairs(known.get("edited"))
        self.hidden: list[str] = _numbers(known.get("hidden"))
        self.damaged: list[str] = _numbers(known.get("damaged"))
        self.asked: dict[str, str] = _pairs(known.get("asked"))  # conversation → the citizen's last message
        self.quotes: dict[str, int] = _counts(known.get("quoted"))
        self.queue: dict[str, int] = _counts(known.get("queue"))  # post → how many new quotes it has
        self.off: dict[str, int] = _counts(known.get("off"), any_key=True)
        renamed = known.get("renamed")
        self.renamed = [one for one in renamed if isinstance(one, str)] if isinstance(renamed, list) else []

    def as_cursor(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "account": self.account,
            "step": self.step,
            "recent": self.recent[-_RECENT:],
            "watched": dict(sorted(self.watched.items(), key=lambda pair: int(pair[0]))[-_WATCHED:]),
            "edited": dict(list(self.edited.items())[-_EDITED:]),
            "hidden": self.hidden[-_HIDDEN:],
            "damaged": list(dict.fromkeys(self.damaged))[-_DAMAGED:],
            "asked": dict(list(self.asked.items())[-_CONVERSATIONS:]),
            "quoted": self.quotes,
            "queue": self.queue,
            "off": self.off,
            "renamed": sorted(self.renamed),
        }
        for name, place in self.places.items():
            found[name] = place.as_json()
        return {name: value for name, value in found.items() if value not in ([], {}, "")}

    # --- posts ------------------------------------------------------------------------------------------

    def take(self, found: parse.Found, now_ms: int, *, watch: bool = True) -> Post | None:
        """The post as it is to be given on; None where it was given before or a newer version is known."""
        post = found.post
        for version in found.versions[1:]:
            self.edited[version] = post.remote_id
        if found.stale or found.version in self.recent:
            return None
        self.recent.append(found.version)
        for version in found.versions:
            self.watched.pop(version, None)
        if watch and now_ms - parse.time_of(found.version) < DAY_MS:
            self.watched[found.version] = [post.remote_id, now_ms // DAY_MS, 0]
        return post._replace(
            parent_id=self.edited.get(post.parent_id, post.parent_id),
            repost_of=self.edited.get(post.repost_of, post.repost_of),
            state="hidden" if post.remote_id in self.hidden else post.state,
        )

    def hide(self, remote_id: str, hidden: bool) -> None:
        self.hidden = [one for one in self.hidden if one != remote_id]
        if hidden:
            self.hidden.append(remote_id)

    def forget(self, version: str) -> str:
        """The remote id of a post that is gone; "" where it is not one of ours to look at."""
        entry = self.watched.pop(version, None)
        return str(entry[0]) if entry else ""

    def due(self, now_ms: int) -> list[str]:
        """What is to be looked at again. X charges a post once a UTC day: again on the day on which it was
        read, and otherwise once after an hour and once after a day (x.md section 8)."""
        return [
            version
            for version, (_, day, looks) in self.watched.items()
            if day == now_ms // DAY_MS
            or (not looks and _age(version, now_ms) >= HOUR_MS)
            or _age(version, now_ms) >= DAY_MS
        ]

    def looked(self, versions: list[str], now_ms: int) -> None:
        for version in versions:
            if version in self.watched and _age(version, now_ms) >= DAY_MS:
                del self.watched[version]
            elif version in self.watched:
                self.watched[version][1:] = [now_ms // DAY_MS, int(_age(version, now_ms) >= HOUR_MS)]

    # --- steps ------------------------------------------------------------------------------------------

    def advance(self) -> bool:
        """Go to the next step; False where the round is over."""
        at = STEPS.index(self.step) + 1
        self.step = STEPS[at % len(STEPS)]
        return at < len(STEPS)


class Place:
    """Where we are in one of X's lists: ``since`` is the newest id that is done with, ``top`` the newest one
    of the pages that are being read, ``token`` leads to the next of them."""

    def __init__(self, value: Any) -> None:
        value = mapping(value)
        self.since = parse.identifier(value.get("since"))
        self.top = parse.identifier(value.get("top"))
        self.low = parse.identifier(value.get("low"))
        self.token = string(value.get("token"))
        self.pages = _whole(value.get("pages"))
        self.at_ms = _whole(value.get("at"))
        self.begun_ms = _whole(value.get("begun"))

    def as_json(self) -> dict[str, Any]:
        found = {
            "since": self.since,
            "top": self.top,
            "low": self.low,
            "token": self.token,
            "pages": self.pages,
            "at": self.at_ms,
            "begun": self.begun_ms,
        }
        return {name: value for name, value in found.items() if value}

    @property
    def from_id(self) -> str:
        """The id to ask from, with what may have been indexed late."""
        return parse.earlier(self.since, OVERLAP_MS) if self.since else ""

    def read(self, page: parse.Page, most_pages: int) -> bool:
        """Note a page; whether there is a further one. Never for ever, whatever the server says."""
        for found in page.found:
            if not self.top or int(found.version) > int(self.top):
                self.top = found.version
            if not self.low or int(found.version) < int(self.low):
                self.low = found.version
        self.pages += 1
        if page.next_token and page.next_token != self.token and self.pages < most_pages:
            self.token = page.next_token
            return True
        self.finish()
        return False

    def finish(self) -> None:
        if self.top and (not self.since or int(self.top) > int(self.since)):
            self.since = self.top
        self.top = self.token = ""
        self.pages = 0

    def due(self, now_ms: int, every_ms: int) -> bool:
        return bool(self.token) or not 0 <= now_ms - self.at_ms < every_ms


def _age(version: str, now_ms: int) -> int:
    return now_ms - parse.time_of(version)


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _numbers(value: Any) -> list[str]:
    return [number for one in value if (number := parse.identifier(one))] if isinstance(value, list) else []


def _pairs(value: Any) -> dict[str, str]:
    found = mapping(value)
    return {key: one for key, one in found.items() if isinstance(key, str) and isinstance(one, str)}


def _counts(value: Any, *, any_key: bool = False) -> dict[str, int]:
    found = mapping(value)
    return {key: _whole(one) for key, one in found.items() if any_key or parse.identifier(key)}


def _watched(value: Any) -> dict[str, list[Any]]:
    found = {}
    for key, one in mapping(value).items():
        if parse.identifier(key) and isinstance(one, list) and len(one) == 3 and parse.identifier(one[0]):
            found[key] = [one[0], _whole(one[1]), _whole(one[2])]
    return found
