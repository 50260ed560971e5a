"""Finished cards: a row of the database turned into the strings and chips that a delegate paints.

``prepare`` runs in a reader thread, so that the window's thread only paints. It knows no widgets and no
colours: a chip names its tone, the delegate knows how a tone looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt
from desktop.ui.deadlines.words import due_of_card
from desktop.ui.forwarding.words import card_word, hop_word
from desktop.ui.theme.icons import OF_TRACK

translate = QCoreApplication.translate

Order = tuple[int, ...]
"""Where a card stands in its list; greatest first. Board: (rank, case id), or ``queries.due_order``.
Timeline: (post id, 0)."""

LONGEST_PREVIEW = 400
"""Characters of a post that a card can show even at five lines on a wide window."""


LONGEST_TITLE = 120
"""A longer first paragraph is no title that helps to see what a post is about."""


SEEN = 50
"""Characters of a text that are seen in a narrow column; a word further down is searched for in vain."""

BEFORE = 16
"""Characters shown before the word that was searched for."""


class Chip(NamedTuple):
    """A small label on a card. ``tone`` is one of plain, forward, idea, opinion, warning, danger, primary.
    Where the card is narrow, what ``keeps`` its words does so and what ``cuts`` ends in dots first."""

    text: str
    tone: str = "plain"
    icon: str = ""
    cuts: bool = False
    keeps: bool = False
    short: str = ""  # fewer words of what keeps them


@dataclass(slots=True, eq=False)
class Card:
    """One card, ready to paint. Only what time changes (``age`` and ``due``, one of the ``chips``),
    ``pending`` and ``layouts`` change after it was made."""

    key: int
    order: Order
    post_id: int
    case_id: int | None
    network: str
    name: str
    channel: str
    text: str
    age: str
    created_ms: int
    track: str
    track_word: str
    chips: tuple[Chip, ...]
    unread: bool
    starred: bool
    url: str
    row: Any  # the queries.PostRow or CardRow it was made from
    title: int = 0  # so many characters at the beginning of ``text`` are the post's title
    tooltip: str = ""  # in place of ``where_and_when``
    due: Chip | None = None  # until when it is due
    highlight: str = ""
    faded: bool = False  # deleted at its source, or handled to the end
    pending: bool = False  # its move is on its way to the database
    layouts: dict[Any, Any] = field(default_factory=dict)  # the delegate's laid out text by width and size

    def grow_older(self, now_ms: int) -> bool:
        """Renew the relative times; True where one of them now reads differently."""
        age, due = fmt.short(self.created_ms, now_ms), _due_chip(self.row, now_ms)
        if age == self.age and due == self.due:
            return False
        if due is not None:
            self.chips = tuple(due if chip is self.due else chip for chip in self.chips)
            self.due = due
        self.age = age
        self.layouts.clear()
        return True

    def where_and_when(self) -> str:
        """Channel and whole date, for who rests on the card."""
        return f"{self.channel} · {fmt.full(self.created_ms)}"

    def sentence(self) -> str:
        """The whole card in words, for a screen reader."""
        parts = [self.name, self.channel, fmt.full(self.created_ms)]
        if self.unread:
            parts.append(translate("Lists", "안 읽음"))
        if self.starred:
            parts.append(translate("Lists", "별표"))
        parts.append(self.track_word)
        parts.append(self.text)
        parts += [chip.text for chip in self.chips if chip.text != self.track_word]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Context:
    """What ``prepare`` needs beside the row itself."""

    now_ms: int
    departments: Mapping[str, str] = field(default_factory=dict)  # code → name
    show_track: bool = False  # lists over all tracks say which one a post is on
    highlight: str = ""  # what was searched for
    passages: Mapping[int, str] = field(default_factory=dict)  # post → where that stands in its text
    words: Mapping[str, str] = field(default_factory=lambda: track_words())


def track_words() -> dict[str, str]:
    """The names of the columns, in the language of the window."""
    return {
        "new": translate("Lists", "미분류"),
        "forward": translate("Lists", "부서 이관"),
        "idea": translate("Lists", "정책 아이디어"),
        "opinion": translate("Lists", "단순 의견"),
    }


TRACKS = ("new", "forward", "idea", "opinion")


def prepare(row: Any, context: Context, *, by_case: bool) -> Card:
    """A card from a ``queries.PostRow`` (``by_case`` False) or ``queries.CardRow`` (True)."""
    track = row.track or ""
    due = _due_chip(row, context.now_ms)
    name = row.author_name or row.handle or translate("Lists", "이름 없음")
    handle = row.handle if row.handle.startswith("@") or not row.handle else f"@{row.handle}"
    if handle:
        name = handle if handle[1:] == name or handle == name else f"{name} {handle}"
    title = _title_length(row)
    text = around(" ".join(row.text[:LONGEST_PREVIEW].split()), context.highlight, title)
    if row.id in context.passages:
        begin = text[:title] if title else text[:BEFORE]
        text = f"{begin} … {context.passages[row.id]}"
    if row.context and not by_case:
        text = f"{text}  [{row.context}]" if text else row.context
    return Card(
        key=row.case_id if by_case else row.id,
        order=(row.rank, row.case_id) if by_case else (row.id, 0),
        post_id=row.id,
        case_id=row.case_id,
        network=row.network,
        name=name,
        channel=row.channel_name,
        text=text or translate("Lists", "(글 없음)"),
        age=fmt.short(row.created_ms, context.now_ms),
        created_ms=row.created_ms,
        track=track,
        track_word=context.words.get(track, ""),
        chips=_chips(row, context, due),
        due=due,
        unread=bool(row.unread) and not row.own,
        starred=bool(row.starred),
        url=row.url or "",
        row=row,
        title=title,
        highlight=context.highlight,
        faded=row.deleted_ms is not None or row.status == "done",
    )


def around(text: str, searched: str, title: int = 0, seen: int = SEEN) -> str:
    """The text from a little before the word that was searched for, where that stands further down than is
    seen at once; a title stays before it."""
    folded = text.casefold()
    found = [folded.find(word) for word in searched.casefold().split()]
    places = [place for place in found if place >= 0]
    if not places or len(folded) != len(text) or min(places) - title <= seen:
        return text
    begin = max(min(places) - BEFORE, title + 1)
    word = text.find(" ", begin, min(places))
    rest = text[word + 1 if word >= 0 else begin :]
    return f"{text[:title]} … {rest}" if title else f"… {rest}"


def _title_length(row: Any) -> int:
    """How many characters of the text are a title: what a feed puts before the first empty line."""
    if row.network != "feed":
        return 0
    title, gap, body = row.text[:LONGEST_PREVIEW].partition("\n\n")
    words = " ".join(title.split())
    return len(words) if gap and body.strip() and 0 < len(words) <= LONGEST_TITLE else 0


def _due_chip(row: Any, now_ms: int) -> Chip | None:
    """None for what is not due: unsorted, handled to the end, our own."""
    if row.own or row.track in ("", "new") or row.status == "done":
        return None
    said = due_of_card(getattr(row, "clock", ""), getattr(row, "due_ms", None), now_ms)
    return (
        None
        if said is None
        else Chip(said.text, said.tone or "plain", said.icon, keeps=True, short=said.short)
    )


def _chips(row: Any, context: Context, due: Chip | None) -> tuple[Chip, ...]:
    """Most urgent first: what does not fit in the card's width is cut off at the end."""
    chips: list[Chip] = []
    chips += _outbox_chip(row)
    if getattr(row, "draft", False):
        chips.append(Chip(translate("Lists", "쓰던 글"), "warning", "pen-line"))
    if row.deleted_ms is not None:
        chips.append(Chip(translate("Lists", "삭제됨"), "danger", "trash-2"))
    urgent = due is not None and due.tone in ("danger", "warning")
    if due is not None and urgent:
        chips.append(due)
    if row.state == "held":
        chips.append(Chip(translate("Lists", "보류(승인 전)"), "warning"))
    elif row.state == "spam":
        chips.append(Chip(translate("Lists", "스팸"), "danger"))
    elif row.state == "hidden":
        chips.append(Chip(translate("Lists", "숨김")))
    if row.own:
        chips.append(Chip(translate("Lists", "우리 글"), "primary"))
    elif context.show_track and row.track:
        chips.append(Chip(context.words.get(row.track, ""), row.track, OF_TRACK.get(row.track, "")))
    if row.track == "forward":
        chips += _department_chips(row, context)
    elif row.track == "idea":
        chips += _idea_chips(row)
    if due is not None and not urgent:
        chips.append(due)
    if row.status == "done":
        chips.append(Chip(translate("Lists", "처리 완료"), "idea", "check"))
    count = getattr(row, "post_count", 1)
    if count > 1:
        chips.append(
            Chip(translate("Lists", "묶음 {count}건").format(count=fmt.number(count)), "plain", "layers")
        )
    if row.edited_ms is not None:
        chips.append(Chip(translate("Lists", "수정됨")))
    if row.repost_count:
        chips.append(
            Chip(
                translate("Lists", "공유 {count}").format(count=fmt.number(row.repost_count)),
                "plain",
                "repeat-2",
            )
        )
    if row.media_count:
        chips.append(
            Chip(
                translate("Lists", "사진 {count}").format(count=fmt.number(row.media_count)), "plain", "image"
            )
        )
    if row.private:
        chips.append(Chip(translate("Lists", "비공개"), "plain", "lock"))
    return tuple(chips)


def _idea_chips(row: Any) -> list[Chip]:
    """When its meeting is, or what that has decided."""
    idea = getattr(row, "idea", None)
    if idea is None or idea.state == "pool":
        return []
    if idea.state == "agenda" and idea.at_ms is not None:
        day = fmt.date(idea.at_ms, year=False)
        return [Chip(translate("Lists", "회의 {day}").format(day=day), "idea", "calendar", keeps=True)]
    decided = {
        "adopted": Chip(translate("Lists", "채택"), "idea", "check"),
        "held": Chip(translate("Lists", "보류"), "warning", "pause"),
        "rejected": Chip(translate("Lists", "불채택"), "danger", "x"),
    }.get(idea.state)
    return [] if decided is None else [decided]


def _department_chips(row: Any, context: Context) -> list[Chip]:
    """Which department has it, how far it is there, and how often it was handed on."""
    known = context.departments.get(row.department, row.department)
    card = getattr(row, "forwarded", None)
    none = translate("Lists", "부서 미정")
    chips = [Chip(known or none, "forward" if known else "warning", cuts=True)]
    if card is None or row.status == "done":
        return chips
    word, tone, icon = card_word(card.state, card.seen)
    if card.state == "returned" and not known:
        who = context.departments.get(card.department, card.department)
        chips = [Chip(f"{who} {word}", tone, icon)]
    elif card.department == row.department and word:
        chip = Chip(word, tone, icon)
        # An answer that waits is what a person looks for.
        chips = [chip, *chips] if card.state == "arrived" else [*chips, chip]
    if hop := hop_word(card.hop):
        chips.append(Chip(hop, "plain", "repeat-2"))
    return chips


def _outbox_chip(row: Any) -> list[Chip]:
    state = row.outbox_state
    if state in ("waiting", "sending"):
        return [Chip(translate("Lists", "보내는 중"), "primary", "send")]
    if state == "refused":
        return [Chip(translate("Lists", "전송 실패"), "danger", "circle-alert")]
    if state == "unknown":
        return [Chip(translate("Lists", "확인 필요"), "warning", "circle-help")]
    if state == "sent" or row.status == "answered":
        return [Chip(translate("Lists", "답변함"), "idea", "check")]
    return []
