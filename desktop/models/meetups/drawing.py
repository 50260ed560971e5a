"""The lottery where more people want to come than there are seats, so that anybody can check it.

Everybody who signed up has a public number such as 3-17. The list of numbers is closed when the seed is
fixed; both are shown before the draw. The order is that of SHA-256 over "seed:number", smallest first; the
first ones get the seats, the rest wait in that order. Who knows seed and numbers can compute it anew.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.meetups.planning import about
from desktop.models.meetups.rows import MeetupRefused, get_meetup, guests_of
from desktop.models.permissions import need
from desktop.models.records import Edit
from desktop.models.store import Tx

LONGEST_SEED = 200


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line of the result: place in the draw, number, digest, and whether it is a seat."""

    place: int
    ticket: str
    digest: str
    seat: bool


def digest_of(seed: str, ticket: str) -> str:
    """What the order goes by."""
    return hashlib.sha256(f"{seed}:{ticket}".encode()).hexdigest()


def order(seed: str, tickets: Iterable[str]) -> list[str]:
    """The numbers in the order of the draw; it does not depend on the order in which they are given."""
    return sorted(set(tickets), key=lambda ticket: (digest_of(seed, ticket), ticket))


def list_digest(tickets: Iterable[str]) -> str:
    """Tells one closed list of numbers from another."""
    return hashlib.sha256("\n".join(sorted(set(tickets))).encode()).hexdigest()[:16]


def random_seed() -> str:
    """A seed that nobody has chosen, in groups of digits, which are easily read aloud."""
    return "-".join(f"{secrets.randbelow(10_000):04d}" for _ in range(6))


def fix_seed(tx: Tx, meetup_id: int, seed: str, *, step: str = "") -> str:
    """Publish the seed and close the list; from now on neither can be changed, only taken back before the
    draw. The seed as it is stored."""
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.draw", meetup.state)
    if meetup.seed_ms is not None:
        raise MeetupRefused("the seed is fixed", code="meetup-seed-fixed")
    seed = " ".join(seed.split())[:LONGEST_SEED]
    if not seed:
        raise MeetupRefused("no seed", code="meetup-no-seed")
    tickets = [guest.ticket for guest in guests_of(meetup_id) if guest.state == "signed-up"]
    if not tickets:
        raise MeetupRefused("nobody signed up", code="meetup-nobody")
    edit = Edit(tx)
    edit.set("meetup", meetup_id, seed=seed, seed_ms=tx.now_ms)
    edit.record(
        "meetup-seed", about(meetup_id), step=step, seed=seed, theme=meetup.theme, tickets=sorted(tickets),
        list=list_digest(tickets),
    )  # fmt: skip
    return seed


def draw(tx: Tx, meetup_id: int, *, step: str = "") -> list[Drawn]:
    """Give the seats. Where there is room for everybody, the order is only that of the list."""
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.draw", meetup.state)
    if meetup.seed_ms is None:
        raise MeetupRefused("no seed", code="meetup-no-seed")
    guests = guests_of(meetup_id)
    waiting = {guest.ticket: guest for guest in guests if guest.state == "signed-up"}
    late = [guest for guest in guests if guest.state == "waiting" and guest.late]
    result = _result(meetup.seed, meetup.seats, waiting)
    edit = Edit(tx)
    for line in result:
        edit.set("guest", waiting[line.ticket].id, seat=line.place, state="in" if line.seat else "waiting")
    for place, guest in enumerate(sorted(late, key=lambda g: g.number or 0), len(result) + 1):
        edit.set("guest", guest.id, seat=place)
    edit.set("meetup", meetup_id, state="drawn", drawn_ms=tx.now_ms)
    from desktop.models.meetups.guests import move_up

    move_up(edit, meetup_id, meetup.seats)
    edit.record(
        "meetup-draw", about(meetup_id), step=step, theme=meetup.theme, seed=meetup.seed,
        order=[line.ticket for line in result], seats=meetup.seats,
    )  # fmt: skip
    return result


def result_of(meetup_id: int) -> list[Drawn]:
    """The draw as it was, from seed and numbers; empty before it. Who declined since is still in it."""
    from desktop.models.events import effective, load

    events = [e for e in effective(load("about = ?", about(meetup_id))) if e.kind == "meetup-draw"]
    if not events:
        return []
    drawn = events[-1].after
    return _result(drawn["seed"], drawn["seats"], drawn["order"])


def _result(seed: str, seats: int, tickets: Iterable[str]) -> list[Drawn]:
    return [
        Drawn(place, ticket, digest_of(seed, ticket), place <= seats)
        for place, ticket in enumerate(order(seed, tickets), 1)
    ]
