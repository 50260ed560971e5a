"""Signing in to a server and out again: the secret goes to the keyring, everything else to the database.

Owns the order of the two, so that no half of a sign-in stays behind. Which fields or which browser page a
network needs is the network's own affair.
"""

from __future__ import annotations

import asyncio
import ipaddress
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from connectors.base import ChannelConfig, Identity, Network
from desktop.models import accounts, channels, outbox, own_posts
from desktop.models.store import Tx
from desktop.services.connections import find_network

if TYPE_CHECKING:
    from desktop.services.services import Services

BROWSER_LIMIT_S = 600.0


class SignInError(Exception):
    """Nothing was changed; ``code`` says why: "no-sign-in", "missing-field", "insecure", "other-account"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class SignedIn:
    account_id: int
    identity: Identity


async def sign_in(
    services: Services,
    network_name: str,
    url: str,
    *,
    fields: Mapping[str, str] | None = None,
    open_browser: Callable[[str], Any] | None = None,
    handle: str = "",
    options: Mapping[str, Any] | None = None,
    account_id: int | None = None,
    channel_ids: Iterable[int] = (),
    voice: str = "official",
) -> SignedIn:
    """Sign in at ``url`` and join the account to ``channel_ids``, which are then collected again.

    ``fields``: what the user typed, by the names of ``Network.sign_in_fields``, or of ``browser_fields``
    where ``open_browser`` is given and the network asks in the browser. ``account_id``: renew that account
    instead of making one; another identity is then refused. Raises SignInError, ConnectorError, VaultError,
    WorkspaceError, UnknownNetwork, TimeoutError.
    """
    network = find_network(network_name)
    wanted = ChannelConfig(url, handle, dict(options or {}), dict(fields or {}))
    secret, identity = await _ask(services, network, wanted, open_browser)
    known = await asyncio.wrap_future(
        services.store.read(_known_account, account_id, network_name, url, identity.remote_id)
    )
    uid = known.uid if known is not None else uuid.uuid4().hex
    before = await services.vault.get(uid) if known is not None else None
    await services.vault.set(uid, secret)
    try:
        future = services.store.write(
            _join,
            uid,
            network_name,
            url,
            identity,
            voice,
            known.id if known is not None else None,
            tuple(channel_ids),
            actor=services.user,
        )
        joined = await asyncio.wrap_future(future)
    except BaseException:
        if before is None:
            await services.vault.delete(uid)
        else:
            await services.vault.set(uid, before)
        raise
    await services.connections.forget_account(uid)
    for channel_id in channel_ids:
        await services.connections.forget(channel_id)
        services.collector.collect_now(channel_id)
    return SignedIn(joined, identity)


async def sign_out(services: Services, account_id: int) -> None:
    """Forget the account and its secret. Its channels stay; those that need a sign-in wait for one."""
    account = await asyncio.wrap_future(services.store.read(accounts.get_account, account_id))
    await services.vault.delete(account.uid)
    await asyncio.wrap_future(services.store.write(accounts.remove_account, account_id, actor=services.user))


async def check(services: Services, channel_id: int) -> Identity:
    """Ask a channel's network once whether address and sign-in are right. Raises as ``Connections.get`` and
    ConnectorError."""
    opened = await services.connections.get(channel_id)
    async with asyncio.timeout(60.0):
        return await opened.connector.check()


async def check_address(
    services: Services,
    network_name: str,
    url: str,
    handle: str = "",
    options: Mapping[str, Any] | None = None,
) -> Identity:
    """As ``check``, for a channel that does not exist yet (the assistant that adds one)."""
    network = find_network(network_name)
    connector = network.open(ChannelConfig(url, handle, dict(options or {})), await services.http())
    try:
        async with asyncio.timeout(60.0):
            return await connector.check()
    finally:
        await connector.aclose()


async def _ask(
    services: Services, network: Network, wanted: ChannelConfig, open_browser: Callable[[str], Any] | None
) -> tuple[dict[str, str], Identity]:
    in_browser = network.sign_in is not None and open_browser is not None
    form = network.browser_fields if in_browser else network.sign_in_fields
    if not in_browser and not form:
        raise SignInError("no-sign-in" if network.sign_in is None else "missing-field")
    typed = wanted.secret or {}
    given = {field.name: typed.get(field.name, "").strip() for field in form}
    if not all(given[field.name] for field in form if field.required):
        raise SignInError("missing-field")
    if wanted.url and not may_carry_secrets(wanted.url):
        raise SignInError("insecure")
    config = replace(wanted, secret={name: value for name, value in given.items() if value})
    if not in_browser and network.renew is not None and wanted.url:
        # Whoever renews the sign-in sees the secret only, and must ask where it was given for.
        config = replace(config, secret={"server": wanted.url, **(config.secret or {})})
    http = await services.http()
    if in_browser:
        assert network.sign_in is not None
        async with asyncio.timeout(BROWSER_LIMIT_S):
            secret, identity = await network.sign_in(http, config, open_browser)
        return dict(secret), identity
    connector = network.open(config, http)
    try:
        async with asyncio.timeout(60.0):
            return dict(config.secret or {}), await connector.check()
    finally:
        await connector.aclose()


def may_carry_secrets(url: str) -> bool:
    """Only over TLS, or to this very PC."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme in ("https", "imaps", "imap"):
        return True  # imap is made safe by STARTTLS or not spoken at all (connectors/mail)
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _known_account(
    account_id: int | None, network: str, server: str, remote_id: str
) -> accounts.AccountRow | None:
    """The account that is signed in anew: the one asked for, or the same one from before."""
    if account_id is not None:
        wanted = accounts.get_account(account_id)
        if wanted.remote_id and remote_id and wanted.remote_id != remote_id:
            raise SignInError("other-account")
        return wanted
    for account in accounts.list_accounts():
        if remote_id and (account.network, account.server, account.remote_id) == (network, server, remote_id):
            return account
    return None


def _join(
    tx: Tx,
    uid: str,
    network: str,
    url: str,
    identity: Identity,
    voice: str,
    account_id: int | None,
    channel_ids: tuple[int, ...],
) -> int:
    if account_id is None:
        account_id = accounts.add_account(
            tx,
            uid=uid,
            network=network,
            server=url,
            remote_id=identity.remote_id,
            name=identity.name,
            handle=identity.handle,
            voice=voice,
        )
    else:
        accounts.set_account_state(tx, account_id, "connected")
    waiting = [row for row in channels.list_channels(counts=False) if row.account_id == account_id]
    for channel_id in {*channel_ids, *(row.id for row in waiting)}:
        channels.update_channel(
            tx, channel_id, account_id=account_id, health="new", health_detail="", failures=0
        )
        outbox.signed_in(tx, channel_id)
        own_posts.recognise(tx, channel_id, identity.writes_as)
    return account_id
