"""빠른 답변: one opinion at a time, large, with four things to do; the next one comes by itself.

A page over the window, for the mayor and the spokesperson. What is done goes the same ways as everywhere
else: answers through the composer, departments through the picker, thanks through the outbox.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QStackedLayout,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from connectors.base import Action
from desktop.models import cases, quick, templates
from desktop.models.speaking.gate import NeedsApproval
from desktop.ui import fmt, keys
from desktop.ui.channels.names import network_name
from desktop.ui.commands import Command
from desktop.ui.detail import data, rules
from desktop.ui.detail.answer_commands import answer_commands
from desktop.ui.detail.composer import Composer
from desktop.ui.detail.post_acts import PostActs
from desktop.ui.theme.style import theme
from desktop.ui.theme.tokens import TITLE
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel, label, retone, tag
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

SCOPE = "quick"
WIDEST_PX = 920
ROOMY_PX = 680
"""In a narrower window (at 100 %) the keys of the great buttons stand in their tooltips only."""

AGAIN_MS = 200


class QuickPage(QWidget):
    """``closed``: back to the screen that was in front."""

    closed = Signal()

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._queue: list[int] = []
        self._seen: list[int] = []  # where K goes back to
        self._skipped: set[int] = set()
        self._loaded: Any = None
        self._wanted: int | None = None
        self._passing: int | None = None  # its department is being chosen
        self._done = 0
        self.setObjectName("quick-board")
        self.setProperty("kind", "page")
        self.setAccessibleName(translate("Quick", "빠른 답변"))
        self._build()
        self.acts = PostActs(bridge, self, lambda: self._loaded, self.buttons["track.forward"])
        self.acts.decided.connect(self._passed)
        bridge.commands.add_all(self.commands(), self, SCOPE)
        for listening in (self.text, self.card):
            keys.attach(listening, bridge.commands, SCOPE)
        self._timer = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._timer.timeout.connect(lambda: bridge.spawn(self._renew(), "quick"))
        bridge.changed.connect(self._changed)
        theme().changed.connect(self._fit)
        self._fit()

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        head = QHBoxLayout()
        # What this page is called stands in the bar above it.
        self.left = label("", "number", self)
        head.addWidget(self.left)
        head.addStretch(1)
        close = Button(translate("Quick", "빠른 답변 닫기"), self, kind="quiet", icon="x", key="Esc")
        close.clicked.connect(lambda: self.leave())
        head.addWidget(close)
        whole.addLayout(head)
        middle = QWidget(self)
        self.stack = QStackedLayout(middle)
        page = QWidget(middle)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        self.column = QWidget(page)
        row.addWidget(self.column, 100)
        row.addStretch(1)
        self._fill_column()
        self.stack.addWidget(page)
        self.empty = EmptyState(
            translate("Quick", "답변을 기다리는 의견이 없습니다."),
            translate("Quick", "단순 의견으로 옮긴 글이 오면 여기에 나타납니다."),
            icon="check-check",
            action=translate("Quick", "빠른 답변 닫기"),
            parent=middle,
        )
        self.empty.acted.connect(self.leave)
        self.stack.addWidget(self.empty)
        whole.addWidget(middle, 1)

    def _fill_column(self) -> None:
        column = QVBoxLayout(self.column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.card = QFrame(self.column)
        self.card.setProperty("kind", "card")
        self.card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card.setAccessibleName(translate("Quick", "시민의 글"))
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(8)
        line = QHBoxLayout()
        self.author = ElidedLabel("", "section", self.card)
        line.addWidget(self.author, 1)
        self.state = tag("", "", self.card)
        line.addWidget(self.state)
        inside.addLayout(line)
        self.where = label("", "muted", self.card, wrap=True)
        inside.addWidget(self.where)
        self.text = QTextEdit(self.card)
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "plain")
        self.text.document().setDocumentMargin(0)  # in line with who wrote it
        self.text.setAccessibleName(translate("Quick", "글"))
        self.text.setTabChangesFocus(True)
        self.text.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        inside.addWidget(self.text, 1)
        column.addWidget(self.card, 1)
        self.composer = Composer(self._bridge, self.column)
        self.composer.answered.connect(lambda post_id, _next: self._answered(post_id))
        self.composer.closed.connect(self._close_answer)
        self.composer.wrote.connect(lambda: self._bridge.spawn(self._again(self._wanted), "quick"))
        column.addWidget(self.composer)
        column.addWidget(self._big_buttons())
        foot = QHBoxLayout()
        self.back = Button(
            translate("Quick", "앞의 글"), self.column, kind="quiet", icon="arrow-left", key="K"
        )
        self.back.clicked.connect(lambda: self.go_back())
        self.hint = label("", "meta", self.column, wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.skip = Button(translate("Quick", "나중에 보기"), self.column, kind="quiet", key="J")
        self.skip.set_icon("arrow-right")
        self.skip.clicked.connect(lambda: self.go_on())
        foot.addWidget(self.back)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.skip)
        column.addLayout(foot)

    def _big_buttons(self) -> QWidget:
        self.buttons: dict[str, Button] = {}
        self._names: dict[str, tuple[str, str]] = {}
        self.choices = QWidget(self.column)
        self._grid = QGridLayout(self.choices)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for command, text, key, icon, kind in (
            ("reply.open", translate("Quick", "답변 쓰기"), "R", "reply", "primary"),
            ("post.meetup", translate("Quick", "번개팅에 넣기"), "B", "calendar", ""),
            ("track.forward", translate("Quick", "부서로 보내기"), "1", "send", ""),
            ("quick.thank", translate("Quick", "감사 보내기"), "L", "thumbs-up", ""),
        ):
            button = Button(f"{text}  {key}", self.column, kind=kind, icon=icon, key=key)
            button.clicked.connect(lambda _=False, c=command: self._bridge.commands.run(c, SCOPE))
            self.buttons[command] = button
            self._names[command] = (text, f"{text}  {key}")
        self._lay_choices(4)
        return self.choices

    def _lay_choices(self, in_line: int) -> None:
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, *divmod(place, in_line))
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < in_line))

    def _fit(self) -> None:
        self.column.setMaximumWidth(theme().px(WIDEST_PX))
        self.text.setFont(theme().font(TITLE))
        self.text.setStyleSheet(f"QTextEdit {{ font-size: {theme().px(TITLE)}px; }}")
        for button in self.buttons.values():
            button.setStyleSheet(f"QPushButton {{ min-height: {theme().px(48)}px; }}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= theme().px(ROOMY_PX)
        for command, names in self._names.items():
            self.buttons[command].setText(names[roomy])
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        room = min(self.column.maximumWidth(), self.width() - 48)
        self._lay_choices(4 if 4 * widest + 3 * 12 <= room else 2)

    def commands(self) -> Sequence[Command]:
        def shown() -> bool:
            return self._loaded is not None and self.isVisible()

        def sending() -> bool:
            return shown() and self.composer.isVisible()

        rows: list[tuple[str, str, Any, str]] = [
            ("list.next", translate("Quick", "나중에 보기"), self.go_on, "list"),
            ("list.previous", translate("Quick", "앞의 글"), self.go_back, "list"),
            ("post.original", translate("Quick", "원문 보기"), lambda: self.acts.open_original(), "list"),
            ("track.forward", translate("Quick", "부서로 보내기"), self.pass_on, "sort"),
            ("post.meetup", translate("Quick", "번개팅에 넣기"), self.put_into_meetup, "sort"),
            ("quick.thank", translate("Quick", "감사 보내기"), self.thank, "answer"),
        ]
        return [
            *(Command(i, text, run, group=group, enabled=shown) for i, text, run, group in rows),
            *answer_commands(self.composer, self.compose, shown, sending),
        ]

    # --- what is shown --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start with the opinion that has waited longest."""
        self._skipped.clear()
        self._seen.clear()
        self._wanted = None
        self._loaded = None
        self._bridge.spawn(self._renew(first=True), "quick")
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _renew(self, first: bool = False) -> None:
        """Read what waits; the post on show stays until it is done with."""
        queue, left = await self._bridge.read(_waiting)
        self._queue = queue
        self.left.setText(translate("Quick", "{n}건 남음").format(n=fmt.number(left)))
        if self._wanted is None:
            await self._next()
        elif not first:
            await self._again(self._wanted)

    async def _next(self) -> None:
        """The next one that was not put off; put off ones come again at the end."""
        following = [number for number in self._queue if number not in self._skipped]
        if not following and self._queue:
            self._skipped.clear()
            following = list(self._queue)
        await self._load(following[0] if following else None)

    async def _again(self, post_id: int | None) -> None:
        """Read the post on show once more, if it still is."""
        if post_id is not None and post_id == self._wanted:
            await self._load(post_id)

    async def _load(self, post_id: int | None) -> None:
        self._wanted = post_id
        if post_id is None:
            self._loaded = None
            self.composer.clear()
            text = translate("Quick", "답변을 기다리는 의견이 없습니다.")
            done = translate("Quick", "이번에 {n}건을 처리했습니다.").format(n=fmt.number(self._done))
            later = translate("Quick", "단순 의견으로 옮긴 글이 오면 여기에 나타납니다.")
            self.empty.set_state(
                text, f"{done} {later}" if self._done else later, icon="check-check",
                action=translate("Quick", "빠른 답변 닫기"),
            )  # fmt: skip
            self.stack.setCurrentIndex(1)
            return
        await self.composer.drafts.kept()
        loaded = await self._bridge.read(data.load, post_id, self._bridge.user, {})
        if self._wanted != post_id:
            return
        if loaded is None:
            self._queue = [number for number in self._queue if number != post_id]
            await self._next()
            return
        self._show(loaded)

    def _show(self, loaded: Any) -> None:
        same = self._loaded is not None and self._loaded.detail.row.id == loaded.detail.row.id
        self._loaded = loaded
        row = loaded.detail.row
        self.author.setText(" ".join(part for part in (row.author_name, row.handle) if part))
        self.where.setText(
            f"{row.channel_name} · {network_name(row.network)} · {fmt.short(row.created_ms)}"
            + (f" · {row.context}" if row.context else "")
        )
        self.where.setToolTip(fmt.full(row.created_ms))
        state, tone = self._standing(loaded)
        self.state.setText(state)
        self.state.setVisible(bool(state))
        retone(self.state, tone)
        if not same:
            self.text.setPlainText(loaded.detail.text)
            self.card.setAccessibleDescription(f"{self.author.whole_text()}, {loaded.detail.text[:400]}")
            self.composer.show_post(loaded)
            self._show_answer(False)
            self.stack.setCurrentIndex(0)
            if self.isVisible() and not self.column.isAncestorOf(QApplication.focusWidget() or self):
                self.card.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, f"{self.author.whole_text()}. {self.left.text()}")
        else:
            shown = self.composer.isVisible()
            self.composer.update_post(loaded)
            self._show_answer(shown)
        why = self._why_no_thanks()
        self.hint.setText(why)
        self.buttons["quick.thank"].setEnabled(not why)
        self.back.setEnabled(bool(self._seen))

    @staticmethod
    def _standing(loaded: Any) -> tuple[str, str]:
        """How an earlier answer to the post on show stands."""
        states = [row.state for row in loaded.detail.outbox if row.state not in ("cancelled",)]
        return {
            "waiting": (translate("Quick", "곧 보냄"), "forward"),
            "sending": (translate("Quick", "보내는 중"), "forward"),
            "sent": (translate("Quick", "답변 보냄"), "good"),
            "refused": (translate("Quick", "보내지 못함"), "danger"),
            "unknown": (translate("Quick", "확인 중"), "warning"),
        }.get(states[-1] if states else "", ("", ""))

    # --- moving ---------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """J: look at it later."""
        if self._wanted is not None:
            self._skipped.add(self._wanted)
            self._advance()

    def go_back(self) -> None:
        """K: the one before."""
        if self._seen:
            before = self._seen.pop()
            self._skipped.discard(before)
            self._bridge.spawn(self._load(before), "quick")

    def _advance(self) -> None:
        if self._wanted is not None:
            self._seen.append(self._wanted)
        self._wanted = None
        self._bridge.spawn(self._renew(), "quick")
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finished(self) -> None:
        self._done += 1
        self._advance()

    def leave(self) -> None:
        """Back; what is being typed is kept as a draft."""
        self.composer.save()
        self.closed.emit()

    # --- acts -----------------------------------------------------------------------------------------

    def compose(self, stage: str = "") -> None:
        """R: the answer opens below the post."""
        if self._loaded is None:
            return
        self._show_answer(True)
        if not self.composer.focus_editor(stage) and self.composer.blocked.isVisible():
            self.composer.blocked.original.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_answer(self, shown: bool) -> None:
        """While somebody writes, the answer has the room of the four buttons."""
        self.composer.setVisible(shown)
        self.choices.setVisible(not shown)

    def _close_answer(self) -> None:
        self._show_answer(False)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self, post_id: int) -> None:
        if post_id == self._wanted:
            self._show_answer(False)
            self._finished()

    def pass_on(self) -> None:
        """1: a matter of another office. The next post comes when the list of departments is closed."""
        if self._loaded is not None:
            self._passing = self._wanted
            self.acts.move_to("forward")

    def _passed(self) -> None:
        passed, self._passing = self._passing, None
        if passed is not None and passed == self._wanted:
            self._finished()

    def put_into_meetup(self) -> None:
        """B: the author is invited."""
        if self._loaded is not None:
            from desktop.ui.meetups import dialogs

            self._bridge.spawn(dialogs.choose(self._bridge, self, [self._loaded.detail.row.id]))

    def _why_no_thanks(self) -> str:
        """Why no thanks can be sent from here; "" where one can."""
        loaded = self._loaded
        if loaded.channel is None:
            return translate("Quick", "이 글의 채널이 목록에 없습니다.")
        accounts = rules.accounts_for(loaded.channel, loaded.channels)
        block = rules.blocked(
            loaded.detail.row, loaded.channel, sample=self._bridge.store.sample, accounts=len(accounts)
        )
        if block is rules.Block.NONE:
            return ""
        if block is rules.Block.NO_REPLY and rules.capabilities(loaded.channel).allows(Action.LIKE):
            return ""
        from desktop.ui.detail.words import block_sentence

        return block_sentence(block, network_name(loaded.detail.row.network))

    def thank(self) -> None:
        """L: a short thanks, or a like where the network takes no answers."""
        if self._loaded is not None and not self._why_no_thanks():
            self._bridge.spawn(self._thank(self._loaded), "thanks")

    async def _thank(self, loaded: Any) -> None:
        from desktop.services.sendable import prepare

        row, step = loaded.detail.row, cases.new_step()
        accounts = rules.accounts_for(loaded.channel, loaded.channels)
        channel = accounts[0] if accounts else loaded.channel
        text = ""
        if rules.can_reply(channel):
            text = await self._bridge.read(_thanks, row.id, channel.account_voice)
            await self._bridge.read(prepare, row.id, channel.id, Action.REPLY, text)
        try:
            await self._bridge.write(
                quick.thank, row.id, channel.id, text, undo_s=self._bridge.undo_seconds(), step=step
            )
        except NeedsApproval:
            # Somebody has to agree first: the words are put into the answer, which asks for it.
            self.compose()
            self.composer.form.set_text(text)
            return
        said = translate("Quick", "{name} 님에게 감사를 곧 보냅니다") if text else translate(
            "Quick", "{name} 님의 글에 공감을 곧 보냅니다"
        )  # fmt: skip
        self._bridge.did(said.format(name=row.author_name), step)
        if self._wanted == row.id:
            self._finished()

    # --- events ---------------------------------------------------------------------------------------

    def _changed(self, changes: Any) -> None:
        if not self.isVisible():
            return
        if changes.cases or changes.outbox or changes.others & {"meetups", "approvals", "speaking"}:
            if self._wanted in changes.cases or "meetups" in changes.others:
                self._bridge.spawn(self._still_here(self._wanted), "quick")
            self._timer.start()

    async def _still_here(self, post_id: int | None) -> None:
        """A post that was sent on or put into a meet-up makes room for the next one."""
        queue, _ = await self._bridge.read(_waiting)
        gone = post_id is not None and post_id == self._wanted and post_id in self._queue
        if gone and post_id not in queue and not self.composer.isVisible() and self._passing != post_id:
            self._queue = queue
            self._finished()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


def _waiting() -> tuple[list[int], int]:
    return quick.waiting(), quick.count()


def _thanks(post_id: int, voice: str) -> str:
    """The usual thanks, filled; the shortest of them."""
    found = [row for row in templates.list_templates(track="opinion", voice=voice) if row.kind == "thanks"]
    found.sort(key=lambda row: (row.voice != voice, len(row.text)))
    words = found[0].text if found else "{이름} 님, 글 고맙습니다. 잘 읽었습니다."
    return templates.fill(words, templates.values_for(post_id, fmt.now_ms()))
