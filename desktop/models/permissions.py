"""Who may do what, and in which state of the matter. This is the one place that says no.

A right is a name ("forwarding.receive"), the roles that have it, and the states in which it makes sense. Work
on the workspace asks ``need`` in its own transaction, so that window, command line and services are refused
alike. In a workspace without members everybody may do everything: it is one person's.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop.models.current import database
from desktop.models.errors import WorkspaceError
from desktop.models.store import Tx

ROLES = ("admin", "triage", "spokesperson", "mayor", "department", "media", "viewer")
VOICES = ("mayor", "spokesperson", "official", "department")

VOICES_OF_ROLE: dict[str, tuple[str, ...]] = {
    "admin": (),
    "triage": ("official",),
    "spokesperson": ("spokesperson", "official"),
    "mayor": ("mayor",),
    "department": ("department",),
    "media": ("official",),
    "viewer": (),
}
"""In whose name a role speaks; a member may be given further voices by name."""


class NotAllowed(WorkspaceError):
    """The person's role does not have this right. ``right`` and ``role`` say which."""

    code = "not-allowed"

    def __init__(self, right: str, role: str) -> None:
        super().__init__(f"{role} may not {right}")
        self.right = right
        self.role = role


class WrongState(WorkspaceError):
    """Nobody can do this now; ``state`` is the state that the matter is in."""

    code = "wrong-state"

    def __init__(self, right: str, state: str) -> None:
        super().__init__(f"{right} in state {state}")
        self.right = right
        self.state = state


class Right(NamedTuple):
    """``states`` empty: it does not depend on any state."""

    roles: frozenset[str]
    states: frozenset[str] = frozenset()


class Who(NamedTuple):
    """Somebody at work. ``role`` "": the workspace has no members and they may do everything; ``voices`` are
    all that they may speak in."""

    user: str
    name: str
    role: str
    department: str
    voices: tuple[str, ...]


def _right(roles: str, states: str = "") -> Right:
    return Right(frozenset(("admin", *roles.split())), frozenset(states.split()))


_SORTERS = "triage spokesperson mayor"
_OPEN = "sent received working"

RIGHTS: dict[str, Right] = {
    # cases
    "case.sort": _right(_SORTERS),  # track, order, group, star, assign, status
    "case.note": _right("triage spokesperson mayor department media"),
    "case.clock": _right("triage department"),  # what it is taken as, pause, extension
    "case.unmask": _right("triage spokesperson mayor department"),  # look at personal data, logged
    # forwarding: states of a forwarding
    "forwarding.send": _right(_SORTERS),
    "forwarding.rule": _right("triage"),  # name the owner after too many hops
    "forwarding.withdraw": _right(_SORTERS, _OPEN),
    "forwarding.undo": _right(f"{_SORTERS} department"),  # take back one's own step, while nobody went on
    "forwarding.receive": _right("triage department", "sent"),
    "forwarding.work": _right("triage department", "sent received"),
    "forwarding.return": _right("triage department", _OPEN),
    "forwarding.support": _right("triage department", _OPEN),
    "forwarding.extend": _right("triage department", _OPEN),
    "forwarding.answer": _right("triage department", _OPEN),
    "forwarding.judge": _right("triage spokesperson", f"{_OPEN} answered"),  # accept or send back an answer
    # letters to departments without the program
    "mail.send": _right("triage"),  # again, or by hand
    "mail.judge": _right("triage"),  # what becomes of a mail that was not believed
    "mail.settings": _right("triage media"),
    # ideas and meetings: states of an idea or a meeting
    "idea.edit": _right("triage spokesperson mayor", "pool agenda adopted held rejected"),
    "idea.review": _right("triage spokesperson mayor department", "pool agenda adopted held rejected"),
    "idea.progress": _right("triage department", "adopted"),
    "idea.reconsider": _right("triage", "rejected"),
    "meeting.plan": _right("triage spokesperson", "planned running"),
    "meeting.decide": _right("triage spokesperson mayor", "planned running"),
    "meeting.close": _right("triage spokesperson", "planned running"),
    # meet-ups: states of a meet-up
    "meetup.plan": _right(_SORTERS, "planned inviting drawn over"),
    "meetup.invite": _right(_SORTERS, "planned inviting"),
    "meetup.draw": _right(_SORTERS, "inviting"),
    "meetup.report": _right(_SORTERS, "drawn over"),
    # speaking: states of an approval
    "reply.write": _right("triage spokesperson mayor department media"),
    "reply.approve": _right("spokesperson mayor", "asked"),
    "approval.rule": _right("spokesperson"),  # which voices need a second person
    "promise.close": _right("triage spokesperson mayor department", "open"),
    "promise.edit": _right("triage spokesperson mayor department", "open kept dropped"),
    "template.edit": _right("triage spokesperson mayor"),
    # the house
    "post.moderate": _right("triage spokesperson mayor media"),  # hide, approve, delete on the network
    "post.keep": _right("triage spokesperson mayor media"),  # write down what came by telephone
    "view.edit": _right("triage spokesperson mayor department media"),  # saved views
    "channel.edit": _right("media"),
    "department.edit": _right("triage"),
    "rule.edit": _right("triage"),  # deadlines and days off
    "member.edit": _right(""),
    "log.read": _right("triage spokesperson mayor media"),
    "log.export": _right("triage spokesperson mayor media"),
}


def who_is(user: str) -> Who:
    """Somebody by the name in the log. Where there are members, a stranger only looks on."""
    row = database.execute_sql(
        "SELECT name, role, department, voices FROM member WHERE active AND user = ?", (user,)
    ).fetchone()
    if row is not None:
        more = [voice for voice in row[3].split(";") if voice]
        voices = tuple(dict.fromkeys((*VOICES_OF_ROLE.get(row[1], ()), *more)))
        return Who(user, row[0], row[1], row[2], voices)
    if database.execute_sql("SELECT 1 FROM member WHERE active LIMIT 1").fetchone() is None:
        return Who(user, "", "", "", VOICES)
    return Who(user, "", "viewer", "", ())


def allowed(role: str, right: str, state: str = "") -> bool:
    """Whether a role ("": a workspace without members) may do this in this state of the matter."""
    rule = RIGHTS[right]
    return (not role or role in rule.roles) and (not rule.states or not state or state in rule.states)


def need(tx: Tx, right: str, state: str = "") -> Who:
    """Raise NotAllowed or WrongState unless whoever does this transaction may do it; who that is. What the
    program does by itself (no actor) is always allowed to it."""
    who = who_is(tx.actor) if tx.actor else Who("", "", "", "", VOICES)
    rule = RIGHTS[right]
    if who.role and who.role not in rule.roles:
        raise NotAllowed(right, who.role)
    if rule.states and state and state not in rule.states:
        raise WrongState(right, state)
    return who
