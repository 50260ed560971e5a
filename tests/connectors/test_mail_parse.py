"""Mail taken apart: Korean charsets, parts, quotations, threads, automatic mail, and any bytes at all."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Malformed
from connectors.mail import charset, compose, parse, parts, quoting, words
from connectors.mail.smtp import refusal
from tests.servers.mail import mail

DDOM = "똠방각하 펲시"


def simple(body: bytes, *headers: bytes) -> parse.Mail:
    head = b"From: hong@mail.example\r\nMessage-ID: <a1@mail.example>\r\n"
    return parse.from_bytes(head + b"".join(h + b"\r\n" for h in headers) + b"\r\n" + body)


# --- charsets (section 4 of the sheet) --------------------------------------------------------------------


@pytest.mark.parametrize(
    "label",
    "euc-kr EUC-KR ks_c_5601-1987 KSC5601 windows-949 x-windows-949 ms949 cp949 uhc korean".split(),
)
def test_every_label_of_the_family_is_cp949(label: str) -> None:
    data = DDOM.encode("cp949")
    word = f"=?{label}?B?{base64.b64encode(data).decode()}?="
    found = simple(data, f"Subject: {word}".encode(), f"Content-Type: text/plain; charset={label}".encode())
    assert (found.subject, found.text) == (DDOM, DDOM)


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_raw_headers_and_bodies_without_a_charset(encoding: str) -> None:
    raw = "가로등이 고장 났습니다".encode(encoding)
    found = simple(raw, b"Subject: " + raw, b"Cc: " + "김한빛".encode(encoding) + b" <kim@mail.example>")
    assert found.subject == found.text == "가로등이 고장 났습니다"
    assert found.to == (parse.Address("김한빛", "kim@mail.example"),)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"=?utf-8?B?6rCA66Gc65Ox?=", "가로등"),
        (b"=?utf-8?Q?=EA=B0=80_=EB=82=98?=", "가 나"),
        (b"=?utf-8?B?6rCA6w==?= =?utf-8?B?oZzrk7E=?=", "가로등"),  # cut within a character
        (b"=?utf-8?B?6rCA6w==?=\r\n =?utf-8?B?oZzrk7E=?= end", "가로등 end"),
        (b"=?euc-kr?B?sKE=?= =?utf-8?B?64KY?=", "가나"),
        (b"=?utf-8*ko?B?6rCA?=", "가"),
        (b"=?nonsense?B?6rCA?=", "가"),
        (b"=?utf-8?B?!!!?= x", "x"),
        (b"plain =?not a word?=", "plain =?not a word?="),
        ("민원\r\n 접수".encode(), "민원 접수"),
    ],
)
def test_headers(raw: bytes, text: str) -> None:
    assert charset.header_text(raw).replace("\ufffd", "").strip() == text


def test_a_text_that_was_cut_within_a_character_stays_readable() -> None:
    for encoding in ("utf-8", "cp949"):
        data = ("가" * 6000).encode(encoding)[:-1]
        assert charset.decode(data, encoding).rstrip("\ufffd") == "가" * 5999
        assert charset.decode(data).rstrip("\ufffd") == "가" * 5999


@pytest.mark.parametrize(
    "disposition",
    [
        'attachment; filename="=?euc-kr?B?{}?="'.format(
            base64.b64encode("민원.hwp".encode("cp949")).decode()
        ),
        "attachment; filename*=utf-8''%EB%AF%BC%EC%9B%90.hwp",
        "attachment; filename*0*=utf-8''%EB%AF%BC; filename*1*=%EC%9B%90; filename*2=.hwp",
        'attachment; filename="민원.hwp"',
        'attachment; filename="C:\\\\Users\\\\hong\\\\민원.hwp"',
        'attachment; filename="../../민원.hwp"',
    ],
)
def test_names_of_files(disposition: str) -> None:
    value, found = charset.split_parameters(disposition.encode())
    assert value == "attachment" and parts._name(found, {}) == "민원.hwp"


def test_a_transfer_encoding_that_is_none_or_ends_early_costs_no_words() -> None:
    label = (b"Content-Type: text/plain; charset=utf-8", b"Content-Transfer-Encoding: base64")
    assert simple("그냥 한글입니다".encode(), *label).text == "그냥 한글입니다"
    below = base64.encodebytes("본문입니다. ".encode() * 20) + "\r\n-- \r\n검사했습니다\r\n".encode()
    assert simple(below, *label).text == ("본문입니다. " * 20).strip()


def test_iso_2022_kr_is_read_also_without_its_first_line() -> None:
    body = "가로등이 꺼졌습니다 now".encode("iso2022_kr")
    for sent in (body, body.replace(b"\x1b$)C", b"")):
        label = b"Content-Type: text/plain; charset=ISO-2022-KR"
        assert simple(sent, label).text.strip() == "가로등이 꺼졌습니다 now"


def test_long_names_keep_their_ending() -> None:
    assert parts._name({"filename": b"a" * 500 + b".hwpx"}, {})[-8:] == "aaa.hwpx"


def test_times() -> None:
    assert parse.date_ms(b"Fri, 20 Nov 2026 11:11:09 +0900") == 1795140669000
    assert parse.date_ms(b"Fri, 20 Nov 2026 11:11:09 KST") == 1795140669000
    assert parse.date_ms(b"Fri, 20 Nov 2026 02:11:09 -0000") == 1795140669000
    assert parse.date_ms(b"Fri, 20 Nov 2026 11:11:09") == 1795140669000
    assert parse.date_ms(b"2026-11-20 11:11:09") == 1795140669000  # as web forms write it
    assert parse.date_ms("2026년 11월 20일 (금) 오전 11:11:09".encode()) == 1795140669000
    assert parse.date_ms(b"yesterday") is None and parse.date_ms(b"") is None
    assert words.internal_ms(b"20-Nov-2026 11:11:09 +0900") == 1795140669000
    assert words.internal_ms(b" 1-Nov-2026 00:00:00 +0000") == 1793491200000
    assert words.internal_ms(b"31-Feb-2026 00:00:00 +0000") is None
    assert words.day(1795140669000) == "20-Nov-2026"


def test_an_address_whose_name_holds_a_comma() -> None:
    coded = base64.b64encode("홍, 길동".encode()).decode()
    found = parse.addresses(
        [f'=?utf-8?B?{coded}?= <Hong@Mail.example>, "이, 도래" <lee@mail.example>'.encode()]
    )
    assert found == (
        parse.Address("홍, 길동", "hong@mail.example"),
        parse.Address("이, 도래", "lee@mail.example"),
    )


# --- parts ------------------------------------------------------------------------------------------------


def whole(content_type: str, body: str) -> parse.Mail:
    return simple(body.encode(), f"Content-Type: {content_type}".encode())


def multi(subtype: str, *inner: str) -> str:
    rows = "".join(f"--x\r\n{one}\r\n" for one in inner)
    return f"{rows}--x--\r\n"


PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n가로등이 고장 났습니다"
RICH = (
    "Content-Type: text/html; charset=utf-8\r\n\r\n<p>가로등이 <b>고장</b> 났습니다</p><script>x()</script>"
)
FILE = 'Content-Type: application/x-hwp; name="사진.hwp"\r\nContent-Disposition: attachment\r\n\r\nabc'
PICTURE = 'Content-Type: image/png; name="현장.png"\r\nContent-ID: <p1>\r\n\r\nabc'


def test_of_two_forms_the_plain_one_is_read() -> None:
    found = whole('multipart/alternative; boundary="x"', multi("alternative", PLAIN, RICH))
    assert found.text == "가로등이 고장 났습니다" and found.files == ()


@pytest.mark.parametrize("stub", ["", "   \r\n", "이 메일은 HTML입니다."])
def test_a_plain_form_that_says_nothing_gives_way(stub: str) -> None:
    rich = RICH.replace("났습니다", "났습니다" + " 그리고 길도 어둡습니다" * 40)
    first = "Content-Type: text/plain; charset=utf-8\r\n\r\n" + stub
    found = whole('multipart/alternative; boundary="x"', multi("alternative", first, rich))
    assert found.text.startswith("가로등이 고장 났습니다") and "x()" not in found.text


def test_files_are_named_and_not_read() -> None:
    found = whole('multipart/mixed; boundary="x"', multi("mixed", PLAIN, FILE, PICTURE))
    assert found.text == "가로등이 고장 났습니다"
    assert [(one.kind, one.url, one.alt) for one in found.files] == [
        ("file", "", "사진.hwp"),
        ("image", "", "현장.png"),
    ]


def test_text_that_is_attached_is_a_file() -> None:
    attached = 'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="log.txt"\r\n\r\n비밀'
    found = whole('multipart/mixed; boundary="x"', multi("mixed", PLAIN, attached))
    assert "비밀" not in found.text and [one.alt for one in found.files] == ["log.txt"]


def test_a_charset_named_in_the_page_itself_counts() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"></head>똠</html>'
    assert simple(page.encode("cp949"), b"Content-Type: text/html").text == "똠"


def test_flowed_lines_are_joined() -> None:
    text = "길이 \r\n어둡습니다.\r\n\r\n> 인용 \r\n> 입니다\r\n-- \r\n홍길동"
    found = whole("text/plain; charset=utf-8; format=flowed", text)
    assert found.text == "길이 어둡습니다.\n\n> 인용 입니다\n-- \n홍길동"


def test_a_mail_of_a_subject_only_has_words() -> None:
    post = parse.post_of(simple(b"", "Subject: 가로등 고장".encode()))
    assert (post.text, post.context, post.private) == ("가로등 고장", "가로등 고장", True)


def test_a_broken_multipart_keeps_its_words() -> None:
    assert "가로등" in whole("multipart/mixed", "가로등이 고장").text


STRUCTURE = (
    b'(("TEXT" "PLAIN" ("CHARSET" "euc-kr") NIL NIL "BASE64" 40 1 NIL NIL NIL NIL)'
    b'("APPLICATION" "X-HWP" ("NAME" "a.hwp") NIL NIL "BASE64" 4 NIL ("ATTACHMENT" ("FILENAME" "b.hwp")) NIL)'
    b'(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 3 1)("TEXT" "HTML" NIL NIL NIL "7BIT" 3 1) "ALTERNATIVE")'
    b' "MIXED" ("BOUNDARY" "x") NIL NIL)'
)


def test_a_structure_from_the_server() -> None:
    (value,) = words.read_values([(STRUCTURE, None)])
    tree = parts.from_structure(value)
    assert [(one.path, one.kind, one.is_words) for one in tree.walk()] == [
        ("1", "text/plain", True),
        ("2", "application/x-hwp", False),
        ("3.1", "text/plain", True),
        ("3.2", "text/html", True),
    ]
    coded = base64.b64encode(DDOM.encode("cp949"))
    assert parts.words_of(parts.filled(tree, {"1": coded, "3.1": b"b", "3.2": b"c"})) == f"{DDOM}\n\nb"
    assert [one.alt for one in parts.files_of(tree)] == ["b.hwp"]


@pytest.mark.parametrize(
    "broken", [b"NIL", b"()", b'("TEXT")', b'("TEXT" "PLAIN" NIL)', b"(" * 90 + b")" * 90]
)
def test_a_broken_structure_is_said_to_be_one(broken: bytes) -> None:
    (value,) = words.read_values([(broken, None)])
    with pytest.raises(Malformed):
        parts.from_structure(value)


# --- quotations -------------------------------------------------------------------------------------------

OURS = "안녕하세요.\n도로과입니다.\n내일 고치겠습니다."
QUOTED = "\n".join("> " + line for line in OURS.splitlines())


@pytest.mark.parametrize(
    "marker",
    [
        "On Fri, Nov 20, 2026 at 11:11 AM 한빛시 <minwon@hanbit.example> wrote:",
        "2026년 11월 20일 (금) 오전 11:11, 한빛시 <minwon@hanbit.example>님이 작성:",
        "2026년 11월 20일 (금) 오전 11:11,\n한빛시 <minwon@hanbit.example>님이 작성:",
    ],
)
def test_marked_quotations_behind_an_attribution_are_cut(marker: str) -> None:
    assert quoting.new_words(f"고맙습니다.\n\n{marker}\n\n{QUOTED}\n") == "고맙습니다."


OUTLOOK = (
    "고맙습니다.\n\n-----Original Message-----\nFrom: 한빛시 <minwon@hanbit.example>\nSent: Friday\n"
    "To: 홍길동\nSubject: Re: 가로등\n\n" + OURS
)
NAVER = (
    "고맙습니다.\n\n-----원본 메시지-----\n보낸사람: 한빛시\n받는사람: 홍길동\n날짜: 2026\n제목: Re: 등\n\n"
    + OURS
)


@pytest.mark.parametrize("text", [OUTLOOK, NAVER])
def test_unmarked_quotations_are_cut_only_where_the_original_is_known(text: str) -> None:
    assert quoting.needs_original(text)
    assert quoting.new_words(text) == text
    assert quoting.new_words(text, original=OURS) == "고맙습니다."
    answered_inside = text.replace("도로과입니다.", "도로과입니다.\n아니요, 오늘 해 주세요.")
    assert quoting.new_words(answered_inside, original=OURS) == answered_inside


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (f"고맙습니다.\n\n님이 작성:\n{QUOTED}\n그런데 언제인가요?", ""),  # an answer below the quotation
        (f"{QUOTED}\n\n고맙습니다.", ""),
        ("> 가로등이 고장 났습니다\n> 꼭 고쳐 주세요", ""),
        ("위치는 다음과 같습니다.\n> 한빛로 12", ""),  # no attribution
        ("2026년 11월 20일 약속했습니다\n한빛시청님이 작성:\n> 다음 주\n그런데요", ""),
        (OUTLOOK, "FW: 가로등"),
        (OUTLOOK, "전달: 가로등"),
        ("보낸 사람: 홍길동\n민원 내용입니다", ""),
        (f"On Friday the mayor wrote:\n{QUOTED}", ""),  # nothing else would be left
    ],
)
def test_in_doubt_nothing_is_cut(text: str, subject: str) -> None:
    assert quoting.new_words(text, subject, OURS) == text


@given(
    st.lists(
        st.sampled_from(["고맙습니다", "> 인용", "A B wrote:", "-----Original Message-----", "From: a", ""])
    )
)
def test_what_is_cut_was_quoted(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = quoting.new_words(text)
    assert text.startswith(kept)
    cut = text[len(kept) :].strip("\n")
    if not cut.startswith("-----Original Message-----\nFrom: a\nFrom: a"):  # then all below it is older
        # The head of the older mail (three of its lines) is no word of the citizen's either.
        assert all(line.startswith(">") or line in ("", "A B wrote:", "From: a") for line in cut.split("\n"))


# --- threads ----------------------------------------------------------------------------------------------


def test_parents_are_known_nearest_first() -> None:
    head = {"in-reply-to": [b"<c@x>"], "references": [b"<a@x> <b@x>\r\n <c@x>"]}
    assert parse.parents_of(head) == ("c@x", "b@x", "a@x")
    assert parse.parents_of({"in-reply-to": [b"c@x"]}) == ("c@x",)
    assert parse.parents_of({"in-reply-to": [b"Your mail of Friday"]}) == ()


@pytest.mark.parametrize(
    ("subject", "plain", "reply"),
    [
        ("Re: RE: 답장: 가로등", "가로등", True),
        ("회신 : 가로등", "가로등", True),
        ("FW: 전달: 가로등", "가로등", True),
        ("Re[2]: 가로등", "가로등", True),
        ("레: 가로등", "레: 가로등", False),
        ("Regarding: 가로등", "Regarding: 가로등", False),
    ],
)
def test_subjects(subject: str, plain: str, reply: bool) -> None:
    assert (parse.plain_subject(subject), parse.is_reply_subject(subject)) == (plain, reply)
    assert parse.reply_subject(subject).count("Re:") <= subject.count("Re:") + 1


def test_a_token_stands_in_the_subject() -> None:
    assert parse.token_of("Re: [민원-2026-000123] 가로등") == "민원-2026-000123"
    assert parse.token_of("[공지] 가로등") == ""


def test_our_own_ids_come_from_the_key() -> None:
    one = parse.our_id("0b8f", "hanbit.example")
    assert one == parse.our_id("0b8f", "hanbit.example") != parse.our_id("0b90", "hanbit.example")
    assert parse.is_our_id(one) and not parse.is_our_id("a1@mail.example")


# --- who wrote it -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({}, ""),
        ({"Auto-Submitted": "no"}, ""),
        ({"Auto-Submitted": "auto-replied (vacation)"}, "auto"),
        ({"Auto-Submitted": "auto-generated"}, "auto"),
        ({"X-Autoreply": "yes"}, "auto"),
        ({"Precedence": "auto_reply"}, "auto"),
        ({"Return-Path": "<>"}, "auto"),
        ({"Precedence": "bulk"}, "list"),
        ({"List-Id": "<news.example>"}, "list"),
        ({"X-Failed-Recipients": "hong@mail.example"}, "bounce"),
    ],
)
def test_automatic_mail(headers: dict[str, str], kind: str) -> None:
    assert parse.from_bytes(mail("안녕하세요", headers=headers)).automatic == kind


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("자동 응답: 가로등", "auto"), ("자동회신 : Re: 가로등", "auto"), ("[부재중 자동응답] 민원", "auto"),
        ("Automatic reply: x", "auto"), ("Out of Office: kim", "auto"), ("[부재 알림] 휴가입니다", "auto"),
        ("자동 응답 전화를 고쳐 주세요", ""), ("Re: 자동 응답: 제안", ""), ("부재중 택배를 맡아 주세요", ""),
    ],
)  # fmt: skip
def test_an_absence_notice_without_a_header_is_known_by_its_subject(subject: str, kind: str) -> None:
    assert parse.from_bytes(mail("휴가 중입니다", subject=subject)).automatic == kind


def test_a_calendar_that_answers_an_invitation_is_nobody() -> None:
    calendar = "Content-Type: text/calendar; method={}; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\n"
    words = "Content-Type: text/plain; charset=utf-8\r\n\r\n그날은 어렵습니다"
    kind = 'multipart/alternative; boundary="x"'
    cases = [((calendar.format("REPLY"),), "auto"), ((words, calendar.format("REPLY")), "")]
    cases.append(((words, calendar.format("REQUEST")), ""))
    for inner, wanted in cases:
        assert whole(kind, multi("alternative", *inner)).automatic == wanted
    answer = multi("alternative", words, calendar.format("REPLY")).encode()
    assert simple(answer, f"Content-Type: {kind}".encode(), b"Subject: Accepted: x").automatic == "auto"


def report(status: str = "5.1.1", action: str = "failed", kind: str = "delivery-status") -> bytes:
    """A delivery report after RFC 3464."""
    original = parse.our_id("k", "hanbit.example")
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mail.example>\r\nTo: minwon@hanbit.example\r\n"
        "Subject: Undelivered Mail\r\nMessage-ID: <bounce1@mail.example>\r\nAuto-Submitted: auto-replied\r\n"
        f'Content-Type: multipart/report; report-type={kind}; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nIt failed.\r\n"
        f"--x\r\nContent-Type: message/{kind}\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n"
        f"Final-Recipient: rfc822; hong@mail.example\r\nAction: {action}\r\nStatus: {status}\r\n"
        "Diagnostic-Code: smtp; 550 No such user\r\n\r\n"
        f"--x\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{original}>\r\n\r\n--x--\r\n"
    ).encode()


def test_a_bounce_says_which_mail_did_not_arrive() -> None:
    found = parse.from_bytes(report())
    assert found.automatic == "bounce"
    assert found.bounce == parse.Bounce(
        parse.our_id("k", "hanbit.example"), "hong@mail.example", "5.1.1", "550 No such user"
    )
    post = parse.bounce_post(found, found.bounce, 5)
    assert post.parent_id == found.bounce.original_id and "hong@mail.example" in post.text and post.private


def test_a_mail_that_is_only_late_is_no_bounce() -> None:
    assert parse.from_bytes(report("4.4.1", "delayed")).bounce is None
    receipt = parse.from_bytes(report(kind="disposition-notification"))
    assert receipt.automatic == "receipt" and receipt.bounce is None


# --- our own mails ----------------------------------------------------------------------------------------


def test_an_answer_is_a_sound_mail() -> None:
    long = [f"{'x' * 120}{number}@mail.example" for number in range(40)]
    data = compose.reply(
        message_id="k.smc@hanbit.example",
        sender="minwon@hanbit.example",
        sender_name="한빛시 민원실",
        recipients=["hong@mail.example"],
        recipient_name='홍 "길동", 시민\r\nBcc: all@mail.example',
        subject="Re: 가로등이 고장 났는데 언제쯤 고쳐 주실 수 있는지 여쭙니다\r\nBcc: all@mail.example",
        text="안녕하세요.\n\n.점으로 시작하는 줄\n" + "가" * 3000,
        written_ms=1795140669000,
        parent="a1@mail.example",
        references=long,
    )
    head = data.partition(b"\r\n\r\n")[0]
    assert all(len(line) <= 998 for line in data.split(b"\r\n")) and b"\nBcc:" not in data
    assert b"=?" not in head.partition(b"References:")[2]
    found = parse.from_bytes(data)
    assert found.text == "안녕하세요.\n\n.점으로 시작하는 줄\n" + "가" * 3000
    assert found.parents[0] == "a1@mail.example" and found.parents[-1] == long[0]
    assert found.author == parse.Address("한빛시 민원실", "minwon@hanbit.example")
    assert found.to[0].address == "hong@mail.example" and found.automatic == ""
    assert data == data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("code", "message", "kind", "error_code"),
    [
        (421, "4.3.0 closing", "Unreachable", "smtp-421"),
        (421, "4.7.28 unusual rate of mail", "RateLimited", "smtp-421"),
        (450, "4.2.0 Greylisted, try again later", "Unreachable", "smtp-450"),
        (451, "4.3.0 local error", "Unreachable", "smtp-451"),
        (452, "4.5.3 Too many recipients", "RateLimited", "smtp-452"),
        (550, "5.4.5 Daily user sending limit exceeded", "RateLimited", "smtp-550"),
        (530, "5.7.0 Authentication required", "AuthExpired", "smtp-530"),
        (535, "5.7.8 Bad credentials", "AuthExpired", "smtp-535"),
        (550, "5.1.1 No such user", "Refused", "smtp-550"),
        (552, "5.3.4 Message too big", "Refused", "smtp-552"),
        (554, "5.7.1 Spam", "Refused", "smtp-554"),
    ],
)
def test_codes_of_smtp(code: int, message: str, kind: str, error_code: str) -> None:
    error = refusal(code, message)
    assert (type(error).__name__, error.code) == (kind, error_code)
