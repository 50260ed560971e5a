"""A mail as the program sees it: whose it is, what it answers, what it says, and whether a person wrote it.

Pure. Used for the citizens' mail and for whatever else arrives by mail and carries a ticket's token in its
subject.
"""

from __future__ import annotations

import email.utils
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta, timezone

from connectors import letters
from connectors.base import Author, Media, Post, clean_id, clean_text
from connectors.mail import parts, quoting
from connectors.mail.charset import decode, header_text, split_parameters
from connectors.mail.parts import Part

READ_HEADERS = (
    "MESSAGE-ID IN-REPLY-TO REFERENCES FROM SENDER REPLY-TO TO CC DELIVERED-TO SUBJECT DATE RETURN-PATH "
    "AUTHENTICATION-RESULTS AUTO-SUBMITTED PRECEDENCE LIST-ID X-AUTOREPLY X-AUTORESPOND X-FAILED-RECIPIENTS "
    "CONTENT-TYPE CONTENT-TRANSFER-ENCODING CONTENT-DISPOSITION"
)
"""What is asked for of a mail's head."""

MOST_REFERENCES = 50
_KST = timezone(timedelta(hours=9))
_TOKEN = re.compile(r"\[\s*([^\[\]\s]{1,20}-\d{4}-\d{3,10})\s*\]")
_REPLY_MARK = re.compile(
    r"^\s*(?:(?:re|aw|sv|fwd?|답장|회신|답변|전달)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+", re.I
)
# Only as mail services write them, with the colon or the brackets: a citizen may write about 자동 응답 too.
_ABSENT = re.compile(
    r"\s*(?:(?:부재중?\s?)?(?:자동\s?(?:응답|회신|답장)|부재\s?(?:알림|안내))(?:\s?메일)?\s?[:：]"
    r"|\[\s?(?:부재중?\s?)?(?:자동\s?(?:응답|회신|답장)|부재\s?(?:알림|안내|중))\s?\]"
    r"|(?:automatic reply|auto[- ]?reply|auto(?:matic)? response|out of (?:the )?office)\s?:)",
    re.I,
)
_CALENDAR = re.compile(
    r"\s*(?:수락(?:됨|함)?|거절(?:됨|함)?|미정|참석|불참|accepted|declined|tentative(?:ly accepted)?)\s?"
    r"[:：]",
    re.I,
)
_ID = re.compile(r"<\s*([^<>\s]{1,998}?)\s*>")
_OUR_ID = re.compile(r"([0-9a-f]{32})\.smc@", re.I)
_LETTER_ID = re.compile(r"[0-9a-f]{32}" + re.escape(letters.MARK), re.I)


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    address: str  # in small letters


@dataclass(frozen=True, slots=True)
class Bounce:
    """A report that a mail did not arrive (RFC 3464)."""

    original_id: str
    recipient: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mail:
    remote_id: str  # its Message-ID; else the digest
    digest: str
    parents: tuple[str, ...]  # what it answers, nearest first
    subject: str
    author: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    date_ms: int | None
    text: str  # all of its words
    files: tuple[Media, ...]
    automatic: str  # "" where a person wrote it, else "bounce", "receipt", "auto" or "list"
    bounce: Bounce | None
    message_id: str = ""

    @property
    def token(self) -> str:
        return token_of(self.subject)


# --- head ---------------------------------------------------------------------------------------------------


def addresses(values: Sequence[bytes]) -> tuple[Address, ...]:
    """The addresses of such headers, without those that are none. Split before names are opened: an opened
    name may hold a comma."""
    found = []
    lines = [re.sub(r"\r?\n(?=[ \t])", "", decode(value)) for value in values]
    try:
        pairs = email.utils.getaddresses([line[:20_000] for line in lines])
    except RecursionError:  # brackets within brackets
        return ()
    for name, address in pairs:
        if "=?" in address:  # not allowed, and yet some programs write addresses so
            address = header_text(address.encode("utf-8", "replace"))
        address = clean_text(address).strip().strip("<>'\"").lower()
        if "@" in address and len(address) <= 320:
            found.append(Address(header_text(name.encode("utf-8", "replace")).strip("\"' "), address))
    return tuple(found)


def ids(values: Sequence[bytes]) -> tuple[str, ...]:
    """Message-IDs without their brackets, in their order."""
    text = " ".join(decode(value) for value in values)[:100_000]
    found = _ID.findall(text)
    if not found and text.strip() and len(text.split()) == 1:
        found = text.split()  # some programs leave the brackets out
    return tuple(dict.fromkeys(clean_text(one) for one in found))


def parents_of(head: Mapping[str, list[bytes]]) -> tuple[str, ...]:
    """What a mail answers, nearest first: In-Reply-To, then References from their end."""
    direct = ids(head.get("in-reply-to", ()))[:3]
    further = ids(head.get("references", ()))[-MOST_REFERENCES:]
    return tuple(dict.fromkeys(clean_id(one) for one in (*direct, *reversed(further)) if one))


def date_ms(value: bytes) -> int | None:
    """A Date header. A time zone by name, such as KST, means Korea here, and so does none at all; "-0000" is
    UTC (RFC 5322)."""
    text = decode(value).strip()[:200]
    try:
        moment = email.utils.parsedate_to_datetime(re.sub(r"\bKST\b", "+0900", text))
    except (ValueError, TypeError, IndexError, OverflowError):
        from connectors.feed.dates import parse_date  # only here: few mails have a date of another form

        found = parse_date(text)
        return found.ms if found is not None and 0 < found.ms < 4_102_444_800_000 else None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC if "-0000" in text else _KST)
    try:
        ms = int(moment.timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
    return ms if 0 < ms < 4_102_444_800_000 else None


def automatic(head: Mapping[str, list[bytes]]) -> str:
    """Why nobody wrote this mail, or "" (RFC 3834; email_imap_smtp.md section 5)."""

    def said(name: str) -> str:
        values = head.get(name)
        return decode(values[0]).strip().lower() if values else ""

    kind, parameters = split_parameters(head.get("content-type", [b""])[0])
    report = parameters.get("report-type", b"").lower()
    if kind == "multipart/report":
        return "receipt" if report == b"disposition-notification" else "bounce"
    sender = (addresses(head.get("from", ())) or (Address("", ""),))[0].address
    nobody = sender.startswith(("mailer-daemon@", "postmaster@", "mail-daemon@"))
    if said("x-failed-recipients") or (nobody and ("return-path" not in head or said("return-path") == "<>")):
        return "bounce"
    submitted = said("auto-submitted").partition(";")[0].strip()
    if (submitted and submitted != "no") or said("x-autoreply") or said("x-autorespond"):
        return "auto"
    if said("list-id") or said("precedence") in ("bulk", "list", "junk"):
        return "list"
    if said("precedence") == "auto_reply" or said("return-path") == "<>":
        return "auto"
    return ""


def token_of(subject: str) -> str:
    """The ticket's token in a subject: "민원-2026-000123" of "Re: [민원-2026-000123] 가로등"."""
    found = _TOKEN.search(subject)
    return found[1] if found else ""


def plain_subject(subject: str) -> str:
    """A subject without "Re:", "답장:", "FW:" and the like."""
    return _REPLY_MARK.sub("", subject).strip()


def is_reply_subject(subject: str) -> bool:
    return _REPLY_MARK.match(subject) is not None


def reply_subject(subject: str) -> str:
    return subject if re.match(r"\s*re\s*:", subject, re.I) else f"Re: {subject}".strip()


def thread_keys(mail: Mail, correspondent: str) -> tuple[str, ...]:
    """By what a reply without References is found: its token, and its subject with whom it is exchanged."""
    keys = [f"t:{mail.token}"] if mail.token else []
    subject = " ".join(plain_subject(mail.subject).casefold().split())
    if subject and correspondent:
        keys.append("s:" + short_hash(f"{subject}\n{correspondent}"))
    return tuple(keys)


def short_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def our_id(key: str, domain: str) -> str:
    """The Message-ID of our own mail, the same however often it is tried."""
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.smc@{domain or 'localhost'}"


def is_our_id(message_id: str) -> bool:
    return _OUR_ID.match(message_id) is not None


def letter_id(key: str, domain: str) -> str:
    """The Message-ID of a letter to a department."""
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}{letters.MARK}{domain or 'localhost'}"


def is_letter_id(message_id: str) -> bool:
    return _LETTER_ID.match(message_id) is not None


# --- whole mails --------------------------------------------------------------------------------------------


def read_mail(head: Mapping[str, list[bytes]], tree: Part) -> Mail:
    """A mail of its head and its parts, whose words have been loaded."""

    def one(name: str) -> bytes:
        return head.get(name, [b""])[0]

    author = (addresses(head.get("from", ())) or addresses(head.get("sender", ())) or (Address("", ""),))[0]
    subject = header_text(one("subject"))[:1000]
    text = parts.words_of(tree)
    message_id = (ids(head.get("message-id", ())[:1]) or ("",))[0]
    digest = "sha256:" + _digest(author.address, one("date"), subject, text)
    reason = automatic(head) or _machine_words(subject, text, tree)
    remote_id = clean_id(message_id) or digest
    return Mail(
        remote_id,
        digest,
        tuple(parent for parent in parents_of(head) if parent != remote_id),
        subject,
        author,
        addresses(head.get("reply-to", ())),
        (*addresses(head.get("to", ())), *addresses(head.get("cc", ()))),
        date_ms(one("date")),
        text,
        parts.files_of(tree),
        reason,
        _bounce(head, tree, text) if reason == "bounce" else None,
        message_id,
    )


def _machine_words(subject: str, text: str, tree: Part) -> str:
    """Why nobody wrote a mail that does not say so in its head: an absence notice of a mail service that
    leaves the header out, or a calendar that has answered an invitation."""
    if _ABSENT.match(subject):
        return "auto"
    answered = any(
        leaf.kind == "text/calendar" and (leaf.parameters or {}).get("method", b"").lower() == b"reply"
        for leaf in tree.walk()
    )
    return "auto" if answered and (not text.strip() or _CALENDAR.match(subject)) else ""


def from_bytes(data: bytes) -> Mail:
    """A mail from a file. Raises Malformed."""
    return read_mail(parts.head_of(data), parts.from_bytes(data))


def _digest(author: str, date: bytes, subject: str, text: str) -> str:
    words = "\n".join((author, decode(date).strip(), subject, " ".join(text.split())[:2000]))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def _bounce(head: Mapping[str, list[bytes]], tree: Part, text: str) -> Bounce | None:
    """None: nothing failed, or nobody says which mail. A mail that is only late is no bounce yet."""
    recipient = status = reason = original = action = ""
    for leaf in tree.walk():
        content = leaf.content or b""
        if leaf.kind == "message/delivery-status":
            for block in re.split(rb"\r?\n\r?\n", content):
                fields = parts.head_of(block)
                recipient = (
                    recipient or _field(fields, "final-recipient") or _field(fields, "original-recipient")
                )
                status = status or _field(fields, "status")
                action = action or _field(fields, "action").lower()
                reason = reason or _field(fields, "diagnostic-code")
        elif leaf.kind in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers"):
            original = original or (ids(parts.head_of(content).get("message-id", ())) or ("",))[0]
    if action in ("delayed", "delivered", "relayed", "expanded"):
        return None
    original = original or next(
        iter(ids([*head.get("in-reply-to", []), *head.get("references", [])[-1:]])), ""
    )
    if not original:
        ours = re.search(r"<([0-9a-f]{32}\.smc(?:-dept)?@[^<>\s]{1,200})>", text)
        original = ours[1] if ours else ""
    recipient = recipient or header_text(head.get("x-failed-recipients", [b""])[0])
    return Bounce(original, recipient, status, reason) if original else None


def _field(fields: Mapping[str, list[bytes]], name: str) -> str:
    """A field of a delivery report without its kind: "rfc822; hong@mail.example"."""
    value = header_text(fields.get(name, [b""])[0])
    kind, semicolon, rest = value.partition(";")
    return (rest if semicolon and len(kind) < 20 else value).strip()[:300]


# --- posts --------------------------------------------------------------------------------------------------


def post_of(
    mail: Mail,
    *,
    remote_id: str = "",
    received_ms: int | None = None,
    parent_id: str = "",
    own: bool = False,
    state: str = "published",
    url: str = "",
    original: str = "",
    doubt: str = "",
) -> Post:
    """The mail as a post: its new words, with the subject as what they are about."""
    words = quoting.new_words(mail.text, mail.subject, original)
    return Post(
        remote_id or mail.remote_id,
        words if words.strip() else mail.subject,
        author_of(mail),
        received_ms if received_ms is not None else mail.date_ms,
        url=url,
        parent_id=parent_id,
        context=mail.subject,
        own=own,
        private=True,
        state=state,
        media=tuple(file._replace(url=url) for file in mail.files),
        doubt=doubt,
    )


def author_of(mail: Mail) -> Author:
    return Author(mail.author.address, mail.author.name or mail.author.address, mail.author.address)


def bounce_post(mail: Mail, bounce: Bounce, received_ms: int | None) -> Post:
    """What a delivery report means, as a private post below our mail."""
    to = bounce.recipient or "?"
    detail = " ".join(f"{bounce.status} {bounce.reason}".split())
    text = (
        f"답변이 {to} 주소로 전달되지 않았습니다. 주소를 확인해 주세요. / "
        f"The reply could not be delivered to {to}; please check the address."
    )
    return Post(
        mail.remote_id,
        f"{text}\n{detail}".strip(),
        Author(mail.author.address, mail.author.name or "메일 서버 / mail server", mail.author.address),
        received_ms if received_ms is not None else mail.date_ms,
        parent_id=clean_id(bounce.original_id),
        context=mail.subject,
        private=True,
        doubt="bounce",
    )
