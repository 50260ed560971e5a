"""Sign-ups, the waiting list, and who came."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models import cases, notes
from desktop.models.meetups import drawing, guests, planning, rows
from desktop.models.meetups.rows import MeetupRefused
from desktop.models.permissions import WrongState
from desktop.models.store import Store
from tests.models.helpers import NOON, ask, channel, copied, do, id_of, merge, post
from tests.models.meetups.test_drawing import DAY, meetup


def states(store: Store, number: int) -> dict[str, str]:
    return {guest.name: guest.state for guest in ask(store, rows.guests_of, number)}


def drawn(store: Store, seats: int, names: int) -> int:
    number = meetup(store, seats, names)
    do(store, drawing.fix_seed, number, "하나")
    do(store, drawing.draw, number)
    return number


def test_the_first_who_waits_moves_up_and_all_is_one_gesture(store: Store) -> None:
    number = drawn(store, 2, 5)
    found = ask(store, rows.guests_of, number)
    waiting = [guest for guest in found if guest.state == "waiting"]
    before = states(store, number)
    moved = do(store, guests.decline, found[0].id, step="no")
    assert moved == [waiting[0].id]
    assert ask(store, rows.get_guest, waiting[0].id).to_tell
    assert states(store, number)[found[0].name] == "declined"
    do(store, cases.undo, "no")
    assert states(store, number) == before


def test_who_waits_and_declines_moves_nobody(store: Store) -> None:
    number = drawn(store, 2, 5)
    last = next(g for g in ask(store, rows.guests_of, number) if g.state == "waiting")
    assert do(store, guests.decline, last.id) == []


def test_more_seats_let_the_waiting_list_in(store: Store) -> None:
    number = drawn(store, 2, 5)
    do(store, planning.edit_meetup, number, seats=4, step="more")
    assert list(states(store, number).values()).count("in") == 4
    with pytest.raises(MeetupRefused) as refused:
        do(store, planning.edit_meetup, number, seats=3)
    assert refused.value.code == "meetup-seats-taken"
    do(store, cases.undo, "more")
    assert list(states(store, number).values()).count("in") == 2


def test_more_may_come_than_there_were_seats(store: Store) -> None:
    number = drawn(store, 1, 3)
    for guest in ask(store, rows.guests_of, number)[:2]:
        do(store, guests.attend, guest.id, True)
    do(store, planning.set_state, number, "over")
    do(store, planning.edit_meetup, number, answer="의자를 더 놓겠습니다", seats=1)
    assert ask(store, rows.get_meetup, number).answer == "의자를 더 놓겠습니다"


def test_who_comes_back_stands_at_the_end(store: Store) -> None:
    number = drawn(store, 1, 3)
    first = ask(store, rows.guests_of, number)[0]
    do(store, guests.decline, first.id)
    do(store, guests.sign_up, number, guest_id=first.id)
    found = ask(store, rows.guests_of, number)
    assert [g.state for g in found] == ["in", "waiting", "waiting"]
    assert found[-1].id == first.id and found[-1].number == first.number


def test_signing_up_twice_is_once(store: Store) -> None:
    merge(store, channel(store), post("a"))
    number = do(store, planning.add_meetup, theme="한강", at_ms=NOON + DAY, post_ids=[id_of(store, "a")])
    (row,) = ask(store, rows.posts_of, number)
    one = do(store, guests.sign_up, number, name="김시민", author_id=row.author_id)
    again = do(store, guests.sign_up, number, name="김시민", author_id=row.author_id)
    assert one == again and len(ask(store, rows.guests_of, number)) == 1


@settings(max_examples=15, deadline=None)
@given(seats=st.integers(1, 6), names=st.integers(1, 9), seed=st.integers(0, 10_000))
def test_seats_are_never_overbooked_nor_left_empty_while_somebody_waits(
    blank: object, seats: int, names: int, seed: int
) -> None:
    chance = random.Random(seed)
    with copied(blank) as store:  # type: ignore[arg-type]
        number = drawn(store, seats, names)
        for turn in range(12):
            found = ask(store, rows.guests_of, number)
            guest = chance.choice(found)
            if chance.random() < 0.3:
                do(store, guests.sign_up, number, name=f"새 시민 {turn}")
            elif guest.state == "declined":
                do(store, guests.sign_up, number, guest_id=guest.id)
            else:
                do(store, guests.decline, guest.id)
            found = ask(store, rows.guests_of, number)
            inside = [g for g in found if g.state == "in"]
            waiting = [g for g in found if g.state == "waiting"]
            assert len(inside) <= seats
            assert not waiting or len(inside) == seats
            places = [g.seat for g in (*inside, *waiting)]
            assert len(set(places)) == len(places) and None not in places


def test_who_came_and_what_they_said_goes_back_to_their_case(store: Store) -> None:
    merge(store, channel(store), post("a"))
    post_id = id_of(store, "a")
    number = meetup(store, 5, 0)
    do(store, planning.add_posts, number, [post_id])
    (row,) = ask(store, rows.posts_of, number)
    do(store, planning.mark_invited, number, row.id, step="invite")
    (guest,) = ask(store, rows.guests_of, number)
    with pytest.raises(WrongState):
        do(store, guests.attend, guest.id, True)
    do(store, guests.sign_up, number, guest_id=guest.id)
    do(store, drawing.fix_seed, number, "하나")
    do(store, drawing.draw, number)
    do(store, guests.attend, guest.id, True, step="came")
    assert states(store, number) == {"김시민": "came"}
    do(store, cases.undo, "came")
    assert states(store, number) == {"김시민": "in"}
    case_id = do(store, guests.note_on_case, number, guest.id, "보관대를 늘려 달라", actor="김")
    assert case_id == post_id
    (note,) = ask(store, notes.list_notes, case_id)
    assert note.text == "번개팅 「자전거 출퇴근」 · 김시민: 보관대를 늘려 달라"
    assert ask(store, rows.get_guest, guest.id).note == "보관대를 늘려 달라"


def test_a_guest_by_telephone_has_no_case_to_note_on(store: Store) -> None:
    number = drawn(store, 2, 1)
    (guest,) = ask(store, rows.guests_of, number)
    with pytest.raises(MeetupRefused) as refused:
        do(store, guests.note_on_case, number, guest.id, "말")
    assert refused.value.code == "guest-no-case"
    with pytest.raises(MeetupRefused):
        do(store, guests.sign_up, number, name="  ")


def test_over_means_over(store: Store) -> None:
    number = drawn(store, 2, 2)
    do(store, planning.set_state, number, "over", step="over")
    with pytest.raises(MeetupRefused):
        do(store, guests.sign_up, number, name="늦음")
    with pytest.raises(MeetupRefused):
        do(store, planning.set_state, number, "cancelled")
    do(store, planning.set_state, number, "open")
    assert ask(store, rows.get_meetup, number).state == "drawn"
