"""The sample workspace (예시 업무공간): made-up posts about city matters over 37 channels, to look around in.

Owns turning ``resources/sample/`` into a workspace through the same functions that collecting and the desk
use, so that the sample looks and behaves like a real one. Its channels are disabled, have no accounts, and
addresses under ``.example``; the workspace is marked as sample: nothing is ever fetched and nothing can be
sent. No person, account or incident in it is real.
"""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from connectors.base import Author, Batch, Media, Post
from desktop.models import cases, channels, forwarding, notes, search
from desktop.models.errors import WorkspaceError
from desktop.models.merge import merge_batch
from desktop.models.store import Store, Tx
from desktop.services import deadlines, offices, templates
from desktop.services.paths import resource
from desktop.services.sample_tracks import PlacedPost, Step, later_steps

KOREA = timezone(timedelta(hours=9))
NIGHT_STARTS = timedelta(hours=22)
NIGHT_LASTS = timedelta(hours=4)
MORNING = timedelta(minutes=220)
"""How long before now the oldest of today's posts is, where the night ended early enough."""

DEPARTMENT_TAKES = timedelta(minutes=50)
"""After this long a department has done something with what it was sent."""

ANSWERED_BY_PHONE = "전화로 답변을 드렸습니다."

POST_FILES = ("days.psv", "night.psv", "today.psv")


@dataclass(frozen=True, slots=True)
class Summary:
    channels: int
    posts: int


def make_sample(path: str | os.PathLike[str], *, now: float | None = None) -> Summary:
    """Make a sample workspace in a new file. ``now`` (seconds since 1970) is when the made-up week ends; the
    same ``now`` gives the same posts. Raises WorkspaceError with code "exists" where a file is already."""
    target = Path(path)
    if target.exists():
        raise WorkspaceError(f"{target} exists", code="exists")
    target.parent.mkdir(parents=True, exist_ok=True)
    # Made beside and renamed at the end: a program killed half-way leaves no half sample.
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        summary = _make(unfinished, time.time() if now is None else now)
        unfinished.rename(target)
    finally:
        for rest in ("", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + rest).unlink(missing_ok=True)
    return summary


def _make(path: Path, now: float) -> Summary:
    calendar = _Calendar(now)
    moment = [calendar.start_ms / 1000]
    with Store.open(path, sample=True, clock=lambda: moment[0]) as store:
        store.write(offices.seed).result()
        store.write(templates.seed).result()
        store.write(deadlines.seed).result()
        deadlines.store_library(store)
        sample = _Sample(calendar)
        store.write(sample.add_channels).result()
        steps = sorted(sample.steps(), key=lambda step: step.at_ms)
        for step in steps:
            moment[0] = step.at_ms / 1000
            store.write(step.work, actor=step.who).result()
        moment[0] = now
        deadlines.recompute_now(store)
        while store.write(search.index_some).result():
            pass
    return Summary(len(sample.channels), len(sample.posts))


class _Calendar:
    """Turns the moments of the files into milliseconds.

    "n2204" is in the busy night, the last one that is over; "d3 0912" a time of day, where d2 is the day
    before that night began; "m35" is 35 minutes ago; "p4 1400" is in four days.
    """

    def __init__(self, now: float) -> None:
        self._now = datetime.fromtimestamp(now, KOREA)
        midnight = self._now.replace(hour=0, minute=0, second=0, microsecond=0)
        while midnight + NIGHT_STARTS + NIGHT_LASTS > self._now:
            midnight -= timedelta(days=1)
        self._day_of_night = midnight
        since = self._now - (midnight + NIGHT_STARTS + NIGHT_LASTS)
        # Called up at three in the morning, today's posts have to fit into one hour.
        self._pace = min(1.0, since / MORNING)
        self.start_ms = _ms(midnight - timedelta(days=7))

    @property
    def now_ms(self) -> int:
        return _ms(self._now)

    def ms(self, when: str) -> int:
        if when.startswith("m"):
            return _ms(self._now - timedelta(minutes=int(when[1:])) * self._pace)
        day, clock = ("d1", when[1:]) if when.startswith("n") else when.split()
        moment = self._midnight_of(day)
        moment += timedelta(hours=int(clock[:2]), minutes=int(clock[2:]))
        if when.startswith("n") and clock < "12":
            moment += timedelta(days=1)
        return _ms(moment)

    def day(self, when: str) -> str:
        """The date of "d2" or "p4"."""
        return self._midnight_of(when).date().isoformat()

    def _midnight_of(self, day: str) -> datetime:
        number = int(day[1:])
        if day.startswith("p"):
            return self._now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=number)
        return self._day_of_night - timedelta(days=number - 1)


class _Sample:
    """The rows of the files, and what they become."""

    def __init__(self, calendar: _Calendar) -> None:
        self._calendar = calendar
        self.channels = {row["key"]: row for row in _rows("channels.csv", ",")}
        self.posts = {row["key"]: row for name in POST_FILES for row in _rows(name, "|")}
        self._changes = list(_rows("changes.psv", "|"))
        self._desk = list(_rows("desk.psv", "|"))
        self._channel_ids: dict[str, int] = {}
        names = dict.fromkeys(row["author"] for row in self.posts.values())
        self._citizens = {name: number for number, name in enumerate(names, 1)}

    def add_channels(self, tx: Tx) -> None:
        for key, row in self.channels.items():
            self._channel_ids[key] = channels.add_channel(
                tx,
                network=row["network"],
                name=row["name"],
                url=row["url"] + (f"/{key}" if row["network"] == "mastodon" else ""),
                handle=row["handle"],
                owner=row["owner"],
            )
            channels.update_channel(tx, self._channel_ids[key], enabled=False)

    def steps(self) -> Iterable[Step]:
        for row in self.posts.values():
            yield self._arrival(row)
        for row in self._changes:
            yield self._change(row)
        for row in self._desk:
            yield self._sorting(row)
        handed_over = [row for row in self._desk if row["what"] == "forward"]
        for number, row in enumerate(handed_over):
            yield self._department(number, row)
        yield from later_steps(self._calendar, self._post_of)
        yield Step(self._calendar.ms("n2155"), "담당자 나", self._read_everything)

    # --- what the networks bring ------------------------------------------------------------------------

    def _arrival(self, row: dict[str, str]) -> Step:
        at_ms = self._calendar.ms(row["when"])
        batch = Batch(posts=(self._post(row, at_ms),))
        channel_id = self._channel_ids[row["channel"]]
        return Step(at_ms, "", lambda tx: merge_batch(tx, channel_id, batch))

    def _change(self, row: dict[str, str]) -> Step:
        before = self.posts[row["key"]]
        channel_id = self._channel_ids[before["channel"]]
        at_ms = self._calendar.ms(row["when"])
        if row["what"] == "gone":
            batch = Batch(gone=(row["key"],))
        else:
            created_ms = self._calendar.ms(before["when"])
            batch = Batch(posts=(self._post({**before, "text": row["text"]}, created_ms, at_ms),))
        return Step(at_ms, "", lambda tx: merge_batch(tx, channel_id, batch))

    def _post(self, row: dict[str, str], created_ms: int, edited_ms: int | None = None) -> Post:
        channel = self.channels[row["channel"]]
        flags = row["flags"].split()
        named = dict(flag.split(":", 1) for flag in flags if ":" in flag)
        address = channel["url"]
        return Post(
            remote_id=row["key"],
            text=row["text"].replace("\\n", "\n"),
            author=self._author(row["author"], channel),
            created_ms=created_ms,
            url=f"{address}/{row['key']}" if address else "",
            parent_id=named.get("re", ""),
            repost_of=named.get("rt", ""),
            context=channel["page"],
            edited_ms=edited_ms,
            own="own" in flags,
            private="private" in flags,
            state=next((state for state in ("spam", "held") if state in flags), "published"),
            media=(Media("image", f"{address}/{row['key']}.jpg", "현장 사진"),) if "photo" in flags else (),
        )

    def _author(self, name: str, channel: dict[str, str]) -> Author:
        if name == "@own":
            return Author("own", channel["name"], channel["handle"])
        number = self._citizens[name]
        handle = f"@simin{number:03}" if channel["network"] == "mastodon" else ""
        return Author(f"simin{number:03}", name, handle)

    # --- what the desk does -----------------------------------------------------------------------------

    def _sorting(self, row: dict[str, str]) -> Step:
        def work(tx: Tx) -> None:
            ids = [self._case_of(tx, key) for key in row["keys"].split()]
            match row["what"]:
                case "forward":
                    forwarding.send(tx, ids, row["value"])
                case "idea" | "opinion" as track:
                    cases.move(tx, ids, track)
                case "group":
                    cases.group(tx, ids)
                case "answered" | "done" as status:
                    _finish_forwardings(tx, ids)
                    cases.set_status(tx, ids, status)
                case "star":
                    cases.set_starred(tx, ids, True)
                case "note":
                    notes.add_note(tx, ids[0], row["value"])
                case unknown:
                    raise ValueError(unknown)
            cases.mark_read(tx, ids, True)

        return Step(self._calendar.ms(row["when"]), row["who"], work)

    def _department(self, number: int, row: dict[str, str]) -> Step:
        """What a department did a while later: one after the other another of what can happen."""

        def work(tx: Tx) -> None:
            for key in row["keys"].split():
                for one in forwarding.open_of_cases([self._case_of(tx, key)]):
                    if one.state == "sent":
                        _DEEDS[number % len(_DEEDS)](tx, one.id)

        at_ms = self._calendar.ms(row["when"]) + int(DEPARTMENT_TAKES.total_seconds() * 1000)
        return Step(min(at_ms, self._calendar.now_ms), "부서 담당자", work)

    def _post_of(self, tx: Tx, key: str) -> PlacedPost:
        channel_id = self._channel_ids[self.posts[key]["channel"]]
        found = tx.db.execute_sql(
            "SELECT id, case_id, author_id FROM post WHERE channel_id = ? AND remote_id = ?",
            (channel_id, key),
        ).fetchone()
        return PlacedPost(*found)

    def _case_of(self, tx: Tx, key: str) -> int:
        return self._post_of(tx, key).case_id

    def _read_everything(self, tx: Tx) -> None:
        rows = tx.db.execute_sql("SELECT id FROM case_ WHERE merged_into IS NULL").fetchall()
        cases.mark_read(tx, [case_id for (case_id,) in rows], True)


def _leave(tx: Tx, forwarding_id: int) -> None:
    """Nobody of the department has looked yet."""


def _look(tx: Tx, forwarding_id: int) -> None:
    forwarding.seen(tx, [forwarding_id])


def _hand_in(tx: Tx, forwarding_id: int) -> None:
    forwarding.answer(
        tx, forwarding_id, "현장을 확인했고, 이번 주 안에 고치겠습니다. 알려 주셔서 고맙습니다."
    )


def _return(tx: Tx, forwarding_id: int) -> None:
    forwarding.give_back(tx, forwarding_id, "시설 관리 주체가 달라 다시 지정해 주시기 바랍니다.")


_DEEDS: tuple[Callable[[Tx, int], object], ...] = (
    _leave, forwarding.receive, _look, forwarding.begin, _hand_in, forwarding.receive, _leave, _return,
)  # fmt: skip


def _finish_forwardings(tx: Tx, case_ids: Iterable[int]) -> None:
    """What we answered came from the department: it is done."""
    for one in forwarding.open_of_cases(case_ids):
        said = tx.db.execute_sql(
            "SELECT text FROM post WHERE own AND case_id = ? ORDER BY id DESC", (one.case_id,)
        ).fetchone()
        answer_id = forwarding.answer(tx, one.id, said[0] if said else ANSWERED_BY_PHONE)
        forwarding.accept(tx, answer_id, send=False)


def _rows(name: str, delimiter: str) -> list[dict[str, str]]:
    with open(resource("sample") / name, encoding="utf-8", newline="") as file:
        quoting = csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE
        return list(csv.DictReader(file, delimiter=delimiter, quoting=quoting))


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
