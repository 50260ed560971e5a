"""Adding a channel in four steps: network, address, sign-in where it is needed, a test read; then it is kept.

Owns the order of the questions. It must not know any network by name: what is asked follows from its entry in
the registry.
"""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import i18n
from desktop.ui.channels.addresses import find_same, read_address
from desktop.ui.channels.dialog import Dialog, Scrolled, field
from desktop.ui.channels.names import in_own_language, network_name
from desktop.ui.channels.options import OptionsForm
from desktop.ui.channels.sign_in import SignInForm, run_sign_in
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.editors import TextLine, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate
log = logging.getLogger(__name__)

NETWORK, ADDRESS, SIGN_IN, RESULT = range(4)
LIST_HEIGHT = 300


def network_hint(network: Any) -> str:
    """What a network is good for, from what it can do."""
    parts = []
    if network.capabilities.reply:
        parts.append(translate("Wizard", "글을 모으고 여기에서 답변합니다"))
    else:
        parts.append(translate("Wizard", "글을 모읍니다. 답변은 원문에서 합니다"))
    if network.capabilities.stream:
        parts.append(translate("Wizard", "새 글이 바로 옵니다"))
    if network.sign_in is not None:
        parts.append(translate("Wizard", "브라우저에서 로그인합니다"))
    return ". ".join(parts)


def reads_without_account(network: Any) -> bool:
    """Whether something public can be read there without signing in: such a network takes a name and a
    password only for what is not public or for answering."""
    return bool(network.sign_in_fields) and network.needs_url and network.sign_in is None


class AddChannel(Dialog):
    """``added`` gives the id of the new channel."""

    added = Signal(int)

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        from connectors import registry

        super().__init__(translate("Wizard", "채널 추가"), bridge, parent, width=560)
        self._networks = [n for n in registry.networks() if n.capabilities.poll]
        self._account_id: int | None = None
        self._kept = False
        self._identity: Any = None
        self._form: SignInForm | None = None
        self._options_of: Any = None
        self.steps = QStackedWidget(self)
        self.body.addWidget(self.steps, 1)
        self.steps.addWidget(self._network_page())
        self.steps.addWidget(Scrolled(self._address_page(), self))
        self._sign_in_page = QWidget(self)
        self._sign_in_layout = QVBoxLayout(self._sign_in_page)
        self._sign_in_layout.setContentsMargins(0, 0, 0, 0)
        self._sign_in_layout.addStretch(1)
        self.steps.addWidget(Scrolled(self._sign_in_page, self))
        self.steps.addWidget(self._result_page())
        self.add_cancel()
        self.back_button = self.add_button(translate("Wizard", "뒤로"))
        self.back_button.clicked.connect(lambda: self._back())
        self.next_button = self.add_button("", "primary")
        self.next_button.setObjectName("wizardNext")
        self.next_button.clicked.connect(lambda: self._next())
        self._go(NETWORK)

    # --- pages ----------------------------------------------------------------------------------------

    def _network_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(translate("Wizard", "어떤 매체의 채널인가요?"), "name", page))
        self.choices = QListWidget(page)
        self.choices.setObjectName("wizardNetworks")
        self.choices.setAccessibleName(translate("Wizard", "매체"))
        self.choices.setUniformItemSizes(True)
        side = theme().px(18)
        for network in self._networks:
            picture = icons.pixmap(icons.network_icon(network.name), theme().tokens.subtle, side)
            item = QListWidgetItem(QIcon(picture), network_name(network.name))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, network_hint(network))
            self.choices.addItem(item)
        self.choices.setMinimumHeight(theme().px(LIST_HEIGHT))
        self.choices.currentRowChanged.connect(lambda _: self._show_hint())
        self.choices.itemDoubleClicked.connect(lambda _: self._next())
        layout.addWidget(self.choices, 1)
        self.hint = label("", "meta", page, wrap=True)
        self.hint.setMinimumHeight(theme().px(40))
        layout.addWidget(self.hint)
        self.choices.setCurrentRow(0)
        return page

    def _show_hint(self) -> None:
        self.hint.setText(network_hint(self.network))

    def _address_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.address = TextLine(page)
        self.address.setPlaceholderText("https://")
        self.address.returnPressed.connect(self._next)
        self.name = TextLine(page)
        self.name.setPlaceholderText(translate("Wizard", "비워 두면 채널이 알려 주는 이름을 씁니다"))
        self.owner = TextLine(page)
        layout.addWidget(field(translate("Wizard", "주소 또는 계정"), self.address))
        self.address_hint = label("", "meta", page, wrap=True)
        layout.addWidget(self.address_hint)
        self.options = OptionsForm(None, {}, page)
        layout.addWidget(self.options)
        layout.addWidget(field(translate("Wizard", "채널 이름"), self.name))
        layout.addWidget(field(translate("Wizard", "담당 부서"), self.owner))
        self.without_account = QCheckBox(translate("Wizard", "로그인하지 않고 공개된 글만 모으기"), page)
        layout.addWidget(self.without_account)
        layout.addStretch(1)
        return page

    def _result_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.result = label("", "name", page, wrap=True)
        self.result_note = label("", "muted", page, wrap=True)
        self.final_name = TextLine(page)
        self.final_name.returnPressed.connect(self._next)
        layout.addWidget(self.result)
        layout.addWidget(self.result_note)
        layout.addWidget(field(translate("Wizard", "채널 이름"), self.final_name))
        layout.addStretch(1)
        return page

    # --- steps ----------------------------------------------------------------------------------------

    @property
    def network(self) -> Any:
        return self._networks[max(self.choices.currentRow(), 0)]

    def _needs_sign_in(self) -> bool:
        network = self.network
        if not network.sign_in_fields and network.sign_in is None:
            return False
        return not (reads_without_account(network) and self.without_account.isChecked())

    def _go(self, step: int) -> None:
        self.fail("")
        self.steps.setCurrentIndex(step)
        network = self.network
        if step == ADDRESS:
            self._ask_address(network)
        if step == SIGN_IN and (self._form is None or self._form.network is not network):
            if self._form is not None:
                self._form.hide()
                self._form.deleteLater()
            self._form = SignInForm(network, parent=self._sign_in_page)
            self._form.submitted.connect(self._next)
            self._sign_in_layout.insertWidget(0, self._form)
            self._form.ways.chosen.connect(lambda _: self._name_next())
        self.back_button.setVisible(step in (ADDRESS, SIGN_IN))
        self._name_next()
        focus: dict[int, QWidget] = {ADDRESS: self.address, RESULT: self.final_name}
        if step == SIGN_IN and self._form is not None:
            focus[SIGN_IN] = self._form.first()
        focus.get(step, self.choices).setFocus(Qt.FocusReason.OtherFocusReason)
        steps = {
            NETWORK: translate("Wizard", "채널 추가: 매체"),
            ADDRESS: translate("Wizard", "채널 추가: {network} 주소").format(
                network=network_name(network.name)
            ),
            SIGN_IN: translate("Wizard", "채널 추가: 로그인"),
            RESULT: translate("Wizard", "채널 추가: 확인"),
        }
        self.heading.setText(steps[step])

    def _ask_address(self, network: Any) -> None:
        hint = in_own_language(network.address_ko, network.address_en)
        self.address_hint.setText(
            hint or translate("Wizard", "피드·홈페이지 주소나 @계정@서버를 붙여 넣어 주세요.")
        )
        self.address.setAccessibleDescription(self.address_hint.text())
        self.address.setPlaceholderText("https://" if network.needs_url else "")
        self.without_account.setVisible(reads_without_account(network))
        if self._options_of is not network:
            self._options_of = network
            # What is only read is public as a rule: a name and a password are the exception there.
            self.without_account.setChecked(not network.capabilities.reply)
            fresh = OptionsForm(network, {}, self.options.parentWidget())
            fresh.submitted.connect(self._next)
            self.options.parentWidget().layout().replaceWidget(self.options, fresh)
            self.options.hide()
            self.options.deleteLater()
            self.options = fresh

    def _name_next(self) -> None:
        step = self.steps.currentIndex()
        if self._task is not None:
            text = translate("Wizard", "확인하는 중")
        elif step == NETWORK:
            text = translate("Wizard", "다음")
        elif step == ADDRESS:
            text = translate("Wizard", "다음") if self._needs_sign_in() else translate("Wizard", "읽어 보기")
        elif step == SIGN_IN:
            text = translate("Wizard", "로그인하고 읽어 보기")
        else:
            text = translate("Wizard", "채널 추가하기")
        self.next_button.setText(text)

    def busy(self, busy: bool) -> None:
        self.next_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self._name_next()

    def _back(self) -> None:
        self._go(ADDRESS if self.steps.currentIndex() == SIGN_IN else NETWORK)

    def _next(self) -> None:
        if self._task is not None:
            return
        self.fail("")
        step = self.steps.currentIndex()
        if step == NETWORK:
            self._go(ADDRESS)
        elif step == ADDRESS:
            self._read_address()
        elif step == SIGN_IN:
            self.work(self._sign_in())
        else:
            self.work(self._keep())

    def _read_address(self) -> None:
        text, network = take_text(self.address).strip(), self.network
        self.url, self.handle = read_address(text, network.needs_url, network.url_schemes)
        if not text and network.needs_url:
            self.fail(translate("Wizard", "주소를 적어 주세요."))
            self.address.setFocus()
            return
        if text and not self.url and not self.handle:
            self.fail(translate("Wizard", "http 또는 https 주소나 @계정@서버를 적어 주세요."))
            self.address.setFocus()
            return
        missing = self.options.missing()
        if missing is not None:
            self.fail(translate("Wizard", "빈 칸이 있습니다. 모두 적어 주세요."))
            missing.setFocus()
            return
        self.work(self._after_address())

    async def _after_address(self) -> None:
        from desktop.models import channels

        known = await self.bridge.read(channels.list_channels, counts=False)
        same = find_same(known, self.network.name, self.url, self.handle)
        if same is not None:
            text = translate("Wizard", "이미 있는 채널입니다: {name}. 새로 만들지 않았습니다.")
            self.fail(text.format(name=same.name))
        elif self._needs_sign_in():
            self._go(SIGN_IN)
        else:
            from desktop.services import signin

            found = await signin.check_address(
                self.bridge.services, self.network.name, self.url, self.handle, self.options.values()
            )
            self._show_result(found)

    async def _sign_in(self) -> None:
        assert self._form is not None
        if not self._form.complete():
            self.fail(translate("Wizard", "빈 칸이 있습니다. 모두 적어 주세요."))
            return
        await self._drop_account()
        found = await run_sign_in(
            self.bridge, self._form, self.url, handle=self.handle, options=self.options.values()
        )
        self._account_id = found.account_id
        self._show_result(found.identity)

    def _show_result(self, identity: Any) -> None:
        self._identity = identity
        who = identity.name or identity.handle or self.url
        text = translate("Wizard", "읽을 수 있습니다: {name}").format(name=who)
        self.result.setText(text)
        details = [
            i18n.own_half(identity.note),
            identity.handle if identity.handle != who else "",
            identity.url,
        ]
        self.result_note.setText("\n".join(part for part in details if part))
        self.final_name.setText(take_text(self.name).strip() or who)
        self._go(RESULT)

    async def _keep(self) -> None:
        from desktop.models import channels

        name = take_text(self.final_name).strip()
        if not name:
            self.fail(translate("Wizard", "채널 이름을 적어 주세요."))
            return
        handle = self.handle or (self._identity.handle if self._account_id is not None else "")
        channel_id = await self.bridge.write(
            channels.add_channel,
            network=self.network.name,
            name=name,
            url=self.url,
            handle=handle,
            owner=take_text(self.owner).strip(),
            options=self.options.values(),
            account_id=self._account_id,
        )
        self._kept = True
        self.bridge.toast(translate("Wizard", "{name} 채널을 추가했습니다").format(name=name), tone="good")
        self.added.emit(channel_id)
        self.accept()

    # --- leaving --------------------------------------------------------------------------------------

    async def _drop_account(self) -> None:
        """A sign-in that no channel came of leaves nothing behind, in the keyring either."""
        account, self._account_id = self._account_id, None
        if account is not None and not self._kept:
            from desktop.services import signin

            await signin.sign_out(self.bridge.services, account)

    def done(self, result: int) -> None:
        if not self._kept and self._account_id is not None:
            self.bridge.spawn(self._drop_account(), "forget an unused sign-in")
        super().done(result)
