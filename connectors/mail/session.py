"""The signed-in line of one channel, kept between rounds, used by one caller at a time.

Owns signing in with a password or a token that may have to be renewed, and keeping silent after the server
said that it is asked too often.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from connectors.base import AuthExpired, ChannelConfig, ConnectorError, RateLimited
from connectors.http import Http
from connectors.mail import providers
from connectors.mail.imap import Imap
from connectors.mail.mailbox import Mailbox

DEFAULT_HIDDEN = "숨긴 메일"


class Session:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self.config = config
        self.http = http
        self._box: Mailbox | None = None
        self._lock = asyncio.Lock()

    @property
    def secret(self) -> dict[str, str]:
        living = self.config.tokens.secret if self.config.tokens is not None else None
        return dict(living or self.config.secret or {})

    @property
    def signed_in(self) -> bool:
        secret = self.secret
        return bool(
            providers.login_of(self.config) and (secret.get("password") or secret.get("access_token"))
        )

    @asynccontextmanager
    async def use(self) -> AsyncIterator[Mailbox]:
        """The mailbox, signed in. A line that broke while nobody used it is replaced."""
        async with self._lock:
            if self.signed_in:
                self.http.check_budget(self._budget_of(), providers.login_of(self.config))
            if self._box is not None and self._box.imap.is_open:
                try:
                    await self._box.imap.command("NOOP")
                except ConnectorError:
                    self._box.imap.close()
            if self._box is None or not self._box.imap.is_open:
                self._box = None
                self._box = await self.opened()
            try:
                yield self._box
            except RateLimited as error:
                self._keep_silent(error)
                raise

    def _keep_silent(self, error: RateLimited) -> None:
        self.http.hold(self._budget_of(), providers.login_of(self.config), error.until_ms)

    def _budget_of(self) -> str:
        """The mail server as the program's memory of limits names hosts."""
        return f"https://{providers.imap_server(self.config).address}"

    async def opened(self) -> Mailbox:
        """A new line, signed in; the caller closes it. AuthExpired, RateLimited, Unreachable, Refused."""
        config = self.config
        server = providers.imap_server(config)
        if not self.signed_in:
            raise AuthExpired("the channel has no sign-in", "not-signed-in")
        providers.check_secret(self.secret, server)
        self.http.check_budget(self._budget_of(), providers.login_of(config))
        try:
            imap = await self._signed_in(server)
        except RateLimited as error:
            self._keep_silent(error)
            raise
        box = Mailbox(
            imap,
            providers.option(config, "folder"),
            providers.option(config, "hidden_folder") or DEFAULT_HIDDEN,
        )
        try:
            await box.prepare()
        except BaseException:
            imap.close()
            raise
        return box

    async def _signed_in(self, server: providers.Server) -> Imap:
        login = providers.login_of(self.config)
        password = self.secret.get("password", "")
        token = await self.token()
        imap = Imap(server, self.http.timeouts)
        try:
            await imap.open()
            if not token:
                await imap.login(login, password)
                return imap
            try:
                await imap.login_with_token(login, token)
            except AuthExpired:
                if self.config.tokens is None:
                    raise
                imap.close()
                token = await self.token(refused=token)
                imap = Imap(server, self.http.timeouts)
                await imap.open()
                await imap.login_with_token(login, token)
        except BaseException:
            imap.close()
            raise
        return imap

    async def token(self, refused: str = "") -> str:
        """The token to use now; "" where the channel has a password."""
        if "access_token" not in self.secret:
            return ""
        if self.config.tokens is None:
            return self.secret["access_token"]
        return await self.config.tokens.token(refused)

    async def aclose(self) -> None:
        box, self._box = self._box, None
        if box is not None:
            await box.imap.logout()
