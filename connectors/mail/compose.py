"""Our answer as the bytes of a mail.

Pure. Written by hand because ``email`` turns long Message-IDs in References into encoded words, which breaks
the thread, and because the same answer must give the same bytes however often it is tried.
"""

from __future__ import annotations

import base64
import email.utils
from collections.abc import Sequence
from email.header import Header

from connectors.base import clean_text

MOST_REFERENCES = 20


def reply(
    *,
    message_id: str,
    sender: str,
    sender_name: str,
    recipients: Sequence[str],
    recipient_name: str,
    subject: str,
    text: str,
    written_ms: int,
    parent: str,
    references: Sequence[str],
    reply_to: str = "",
) -> bytes:
    """``recipients`` all bear ``recipient_name``; ``parent`` and ``references`` stand without brackets.
    ``references`` are those of the mail that is answered, oldest first (RFC 5322 section 3.6.4);
    ``reply_to``: where answers go, said outright."""
    lines = [
        "From: " + _mailbox(sender_name, sender),
        "To: " + ",\r\n ".join(_mailbox(recipient_name, one) for one in recipients),
        "Subject: " + _words(subject, "Subject"),
        f"Message-ID: <{message_id}>",
        "Date: " + email.utils.formatdate(written_ms / 1000, localtime=True),
    ]
    if reply_to:
        lines.append(f"Reply-To: <{reply_to}>")
    if parent:
        lines.append(f"In-Reply-To: <{parent}>")
        chain = [one for one in dict.fromkeys((*references, parent)) if _is_id(one)]
        if len(chain) > MOST_REFERENCES:
            chain = [chain[0], *chain[1 - MOST_REFERENCES :]]
        lines.append("References: " + "\r\n ".join(f"<{one}>" for one in chain))
    lines += [
        "Auto-Submitted: no",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
    ]
    body = clean_text(text).strip().replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n"
    coded = base64.encodebytes(body.encode("utf-8", "replace")).replace(b"\n", b"\r\n")
    return "\r\n".join(lines).encode("utf-8", "replace") + b"\r\n" + coded


def domain_in_ascii(address: str) -> str:
    """An address whose domain is written as mail servers know it: 시청.한국 → xn--... Unchanged: none."""
    name, at, domain = address.rpartition("@")
    try:
        return f"{name}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return address


def _is_id(text: str) -> bool:
    return bool(text) and text.isprintable() and not any(c in text for c in "<> ") and len(text) < 900


def _mailbox(name: str, address: str) -> str:
    name = " ".join(clean_text(name).split())[:200]
    if not name or name.casefold() == address.casefold():
        return f"<{address}>"
    if name.isascii():
        return f"{email.utils.quote(name).join(chr(34) * 2)} <{address}>"
    return f"{_words(name, 'From')}\r\n <{address}>"


def _words(text: str, header: str) -> str:
    text = " ".join(clean_text(text).split())
    if text.isascii() and len(text) < 900:
        return text
    return Header(text, "utf-8", header_name=header, maxlinelen=76).encode(linesep="\r\n")
