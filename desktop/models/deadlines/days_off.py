"""The days off: those of the library ``holidays`` as rows of the workspace, and what the office adds to them.

The rows are there so that everybody on a workspace counts with the same days, whatever version of the library
their PC has, and so that a list needs no import. For years without rows the library is asked. An office's own
row beats the library's; it adds a day (임시공휴일) or says that the office works after all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from desktop.models import meta
from desktop.models.current import database
from desktop.models.deadlines import stale
from desktop.models.deadlines.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    Calendar,
    DayOff,
    OfficeHours,
    OutOfCalendar,
    date_of,
    number_of,
)
from desktop.models.errors import WorkspaceError
from desktop.models.events import record
from desktop.models.permissions import need
from desktop.models.store import Tx

HOURS_KEY = "office_hours"
CACHED_KEY = "holidays_of_library"
LONGEST_NAME = 100


class DayRefused(WorkspaceError):
    """A day that cannot be added or taken away."""

    code = "bad-day"


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day as the list of days off shows it. ``source``: library or office; ``off`` False: worked."""

    day: date
    name_ko: str
    name_en: str
    source: str
    off: bool = True


def calendar(
    hours: OfficeHours | None = None, instead: Mapping[date, DayOff | None] | None = None
) -> Calendar:
    """The calendar of this workspace; or as it would be with other hours, and with other rows of the office's
    own (None: without that row)."""
    rows = database.execute_sql("SELECT day, off, name_ko, name_en, source FROM holiday").fetchall()
    stored: dict[int, dict[int, DayOff]] = {}
    own: dict[int, dict[int, DayOff]] = {}
    for text, off, ko, en, source in rows:
        day = date.fromisoformat(text)
        kept = own if source == "office" else stored
        kept.setdefault(day.year, {})[number_of(day)] = DayOff(ko, en or ko, bool(off))
    for day, wanted in (instead or {}).items():
        if wanted is None:
            own.get(day.year, {}).pop(number_of(day), None)
        else:
            own.setdefault(day.year, {})[number_of(day)] = wanted
    first, last, _ = cached()

    def days_off(year: int) -> Mapping[int, DayOff]:
        shipped = stored.get(year, {}) if first <= year <= last else library_days(year)
        return {**shipped, **own.get(year, {})}

    return Calendar(days_off, hours or office_hours())


def library_calendar() -> Calendar:
    """The calendar where there is no workspace."""
    return Calendar(library_days)


@lru_cache(maxsize=200)
def library_days(year: int) -> Mapping[int, DayOff]:
    """The public, substitute and temporary days off of a year, as the library knows them."""
    # Only here: a window that opens must not wait for it.
    from holidays.countries.south_korea import SouthKorea

    country: Any = SouthKorea
    korean = country(years=year, language="ko")
    english = country(years=year, language="en_US")
    return {
        number_of(day): DayOff(name.replace("; ", "·"), str(english.get(day, name)).replace("; ", ", "))
        for day, name in korean.items()
        if day.year == year
    }


def library_of(years: Iterable[int]) -> dict[int, Mapping[int, DayOff]]:
    """The same for some years."""
    return {year: library_days(year) for year in years}


def library_version() -> str:
    from importlib.metadata import version

    return version("holidays")


def office_hours() -> OfficeHours:
    kept = meta.get(HOURS_KEY)
    return OfficeHours() if kept is None else OfficeHours(**json.loads(kept))


def set_office_hours(tx: Tx, hours: OfficeHours, *, step: str = "") -> None:
    need(tx, "rule.edit")
    before = office_hours()
    if hours != before:
        _save(tx, {"hours": asdict(before)}, {"hours": asdict(hours)}, "hours", step)


def cached() -> tuple[int, int, str]:
    """First and last year whose days off are rows, and the version of the library that they are from."""
    kept = meta.get(CACHED_KEY)
    if kept is None:
        return 1, 0, ""
    value = json.loads(kept)
    return int(value["from"]), int(value["to"]), str(value["version"])


def store_library(tx: Tx, years: Mapping[int, Mapping[int, DayOff]], version: str) -> list[date]:
    """Keep the library's days of these years (a whole range) as rows; which days are new, gone or renamed. A
    workspace that an older library reaches later than a newer one keeps the newer one's."""
    if _number(version) < _number(cached()[2]):
        return []
    wanted = {date_of(number).isoformat(): found for days in years.values() for number, found in days.items()}
    rows = tx.db.execute_sql("SELECT day, name_ko FROM holiday WHERE source = 'library'").fetchall()
    before = {day: name for day, name in rows}
    changed = {day for day, found in wanted.items() if before.get(day) != found.ko} | (
        set(before) - set(wanted)
    )
    tx.db.execute_sql("DELETE FROM holiday WHERE source = 'library'")
    tx.db.connection().executemany(
        "INSERT INTO holiday (day, source, off, name_ko, name_en, changed_ms, changed_by)"
        " VALUES (?, 'library', ?, ?, ?, ?, '')",
        [(day, True, found.ko, found.en, tx.now_ms) for day, found in wanted.items()],
    )
    meta.put(tx, CACHED_KEY, json.dumps({"from": min(years), "to": max(years), "version": version}))
    if changed:
        _changed(tx)
    return sorted(date.fromisoformat(day) for day in changed)


def shipped_days(year: int) -> list[DayRow]:
    """The library's days of a year, by day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OutOfCalendar(f"the days off of {year} are not known")
    return [
        DayRow(date_of(number), off.ko, off.en, "library")
        for number, off in sorted(library_days(year).items())
    ]


def list_days(year: int) -> list[DayRow]:
    """What is off in a year, and what is worked although it would be; by day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OutOfCalendar(f"the days off of {year} are not known")
    first, last, _ = cached()
    found: dict[str, DayRow] = {}
    if not first <= year <= last:
        found = {row.day.isoformat(): row for row in shipped_days(year)}
    rows = database.execute_sql(
        "SELECT day, off, name_ko, name_en, source FROM holiday WHERE day BETWEEN ? AND ?"
        " ORDER BY source = 'office', day",
        (f"{year:04}-01-01", f"{year:04}-12-31"),
    ).fetchall()
    for text, off, ko, en, source in rows:
        found[text] = DayRow(date.fromisoformat(text), ko, en or ko, source, bool(off))
    return [found[text] for text in sorted(found)]


def add_day(tx: Tx, day: date, name_ko: str, name_en: str = "", *, off: bool = True, step: str = "") -> bool:
    """A day off of the office's own, or (``off`` False) a day that it works; whether that is new."""
    need(tx, "rule.edit")
    name = name_ko.strip()
    if not FIRST_YEAR <= day.year <= LAST_YEAR or not name or len(name) > LONGEST_NAME:
        raise DayRefused(f"{day} {name[:LONGEST_NAME]!r}")
    before, after = own_day(day), {"off": off, "name_ko": name, "name_en": name_en.strip()}
    if before == after:
        return False
    _save_day(tx, day, before, after, step)
    return True


def remove_day(tx: Tx, day: date, *, step: str = "") -> None:
    """Work on a day: the office's own row goes; a day off of the library gets a row that says so. Raises
    DayRefused where the day is not off."""
    need(tx, "rule.edit")
    own = own_day(day)
    if own is not None and own["off"]:
        _save_day(tx, day, own, None, step)
        return
    found = [row for row in list_days(day.year) if row.day == day and row.off]
    if not found:
        raise DayRefused(f"{day} is no day off", code="no-day-off")
    name_ko, name_en = worked_name(found[0])
    _save_day(tx, day, own, {"off": False, "name_ko": name_ko, "name_en": name_en}, step)


def put_back(tx: Tx, day: date, *, step: str = "") -> None:
    """Take the office's own row away: the day is what the library says. Raises DayRefused without one."""
    need(tx, "rule.edit")
    own = own_day(day)
    if own is None:
        raise DayRefused(f"{day} has no row of the office's", code="no-own-day")
    _save_day(tx, day, own, None, step)


def worked_name(row: DayRow) -> tuple[str, str]:
    """What a day is called that the office works although it would be off."""
    return f"{row.name_ko} 근무", f"working on {row.name_en}"


def own_day(day: date) -> dict[str, Any] | None:
    """The office's own row of a day."""
    row = database.execute_sql(
        "SELECT off, name_ko, name_en FROM holiday WHERE day = ? AND source = 'office'", (day.isoformat(),)
    ).fetchone()
    return None if row is None else {"off": bool(row[0]), "name_ko": row[1], "name_en": row[2]}


def restore(tx: Tx, _case_id: int, state: Mapping[str, Any]) -> None:
    """Put a day or the working hours back as an event describes them; for undo."""
    if "hours" in state:
        meta.put(tx, HOURS_KEY, json.dumps(state["hours"]))
    else:
        _write_day(tx, state["day"], state["was"])
    _changed(tx)


# --- inside -----------------------------------------------------------------------------------------------


def _save_day(
    tx: Tx, day: date, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, step: str
) -> None:
    name = day.isoformat()
    _save(tx, {"day": name, "was": before}, {"day": name, "was": after}, f"day:{name}", step)


def _save(tx: Tx, before: Mapping[str, Any], after: Mapping[str, Any], about: str, step: str) -> None:
    restore(tx, 0, after)
    record(tx, "days-off", 0, {"days_off": before}, {"days_off": after}, step=step, about=about)


def _write_day(tx: Tx, day: str, state: Mapping[str, Any] | None) -> None:
    tx.db.execute_sql("DELETE FROM holiday WHERE day = ? AND source = 'office'", (day,))
    if state is not None:
        tx.db.execute_sql(
            "INSERT INTO holiday (day, source, off, name_ko, name_en, changed_ms, changed_by)"
            " VALUES (?, 'office', ?, ?, ?, ?, ?)",
            (day, state["off"], state["name_ko"], state["name_en"], tx.now_ms, tx.actor),
        )


def _changed(tx: Tx) -> None:
    stale.mark(tx)
    tx.changes.other("holidays")


def _number(version: str) -> tuple[int, ...]:
    """``0.109`` as numbers that can be compared."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())
