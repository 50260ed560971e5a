"""What becomes of the sorted posts of the sample: ideas and meetings, meet-ups and their guests, promises.

Reads ``resources/sample/tracks.toml``. Nobody is written to: whoever is invited or told here was spoken to.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Protocol

from desktop.models.meetings import agenda, deciding, ideas, planning
from desktop.models.meetings.rows import Attendee
from desktop.models.meetups import drawing, guests, replies
from desktop.models.meetups import planning as meetups
from desktop.models.meetups.rows import guests_of, posts_of
from desktop.models.speaking import ledger
from desktop.models.store import Tx
from desktop.services.paths import resource

KOREA = timezone(timedelta(hours=9))
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens in the sample at a moment: a transaction of its own."""

    at_ms: int
    who: str
    work: Callable[[Tx], object]


@dataclass(frozen=True, slots=True)
class PlacedPost:
    id: int
    case_id: int
    author_id: int | None


class Calendar(Protocol):
    """Turns the moments of the files into milliseconds and dates."""

    @property
    def now_ms(self) -> int: ...
    def ms(self, when: str) -> int: ...
    def day(self, when: str) -> str: ...


FindPost = Callable[[Tx, str], PlacedPost]


def later_steps(calendar: Calendar, find: FindPost) -> Iterable[Step]:
    """All of it. Steps of the same moment happen in the order given."""
    with open(resource("sample") / "tracks.toml", "rb") as file:
        rows = tomllib.load(file)
    for row in rows["idea"]:
        yield _idea(calendar, find, row)
    for row in rows["meeting"]:
        yield from _Meeting(calendar, find, row).steps()
    for row in rows["progress"]:
        yield _progress(calendar, find, row)
    for row in rows["told"]:
        yield _told(calendar, find, row)
    for row in rows["meetup"]:
        yield from _Meetup(calendar, find, row).steps()
    yield Step(calendar.now_ms, "", replies.find_new)
    for row in rows["promise"]:
        yield from _promise(calendar, find, row)


# --- ideas and meetings -----------------------------------------------------------------------------------


def _idea(calendar: Calendar, find: FindPost, row: Row) -> Step:
    def work(tx: Tx) -> None:
        case_id = find(tx, row["key"]).case_id
        ideas.edit(tx, case_id, supporters=row["supporters"], review=row.get("review"))

    return Step(calendar.ms(row["when"]), "담당자 나", work)


def _progress(calendar: Calendar, find: FindPost, row: Row) -> Step:
    def work(tx: Tx) -> None:
        ideas.set_progress(tx, find(tx, row["key"]).case_id, row["percent"], row["note"])

    return Step(calendar.ms(row["when"]), "담당자 가", work)


def _told(calendar: Calendar, find: FindPost, row: Row) -> Step:
    def work(tx: Tx) -> None:
        for key in row["keys"]:
            ideas.mark_told(tx, find(tx, key).case_id)

    return Step(calendar.ms(row["when"]), "담당자 나", work)


class _Meeting:
    def __init__(self, calendar: Calendar, find: FindPost, row: Row) -> None:
        self._calendar, self._find, self._row = calendar, find, row
        self._id = 0

    def steps(self) -> Iterable[Step]:
        row = self._row
        yield self._step("planned", self._plan)
        yield self._step("filled", self._fill)
        if "started" in row:
            yield self._step("started", lambda tx: planning.start(tx, self._id))
        for decision in row.get("decision", ()):
            yield self._decision(decision)
        if "closed" in row:
            yield self._step("closed", lambda tx: planning.close(tx, self._id))

    def _step(self, when: str, work: Callable[[Tx], object]) -> Step:
        return Step(self._calendar.ms(self._row[when]), self._row["who"], work)

    def _plan(self, tx: Tx) -> None:
        row = self._row
        away = row.get("away", ())
        people = [Attendee(name, title, name not in away) for name, title in row["people"]]
        at_ms = self._calendar.ms(row["at"])
        words = {name: row.get(name, "") for name in ("place", "title", "note")}
        self._id = planning.add(tx, at_ms, people=people, **words).id

    def _fill(self, tx: Tx) -> None:
        agenda.add(tx, self._id, [self._find(tx, key).case_id for key in self._row["agenda"]])

    def _decision(self, row: Row) -> Step:
        def work(tx: Tx) -> None:
            case_id = self._find(tx, row["key"]).case_id
            planned = ""
            if "days" in row:
                day = datetime.fromtimestamp(tx.now_ms / 1000, KOREA).date() + timedelta(days=row["days"])
                planned = day.isoformat()
            deciding.decide(
                tx, self._id, case_id, row["decision"], row["reason"], owner=row.get("owner", ""),
                planned=planned,
            )  # fmt: skip

        return Step(self._calendar.ms(row["when"]), self._row["who"], work)


# --- meet-ups ---------------------------------------------------------------------------------------------


class _Meetup:
    def __init__(self, calendar: Calendar, find: FindPost, row: Row) -> None:
        self._calendar, self._find, self._row = calendar, find, row
        self._id = 0

    def steps(self) -> Iterable[Step]:
        row = self._row
        yield self._step(row["planned"], self._plan)
        if "invited" in row:
            yield self._step(row["invited"], self._invite)
        for guest in row.get("guests", ()):
            yield self._step(guest["when"], self._sign_up(guest))
        if "drawn" in row:
            yield self._step(row["drawn"], self._draw)
            yield self._step(row["told"], self._tell)
        if "over" in row:
            yield self._step(row["over"], self._look_back)

    def _step(self, when: str, work: Callable[[Tx], object]) -> Step:
        return Step(self._calendar.ms(when), self._row["who"], work)

    def _plan(self, tx: Tx) -> None:
        row = self._row
        values: Row = {name: row[name] for name in ("theme", "place", "minutes", "seats")}
        if "until" in row:
            values["sign_up_until_ms"] = self._calendar.ms(row["until"])
        posts = [self._find(tx, key).id for key in row["posts"]]
        self._id = meetups.add_meetup(tx, post_ids=posts, at_ms=self._calendar.ms(row["at"]), **values)

    def _invite(self, tx: Tx) -> None:
        for post in posts_of(self._id):
            meetups.mark_invited(tx, self._id, post.id)

    def _sign_up(self, guest: Row) -> Callable[[Tx], object]:
        def work(tx: Tx) -> None:
            if "key" in guest:
                guests.sign_up(tx, self._id, author_id=self._find(tx, guest["key"]).author_id)
            else:
                guests.sign_up(tx, self._id, name=guest["name"], contact=guest["contact"])

        return work

    def _draw(self, tx: Tx) -> None:
        drawing.fix_seed(tx, self._id, self._row["seed"])
        drawing.draw(tx, self._id)

    def _tell(self, tx: Tx) -> None:
        for guest in guests_of(self._id):
            if guest.to_tell:
                guests.mark_told(tx, guest.id)

    def _look_back(self, tx: Tx) -> None:
        row = self._row
        for wanted in row["guests"]:
            author_id = self._find(tx, wanted["key"]).author_id
            guest = next(guest for guest in guests_of(self._id) if guest.author_id == author_id)
            guests.attend(tx, guest.id, wanted["came"])
            if "said" in wanted:
                guests.note_on_case(tx, self._id, guest.id, wanted["said"])
        guests.write_report(tx, self._id, row["report"])
        meetups.edit_meetup(tx, self._id, answer=row["answer"])
        meetups.set_state(tx, self._id, "over")


# --- promises ---------------------------------------------------------------------------------------------


def _promise(calendar: Calendar, find: FindPost, row: Row) -> Iterable[Step]:
    made: list[int] = []

    def make(tx: Tx) -> None:
        case_id = find(tx, row["key"]).case_id
        promise, _ = ledger.add(tx, case_id, row["text"], due=calendar.day(row["due"]), owner=row["owner"])
        made.append(promise.id)

    yield Step(calendar.ms(row["when"]), "담당자 나", make)
    if "kept" in row:
        yield Step(
            calendar.ms(row["kept"]), "담당자 나",
            lambda tx: ledger.close(tx, made[0], ledger.KEPT, note=row["note"]),
        )  # fmt: skip
