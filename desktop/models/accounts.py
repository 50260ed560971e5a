"""Sign-ins. What is secret about them is only in the OS keyring, under ``uid``."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.current import database
from desktop.models.errors import Missing
from desktop.models.events import record
from desktop.models.permissions import VOICES, need
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class AccountRow:
    id: int
    uid: str
    network: str
    server: str
    remote_id: str
    name: str
    handle: str
    state: str  # connected | expired
    voice: str  # mayor | spokesperson | official | department
    created_ms: int


_SELECT = "SELECT id, uid, network, server, remote_id, name, handle, state, voice, created_ms FROM account"


def add_account(
    tx: Tx,
    *,
    network: str,
    server: str = "",
    remote_id: str = "",
    name: str = "",
    handle: str = "",
    voice: str = "official",
    uid: str = "",
) -> int:
    """Remember a sign-in; its id. The same account signed in anew keeps its row and its ``uid``."""
    need(tx, "channel.edit")
    known = None
    if remote_id:
        known = tx.db.execute_sql(
            "SELECT id FROM account WHERE network = ? AND server = ? AND remote_id = ?",
            (network, server, remote_id),
        ).fetchone()
    tx.changes.other("accounts")
    if known is not None:
        tx.db.execute_sql(
            "UPDATE account SET name = ?, handle = ?, state = 'connected' WHERE id = ?",
            (name, handle, known[0]),
        )
        _record(tx, known[0], {}, {"state": "connected"})
        return int(known[0])
    cursor = tx.db.execute_sql(
        "INSERT INTO account (uid, network, server, remote_id, name, handle, state, voice, created_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, 'connected', ?, ?) RETURNING id",
        (uid or uuid.uuid4().hex, network, server, remote_id, name, handle, voice, tx.now_ms),
    )
    account_id = int(cursor.fetchone()[0])
    _record(tx, account_id, {}, {"network": network, "name": handle or name, "voice": voice})
    return account_id


def list_accounts() -> list[AccountRow]:
    return [AccountRow(*row) for row in database.execute_sql(_SELECT + " ORDER BY id").fetchall()]


def get_account(account_id: int) -> AccountRow:
    """Raises Missing."""
    row = database.execute_sql(_SELECT + " WHERE id = ?", (account_id,)).fetchone()
    if row is None:
        raise Missing(f"no account {account_id}")
    return AccountRow(*row)


def set_account_state(tx: Tx, account_id: int, state: str) -> None:
    """ "connected" or "expired"."""
    if state not in ("connected", "expired"):
        raise ValueError(f"no account state {state!r}")
    need(tx, "channel.edit")
    tx.db.execute_sql("UPDATE account SET state = ? WHERE id = ?", (state, account_id))
    _changed(tx, account_id)


def set_account_voice(tx: Tx, account_id: int, voice: str, *, step: str = "") -> None:
    """In whose name this account speaks: mayor, spokesperson, official, department."""
    if voice not in VOICES:
        raise ValueError(f"no voice {voice!r}")
    need(tx, "channel.edit")
    row = tx.db.execute_sql("SELECT voice FROM account WHERE id = ?", (account_id,)).fetchone()
    if row is None or row[0] == voice:
        return
    tx.db.execute_sql("UPDATE account SET voice = ? WHERE id = ?", (voice, account_id))
    before, after = ({"id": account_id, "voice": name} for name in (row[0], voice))
    _record(
        tx, account_id, {"voice": row[0], "account_voice": before}, {"voice": voice, "account_voice": after},
        step,
    )  # fmt: skip
    _changed(tx, account_id)


def restore(tx: Tx, _case_id: int, state: Mapping[str, Any]) -> None:
    """Put a voice back as an event describes it; for undo."""
    tx.db.execute_sql("UPDATE account SET voice = ? WHERE id = ?", (state["voice"], state["id"]))
    _changed(tx, state["id"])


def remove_account(tx: Tx, account_id: int) -> str | None:
    """Forget a sign-in; its ``uid``, so that the secret can be removed as well. Channels lose it and stay."""
    need(tx, "channel.edit")
    row = tx.db.execute_sql(
        "SELECT uid, network, name, handle FROM account WHERE id = ?", (account_id,)
    ).fetchone()
    if row is None:
        return None
    _record(tx, account_id, {"network": row[1], "name": row[3] or row[2]}, {})
    _changed(tx, account_id)
    tx.db.execute_sql("UPDATE channel SET account_id = NULL WHERE account_id = ?", (account_id,))
    tx.db.execute_sql("DELETE FROM account WHERE id = ?", (account_id,))
    return str(row[0])


def _record(
    tx: Tx, account_id: int, before: Mapping[str, Any], after: Mapping[str, Any], step: str = ""
) -> None:
    """What people do with accounts is in the log; an expired sign-in is nobody's deed."""
    if tx.actor:
        record(tx, "account", 0, before, after, step=step, about=f"account:{account_id}")


def _changed(tx: Tx, account_id: int) -> None:
    tx.changes.other("accounts")
    rows = tx.db.execute_sql("SELECT id FROM channel WHERE account_id = ?", (account_id,)).fetchall()
    tx.changes.channels.update(row[0] for row in rows)
