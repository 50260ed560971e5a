"""부서 메일: the mailbox that letters leave from, letters that need attention, mails that were not believed.

A page of the channels screen. Owns what is on show; what is done is in ``acts.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import fmt
from desktop.ui.department_mail.acts import MailActs
from desktop.ui.department_mail.letters_page import LettersPage
from desktop.ui.department_mail.refused_page import RefusedPage
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import label, restyle
from desktop.ui.widgets.soon import Reading

translate = QCoreApplication.translate

AGAIN_MS = 300
REMIND_HOURS = (0, 4, 8, 24, 48, 72)
BY_ITSELF = 0


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the page shows, read in one go."""

    settings: Any
    mailboxes: Sequence[Any]
    mailbox: Any
    counts: Any
    letters: Sequence[Any]
    refused: Sequence[Any]


class DepartmentMailPanel(QWidget):
    """``counted`` tells how many things ask for attention."""

    counted = Signal(int)

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._reading = Reading(bridge, self._load, "department mail")
        self._filling = False
        self._loaded: Loaded | None = None
        self.acts = MailActs(bridge, self)
        self._timer = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._timer.timeout.connect(self.reload)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._settings())
        layout.addWidget(self._banner())
        layout.addLayout(self._choices())
        self.letters = LettersPage(bridge, self.acts, self)
        self.refused = RefusedPage(bridge, self.acts, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.letters)
        self.pages.addWidget(self.refused)
        layout.addWidget(self.pages, 1)
        self.show_page("letters")
        bridge.changed.connect(self._changed)

    def _settings(self) -> QWidget:
        holder = QWidget(self)
        flow = Flow(holder, spacing=12)
        self.mailbox = QComboBox(holder)
        self.remind = QComboBox(holder)
        for text, box in (
            (translate("DepartmentMail", "보내는 메일함"), self.mailbox),
            (translate("DepartmentMail", "기한 안내 메일"), self.remind),
        ):
            pair = QWidget(holder)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            name = label(text, "name", pair)
            name.setBuddy(box)
            box.setAccessibleName(text)
            box.setMinimumWidth(theme().px(180))
            row.addWidget(name)
            row.addWidget(box)
            flow.addWidget(pair)
            box.activated.connect(self._settings_chosen)
        return holder

    def _banner(self) -> QWidget:
        self.banner = QFrame(self)
        self.banner.setProperty("kind", "banner")
        self.banner.setProperty("tone", "warning")
        row = QHBoxLayout(self.banner)
        row.setContentsMargins(12, 6, 8, 6)
        self.problem = label("", "", self.banner, wrap=True)
        row.addWidget(self.problem, 1)
        self.banner.hide()
        return self.banner

    def _choices(self) -> QHBoxLayout:
        self.choice = Segments(
            translate("DepartmentMail", "부서 메일"),
            [
                ("letters", translate("DepartmentMail", "보내는 메일")),
                ("refused", translate("DepartmentMail", "믿지 않은 회신")),
            ],
            self,
        )
        self.choice.chosen.connect(self.show_page)
        self.all = Button(translate("DepartmentMail", "끝난 것도 보기"), self, kind="chip")
        self.all.setCheckable(True)
        self.all.toggled.connect(lambda _: self.reload())
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        row.addWidget(self.all)
        return row

    # --- what is shown --------------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        """ "letters" or "refused"."""
        self.choice.set_value(name)
        self.pages.setCurrentWidget(self.refused if name == "refused" else self.letters)

    def activate(self) -> None:
        """The page has come to the front."""
        self.reload()
        page = self.pages.currentWidget()
        if isinstance(page, LettersPage | RefusedPage):
            page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        self._reading.ask()

    async def _load(self) -> None:
        self._show(await self._bridge.read(_read, self.all.isChecked()))

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._filling = True
        self._fill_settings(loaded)
        self._filling = False
        names = {"letters": loaded.counts.waiting + loaded.counts.failed, "refused": loaded.counts.refused}
        for value, count in names.items():
            text = {
                "letters": translate("DepartmentMail", "보내는 메일"),
                "refused": translate("DepartmentMail", "믿지 않은 회신"),
            }[value]
            self.choice.set_text(value, f"{text} {fmt.number(count)}" if count else text)
        self.letters.show_rows(loaded.letters)
        self.refused.show_rows(loaded.refused)
        self.counted.emit(loaded.counts.failed + loaded.counts.refused)

    def _fill_settings(self, loaded: Loaded) -> None:
        allowed = self._bridge.may("mail.settings")
        alone = len(loaded.mailboxes) == 1 and loaded.settings.channel_id is None
        self.mailbox.clear()
        by_itself = translate("DepartmentMail", "저절로 정하기")
        self.mailbox.addItem(f"{by_itself} ({loaded.mailboxes[0].name})" if alone else by_itself, BY_ITSELF)
        for box in loaded.mailboxes:
            self.mailbox.addItem(f"{box.name} · {box.handle}" if box.handle else box.name, box.channel_id)
        self.mailbox.setCurrentIndex(max(self.mailbox.findData(loaded.settings.channel_id or BY_ITSELF), 0))
        self.mailbox.setEnabled(allowed and bool(loaded.mailboxes))
        self.remind.clear()
        for hours in sorted({*REMIND_HOURS, loaded.settings.remind_hours}):
            text = translate("DepartmentMail", "기한 {hours}시간 전").format(hours=fmt.number(hours))
            self.remind.addItem(text if hours else translate("DepartmentMail", "보내지 않음"), hours)
        self.remind.setCurrentIndex(max(self.remind.findData(loaded.settings.remind_hours), 0))
        self.remind.setEnabled(allowed)
        problem = ""
        if not loaded.mailboxes:
            problem = translate(
                "DepartmentMail",
                "로그인한 메일 채널이 없습니다. 메일 채널을 추가하면 부서로 메일을 보냅니다.",
            )
        elif loaded.mailbox is None:
            problem = translate(
                "DepartmentMail", "메일 채널이 여럿입니다. 부서 메일을 보낼 메일함을 골라 주세요."
            )
        self.problem.setText(problem)
        self.banner.setAccessibleName(problem)
        self.banner.setVisible(bool(problem))
        restyle(self.banner)

    def _settings_chosen(self, _place: int) -> None:
        if self._filling or self._loaded is None:
            return
        channel_id = int(self.mailbox.currentData()) or None
        hours = int(self.remind.currentData())
        now = self._loaded.settings
        if (channel_id, hours) != (now.channel_id, now.remind_hours):
            self.acts.save_settings(channel_id, hours, self.reload)

    def _changed(self, changes: Any) -> None:
        if self.isVisible() and ("department-mail" in changes.others or changes.channels):
            if not self._timer.isActive():
                self._timer.start()


def _read(everything: bool) -> Loaded:
    """For a reader thread."""
    from desktop.models.forwarding_mail import lists, settings

    states = (*lists.ATTENTION, "sent", "cancelled") if everything else lists.ATTENTION
    letters = sorted(lists.letter_rows(states), key=lambda row: row.state != "failed")
    return Loaded(
        settings.get_settings(), settings.mailboxes(), settings.mailbox(), lists.counts(),
        letters, lists.refused_rows(include_done=everything),
    )  # fmt: skip
