"""In whose name somebody may speak (명의). Window, command line and outbox all ask here.

An account has one voice. A person has the voices of their role and those given to them by name. Where the
office wants a second person to agree (``rules``), they may write and ask, and not send by themselves.
"""

from __future__ import annotations

import uuid
from typing import Literal

from desktop.models import meta
from desktop.models.current import database
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.events import record
from desktop.models.permissions import VOICES, Who, need, who_is
from desktop.models.store import Tx

Standing = Literal["free", "ask", "no"]
"""May send, may write and has to ask for approval, or may not speak in this voice at all."""

MAYOR, DEPARTMENTS = "mayor", "official-by-department"
RULES = (MAYOR, "spokesperson", "official", "department", DEPARTMENTS)
"""What may need approval: a voice, used by anybody but the one whose role it is; or the city's official voice
used by departments, which may then write in it."""

SETTING = "approval_rules"
_OWNERS = {"mayor": "mayor", "spokesperson": "spokesperson"}


class VoiceRefused(WorkspaceError):
    """This person does not speak in this voice."""

    code = "voice-refused"

    def __init__(self, voice: str, role: str) -> None:
        super().__init__(f"{role} does not speak as {voice}")
        self.voice = voice
        self.role = role


def rules() -> frozenset[str] | None:
    """What needs approval here; None: nobody has said."""
    kept = meta.get(SETTING)
    return None if kept is None else frozenset(rule for rule in kept.split(";") if rule in RULES)


def rules_in_force(who: Who, chosen: frozenset[str] | None) -> frozenset[str]:
    """Without a choice the mayor's name needs approval as soon as there are roles: in one person's workspace
    there is nobody else to ask."""
    if chosen is not None:
        return chosen
    return frozenset({MAYOR}) if who.role else frozenset()


def set_rules(tx: Tx, chosen: frozenset[str], *, step: str = "") -> str:
    """Say what needs approval from now on. Raises NotAllowed, ValueError."""
    need(tx, "approval.rule")
    unknown = chosen - set(RULES)
    if unknown:
        raise ValueError(f"no rule {sorted(unknown)}")
    before = rules()
    step = step or uuid.uuid4().hex
    if chosen != before:
        _store_rules(tx, chosen)
        record(
            tx, "approval-rules", 0, {"approval_rules": None if before is None else sorted(before)},
            {"approval_rules": sorted(chosen)}, step=step, about="setting:approval",
        )  # fmt: skip
    return step


def restore(tx: Tx, _case_id: int, chosen: list[str] | None) -> None:
    """Put the rules back as an event describes them; for undo."""
    need(tx, "approval.rule")
    _store_rules(tx, None if chosen is None else frozenset(chosen))


def _store_rules(tx: Tx, chosen: frozenset[str] | None) -> None:
    if chosen is None:
        meta.drop(tx, SETTING)
    else:
        meta.put(tx, SETTING, ";".join(sorted(chosen)))
    tx.changes.other("approvals")


def standing(who: Who, voice: str, chosen: frozenset[str] | None) -> Standing:
    """What somebody may do in a voice; ``chosen`` are the ``rules`` of the workspace."""
    needed = rules_in_force(who, chosen)
    by_department = who.role == "department" and voice == "official" and DEPARTMENTS in needed
    if by_department:
        return "ask"
    if voice not in who.voices:
        return "no"
    return "ask" if voice in needed and who.role != _OWNERS.get(voice, "-") else "free"


def voice_of(channel_id: int) -> str:
    """In whose name the account of a channel speaks; "official" without an account. Raises Missing."""
    row = database.execute_sql(
        "SELECT a.voice FROM channel c LEFT JOIN account a ON a.id = c.account_id WHERE c.id = ?",
        (channel_id,),
    ).fetchone()
    if row is None:
        raise Missing(f"no channel {channel_id}")
    return row[0] if row[0] in VOICES else "official"


def standing_of(user: str, channel_id: int) -> Standing:
    """For a reader thread: what ``user`` may do from this channel. The program itself may everything."""
    return standing(who_is(user), voice_of(channel_id), rules()) if user else "free"


def need_voice(tx: Tx, channel_id: int) -> tuple[str, Standing]:
    """(voice, "free" or "ask") of whoever does this transaction. Raises VoiceRefused, NotAllowed, Missing."""
    voice = voice_of(channel_id)
    if not tx.actor:
        return voice, "free"
    who = need(tx, "reply.write")
    found = standing(who, voice, rules())
    if found == "no":
        raise VoiceRefused(voice, who.role)
    return voice, found
