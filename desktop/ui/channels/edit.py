"""Changing what staff may change of a channel. It must not know how a channel is collected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.ui import fmt
from desktop.ui.channels.addresses import complete_address
from desktop.ui.channels.dialog import Dialog, Scrolled, field
from desktop.ui.channels.names import known_network, network_name, polls
from desktop.ui.channels.options import OptionsForm
from desktop.ui.widgets.editors import TextLine, take_text

translate = QCoreApplication.translate

INTERVALS_S = (60, 120, 300, 600, 1800, 3600)


class EditChannel(Dialog):
    """Name, address, owner and pace of one channel."""

    def __init__(self, bridge: Any, channel: Any, parent: QWidget | None = None) -> None:
        title = translate("EditChannel", "{name} 설정").format(name=channel.name)
        super().__init__(title, bridge, parent)
        self._channel = channel
        self.name = TextLine(self, channel.name)
        self.url = TextLine(self, channel.url)
        self.owner = TextLine(self, channel.owner)
        page = QWidget(self)
        form = QVBoxLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(field(translate("EditChannel", "채널 이름"), self.name))
        collected = polls(channel.network)
        address = translate("EditChannel", "{network} 주소").format(network=network_name(channel.network))
        hint = translate("EditChannel", "주소를 바꾸면 처음부터 다시 모읍니다. 받은 글은 그대로 있습니다.")
        self._address_field = field(address, self.url, hint)
        self._address_field.setVisible(collected)
        form.addWidget(self._address_field)
        network = known_network(channel.network)
        self.handle = TextLine(self, channel.handle)
        handle_field = field(translate("EditChannel", "계정"), self.handle)
        handle_field.setVisible(collected and network is not None and not network.needs_url)
        form.addWidget(handle_field)
        self.options = OptionsForm(network, channel.options, self)
        self.options.submitted.connect(self.save)
        form.addWidget(self.options)
        self._network = network
        form.addWidget(field(translate("EditChannel", "담당 부서"), self.owner))
        self.interval = QComboBox(self)
        self.interval.addItem(translate("EditChannel", "매체의 기본값"), 0)
        chosen = int(channel.options.get("interval_s") or 0)
        for seconds in sorted({*INTERVALS_S, *([chosen] if chosen > 0 else [])}):
            text = translate("EditChannel", "{time}마다").format(time=fmt.span(seconds))
            self.interval.addItem(text, seconds)
        self.interval.setCurrentIndex(max(self.interval.findData(chosen), 0))
        pace = field(translate("EditChannel", "모으는 간격"), self.interval)
        pace.setVisible(collected)
        form.addWidget(pace)
        form.addStretch(1)
        self.body.addWidget(Scrolled(page, self), 1)
        self.add_cancel()
        self.button = self.add_button(translate("EditChannel", "저장하기"), "primary")
        self.button.clicked.connect(lambda: self.save())
        for line in (self.name, self.url, self.handle, self.owner):
            line.returnPressed.connect(self.save)

    def changes(self) -> dict[str, Any] | None:
        """What differs from the stored channel; None where something is wrong, which is said then."""
        name, url = take_text(self.name).strip(), take_text(self.url).strip()
        if not name:
            self.fail(translate("EditChannel", "채널 이름을 적어 주세요."))
            self.name.setFocus()
            return None
        if url != self._channel.url:
            schemes = self._network.url_schemes if self._network is not None else ("http", "https")
            url = complete_address(url, schemes) if url else ""
            if not url and (self._network is None or self._network.needs_url or take_text(self.url).strip()):
                self.fail(translate("EditChannel", "http 또는 https 주소를 적어 주세요."))
                self.url.setFocus()
                return None
        missing = self.options.missing()
        if missing is not None:
            self.fail(translate("EditChannel", "빈 칸이 있습니다. 모두 적어 주세요."))
            missing.setFocus()
            return None
        options = self.options.apply_to(self._channel.options)
        if self.interval.currentData():
            options["interval_s"] = self.interval.currentData()
        else:
            options.pop("interval_s", None)
        wanted = {
            "name": name,
            "url": url,
            "handle": take_text(self.handle).strip(),
            "owner": take_text(self.owner).strip(),
            "options": options,
        }
        return {key: value for key, value in wanted.items() if value != getattr(self._channel, key)}

    def save(self) -> None:
        if self._task is not None:
            return
        self.fail("")
        changes = self.changes()
        if changes is not None:
            self.work(self._save(changes))

    async def _save(self, changes: dict[str, Any]) -> None:
        from desktop.models import channels

        if changes:
            await self.bridge.write(channels.update_channel, self._channel.id, **changes)
            self.bridge.toast(translate("EditChannel", "채널 설정을 저장했습니다"), tone="good")
        self.accept()

    def busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
