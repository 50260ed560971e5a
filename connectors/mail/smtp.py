"""One mail out by SMTP: encrypted, signed in, and with a clear word on whether it is under way.

The only importer of aiosmtplib. A failure before the mail's final dot means that nothing was sent; after it
nobody knows (OutcomeUnknown). What a code means is in email_imap_smtp.md section 6.
"""

from __future__ import annotations

import asyncio
import base64
import re
import ssl
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import aiosmtplib

from connectors.base import AuthExpired, ConnectorError, OutcomeUnknown, RateLimited, Refused, Unreachable
from connectors.http import Timeouts
from connectors.http_parts import connect_code, tls_context
from connectors.mail.imap import NO_TLS
from connectors.mail.providers import Server

BUSY_PAUSE_S = 300.0
DAY_PAUSE_S = 6 * 3600.0

TOO_LARGE = "메일이 너무 커서 서버가 받지 않습니다. / The mail is larger than the server accepts."
NO_UTF8 = (
    "받는 주소에 한글이 있는데 메일 서버가 그런 주소를 지원하지 않습니다. / "
    "The recipient's address is not in ASCII and the mail server does not support such addresses."
)
NO_TOKENS = (
    "보내는 메일 서버가 브라우저 로그인을 지원하지 않습니다. / "
    "The server for outgoing mail does not take a sign-in from the browser."
)
NO_PASSWORDS = (
    "보내는 메일 서버가 비밀번호 로그인을 지원하지 않습니다. / "
    "The server for outgoing mail does not take passwords."
)

_TOO_OFTEN = re.compile(r"rate|too many|too fast|throttl|try again later.*limit|concurren", re.I)
_DAY_LIMIT = re.compile(r"daily|per day|sending limit|sending quota|일일|하루", re.I)


class Smtp:
    """``token`` gives the access token to use (or "" where there is a password); it is asked with the token
    that was refused to get a new one."""

    def __init__(
        self,
        server: Server,
        login: str,
        password: str,
        token: Callable[[str], Awaitable[str]],
        timeouts: Timeouts,
    ) -> None:
        self._answer_s = timeouts.read
        self._server = server
        self._login = login
        self._password = password
        self._token = token

    async def check(self) -> None:
        """Connect and sign in, and send nothing."""
        client = await self._open()
        await _leave(client)

    async def send(self, sender: str, recipients: Sequence[str], message: bytes) -> None:
        """To all of them or, where the server takes one of them not, to none."""
        client = await self._open()
        try:
            await self._hand_over(client, sender, recipients, message)
        finally:
            await _leave(client)

    async def _open(self) -> aiosmtplib.SMTP:
        server = self._server
        context = None if server.tls == "plain" else await asyncio.to_thread(tls_context)
        token = await self._token("")
        client = await self._connected(context)
        try:
            await self._sign_in(client, token)
        except BaseException:
            client.close()
            raise
        return client

    async def _connected(self, context: ssl.SSLContext | None) -> aiosmtplib.SMTP:
        server = self._server
        client = aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.tls == "tls",
            start_tls=False,
            tls_context=context,
            local_hostname="localhost",
            timeout=self._answer_s,
        )
        try:
            await client.connect()
            name = _our_name(client)
            await client.ehlo(hostname=name)
            offered = client.supports_extension("starttls")
            if server.tls == "starttls" and not offered:
                raise Refused(NO_TLS, "no-tls")
            if server.tls == "starttls" or (
                server.tls == "plain" and offered and not client.supports_extension("auth")
            ):
                await client.starttls(tls_context=context or await asyncio.to_thread(tls_context))
                await client.ehlo(hostname=name)
        except BaseException as error:
            client.close()
            raise _failure(error, server.host) from None
        return client

    async def _sign_in(self, client: aiosmtplib.SMTP, token: str) -> None:
        if not client.supports_extension("auth"):
            return  # a relay of the city's own that asks nobody; one that does ask says so when a mail comes
        try:
            if token:
                await self._with_token(client, token)
            else:
                await self._with_password(client)
        except BaseException as error:
            raise _failure(error, self._server.host) from None

    async def _with_token(self, client: aiosmtplib.SMTP, token: str) -> None:
        if "xoauth2" not in client.server_auth_methods:
            raise Refused(NO_TOKENS, "no-xoauth2")
        try:
            await client.auth_xoauth2(self._login, token)
        except aiosmtplib.SMTPAuthenticationError:
            renewed = await self._token(token)
            if renewed == token:
                raise
            await client.auth_xoauth2(self._login, renewed)

    async def _with_password(self, client: aiosmtplib.SMTP) -> None:
        """A wrong password is tried once: some servers lock an account after a few of them. Only a way that
        the server names and then does not know is followed by the next one."""
        ways: dict[str, Callable[[str, str], Awaitable[object]]] = {
            "plain": client.auth_plain,
            "login": partial(_login, client),
            "cram-md5": client.auth_crammd5,
        }
        offered = [way for way in ways if way in client.server_auth_methods]
        if not offered:
            raise Refused(NO_PASSWORDS, "no-password-sign-in")
        for way in offered:
            try:
                await ways[way](self._login, self._password)
                return
            except aiosmtplib.SMTPAuthenticationError as error:
                if error.code not in (500, 501, 502, 503, 504) or way == offered[-1]:
                    raise

    async def _hand_over(
        self, client: aiosmtplib.SMTP, sender: str, recipients: Sequence[str], message: bytes
    ) -> None:
        options = []
        encoding = "ascii"
        try:
            if not all(address.isascii() for address in (sender, *recipients)):
                if not client.supports_extension("smtputf8"):
                    raise Refused(NO_UTF8, "no-smtputf8")
                options, encoding = ["SMTPUTF8", "BODY=8BITMIME"], "utf-8"
            if client.supports_extension("size"):
                most = client.esmtp_extensions.get("size", "")
                if most.isdigit() and 0 < int(most) < len(message):
                    raise Refused(TOO_LARGE, "smtp-552")
                options.append(f"SIZE={len(message)}")
            await client.mail(sender, options=options, encoding=encoding)
            for recipient in recipients:
                try:
                    await client.rcpt(recipient, encoding=encoding)
                except aiosmtplib.SMTPRecipientRefused as error:
                    # With several of them whoever reads the refusal has to know which one is wrong.
                    named = error.message if recipient in error.message else f"{error.message} ({recipient})"
                    raise refusal(error.code, named) from None
        except BaseException as error:
            raise _failure(error, self._server.host) from None
        try:
            await client.data(message, timeout=4 * self._answer_s)
        except aiosmtplib.SMTPResponseException as error:
            raise _failure(error, self._server.host) from None
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            # The line ended around the final dot: the server may or may not have taken the mail.
            raise OutcomeUnknown(f"no answer after the mail: {type(error).__name__}", "timeout") from None


async def _login(client: aiosmtplib.SMTP, name: str, password: str) -> None:
    """AUTH LOGIN word by word; a name that is sent along with the command is overheard by some servers."""
    answer = await client.execute_command(b"AUTH", b"LOGIN")
    for word in (name, password):
        if answer.code != 334:
            break
        answer = await client.execute_command(base64.b64encode(word.encode("utf-8", "replace")))
    if answer.code != 235:
        raise aiosmtplib.SMTPAuthenticationError(answer.code, answer.message)


def _our_name(client: aiosmtplib.SMTP) -> str:
    """What EHLO says of us: our number, because many servers turn away names without a dot."""
    number = (client.get_transport_info("sockname") or ("127.0.0.1",))[0].partition("%")[0]
    return f"[IPv6:{number}]" if ":" in number else f"[{number}]"


async def _leave(client: aiosmtplib.SMTP) -> None:
    try:
        if client.is_connected:
            await client.quit(timeout=2)
    except (aiosmtplib.SMTPException, OSError, TimeoutError):
        pass
    finally:
        client.close()


def _failure(error: BaseException, host: str) -> BaseException:
    """The connector error that a failure before the final dot means, or a code after it."""
    if isinstance(error, ConnectorError) or not isinstance(error, Exception):
        return error
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return refusal(error.code, error.message, auth=isinstance(error, aiosmtplib.SMTPAuthenticationError))
    code = "broken"
    if isinstance(error, TimeoutError):
        code = "connect" if isinstance(error, aiosmtplib.SMTPConnectError) else "timeout"
    elif isinstance(error, OSError) and not isinstance(error, aiosmtplib.SMTPServerDisconnected):
        code = connect_code(error)
    return Unreachable(f"{host}: {type(error).__name__}", code)


def refusal(code: int, message: str, *, auth: bool = False) -> ConnectorError:
    """What a reply code and its enhanced code (RFC 3463) mean."""
    reason = " ".join(message.split())[:300]
    shown = f"{code} {reason}".strip()
    enhanced = re.match(r"([245])\.(\d{1,3})\.(\d{1,3})", reason)
    detail = enhanced[0] if enhanced else ""
    now_ms = time.time() * 1000
    if detail.endswith(".4.5") or (_DAY_LIMIT.search(reason) and (400 <= code < 600)):
        return RateLimited(f"SMTP: {shown}", int(now_ms + DAY_PAUSE_S * 1000), f"smtp-{code}")
    if 400 <= code < 500:
        if (detail.startswith("4.7") and not auth) or _TOO_OFTEN.search(reason):
            return RateLimited(f"SMTP: {shown}", int(now_ms + BUSY_PAUSE_S * 1000), f"smtp-{code}")
        return Unreachable(f"SMTP: {shown}", f"smtp-{code}")
    if auth or code in (530, 534, 535, 538):
        return AuthExpired(f"SMTP refused the sign-in: {shown}", f"smtp-{code}")
    if code == 552 or detail.endswith(".3.4"):
        return Refused(TOO_LARGE, f"smtp-{code}")
    return Refused(shown, f"smtp-{code}")
