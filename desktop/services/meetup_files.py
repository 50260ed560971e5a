"""Files about a meet-up: calendar entry, list of guests for the door, and the result of the draw to publish.

Texts are Korean whatever the window speaks: they are for citizens and colleagues of a Korean office.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from connectors.base import clean_text
from desktop.models import hiding
from desktop.models.meetups.drawing import Drawn, list_digest
from desktop.models.meetups.rows import HERE, GuestRow, MeetupRow
from desktop.models.meetups.texts import length_text
from desktop.models.templates import moment_text
from desktop.services.documents import Document, Table, Text

ZONE = ZoneInfo("Asia/Seoul")


def calendar_file(meetup: MeetupRow) -> bytes:
    """An .ics file (RFC 5545) with one entry. The same entry again, changed, replaces the earlier one."""
    from icalendar import Calendar, Event  # only here: its import takes a tenth of a second

    calendar = Calendar()
    calendar.add("prodid", "-//Seoul Social Media Center//seoul-smc//KO")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if meetup.state == "cancelled" else "PUBLISH")
    entry = Event()
    entry.add("uid", f"{meetup.uid}@seoul-smc")
    entry.add("sequence", meetup.version)
    entry.add("dtstamp", datetime.fromtimestamp(meetup.changed_ms / 1000, UTC).replace(microsecond=0))
    start = datetime.fromtimestamp(meetup.at_ms / 1000, ZONE).replace(microsecond=0)
    entry.add("dtstart", start)
    entry.add("dtend", start + timedelta(minutes=meetup.minutes))
    entry.add("summary", _line(f"번개팅 「{meetup.theme}」"))
    if meetup.place:
        entry.add("location", _line(meetup.place))
    entry.add("description", _description(meetup))
    entry.add("status", "CANCELLED" if meetup.state == "cancelled" else "CONFIRMED")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def guest_list(meetup: MeetupRow, guests: Sequence[GuestRow]) -> Document:
    """The list for the door: who has a seat, with room to tick, then the waiting list. Contacts are hidden
    but for what is enough to recognise them."""
    inside = [guest for guest in guests if guest.state in HERE]
    waiting = [guest for guest in guests if guest.state == "waiting"]
    parts: list[Text | Table] = [
        Text(f"일시  {moment_text(meetup.at_ms)} ({length_text(meetup.minutes)})"),
        Text(f"장소  {meetup.place or '정하지 않음'}"),
        Text(f"정원  {meetup.seats:,}명   참석 예정 {len(inside):,}명   대기 {len(waiting):,}명"),
        Text(""),
        _table([*inside]),
    ]
    if waiting:
        parts += [Text(""), Text("대기", strong=True), _table(waiting)]
    return Document(
        title=f"번개팅 「{meetup.theme}」 참석자 명단",
        parts=tuple(parts),
        footer="개인정보가 들어 있습니다. 행사가 끝나면 파기해 주세요.",
        ends=False,
    )


def result_text(meetup: MeetupRow, drawn: Sequence[Drawn]) -> str:
    """The draw as plain text, to be published with seed and method. It names nobody."""
    tickets = [line.ticket for line in drawn]
    lines = [
        f"번개팅 「{meetup.theme}」 추첨 결과",
        "",
        f"일시: {moment_text(meetup.at_ms)}",
        f"장소: {meetup.place}",
        f"정원: {meetup.seats:,}명, 추첨한 신청: {len(drawn):,}건",
        f"씨앗을 공개한 때: {moment_text(meetup.seed_ms) if meetup.seed_ms else ''}",
        f"추첨한 때: {moment_text(meetup.drawn_ms) if meetup.drawn_ms else ''}",
        f"씨앗: {meetup.seed}",
        f"신청 번호 목록의 확인값: {list_digest(tickets)}",
        "",
        *METHOD,
        "",
        "순서  신청 번호  결과  SHA-256",
        *(
            f"{line.place}  {line.ticket}  {'참석' if line.seat else f'대기 {line.place - meetup.seats}'}"
            f"  {line.digest}"
            for line in drawn
        ),
        "",
    ]
    return "\n".join(lines)


METHOD = (
    "추첨 방법",
    "1. 신청한 사람마다 신청 번호가 하나 있습니다. 씨앗을 공개할 때 번호 목록을 닫습니다.",
    "2. ‘씨앗:신청 번호’(UTF-8)의 SHA-256 값을 16진수로 구합니다.",
    "3. 값이 작은 번호부터 자리를 드리고, 나머지는 그 순서로 기다립니다.",
    "누구나 같은 씨앗과 번호로 다시 계산할 수 있습니다. 예: printf '%s' '씨앗:3-7' | sha256sum",
    "씨앗을 공개한 뒤에 신청하신 분은 대기자의 끝에 섭니다.",
    "빠지는 분이 있으면 대기 순서대로 자리를 드립니다.",
)
"""How the draw goes, for the published page."""


def result_page(meetup: MeetupRow, drawn: Sequence[Drawn]) -> str:
    """The same as a page for the city's site: one file, no scripts, nothing loaded from elsewhere."""
    text = result_text(meetup, drawn).splitlines()
    head = text[: text.index(METHOD[0])]
    rows = "".join(
        f"<tr><td>{line.place}</td><td>{html.escape(line.ticket)}</td>"
        f"<td>{'참석' if line.seat else f'대기 {line.place - meetup.seats}'}</td>"
        f"<td><code>{line.digest}</code></td></tr>\n"
        for line in drawn
    )
    return (
        '<!DOCTYPE html>\n<html lang="ko">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(head[0])}</title>\n"
        "<style>body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5}"
        "table{border-collapse:collapse;width:100%}td,th{border:1px solid #58616a;padding:.3rem .5rem;"
        "text-align:left}code{overflow-wrap:anywhere}</style>\n</head>\n<body>\n"
        f"<h1>{html.escape(head[0])}</h1>\n"
        + "".join(f"<p>{html.escape(line)}</p>\n" for line in head[1:] if line)
        + f"<h2>{METHOD[0]}</h2>\n"
        + "".join(f"<p>{html.escape(line)}</p>\n" for line in METHOD[1:])
        + "<table>\n<thead><tr><th>순서</th><th>신청 번호</th><th>결과</th><th>SHA-256</th></tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</body>\n</html>\n"
    )


def _table(guests: Sequence[GuestRow]) -> Table:
    head = ("순서", "번호", "이름", "연락처", "신청한 곳", "확인")
    body = [
        (
            str(place), guest.ticket, guest.name, hidden_contact(guest.contact),
            guest.channel_name or "전화·직접", {"came": "왔음", "absent": "안 옴"}.get(guest.state, "□"),
        )
        for place, guest in enumerate(guests, 1)
    ]  # fmt: skip
    return Table((head, *body), widths=(8, 12, 26, 24, 20, 10))


def hidden_contact(contact: str) -> str:
    """Enough to recognise somebody at the door: 010-****-5678; of anything else what hiding leaves."""
    digits = [place for place, char in enumerate(contact) if char.isdigit()]
    if len(digits) >= 7:
        hide = set(digits[3:-4])
        return "".join("*" if place in hide else char for place, char in enumerate(contact))
    return hiding.shown(contact)


def _description(meetup: MeetupRow) -> str:
    lines = [f"서울시 번개팅, 정원 {meetup.seats:,}명"]
    if meetup.sign_up_until_ms is not None:
        lines.append(f"신청: {moment_text(meetup.sign_up_until_ms)}까지")
    return "\n".join(lines)


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())
