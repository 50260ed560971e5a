"""The lottery: fair, fixed before it happens, and anybody can compute it again."""

from __future__ import annotations

import hashlib

import pytest

from desktop.models import cases, meetups  # noqa: F401
from desktop.models.meetups import drawing, guests, planning, rows
from desktop.models.meetups.rows import MeetupRefused
from desktop.models.store import Store
from tests.models.helpers import NOON, ask, do

DAY = 86_400_000


def meetup(store: Store, seats: int, names: int) -> int:
    made = do(store, planning.add_meetup, theme="자전거 출퇴근", at_ms=NOON + DAY, seats=seats)
    for number in range(names):
        do(store, guests.sign_up, made, name=f"시민{number + 1}", contact="010-1234-5678")
    return int(made)


def test_anybody_can_compute_the_draw_again(store: Store) -> None:
    number = meetup(store, 3, 8)
    do(store, drawing.fix_seed, number, "제1234회 로또 3 11 19 25 33 42")
    drawn = do(store, drawing.draw, number)
    # Nothing of ours from here on: what a citizen would write from the published page.
    tickets = [f"{number}-{n}" for n in range(1, 9)]
    digests = {t: hashlib.sha256(f"제1234회 로또 3 11 19 25 33 42:{t}".encode()).hexdigest() for t in tickets}
    again = sorted(tickets, key=digests.get)  # type: ignore[arg-type]
    assert [line.ticket for line in drawn] == again
    assert [line.ticket for line in drawn if line.seat] == again[:3]
    stored = {guest.ticket: guest for guest in ask(store, rows.guests_of, number)}
    assert {t for t, guest in stored.items() if guest.state == "in"} == set(again[:3])
    assert [stored[t].seat for t in again] == list(range(1, 9))
    assert ask(store, drawing.result_of, number) == drawn


def test_every_number_is_drawn_equally_often() -> None:
    tickets = [f"7-{n}" for n in range(1, 11)]
    wins = dict.fromkeys(tickets, 0)
    places = dict.fromkeys(tickets, 0)
    rounds = 4000
    for number in range(rounds):
        found = drawing.order(f"씨앗 {number}", tickets)
        for ticket in found[:3]:
            wins[ticket] += 1
        for place, ticket in enumerate(found):
            places[ticket] += place
    # 0.3 of the rounds each; four standard deviations of that are 116. These seeds are fixed: no luck in it.
    assert all(abs(count - rounds * 0.3) < 116 for count in wins.values()), wins
    chi = sum((count - rounds * 0.3) ** 2 / (rounds * 0.3) for count in wins.values())
    assert chi < 27.9  # 99.9 % of a fair lottery with 9 degrees of freedom
    assert all(abs(total / rounds - 4.5) < 0.2 for total in places.values())


def test_the_order_does_not_depend_on_the_list() -> None:
    tickets = [f"1-{n}" for n in range(20)]
    assert drawing.order("a", tickets) == drawing.order("a", [*reversed(tickets), "1-3"])
    assert drawing.order("a", tickets) != drawing.order("b", tickets)
    assert drawing.list_digest(tickets) == drawing.list_digest(list(reversed(tickets)))


def test_the_seed_is_fixed_once_and_before_the_draw(store: Store) -> None:
    number = meetup(store, 2, 3)
    with pytest.raises(MeetupRefused) as refused:
        do(store, drawing.draw, number)
    assert refused.value.code == "meetup-no-seed"
    do(store, drawing.fix_seed, number, "  하나  둘 ", step="seed")
    assert ask(store, rows.get_meetup, number).seed == "하나 둘"
    with pytest.raises(MeetupRefused) as refused:
        do(store, drawing.fix_seed, number, "셋")
    assert refused.value.code == "meetup-seed-fixed"
    late = do(store, guests.sign_up, number, name="늦은 시민")
    guest = ask(store, rows.get_guest, late)
    assert (guest.state, guest.late) == ("waiting", True)
    drawn = do(store, drawing.draw, number)
    assert guest.ticket not in [line.ticket for line in drawn]
    last = ask(store, rows.get_guest, late)
    assert (last.state, last.seat) == ("waiting", 4)
    with pytest.raises(MeetupRefused):
        do(store, guests.remove_guest, late)


def test_with_room_for_all_everybody_has_a_seat(store: Store) -> None:
    number = meetup(store, 5, 3)
    do(store, drawing.fix_seed, number, "하나")
    late = do(store, guests.sign_up, number, name="늦은 시민")
    assert all(line.seat for line in do(store, drawing.draw, number))
    assert ask(store, rows.get_guest, late).state == "in"


def test_a_draw_is_taken_back_whole(store: Store) -> None:
    number = meetup(store, 2, 5)
    before = ask(store, rows.guests_of, number)
    do(store, drawing.fix_seed, number, "하나", step="seed")
    do(store, drawing.draw, number, step="draw")
    do(store, cases.undo, "draw")
    assert ask(store, rows.get_meetup, number).state == "inviting"
    do(store, cases.undo, "seed")
    assert [g.state for g in ask(store, rows.guests_of, number)] == [g.state for g in before]
    assert ask(store, drawing.result_of, number) == []


def test_nobody_no_draw(store: Store) -> None:
    number = meetup(store, 2, 1)
    (only,) = ask(store, rows.guests_of, number)
    do(store, guests.decline, only.id)
    with pytest.raises(MeetupRefused) as refused:
        do(store, drawing.fix_seed, number, drawing.random_seed())
    assert refused.value.code == "meetup-nobody"


def test_random_seeds_differ() -> None:
    assert len({drawing.random_seed() for _ in range(50)}) == 50
