from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models import cases, notes, queries
from desktop.models.errors import Conflict, Missing
from desktop.models.queries import Filter
from desktop.models.store import Store
from tests.models.helpers import Clock, ask, channel, copied, do, id_of, merge, one, post, rows


@pytest.fixture
def five(store: Store) -> list[int]:
    """Five cases in "new", newest first."""
    merge(store, channel(store), *(post(str(i), f"글 {i}", i) for i in range(1, 6)))
    return column(store, "new")


def column(store: Store, track: str) -> list[int]:
    return [card.id for card in ask(store, queries.board_page, track)]


def case_rows(store: Store) -> list[Any]:
    return [
        rows(
            store,
            "SELECT id, track, rank, merged_into, department, status, assignee, starred, post_count, unread"
            " FROM case_ ORDER BY id",
        ),
        rows(store, "SELECT id, case_id FROM post ORDER BY id"),
    ]


def test_cards_come_to_the_top_in_the_order_given(store: Store, five: list[int]) -> None:
    do(store, cases.move, [five[4]], "idea")
    do(store, cases.move, [five[1], five[3]], "idea")
    assert column(store, "idea") == [five[1], five[3], five[4]]
    assert column(store, "new") == [five[0], five[2]]


def test_a_card_is_put_directly_below_the_one_it_was_dropped_under(store: Store, five: list[int]) -> None:
    do(store, cases.move, five[:3], "opinion")
    do(store, cases.move, [five[4], five[3]], "opinion", before=five[0])
    assert column(store, "opinion") == [five[0], five[4], five[3], five[1], five[2]]


def test_back_in_new_a_card_stands_where_its_time_puts_it(store: Store, five: list[int]) -> None:
    do(store, cases.move, five[1:3], "idea")
    do(store, cases.move, [five[2], five[1]], "new")
    assert column(store, "new") == five


def test_a_move_is_one_event_with_who_what_before_and_after(
    store: Store, clock: Clock, five: list[int]
) -> None:
    clock.forward()
    step = do(store, cases.move, [five[0]], "forward", department="bus", actor="김주무관")
    (event,) = ask(store, cases.history, five[0])
    assert (event.kind, event.actor, event.at_ms, event.step) == ("move", "김주무관", clock.at_ms, step)
    assert (event.before["track"], event.after["track"], event.after["department"]) == (
        "new",
        "forward",
        "bus",
    )


def test_a_move_to_where_a_card_is_already_is_no_event(store: Store, five: list[int]) -> None:
    do(store, cases.move, [five[0]], "new")
    assert ask(store, cases.history, five[0]) == []


def test_the_department_belongs_to_the_track_forward(store: Store, five: list[int]) -> None:
    do(store, cases.move, [five[0]], "forward", department="bus")
    do(store, cases.move, [five[0]], "forward")
    assert ask(store, queries.cards_by_id, [five[0]])[0].department == "bus"
    do(store, cases.move, [five[0]], "idea")
    assert ask(store, queries.cards_by_id, [five[0]])[0].department == ""


def test_cards_are_ordered_by_hand(store: Store, five: list[int]) -> None:
    a, b, c, d, e = five
    do(store, cases.order, c, "up")
    assert column(store, "new") == [a, c, b, d, e]
    do(store, cases.order, a, "down")
    assert column(store, "new") == [c, a, b, d, e]
    do(store, cases.order, e, "top")
    do(store, cases.order, c, "bottom")
    assert column(store, "new") == [e, a, b, d, c]
    do(store, cases.order, c, a)
    do(store, cases.order, d, e, above=True)
    assert column(store, "new") == [d, e, a, c, b]
    do(store, cases.order, d, "up")
    do(store, cases.order, b, "down")
    assert column(store, "new") == [d, e, a, c, b]


def test_there_is_always_room_between_two_cards(store: Store) -> None:
    merge(store, channel(store), *(post(str(i), created_ms=1_700_000_000_000) for i in range(40)))
    order = column(store, "new")
    chance = random.Random(1)
    for _ in range(60):
        moved = order.pop(chance.randrange(20, 40))
        do(store, cases.order, moved, order[3])
        order.insert(4, moved)
        assert column(store, "new") == order


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["move", "order", "group", "apart", "star", "done", "department", "under"]),
            st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True),
            st.integers(0, 6),
        ),
        max_size=12,
    )
)
def test_undoing_everything_gives_back_every_row(
    blank: Path, gestures: list[tuple[str, list[int], int]]
) -> None:
    with copied(blank) as store:
        # All of one moment, so that ranks are as tight as they can be.
        merge(store, channel(store), *(post(str(i), created_ms=1_700_000_000_000) for i in range(7)))
        ids = column(store, "new")
        states = [case_rows(store)]
        steps: list[str] = []
        for kind, chosen, number in gestures:
            targets, other = [ids[i] for i in chosen], ids[number]
            step = cases.new_step()
            try:
                if kind == "move":
                    do(store, cases.move, targets, cases.TRACKS[number % 4], department="d", step=step)
                elif kind == "under":
                    do(store, cases.move, targets, "new", before=other, step=step)
                elif kind == "order":
                    do(store, cases.order, targets[0], other, above=bool(number % 2), step=step)
                elif kind == "group":
                    do(store, cases.group, targets, step=step)
                elif kind == "apart":
                    do(store, cases.take_apart, other, step=step)
                elif kind == "star":
                    do(store, cases.set_starred, targets, bool(number % 2), step=step)
                elif kind == "done":
                    do(store, cases.set_status, targets, "done", step=step)
                else:
                    do(store, cases.set_department, targets, f"d{number}", step=step)
            except Missing:
                continue  # a neighbour in another column
            steps.append(step)
            states.append(case_rows(store))
            # What is not merged has exactly its posts.
            for case_id, count in rows(store, "SELECT id, post_count FROM case_ WHERE merged_into IS NULL"):
                assert rows(store, "SELECT count(*) FROM post WHERE case_id = ?", case_id) == [(count,)]
        undone = []
        for step, before in zip(reversed(steps), reversed(states[:-1]), strict=True):
            undone.append(do(store, cases.undo, step))
            assert case_rows(store) == before
        for step, name, after in zip(steps, reversed(undone), states[1:], strict=True):
            # The window keeps the name of the undo, scripts that of the gesture: both mean the same.
            do(store, cases.redo, name or step)
            assert case_rows(store) == after


def test_what_somebody_else_changed_since_is_not_undone(store: Store, clock: Clock, five: list[int]) -> None:
    step = do(store, cases.move, five[:2], "idea", actor="김주무관")
    clock.forward()
    do(store, cases.move, [five[1]], "opinion", actor="박주무관")
    before = case_rows(store)
    with pytest.raises(Conflict) as caught:
        do(store, cases.undo, step, actor="김주무관")
    assert (caught.value.who, caught.value.at_ms) == ("박주무관", clock.at_ms)
    assert caught.value.now["track"] == "opinion"
    assert case_rows(store) == before


def test_what_others_did_to_something_else_does_not_hinder_an_undo(store: Store, five: list[int]) -> None:
    step = do(store, cases.move, [five[0]], "idea", actor="김주무관")
    do(store, cases.set_starred, [five[0]], True, actor="박주무관")
    do(store, notes.add_note, five[0], "확인했습니다", actor="박주무관")
    do(store, cases.undo, step, actor="김주무관")
    (card,) = ask(store, queries.cards_by_id, [five[0]])
    assert card.track == "new" and card.starred


def test_an_undo_can_be_undone_again_and_again(store: Store, five: list[int]) -> None:
    step = do(store, cases.move, [five[0]], "idea")
    for _ in range(3):
        step = do(store, cases.undo, step)
        assert five[0] in column(store, "new")
        step = do(store, cases.redo, step)
        assert column(store, "idea") == [five[0]]
    steps = ask(store, cases.recent_steps, 10)
    assert [s.is_undo for s in steps] == [True] * 6 + [False]


def test_nothing_is_undone_twice_and_nothing_without_a_name(store: Store, five: list[int]) -> None:
    step = do(store, cases.move, [five[0]], "idea")
    do(store, cases.undo, step)
    assert do(store, cases.undo, step) == ""
    assert do(store, cases.undo, "") == "" and do(store, cases.redo, "") == ""
    assert do(store, cases.undo, "never heard of") == ""


def test_grouping_is_a_link_and_comes_apart_again(store: Store, five: list[int]) -> None:
    do(store, cases.move, [five[2]], "idea")
    before = case_rows(store)
    kept = do(store, cases.group, [five[1], five[2], five[3]])
    assert kept == five[1]
    assert column(store, "new") == [five[0], five[1], five[4]] and column(store, "idea") == []
    assert ask(store, queries.cards_by_id, [kept])[0].post_count == 3
    assert {row.id for row in ask(store, queries.post_detail, kept).case_posts} == set(five[1:4])
    do(store, cases.take_apart, kept, [five[2]])
    assert column(store, "idea") == [five[2]]
    do(store, cases.take_apart, kept)
    assert case_rows(store) == before


def test_a_group_of_groups_points_straight_at_the_case_that_is_kept(store: Store, five: list[int]) -> None:
    do(store, cases.group, five[2:4])
    do(store, cases.group, [five[0], five[3]])  # the second is in five[2] now
    assert ask(store, queries.cards_by_id, [five[0]])[0].post_count == 3
    assert one(store, "SELECT count(*) FROM case_ WHERE merged_into = ?", five[0]) == 2
    do(store, cases.move, [five[3]], "idea")  # a stale id means the case where it is now
    assert column(store, "idea") == [five[0]]


def test_our_answer_leaves_with_the_post_it_answers(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("a", minutes_ago=9), post("b", minutes_ago=8))
    merge(store, source, post("answer", minutes_ago=7, own=True, parent_id="b"))
    a, b, answer = id_of(store, "a"), id_of(store, "b"), id_of(store, "answer")
    do(store, cases.group, [a, b])
    assert one(store, "SELECT case_id FROM post WHERE id = ?", answer) == a
    do(store, cases.take_apart, a, [b])
    assert rows(store, "SELECT case_id FROM post WHERE id IN (?, ?)", b, answer) == [(b,), (b,)]


def test_reading_is_no_event_and_other_marks_are(store: Store, five: list[int]) -> None:
    do(store, cases.mark_read, five[:2])
    assert [card.unread for card in ask(store, queries.board_page, "new")] == [False, False, True, True, True]
    do(store, cases.mark_read, five[:1], False)
    assert rows(store, "SELECT * FROM event") == []
    do(store, cases.set_status, five[:1], "done")
    do(store, cases.assign, five[:1], "김주무관")
    assert [event.kind for event in ask(store, cases.history, five[0])] == ["status", "assign"]


def test_the_history_panel_lists_gestures_not_cards(store: Store, five: list[int]) -> None:
    do(store, cases.move, five[:3], "idea", actor="김주무관")
    step = do(store, cases.set_starred, five[:1], True, actor="박주무관")
    do(store, cases.undo, step, actor="박주무관")
    newest, star, move = ask(store, cases.recent_steps, 10)
    assert (move.kind, set(move.case_ids), move.undone) == ("move", set(five[:3]), False)
    assert (star.kind, star.undone, star.is_undo) == ("star", True, False)
    assert newest.is_undo
    assert [s.actor for s in ask(store, cases.recent_steps, 10, "김주무관")] == ["김주무관"]


def test_what_does_not_exist_is_said(store: Store, five: list[int]) -> None:
    for work, args in (
        (cases.move, ([7], "idea")),
        (cases.set_status, ([7], "done")),
        (cases.order, (five[0], 7)),
        (notes.add_note, (7, "x")),
    ):
        with pytest.raises(Missing):
            do(store, work, *args)
    for work, args in (
        (cases.move, (five, "archive")),
        (cases.set_status, (five, "?")),
        (cases.order, (five[0], "?")),
    ):
        with pytest.raises(ValueError):
            do(store, work, *args)


def test_notes_of_grouped_cases_are_read_together(store: Store, five: list[int]) -> None:
    do(store, notes.add_note, five[1], "첫째", actor="김주무관")
    do(store, cases.group, five[:2])
    do(store, notes.add_note, five[0], "둘째", actor="박주무관")
    found = ask(store, notes.list_notes, five[0])
    assert [(note.author, note.text) for note in found] == [("김주무관", "첫째"), ("박주무관", "둘째")]
    with pytest.raises(ValueError):
        do(store, notes.add_note, five[0], "  ")


def test_filters_narrow_the_board_and_its_counts_alike(store: Store) -> None:
    first, second = channel(store, "가"), channel(store, "나", network="mastodon")
    merge(store, first, post("1", "버스"), post("2", "택시"))
    merge(store, second, post("3", "버스"))
    do(store, cases.set_starred, [id_of(store, "1")], True)
    do(store, cases.move, [id_of(store, "2")], "forward", department="taxi")
    for f in (
        Filter(),
        Filter(channels=frozenset({second})),
        Filter(networks=frozenset({"feed"})),
        Filter(networks=frozenset({"feed"}), channels=frozenset({second})),
        Filter(starred=True),
        Filter(departments=frozenset({"taxi"})),
        Filter(text="버스"),
        Filter(text="버스", starred=True),
        Filter(tracks=frozenset({"forward"})),
        Filter(deleted=True),
        Filter(status=frozenset({"done"})),
    ):
        counts = ask(store, queries.board_counts, f)
        for track in cases.TRACKS:
            assert counts[track][0] == len(ask(store, queries.board_page, track, f)), (f, track)
