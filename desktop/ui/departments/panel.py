"""Beside the list: one forwarding with its thread, until when it is due and why, its answers, and the place
to write one. Read-only but for the answer; wishes go out as signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.models import hiding
from desktop.ui import fmt
from desktop.ui.deadlines.words import due_of_card, moment
from desktop.ui.departments import words
from desktop.ui.departments.answer_box import AnswerBox
from desktop.ui.departments.answers_html import answers_html, grouped_html, lines_html
from desktop.ui.departments.reading import Loaded
from desktop.ui.detail.browser import SafeBrowser
from desktop.ui.detail.look import look
from desktop.ui.detail.room import RoomyPage
from desktop.ui.detail.thread_html import at, thread_html
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, flush_left
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import ElidedLabel, label, restyle, tag
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

NARROWEST_PX = 400
LOW_PX = 520


class CasePanel(QFrame):
    """``act`` names a wish: receive, begin, answer, give_back, support, extend, print, save or
    save_unmasked."""

    act = Signal(str)
    web_link = Signal(str)

    def __init__(self, bridge: Any, may: Callable[[str, Any], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._may = may
        self.loaded: Loaded | None = None
        self.setProperty("kind", "column")
        self.setAccessibleName(translate("Inbox", "전달받은 건"))
        self._build()
        theme().changed.connect(self._repaint)

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.empty = EmptyState(
            translate("Inbox", "건을 고르면 여기에서 볼 수 있습니다."),
            translate("Inbox", "목록에서 하나를 골라 주세요."),
            icon="inbox",
            parent=self,
        )
        self.page = QWidget(self)
        self.stack = QStackedLayout(self)
        self.stack.setContentsMargins(1, 1, 1, 1)
        self.stack.addWidget(self.empty)
        self.room = RoomyPage(self.page, self)
        self.stack.addWidget(self.room)
        self.name = ElidedLabel("", "section", self.page)
        self.sent = label("", "meta", self.page, wrap=True)
        self.part = label("", "", self.page, wrap=True)
        self.note = label("", "", self.page, wrap=True)
        self.back = label("", "danger", self.page, wrap=True)
        self._tags = QWidget(self.page)
        self._tag_flow = Flow(self._tags, spacing=6)
        self.why_button = Button(translate("Inbox", "기한 계산 보기"), self.page, kind="quiet", icon="clock")
        self.why_button.setToolTip(f"{self.why_button.text()} (Alt+D)")
        self.why_button.setCheckable(True)
        self.why_button.toggled.connect(lambda _: self._repaint(top=True))
        self._acts = QWidget(self.page)
        flow = Flow(self._acts, spacing=6)
        self.buttons: dict[str, Button] = {}
        self._icons: dict[str, str] = {}
        for name, text, icon, key in (
            ("receive", translate("Inbox", "접수하기"), "check", "A"),
            ("begin", translate("Inbox", "처리 시작하기"), "play", "W"),
            ("answer", translate("Inbox", "답변 작성하기"), "reply", "R"),
            ("give_back", translate("Inbox", "재지정 요청하기"), "undo-2", "B"),
            ("support", translate("Inbox", "협조 부서 추가"), "users", "H"),
            ("extend", translate("Inbox", "기한 연장"), "clock", "Alt+X"),
        ):
            button = Button(text, self._acts, icon=icon, key=key)
            button.setObjectName(f"inbox-{name}")
            button.clicked.connect(lambda _=False, name=name: self.act.emit(name))
            flow.addWidget(button)
            self.buttons[name] = button
            self._icons[name] = icon
        self.thread = SafeBrowser(translate("Inbox", "시민의 글과 대화, 부서 답변"), self.page)
        self.thread.setProperty("kind", "plain")
        self.thread.setMinimumHeight(60)
        self.thread.web_link.connect(self.web_link)
        self.box = AnswerBox(self._bridge, self.page)
        self.box.left.connect(self.fold_answer)
        self.split = QSplitter(Qt.Orientation.Vertical, self.page)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.thread)
        self.split.addWidget(self.box)
        self.split.setStretchFactor(0, 1)
        self.box.hide()
        layout = QVBoxLayout(self.page)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        self.paper = Button(translate("Inbox", "전달 문서"), self.page, kind="quiet", icon="file-text")
        self.paper.setToolTip(translate("Inbox", "전달 문서 인쇄·저장 (Ctrl+P)"))
        self.paper.clicked.connect(self._offer_paper)
        top.addWidget(self.paper)
        layout.addLayout(top)
        for part in (self.sent, self._tags, self.part, self.note, self.back):
            layout.addWidget(part)
        layout.addLayout(flush_left(self.why_button))
        layout.addWidget(self._acts)
        layout.addWidget(self.split, 1)

    def _offer_paper(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text, key in (
            ("print", translate("Inbox", "인쇄하기 (PDF로 열기)"), "Ctrl+P"),
            ("save", translate("Inbox", "파일로 저장하기 (HWPX·PDF·ODT)"), "Ctrl+Shift+S"),
            ("save_unmasked", translate("Inbox", "개인정보를 가리지 않고 저장하기"), ""),
        ):
            if name != "save_unmasked" or self._bridge.may("case.unmask"):
                action = menu.addAction(f"{text}\t{key}" if key else text)
                action.triggered.connect(lambda _=False, name=name: self.act.emit(name))
        menu.popup(self.paper.mapToGlobal(QPoint(0, self.paper.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_room()

    def _spare_room(self) -> None:
        """Whoever writes needs the room: what can be done besides has its keys, and comes back after."""
        writing = not self.box.isHidden()
        low = self.height() < theme().px(LOW_PX)
        self._acts.setVisible(not writing)
        self.sent.setVisible(not (low and writing))
        self.part.setVisible(bool(self.part.text()) and not low)
        self.why_button.setVisible(self.has_clock() and not (low and writing))
        self.box.hint.setVisible(not low)

    def has_clock(self) -> bool:
        return self.loaded is not None and self.loaded.look is not None

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(NARROWEST_PX), 200)

    # --- what is shown --------------------------------------------------------------------------------

    def clear(self, title: str = "", text: str = "") -> None:
        self.box.close_case()
        self.box.hide()
        self.loaded = None
        self.empty.set_state(
            title or translate("Inbox", "건을 고르면 여기에서 볼 수 있습니다."),
            text or ("" if title else translate("Inbox", "목록에서 하나를 골라 주세요.")),
        )
        self.stack.setCurrentWidget(self.empty)

    def show_case(self, loaded: Loaded) -> None:
        before, self.loaded = self.loaded, loaded
        row = loaded.row
        forwarding = row.forwarding
        same = before is not None and before.row.forwarding.id == forwarding.id
        post = loaded.detail.row
        who = post.author_name or at(post.handle) if post.handle or post.author_name else ""
        who = who or translate("Inbox", "이름 없음")
        self.name.setText(f"{who} · {post.channel_name}")
        self.sent.setText(words.sent_words(forwarding))
        self._show_tags(loaded)
        self._put(self.part, self._parts(loaded))
        note = translate("Inbox", "전달하며 남긴 말: {text}").format(text=hiding.shown(forwarding.note))
        self._put(self.note, note if forwarding.note else "")
        back = translate("Inbox", "보완할 점: {text}").format(text=row.sent_back)
        self._put(self.back, back if row.sent_back else self._ended(forwarding))
        self._show_clock(loaded, keep=same)
        for name, button in self.buttons.items():
            button.setVisible(self._may(name, row))
        self._mark_next(row)
        self._acts.updateGeometry()
        self._show_box(loaded, same)
        self._spare_room()
        self._repaint()
        self.stack.setCurrentWidget(self.room)
        if not same:
            self.thread.verticalScrollBar().setValue(0)
            self.thread.scrollToAnchor("opened")

    def _show_tags(self, loaded: Loaded) -> None:
        self._tag_flow.clear()
        row = loaded.row
        state = row.forwarding.state
        tone = {"received": "opinion", "sent": "forward"}.get(state, words.STATE_TONES.get(state, "opinion"))
        said = [(words.state_words(state), tone)]
        due = due_of_card(row.clock, row.forwarding.due_ms, fmt.now_ms()) if row.forwarding.open else None
        if due is not None:
            said.insert(0, (due.text, due.tone or "opinion"))
        if words.progress_words(row):
            said.append((words.progress_words(row), "good"))
        for text, tone in said:
            made = tag(text, tone, self._tags)
            self._tag_flow.addWidget(made)
            made.show()
        self._tags.updateGeometry()

    def _parts(self, loaded: Loaded) -> str:
        """주무 버스정책과 · 협조 도로관리과"""
        row, names = loaded.row, loaded.names
        parts = []
        if row.lead:
            parts.append(translate("Inbox", "주무 {name}").format(name=names.get(row.lead, row.lead)))
        helpers = ", ".join(names.get(code, code) for code in row.supporting)
        if helpers:
            parts.append(translate("Inbox", "협조 {names}").format(names=helpers))
        absent = row.forwarding.meant_for
        if absent:
            parts.append(translate("Inbox", "{name} 대직").format(name=names.get(absent, absent)))
        if row.forwarding.received_by:
            received = translate("Inbox", "접수 {name}").format(name=row.forwarding.received_by)
            parts.append(received)
        return " · ".join(parts)

    @staticmethod
    def _ended(forwarding: Any) -> str:
        if forwarding.open or not forwarding.reason:
            return ""
        if forwarding.state == "returned":
            return translate("Inbox", "재지정을 요청한 까닭: {text}").format(
                text=hiding.shown(forwarding.reason)
            )
        return translate("Inbox", "회수한 까닭: {text}").format(text=hiding.shown(forwarding.reason))

    def _show_clock(self, loaded: Loaded, *, keep: bool) -> None:
        if not keep or not self.has_clock():
            self.why_button.setChecked(False)
        due = loaded.look.clock.due_ms if self.has_clock() else None
        head = translate("Inbox", "기한 {when} · 계산 보기").format(when=moment(due)) if due else ""
        self.why_button.setText(head or translate("Inbox", "기한 계산 보기"))

    def _mark_next(self, row: Any) -> None:
        """The step that comes next is the button that stands out."""
        state = row.forwarding.state
        following = {"sent": "receive", "received": "answer", "working": "answer"}.get(state, "")
        for name, button in self.buttons.items():
            kind = "primary" if name == following else ""
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                restyle(button)
                button.set_icon(self._icons[name])

    def _repaint(self, *, top: bool = False) -> None:
        if self.loaded is None:
            return
        loaded, now = self.loaded, look()
        why = lines_html(loaded.look.lines, now) if self.why_button.isChecked() and self.has_clock() else ""
        answers = answers_html(loaded.answers, loaded.departments_of, loaded.names, now)
        thread = thread_html(loaded.detail, now) + grouped_html(loaded.detail, now)
        self.thread.show_html(why + thread + answers)
        if top:
            self.thread.verticalScrollBar().setValue(0)

    # --- the answer -----------------------------------------------------------------------------------

    def _show_box(self, loaded: Loaded, same: bool) -> None:
        if not self._may("answer", loaded.row):
            if self.box.isVisibleTo(self.page):
                # Somebody else has ended it: what was being typed is kept as its draft.
                self.box.save()
                self.box.hide()
            self.box.close_case()
            return
        if same and not self.box.isHidden():
            self.box.show_case(loaded)
            return
        open_again = loaded.draft is not None and not same
        if open_again:
            self.box.show_case(loaded)
            self.box.show()
            self._share_room()
        elif not same:
            self.box.close_case()
            self.box.hide()

    def write_answer(self, stage: str = "") -> None:
        """Open the answer and put the cursor into it."""
        loaded = self.loaded
        if loaded is None or not self._may("answer", loaded.row):
            return
        hidden = self.box.isHidden()
        if hidden:
            self.why_button.setChecked(False)  # what the citizen wrote is what an answer is written to
            self.box.show_case(loaded)
            self.box.show()
            self._spare_room()
            self._share_room()
        self.box.begin(stage)

    def fold_answer(self) -> None:
        """Put the answer away; it stays as a draft."""
        self.box.close_case()
        self.box.hide()
        self._spare_room()
        self.thread.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_room(self) -> None:
        whole = self.split.height()
        wanted = min(self.box.sizeHint().height(), max(whole * 3 // 5, self.box.minimumSizeHint().height()))
        self.split.setSizes([max(whole - wanted, 60), wanted])

    @staticmethod
    def _put(shown: Any, text: str) -> None:
        shown.setText(text)
        shown.setVisible(bool(text))
