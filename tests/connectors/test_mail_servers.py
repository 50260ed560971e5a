"""Mail servers of other kinds: folders below "INBOX.", names in Hangul, outgoing servers with ways of their
own to sign in; and the addresses that people type."""

from __future__ import annotations

import asyncio
import base64
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from connectors.base import Action, AuthExpired, ChannelConfig, Refused, Unreachable
from connectors.http import Http, Timeouts
from connectors.mail import NETWORK, providers
from connectors.mail.providers import Server
from connectors.mail.smtp import Smtp
from connectors.mail.words import encode_folder
from tests.connectors.mail_desk import Desk, desk, desk_on
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.mail import mail, open_city

__all__ = ["desk"]

# --- folders ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dotted(tmp_path_factory: pytest.TempPathFactory) -> Any:
    server = Dovecot(tmp_path_factory.mktemp("dotted"), prefix="INBOX.").start()
    yield server
    server.stop()


async def test_folders_below_the_inbox(dotted: Dovecot, http: Http) -> None:
    """Mail is answered, hidden into a folder within a folder and found there on a server that writes dots."""
    desk = Desk(await open_city(dotted, files_sent=False), http, hidden_folder="처리/숨김")
    one, two = await desk.put("민원 하나"), await desk.put("민원 둘")
    await desk.channel.send(desk.out(Action.REPLY, one, "고치겠습니다."))
    assert len(desk.city.box.uids("INBOX.Sent")) == 1
    await desk.channel.send(desk.out(Action.HIDE, two))
    folder = "INBOX." + encode_folder("처리") + "." + encode_folder("숨김")
    assert len(desk.city.box.uids(folder)) == 1
    other = Desk(desk.city, http, hidden_folder="처리/숨김")
    assert await other.channel.look_up(desk.out(Action.HIDE, two)) is not None
    await desk.round()
    assert desk.posts[two.remote_id].state == "hidden"
    await other.channel.send(desk.out(Action.UNHIDE, two))
    await desk.round()
    assert desk.posts[two.remote_id].state == "published"
    for each in (desk, other):
        await each.channel.aclose()
    await desk.city.close()


@pytest.mark.parametrize(
    "typed", ["민원/2026", "민원.2026", "INBOX.민원.2026", unicodedata.normalize("NFD", "민원/2026")]
)
async def test_a_folder_in_hangul_is_watched(dotted: Dovecot, http: Http, typed: str) -> None:
    city = await open_city(dotted)
    raw = "INBOX." + encode_folder("민원") + ".2026"
    city.box.make(raw)
    city.box.put(mail("신호등이 꺼졌어요", to=city.address), raw)
    desk = Desk(city, http, folder=typed)
    posts, _ = await desk.news()
    assert [post.text for post in posts] == ["신호등이 꺼졌어요"]
    await desk.channel.aclose()
    await city.close()


async def test_a_folder_that_is_closed_to_us_hides_nothing_else(http: Http) -> None:
    """A folder that was deleted since the list of folders was read is passed over."""
    desk = await desk_on(http)
    desk.city.box.make("Old")
    post = await desk.put()
    desk.city.box.line.delete('"Old"')
    uid = desk.city.box.find(post.remote_id)
    desk.city.box.delete(uid)
    _, gone = await desk.news()
    assert gone == [post.remote_id]
    with pytest.raises(Refused) as refused:
        await desk.channel.send(desk.out(Action.HIDE, post))
    assert refused.value.code == "gone"
    await desk.channel.aclose()
    await desk.city.close()


# --- outgoing mail ----------------------------------------------------------------------------------------


class Talk:
    """A server for outgoing mail that knows a few sentences only. ``said`` is what it heard."""

    def __init__(self, ehlo: str, answer: Callable[[str], str]) -> None:
        self.ehlo, self.answer = ehlo, answer
        self.said: list[str] = []
        self.mail = b""
        self._tasks: set[asyncio.Task[Any]] = set()

    async def start(self) -> Talk:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def stop(self) -> None:
        self._server.close()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=5)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.add(asyncio.current_task())  # type: ignore[arg-type]
        writer.write(b"220 mail.city.example ESMTP\r\n")
        try:
            while line := (await reader.readline()).decode().strip():
                self.said.append(line)
                word = line.upper().split()[0]
                if word == "EHLO":
                    writer.write(self.ehlo.replace("\n", "\r\n").encode() + b"\r\n")
                elif word == "DATA":
                    writer.write(b"354 go on\r\n")
                    self.mail = await reader.readuntil(b"\r\n.\r\n")
                    writer.write(b"250 OK\r\n")
                elif word in ("MAIL", "RCPT", "QUIT"):
                    writer.write(b"250 OK\r\n")
                else:
                    writer.write(self.answer(line).encode() + b"\r\n")
        finally:
            writer.close()

    def client(self, tls: str = "plain") -> Smtp:
        async def no_token(_: str) -> str:
            return ""

        server = Server("127.0.0.1", self.port, tls)
        return Smtp(server, "minwon@city.example", "비밀 pw", no_token, Timeouts(2, 1, 2))


def coded(word: str) -> str:
    return base64.b64encode(word.encode()).decode()


def only_login(line: str) -> str:
    """AUTH LOGIN as the oldest servers have it: the name is asked for, whatever stood behind the command."""
    if line.upper().startswith("AUTH LOGIN"):
        return "334 VXNlcm5hbWU6"
    if line == coded("minwon@city.example"):
        return "334 UGFzc3dvcmQ6"
    return "235 OK" if line == coded("비밀 pw") else "535 5.7.8 wrong"


def broken_plain(line: str) -> str:
    return "504 5.5.4 not this way" if line.upper().startswith("AUTH PLAIN") else only_login(line)


@pytest.mark.parametrize(
    ("ehlo", "answer"),
    [
        ("250-mail.city.example\n250-SIZE 1000000\n250 AUTH LOGIN", only_login),
        ("250-mail.city.example\n250 AUTH=LOGIN", only_login),
        ("250-mail.city.example\n250 AUTH PLAIN LOGIN", broken_plain),
        ("250-mail.city.example\n250 8BITMIME", lambda line: "500 what?"),  # a relay that asks nobody
    ],
)
async def test_ways_to_sign_in_for_sending(ehlo: str, answer: Callable[[str], str]) -> None:
    talk = await Talk(ehlo, answer).start()
    await talk.client().send("minwon@city.example", ["hong@mail.example"], b"Subject: a\r\n\r\nb\r\n")
    assert talk.mail.endswith(b"b\r\n.\r\n")
    assert talk.said[0] == "EHLO [127.0.0.1]"  # a name without a dot is turned away by many
    await talk.stop()


async def test_a_wrong_password_is_tried_once() -> None:
    """Two failures for one word would lock an account twice as fast."""
    talk = await Talk("250-x\n250 AUTH CRAM-MD5 PLAIN LOGIN", lambda line: "535 5.7.8 wrong").start()
    with pytest.raises(AuthExpired):
        await talk.client().check()
    assert sum(line.upper().startswith("AUTH") for line in talk.said) == 1
    await talk.stop()


async def test_a_server_that_takes_no_passwords_says_so() -> None:
    talk = await Talk("250-x\n250 AUTH XOAUTH2 GSSAPI", lambda line: "535 wrong").start()
    with pytest.raises(Refused) as refused:
        await talk.client().check()
    assert refused.value.code == "no-password-sign-in" and "AUTH" not in " ".join(talk.said)
    await talk.stop()


async def test_without_a_token_way_no_token_is_shown() -> None:
    talk = await Talk("250-x\n250 AUTH LOGIN", lambda line: "334 ").start()
    server = Server("127.0.0.1", talk.port, "plain")

    async def token(_: str) -> str:
        return "t0ken"

    with pytest.raises(Refused) as refused:
        await Smtp(server, "a@b.example", "", token, Timeouts(2, 1, 2)).check()
    assert refused.value.code == "no-xoauth2" and "AUTH" not in " ".join(talk.said)
    await talk.stop()


# --- an account and a port, and nothing else ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "smtp"),
    [
        ("imap://127.0.0.1:{imap}", {"smtp_host": "127.0.0.1", "smtp_port": "{smtp}"}),
        ("imap://127.0.0.1:{imap}", {"smtp_port": "{smtp}"}),
        ("imap://127.0.0.1:{imap}/", {"smtp_host": "127.0.0.1:{smtp}"}),
        ("127.0.0.1:{imap}", {"smtp_host": "smtp://127.0.0.1:{smtp}"}),
        ("IMAP://LOCALHOST:{imap}", {"smtp_host": "LocalHost", "smtp_port": " {smtp} "}),
    ],
)
async def test_an_account_and_a_port_are_enough(
    desk: Desk, http: Http, address: str, smtp: dict[str, str]
) -> None:
    ports = {"imap": desk.city.proxy.port, "smtp": desk.city.smtp.port}
    options = {name: value.format(**ports) for name, value in smtp.items()}
    config = ChannelConfig(
        address.format(**ports), desk.city.address, options, {"login": desk.city.user, "password": PASSWORD}
    )
    channel = NETWORK.open(config, http)
    identity = await channel.check()
    assert identity.remote_id == desk.city.address and "SMTP" not in identity.note
    await channel.aclose()


@pytest.mark.parametrize(
    "typed",
    [
        "minwon@city.example",
        " minwon@city.example ",
        "<minwon@city.example>",
        '"한빛시 민원실" <minwon@city.example>',
        "mailto:minwon@city.example?subject=a",
        "minwon＠city.example",
        "\u200bminwon@city.example",
        "@minwon@city.example",
    ],
)
def test_addresses_that_people_type(typed: str) -> None:
    for config in (
        ChannelConfig("", typed, {}, {"password": "p"}),
        ChannelConfig("", "", {}, {"login": typed, "password": "p"}),
    ):
        assert providers.own_address(config) == providers.login_of(config) == "minwon@city.example"


def test_a_login_that_is_no_address_stays_as_it_is() -> None:
    for login in ("minwon", "CITY\\minwon", "민원"):
        config = ChannelConfig("", "minwon@city.example", {}, {"login": login, "password": "p"})
        assert providers.login_of(config) == login
        assert providers.own_address(config) == "minwon@city.example"


HERE, AWAY = "127.0.0.1", "x.example"


@pytest.mark.parametrize(
    ("url", "options", "imap", "smtp"),
    [
        ("imaps://127.0.0.1:1993", {"smtp_port": "1025"}, (HERE, 1993, "tls"), (HERE, 1025, "plain")),
        ("imap://[::1]:1143", {"smtp_host": "::1"}, ("::1", 1143, "plain"), ("::1", 587, "plain")),
        ("imap://127.0.0.2", {}, ("127.0.0.2", 143, "plain"), ("127.0.0.2", 587, "plain")),
        ("imap://x.example:993", {}, (AWAY, 993, "tls"), (AWAY, 587, "starttls")),
        ("imaps://x.example:143", {}, (AWAY, 143, "starttls"), (AWAY, 587, "starttls")),
        ("imap://10.0.0.5:1143", {}, ("10.0.0.5", 1143, "starttls"), ("10.0.0.5", 587, "starttls")),
        ("imaps://x.example", {"smtp_host": "smtps://y.kr"}, (AWAY, 993, "tls"), ("y.kr", 465, "tls")),
        ("imaps://x.example", {"smtp_host": "y.kr:465"}, (AWAY, 993, "tls"), ("y.kr", 465, "tls")),
    ],
)
def test_servers_that_people_type(url: str, options: dict[str, str], imap: Any, smtp: Any) -> None:
    config = ChannelConfig(url, "a@x.example", options)
    assert providers.imap_server(config) == Server(*imap)
    assert providers.smtp_server(config) == Server(*smtp)


@pytest.mark.parametrize("typed", ["http://y.example", "y.example:99999", "smtp://", "y example"])
def test_outgoing_servers_that_are_none(typed: str) -> None:
    with pytest.raises(Unreachable) as failed:
        providers.smtp_server(ChannelConfig("imaps://x.example", "a@x.example", {"smtp_host": typed}))
    assert failed.value.code == "address" and "보내는" in str(failed.value)
