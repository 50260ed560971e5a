"""The suite itself: every network has a stand, every reason names a promise, and the table is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.base import Network
from connectors.registry import NETWORKS
from tests.conformance import report
from tests.conformance.suite import facts_of, promises, stand_module, why_absent

ROOT = Path(__file__).parents[2]
each_network = pytest.mark.parametrize("network", NETWORKS, ids=[one.name for one in NETWORKS])


@each_network
def test_every_network_has_a_stand(network: Network) -> None:
    assert stand_module(network.name) is not None, f"tests/conformance/stands/{network.name}.py is missing"
    facts = facts_of(network.name)
    assert facts is not None, f"tests/conformance/stands/{network.name}.py has no FACTS"
    assert facts.network == network.name and facts.server


@each_network
def test_every_reason_belongs_to_a_promise(network: Network) -> None:
    facts = facts_of(network.name)
    assert facts is not None
    assert set(facts.absent) <= {promise.name for promise in promises()}
    assert all(reason.strip().endswith(".") for reason in facts.absent.values())


@each_network
def test_most_promises_are_run(network: Network) -> None:
    """A network that is read or written at all makes the promises that need nothing special."""
    facts = facts_of(network.name)
    assert facts is not None
    run = {promise.name for promise in promises() if not why_absent(promise, network, facts)}
    assert "what_is_impossible_is_refused_with_a_reason" in run
    if network.capabilities.poll:
        assert {"a_check_names_the_account", "the_first_load_brings_everything"} <= run
        assert {"a_second_round_brings_nothing", "no_trouble_shows_a_secret"} <= run


def test_promises_can_be_told_apart() -> None:
    names = [promise.name for promise in promises()]
    titles = [promise.title for promise in promises()]
    assert len(names) == len(set(names)) >= 40
    assert len(titles) == len(set(titles)) and all(titles)


def test_the_table_of_networks_is_up_to_date() -> None:
    """``python -m tests.conformance`` writes it; this sees that no network, promise or reason is missing."""
    text = (ROOT / "docs" / "networks.md").read_text(encoding="utf-8")
    for network in NETWORKS:
        assert network.label_en in text, network.name
        facts = facts_of(network.name)
        assert facts is not None and facts.server in text
        for promise in promises():
            cell = report.cell_of(text, promise, network)
            assert cell, f"{network.name}: {promise.name}"
            reason = why_absent(promise, network, facts)
            assert (report.PASS in cell) == (not reason), f"{network.name}: {promise.name}"
            assert not reason or reason in text
