"""The day's budget of one Google project, shared fairly by all channels that are open with it.

A project has so many units a day (youtube.md section 4); they are filled up again at midnight in California.
Every open channel may spend the same share on reading; a part is kept back for answers. What was used is kept
in each channel's cursor too, so that a restart does not begin with a full purse. Sends nothing.
"""

from __future__ import annotations

import hashlib
import time
import weakref
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from connectors.base import RateLimited

DAILY_UNITS = 10_000
READ, WRITE = 1, 50
"""What a call costs, whether it succeeds or not (youtube.md section 3)."""

KEPT_FOR_WRITES = 0.2
"""The part of the day's units that reading never touches: forty answers of ten thousand units."""

_quotas: weakref.WeakKeyDictionary[Any, dict[str, Quota]] = weakref.WeakKeyDictionary()


class Quota:
    """One project's units. A channel is whatever object opened it; when that is gone, so is its share."""

    def __init__(self) -> None:
        self.limit = DAILY_UNITS
        self._open: weakref.WeakKeyDictionary[Any, str] = weakref.WeakKeyDictionary()
        self._day = ""
        self._reads: dict[str, int] = {}
        self._writes: dict[str, int] = {}
        self._stopped_until_ms = 0

    def join(self, owner: Any, channel: str, limit: int) -> None:
        self._open[owner] = channel
        self.limit = limit

    def leave(self, owner: Any) -> None:
        self._open.pop(owner, None)

    # --- the day -----------------------------------------------------------------------------------------

    def _turn(self) -> None:
        day = pacific_day(now_ms()).isoformat()
        if day != self._day:
            self._day, self._reads, self._writes = day, {}, {}

    def recall(self, channel: str, stored: Any) -> None:
        """What this channel had used when its cursor was written, where that was today."""
        self._turn()
        if not isinstance(stored, Mapping) or stored.get("day") != self._day:
            return
        for used, key in ((self._reads, "reads"), (self._writes, "writes")):
            used[channel] = max(used.get(channel, 0), _units(stored.get(key)))

    def note(self, channel: str) -> dict[str, Any]:
        """For the cursor."""
        self._turn()
        return {
            "day": self._day,
            "reads": self._reads.get(channel, 0),
            "writes": self._writes.get(channel, 0),
        }

    # --- spending ----------------------------------------------------------------------------------------

    def used(self) -> int:
        self._turn()
        return sum(self._reads.values()) + sum(self._writes.values())

    def share(self) -> int:
        """Units that each open channel may spend on reading in one day."""
        return int(self.limit * (1 - KEPT_FOR_WRITES)) // max(1, len(set(self._open.values())))

    def left(self, channel: str) -> int:
        """Units that this channel may still spend on reading today."""
        self._turn()
        return max(0, min(self.share() - self._reads.get(channel, 0), self.limit - self.used()))

    def spend(self, channel: str, units: int, *, answering: bool = False) -> None:
        """Take units for a call that is about to be made; ``answering``: from what is kept for answers too.
        RateLimited: there are none left today."""
        self._turn()
        moment = now_ms()
        if self._stopped_until_ms > moment:
            raise RateLimited("YouTube: the day's units are used up", self._stopped_until_ms, "quota")
        left = self.limit - self.used() if answering else self.left(channel)
        if left < units:
            raise RateLimited("YouTube: this channel's units are used up", midnight_ms(moment), "quota")
        used = self._writes if answering else self._reads
        used[channel] = used.get(channel, 0) + units

    def stop(self) -> int:
        """Google says that nothing is left: until when, in milliseconds since 1970."""
        self._stopped_until_ms = midnight_ms(now_ms())
        return self._stopped_until_ms

    def pace_s(self, channel: str, round_units: int) -> float:
        """Seconds between rounds of this price so that the share lasts until midnight."""
        seconds = (midnight_ms(now_ms()) - now_ms()) / 1000
        return seconds * max(1, round_units) / max(1, self.left(channel))


def quota_of(http: Any, server: str, project: str) -> Quota:
    """The budget that all channels of one Http with this server and client id (or API key) have together."""
    return _quotas.setdefault(http, {}).setdefault(project_of(f"{server} {project}"), Quota())


def project_of(name: str) -> str:
    """A name for a project that does not show its API key."""
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]


def now_ms() -> int:
    return int(time.time() * 1000)


def _units(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else 0


# --- midnight in California ------------------------------------------------------------------------------
# Windows has no time zones of its own that Python could read; the rule has been the same since 2007.


def pacific_day(moment_ms: int) -> date:
    """The calendar day in California."""
    moment = datetime.fromtimestamp(moment_ms / 1000, UTC)
    return (moment - timedelta(hours=_hours_behind(moment))).date()


def midnight_ms(moment_ms: int) -> int:
    """The next midnight in California."""
    following = pacific_day(moment_ms) + timedelta(days=1)
    midnight = datetime(following.year, following.month, following.day, tzinfo=UTC)
    # at midnight the clock still goes as it did the evening before: it is put at two in the morning
    for hours in (7, 8):
        candidate = midnight + timedelta(hours=hours)
        if _hours_behind(candidate) == hours:
            return int(candidate.timestamp() * 1000)
    return int((midnight + timedelta(hours=8)).timestamp() * 1000)


def _hours_behind(moment: datetime) -> int:
    """7 in summer, from the second Sunday of March to the first of November at two o'clock; else 8."""
    begin = _sunday(moment.year, 3, 2) + timedelta(hours=10)  # 2:00 at eight hours behind
    end = _sunday(moment.year, 11, 1) + timedelta(hours=9)  # 2:00 at seven hours behind
    return 7 if begin <= moment < end else 8


def _sunday(year: int, month: int, which: int) -> datetime:
    first = datetime(year, month, 1, tzinfo=UTC)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (which - 1))
