"""The three pages of a meet-up: whom to invite, who comes, and what came of it. Widgets only: what is pressed
goes out as signals, and everything shown is given to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from desktop.models.meetups.rows import NOT_OUT
from desktop.ui import fmt
from desktop.ui.channels.names import network_name
from desktop.ui.detail.words import count_words
from desktop.ui.meetups import words
from desktop.ui.meetups.keeping import TextKeeper
from desktop.ui.meetups.table import Line, Table
from desktop.ui.rights import Guard, right_of
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import ElidedLabel, label

translate = QCoreApplication.translate


EARLY = ("planned", "inviting")
"""States of a meet-up in which people are invited."""

LEAST_PX = 120
"""Height of a list below which its page is scrolled."""

REPLIES_SHOWN = 4
"""Rows of answers on show; more are scrolled to."""


class Page(QWidget):
    """``act`` gives the id of the command that a button stands for."""

    act = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "scroll")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 10, 0, 0)
        self.column.setSpacing(8)
        self.buttons: dict[str, Button] = {}

    def heightForWidth(self, width: int) -> int:
        """What it needs, not what it would like: a page that fits must not be scrolled."""
        return self.column.totalMinimumHeightForWidth(width)

    def bar(self, *rows: tuple[str, str, str, str]) -> QWidget:
        """A line of buttons: (command, text, icon, kind)."""
        holder = QWidget(self)
        flow = Flow(holder, spacing=6)
        for command, text, icon, kind in rows:
            button = Button(text, holder, kind=kind, icon=icon)
            button.clicked.connect(lambda _=False, command=command: self.act.emit(command))
            self.buttons[command] = button
            flow.addWidget(button)
        self.column.addWidget(holder)
        return holder

    def guard(self, bridge: Any) -> None:
        """Buttons of what the person here may not do are off and say why."""
        for command, button in self.buttons.items():
            if right := right_of(command):
                Guard(bridge, button, right)


class InvitationsPage(Page):
    """The posts, the invitation to each, and how it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar(
            ("meetups.invite", translate("Meetups", "초대 보내기"), "send", "primary"),
            ("meetups.invite_one", translate("Meetups", "고른 사람만 초대"), "reply", ""),
            ("meetups.by_hand", translate("Meetups", "직접 초대함"), "phone", ""),
            ("meetups.remove_post", translate("Meetups", "글 빼기"), "trash-2", ""),
        )
        self.note = label("", "meta", self, wrap=True)
        self.column.addWidget(self.note)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        self.table = Table(
            translate("Meetups", "초대할 글"),
            [
                translate("Meetups", "시민"),
                translate("Meetups", "글"),
                translate("Meetups", "채널"),
                translate("Meetups", "초대"),
            ],
            1,
            split,
        )
        self.table.chosen.connect(self._show_text)
        self.table.setMinimumHeight(theme().px(LEAST_PX))
        split.addWidget(self.table)
        split.addWidget(self._preview(split))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.column.addWidget(split, 1)
        self._early = True
        self._messages: dict[int, Any] = {}
        self._posts: dict[int, Any] = {}

    def _preview(self, parent: QWidget) -> QWidget:
        frame = QFrame(parent)
        frame.setProperty("kind", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        self.preview_name = ElidedLabel("", "name", frame)
        self.preview_count = label("", "meta", frame)
        head.addWidget(self.preview_name, 1)
        head.addWidget(self.preview_count)
        column.addLayout(head)
        self.preview_why = label("", "warning", frame, wrap=True)
        column.addWidget(self.preview_why)
        self.preview = QPlainTextEdit(frame)
        self.preview.setReadOnly(True)
        self.preview.setProperty("kind", "plain")
        self.preview.setAccessibleName(translate("Meetups", "나갈 글"))
        self.preview.setTabChangesFocus(True)
        self.preview.setMinimumHeight(theme().px(60))
        column.addWidget(self.preview, 1)
        return frame

    def show_rows(self, meetup: Any, posts: Sequence[Any], messages: Sequence[Any]) -> None:
        """``messages`` are those of ``services.meetups.invitations``."""
        self._early = meetup.state in EARLY
        self._posts = {row.id: row for row in posts}
        self._messages = {message.target: message for message in messages}
        lines = []
        for row in posts:
            message = self._messages.get(row.id)
            standing, tone = (
                words.done_word(row.sent),
                {"sent": "good", "refused": "danger"}.get(row.sent, ""),
            )
            if message is not None and message.why and row.sent in ("", "cancelled", "refused"):
                standing, tone = translate("Meetups", "직접 초대할 글"), "warning"
            lines.append(
                Line(
                    row.id,
                    (
                        row.author_name or row.handle,
                        " ".join(row.text.split())[:120],
                        row.channel_name,
                        standing,
                    ),
                    tone,
                )
            )
        self.table.show_lines(lines)
        ready = sum(message.sendable for message in messages)
        by_hand = sum(bool(message.why) and message.done == "" for message in messages)
        parts = [translate("Meetups", "초대 글을 보낼 수 있는 사람 {n}명").format(n=fmt.number(ready))]
        if by_hand:
            parts.append(translate("Meetups", "직접 초대할 사람 {n}명").format(n=fmt.number(by_hand)))
        said = " · ".join(parts)
        if not posts:
            said = translate(
                "Meetups", "보드나 모아보기에서 글을 고르고 “번개팅에 넣기(B)”를 누르면 여기에 모입니다."
            )
        elif not self._early:
            said = translate("Meetups", "추첨했거나 끝난 번개팅에는 더 초대하지 않습니다.")
        self.note.setText(said)
        self.buttons["meetups.invite"].setEnabled(ready > 0 and self._early)
        self.buttons["meetups.invite"].setText(
            translate("Meetups", "초대 {n}건 보내기").format(n=fmt.number(ready))
            if ready
            else translate("Meetups", "초대 보내기")
        )
        self._show_text()

    def chosen(self) -> list[Any]:
        return [self._posts[key] for key in self.table.chosen_keys() if key in self._posts]

    def _show_text(self) -> None:
        keys = self.table.chosen_keys()
        message = self._messages.get(keys[0]) if keys else None
        sendable = any(self._messages[key].sendable for key in keys if key in self._messages)
        not_out = any(row.sent in NOT_OUT for row in self.chosen())
        self.buttons["meetups.invite_one"].setEnabled(sendable and self._early)
        for name in ("meetups.by_hand", "meetups.remove_post"):
            self.buttons[name].setEnabled(not_out and self._early)
        if message is None:
            self.preview_name.setText(translate("Meetups", "글을 고르면 나갈 초대 글이 보입니다"))
            self.preview_count.setText("")
            self.preview.setPlainText("")
            self.preview_why.hide()
            return
        channel = f"{message.channel_name} ({network_name(message.network)})" if message.network else ""
        self.preview_name.setText(channel)
        self.preview_count.setText(count_words(message.used, message.limit, message.unit))
        self.preview.setPlainText(message.text)
        # Of what has gone out, or will not any more, there is nothing to mend.
        why = words.why_words(message) if self._early and message.done in NOT_OUT else ""
        self.preview_why.setText(why)
        self.preview_why.setVisible(bool(why))


class GuestsPage(Page):
    """Answers to look at, then the list of guests and the draw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposals = QFrame(self)
        self.proposals.setProperty("kind", "card")
        box = QVBoxLayout(self.proposals)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(6)
        self.proposals_name = label("", "name", self.proposals)
        box.addWidget(self.proposals_name)
        self.replies = Table(
            translate("Meetups", "초대에 온 답글"),
            [translate("Meetups", "시민"), translate("Meetups", "답글"), translate("Meetups", "뜻")],
            1,
            self.proposals,
        )
        box.addWidget(self.replies)
        holder = QWidget(self.proposals)
        flow = Flow(holder, spacing=6)
        for command, text, key in (
            ("meetups.take", translate("Meetups", "신청으로 적기"), "Y"),
            ("meetups.no", translate("Meetups", "불참으로 적기"), "N"),
            ("meetups.leave", translate("Meetups", "신청과 상관없음"), "L"),
        ):
            button = Button(text, holder, key=key)
            button.clicked.connect(lambda _=False, command=command: self.act.emit(command))
            self.buttons[command] = button
            flow.addWidget(button)
        box.addWidget(holder)
        self.column.addWidget(self.proposals)
        self.bar(
            ("meetups.sign_up", translate("Meetups", "신청 적기"), "plus", ""),
            ("meetups.comes", translate("Meetups", "온다고 적기"), "check", ""),
            ("meetups.declines", translate("Meetups", "못 온다고 적기"), "x", ""),
            ("meetups.came", translate("Meetups", "왔음"), "check-check", ""),
            ("meetups.absent", translate("Meetups", "안 옴"), "minus", ""),
        )
        self.table = Table(
            translate("Meetups", "신청한 사람"),
            [
                translate("Meetups", "번호"),
                translate("Meetups", "이름"),
                translate("Meetups", "신청한 곳"),
                translate("Meetups", "순서"),
                translate("Meetups", "결과 알림"),
                translate("Meetups", "상태"),
            ],
            1,
            self,
        )
        self.table.setMinimumHeight(theme().px(LEAST_PX))
        self.column.addWidget(self.table, 1)
        self.draw_note = label("", "meta", self, wrap=True)
        self.draw_note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.draw_note)
        self.bar(
            ("meetups.seed", translate("Meetups", "추첨 씨앗 공개"), "key-round", ""),
            ("meetups.draw", translate("Meetups", "추첨하기"), "list", "primary"),
            ("meetups.notify", translate("Meetups", "결과 알리기"), "send", ""),
            ("meetups.told", translate("Meetups", "직접 알림"), "phone", ""),
            ("meetup.result", translate("Meetups", "추첨 결과 저장"), "download", ""),
        )
        self._guests: dict[int, Any] = {}
        self._replies: dict[int, Any] = {}

    def show_rows(self, meetup: Any, guests: Sequence[Any], replies: Sequence[Any]) -> None:
        self._guests = {guest.id: guest for guest in guests}
        self._replies = {reply.id: reply for reply in replies}
        self.proposals.setVisible(bool(replies))
        self.proposals_name.setText(
            translate("Meetups", "확인할 답글 {n}건").format(n=fmt.number(len(replies)))
        )
        tones = {"yes": "good", "no": "danger"}
        self.replies.show_lines(
            [
                Line(
                    reply.id,
                    (
                        reply.author_name if reply.guest_id is not None else translate(
                            "Meetups", "{name} (초대하지 않음)"
                        ).format(name=reply.author_name),
                        " ".join(reply.text.split())[:160],
                        words.meaning_word(reply.meaning),
                    ),
                    tones.get(reply.meaning, ""),
                )
                for reply in replies
            ]
        )  # fmt: skip
        self.replies.fit_height(REPLIES_SHOWN)
        tones = {"in": "good", "came": "good", "declined": "danger", "waiting": "warning"}
        self.table.show_lines(
            [
                Line(
                    guest.id,
                    (
                        guest.ticket,
                        guest.name,
                        guest.channel_name or translate("Meetups", "전화·직접"),
                        self._place(meetup, guest),
                        self._told(guest),
                        words.guest_word(guest.state),
                    ),
                    tones.get(guest.state, ""),
                    guest.note,
                )
                for guest in guests
            ]
        )
        self._show_draw(meetup, guests)

    @staticmethod
    def _place(meetup: Any, guest: Any) -> str:
        if guest.seat is None:
            return ""
        if guest.state == "waiting":
            return translate("Meetups", "대기 {n}").format(n=max(guest.seat - meetup.seats, 1))
        return str(guest.seat)

    @staticmethod
    def _told(guest: Any) -> str:
        if guest.to_tell:
            return translate("Meetups", "알리기 전")
        if guest.told:
            return words.done_word(guest.sent or "by-hand")
        return ""

    def _show_draw(self, meetup: Any, guests: Sequence[Any]) -> None:
        signed = [guest for guest in guests if guest.state == "signed-up"]
        shown = {
            "meetups.seed": meetup.seed_ms is None,
            "meetups.draw": meetup.seed_ms is not None and meetup.drawn_ms is None,
            "meetups.notify": meetup.drawn_ms is not None,
            "meetups.told": meetup.drawn_ms is not None,
            "meetup.result": meetup.drawn_ms is not None,
            "meetups.came": meetup.drawn_ms is not None,
            "meetups.absent": meetup.drawn_ms is not None,
        }
        for name, visible in shown.items():
            self.buttons[name].setVisible(visible)
        self.buttons["meetups.seed"].setEnabled(bool(signed) and meetup.state == "inviting")
        self.buttons["meetups.draw"].setEnabled(meetup.state == "inviting")
        waiting_to_tell = sum(guest.to_tell for guest in guests)
        self.buttons["meetups.notify"].setEnabled(bool(waiting_to_tell))
        self.buttons["meetups.told"].setEnabled(bool(waiting_to_tell))
        if meetup.seed_ms is None:
            text = translate("Meetups", "정원 {seats}명에 {n}명이 신청했습니다.").format(
                seats=fmt.number(meetup.seats), n=fmt.number(len(signed))
            )
        elif meetup.drawn_ms is None:
            text = translate("Meetups", "씨앗을 {when}에 공개했습니다: {seed}").format(
                when=words.short_when(meetup.seed_ms), seed=meetup.seed
            )
        else:
            text = translate("Meetups", "{when}에 추첨했습니다. 씨앗: {seed}").format(
                when=words.short_when(meetup.drawn_ms), seed=meetup.seed
            )
        self.draw_note.setText(text)

    def chosen(self) -> list[Any]:
        return [self._guests[key] for key in self.table.chosen_keys() if key in self._guests]

    def chosen_replies(self) -> list[Any]:
        return [self._replies[key] for key in self.replies.chosen_keys() if key in self._replies]

    def all(self) -> list[Any]:
        return list(self._guests.values())


class AfterPage(Page):
    """What was said, what goes back to the board and to citizens. ``saved`` gives (report, answer)."""

    saved = Signal(str, str)

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar(
            ("meetups.note", translate("Meetups", "나온 말을 메모로 남기기"), "sticky-note", ""),
            ("meetups.to_board", translate("Meetups", "나온 의견을 보드에 넣기"), "columns-3", ""),
        )
        self.column.addWidget(label(translate("Meetups", "나온 이야기 (내부 기록)"), "name", self))
        self.report = PreeditTextEdit(translate("Meetups", "나온 이야기"), self)
        self.report.setPlaceholderText(translate("Meetups", "시민에게 나가지 않습니다."))
        self.column.addWidget(self.report, 2)
        self.column.addWidget(label(translate("Meetups", "시민에게 알릴 결과"), "name", self))
        self.answer = PreeditTextEdit(translate("Meetups", "시민에게 알릴 결과"), self)
        self.answer.setPlaceholderText(
            translate(
                "Meetups", "글을 쓴 사람마다 그 글의 답변으로 나갑니다. 보낸 뒤 잠시 되돌릴 수 있습니다."
            )
        )
        self.column.addWidget(self.answer, 1)
        self.note = label("", "meta", self, wrap=True)
        self.column.addWidget(self.note)
        self.bar(
            ("meetups.save_report", translate("Meetups", "기록 저장하기"), "save", "primary"),
            ("meetups.tell", translate("Meetups", "결과를 답변으로 보내기"), "send", ""),
        )
        for editor in (self.report, self.answer):
            editor.setMinimumHeight(theme().px(90))
            editor.typed.connect(lambda _: self._typed())
        self.keepers = (
            TextKeeper(bridge, "report", self.report),
            TextKeeper(bridge, "answer", self.answer),
        )

    def show_rows(self, meetup: Any, messages: Sequence[Any], typed: tuple[str | None, str | None]) -> None:
        """``typed``: what was being typed into both texts when they were last left, or None."""
        for keeper, stored, draft in zip(self.keepers, (meetup.report, meetup.answer), typed, strict=True):
            keeper.show(meetup.id, stored, draft)
        ready = sum(message.sendable for message in messages)
        done = sum(message.done not in ("", "cancelled", "refused", "not-approved") for message in messages)
        self._open = meetup.state in ("drawn", "over")
        self._ready = ready and self._open
        text = translate("Meetups", "보낼 수 있는 답변 {ready}건 · 이미 보낸 답변 {done}건").format(
            ready=fmt.number(ready), done=fmt.number(done)
        )
        if not self._open:
            text = translate("Meetups", "추첨하거나 끝낸 뒤에 저장합니다. 쓰던 글은 그때까지 남아 있습니다.")
        self.note.setText(text)
        self._typed()

    def hideEvent(self, event: QHideEvent) -> None:
        for keeper in self.keepers:
            keeper.flush()
        super().hideEvent(event)

    def _typed(self) -> None:
        changed = self.dirty()
        self.buttons["meetups.save_report"].setEnabled(changed and self._open)
        self.buttons["meetups.tell"].setEnabled(bool(self._ready) and not changed)

    _ready: Any = False
    _open = False

    def dirty(self) -> bool:
        return any(keeper.dirty for keeper in self.keepers)

    def texts(self) -> tuple[str, str]:
        """Both texts, the syllables being typed included."""
        return take_text(self.report), take_text(self.answer)
