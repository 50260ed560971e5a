"""What the office chose about letters to departments: the mailbox that they leave from, and reminders."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.letters import NETWORKS
from desktop.models import meta
from desktop.models.current import database
from desktop.models.errors import WorkspaceError
from desktop.models.events import record
from desktop.models.permissions import need
from desktop.models.store import Tx

CHANNEL = "department_mail_channel"
REMIND = "department_mail_remind_hours"
LONGEST_REMIND_H = 240


class MailSettingRefused(WorkspaceError):
    """Such a setting cannot be; nothing was changed. mail-no-mailbox, mail-bad-hours."""

    code = "mail-no-mailbox"


@dataclass(frozen=True, slots=True)
class Settings:
    """``channel_id`` None: the only mailbox that can send, if there is one alone. ``remind_hours`` 0: nobody
    is reminded; else so many hours before a case is due."""

    channel_id: int | None = None
    remind_hours: int = 0


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A channel that letters can leave from."""

    channel_id: int
    name: str
    handle: str


def get_settings() -> Settings:
    chosen, hours = meta.get(CHANNEL) or "", meta.get(REMIND) or ""
    return Settings(int(chosen) if chosen.isdigit() else None, int(hours) if hours.isdigit() else 0)


def save(tx: Tx, *, channel_id: int | None, remind_hours: int) -> Settings:
    """Raises MailSettingRefused."""
    need(tx, "mail.settings")
    if channel_id is not None and channel_id not in {box.channel_id for box in mailboxes()}:
        raise MailSettingRefused(f"channel {channel_id} sends no letters")
    if not 0 <= remind_hours <= LONGEST_REMIND_H:
        raise MailSettingRefused(f"{remind_hours} hours", code="mail-bad-hours")
    before, after = get_settings(), Settings(channel_id, remind_hours)
    if before == after:
        return after
    meta.put(tx, CHANNEL, "" if channel_id is None else str(channel_id))
    meta.put(tx, REMIND, str(remind_hours))
    record(
        tx, "mail-settings", 0,
        {"channel": before.channel_id, "remind_hours": before.remind_hours},
        {"channel": after.channel_id, "remind_hours": after.remind_hours},
        about="department-mail",
    )  # fmt: skip
    tx.changes.other("department-mail")
    return after


def mailboxes() -> list[Mailbox]:
    """Channels with a sign-in on a network that carries letters, by name."""
    rows = database.execute_sql(
        "SELECT id, name, handle, network FROM channel WHERE removed_ms IS NULL AND account_id IS NOT NULL"
        " ORDER BY name, id"
    ).fetchall()
    return [Mailbox(*row[:3]) for row in rows if row[3] in NETWORKS]


def mailbox() -> Mailbox | None:
    """The one that letters leave from now; None: nobody chose among several, or there is none."""
    found, chosen = mailboxes(), get_settings().channel_id
    if chosen is not None:
        return next((box for box in found if box.channel_id == chosen), None)
    return found[0] if len(found) == 1 else None
