"""Sentences on changing clocks, rules and days off; part of ``sentences.SENTENCES``."""

from __future__ import annotations

CLOCKS: dict[str, tuple[str, str]] = {
    "clock-kind-usage": (
        "--rule 과 --length 는 --kind 와 함께 적어 주세요.",
        "Please give --rule and --length together with --kind.",
    ),
    "clock-extend-usage": (
        "--reason 은 --extend 와 함께 적어 주세요.",
        "Please give --reason together with --extend.",
    ),
    "clock-pause-usage": (
        "시민에게 무엇을 요청했는지 --pause 다음에 적어 주세요.",
        "Please say after --pause what was asked of the citizen.",
    ),
    "bad-hours": (
        "근무 시간을 이해하지 못했습니다. 09:00, 점심은 12:00-13:00 처럼 적어 주세요.",
        "The hours were not understood. Please write 09:00, and lunch as 12:00-13:00.",
    ),
    "rules-nothing": (
        "바꿀 내용이 없습니다. 바꿀 것을 --length, --unit 처럼 적어 주세요.",
        "There is nothing to change. Please say what, for example --length or --unit.",
    ),
    "rules-not-shipped": (
        "우리 기관이 더한 규칙이라 처음 값이 없습니다. 바꾼 것은 없습니다.",
        "The office added this rule, so there is nothing to go back to. Nothing was changed.",
    ),
    "workspace:rule-in-use": (
        "이 규칙으로 세는 건이 있습니다. 없애지 않았습니다.",
        "Cases are counted by this rule. It was not taken away.",
    ),
    "workspace:no-own-day": (
        "우리 기관이 바꾼 날이 아닙니다. 바꾼 것은 없습니다.",
        "The office has not changed this day. Nothing was changed.",
    ),
}
