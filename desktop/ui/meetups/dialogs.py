"""The questions of the meet-up screen: a meet-up itself, a guest by telephone, the seed, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.models import cases, templates
from desktop.models.meetups import drawing, guests, planning, rows
from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog, Scrolled, field
from desktop.ui.theme.style import theme
from desktop.ui.widgets.chips import Chip, Flow
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.moments import moment_field, moment_of
from desktop.ui.widgets.numbers import NumberBox

translate = QCoreApplication.translate

DAY_MS = 86_400_000


def next_evening(now_ms: int) -> int:
    """A week from now at half past six: when people come from work."""
    day = fmt.local(now_ms + 7 * DAY_MS)
    return round(day.replace(hour=18, minute=30, second=0, microsecond=0).timestamp() * 1000)


class MeetupDialog(Dialog):
    """Makes a meet-up from posts, or changes one. ``saved`` gives its id."""

    saved = Signal(int)

    def __init__(
        self, bridge: Any, parent: QWidget | None, *, meetup: Any = None, post_ids: Sequence[int] = (),
        words: Sequence[str] = (), usual: tuple[str, str] = ("", ""),
    ) -> None:  # fmt: skip
        title = translate("Meetups", "번개팅 고치기") if meetup else translate("Meetups", "번개팅 만들기")
        super().__init__(title, bridge, parent, width=640)
        self._meetup, self._post_ids = meetup, list(post_ids)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(2, 2, 12, 2)
        column.setSpacing(10)
        self.theme = QLineEdit(meetup.theme if meetup else " ".join(words[:2]), self)
        self.theme.setMaxLength(planning.LONGEST_THEME)
        column.addWidget(field(translate("Meetups", "주제"), self.theme))
        if words:
            column.addWidget(self._proposals(words))
        self.place = QLineEdit(meetup.place if meetup else "", self)
        self.place.setMaxLength(planning.LONGEST_PLACE)
        column.addWidget(field(translate("Meetups", "장소"), self.place))
        at_ms = meetup.at_ms if meetup else next_evening(fmt.now_ms())
        self.at = moment_field(at_ms, self)
        self.minutes = NumberBox(1, planning.LONGEST_MINUTES, self)
        self.minutes.setSingleStep(10)
        self.minutes.setValue(meetup.minutes if meetup else 90)
        self.minutes.setSuffix(translate("Meetups", "분"))
        self.seats = NumberBox(1, planning.MOST_SEATS, self)
        self.seats.setValue(meetup.seats if meetup else 20)
        self.seats.setSuffix(translate("Meetups", "명"))
        self.until = moment_field((meetup and meetup.sign_up_until_ms) or at_ms - 2 * DAY_MS, self)
        when = field(translate("Meetups", "일시"), self.at)
        until = field(translate("Meetups", "신청 기한"), self.until)
        for left, right in (
            (when, field(translate("Meetups", "시간"), self.minutes)),
            (until, field(translate("Meetups", "정원"), self.seats)),
        ):
            row = QHBoxLayout()
            row.addWidget(left, 3)
            row.addWidget(right, 2)
            column.addLayout(row)
        self.at.dateTimeChanged.connect(self._moved)
        self._before = at_ms
        names = ("이름", "주제", "일시", "시간", "장소", "정원", "신청기한")
        hint = translate("Meetups", "자리: {places}").format(places=" ".join(f"{{{name}}}" for name in names))
        self.invitation = PreeditTextEdit(translate("Meetups", "초대 글"), self)
        self.invitation.setPlainText(meetup.invitation if meetup else usual[0])
        self.invitation.setMinimumHeight(theme().px(120))
        column.addWidget(field(translate("Meetups", "초대 글"), self.invitation, hint))
        self.short = PreeditTextEdit(translate("Meetups", "짧은 초대 글"), self)
        self.short.setPlainText(meetup.short_invitation if meetup else usual[1])
        self.short.setMinimumHeight(theme().px(64))
        column.addWidget(
            field(translate("Meetups", "짧은 초대 글"), self.short,
                  translate("Meetups", "글자 수가 적은 채널에는 이 글을 보냅니다."))
        )  # fmt: skip
        self.body.addWidget(Scrolled(content, self), 1)
        self.add_cancel()
        text = translate("Meetups", "고친 것 저장하기") if meetup else translate("Meetups", "번개팅 만들기")
        self.button = self.add_button(text, "primary")
        self.button.clicked.connect(lambda: self.save())
        self.theme.setFocus(Qt.FocusReason.OtherFocusReason)

    def _proposals(self, words: Sequence[str]) -> QWidget:
        """Words that the posts share: each can be taken into the theme."""
        holder = QWidget(self)
        flow = Flow(holder, spacing=6)
        flow.addWidget(label(translate("Meetups", "글에 함께 나온 말"), "meta", holder))
        for word in words:
            chip = Chip(word, holder)
            chip.setCheckable(False)
            chip.clicked.connect(lambda _=False, word=word: self._take_word(word))
            flow.addWidget(chip)
        return holder

    def _take_word(self, word: str) -> None:
        text = take_text(self.theme).strip()
        if word not in text.split():
            self.theme.setText(f"{text} {word}".strip())

    def _moved(self) -> None:
        """Sign-up ends as long before the meet-up as it did, as long as nobody chose otherwise."""
        now = moment_of(self.at)
        if self.until.dateTime().toMSecsSinceEpoch() > now or now != self._before:
            shift = now - self._before
            self.until.setDateTime(self.until.dateTime().addMSecs(shift))
        self._before = now

    def save(self) -> None:
        if self._task is not None:
            return
        values = {
            "theme": take_text(self.theme),
            "place": take_text(self.place),
            "at_ms": moment_of(self.at),
            "minutes": self.minutes.value(),
            "seats": self.seats.value(),
            "sign_up_until_ms": moment_of(self.until),
            "invitation": take_text(self.invitation),
            "short_invitation": take_text(self.short),
        }
        self.fail("")
        self.work(self._save(values))

    async def _save(self, values: dict[str, Any]) -> None:
        step = cases.new_step()
        if self._meetup is None:
            number = await self.bridge.write(
                planning.add_meetup, post_ids=self._post_ids, step=step, **values
            )
            said = translate("Meetups", "「{theme}」 번개팅을 만들었습니다")
        else:
            number = self._meetup.id
            await self.bridge.write(planning.edit_meetup, number, step=step, **values)
            said = translate("Meetups", "「{theme}」 번개팅을 고쳤습니다")
        self.bridge.did(said.format(theme=values["theme"].strip()), step)
        self.saved.emit(number)
        self.accept()


class GuestDialog(Dialog):
    """Somebody who called, wrote a letter or came by."""

    def __init__(self, bridge: Any, parent: QWidget | None, meetup: Any) -> None:
        super().__init__(translate("Meetups", "신청 적기"), bridge, parent, width=460)
        self._meetup = meetup
        self.name = QLineEdit(self)
        self.name.setMaxLength(guests.LONGEST_NAME)
        self.body.addWidget(field(translate("Meetups", "이름"), self.name))
        self.contact = QLineEdit(self)
        self.contact.setMaxLength(guests.LONGEST_CONTACT)
        self.body.addWidget(
            field(translate("Meetups", "연락처"), self.contact,
                  translate("Meetups", "결과를 알릴 때만 씁니다. 명단에는 가려서 찍습니다."))
        )  # fmt: skip
        self.add_cancel()
        button = self.add_button(translate("Meetups", "신청 적기"), "primary")
        button.clicked.connect(lambda: self.save())

    def save(self) -> None:
        if self._task is None:
            self.fail("")
            self.work(self._save(take_text(self.name).strip(), take_text(self.contact).strip()))

    async def _save(self, name: str, contact: str) -> None:
        step = cases.new_step()
        await self.bridge.write(guests.sign_up, self._meetup.id, name=name, contact=contact, step=step)
        self.bridge.did(translate("Meetups", "{name} 님의 신청을 적었습니다").format(name=name), step)
        self.accept()


class SeedDialog(Dialog):
    """The seed of the lottery, shown and fixed before the draw."""

    def __init__(self, bridge: Any, parent: QWidget | None, meetup: Any, tickets: Sequence[str]) -> None:
        super().__init__(translate("Meetups", "추첨 씨앗 공개"), bridge, parent, width=560)
        self._meetup = meetup
        text = translate(
            "Meetups",
            "씨앗을 공개하면 신청 명단이 닫힙니다. 그 뒤에 신청하는 사람은 대기자의 끝에 섭니다. "
            "누구나 씨앗과 신청 번호로 추첨을 다시 계산할 수 있습니다.",
        )
        self.body.addWidget(label(text, "", self, wrap=True))
        self.seed = QLineEdit(self)
        self.seed.setMaxLength(drawing.LONGEST_SEED)
        hint = translate("Meetups", "미리 알 수 없는 공개된 값이 좋습니다. 예: 다음 로또 당첨 번호")
        self.body.addWidget(field(translate("Meetups", "씨앗"), self.seed, hint))
        several = translate("Meetups", "신청 {n}건 · 명단 확인값 {digest}").format(
            n=fmt.number(len(tickets)), digest=drawing.list_digest(tickets)
        )
        self.body.addWidget(label(several, "meta", self, wrap=True))
        self.add_cancel()
        chance = self.add_button(translate("Meetups", "무작위로 만들기"))
        chance.clicked.connect(lambda: self.seed.setText(drawing.random_seed()))
        button = self.add_button(translate("Meetups", "씨앗 공개하기"), "primary")
        button.clicked.connect(lambda: self.save())

    def save(self) -> None:
        if self._task is None:
            self.fail("")
            self.work(self._save(take_text(self.seed)))

    async def _save(self, seed: str) -> None:
        step = cases.new_step()
        fixed = await self.bridge.write(drawing.fix_seed, self._meetup.id, seed, step=step)
        self.bridge.did(translate("Meetups", "씨앗을 공개했습니다: {seed}").format(seed=fixed), step)
        self.accept()


class WordsDialog(Dialog):
    """What somebody said at the meet-up, and who. ``written`` gives (guest or None, the words); whoever asked
    stores it."""

    written = Signal(object, str)

    def __init__(
        self, bridge: Any, parent: QWidget | None, title: str, hint: str, act: str, people: Sequence[Any],
        chosen: Any = None,
    ) -> None:  # fmt: skip
        super().__init__(title, bridge, parent, width=520)
        self.who = QComboBox(self)
        names = [guest.name for guest in people if guest is not None]
        for guest in people:
            name = guest.name if guest is not None else translate("Meetups", "이름 없이")
            if guest is not None and names.count(name) > 1 and guest.ticket:
                name = f"{name} · {guest.ticket}"  # the number tells namesakes apart, as in the list
            self.who.addItem(name, guest)
        for place, guest in enumerate(people):
            if guest is not None and chosen is not None and guest.id == chosen.id:
                self.who.setCurrentIndex(place)
        self.who.view().setAccessibleName(translate("Meetups", "누가 한 말"))
        self.body.addWidget(field(translate("Meetups", "누가 한 말"), self.who))
        self.text = PreeditTextEdit(title, self)
        self.text.setMinimumHeight(theme().px(110))
        self.body.addWidget(field(translate("Meetups", "나온 말"), self.text, hint))
        self.add_cancel()
        button = self.add_button(act, "primary")
        button.setToolTip("Ctrl+Enter")
        button.setShortcut("Ctrl+Return")
        button.clicked.connect(lambda: self.save())
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        text = take_text(self.text).strip()
        if text:
            self.written.emit(self.who.currentData(), text)
            self.accept()


class ChooseDialog(Dialog):
    """번개팅에 넣기: which meet-up posts are put into, or a new one."""

    def __init__(
        self, bridge: Any, parent: QWidget | None, post_ids: Sequence[int], choices: Sequence[Any],
        words: Sequence[str], usual: tuple[str, str],
    ) -> None:  # fmt: skip
        super().__init__(translate("Meetups", "번개팅에 넣기"), bridge, parent, width=480)
        self._post_ids, self._words, self._usual = list(post_ids), list(words), usual
        self.box = QComboBox(self)
        for row in choices:
            day = fmt.date(row.at_ms, year=False)
            self.box.addItem(f"{row.theme} · {day}", row.id)
        self.box.addItem(translate("Meetups", "새 번개팅 만들기"), 0)
        text = translate("Meetups", "글 {n}건을 넣을 번개팅").format(n=fmt.number(len(post_ids)))
        self.box.view().setAccessibleName(text)
        self.body.addWidget(field(text, self.box))
        self.add_cancel()
        self.button = self.add_button(translate("Meetups", "번개팅에 넣기"), "primary")
        self.button.clicked.connect(lambda: self.save())
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        if self._task is not None:
            return
        number = int(self.box.currentData())
        if number:
            self.fail("")
            self.work(put_in(self.bridge, number, self._post_ids, then=self.accept))
            return
        parent = self.parentWidget()
        self.accept()
        MeetupDialog(
            self.bridge, parent, post_ids=self._post_ids, words=self._words, usual=self._usual
        ).open()


async def put_in(bridge: Any, meetup_id: int, post_ids: Sequence[int], then: Any = None) -> None:
    """Put posts into a meet-up and say so."""
    step = cases.new_step()
    count = await bridge.write(planning.add_posts, meetup_id, post_ids, step=step)
    row = await bridge.read(rows.get_meetup, meetup_id)
    if count:
        text = translate("Meetups", "글 {n}건을 「{theme}」 번개팅에 넣었습니다")
        bridge.did(text.format(n=fmt.number(count), theme=row.theme), step)
    else:
        text = translate("Meetups", "이미 「{theme}」 번개팅에 있는 글입니다")
        bridge.toast(text.format(theme=row.theme))
    if then is not None:
        then()


async def choose(bridge: Any, parent: QWidget, post_ids: Sequence[int]) -> None:
    """Ask which meet-up these posts go into."""
    choices, words, usual = await bridge.read(_what_there_is, list(post_ids))
    if choices:
        ChooseDialog(bridge, parent, post_ids, choices, words, usual).open()
    else:
        MeetupDialog(bridge, parent, post_ids=post_ids, words=words, usual=usual).open()


async def make(bridge: Any, parent: QWidget) -> MeetupDialog:
    """A meet-up without posts."""
    _, _, usual = await bridge.read(_what_there_is, [])
    dialog = MeetupDialog(bridge, parent, usual=usual)
    dialog.open()
    return dialog


def _what_there_is(post_ids: list[int]) -> tuple[list[Any], list[str], tuple[str, str]]:
    """For a reader thread."""
    from desktop.models.current import database
    from desktop.models.meetups import themes
    from desktop.models.sql import rows_in

    found = rows_in(database, "SELECT coalesce(preview, text) FROM post WHERE id IN (%s)", post_ids)
    texts = [templates.of_kind(kind) for kind in ("invitation", "invitation-short")]
    usual = (texts[0].text if texts[0] else "", texts[1].text if texts[1] else "")
    return rows.choosable(), themes.common_words([row[0] for row in found]), usual
