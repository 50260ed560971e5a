"""Ideas as finished cards, and where the pages of their lists come from. Runs in reader threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models.meetings import lists
from desktop.ui import fmt
from desktop.ui.lists.rows import Card, Chip
from desktop.ui.meetings.words import (
    ICONS,
    TONES,
    day_words,
    decision_word,
    filer,
    meeting_day,
    state_word,
    support_word,
)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of ideas shows."""

    view: str = "open"
    order: str = "filed"
    text: str = ""


@dataclass(slots=True, eq=False)
class IdeaCard(Card):
    """An idea in a list. On an agenda it says no time, and does not age."""

    def grow_older(self, now_ms: int) -> bool:
        if not self.age:
            return False
        age, chips = fmt.short(self.created_ms, now_ms), tuple(_chips(self.row))
        if (age, chips) == (self.age, self.chips):
            return False
        self.age, self.chips = age, chips
        self.layouts.clear()
        return True


class IdeaSource:
    """Pages of ideas for ``lists.model.CardModel``, and what it has to know to stay current."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted

    def older(self, after: Card | None, limit: int) -> list[Card]:
        key = None if after is None else after.row.key
        return [idea_card(row) for row in self._page(after=key, limit=limit)]

    def newer(self, before: Card, limit: int) -> list[Card]:
        return [idea_card(row) for row in self._page(before=before.row.key, limit=limit)]

    def accepts(self, row: lists.IdeaRow) -> bool:
        idea = row.idea
        if idea.state not in lists.VIEWS[self.wanted.view]:
            return False
        if self.wanted.view == "late":
            return idea.planned < lists.today() and idea.progress < 100
        return self.wanted.view != "untold" or idea.told_ms is None

    def order_of(self, row: lists.IdeaRow) -> lists.Key:
        return row.key

    def guess(self, new_id: int) -> None:
        return None  # a new post is no idea before somebody has sorted it

    def searches(self) -> bool:
        return bool(self.wanted.text.strip())

    def narrowed(self) -> bool:
        return True

    def passes(self) -> bool:
        return False

    def read(self, case_ids: list[int]) -> list[Card]:
        """The cards of these ideas as they are now."""
        return [idea_card(row) for row in lists.rows_by_id(case_ids, self.wanted.order)]

    def _page(self, **where: Any) -> list[lists.IdeaRow]:
        wanted = self.wanted
        return lists.ideas_page(wanted.view, wanted.order, text=wanted.text, **where)


def idea_card(row: lists.IdeaRow) -> Card:
    """One idea as its list shows it."""
    idea = row.idea
    title = row.title or translate("Meetings", "(제목 없음)")
    body = " ".join(row.text.split())
    rest = body[len(title) :].lstrip(" .?!。…") if body.startswith(title) else body
    return IdeaCard(
        key=row.case_id,
        order=row.key,
        post_id=row.case_id,
        case_id=row.case_id,
        network=row.network,
        name=row.author or row.author_handle or translate("Meetings", "이름 없음"),
        channel=row.channel,
        text=f"{title} {rest}" if rest else title,
        age=fmt.short(idea.filed_ms),
        created_ms=idea.filed_ms,
        track="idea",
        track_word=state_word(idea.state),
        chips=tuple(_chips(row)),
        unread=False,
        starred=False,
        url="",
        tooltip=translate("Meetings", "{day} 제안").format(day=fmt.full(idea.filed_ms)),
        row=row,
        title=len(title),
    )


def _chips(row: lists.IdeaRow) -> list[Chip]:
    idea = row.idea
    chips = []
    if idea.state == "agenda" and row.meeting is not None:
        chips.append(Chip(meeting_day(row.meeting.at_ms), "idea", "calendar"))
    elif idea.state != "pool":
        chips.append(Chip(state_word(idea.state), _tone(idea.state), ICONS[idea.state]))
    if idea.state == "adopted":
        late = bool(idea.planned) and idea.planned < lists.today() and idea.progress < 100
        done = translate("Meetings", "{n}%").format(n=idea.progress)
        chips.append(Chip(done, "danger" if late else "plain"))
        if idea.planned:
            until = translate("Meetings", "{day}까지").format(day=day_words(idea.planned))
            chips.append(Chip(until, "danger" if late else "plain", "clock"))
    elif row.due_ms is not None and row.clock == "running":
        late = row.due_ms < fmt.now_ms()
        day = fmt.date(row.due_ms, year=False)
        text = translate("Meetings", "{day} 지남") if late else translate("Meetings", "{day}까지")
        chips.append(Chip(text.format(day=day), "danger" if late else "plain", "clock"))
    if idea.state in ("adopted", "held", "rejected") and idea.told_ms is None:
        chips.append(Chip(translate("Meetings", "알림 전"), "warning", "send"))
    if row.support:
        chips.append(Chip(support_word(row.support), "plain", "thumbs-up"))
    if row.posts > 1:
        chips.append(
            Chip(translate("Meetings", "묶음 {n}건").format(n=fmt.number(row.posts)), "plain", "layers")
        )
    if idea.reconsidered:
        chips.append(Chip(translate("Meetings", "재심사"), "warning", "rotate-ccw"))
    return chips


def _tone(state: str) -> str:
    tone = TONES.get(state, "plain")
    return "idea" if tone == "good" else tone


class AgendaSource:
    """The agenda of one meeting: all of it, in its order."""

    def __init__(self, meeting_id: int) -> None:
        self.meeting_id = meeting_id

    def older(self, after: Card | None, limit: int) -> list[Card]:
        return [] if after is not None else agenda_cards(lists.whole(self.meeting_id), {})

    def newer(self, before: Card, limit: int) -> list[Card]:
        return []


def agenda_cards(whole: lists.Whole, shown: Mapping[int, Card]) -> list[Card]:
    """The ideas of an agenda, each with its number and what was decided. Where a card of ``shown`` says the
    same, it is that one: its picture need not be painted again."""
    cards = []
    for place, row in enumerate(whole.agenda):
        card = shown.get(row.row.case_id)
        order = (-place, -row.row.case_id)
        if card is None or (card.row, card.order) != (row, order):
            card = _agenda_card(place, row, order)
        cards.append(card)
    return cards


def _agenda_card(place: int, agenda: lists.AgendaRow, order: tuple[int, int]) -> Card:
    item, row = agenda.item, agenda.row
    card = idea_card(row)
    if item.decision:
        parts = [decision_word(item.decision), agenda.owner, day_words(item.planned)]
    elif agenda.left:
        parts = [translate("Meetings", "심의하지 못함"), support_word(row.support)]
    else:
        parts = [filer(row), support_word(row.support)]
    card.name = f"{place + 1}. {row.title}"
    card.order = order
    card.text = " · ".join(part for part in parts if part)
    card.title = 0
    card.age = card.channel = ""
    card.chips = ()
    card.track_word = decision_word(item.decision)
    card.row = agenda
    card.tooltip = row.title
    return card
