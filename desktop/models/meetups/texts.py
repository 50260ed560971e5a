"""What citizens are told about a meet-up: places of the texts filled, and what fits a channel."""

from __future__ import annotations

from collections.abc import Mapping

from connectors.base import LengthRule
from desktop.models import templates
from desktop.models.meetups.rows import GuestRow, MeetupRow


def length_text(minutes: int) -> str:
    """90분, 2시간, 2시간 30분."""
    hours, rest = divmod(minutes, 60)
    if not hours or minutes == 90:
        return f"{minutes}분"
    return f"{hours}시간 {rest}분" if rest else f"{hours}시간"


def values_of(meetup: MeetupRow, guest: GuestRow | None = None, name: str = "") -> dict[str, str]:
    """What fills the places of a text about this meet-up."""
    values = {
        "이름": name or (guest.name if guest else "") or "시민",
        "주제": meetup.theme,
        "장소": meetup.place,
        "일시": templates.moment_text(meetup.at_ms),
        "시간": length_text(meetup.minutes),
        "정원": f"{meetup.seats:,}명",
        "신청기한": templates.moment_text(meetup.sign_up_until_ms or meetup.at_ms),
        "결과": meetup.answer,
    }
    if guest is not None:
        values["신청번호"] = guest.ticket
        if guest.seat is not None:
            place = guest.seat - meetup.seats if guest.state == "waiting" else guest.seat
            values["순번"] = str(max(place, 1))
    return {place: value for place, value in values.items() if value}


def fitted(
    wordings: list[str], values: Mapping[str, str], rule: LengthRule, answered: str = ""
) -> tuple[str, int]:
    """The first wording that fits a channel's length, filled, and by how much it is too long (0: it fits).
    None fits: the one that is the least too long."""
    best: tuple[str, int] | None = None
    for wording in wordings:
        text = templates.fill(wording, values).strip()
        if not text:
            continue
        over = rule.over(text, answered)
        if not over:
            return text, 0
        if best is None or over < best[1]:
            best = (text, over)
    return best or ("", 0)
