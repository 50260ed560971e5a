"""What a screen reader is told: every control that takes the focus has a name, on every screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.city import ask
from tests.journeys.eyes import Thing
from tests.journeys.person import Person

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]

NEVER_NAMED = ("application", "filler")
CELLS = ("table cell", "cell", "tree item", "list item")


def nameless(things: list[Thing]) -> list[str]:
    """Controls that can be reached and would be read as nothing."""
    return [
        f"{one.role} {one.id} {one.box}"
        for one in things
        if "focusable" in one.states
        and not one.name.strip()
        and not one.labelled
        and one.role not in (*NEVER_NAMED, *CELLS)
    ]


def too_small(things: list[Thing]) -> list[str]:
    """Buttons that a shaking hand misses (WCAG 2.5.8: 24 px)."""
    return [
        f"{one.role} {one.name} {one.box}"
        for one in things
        if one.role in ("push button", "check box", "combo box", "text")
        and "focusable" in one.states
        and (one.box[2] < 24 or one.box[3] < 24)
        and one.box[2] < 100  # a line of its own has room around it
    ]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_has_a_name(sit_down: Callable[..., Person], language: str) -> None:
    person = sit_down(language=language, first_run_done="0")
    ask(person, "sample", str(person.workspace))
    faults: dict[str, list[str]] = {}

    def look(name: str) -> None:
        person.still(lambda: person.get("frame"))
        seen = person.see()
        assert len(seen) > 20, f"{name} shows almost nothing; {person.evidence()}"
        found = nameless(seen) + too_small(seen)
        if found:
            faults[name] = [*found, str(person.shot(name))]

    person.open()
    person.get("list item", "", inside="list:")
    look("board")
    person.key("Right", "j", "Return")
    person.get("page tab list")
    look("detail")
    tabs = [one.name for one in person.all("page tab")]
    for place, tab in enumerate(tabs):
        person.click("page tab", tab)
        look(f"detail-{place}")
    person.key("Escape", "ctrl+2")
    person.get("list item")
    look("timeline")
    person.key("ctrl+3")
    person.get("list item")
    look("departments")
    person.key("r")
    look("departments-answer")
    person.key("Escape", "ctrl+6")
    person.get("table")
    look("channels")
    person.click("page tab", person.all("page tab")[1].name)
    look("accounts")
    person.key("ctrl+n")
    person.get("dialog")
    look("wizard")
    person.key("Escape")
    person.gone("dialog")
    person.key("ctrl+8")
    person.get("combo box")
    look("settings")
    for place in range(2, 7):
        person.key("F6") if place == 2 else None
        person.key("Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
        look(f"settings-{place}")
    person.key("F1")
    look("keys")
    person.key("Escape", "ctrl+k")
    person.get("list", "")
    look("palette")
    assert not faults, "\n".join(f"{name}: {found}" for name, found in faults.items())


def test_the_first_steps_have_names(sit_down: Callable[..., Person]) -> None:
    person = sit_down(first_run_done="0")
    person.open()
    for step in range(1, 6):
        person.get("label", f"처음 안내 {step}/5")
        seen = person.see()
        assert not nameless(seen) + too_small(seen), person.shot(f"step-{step}")
        person.key("Return")
