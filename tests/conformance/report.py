"""Writes docs/networks.md from one run of the promises: only what ran and passed in that run says "pass"."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from connectors.base import Network
from connectors.registry import NETWORKS
from tests.conformance.suite import SUBJECTS, Promise, facts_of, promises, why_absent

HERE = Path(__file__).parent
DOCUMENT = HERE.parents[1] / "docs" / "networks.md"
PASS, FAIL = "pass", "**fails**"

TITLES = {
    "reading": "What comes in",
    "changes": "What happens later",
    "writing": "What goes out",
    "trouble": "Trouble on the way",
}

INTRO = """# Networks

Every network of the program makes the same promises. Each promise is one test that runs over every network
against the server named below; this page is written by `make networks` (`python -m tests.conformance`) from
one run of those tests. "pass" means that the test ran and passed. A number means that the network does not
offer what is promised, for the reason below the tables; nothing else is left out.

A fake is a server of our own that keeps a state and answers as the official description of the network says;
it turns down what that description does not allow. What differs between a fake and the real network only use
can show, so each connector's README says what was tested against what.
"""


@dataclass
class Results:
    """A pytest plugin: (promise, network) → whether every phase of its test passed."""

    passed: dict[tuple[str, str], bool] = field(default_factory=dict)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        module, _, name = report.nodeid.partition("::")
        promise, _, network = name.removeprefix("test_").partition("[")
        if not network or Path(module).stem.removeprefix("test_") not in SUBJECTS:
            return
        key = (promise, network.removesuffix("]"))
        if report.when == "call":
            self.passed[key] = self.passed.get(key, True) and report.passed
        elif report.failed:
            self.passed[key] = False


def main(arguments: list[str]) -> int:
    """Run all promises and write the page. 0: everything passed."""
    results = Results()
    modules = [str(HERE / f"test_{subject}.py") for subject in SUBJECTS]
    code = pytest.main(["-q", *arguments, *modules], plugins=[results])
    DOCUMENT.write_text(document(results), encoding="utf-8")
    return int(code)


def document(results: Results) -> str:
    reasons: dict[str, int] = {}
    tables = [_table(subject, results, reasons) for subject in SUBJECTS]
    counted = sum(results.passed.values())
    summary = f"{counted} tests passed on {time.strftime('%Y-%m-%d', time.gmtime())}."
    notes = "\n".join(f"{number}. {reason}" for reason, number in reasons.items())
    return "\n".join(
        [INTRO, summary, "", _servers(), *tables, "## What a network does not offer", "", notes, ""]
    )


def _servers() -> str:
    rows = ["## Servers", "", "| Network | Korean name | Tested against |", "|---|---|---|"]
    for network in NETWORKS:
        facts = facts_of(network.name)
        rows.append(f"| {network.label_en} | {network.label_ko} | {facts.server if facts else 'nothing'} |")
    return "\n".join([*rows, ""])


def _table(subject: str, results: Results, reasons: dict[str, int]) -> str:
    head = " | ".join(network.label_en for network in NETWORKS)
    rows = [f"## {TITLES[subject]}", "", f"| Promise | {head} |", "|---" * (len(NETWORKS) + 1) + "|"]
    for promise in promises():
        if promise.subject == subject:
            cells = " | ".join(_cell(promise, network, results, reasons) for network in NETWORKS)
            rows.append(f"| {promise.title} | {cells} |")
    return "\n".join([*rows, ""])


def _cell(promise: Promise, network: Network, results: Results, reasons: dict[str, int]) -> str:
    facts = facts_of(network.name)
    reason = why_absent(promise, network, facts) if facts else "There is no server to test it against."
    if reason:
        number = reasons.setdefault(f"{network.label_en}: {reason}", len(reasons) + 1)
        return f"({number})"
    return PASS if results.passed.get((promise.name, network.name)) else FAIL


def cell_of(text: str, promise: Promise, network: Network) -> str:
    """What a written page says of a promise and a network; "" where it does not name them."""
    columns: list[str] = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if cells and cells[0] == "Promise":
            columns = cells
        elif cells and cells[0] == promise.title and network.label_en in columns:
            return cells[columns.index(network.label_en)]
    return ""
