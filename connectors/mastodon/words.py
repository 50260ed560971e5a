"""Names in what we write. Pure: Mastodon tells only those who are named in a text (mastodon.md section 7)."""

from __future__ import annotations

import re

from connectors.base import LengthRule, clean_text
from connectors.mastodon.parse import Status

NO_LIMIT = LengthRule()

_LEADING_MENTIONS = re.compile(r"\A(?:\s*@[\w.-]+(?:@[\w.:-]+)?(?=\s|\Z))+\s*")
_NAME = re.compile(r"(?<![=/\w])@([a-zA-Z0-9_]+(?:[.-]+[a-zA-Z0-9_]+)*(?:@\w+(?:[.:-]+\w+)*)?)")


def without_mentions(text: str) -> str:
    """A reply without the names it begins with."""
    return _LEADING_MENTIONS.sub("", text)


def leading_mentions(text: str) -> str:
    """The names a reply begins with, without the space after them."""
    match = _LEADING_MENTIONS.match(text)
    return " ".join(match.group().split()) if match else ""


def same_text(one: str, other: str) -> bool:
    """Whether two replies say the same, however the names in front and the line ends are written."""
    return _flat(one) == _flat(other)


def _flat(text: str) -> str:
    return " ".join(without_mentions(clean_text(text)).split())


def as_reply(text: str, to: Status, own_account: str, rule: LengthRule = NO_LIMIT) -> str:
    """The text with the names of those who are answered: the API does not add them, and whoever is not named
    is not told. Names that the text already holds are not repeated. The others in the conversation are
    named only as far as ``rule`` leaves room: a text that fits must not be refused for their sake."""
    text = clean_text(text).strip()
    already = {name.lower() for name in _NAME.findall(text)}
    names: list[str] = []
    for account_id, acct in [(to.account_id, to.acct), *to.mentioned]:
        if not acct or account_id == own_account or acct.lower() in already:
            continue
        longer = " ".join([*names, f"@{acct}", text])
        if account_id == to.account_id or not rule.over(longer):
            already.add(acct.lower())
            names.append(f"@{acct}")
    return " ".join([*names, text])


def as_private_reply(text: str, to: Status) -> str:
    """The text with the name of its one reader."""
    text = clean_text(text).strip()
    named = to.acct.lower() in (name.lower() for name in _NAME.findall(text))
    return text if named or not to.acct else f"@{to.acct} {text}"


def names_others(text: str, acct: str) -> bool:
    """Whether a text names anybody else: a private status is shown to everybody whom it names."""
    return any(name.lower() != acct.lower() for name in _NAME.findall(clean_text(text)))
