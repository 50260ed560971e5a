"""Who may do what with a meet-up, and that nothing is half-done where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.models import cases
from desktop.models.errors import Conflict, Missing
from desktop.models.meetups import drawing, guests, planning, replies, rows
from desktop.models.permissions import NotAllowed
from desktop.models.store import Store
from tests.models.helpers import NOON, ask, channel, do, id_of, merge, one, post
from tests.models.meetups.test_drawing import DAY, meetup


def with_members(store: Store) -> None:
    """lee works in a department, kim sorts."""
    for user, role in (("lee", "department"), ("kim", "triage"), ("look", "viewer")):
        do(
            store,
            lambda tx, user=user, role=role: tx.db.execute_sql(
                "INSERT INTO member (user, name, role, department, voices, active, changed_ms, changed_by)"
                " VALUES (?, '', ?, '', '', 1, 0, '')",
                (user, role),
            ),
        )


@pytest.mark.parametrize(
    "work",
    [
        lambda store, n, who: do(store, planning.add_meetup, theme="가", at_ms=NOON + DAY, actor=who),
        lambda store, n, who: do(store, planning.edit_meetup, n, seats=9, actor=who),
        lambda store, n, who: do(store, planning.set_state, n, "cancelled", actor=who),
        lambda store, n, who: do(store, guests.sign_up, n, name="나", actor=who),
        lambda store, n, who: do(store, guests.decline, 1, actor=who),
        lambda store, n, who: do(store, drawing.fix_seed, n, "하나", actor=who),
        lambda store, n, who: do(store, guests.remove_guest, 1, actor=who),
    ],
)
@pytest.mark.parametrize("who", ["lee", "look", "stranger"])
def test_only_those_who_sort_plan_meetups(
    store: Store, work: Callable[[Store, int, str], Any], who: str
) -> None:
    number = meetup(store, 2, 3)
    with_members(store)
    before = one(store, "SELECT count(*) FROM event")
    with pytest.raises(NotAllowed):
        work(store, number, who)
    assert one(store, "SELECT count(*) FROM event") == before
    work(store, number, "kim")
    assert one(store, "SELECT count(*) FROM event") > before


def test_nobody_takes_back_what_they_may_not_do(store: Store) -> None:
    number = meetup(store, 2, 1)
    with_members(store)
    do(store, planning.edit_meetup, number, seats=9, step="more", actor="kim")
    with pytest.raises(NotAllowed):
        do(store, cases.undo, "more", actor="lee")
    assert ask(store, rows.get_meetup, number).seats == 9


def test_two_people_at_one_meetup_take_back_their_own(store: Store) -> None:
    number = meetup(store, 5, 2)
    one_, two = ask(store, rows.guests_of, number)
    do(store, guests.decline, one_.id, step="mine", actor="김")
    do(store, guests.decline, two.id, step="yours", actor="이")
    do(store, cases.undo, "mine", actor="김")
    assert [g.state for g in ask(store, rows.guests_of, number)] == ["signed-up", "declined"]
    do(store, guests.decline, one_.id, step="again", actor="김")
    do(store, guests.sign_up, number, guest_id=one_.id, actor="이")
    with pytest.raises(Conflict) as stopped:
        do(store, cases.undo, "again", actor="김")
    assert stopped.value.who == "이"


def test_a_stale_gesture_changes_nothing(store: Store) -> None:
    merge(store, channel(store), post("a"))
    number = meetup(store, 5, 1)
    with pytest.raises(Missing):
        do(store, planning.add_posts, number, [id_of(store, "a"), 12345])
    assert ask(store, rows.posts_of, number) == []
    for work in (
        lambda: do(store, guests.decline, 99),
        lambda: do(store, replies.take, 99),
        lambda: do(store, planning.edit_meetup, 99, seats=2),
        lambda: do(store, guests.sign_up, 99, name="가"),
    ):
        with pytest.raises(Missing):
            work()
    assert ask(store, rows.of_case, 12345) == []
