"""Who may do what: a table written by hand against what the program allows. And no work that does not ask."""

from __future__ import annotations

import ast
import csv
import inspect
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Sent
from desktop.models import cases, departments, members, permissions
from desktop.models.deadlines.days_off import OfficeHours
from desktop.models.filters import Filter
from desktop.models.permissions import RIGHTS, ROLES, NotAllowed, WrongState
from desktop.models.store import Store
from tests.models.helpers import ask, channel, do, id_of, merge, post, rows

MODELS = Path(permissions.__file__).parent
TABLE = Path(__file__).with_name("permissions.csv")
STATES = frozenset(
    "sent received working answered returned withdrawn pool agenda adopted held rejected planned running"
    " closed inviting drawn over cancelled asked approved open kept dropped".split()
)


def table() -> list[dict[str, str]]:
    with open(TABLE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- the table ----------------------------------------------------------------------------------------------


def test_the_table_knows_every_right_and_every_role() -> None:
    written = table()
    assert sorted(row["right"] for row in written) == sorted(RIGHTS)
    assert set(written[0]) - {"right", "states"} == set(ROLES)


@pytest.mark.parametrize("row", table(), ids=lambda row: str(row["right"]))
def test_a_right_is_allowed_to_whom_and_when_the_table_says(row: dict[str, str]) -> None:
    states = set(row["states"].split())
    for role in ROLES:
        for state in ("", *sorted(STATES)):
            fits = not state or not states or state in states
            assert permissions.allowed(role, row["right"], state) is (row[role] == "y" and fits), (
                role,
                state,
            )
    for state in sorted(STATES):
        # A workspace without members: one person does all, but not what makes no sense now.
        assert permissions.allowed("", row["right"], state) is (not states or state in states)


@pytest.fixture
def house(store: Store) -> Store:
    """A workspace with somebody of every role, a case and a channel."""
    do(store, departments.save, [{"code": "D1", "name": "도로과"}])
    do(store, members.add, "admin", "admin")
    for role in ROLES:
        if role != "admin":
            do(store, members.add, role, role, department="D1" if role == "department" else "")
    merge(store, channel(store), post("a"), post("b", "따릉이를 늘려 주세요"))
    return store


@pytest.mark.parametrize("row", table(), ids=lambda row: str(row["right"]))
def test_need_says_no_in_the_transaction(house: Store, row: dict[str, str]) -> None:
    states = row["states"].split()
    good, bad = (states[0], sorted(STATES - set(states))[0]) if states else ("", "")
    for role in ROLES:
        if row[role] == "y":
            assert do(house, permissions.need, row["right"], good, actor=role).role == role
            if states:
                with pytest.raises(WrongState):
                    do(house, permissions.need, row["right"], bad, actor=role)
        else:
            with pytest.raises(NotAllowed):
                do(house, permissions.need, row["right"], good, actor=role)
    with pytest.raises(WrongState) if states else _nothing():
        do(house, permissions.need, row["right"], bad)  # the program itself


class _nothing:
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


def test_a_stranger_and_somebody_at_rest_only_look_on(house: Store) -> None:
    do(house, members.edit, "triage", active=False)
    for user in ("nobody", "triage"):
        with pytest.raises(NotAllowed):
            do(house, cases.set_starred, [id_of(house, "a")], True, actor=user)
        assert ask(house, permissions.who_is, user).voices == ()


def test_voices_are_those_of_the_role_and_those_given(house: Store) -> None:
    do(house, members.edit, "triage", voices=("mayor",))
    assert ask(house, permissions.who_is, "triage").voices == ("official", "mayor")
    assert ask(house, permissions.who_is, "mayor").voices == ("mayor",)


def test_undoing_needs_the_right_to_do_it(house: Store) -> None:
    case = id_of(house, "a")
    step = do(house, cases.move, [case], "opinion", actor="triage")
    with pytest.raises(NotAllowed):
        do(house, cases.undo, step, actor="department")
    assert rows(house, "SELECT track FROM case_ WHERE id = ?", case) == [("opinion",)]
    back = do(house, cases.undo, step, actor="spokesperson")
    with pytest.raises(NotAllowed):
        do(house, cases.redo, back, actor="viewer")


# --- no work that does not ask ------------------------------------------------------------------------------

COLLECTING = "what the networks sent; no person's deed"
PART = "a part of other functions, which ask"
PROGRAM = "what the program does by itself at the start or on its way"
UNDO = "cases.undo asks, or the function itself by its table"

EXCEPTIONS: dict[str, str] = {
    "carried_out.apply": PART,
    "carried_out.store_reply": PART,
    "cases.give_back": PART,
    "cases.resolved": PART,
    "channels.known_channels": "reads",
    "channels.record_failure": COLLECTING,
    "channels.record_success": COLLECTING,
    "deadlines.clocks.drop": PART,
    "deadlines.clocks.follow_group": PART,
    "deadlines.clocks.follow_sending": PART,
    "deadlines.clocks.follow_status": PART,
    "deadlines.clocks.follow_track": PART,
    "deadlines.clocks.follow_ungroup": PART,
    "deadlines.clocks.remove": PART,
    "deadlines.clocks.reopen": PART,
    "deadlines.clocks.start": PART,
    "deadlines.clocks.stop": PART,
    "deadlines.clocks.store_many": PROGRAM,
    "deadlines.clocks.tell_departments": PART,
    "deadlines.days_off.store_library": PROGRAM,
    "deadlines.recomputing.recompute_some": PROGRAM,
    "deadlines.recomputing.start_missing": PROGRAM,
    "deadlines.rules.seed": PROGRAM,
    "deadlines.stale.clear": PROGRAM,
    "deadlines.stale.mark": PART,
    "departments.changing.seed": PROGRAM,
    "drafts.drop_draft": "takes away what the same person typed",
    "events.record": PART,
    "events.record_many": PART,
    "forwarding.answers.reply_cancelled": PART,
    "forwarding.answers.reply_sent": PROGRAM,
    "forwarding.keeping.add_all": PART,
    "forwarding.keeping.change": PART,
    "forwarding.keeping.follow_clock": PART,
    "forwarding.keeping.look": "notes that the department has seen it",
    "forwarding.sending.withdraw_all": PART,
    "forwarding.working.seen": "notes that the department has seen it; only for members of that department",
    "forwarding.working.taken_up": PART,
    "forwarding.owners.add": PART,
    "forwarding_mail.refused.add": COLLECTING,
    "forwarding_mail.refused.close": PART,
    "forwarding_mail.refused.open_row": "reads",
    "forwarding_mail.replies.take_in": COLLECTING,
    "forwarding_mail.sending.claim": PROGRAM,
    "forwarding_mail.sending.follow": PART,
    "forwarding_mail.sending.follow_closed": PROGRAM,
    "forwarding_mail.sending.follow_new": PART,
    "forwarding_mail.sending.handing_over": PROGRAM,
    "forwarding_mail.sending.interrupted": PROGRAM,
    "forwarding_mail.sending.mark_failed": PROGRAM,
    "forwarding_mail.sending.mark_sent": PROGRAM,
    "forwarding_mail.sending.mark_waiting": PROGRAM,
    "forwarding_mail.sending.remind": PROGRAM,
    "meetings.agenda.leave": PART,
    "meetings.agenda.put_on": PART,
    "meetings.agenda.replace": PART,
    "meetings.agenda.set_order": PART,
    "meetings.agenda.take_off": PART,
    "meetings.ideas.answered": PROGRAM,
    "meetings.ideas.follow_group": PART,
    "meetings.ideas.follow_track": PART,
    "meetings.ideas.make": PART,
    "meetings.ideas.mark_told": PROGRAM,
    "meetings.ideas.refile": PART,
    "meetings.keeping.change": PART,
    "meetings.keeping.write": PART,
    "meetings.telling.follow": PART,
    "meetings.telling.prepare": PART,
    "meetups.replies.find_new": COLLECTING,
    "merge.bury": COLLECTING,
    "merge.merge_batch": COLLECTING,
    "merge.merge_posts": COLLECTING,
    "merge.new_ids": COLLECTING,
    "meta.count_up": PART,
    "meta.drop": PART,
    "meta.put": PART,
    "outbox.claim": PROGRAM,
    "outbox.go_on": PROGRAM,
    "outbox.mark_refused": PROGRAM,
    "outbox.mark_sent": PROGRAM,
    "outbox.mark_unknown": PROGRAM,
    "outbox.mark_waiting_again": PROGRAM,
    "outbox.orphaned": PROGRAM,
    "outbox.send_after_all": PROGRAM,
    "outbox.signed_in": PART,
    "own_posts.adopt": COLLECTING,
    "own_posts.become_own": PART,
    "own_posts.close_confirmed": COLLECTING,
    "own_posts.recognise": PART,
    "ranks.above": PART,
    "ranks.below": PART,
    "search.index_some": PROGRAM,
    "search.take_in": PROGRAM,
    "search_queue.queue_for_search": COLLECTING,
    "speaking.gate.let_again": "asks for the voice",
    "speaking.gate.let_through": "asks for the voice",
    "speaking.leases.release": "ends what the same person began",
    "speaking.ledger.answer_sent": PROGRAM,
    "speaking.ledger.prepare": PART,
    "templates.seed": PROGRAM,
    "threads.derive_status": COLLECTING,
    "threads.link": COLLECTING,
    "threads.recount_posts": COLLECTING,
    "threads.recount_reposts_of": COLLECTING,
    "threads.settle_cases": COLLECTING,
    "views.set_read_position": "each person's own",
}
"""Functions that write without asking, and why they may."""


def writing() -> Iterator[tuple[str, str]]:
    """(module, function) of everything public that is given a transaction."""
    for path in sorted(MODELS.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        name = ".".join(path.relative_to(MODELS).with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.name != "need":
                given = [*node.args.posonlyargs, *node.args.args]
                if given and given[0].arg == "tx" and node.name != "restore":
                    yield name, node.name


def asks(module: str, function: str, seen: frozenset[tuple[str, str]] = frozenset()) -> bool:
    """Whether a function asks for a right, itself or through another one that it calls."""
    if (module, function) in seen:
        return False
    seen |= {(module, function)}
    found = _functions(module).get(function)
    if found is None:
        return False
    imported = _imports(module)
    for node in ast.walk(found):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            called = node.func.id
            if called in ("need", "may"):
                return True
            if called in imported:
                target, original = imported[called]
                if asks(target, original, seen):
                    return True
            elif asks(module, called, seen):
                return True
        elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            if node.func.attr in ("need", "may"):
                return True
            owner = imported.get(node.func.value.id)
            if owner is not None:
                package = ".".join(part for part in owner if part)
                if asks(package, node.func.attr, seen):
                    return True
    return False


@cache
def _tree(module: str) -> ast.Module:
    path = MODELS.joinpath(*module.split("."))
    file = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    return ast.parse(file.read_text(encoding="utf-8")) if file.exists() else ast.Module([], [])


@cache
def _functions(module: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in _tree(module).body if isinstance(node, ast.FunctionDef)}


@cache
def _imports(module: str) -> dict[str, tuple[str, str]]:
    """Name here → (module of the models, name there)."""
    found: dict[str, tuple[str, str]] = {}
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("desktop.models"):
            base = (node.module or "").removeprefix("desktop.models").removeprefix(".")
            for name in node.names:
                found[name.asname or name.name] = (base, name.name)
    return found


def test_every_function_that_writes_asks_for_a_right() -> None:
    silent = [f"{module}.{name}" for module, name in writing() if not asks(module, name)]
    assert sorted(set(silent) - EXCEPTIONS.keys()) == []


def test_no_exception_is_older_than_its_function() -> None:
    known = {f"{module}.{name}" for module, name in writing()}
    assert sorted(EXCEPTIONS.keys() - known) == []


VALUES: dict[str, Any] = {
    "track": "opinion", "where": "top", "department": "D1", "status": "done", "starred": True,
    "assignee": "kim", "read": True, "kind": "chat", "reason": "사유입니다", "amount": 1, "text": "글입니다",
    "name": "이름", "screen": "board", "f": Filter(), "view_id": 1, "user": "somebody", "role": "viewer",
    "wanted": [], "hours": OfficeHours(), "state": "connected", "voice": "mayor", "network": "feed",
    "action": "reply", "note": "메모", "sent": Sent("r"), "arrived": True, "step": "s", "lead": "D1",
    "words": "버스", "comment": "다시", "stage": "final", "code": "MSG-CHAT", "percent": 10, "at_ms": 1,
    "seed": "seed", "came": True, "said": "", "report": "", "place": "here", "digest": "d", "by": 1,
    "what": "posts", "decision": "adopted", "case_ids": [1], "post_ids": [1], "template_ids": [],
    "forwarding_ids": [1], "position": 0, "undo_s": 0.0, "chosen": {}, "remind_hours": 1,
}  # fmt: skip


def test_a_viewer_changes_nothing_whatever_is_called(house: Store) -> None:
    """Every function with plausible values: refused, or failed before it did anything."""
    case = id_of(house, "a")
    given = {**VALUES, "case_id": case, "case_ids": [case], "post_id": case, "post_ids": [case]}
    given |= {"channel_id": 1, "right": "channel.edit"}
    before = _dump(house)
    refused = []
    for module, name in writing():
        if f"{module}.{name}" in EXCEPTIONS:
            continue
        work = getattr(import_module(f"desktop.models.{module}"), name)
        values = _values(work, given)
        try:
            do(house, _with, work, *values, actor="viewer")
        except NotAllowed:
            refused.append(f"{module}.{name}")
        except Exception as error:  # values that make no sense to it
            assert not isinstance(error, NameError), (module, name)
        assert _dump(house) == before, (module, name)
    # Those that a viewer would reach most easily are refused as such and not merely by chance.
    assert {
        "accounts.add_account", "cases.move", "cases.group", "cases.mark_read", "channels.add_channel",
        "channels.remove_channel", "deadlines.clocks.pause", "deadlines.days_off.set_office_hours",
        "drafts.save_draft", "members.add", "notes.add_note", "outbox.enqueue", "outbox.retry",
        "unmasking.unmask", "views.save_view", "departments.changing.save", "log.record_export",
        "forwarding.sending.send", "meetings.planning.add", "templates.add_template",
    } <= set(refused)  # fmt: skip


def _with(tx: Any, work: Any, *values: Any) -> Any:
    positional, named = values
    return work(tx, *positional, **named)


def _values(work: Any, given: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for parameter in list(inspect.signature(work).parameters.values())[1:]:
        value = given.get(parameter.name, 1)
        if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
            if parameter.default is parameter.empty:
                positional.append(value)
        elif parameter.kind is parameter.KEYWORD_ONLY and parameter.default is parameter.empty:
            named[parameter.name] = value
    return positional, named


def _dump(store: Store) -> dict[str, list[Any]]:
    names = [row[0] for row in rows(store, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    plain = [name for name in names if not name.startswith(("post_search", "sqlite_"))]
    return {name: rows(store, f'SELECT * FROM "{name}"') for name in plain}
