"""Every failure and state as one clear sentence, in Korean and English, for window and command line.

``sentence`` takes an exception, a health word or a code. It says what happened, what is safe and what to do
(ui.md 4, Wording). Knows no widget and no network. A text that is no code is the network's own sentence and
is passed through.
"""

from __future__ import annotations

import datetime
import os
import re
from typing import Any

from desktop.models.deadlines.calendar import KST, today_in_seoul
from desktop.services.sentences import SENTENCES

LANGUAGES = ("ko", "en")

_BILINGUAL = re.compile(r"(?s)([^/]*[가-힣][^/]*) / ([^가-힣]+)\Z")
_WITH_NAMES = re.compile(r"(?s)(.*?[가-힣].*?) / ([A-Za-z0-9“\"'(][^가-힣]{9,}.*)\Z")
"""Sentences that hold addresses, or names in Hangul, which stand in the English half too."""

_HTTP = re.compile(r"http-(\d{3})\Z")

_CONNECTOR_CODES = {
    "AuthExpired": "auth",
    "RateLimited": "limited",
    "Gone": "gone",
    "Refused": "refused",
    "Unreachable": "no-answer",
    "Malformed": "unreadable",
    "OutcomeUnknown": "unknown",
    "ConnectorError": "no-answer",
}


def language(wish: str = "") -> str:
    """ "ko" unless ``wish`` or, without a wish, the environment asks for English."""
    if wish in LANGUAGES:
        return wish
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "ko"
    return "ko"


def code_of(error: BaseException) -> str:
    """The code of an exception; ``internal`` for one that nobody foresaw."""
    if _is_workspace_error(error):
        return f"workspace:{getattr(error, 'code', 'damaged')}"
    names = [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "connectors.base"]
    if names:
        code = str(getattr(error, "code", "") or "")
        if names[0] == "Refused":
            # Its reason is the network's own sentence; where there is none, the code says more. Of
            # the codes that fit anything a connector's own sentence in both languages says more than they do.
            if (code == "not-possible" or _HTTP.match(code)) and is_bilingual(str(error)):
                return "refused"
            bare = re.match(r"HTTP \d+\Z|\Z", str(error)) is not None
            return code if code in SENTENCES or (bare and is_code(code)) else "refused"
        if code == "refused":
            return "connect-refused"
        return code if is_code(code) else _CONNECTOR_CODES.get(names[0], "no-answer")
    code = str(getattr(error, "code", "") or "")
    if is_code(code):
        return code
    if isinstance(error, TimeoutError):
        return "deadline"
    return "internal"


def is_code(code: str) -> bool:
    return code in SENTENCES or bool(_HTTP.match(code))


def sentence(what: BaseException | str, lang: str = "ko", **values: Any) -> str:
    """One sentence for an exception, a health word or a code.

    ``values`` fill the places of the text: ``until_ms`` (shown as local time), ``name``, ``detail``, ``n``.
    """
    if isinstance(what, BaseException):
        code = code_of(what)
        if code in _CONNECTOR_CODES.values() and is_bilingual(str(what)):
            return _in_language(str(what), lang)
        if why := getattr(what, "why", ""):  # what cannot be sent here, in the connector's own words
            return _in_language(str(why), lang)
        values = {**_values_of(what), **values}
    else:
        code = what
    found = _HTTP.match(code)
    if found:
        code, values = _http_code(found.group(1)), {**values, "status": found.group(1)}
    if code not in SENTENCES:
        return _in_words(code, lang)
    korean, english = SENTENCES[code]
    text = english if lang == "en" else korean
    return text.format_map(_Places(values, lang))


def reason_of(error: BaseException) -> str:
    """What is stored as the reason of a refusal: a code, or the network's own sentence (at most 1,000
    characters)."""
    code = code_of(error)
    return code if code != "refused" else str(error)[:1000] or code


def is_bilingual(text: str) -> bool:
    """Whether a text is a connector's own sentence in both languages."""
    return _halves(text) is not None


def _halves(text: str) -> tuple[str, str] | None:
    """(Korean, English); None where a text is in one language, whatever slashes it holds."""
    if found := _BILINGUAL.match(text):
        return found[1], found[2]
    found = _WITH_NAMES.match(text)
    return (found[1], found[2]) if found else None


def _in_words(text: str, lang: str) -> str:
    """What a network said itself, perhaps a bare code, with who said it where the reader's language is
    another one."""
    if not text or lang == "en" or re.search("[가-힣]", text):
        return _in_language(text, lang)
    return SENTENCES["refused"][0].format(reason=text)


def _in_language(text: str, lang: str) -> str:
    """Connectors give their own sentences as "Korean / English"; what a network says stays whole."""
    found = _halves(text)
    if found is None:
        return text
    return found[lang == "en"]


def _is_workspace_error(error: BaseException) -> bool:
    return any(kind.__name__ == "WorkspaceError" for kind in type(error).__mro__)


def _values_of(error: BaseException) -> dict[str, Any]:
    values: dict[str, Any] = {"detail": str(error)}
    for name in ("until_ms", "reason", "name", "path", "n"):
        value = getattr(error, name, None)
        if value is not None and not callable(value):
            values[name] = value
    return values


def _http_code(status: str) -> str:
    if status in ("401", "403", "404", "429"):
        return f"http-{status}"
    return "http-5xx" if status.startswith("5") else "http-other"


class _Places(dict[str, Any]):
    """Fills ``{until}`` from ``until_ms`` and leaves nothing broken where a value is not known."""

    def __init__(self, values: dict[str, Any], lang: str) -> None:
        super().__init__(values)
        if values.get("until_ms"):
            self["until"] = clock_time(int(values["until_ms"]))
        self._lang = lang

    def __missing__(self, key: str) -> str:
        if key == "until":
            return "later" if self._lang == "en" else "잠시 뒤"
        return "?"


def clock_time(at_ms: int) -> str:
    """Time of day in Seoul, ``14:30``; with the date where it is not today: ``11. 20. 14:30``."""
    try:
        moment = datetime.datetime.fromtimestamp(at_ms / 1000, KST)
    except (OverflowError, ValueError, OSError):
        return "?"
    text = f"{moment:%H:%M}"
    if moment.date() != today_in_seoul():
        text = f"{moment.month}. {moment.day}. {text}"
    return text
