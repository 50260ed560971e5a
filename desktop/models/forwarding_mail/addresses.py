"""Mail addresses of departments, and whether a mail comes from one of them. Pure."""

from __future__ import annotations

import re

_CUT = re.compile(r"[\s;,]+")
_ADDRESS = re.compile(r"[^\s<>,;:()\[\]\\\"@]+@[^\s<>,;:()\[\]\\\"@]+\.[^\s<>,;:()\[\]\\\"@.]+")


def addresses_of(text: str) -> tuple[str, ...]:
    """The addresses that stand in a department's field: letters go to the first, answers may come from
    any."""
    return tuple(dict.fromkeys(one for one in _CUT.split(text) if _ADDRESS.fullmatch(one)))


def is_of(sender: str, known: str) -> bool:
    """Whether a mail from ``sender`` comes from one of the addresses in ``known``."""
    wanted = _plain(sender)
    return bool(wanted) and any(_plain(one) == wanted for one in addresses_of(known))


def _plain(address: str) -> str:
    """As it is compared: in small letters, the domain as mail servers write it."""
    name, _, domain = address.strip().rpartition("@")
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError:
        pass
    return f"{name}@{domain}".casefold() if name and domain else ""
