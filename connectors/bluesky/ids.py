"""Keys of records that we write: the same action gets the same key however often it is tried."""

from __future__ import annotations

import hashlib

_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_BEGIN_US = 1_325_376_000_000_000  # 2012-01-01
_SPAN_US = 8 * 365 * 86_400 * 1_000_000


def record_key(key: str, purpose: str = "") -> str:
    """The TID of an action: 13 characters, made of ``Outgoing.key`` alone.

    A TID counts microseconds since 1970. Ours lie before the protocol's first day, so that they neither meet
    the key of any other program nor stand between the newest records of the account, which are asked for by
    their keys (bluesky.md sections 5, 7 and 8: a key is not to be read as a time).
    """
    number = int.from_bytes(hashlib.sha256(f"{purpose}\n{key}".encode("utf-8", "replace")).digest()[:16])
    moment, clock = _BEGIN_US + (number >> 10) % _SPAN_US, number & 0x3FF
    number = moment << 10 | clock
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in range(12, -1, -1))
