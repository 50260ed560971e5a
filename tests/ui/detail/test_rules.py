"""Who may be answered, from which account, and when a thread has gone stale."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from connectors.base import Capabilities
from desktop.ui.detail import rules
from desktop.ui.detail.rules import Block


def channel(number: int = 1, **more: Any) -> Any:
    values: dict[str, Any] = dict(
        id=number, name=f"채널 {number}", network="mastodon", url="https://social.example", handle="",
        enabled=True,
        removed_ms=None, account_id=number, account_state="connected", capabilities=Capabilities(reply=True),
    )  # fmt: skip
    return SimpleNamespace(**{**values, **more})


def post(number: int = 1, **more: Any) -> Any:
    values: dict[str, Any] = dict(id=number, own=False, deleted_ms=None, edited_ms=None, created_ms=100)
    return SimpleNamespace(**{**values, **more})


@pytest.mark.parametrize(
    ("row", "where", "sample", "accounts", "block"),
    [
        (post(), channel(), False, 1, Block.NONE),
        (post(own=True), channel(), False, 1, Block.OWN),
        (post(deleted_ms=1), channel(), False, 1, Block.DELETED),
        (post(), None, False, 1, Block.REMOVED),
        (post(), channel(removed_ms=1), False, 1, Block.REMOVED),
        (post(), channel(capabilities=Capabilities()), False, 1, Block.NO_REPLY),
        (post(), channel(capabilities=Capabilities(poll=False)), False, 0, Block.BY_HAND),
        (post(), channel(), True, 1, Block.SAMPLE),
        (post(), channel(enabled=False), False, 1, Block.OFF),
        (post(), channel(), False, 0, Block.SIGN_IN),
    ],
)
def test_why_a_post_cannot_be_answered(
    row: Any, where: Any, sample: bool, accounts: int, block: Block
) -> None:
    assert rules.blocked(row, where, sample=sample, accounts=accounts) is block


def test_what_a_network_can_is_known_before_its_server_has_said_so() -> None:
    assert rules.can_reply(channel(capabilities=None))
    assert not rules.can_reply(channel(capabilities=None, network="feed"))
    assert not rules.can_reply(channel(capabilities=None, network="gone-plug-in"))


def test_accounts_are_offered_only_where_the_post_can_be_reached() -> None:
    own = channel(1)
    others = [
        channel(2),
        channel(3, url="https://other.example"),
        channel(4, network="wordpress"),
        channel(5, account_state="expired"),
        channel(6, removed_ms=1),
        channel(7, enabled=False),
        channel(8, url="", handle="@b@social.example"),
    ]
    assert [c.id for c in rules.accounts_for(own, [own, *others])] == [1, 2, 8]


def test_without_its_own_account_another_of_the_same_server_still_can() -> None:
    own = channel(1, account_id=None, account_state="")
    assert [c.id for c in rules.accounts_for(own, [own, channel(2)])] == [2]


def test_handles_of_different_servers_are_different_places() -> None:
    a = channel(1, url="", handle="@a@one.example")
    b = channel(2, url="", handle="@b@two.example")
    assert not rules.same_place(a, b)


def test_two_sites_on_one_host_are_different_places() -> None:
    assert not rules.same_place(channel(1, url="https://s.example/a"), channel(2, url="https://s.example/b/"))
    assert rules.same_place(channel(1, url="https://s.example/a"), channel(2, url="http://S.example/a/"))
