"""One idea, large: what it says, who supports it, what is like it, what the department thinks, what became of
it. Shows and asks; what is done is in ``acts.py``."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.models.meetings.twins import Twin
from desktop.ui import fmt
from desktop.ui.meetings.idea_data import Loaded
from desktop.ui.meetings.words import (
    TONES,
    day_words,
    decided_sentence,
    filer,
    meeting_day,
    state_word,
    support_word,
    telling_words,
)
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import WrappedLabel, breakable, label, line, tag
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

MOST_POSTS = 5


class Head(QWidget):
    """What an idea is called, who filed it and how it stands, with what can always be done with it."""

    def __init__(self, page: IdeaPage) -> None:
        super().__init__(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._where = _text_label("", "meta")
        self._title = _text_label("", "title")
        column.addWidget(self._where)
        column.addWidget(self._title)
        holder = QWidget(self)
        self._tags = Flow(holder, spacing=6)
        self._tagged: list[tuple[str, str]] = []
        column.addWidget(holder)
        acts = QWidget(self)
        flow = Flow(acts, spacing=4)
        for name, text, icon in (
            ("edit", translate("Meetings", "고치기"), "pen-line"),
            ("open", translate("Meetings", "원문과 이력 보기"), "book-open"),
        ):
            button = Button(text, acts, kind="quiet", icon=icon)
            button.setObjectName(f"{name}-")
            button.clicked.connect(lambda _=False, name=name: page.act(name))
            flow.addWidget(button)
        column.addWidget(acts)

    def show_idea(self, loaded: Loaded, where: str) -> None:
        row, idea = loaded.row, loaded.row.idea
        when = translate("Meetings", "{who} · {day} 제안").format(who=filer(row), day=fmt.date(idea.filed_ms))
        self._where.setText(" · ".join(part for part in (where, when) if part))
        self._title.setText(row.title)
        self._title.setAccessibleName(translate("Meetings", "제목: {title}").format(title=row.title))
        tags = tags_of(loaded)
        if tags != self._tagged:
            self._tagged = tags
            self._tags.clear()
            for words, tone in tags:
                made = tag(words, tone, self._tags.parentWidget())
                self._tags.addWidget(made)
                made.show()


class IdeaPage(QScrollArea):
    """``acted``: (name of an act, its idea). Acts: edit, open, tell, told, progress, reconsider; of a similar
    idea see and merge."""

    acted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loaded: Loaded | None = None
        self._where = ""
        self.setProperty("ring", True)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Meetings", "아이디어"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = Head(self)
        self._text = _body_label()
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._page = self._made_page()
        self.show_nothing(
            translate("Meetings", "아이디어를 고르면 여기에서 볼 수 있습니다."),
            translate("Meetings", "목록에서 아이디어를 하나 골라 주세요."),
        )

    def _made_page(self) -> QWidget:
        page = QWidget(self)
        page.setProperty("kind", "scroll")
        page.hide()
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 0, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addLayout(self._above)
        column.addWidget(self._text)
        column.addLayout(self._below)
        column.addStretch(1)
        self._above.setSpacing(8)
        self._below.setSpacing(8)
        return page

    def show_nothing(self, title: str, text: str = "") -> None:
        """Why there is no idea here, and what to do."""
        self.loaded = None
        self._lay_open(EmptyState(title, text, icon="lightbulb"))

    def show_idea(self, loaded: Loaded, *, head: str = "") -> None:
        """Show an idea; ``head`` says where one is ("안건 3/9"). The same one again keeps its place and what
        was found to be similar."""
        same = self.loaded is not None and self.loaded.row.case_id == loaded.row.case_id
        if same and self.loaded is not None and not loaded.twins:
            loaded = replace(loaded, twins=self.loaded.twins)
        kept = self.verticalScrollBar().value() if same else 0
        focus = self.focusWidget()
        focused = focus.objectName() if same and focus is not None and self.isAncestorOf(focus) else ""
        self.loaded, self._where = loaded, head
        # Head and text stay what they are: making them anew for each idea takes longer than all the rest.
        self._head.show_idea(loaded, head)
        body = body_of(loaded)
        self._text.setText(readable(body))
        self._text.setAccessibleDescription(body)
        _refill(self._above, self._memories(loaded))
        _refill(
            self._below,
            [self._review(loaded), self._record(loaded), self._posts(loaded), self._twins(loaded)],
        )
        self._lay_open(self._page)
        if kept:
            self._page.layout().activate()
        self.verticalScrollBar().setValue(kept)
        again = self._page.findChild(QWidget, focused) if focused else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_open(self, page: QWidget) -> None:
        if self.widget() is page:
            return
        before = self.takeWidget()
        if before is self._page:
            before.hide()
            before.setParent(self)
        elif before is not None:
            before.deleteLater()
        self.setWidget(page)
        page.show()

    def show_twins(self, case_id: int, twins: Sequence[Twin]) -> None:
        """What is similar to this idea, if it is still on show."""
        shown = self.loaded
        if shown is not None and shown.row.case_id == case_id and list(shown.twins) != list(twins):
            self.show_idea(replace(shown, twins=twins), head=self._where)

    def act(self, name: str) -> None:
        """One of the acts that concern the idea on show."""
        if self.loaded is not None:
            self.acted.emit(name, self.loaded.row.case_id)

    # --- parts ---

    def _act(self, button: Button, name: str, what: Any = None) -> Button:
        assert self.loaded is not None
        idea = self.loaded.row.case_id
        button.setObjectName(f"{name}-{what or ''}")
        button.clicked.connect(lambda: self.acted.emit(name, idea if what is None else what))
        return button

    def _memories(self, loaded: Loaded) -> list[QWidget]:
        """What was decided of similar ideas before."""
        made: list[QWidget] = []
        for twin in loaded.twins:
            other = twin.row.idea
            if other.decided_ms is None or not other.reason or len(made) == 2:
                continue
            words = translate("Meetings", "비슷한 제안이 {day} {decided}, 사유: {reason}").format(
                day=fmt.date(other.decided_ms, weekday=False),
                decided=decided_sentence(other.state),
                reason=" ".join(other.reason.split()),
            )
            made.append(_banner(words, "warning"))
        return made

    def _review(self, loaded: Loaded) -> QWidget | None:
        review = loaded.row.idea.review
        return _section(translate("Meetings", "검토 의견"), [_text_label(review)]) if review else None

    def _record(self, loaded: Loaded) -> QWidget | None:
        """What was decided, how far telling the proposer is, how far an adopted idea is."""
        idea, row = loaded.row.idea, loaded.row
        if idea.state not in ("adopted", "held", "rejected"):
            return None
        parts: list[QWidget] = []
        day = fmt.date(idea.decided_ms, weekday=False) if idea.decided_ms is not None else ""
        decided = f"{day} {decided_sentence(idea.state)}"
        if row.meeting is not None:
            number = translate("Meetings", "제{n}차 회의").format(n=row.meeting.number)
            decided = f"{decided} · {number}"
        parts.append(_text_label(decided, "name"))
        parts.append(_text_label(translate("Meetings", "사유: {reason}").format(reason=idea.reason)))
        words, tone = telling_words(loaded.telling)
        if words:
            parts.append(self._telling(loaded, words, tone))
        if idea.state == "adopted":
            parts.append(self._progress(loaded))
        if idea.state == "rejected":
            parts.append(self._reconsider(loaded))
        return _section(translate("Meetings", "결정"), parts)

    def _telling(self, loaded: Loaded, words: str, tone: str) -> QWidget:
        made, flow = _tag_over_acts(words, tone)
        if loaded.telling.state != "told":
            write = translate("Meetings", "알림 글 열기")
            flow.addWidget(self._act(Button(write, made, icon="send"), "tell"))
            told = translate("Meetings", "다른 방법으로 알렸음")
            flow.addWidget(self._act(Button(told, made, kind="quiet"), "told"))
        return made

    def _progress(self, loaded: Loaded) -> QWidget:
        idea = loaded.row.idea
        late = bool(idea.planned) and idea.planned < fmt.local(fmt.now_ms()).date().isoformat()
        parts = [translate("Meetings", "추진 {n}%").format(n=idea.progress)]
        if idea.owner:
            parts.append(loaded.names.get(idea.owner, idea.owner))
        if idea.planned:
            parts.append(translate("Meetings", "{day}까지").format(day=day_words(idea.planned)))
        tone = "good" if idea.progress == 100 else "danger" if late else ""
        if late and idea.progress < 100:
            parts.append(translate("Meetings", "늦음"))
        made, flow = _tag_over_acts(" · ".join(parts), tone)
        act = Button(translate("Meetings", "진행 적기"), made, icon="pen-line")
        flow.addWidget(self._act(act, "progress"))
        return made

    def _reconsider(self, loaded: Loaded) -> QWidget:
        idea = loaded.row.idea
        if idea.reconsidered:
            return _text_label(translate("Meetings", "재심사를 한 번 거친 제안입니다."), "meta")
        words = ""
        if idea.reconsider_until_ms is not None:
            day = fmt.date(idea.reconsider_until_ms)
            words = translate("Meetings", "재심사 요청은 {day}까지").format(day=day)
        made, flow = _tag_over_acts(words, "")
        flow.addWidget(
            self._act(
                Button(translate("Meetings", "재심사 요청 받기"), made, icon="rotate-ccw"), "reconsider"
            )
        )
        return made

    def _posts(self, loaded: Loaded) -> QWidget | None:
        if not loaded.posts:
            return None
        parts: list[QWidget] = []
        for post in loaded.posts[:MOST_POSTS]:
            text = " ".join(post.text.split())[:120]
            parts.append(
                _text_label(
                    f"{post.author_name or post.handle} · {fmt.short(post.created_ms)}  {text}", "meta"
                )
            )
        more = len(loaded.posts) - MOST_POSTS
        if more > 0:
            parts.append(
                _text_label(translate("Meetings", "그 밖에 {n}건").format(n=fmt.number(more)), "meta")
            )
        title = translate("Meetings", "한 건으로 묶인 글 {n}").format(n=fmt.number(len(loaded.posts)))
        return _section(title, parts)

    def _twins(self, loaded: Loaded) -> QWidget | None:
        if not loaded.twins:
            return None
        parts = [self._twin(loaded, twin) for twin in loaded.twins]
        return _section(translate("Meetings", "비슷한 제안 {n}").format(n=fmt.number(len(parts))), parts)

    def _twin(self, loaded: Loaded, twin: Any) -> QWidget:
        row = twin.row
        made = QWidget()
        line_ = QHBoxLayout(made)
        line_.setContentsMargins(0, 0, 0, 0)
        line_.setSpacing(8)
        line_.addWidget(tag(state_word(row.idea.state), TONES.get(row.idea.state, ""), made))
        first = translate("Meetings", "먼저 낸 제안") if twin.first else ""
        meta = " · ".join(
            part
            for part in (first, fmt.date(row.idea.filed_ms, weekday=False), support_word(row.support))
            if part
        )
        words = QWidget(made)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_text_label(row.title))
        column.addWidget(_text_label(meta, "meta"))
        line_.addWidget(words, 1)
        see = Button(translate("Meetings", "보기"), made, kind="quiet")
        see.setAccessibleName(translate("Meetings", "보기: {title}").format(title=row.title))
        line_.addWidget(self._act(see, "see", row.case_id))
        open_states = ("pool", "agenda", "held")
        if row.idea.state in open_states and loaded.row.idea.state in open_states:
            merge = Button(translate("Meetings", "하나로 합치기"), made)
            merge.setAccessibleName(translate("Meetings", "하나로 합치기: {title}").format(title=row.title))
            line_.addWidget(self._act(merge, "merge", row.case_id))
        return made


def tags_of(loaded: Loaded) -> list[tuple[str, str]]:
    """(words, tone) of how an idea stands."""
    row, idea = loaded.row, loaded.row.idea
    tags = [
        (
            state_word(idea.state),
            {"primary": "idea"}.get(TONES.get(idea.state, ""), TONES.get(idea.state, "")),
        )
    ]
    if idea.state == "agenda" and row.meeting is not None:
        tags = [(meeting_day(row.meeting.at_ms), "idea")]
    parts = []
    if row.posts > 1:
        parts.append(translate("Meetings", "묶인 글 {n}").format(n=fmt.number(row.posts - 1)))
    if row.shares:
        parts.append(translate("Meetings", "공유 {n}").format(n=fmt.number(row.shares)))
    if idea.supporters:
        parts.append(translate("Meetings", "직접 셈 {n}").format(n=fmt.number(idea.supporters)))
    support = support_word(row.support)
    tags.append((f"{support} ({' · '.join(parts)})" if len(parts) > 1 else support, ""))
    if row.due_ms is not None and row.clock == "running":
        late = row.due_ms < fmt.now_ms()
        words = (
            translate("Meetings", "결정 기한 {day} 지남")
            if late
            else translate("Meetings", "결정 기한 {day}")
        )
        tags.append((words.format(day=fmt.date(row.due_ms)), "danger" if late else ""))
    if loaded.twins and not any(twin.first for twin in loaded.twins):
        tags.append((translate("Meetings", "먼저 낸 제안"), "idea"))
    if idea.reconsidered:
        tags.append((translate("Meetings", "재심사"), "warning"))
    return tags


def body_of(loaded: Loaded) -> str:
    """What was written, without a first line that is the title."""
    first, _, rest = loaded.text.strip().partition("\n")
    same = " ".join(first.split()).rstrip(".?!。… ") == loaded.row.title.rstrip(".?!。… ")
    return rest.strip() if same and rest.strip() else loaded.text


def readable(text: str) -> str:
    """Plain text for a label that spaces its lines so that Hangul can be read easily."""
    lines = html.escape(breakable(text)).replace("\n", "<br>")
    return f'<div style="line-height: 140%">{lines}</div>'


def _body_label() -> QLabel:
    text = WrappedLabel()
    text.setTextFormat(Qt.TextFormat.RichText)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.setAccessibleName(translate("Meetings", "제안 내용"))
    return text


def _refill(column: QVBoxLayout, parts: Sequence[QWidget | None]) -> None:
    while column.count():
        gone = column.takeAt(0).widget()
        gone.setParent(None)  # at once, so that nobody finds it by its name
        gone.deleteLater()
    for part in parts:
        if part is not None:
            column.addWidget(part)


def _tag_over_acts(words: str, tone: str) -> tuple[QWidget, Flow]:
    """A word on a line of its own, and the place for buttons below it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    if words:
        row = QHBoxLayout()
        row.addWidget(tag(words, tone, made))
        row.addStretch(1)
        column.addLayout(row)
    acts = QWidget(made)
    flow = Flow(acts, spacing=6)
    column.addWidget(acts)
    return made, flow


def _text_label(text: str, kind: str = "") -> QLabel:
    return label(text, kind, wrap=True)


def _section(title: str, parts: list[QWidget]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, theme().px(4), 0, 0)
    column.setSpacing(6)
    column.addWidget(line(made))
    column.addWidget(label(title, "section", made))
    for part in parts:
        column.addWidget(part)
    return made


def _banner(text: str, tone: str) -> QWidget:
    made = QFrame()
    made.setProperty("kind", "banner")
    made.setProperty("tone", tone)
    column = QVBoxLayout(made)
    column.setContentsMargins(10, 6, 10, 6)
    column.addWidget(label(text, "", made, wrap=True))
    return made
