"""Opens the connector of a channel with its secret, keeps it while the channel does not change, closes it.

The only place where a channel, its secret and its network meet. Knows neither when a channel is asked nor
what is done with the answers.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from connectors.base import Capabilities, ChannelConfig, Connector, Network
from desktop.models import channels
from desktop.models.store import Store, Tx
from desktop.services.later import Later
from desktop.services.vault import Vault

if TYPE_CHECKING:
    from connectors.oauth import TokenKeeper

log = logging.getLogger(__name__)


class UnknownNetwork(Exception):
    code = "unknown-network"


class NoSecret(Exception):
    """The channel's account has no secret in this PC's keyring (another PC signed it in)."""

    code = "no-secret"


@dataclass(frozen=True, slots=True)
class Opened:
    row: channels.ChannelRow
    network: Network
    connector: Connector
    signature: str


class Connections:
    """``http``: for tests; otherwise made when it is first needed, because importing it takes time."""

    def __init__(self, store: Store, vault: Vault, later: Later, http: Any = None) -> None:
        self._store = store
        self._later = later
        self._vault = vault
        self._http = http
        self._http_lock = asyncio.Lock()
        self._open: dict[int, Opened] = {}
        self._locks: dict[int, asyncio.Lock] = {}
        self._keepers: dict[str, TokenKeeper] = {}  # account → its tokens, one for all of its channels
        self._imported: set[str] = set()  # networks whose modules are there
        self._asked: dict[int, tuple[str, Capabilities]] = {}  # what was answered, by channel and signature

    async def http(self) -> Any:
        async with self._http_lock:
            if self._http is None:
                from desktop.services import limits

                module = await asyncio.to_thread(importlib.import_module, "connectors.http")
                known = await asyncio.wrap_future(self._store.read(limits.load))
                http = module.Http(limits=limits.DbLimits(self._store, known))
                await http.prepare()
                self._http = http
        return self._http

    async def get(self, channel_id: int) -> Opened:
        """The channel's open connector. Raises UnknownNetwork, NoSecret, VaultError, WorkspaceError."""
        async with self._locks.setdefault(channel_id, asyncio.Lock()):
            row = await self._row(channel_id)
            signature = signature_of(row)
            known = self._open.get(channel_id)
            if known is not None and known.signature == signature:
                return known
            network = find_network(row.network)
            secret = await self._secret(row)
            tokens = await self._tokens(row.account_uid, network, secret) if secret is not None else None
            config = ChannelConfig(row.url, row.handle, row.options, secret, tokens)
            connector = await self._connector(network, config)
            opened = Opened(row, network, connector, signature)
            if known is not None:
                await _close(known.connector)
            self._open[channel_id] = opened
            return opened

    async def _connector(self, network: Network, config: ChannelConfig) -> Connector:
        """A network's first channel imports what speaks to it: in a thread, so that the window keeps
        painting."""
        http = await self.http()
        if network.name in self._imported:
            return network.open(config, http)
        connector = await asyncio.to_thread(network.open, config, http)
        self._imported.add(network.name)
        return connector

    async def capabilities(self, opened: Opened) -> Capabilities:
        """What the channel can do; asked of the server once per sign-in and kept in the database."""
        channel_id = opened.row.id
        signature, found = self._asked.get(channel_id, ("", None))
        if found is not None and signature == opened.signature:
            return (await self._row(channel_id)).capabilities or found
        found = await opened.connector.capabilities()
        if found != opened.row.capabilities and not self._store.read_only:
            self._later.put(_save_capabilities, channel_id, found)
        self._asked[channel_id] = (opened.signature, found)
        return found

    async def forget(self, channel_id: int) -> None:
        """Close the channel's connector; the next ``get`` opens it anew with the secret of then."""
        known = self._open.pop(channel_id, None)
        self._asked.pop(channel_id, None)
        if known is not None:
            await _close(known.connector)

    async def forget_account(self, uid: str) -> None:
        """As ``forget``, for every channel of an account whose secret has changed."""
        self._keepers.pop(uid, None)
        for opened in list(self._open.values()):
            if opened.row.account_uid == uid:
                await self.forget(opened.row.id)

    async def aclose(self) -> None:
        for channel_id in list(self._open):
            await self.forget(channel_id)
        if self._http is not None:
            await self._http.aclose()

    async def _row(self, channel_id: int) -> channels.ChannelRow:
        return await asyncio.wrap_future(self._store.read(row_of, channel_id))

    async def _tokens(self, uid: str, network: Network, secret: Mapping[str, str]) -> TokenKeeper | None:
        """One for all channels of an account: where a refresh token counts once, two would end each other."""
        if network.renew is None:
            return None
        if uid not in self._keepers:
            from connectors.oauth import TokenKeeper

            renew, save = partial(network.renew, await self.http()), partial(self._save_secret, uid)
            self._keepers[uid] = TokenKeeper(secret, renew, save)
        return self._keepers[uid]

    async def _save_secret(self, uid: str, secret: Mapping[str, str]) -> None:
        await self._vault.set(uid, dict(secret))

    async def _secret(self, row: channels.ChannelRow) -> dict[str, str] | None:
        if row.account_id is None:
            return None
        secret = await self._vault.get(row.account_uid)
        if secret is None:
            raise NoSecret(f"no secret for account {row.account_uid}")
        return secret


def find_network(name: str) -> Network:
    from connectors.registry import network

    try:
        return network(name)
    except KeyError:
        raise UnknownNetwork(name) from None


def row_of(channel_id: int) -> channels.ChannelRow:
    """One channel without counting its posts. For ``Store.read``. Raises Missing."""
    return channels.get_channel(channel_id, counts=False)


def all_rows() -> list[channels.ChannelRow]:
    """All channels without counting their posts. For ``Store.read``."""
    return channels.list_channels(counts=False)


def signature_of(row: channels.ChannelRow) -> str:
    """Changes when the channel has to be opened anew."""
    return json.dumps(
        [row.network, row.url, row.handle, dict(row.options), row.account_id, row.account_state],
        sort_keys=True,
        default=str,
    )


def _save_capabilities(tx: Tx, channel_id: int, found: Capabilities) -> None:
    channels.update_channel(tx, channel_id, capabilities=found)


async def _close(connector: Connector) -> None:
    try:
        await connector.aclose()
    except Exception:
        log.exception("a connector did not close well")
