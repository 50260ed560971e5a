"""What is shown of a citizen's words by default: the same, with personal data hidden (``personal.mask``).

Everything that lists and panes read goes through here, so that no screen can forget it. A quick look comes
first: most texts hold nothing that could be personal data, and ``personal`` is not even imported for them.
"""

from __future__ import annotations

import re
from functools import lru_cache

CUT_AT = 400
"""Characters of a preview; one that is as long was cut, maybe in the middle of a number."""

_NUMBER = re.compile(r"[0-9０-９][^0-9０-９]{0,4}[0-9０-９]{4}")
"""A digit shortly before four others: every number that is personal data has that."""

_FOUR = re.compile(r"[0-9０-９]{4}")

_CUT_OFF = re.compile(r"(?:\d[\d .)\-]*|\S+@\S*)\Z")

_ADDRESS_NETWORKS = frozenset({"mail"})
"""Where the handle of a citizen is a mail address. Elsewhere it is the public name of an account."""


def shown(text: str) -> str:
    """The text with personal data hidden."""
    if "@" not in text and "＠" not in text and not _NUMBER.search(text):
        return text
    return _masked(text)


def preview(text: str) -> str:
    """The beginning of a text with personal data hidden, also what the cut has left of it."""
    text = shown(text)
    if len(text) < CUT_AT or not _may_be_cut_off(text):
        return text
    return _CUT_OFF.sub(lambda found: re.sub(r"\w", "*", found[0]), text)


def _may_be_cut_off(text: str) -> bool:
    """Whether ``_CUT_OFF`` can find anything: going through the whole text costs as much as all of a card."""
    return "@" in text.rsplit(None, 1)[-1] or text.rstrip(" .)-")[-1:].isdecimal()


def name(text: str, network: str) -> str:
    """A citizen's name or handle: a mail address is hidden, the public name of an account is not."""
    if "@" not in text or network in _ADDRESS_NETWORKS:
        return shown(text)
    return _numbers_masked(text) if _FOUR.search(text) else text


def is_hidden_name(text: str) -> bool:
    """Whether ``name`` has hidden a mail address in it."""
    return "*@" in text


def kinds(text: str) -> tuple[str, ...]:
    """What kind of personal data is in a text, one for each place."""
    from desktop.models.personal import find

    return tuple(found.kind for found in find(text))


@lru_cache(512)
def _numbers_masked(text: str) -> str:
    from desktop.models.personal import KINDS, mask

    return mask(text, [kind for kind in KINDS if kind != "mail"])


@lru_cache(2048)
def _masked(text: str) -> str:
    from desktop.models.personal import mask  # only here: the first list does not wait for it

    return mask(text)
