"""The top of the detail pane: who wrote where and when, how the case stands, and what can be done with it.

Owns the look of these lines and the menu. It must not know how anything is done: wishes go out as signals.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from connectors.base import Action
from desktop.ui import fmt, i18n, rights
from desktop.ui.channels.names import network_name
from desktop.ui.detail.answer_form import keep_room
from desktop.ui.detail.links import web_url
from desktop.ui.detail.rules import capabilities
from desktop.ui.detail.thread_html import at, state_words
from desktop.ui.detail.words import status_word, track_word
from desktop.ui.rights import Guard
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import ElidedLabel, tag

translate = QCoreApplication.translate

LOOKED_FOR = (Action.HIDE, Action.TRASH, Action.LIKE, Action.DELETE)
"""What people look for in the menu; where it is missing there, it says why. All else is in 할 수 있는 일."""

RIGHT_OF_ACT = {
    **dict.fromkeys(("star", "done", "read", "new", "take_apart"), "case.sort"),
    **dict.fromkeys((action.value for action in Action if not action.has_text), "post.moderate"),
    Action.LIKE.value: "reply.write",
    "unmask": "case.unmask",
}
"""What an entry of the menu needs."""

TRACK_KEYS = (("1", "forward"), ("2", "idea"), ("3", "opinion"))


class Header(QWidget):
    """``act`` names a wish: star, done, copy, read, new, take_apart, approve, hide, trash."""

    original = Signal(str)
    track = Signal(str)
    act = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Any = None
        self._channel: Any = None
        self._case_size = 0
        self._bridge: Any = None
        self._icon = QLabel(self)
        self.author = ElidedLabel("", "section", self)
        self.more_button = IconButton("ellipsis", translate("Detail", "더 보기"), self)
        self.more_button.clicked.connect(lambda: self._open_menu())
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._icon)
        top.addWidget(self.author, 1)
        self.lines_button = Button("", self, kind="quiet", icon="chevron-down")
        self.lines_button.hide()
        top.addWidget(self.lines_button)
        top.addWidget(self.more_button)
        self.where = ElidedLabel("", "meta", self)
        self._tags_box = QWidget(self)
        self._tags = Flow(self._tags_box, spacing=6)
        self._buttons_box = QWidget(self)
        buttons = Flow(self._buttons_box, spacing=6)
        self.original_button = Button(
            translate("Detail", "원문 보기"), self._buttons_box, icon="external-link", key="O"
        )
        self.original_button.clicked.connect(lambda: self.original.emit(self._row.url if self._row else ""))
        buttons.addWidget(self.original_button)
        self._tracks = QWidget(self._buttons_box)
        self._tracks.setAccessibleName(translate("Detail", "처리 구분"))
        tracks = QHBoxLayout(self._tracks)
        tracks.setContentsMargins(0, 0, 0, 0)
        tracks.setSpacing(0)
        self.track_buttons: dict[str, Button] = {}
        for key, track in TRACK_KEYS:
            button = Button(f"{key} {track_word(track)}", self._tracks, kind="segment")
            button.setProperty("place", {"forward": "first", "opinion": "last"}.get(track, "middle"))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, track=track: self._track_clicked(track))
            tracks.addWidget(button)
            self.track_buttons[track] = button
        buttons.addWidget(self._tracks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.where)
        layout.addWidget(self._tags_box)
        layout.addWidget(self._buttons_box)
        theme().changed.connect(self._tint)

    def guard(self, bridge: Any) -> None:
        """Offer sorting only to those who may sort."""
        self._bridge = bridge
        for button in self.track_buttons.values():
            Guard(bridge, button, "case.sort")

    def show_row(self, row: Any, channel: Any, case_size: int, department: str = "") -> None:
        """Show a post; ``department`` is the name of the department that has its case."""
        self._row, self._channel, self._case_size = row, channel, case_size
        self.show_author(row)
        time = fmt.full(row.created_ms)
        if not row.dated:
            time = translate("Detail", "{time}에 처음 봄").format(time=time)
        network = network_name(row.network)
        self.where.setText(f"{row.channel_name} · {network} · {time}")
        self._show_tags(row, department)
        sortable = row.case_id is not None
        self._tracks.setVisible(sortable)
        for track, button in self.track_buttons.items():
            button.setChecked(row.track == track)
        usable = web_url(row.url) is not None
        self.original_button.setEnabled(usable)
        self.original_button.setToolTip(
            f"{row.url} (O)" if usable else translate("Detail", "이 글에는 열 수 있는 주소가 없습니다")
        )
        self._tint()

    def show_author(self, row: Any) -> None:
        """Who wrote it, as hidden or as revealed."""
        name = row.author_name or translate("Detail", "이름 없음")
        self.author.setText(f"{name}  {at(row.handle)}" if row.handle else name)

    def show_folded(self, lines: int) -> None:
        """Offer the lines about the case that were put away."""
        text = translate("Detail", "{n}줄 더 보기").format(n=fmt.number(lines))
        self.lines_button.setText(text)
        self.lines_button.setToolTip(translate("Detail", "이 건의 약속, 회의, 번개팅도 봅니다"))
        self.lines_button.setVisible(lines > 0)

    def _show_tags(self, row: Any, department: str) -> None:
        self._tags.clear()
        words: list[tuple[str, str]] = []
        nobody = translate("Detail", "부서 미정")
        if row.case_id is not None:
            word = track_word(row.track)
            if row.track == "forward":
                word = f"{word} · {department or nobody}"
            words.append((word, row.track if row.track in ("forward", "idea", "opinion") else ""))
            words.append((status_word(row.status), "good" if row.status != "open" else ""))
        tones = {"own": "good", "warn": "warning", "plain": ""}
        words += [(word, tones[kind]) for word, kind in state_words(row)]
        if row.starred:
            words.append((translate("Detail", "별표"), "warning"))
        if row.repost_count:
            words.append((translate("Detail", "공유 {n}번").format(n=fmt.number(row.repost_count)), ""))
        if self._case_size > 1:
            words.append((translate("Detail", "묶인 글 {n}개").format(n=fmt.number(self._case_size)), ""))
        for word, tone in words:
            self._tags.addWidget(tag(word, tone, self._tags_box))
        self._tags_box.setVisible(bool(words))
        self._tags_box.setAccessibleName(", ".join(word for word, _ in words))
        self._tags_box.updateGeometry()

    def _track_clicked(self, track: str) -> None:
        # The button shows what is stored, not what was wished for: the move itself will set it.
        if self._row is not None:
            self.track_buttons[track].setChecked(self._row.track == track)
        self.track.emit(track)

    def menu(self) -> QMenu:
        """The menu of ⋯ for the post on show."""
        menu = QMenu(self)
        menu.setAccessibleName(translate("Detail", "더 보기"))
        menu.setToolTipsVisible(True)
        row = self._row
        if row is None:
            return menu

        def add(name: str, text: str) -> QAction:
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda: self.act.emit(name))
            rights.mark(action, self._bridge, RIGHT_OF_ACT.get(name, ""))
            return action

        if row.case_id is not None:
            star = (
                translate("Detail", "별표 떼기 (S)") if row.starred else translate("Detail", "별표 달기 (S)")
            )
            add("star", star)
            if row.status == "done":
                add("done", translate("Detail", "다시 열기 (E)"))
            else:
                add("done", translate("Detail", "처리 완료로 바꾸기 (E)"))
            add("read", translate("Detail", "읽지 않은 글로 두기 (U)"))
            if row.track != "new":
                add("new", translate("Detail", "미분류로 되돌리기 (0)"))
            if self._case_size > 1:
                add("take_apart", translate("Detail", "이 글을 묶음에서 떼어 내기"))
        if not row.own:
            add("unmask", translate("Detail", "가린 정보 보기·다시 가리기 (Alt+U)"))
        if web_url(row.url) is not None:
            add("copy", translate("Detail", "주소 복사 (C)"))
        self._add_channel_acts(menu, add)
        return menu

    def _add_channel_acts(self, menu: QMenu, add: Callable[[str, str], QAction]) -> None:
        """What can be done with the post on its network; what cannot, and somebody might look for, is there
        with the reason."""
        words = {
            Action.APPROVE: translate("Detail", "채널에서 승인하기"),
            Action.HOLD: translate("Detail", "채널에서 승인 대기로 돌리기"),
            Action.REJECT: translate("Detail", "채널에서 거절하기"),
            Action.HIDE: translate("Detail", "채널에서 숨기기"),
            Action.UNHIDE: translate("Detail", "채널에서 다시 보이기"),
            Action.TRASH: translate("Detail", "채널의 휴지통으로 옮기기"),
            Action.LIKE: translate("Detail", "채널에서 공감하기"),
            Action.DELETE: translate("Detail", "채널에서 이 답변 지우기"),
        }
        fitting = [action for action in words if self._fits(action)]
        if fitting:
            menu.addSeparator()
            menu.setToolTipsVisible(True)
        for action in fitting:
            why = self._why_not(action)
            if why is None:
                continue
            entry = add(action.value, words[action])
            if why:
                entry.setText(translate("Detail", "{act} (안 됨)").format(act=words[action]))
                entry.setEnabled(False)
                entry.setToolTip(why)
                entry.setStatusTip(why)

    def _fits(self, action: Action) -> bool:
        """Whether the post is in a state in which the action means something."""
        row, channel = self._row, self._channel
        if channel is None or channel.removed_ms is not None or row.deleted_ms is not None:
            return False
        if channel.account_id is None or row.own:
            return action is Action.DELETE and bool(row.own) and channel.account_id is not None
        states = {
            Action.APPROVE: row.state in ("held", "spam")
            or (row.state == "hidden" and not capabilities(channel).unhide),
            Action.REJECT: row.state == "held",
            Action.HOLD: row.state == "published",
            Action.HIDE: row.state == "published",
            Action.UNHIDE: row.state == "hidden",
            Action.DELETE: False,
        }
        return bool(states.get(action, True))

    def _why_not(self, action: Action) -> str | None:
        """ "" where the channel can do it; else its reason, or None where it gives none."""
        can = capabilities(self._channel)
        if can.allows(action):
            return ""
        missed = action in LOOKED_FOR and action in can.why_not
        return i18n.own_half(can.why_not[action]) if missed else None

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _tint(self) -> None:
        keep_room(list(self.track_buttons.values()))
        if self._row is None:
            return
        side = theme().px(20)
        name = icons.network_icon(self._row.network)
        self._icon.setPixmap(icons.pixmap(name, theme().tokens.subtle, side))
        self._icon.setAccessibleName(network_name(self._row.network))
