"""Rows of an inbox as cards: the same cards as everywhere, with what a department has to know on them.

``prepare`` runs in a reader thread; it knows no widgets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models import hiding
from desktop.ui import fmt
from desktop.ui.deadlines.words import due_of_card
from desktop.ui.departments.words import STATE_ICONS, STATE_TONES, progress_words, state_words
from desktop.ui.lists.rows import LONGEST_PREVIEW, Card, Chip, Order

translate = QCoreApplication.translate

HOPS_SHOWN = 2


@dataclass(slots=True, eq=False)
class InboxCard(Card):
    """A forwarding in a list. ``key`` is the id of the forwarding, ``age`` when it was sent."""

    def grow_older(self, now_ms: int) -> bool:
        age, due = fmt.short(self.row.forwarding.sent_ms, now_ms), due_chip(self.row, now_ms)
        if age == self.age and due == self.due:
            return False
        self.chips = tuple(due if due is not None and chip is self.due else chip for chip in self.chips)
        self.due, self.age = due, age
        self.layouts.clear()
        return True

    def sentence(self) -> str:
        parts = [self.name, self.channel, *(chip.text for chip in self.chips)]
        if self.unread:
            parts.insert(0, translate("Inbox", "안 읽음"))
        return ", ".join(part for part in (*parts, self.text) if part)


def order_of(key: tuple[int, int]) -> Order:
    """Lists fall: the most urgent has the greatest order."""
    return (-key[0], -key[1])


def due_chip(row: Any, now_ms: int) -> Chip | None:
    if not row.forwarding.open:
        return None
    said = due_of_card(row.clock, row.forwarding.due_ms, now_ms)
    return (
        None
        if said is None
        else Chip(said.text, said.tone or "plain", said.icon, keeps=True, short=said.short)
    )


def prepare(row: Any, names: Mapping[str, str], department: str, now_ms: int) -> InboxCard:
    """``department``: whose inbox it is; rows of those below it say whose they are."""
    forwarding = row.forwarding
    due = due_chip(row, now_ms)
    author = hiding.name(row.author or row.handle, row.network) or translate("Inbox", "이름 없음")
    sender = forwarding.sent_by
    by = translate("Inbox", "{name} 전달").format(name=sender) if sender else ""
    text = " ".join(hiding.preview(row.text)[:LONGEST_PREVIEW].split())
    return InboxCard(
        key=forwarding.id,
        order=order_of(row.key),
        post_id=row.case_id,
        case_id=row.case_id,
        network=row.network,
        name=author,
        channel=" · ".join(part for part in (row.channel, by) if part),
        text=text or translate("Inbox", "(글 없음)"),
        age=fmt.short(forwarding.sent_ms, now_ms),
        created_ms=forwarding.sent_ms,
        track="forward",
        track_word="",
        chips=_chips(row, names, department, due),
        unread=forwarding.open and forwarding.seen_ms is None,
        starred=False,
        url="",
        tooltip=f"{row.channel} · {fmt.full(row.created_ms)}",
        row=row,
        due=due,
        faded=not forwarding.open,
    )


def _chips(row: Any, names: Mapping[str, str], department: str, due: Chip | None) -> tuple[Chip, ...]:
    """Most urgent first: what does not fit in the card's width is cut off at the end."""
    forwarding = row.forwarding
    chips = [] if due is None else [due]
    if row.sent_back:
        chips.append(Chip(translate("Inbox", "답변 보완 요청"), "danger", "undo-2"))
    tone = STATE_TONES.get(forwarding.state, "plain")
    chips.append(Chip(state_words(forwarding.state), tone, STATE_ICONS.get(forwarding.state, "")))
    done = progress_words(row)
    if done:
        chips.append(Chip(done, "idea", "check"))
    if forwarding.department != department:
        chips.append(Chip(names.get(forwarding.department, forwarding.department), "forward"))
    if not forwarding.lead:
        lead = names.get(row.lead, row.lead)
        words = translate("Inbox", "협조 · 주무 {lead}") if lead else translate("Inbox", "협조")
        chips.append(Chip(words.format(lead=lead), "plain", "users"))
    helpers = [names.get(code, code) for code in row.supporting if code != forwarding.department]
    if helpers and forwarding.lead:
        words = translate("Inbox", "협조: {names}").format(names=", ".join(helpers))
        chips.append(Chip(words, "plain", "users"))
    if forwarding.meant_for:
        absent = names.get(forwarding.meant_for, forwarding.meant_for)
        chips.append(Chip(translate("Inbox", "{name} 대직").format(name=absent)))
    if row.extended:
        chips.append(Chip(translate("Inbox", "기한 연장됨")))
    if forwarding.hop >= HOPS_SHOWN:
        chips.append(Chip(translate("Inbox", "{n}번째 부서").format(n=forwarding.hop), "warning", "repeat-2"))
    if row.post_count > 1:
        count = fmt.number(row.post_count)
        chips.append(Chip(translate("Inbox", "묶음 {count}건").format(count=count), "plain", "layers"))
    if row.deleted:
        chips.append(Chip(translate("Inbox", "삭제된 글"), "danger", "trash-2"))
    if row.private:
        chips.append(Chip(translate("Inbox", "비공개"), "plain", "lock"))
    return tuple(chips)
