"""Mails of the city's own to an office, such as a department, and how an answer to one is known.

Pure values. The token stands in the subject and comes back with "Re:"; it is secret, so whoever writes it has
got our mail. How a letter goes out is the network's matter (``connectors/mail``).
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import Protocol

NETWORKS = ("mail",)
"""Networks whose connectors are ``Letters`` too."""

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that looks like something else
TOKEN_LENGTH = 26  # 130 bits
MARK = ".smc-dept@"
"""Within the Message-ID of every letter, and of nothing else that the city sends."""

_TOKEN = re.compile(rf"\[\s*서울\s*SMC\s*-((?:\s*[A-Z0-9]){{{TOKEN_LENGTH}}})\s*\]", re.I)


@dataclass(frozen=True, slots=True)
class Letter:
    """``message_id`` (without brackets) is fixed before the first attempt; ``recipients`` are the addresses
    of one office, which all get it or none; ``references`` are those of the letters before it in its thread,
    the oldest first."""

    message_id: str
    recipients: tuple[str, ...]
    recipient_name: str
    subject: str
    text: str
    written_ms: int
    references: tuple[str, ...] = ()


class Letters(Protocol):
    """What a channel of one of NETWORKS can do besides."""

    def letter_id(self, key: str) -> str:
        """The Message-ID of the letter of this key, the same however often it is asked. Raises Refused: the
        channel has no address to send from."""

    async def send_letter(self, letter: Letter) -> None:
        """Raises ConnectorError; OutcomeUnknown: the letter may be under way."""

    async def letter_sent(self, message_id: str) -> bool | None:
        """Whether the letter went out; None: it is not among the sent ones, and may be under way for all
        that, because this server does not file by itself."""


def new_token() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(TOKEN_LENGTH))


def mark_of(token: str) -> str:
    """How a token stands in a subject."""
    return f"[서울SMC-{token}]"


def token_of(subject: str) -> str:
    """The token of a subject in capitals, whatever spaces a mail program put between; "" where there is none
    or more than one."""
    found = {"".join(match[1].split()).upper() for match in _TOKEN.finditer(subject)}
    return found.pop() if len(found) == 1 else ""


def without_token(subject: str) -> str:
    """A subject as it is shown: the secret in it is nobody's business."""
    return _TOKEN.sub("[서울SMC]", subject)


def has_token(subject: str) -> bool:
    """Whether a subject claims to be of one of our letters."""
    return _TOKEN.search(subject) is not None
