"""The list of networks: what is in it, and that asking for it costs nothing."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import connectors
from connectors import registry
from connectors.base import Capabilities, ChannelConfig, Network
from connectors.http import Http
from connectors.registry import NETWORKS, network, networks


@pytest.fixture(autouse=True)
def fresh_list() -> None:
    networks.cache_clear()


def test_the_networks_are_named_as_the_rest_of_the_program_names_them() -> None:
    names = [n.name for n in NETWORKS]
    assert {"feed", "wordpress", "mastodon", "manual"} <= set(names)
    assert len(names) == len(set(names)) and names[-1] == "manual"
    for one in NETWORKS:
        assert network(one.name) is one
        assert one.label_ko and one.label_en
        assert one.min_interval_s <= one.default_interval_s
    with pytest.raises(KeyError):
        network("no-such-network")


async def test_every_network_opens_a_connector_without_touching_the_network() -> None:
    http = Http()
    for one in NETWORKS:
        connector = one.open(ChannelConfig(url="https://city.example", handle="@hanbit"), http)
        await connector.aclose()
    await http.aclose()


def test_every_network_says_what_it_can_do() -> None:
    folder = Path(connectors.__file__).parent
    for one in NETWORKS:
        text = (folder / one.name / "README.md").read_text(encoding="utf-8")
        assert text.startswith(f"# {one.name}") and "cannot" in text


def test_the_list_loads_nothing_heavy() -> None:
    """The window asks for it before it is shown."""
    heavy = ("httpx", "lxml", "selectolax", "websockets", "PySide6", "peewee", "asyncio")
    code = (
        "import sys, connectors.registry; connectors.registry.networks();"
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


GUEST = Network("guest", "손님", "Guest", Capabilities(), open=lambda config, http: None)  # type: ignore[arg-type, return-value]
TAKEN = Network("feed", "가짜", "Fake", Capabilities(), open=lambda config, http: None)  # type: ignore[arg-type, return-value]
NO_NETWORK = "something else"


def test_networks_of_others_are_taken_in_and_their_mistakes_kept_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def points(*, group: str) -> list[EntryPoint]:
        assert group == "smc.connectors"
        return [
            EntryPoint(name, f"{__name__}:{value}" if ":" not in value else value, group)
            for name, value in [
                ("broken", "no_such_module:NETWORK"),
                ("other", "NO_NETWORK"),
                ("taken", "TAKEN"),
                ("guest", "GUEST"),
            ]
        ]

    monkeypatch.setattr(registry, "entry_points", points)
    assert [n.name for n in networks()] == [*(n.name for n in NETWORKS), "guest"]
    assert network("guest") is GUEST and network("feed").label_ko != "가짜"
    assert all(name in caplog.text for name in ("broken", "other", "taken"))
