"""Letters to departments: tokens in subjects, what the mail server says of a sender, and the bytes sent."""

from __future__ import annotations

import email
import email.policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import letters
from connectors.base import OutcomeUnknown, Refused
from connectors.http import Http
from connectors.letters import Letter
from connectors.mail import authentic, parse
from tests.connectors.mail_desk import Desk, desk_on
from tests.servers.mail import mail

TOKEN = "ABCDEFGHJKLMNPQRSTUVWXYZ23"


@pytest.mark.parametrize(
    "subject",
    [
        "Re: [서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ23] 이관: 가로등",
        "회신: RE: [서울SMC-abcdefghjklmnpqrstuvwxyz23] 이관",
        "[ 서울 SMC - ABCDEFGHJKLMN PQRSTUVWXYZ23 ]",  # folded where it may not be
        "[서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ23] [서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ23]",
    ],
)
def test_a_token_is_found_however_it_comes_back(subject: str) -> None:
    assert letters.token_of(subject) == TOKEN


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "가로등",
        "[민원-2026-000123] 가로등",
        "[서울SMC-ABC] 짧음",
        "[서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ234] 긺",
        "[서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ23] [서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ24]",  # which?
    ],
)
def test_what_is_no_token(subject: str) -> None:
    assert letters.token_of(subject) == ""


def test_tokens_are_long_and_never_the_same() -> None:
    made = {letters.new_token() for _ in range(500)}
    assert len(made) == 500
    assert all(letters.token_of(f"Re: {letters.mark_of(token)} x") == token for token in made)
    assert len(letters.ALPHABET) ** letters.TOKEN_LENGTH >= 2**128


OURS = "mx.hanbit.example"


@pytest.mark.parametrize(
    ("results", "forged"),
    [
        ([], False),
        ([f"{OURS}; dmarc=pass header.from=hanbit.example; spf=fail"], False),
        ([f"{OURS}; spf=pass smtp.mailfrom=a@evil.example; dmarc=fail header.from=hanbit.example"], True),
        ([f"{OURS}; spf=fail smtp.mailfrom=a@hanbit.example"], True),
        ([f"{OURS}; spf=fail smtp.mailfrom=x@list.example; dkim=pass header.d=hanbit.example"], False),
        ([f"{OURS}; spf=fail smtp.mailfrom=x@evil.example; dkim=pass header.d=evil.example"], True),
        ([f"{OURS}; spf=softfail smtp.mailfrom=a@hanbit.example; dkim=none"], False),
        ([f"{OURS} 1; dkim=fail (bad signature; dmarc=pass) header.d=hanbit.example"], True),
        ([f"{OURS}; spf=pass smtp.mailfrom=hanbit.example", f"{OURS}; dmarc=fail"], True),
        ([f"{OURS}; spf=fail", "evil.example; dmarc=pass"], True),  # below ours: written by the sender
        ([f"{OURS}; none"], False),
        (["", ";;;=;"], False),
    ],
)
def test_what_the_own_server_says_of_a_sender(results: list[str], forged: bool) -> None:
    headers = [one.encode() for one in results]
    assert authentic.is_forged(headers, "road@hanbit.example") is forged


@given(st.lists(st.binary(max_size=200), max_size=4))
def test_no_header_breaks_the_check(headers: list[bytes]) -> None:
    authentic.is_forged(headers, "road@hanbit.example")


def letter(desk: Desk, key: str = "k", **more: object) -> Letter:
    values = {
        "message_id": desk.channel.letter_id(key),
        "recipients": ("road@hanbit.example",),
        "recipient_name": "도로관리과",
        "subject": f"{letters.mark_of(TOKEN)} 이관: 강남역 10번 출구 앞 가로등이 꺼졌다고 합니다",
        "text": "안녕하십니까.\n확인해 주시기 바랍니다.",
        "written_ms": 1795140669000,
    }
    return Letter(**(values | more))  # type: ignore[arg-type]


async def test_a_letter_goes_out_once_and_is_found_again(http: Http) -> None:
    desk = await desk_on(http, files_sent=False)
    one = letter(desk)
    assert await desk.channel.letter_sent(one.message_id) is None  # this server does not file by itself
    await desk.channel.send_letter(one)
    assert await desk.channel.letter_sent(one.message_id) is True
    (sent,) = desk.city.smtp.sent
    assert sent.recipients == ["road@hanbit.example"]
    found = email.message_from_bytes(sent.data, policy=email.policy.default)
    assert found["Subject"] == one.subject and found.get_content().replace("\r\n", "\n") == one.text + "\n"
    assert (
        found["Reply-To"] == found["From"] == f"<{desk.city.address}>" or desk.city.address in found["From"]
    )
    assert found["Message-ID"] == f"<{one.message_id}>" and found["Auto-Submitted"] == "no"
    later = letter(desk, "k2", references=("a@x.example", one.message_id))
    await desk.channel.send_letter(later)
    second = email.message_from_bytes(desk.city.smtp.sent[1].data, policy=email.policy.default)
    assert second["In-Reply-To"] == f"<{one.message_id}>"
    assert second["References"].split() == ["<a@x.example>", f"<{one.message_id}>"]
    await desk.round()
    assert desk.posts == {}  # our own letters are no posts
    await desk.channel.aclose()
    await desk.city.close()


async def test_all_addresses_of_an_office_get_a_letter_or_none_does(http: Http) -> None:
    desk = await desk_on(http)
    office = ("road@hanbit.example", "chief@한빛.example")
    await desk.channel.send_letter(letter(desk, recipients=office))
    known = ["road@hanbit.example", f"chief@{'한빛.example'.encode('idna').decode()}"]
    (sent,) = desk.city.smtp.sent
    assert sent.recipients == known
    found = email.message_from_bytes(sent.data, policy=email.policy.default)
    assert [one.addr_spec for one in found["To"].addresses] == known
    assert {one.display_name for one in found["To"].addresses} == {"도로관리과"}
    desk.city.smtp.unknown.add("gone@hanbit.example")
    with pytest.raises(Refused, match=r"gone@hanbit\.example"):
        await desk.channel.send_letter(letter(desk, recipients=(*office, "gone@hanbit.example")))
    assert len(desk.city.smtp.sent) == 1
    await desk.channel.aclose()
    await desk.city.close()


async def test_nothing_gets_into_the_head_of_a_letter(http: Http) -> None:
    desk = await desk_on(http)
    await desk.channel.send_letter(
        letter(desk, subject="가\r\nBcc: evil@x.example\r\n\r\nx", recipient_name='a"\r\nBcc: evil@x.example')
    )
    found = email.message_from_bytes(desk.city.smtp.sent[0].data, policy=email.policy.default)
    assert found["Bcc"] is None and "Bcc" in found["Subject"]
    for address in ("a@b.example\r\nBcc: c@d.example", "nobody", "a b@c.example", desk.city.address):
        with pytest.raises(Refused):
            await desk.channel.send_letter(letter(desk, recipients=("road@hanbit.example", address)))
    assert len(desk.city.smtp.sent) == 1
    await desk.channel.aclose()
    await desk.city.close()


async def test_a_line_that_ends_at_the_final_dot_is_no_clear_answer(http: Http) -> None:
    desk = await desk_on(http)  # the server files what it sends, and the channel knows
    desk.config.options["sent_copy"] = "provider"  # type: ignore[index]
    one = letter(desk)
    desk.city.smtp.lose = "request"
    with pytest.raises(OutcomeUnknown):
        await desk.channel.send_letter(one)
    assert await desk.channel.letter_sent(one.message_id) is False
    desk.city.smtp.lose = "answer"
    with pytest.raises(OutcomeUnknown):
        await desk.channel.send_letter(one)
    assert await desk.channel.letter_sent(one.message_id) is True
    await desk.channel.aclose()
    await desk.city.close()


async def test_what_speaks_against_an_answer_to_a_letter_comes_with_it(http: Http) -> None:
    desk = await desk_on(http, form_senders="form@hanbit.example")
    subject = f"Re: {letters.mark_of(TOKEN)} 이관"
    forged = await desk.put(
        "가짜", subject=subject, headers={"Authentication-Results": f"{OURS}; dmarc=fail header.from=x"}
    )
    away = await desk.put("부재중입니다", subject=subject, headers={"Auto-Submitted": "auto-replied"})
    typed = await desk.put(
        "양식", sender="form@hanbit.example", subject=subject, headers={"Reply-To": "road@hanbit.example"}
    )
    plain = await desk.put("답변", subject=subject)
    assert [one.doubt for one in (forged, away, typed, plain)] == ["forged", "auto", "form", ""]
    data = mail("부재중", to=desk.city.address, headers={"Auto-Submitted": "auto-replied"})
    desk.city.box.put(data)
    await desk.round()
    assert len(desk.posts) == 4  # without a token it is nobody's word, as ever
    await desk.channel.aclose()
    await desk.city.close()


def test_letters_are_told_from_answers_to_citizens() -> None:
    made = parse.letter_id("k", "hanbit.example")
    assert parse.is_letter_id(made) and not parse.is_our_id(made) and letters.MARK in made
    assert not parse.is_letter_id(parse.our_id("k", "hanbit.example"))
