"""Departments that work by mail, letters to them, and mails that come back."""

from __future__ import annotations

from typing import Any

from connectors.base import Author, Media
from connectors.letters import mark_of
from desktop.models import accounts, channels, departments
from desktop.models.forwarding_mail import sending
from desktop.models.forwarding_mail.sending import Letter
from desktop.models.store import Store
from tests.models.forwarding.desk import prepare, sent
from tests.models.helpers import Clock, ask, channel, do, merge, one, post

BUS = "bus@hanbit.example"
OURS = "minwon@hanbit.example"


def open_office(store: Store, clock: Clock, *texts: str) -> list[int]:
    """Cases to forward; the bus department works by mail, the taxi department has no address."""
    found = prepare(store, clock, texts or ("버스가 늦어요. 제 전화는 010-1234-5678입니다.",))
    do(store, departments.edit, "bus", mail=BUS)
    do(store, departments.edit, "road", mail="road@hanbit.example")
    return found


def mailbox(store: Store, name: str = "민원 메일") -> int:
    """A channel that letters can leave from."""
    account = do(store, accounts.add_account, uid=name, network="mail", server="mail.hanbit.example")
    return do(
        store,
        channels.add_channel,
        network="mail",
        name=name,
        url=f"imaps://{name}.example",
        account_id=account,
    )


def letters(store: Store, forwarding_id: int) -> list[Letter]:
    return ask(store, sending.of_forwardings, [forwarding_id]).get(forwarding_id, [])


def went_out(store: Store, clock: Clock, case_id: int, lead: str = "bus", **more: Any) -> tuple[int, Letter]:
    """Forward a case and let the letter leave: (forwarding, letter)."""
    forwarding_id = sent(store, case_id, lead, **more)
    return forwarding_id, leave(store, clock, letters(store, forwarding_id)[-1])


def leave(store: Store, clock: Clock, letter: Letter, box: int | None = None) -> Letter:
    clock.at_ms = max(clock.at_ms, letter.send_after_ms)
    claimed = do(
        store, sending.claim, letter.id, box or 1, f"{letter.token[:8].lower()}.smc-dept@hanbit.example"
    )
    assert claimed is not None
    do(store, sending.mark_sent, letter.id)
    return ask(store, sending.get, letter.id)


def comes_back(
    store: Store, box: int, letter: Letter | None, text: str, *, sender: str = BUS, remote_id: str = "",
    subject: str = "", files: tuple[str, ...] = (), **more: Any,
) -> None:  # fmt: skip
    """A mail is collected that answers a letter."""
    subject = subject or (f"Re: {mark_of(letter.token)} 이관: 버스" if letter else "가로등")
    parent = more.pop("parent", letter.message_id if letter else "")
    merge(
        store, box,
        post(
            remote_id or f"r{store_number(store)}@dept.example", text, context=subject, parent_id=parent,
            author=Author(sender, "버스정책과", sender), private=True,
            media=tuple(Media("file", "", name) for name in files), **more,
        ),
    )  # fmt: skip


def store_number(store: Store) -> int:
    return int(one(store, "SELECT count(*) FROM post"))


__all__ = ["channel", "comes_back", "leave", "letters", "mailbox", "open_office", "went_out"]
