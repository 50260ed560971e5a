"""The bar above the screen (title, search, connection, undo) and the status line below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import rights
from desktop.ui.bridge import Bridge
from desktop.ui.keys import shown
from desktop.ui.shell import overview
from desktop.ui.shell.overview import Overview
from desktop.ui.theme import icons, tokens
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, PushButton
from desktop.ui.widgets.labels import ElidedLabel, Lamp, label, tag

translate = QCoreApplication.translate

MESSAGE_ROOM = 460
"""Width in px at 100 % that the search field leaves free: messages stand there and cover nothing."""


class SearchButton(PushButton):
    """Looks like a search field and opens the palette, which has the real one."""

    def __init__(self, text: str, short: str, parent: QWidget) -> None:
        """``short`` stands there where ``text`` has no room."""
        super().__init__(parent)
        self._text, self._short = text, short
        self.setProperty("kind", "searchfield")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(360), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        words = theme().metrics().horizontalAdvance(self._short)
        return QSize(words + theme().px(12 + 16 + 8 + 12), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now, side = theme(), theme().px(16)
        painter = QPainter(self)
        left = now.px(12)
        painter.drawPixmap(left, (self.height() - side) // 2, icons.pixmap("search", now.tokens.muted, side))
        painter.setFont(now.font())
        painter.setPen(now.color("placeholder"))
        room = self.rect().adjusted(left + side + now.px(8), 0, -now.px(8), 0)
        whole = painter.fontMetrics().horizontalAdvance(self._text) <= room.width()
        text = self._text if whole else self._short
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class TopBar(QFrame):
    """``palette_wanted`` comes when the search field is pressed."""

    palette_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setProperty("kind", "topbar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        self.title = label("", "section", self)
        row.addWidget(self.title)
        self.sample = tag(translate("TopBar", "예시 업무공간"), "warning", self)
        self.sample.hide()
        self._is_sample = False
        row.addWidget(self.sample)
        text = translate("TopBar", "검색 또는 명령 ({key})").format(
            key=shown(bridge.commands.key("app.palette"))
        )
        short = translate("TopBar", "검색 ({key})").format(key=shown(bridge.commands.key("app.palette")))
        self.search = SearchButton(text, short, self)
        self.search.clicked.connect(lambda: self.palette_wanted.emit())
        row.addWidget(self.search, 4)
        row.addStretch(1)
        self.person = label("", "meta", self)
        row.addWidget(self.person)
        self.lamp = Lamp("", "", self)
        row.addWidget(self.lamp)
        key = shown(bridge.commands.key("app.undo"))
        self.undo = Button(translate("TopBar", "실행 취소"), self, icon="undo-2", key=key)
        self.undo.clicked.connect(bridge.undo.undo)
        row.addWidget(self.undo)
        bridge.undo.changed.connect(self._show_undo)
        bridge.prefs.changed.connect(self._show_person)
        bridge.who_changed.connect(lambda: self._show_person("user"))
        theme().changed.connect(self._resize)
        self._resize()
        self._show_undo()
        self._show_person("user")

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(tokens.TOP_BAR_HEIGHT))
        self._make_room()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._make_room()
        return super().event(event)

    def show_sample(self, is_sample: bool) -> None:
        self._is_sample = is_sample
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window the title stays whole; what a banner, the status line and the settings say too
        goes."""
        taken = sum(part.sizeHint().width() + 12 for part in (self.title, self.undo)) + 32
        least = self.search.minimumSizeHint().width()
        free = self.width() - taken - theme().px(MESSAGE_ROOM)
        tag_wide = self.sample.sizeHint().width() + 12
        tagged = self._is_sample and free - tag_wide >= least
        if self.sample.isHidden() == tagged:
            self.sample.setVisible(tagged)
        if tagged:
            taken, free = taken + tag_wide, free - tag_wide
        most = max(least, min(theme().px(480), free))
        if self.search.maximumWidth() != most:
            self.search.setMaximumWidth(most)
        taken += least
        for part in (self.lamp, self.person):
            taken += part.sizeHint().width() + 12
            if part.isHidden() != (taken > self.width()):
                part.setVisible(taken <= self.width())

    def room_of_messages(self) -> tuple[QRect, QRect]:
        """Between the search field and the undo button; and, for those that would be long columns of words,
        over that button too, which says the same as most messages. Never over the search field."""
        beside = self.search.geometry().right() + 1 + 12
        whole = QRect(beside, 0, self.width() - 16 - beside, self.height())
        return QRect(beside, 0, self.undo.x() - 12 - beside, self.height()), whole

    def show_overview(self, now: Overview, online: bool) -> None:
        tone = now.tone if online else "danger"
        words = {
            "good": translate("TopBar", "연결됨"),
            "warning": translate("TopBar", "확인 필요"),
            "danger": translate("TopBar", "연결 안 됨"),
        }
        if now.total:
            short = translate("TopBar", "{good}/{total} 채널").format(good=now.good, total=now.total)
            self.lamp.set_state(f"{words.get(tone, '')}  {short}".strip(), tone)
        else:
            off = translate("TopBar", "채널 꺼짐") if now.switched_off else translate("TopBar", "채널 없음")
            self.lamp.set_state(off, "")

    def _show_undo(self) -> None:
        last = self._bridge.undo.last()
        self.undo.setEnabled(self._bridge.undo.can_undo())
        key = shown(self._bridge.commands.key("app.undo"))
        name = translate("TopBar", "실행 취소")
        self.undo.setToolTip(f"{name} ({key}): {last.text}" if last else f"{name} ({key})")
        self.undo.setAccessibleDescription(last.text if last else "")

    def _show_person(self, name: str) -> None:
        if name != "user":
            return
        who = self._bridge.who
        if who is None or not who.role:
            self.person.setText(self._bridge.user)
            self.person.setToolTip("")
            return
        self.person.setText(f"{who.name or who.user} · {rights.role_word(who.role)}")
        self.person.setToolTip(rights.role_sentence(who.role))


class StatusBar(QFrame):
    """Channels, last collection, outbox and what runs now. Every number leads to what it counts."""

    channels_wanted = Signal()
    outbox_wanted = Signal()
    due_wanted = Signal(str)  # the ``Filter.due`` that the number stands for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "statusbar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self.lamp = Lamp(translate("StatusBar", "업무공간을 여는 중"), "", self, elided=True)
        row.addWidget(self.lamp)
        self.channels = Button(translate("StatusBar", "채널 보기"), self, kind="status")
        self.channels.clicked.connect(lambda: self.channels_wanted.emit())
        row.addWidget(self.channels)
        self.collected = label("", "meta", self)
        row.addWidget(self.collected)
        self.outbox = Button(translate("StatusBar", "보낼 답변 없음"), self, kind="status", icon="send")
        self.outbox.clicked.connect(lambda: self.outbox_wanted.emit())
        self.outbox.hide()
        row.addWidget(self.outbox)
        self.due = Button(translate("StatusBar", "기한 지남 없음"), self, kind="status", icon="clock")
        self.due.clicked.connect(lambda: self.due_wanted.emit(self._due))
        self._due = ""
        self.due.hide()
        row.addWidget(self.due)
        self.added: list[QWidget] = []
        self.work = ElidedLabel("", "meta", self)
        row.addWidget(self.work, 1)
        self.place = label("", "meta", self)
        row.addWidget(self.place)
        theme().changed.connect(self._resize)
        self._resize()

    def add(self, widget: QWidget) -> None:
        """Room for what other parts count, beside the outbox."""
        self.added.append(widget)
        self.layout().insertWidget(self.layout().indexOf(self.work), widget)  # type: ignore[attr-defined]

    def show_overview(self, now: Overview) -> None:
        self.lamp.set_state(overview.lamp_text(now), now.tone)
        self.collected.setText(overview.collected_text(now))
        for button, text in ((self.outbox, overview.outbox_text(now)), (self.due, overview.due_text(now))):
            button.setText(text)
            button.setVisible(bool(text))
        self._due = "late" if now.late else "soon"
        self.due.set_icon("circle-alert" if now.late else "clock")

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """The state of the channels is said whole before the time of the last round."""
        shown = [part for part in (self.outbox, self.due, *self.added) if not part.isHidden()]
        taken = sum(p.sizeHint().width() + 8 for p in (self.lamp, self.channels, *shown, self.collected)) + 24
        if self.collected.isHidden() != (taken > self.width()):
            self.collected.setVisible(taken <= self.width())

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(tokens.STATUS_BAR_HEIGHT + 2))
