"""The protocol's words as servers send them, and which server is asked for which address."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import ChannelConfig, Malformed, Refused, Unreachable
from connectors.mail import advise, parse, parts, providers, words

# --- the protocol's words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "raw"),
    [("민원", "&u,zG0A-"), ("A&B", "A&-B"), ("숨긴 메일", "&wiiuNA- &ulTHfA-"), ("Sent", "Sent")],
)
def test_folder_names(name: str, raw: str) -> None:
    assert words.encode_folder(name) == raw and words.decode_folder(raw) == name


@given(st.text())
def test_every_folder_name_comes_back(name: str) -> None:
    clean = name.encode("utf-16-be", "replace").decode("utf-16-be")
    assert words.decode_folder(words.encode_folder(name)) == clean
    assert words.encode_folder(name).isascii()


@given(st.sets(st.integers(1, 300)))
def test_sets_of_uids(uids: set[int]) -> None:
    text = words.uid_set(uids)
    assert words.in_set(range(1, 400), text) == uids


def test_a_set_of_everything_is_not_spelled_out() -> None:
    assert words.in_set({5, 7}, "1:4294967295") == {5, 7}


def test_answers_of_a_server() -> None:
    line = words.read_line([(b"OK [HIGHESTMODSEQ 17] Highest (it is", None)])
    assert (line.kind, line.code_name, line.code_number) == ("OK", "HIGHESTMODSEQ", 17)
    pieces = [
        (b"3 FETCH (UID 7 FLAGS (\\Seen $Junk) BODY[HEADER.FIELDS (DATE TO)] ", b"To: a"),
        (b" X NIL)", None),
    ]
    line = words.read_line(pieces)
    found = words.fetched(line)
    assert (line.kind, line.number) == ("FETCH", 3)
    assert found == {
        "UID": b"7", "FLAGS": [b"\\Seen", b"$Junk"], "BODY[HEADER.FIELDS (DATE TO)]": b"To: a", "X": None,
    }  # fmt: skip
    assert words.fetched(words.read_line([(b"3 FETCH (BODY[1]<0> ", b"x"), (b")", None)])) == {
        "BODY[1]": b"x"
    }
    assert words.read_values([(rb'"a \"b\" \\c" NIL "NIL"', None)]) == [rb'a "b" \c', None, b"NIL"]


@given(st.lists(st.tuples(st.binary(), st.none() | st.binary()), min_size=1))
def test_any_answer_is_read_or_malformed(pieces: list[tuple[bytes, bytes | None]]) -> None:
    try:
        line = words.read_line(pieces)
    except Malformed:
        return
    words.fetched(line)


NESTED = st.recursive(
    st.none() | st.binary(max_size=20), lambda inner: st.lists(inner, max_size=12), max_leaves=60
)


@given(NESTED, st.dictionaries(st.sampled_from(["1", "2", "1.1"]), st.binary()))
def test_any_structure_is_read_or_malformed(value: object, contents: dict[str, bytes]) -> None:
    try:
        tree = parts.from_structure(value)
    except Malformed:
        return
    parse.read_mail({}, parts.filled(tree, contents))


HEADERS = st.sampled_from(
    ["From", "Subject", "Message-ID", "References", "Date", "Content-Type", "Reply-To", "Auto-Submitted"]
)
VALUES = st.binary(max_size=60) | st.sampled_from(
    [
        b"multipart/report; boundary=x",
        b"text/html; charset=zip",
        b"message/rfc822",
        b"=?utf-8?B?6rC?=",
        b"<a@b",
    ]
)


@given(st.lists(st.tuples(HEADERS, VALUES), max_size=8), st.binary())
def test_any_mail_is_read_or_malformed(headers: list[tuple[str, bytes]], body: bytes) -> None:
    data = b"".join(name.encode() + b": " + value + b"\r\n" for name, value in headers) + b"\r\n" + body
    try:
        found = parse.from_bytes(data)
    except Malformed:
        return
    post = parse.post_of(found)
    json.dumps(post, ensure_ascii=False).encode()  # it can be stored
    assert found.remote_id and len(found.remote_id) <= 500


def test_deep_nests_end() -> None:
    data = b"From: a@b\r\n"
    for number in range(3000):
        data += f'Content-Type: multipart/mixed; boundary="b{number}"\r\n\r\n--b{number}\r\n'.encode()
    try:
        parse.from_bytes(data + b"\r\nend")
    except Malformed:
        pass


# --- servers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "handle", "options", "imap", "smtp"),
    [
        ("", "a@naver.com", {}, "imaps://imap.naver.com:993", "imaps://smtp.naver.com:465"),
        ("", "a@hanmail.net", {}, "imaps://imap.daum.net:993", "imaps://smtp.daum.net:465"),
        ("", "a@hanbit.example", {"provider": "gmail"}, "imaps://imap.gmail.com:993", "imaps://smtp.gmail.com:465"),
        ("", "a@b.c", {"provider": "m365"}, "imaps://outlook.office365.com:993", "imap://smtp.office365.com:587"),
        ("imaps://imap.x.example", "a@x.example", {}, "imaps://imap.x.example:993", "imap://smtp.x.example:587"),
        ("imap://x.example", "", {"smtp_port": "465"}, "imap://x.example:143", "imaps://x.example:465"),
        ("mail.x.example:1993", "", {"smtp_host": "out.x.example"}, "imaps://mail.x.example:1993", "imap://out.x.example:587"),
        ("imaps://imap.gmail.com", "a@naver.com", {}, "imaps://imap.gmail.com:993", "imaps://smtp.gmail.com:465"),
    ],
)  # fmt: skip
def test_where_the_servers_are(url: str, handle: str, options: dict[str, str], imap: str, smtp: str) -> None:
    config = ChannelConfig(url, handle, options)
    assert providers.imap_server(config).url == imap
    assert providers.smtp_server(config).url == smtp
    assert "plain" not in (providers.imap_server(config).tls, providers.smtp_server(config).tls)


def test_plain_only_to_this_machine() -> None:
    config = ChannelConfig("imap://127.0.0.1:1143", "", {"smtp_host": "127.0.0.1", "smtp_port": "2525"})
    assert providers.imap_server(config).tls == providers.smtp_server(config).tls == "plain"
    away = ChannelConfig("imap://127.0.0.1:1143", "", {"smtp_host": "x.example"})
    assert providers.smtp_server(away).tls == "starttls"


@pytest.mark.parametrize(
    "url", ["https://city.example", "imaps://", "ftp://x", "imaps://a:b:c", "imaps://[::1", "imap://x:99999"]
)
def test_other_addresses_are_none(url: str) -> None:
    with pytest.raises(Unreachable) as error:
        providers.imap_server(ChannelConfig(url, "a@naver.com"))
    assert error.value.code == "address"


def test_a_secret_stays_with_its_server() -> None:
    gmail = providers.PROVIDERS["gmail"]
    token = {"access_token": "t", "provider": "gmail", "server": gmail.imap.url}
    providers.check_secret(token, gmail.imap, gmail.smtp)
    evil = providers.Server("evil.example", 993, "tls")
    typed = {"password": "p", "server": "imaps://mail.hanbit.example"}
    providers.check_secret(typed, providers.Server("mail.hanbit.example", 993, "tls"), evil)
    for secret, incoming, outgoing in (
        (token, evil, None),
        (token, gmail.imap, evil),
        ({"access_token": "t"}, evil, None),
        (typed, evil, None),
        (typed, providers.Server("mail.hanbit.example", 143, "starttls"), None),
    ):
        with pytest.raises(Refused):
            providers.check_secret(secret, incoming, outgoing)


def test_advice() -> None:
    assert len(advise("답", {"handle": "hong@mail.example"}, {})) == 1
    assert len(advise("답", {"handle": "No-Reply@mail.example"}, {})) == 2
