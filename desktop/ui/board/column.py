"""One column of the board: header with icon, count and oldest age, the pill, and the list of cards."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import fmt
from desktop.ui.keys import shown
from desktop.ui.lists.emptiness import Emptiness, Words
from desktop.ui.lists.facts import Facts
from desktop.ui.lists.live import LiveList
from desktop.ui.lists.model import CardModel
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import track_words
from desktop.ui.lists.sources import cases_by_id
from desktop.ui.lists.view import CardView
from desktop.ui.rights import Guard
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.chips import Pill
from desktop.ui.widgets.labels import ElidedLabel, label

translate = QCoreApplication.translate


class Column(QFrame):
    """The cases on one track; ``order_wanted`` asks for the other order."""

    order_wanted = Signal()

    def __init__(self, bridge: Any, track: str, paints: Paints, facts: Facts, parent: QWidget) -> None:
        super().__init__(parent)
        self.track = track
        self.narrowed = False
        self.by_due = False
        self._bridge, self._facts = bridge, facts
        self._count = 0
        self._oldest_ms: int | None = None
        self._narrow = False
        self.setProperty("kind", "column")
        self.setObjectName(f"column-{track}")
        word = track_words()[track]
        self._word = word
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 8, 1, 1)
        whole.setSpacing(6)
        head = self._head = QHBoxLayout()
        head.setContentsMargins(10, 0, 10, 0)
        head.setSpacing(8)
        self._icon = QLabel(self)
        self._title = label(word, "name", self)
        self.count = label("", "meta", self)
        self.oldest = ElidedLabel("", "meta", self)
        self.oldest.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for part in (self._icon, self._title, self.count):
            head.addWidget(part)
        head.addWidget(self.oldest, 1)
        head.addStretch(0)  # takes what is left where the age is not shown
        self.order = IconButton("clock", "", self)
        self.order.setCheckable(True)
        self.order.clicked.connect(lambda: self.order_wanted.emit())
        self.order.setVisible(track != "new")  # what is not sorted is not due
        self._title.setMinimumHeight(self.order.sizeHint().height())  # all columns begin at one height
        head.addWidget(self.order)
        self.quick: IconButton | None = None
        if track == "opinion":
            self.quick = IconButton("zap", translate("Board", "빠른 답변 열기"), self, key="G Q")
            self.quick.clicked.connect(lambda: bridge.commands.run("quick.open"))
            Guard(bridge, self.quick, "reply.write")
            head.addWidget(self.quick)
        whole.addLayout(head)
        pill_row = QHBoxLayout()
        pill_row.addStretch(1)
        self.pill = Pill(self)
        pill_row.addWidget(self.pill)
        pill_row.addStretch(1)
        whole.addLayout(pill_row)
        self.model = CardModel(bridge, parent=self)
        self.view = CardView(self.model, paints, word, self)
        self.view.setAccessibleIdentifier(f"cards-{track}")
        inner = QHBoxLayout()
        inner.setContentsMargins(9, 0, 4, 2)
        inner.addWidget(self.view)
        whole.addLayout(inner, 1)
        self.live = LiveList(
            self.model, self.view, lambda ids: cases_by_id(ids, facts.names), bridge, parent=self
        )
        self.live.held_changed.connect(self._held)
        self.pill.clicked.connect(lambda: self.live.show_held())
        self.empty = Emptiness(self.view, self._empty_words)
        facts.changed.connect(self.empty.renew)
        theme().changed.connect(self._tint)
        self._tint()
        self.set_by_due(False)
        self._fit_head()

    def set_count(self, count: int, oldest_ms: int | None) -> None:
        """Cases in this column in the database, and when the oldest of them was written. Before they are
        counted no number is shown."""
        self._count, self._oldest_ms = count, oldest_ms
        self.count.setText(fmt.number(count))
        self.renew_age()
        self._fit_head()
        self.view.setAccessibleDescription(translate("Board", "{count}건").format(count=fmt.number(count)))

    def set_by_due(self, by_due: bool) -> None:
        """Say in which order the cards are."""
        self.by_due = by_due
        self.order.setChecked(by_due)
        name = translate("Board", "원래 순서로 보기") if by_due else translate("Board", "기한 순으로 보기")
        self.order.set_name(name, shown(self._bridge.commands.key("column.by_due")))
        self.renew_age()

    def renew_age(self) -> None:
        if self.by_due:
            text = translate("Board", "기한 순")
            self.oldest.set_texts([text], translate("Board", "급한 것부터 보입니다"))
            return
        if self._oldest_ms is None or not self._count:
            self.oldest.setText("")
            return
        text = translate("Board", "가장 오래된 글 {age}").format(age=fmt.age(self._oldest_ms))
        short = translate("Board", "{age} 전").format(age=fmt.age(self._oldest_ms))
        self.oldest.set_texts([text, short, ""], f"{text}, {fmt.full(self._oldest_ms)}")

    def _held(self, count: int) -> None:
        text = translate("Board", "새 글 {count}건 보기 (.)").format(count=fmt.number(count))
        self.pill.set_count(count, text)

    def _empty_words(self) -> Words:
        if self.narrowed:
            return Words(
                translate("Board", "조건에 맞는 글이 없습니다"),
                translate("Board", "조건을 빼거나 다른 말로 찾아 주세요."),
                "list-filter",
            )
        if self.track == "new" and self._facts.known and not self._facts.channels:
            return Words(
                translate("Board", "아직 채널이 없습니다"),
                translate("Board", "채널을 추가하면 시민의 글이 여기에 모입니다."),
                "radio",
                translate("Board", "채널 화면으로 가기"),
                lambda: self._bridge.go.emit("channels"),
            )
        if self.track == "new":
            return Words(
                translate("Board", "미분류 글이 없습니다"),
                translate("Board", "새 글이 들어오면 여기에 바로 나타납니다."),
                "inbox",
            )
        return Words(
            translate("Board", "아직 옮긴 글이 없습니다"),
            translate("Board", "미분류에서 글을 끌어오거나 {key} 키를 누르세요.").format(
                key={"forward": "1", "idea": "2", "opinion": "3"}[self.track]
            ),
            icons.OF_TRACK[self.track],
        )

    def _tint(self) -> None:
        side = theme().px(20)
        color = theme().tokens.track(self.track).icon
        self._icon.setPixmap(icons.pixmap(icons.OF_TRACK[self.track], color, side))
        # The hint of a label counts thin letters.
        self._title.setMinimumWidth(theme().metrics(bold=True).horizontalAdvance(self._word) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(150)
        self._narrow = narrow
        self._fit_head()
        self.oldest.setVisible(not narrow)

    def _fit_head(self) -> None:
        """Name and number of the column are whole. Where there is no room for all, its icon goes first, then
        the buttons: keys and the palette stand for them."""
        parts = [self._icon, self.order, *([self.quick] if self.quick is not None else [])]
        self._icon.setVisible(not self._narrow)
        self.order.setVisible(self.track != "new" and not self._narrow)
        if self.quick is not None:
            self.quick.setVisible(True)
        for part in parts:
            self._head.invalidate()  # asked before it is laid out again
            if not part.isHidden() and self._head.minimumSize().width() > self.width() - 2:
                part.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(170), theme().px(240))
