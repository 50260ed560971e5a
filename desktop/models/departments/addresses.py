"""Mail addresses of departments: a field holds one or several, and all of them are the department. Pure."""

from __future__ import annotations

import re

LONGEST = 254
"""Letters of one address (RFC 5321, section 4.5.3.1.3)."""

_CUT = re.compile(r"[\s;,]+")
_ADDRESS = re.compile(r"[^\s<>,;:()\[\]\\\"@]+@[^\s<>,;:()\[\]\\\"@]+\.[^\s<>,;:()\[\]\\\"@.]{2,}")


def addresses_of(text: str) -> tuple[str, ...]:
    """The addresses that stand in a department's field, whether commas, semicolons or spaces part them.
    Letters go to all of them, and an answer may come from any."""
    return tuple(dict.fromkeys(one for one in _CUT.split(text) if _is_address(one)))


def are_addresses(text: str) -> bool:
    """Whether a field holds addresses and nothing else; an empty one does."""
    return all(_is_address(one) for one in _CUT.split(text) if one)


def is_of(sender: str, known: str) -> bool:
    """Whether a mail from ``sender`` comes from one of the addresses in ``known``."""
    wanted = _plain(sender)
    return bool(wanted) and any(_plain(one) == wanted for one in addresses_of(known))


def _is_address(text: str) -> bool:
    return len(text) <= LONGEST and _ADDRESS.fullmatch(text) is not None


def _plain(address: str) -> str:
    """As it is compared: in small letters, the domain as mail servers write it."""
    name, _, domain = address.strip().rpartition("@")
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError:
        pass
    return f"{name}@{domain}".casefold() if name and domain else ""
