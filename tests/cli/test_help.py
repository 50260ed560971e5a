"""Every argument of every command says in the reader's language what it is."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import pytest

from desktop.cli.arguments import build
from desktop.cli.output import width

HANGUL = re.compile("[가-힣]")
LETTERS = re.compile("[A-Za-z]+")
NOT_ENGLISH = {"N", "HH", "MM"}
"""Letters that stand for a number or a time of day in every language."""


def arguments(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for made in action.choices.values():
                yield from arguments(made)
        else:
            yield parser.prog, action


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_argument_has_a_line_of_help(lang: str) -> None:
    parser = build(lambda korean, english: korean if lang == "ko" else english)
    silent = [
        f"{prog} {action.option_strings or action.dest}"
        for prog, action in arguments(parser)
        if not action.help
    ]
    assert silent == []


def test_placeholders_are_korean_for_koreans() -> None:
    foreign = []
    for prog, action in arguments(build(lambda korean, english: korean)):
        if action.nargs == 0 or (action.choices is not None and action.metavar is None):
            continue  # a switch, or the very words that can be chosen
        shown = str(action.metavar or action.dest.upper())
        if not HANGUL.search(shown) and set(LETTERS.findall(shown)) - NOT_ENGLISH:
            foreign.append(f"{prog} {action.option_strings or action.dest}: {shown}")
    assert foreign == []


def test_placeholders_are_english_for_others() -> None:
    foreign = [
        f"{prog} {action.option_strings or action.dest}"
        for prog, action in arguments(build(lambda korean, english: english))
        if HANGUL.search(str(action.metavar or ""))
        or HANGUL.search(re.sub("김주무관", "", action.help or ""))
    ]
    assert foreign == []


def test_lines_of_help_stand_below_each_other_in_a_terminal() -> None:
    shown = build(lambda korean, english: korean).format_help().split("선택:")[1]
    starts = set()
    for line in shown.splitlines():
        if found := re.match(r"  (-.*?\S)(?=  )\s+", line):
            starts.add(width(found[0]))
    assert len(starts) == 1, shown
