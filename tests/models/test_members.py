"""Members as data: what they may be, and that an admin is always among them."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models import cases, departments, events, members
from desktop.models.errors import Conflict
from desktop.models.members import MemberRefused, MemberRow
from desktop.models.permissions import NotAllowed
from desktop.models.store import Store
from tests.models.helpers import ask, do


@pytest.fixture
def office(store: Store) -> Store:
    """An admin and a department."""
    do(store, departments.save, [{"code": "D1", "name": "도로과"}])
    do(store, members.add, "최관리", "admin", actor="최관리")
    return store


def everybody(store: Store) -> list[tuple[str, str]]:
    return [(row.user, row.role) for row in ask(store, members.list_members)]


def refused(store: Store, work: Any, *args: Any, **values: Any) -> str:
    before = ask(store, members.list_members)
    with pytest.raises(MemberRefused) as caught:
        do(store, work, *args, **values)
    assert ask(store, members.list_members) == before
    return caught.value.code


def test_the_first_member_is_an_admin(store: Store) -> None:
    assert refused(store, members.add, "김", "triage") == "member-first-admin"
    assert do(store, members.add, "김", "admin") == MemberRow("김", "admin")


def test_a_member_is_taken_in_changed_and_taken_off(office: Store) -> None:
    row = do(office, members.add, "  김  주무관 ", "triage", voices=("mayor",), name="김철수", actor="최관리")
    assert row == MemberRow("김 주무관", "triage", "김철수", "", ("mayor",))
    do(office, members.edit, "김 주무관", role="department", department="D1", voices=(), actor="최관리")
    assert ask(office, members.get_member, "김 주무관") == MemberRow(
        "김 주무관", "department", "김철수", "D1"
    )
    do(office, members.remove, "김 주무관", actor="최관리")
    assert everybody(office) == [("최관리", "admin")]
    kinds = [(e.actor, e.about) for e in ask(office, events.load, "kind = 'member'")]
    assert kinds == [("최관리", "member:최관리"), *[("최관리", "member:김 주무관")] * 3]


@pytest.mark.parametrize(
    ("user", "role", "more", "code"),
    [
        ("", "triage", {}, "member-name"),
        (" \t ", "triage", {}, "member-name"),
        ("x" * 61, "triage", {}, "member-name"),
        ("a\u202eb", "triage", {}, "member-name"),
        ("a\x00b", "triage", {}, "member-name"),
        ("김", "boss", {}, "member-role"),
        ("김", "triage", {"voices": ("king",)}, "member-voice"),
        ("김", "department", {}, "member-department"),
        ("김", "department", {"department": "D9"}, "member-department"),
        ("최관리", "triage", {}, "member-exists"),
    ],
)
def test_what_cannot_be_is_refused(
    office: Store, user: str, role: str, more: dict[str, Any], code: str
) -> None:
    assert refused(office, members.add, user, role, **more) == code


def test_composed_and_decomposed_names_are_one(office: Store) -> None:
    do(office, members.add, "\u1100\u1175\u11b7", "triage")
    assert refused(office, members.add, "김", "viewer") == "member-exists"


def test_the_last_active_admin_cannot_be_taken_away(office: Store) -> None:
    do(office, members.add, "김", "triage")
    assert refused(office, members.remove, "최관리") == "member-last-admin"
    assert refused(office, members.edit, "최관리", role="viewer") == "member-last-admin"
    assert refused(office, members.edit, "최관리", active=False) == "member-last-admin"
    do(office, members.add, "박관리", "admin")
    do(office, members.edit, "최관리", active=False)
    assert refused(office, members.remove, "박관리") == "member-last-admin"


def test_the_only_member_cannot_leave_the_house_without_anybody(office: Store) -> None:
    assert refused(office, members.remove, "최관리") == "member-last-admin"


def test_another_name_keeps_the_rest(office: Store) -> None:
    do(office, members.edit, "최관리", user="최과장")
    assert everybody(office) == [("최과장", "admin")]
    do(office, members.add, "김", "viewer")
    assert refused(office, members.edit, "김", user="최과장") == "member-exists"


def test_a_department_that_is_gone_keeps_nobody_from_being_changed(office: Store) -> None:
    do(office, members.add, "김", "department", department="D1")
    do(office, departments.edit, "D1", active=False)
    do(office, members.edit, "김", name="김철수")
    assert refused(office, members.add, "이", "department", department="D1") == "member-department"


def test_only_an_admin_names_members(office: Store) -> None:
    do(office, members.add, "김", "triage")
    for work, args in ((members.add, ("이", "viewer")), (members.edit, ("김",)), (members.remove, ("김",))):
        with pytest.raises(NotAllowed):
            do(office, work, *args, actor="김")


# --- taking back --------------------------------------------------------------------------------------------


def test_each_change_can_be_taken_back_and_done_again(office: Store) -> None:
    do(office, members.add, "김", "triage", step="in", actor="최관리")
    do(office, members.edit, "김", role="media", voices=("mayor",), step="as", actor="최관리")
    do(office, members.remove, "김", step="out", actor="최관리")
    back = do(office, cases.undo, "out", actor="최관리")
    assert ask(office, members.get_member, "김") == MemberRow("김", "media", voices=("mayor",))
    do(office, cases.undo, "as", actor="최관리")
    assert ask(office, members.get_member, "김") == MemberRow("김", "triage")
    do(office, cases.undo, "in", actor="최관리")
    assert everybody(office) == [("최관리", "admin")]
    do(office, cases.redo, "in", actor="최관리")
    assert everybody(office) == [("최관리", "admin"), ("김", "triage")]
    assert back


def test_taking_back_stops_where_somebody_changed_the_same_member(office: Store) -> None:
    do(office, members.add, "김", "triage", step="in", actor="최관리")
    do(office, members.edit, "김", role="media", actor="최관리")
    with pytest.raises(Conflict):
        do(office, cases.undo, "in", actor="최관리")
    assert everybody(office)[1] == ("김", "media")


def test_changes_of_others_are_no_conflict(office: Store) -> None:
    do(office, members.add, "김", "triage", step="in", actor="최관리")
    do(office, members.add, "이", "viewer", actor="최관리")
    do(office, cases.undo, "in", actor="최관리")
    assert everybody(office) == [("최관리", "admin"), ("이", "viewer")]


def test_taking_back_leaves_no_house_without_an_admin(office: Store) -> None:
    do(office, members.add, "박", "admin", step="second", actor="최관리")
    do(office, members.remove, "최관리", actor="박")
    do(office, members.add, "김", "viewer", actor="박")
    before = everybody(office)
    with pytest.raises(MemberRefused) as caught:
        do(office, cases.undo, "second", actor="박")
    assert caught.value.code == "member-last-admin" and everybody(office) == before


def test_the_first_admin_can_be_taken_back(store: Store) -> None:
    do(store, members.add, "김", "admin", step="first", actor="김")
    do(store, cases.undo, "first", actor="김")
    assert everybody(store) == []


# --- many at once -------------------------------------------------------------------------------------------


def test_many_are_taken_in_whatever_their_order(store: Store) -> None:
    do(store, departments.save, [{"code": "D1", "name": "도로과"}])
    wanted = [
        {"user": "김", "role": "triage"},
        {"user": "이", "role": "department", "department": "D1"},
        {"user": "박", "role": "boss"},
        {"user": "최", "role": "admin", "voices": ("mayor",)},
        {"user": "", "role": "viewer"},
        {"user": "정"},
    ]
    saved = do(store, members.save, wanted)
    assert saved.new == ("김", "이", "최") and saved.changed == ()
    assert saved.bad == {2: "member-role", 4: "member-name", 5: "member-role"}
    again = do(store, members.save, [{"user": "김", "name": "김철수"}, *wanted[1:2]])
    assert (again.new, again.changed, again.same) == ((), ("김",), 1)
    assert ask(store, members.get_member, "김") == MemberRow("김", "triage", "김철수")


def test_a_list_without_an_admin_changes_nothing(store: Store) -> None:
    wanted = [{"user": "김", "role": "triage"}]
    assert refused(store, members.save, wanted) == "member-last-admin"
