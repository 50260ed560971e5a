"""What X says where it refuses: its three shapes of error bodies as one (x.md section 7). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from connectors.base import clean_text

GONE = frozenset({"resource-not-found", "not-authorized-for-resource"})
CAPPED = frozenset({"usage-capped", "credits-depleted", "spend-cap-reached"})

_PLACES = frozenset({"since_id", "pagination_token", "next_token"})
_CAPPED_WORDS = ("usagecap", "creditsdepleted", "spendcap")
_AUTH_CODES = frozenset({32, 89, 99, 215, 239})
_MISSING_CODES = frozenset({17, 34, 50, 144})
_GENERIC = frozenset({"", "One or more parameters to your request was invalid.", "Forbidden", "Unauthorized"})


@dataclass(frozen=True, slots=True)
class Problem:
    slug: str = ""  # "resource-not-found", ...; "" where only a sentence is given
    title: str = ""
    detail: str = ""
    code: int = 0  # of the old style, 0 where there is none
    resource: str = ""  # id or name of what is missing
    parameters: tuple[str, ...] = ()  # names of parameters that are at fault

    @property
    def missing(self) -> bool:
        return self.slug in GONE or self.code in _MISSING_CODES

    @property
    def sign_in(self) -> bool:
        return self.code in _AUTH_CODES

    @property
    def capped(self) -> bool:
        said = f"{self.slug} {self.title}".lower().replace(" ", "").replace("-", "")
        return self.slug in CAPPED or any(word in said for word in _CAPPED_WORDS)

    @property
    def duplicate(self) -> bool:
        return self.code == 187 or "duplicate" in self.detail.lower()

    @property
    def suspended(self) -> bool:
        return self.code in (63, 64) or "suspended" in self.detail.lower()


def problems(value: Any) -> tuple[Problem, ...]:
    """Every problem of an answer: a single one, those of a list, or both. Never fails."""
    return tuple(_all(value))


def _all(value: Any) -> Iterator[Problem]:
    if not isinstance(value, Mapping):
        return
    if any(isinstance(value.get(key), str) for key in ("type", "title", "detail", "error")):
        yield _problem(value)
    listed = value.get("errors")
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, Mapping):
            yield _problem(item)


def _problem(value: Mapping[str, Any]) -> Problem:
    code = value.get("code")
    kind = _line(value.get("type"))
    named = value.get("parameters")
    names = [_line(value.get("parameter")), *(named if isinstance(named, Mapping) else ())]
    said = value.get("detail") or value.get("message") or value.get("error_description") or value.get("error")
    return Problem(
        slug=kind.rpartition("/problems/")[2] if "/problems/" in kind else "",
        title=_line(value.get("title")),
        detail=_line(said),
        code=code if isinstance(code, int) and not isinstance(code, bool) else 0,
        resource=_line(value.get("resource_id") or value.get("value")),
        parameters=tuple(_line(name) for name in names if _line(name)),
    )


def reason_of(found: tuple[Problem, ...]) -> str:
    """X's own sentence, the most exact one where there are several; "" where it gives none."""
    for problem in reversed(found):
        if problem.detail not in _GENERIC:
            return problem.detail[:500]
    return next((p.detail or p.title for p in found if p.detail or p.title), "")[:500]


def names_place(found: tuple[Problem, ...]) -> bool:
    """Whether X complains of the place in a list from which we asked."""
    return any(_PLACES & _blamed(problem) for problem in found)


def _blamed(problem: Problem) -> set[str]:
    """The parameters at fault; a sentence may go on to list all those that would have been right."""
    if problem.parameters:
        return set(problem.parameters)
    return set(re.findall(r"\w+", problem.detail.partition("is not one of")[0]))


def _line(value: Any) -> str:
    return " ".join(clean_text(value).split())[:1000] if isinstance(value, str) else ""
