"""Everything the screen shows of one meet-up, read in one go so that its parts agree. For reader threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.models import drafts
from desktop.models.errors import Missing
from desktop.models.meetups import drawing, rows
from desktop.ui.meetups.keeping import place_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """``invitations`` and ``answers`` are ``services.meetups.Message``; ``drawn`` the draw as it was;
    ``typed`` what was being typed into report and answer, or None."""

    meetup: Any
    posts: list[Any]
    invitations: list[Any]
    guests: list[Any]
    replies: list[Any]
    answers: list[Any]
    drawn: list[Any]
    typed: tuple[str | None, str | None]


def listed(span: tuple[int, int] | None) -> list[Any]:
    """Those of a span of time, or all."""
    if span is None:
        return rows.list_meetups()
    return rows.list_meetups(from_ms=span[0], until_ms=span[1])


def one(meetup_id: int) -> Any:
    """None where there is no such meet-up."""
    try:
        return rows.get_meetup(meetup_id)
    except Missing:
        return None


def load(meetup_id: int, user: str) -> Loaded | None:
    """None where there is no such meet-up."""
    from desktop.services import meetups

    meetup = one(meetup_id)
    if meetup is None:
        return None
    return Loaded(
        meetup,
        rows.posts_of(meetup_id),
        meetups.invitations(meetup_id),
        rows.guests_of(meetup_id),
        rows.replies_of(meetup_id),
        meetups.answers(meetup_id),
        drawing.result_of(meetup_id),
        (
            drafts.kept_text(place_of(meetup_id, "report"), user),
            drafts.kept_text(place_of(meetup_id, "answer"), user),
        ),
    )
