"""Every network can be added in the window: its address, options and sign-in have words in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox

from connectors import registry
from connectors.base import Network
from connectors.registry import NETWORKS
from desktop.models import channels
from desktop.ui import i18n
from desktop.ui.channels.abilities import Abilities, ability_words
from desktop.ui.channels.options import OptionsForm
from desktop.ui.channels.sign_in import SignInForm
from desktop.ui.channels.wizard import ADDRESS, SIGN_IN, AddChannel
from tests.ui.detail.desk import Desk

COLLECTED = [network for network in NETWORKS if network.capabilities.poll]


@pytest.fixture(params=["ko", "en"])
def language(request: pytest.FixtureRequest, echo: Any) -> Iterator[str]:
    i18n.install(request.param)
    yield request.param
    i18n.install("ko")


@pytest.fixture(autouse=True)
def every_network(echo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "networks", lambda: NETWORKS)


async def test_the_wizard_offers_every_network_with_its_own_words(desk: Desk, language: str) -> None:
    dialog: AddChannel = desk.show(AddChannel(desk.bridge))
    assert [network.name for network in dialog._networks] == [network.name for network in COLLECTED]
    for place, network in enumerate(COLLECTED):
        dialog._go(0)
        dialog.choices.setCurrentRow(place)
        assert dialog.hint.text()
        dialog._next()
        assert dialog.steps.currentIndex() == ADDRESS
        expected = network.address_ko if language == "ko" else network.address_en
        assert dialog.address_hint.text() == expected != ""
        assert set(dialog.options.widgets) == {option.name for option in network.option_fields}
        assert dialog.address.accessibleDescription() == expected
        if network.sign_in is not None or network.sign_in_fields:
            dialog._go(SIGN_IN)
            assert dialog._form is not None and dialog._form.network is network


@pytest.mark.parametrize("network", COLLECTED, ids=lambda network: network.name)
async def test_every_sign_in_has_its_steps_and_names_for_its_fields(
    desk: Desk, network: Network, language: str
) -> None:
    if network.sign_in is None and not network.sign_in_fields:
        return
    form: SignInForm = desk.show(SignInForm(network))
    steps = network.steps_ko if language == "ko" else network.steps_en
    assert form.steps.toPlainText().count("\n") == len(steps) - 1 and steps
    both = network.sign_in is not None and bool(network.sign_in_fields)
    assert form.ways.isVisible() is both
    for way, wanted in (("browser", network.browser_fields), ("form", network.sign_in_fields)):
        form.ways.set_value(way)
        form._show_way()
        assert list(form.lines) == [one.name for one in wanted]
        for line in form.lines.values():
            assert line.accessibleName() and line.accessibleName() not in form.lines
        # Without what has to be there nobody can go on; with it everybody can.
        assert form.complete() is not any(one.required for one in wanted)
        for line in form.lines.values():
            line.setText("x")
        assert form.complete()
    form.forget()
    secrets = [one.name for one in network.sign_in_fields if one.secret]
    assert all(form._lines["form"][name].text() == "" for name in secrets)


@pytest.mark.parametrize("network", COLLECTED, ids=lambda network: network.name)
async def test_options_keep_what_was_chosen_and_nothing_else(desk: Desk, network: Network) -> None:
    fresh: OptionsForm = desk.show(OptionsForm(network, {}))
    assert fresh.values() == {}
    assert fresh.apply_to({"interval_s": 600}) == {"interval_s": 600}
    for option in network.option_fields:
        widget = fresh.widgets[option.name]
        assert widget.accessibleName()
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(widget.count() - 1)
        else:
            widget.setText("값")
    assert fresh.missing() is None
    chosen = fresh.apply_to({"interval_s": 600})
    assert OptionsForm(network, chosen).apply_to({"interval_s": 600}) == chosen


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.name)
async def test_what_a_channel_cannot_do_is_listed_with_the_reason(
    desk: Desk, network: Network, language: str
) -> None:
    made = desk.write(channels.add_channel, network=network.name, name="채널", url="https://a.example")
    row = desk.store.read(channels.get_channel, made).result()
    dialog: Abilities = desk.show(Abilities(desk.bridge, row))
    lines = [dialog.list.item(place).text() for place in range(dialog.list.count())]
    assert len(lines) == len(ability_words())
    for name, line in zip(ability_words(), lines, strict=True):
        able = bool(getattr(network.capabilities, name))
        assert ("\n" in line) is not able, (name, line)
