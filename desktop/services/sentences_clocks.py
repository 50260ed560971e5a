"""Sentences on due times: clocks, rules and days off; part of ``sentences.SENTENCES``."""

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
    "workspace:rule-other-kind": (
        "그 규칙은 다른 처리 종류의 것입니다. 바뀐 것은 없습니다. 규칙을 확인해 주세요.",
        "That rule is for another kind of case. Nothing was changed. Please check the rule.",
    ),
    "workspace:rule-has-length": (
        "기간이 정해진 규칙입니다. 바뀐 것은 없습니다. 더 필요하면 연장해 주세요.",
        "The rule has its length. Nothing was changed. Where more time is needed, extend it.",
    ),
    "workspace:no-own-day": (
        "우리 기관이 바꾼 날이 아닙니다. 바꾼 것은 없습니다.",
        "The office has not changed this day. Nothing was changed.",
    ),
    "no-rule": (
        "'{name}' 규칙이 없습니다. seoul-smc due --list 로 확인해 주세요.",
        "There is no rule '{name}'. Please look it up with seoul-smc due --list.",
    ),
    "due-usage": (
        "규칙과 접수한 때를 --rule, --from 으로 적어 주세요.",
        "Please give the rule and the time of receipt with --rule and --from.",
    ),
    "due-years": (
        "1990년부터 2099년까지만 계산합니다. 날짜를 확인해 주세요.",
        "Only the years 1990 to 2099 can be worked out. Please check the date.",
    ),
    "bad-length": (
        "기간이 너무 깁니다. 숫자를 확인해 주세요.",
        "The length is too long. Please check the number.",
    ),
    "rule-no-length": (
        "기간이 정해지지 않은 규칙입니다. 늘리거나 바꿀 수 없습니다.",
        "This rule has no length that could be extended or changed.",
    ),
    "bad-pause": (
        "멈춘 시간을 이해하지 못했습니다. 2026-11-23T10:00/2026-11-25T15:00 처럼 적어 주세요.",
        "Please write a pause as 2026-11-23T10:00/2026-11-25T15:00.",
    ),
    "workspace:no-rule": (
        "그 규칙이 없습니다. 규칙 목록을 확인해 주세요.",
        "There is no such rule. Please look at the list of rules.",
    ),
    "workspace:bad-rule": (
        "규칙의 값이 맞지 않습니다. 바꾼 것은 없습니다.",
        "The values of the rule do not fit. Nothing was changed.",
    ),
    "workspace:rule-exists": (
        "같은 이름의 규칙이 있습니다. 바꾼 것은 없습니다.",
        "There is a rule of that name. Nothing was changed.",
    ),
    "workspace:rule-without-length": (
        "기간이 정해지지 않은 규칙입니다. 바꾼 것은 없습니다.",
        "This rule has no length. Nothing was changed.",
    ),
    "workspace:bad-day": (
        "쉬는 날의 날짜나 이름이 맞지 않습니다. 바꾼 것은 없습니다.",
        "The date or the name of the day off does not fit. Nothing was changed.",
    ),
    "workspace:no-day-off": (
        "쉬는 날이 아닙니다. seoul-smc holidays list 로 확인해 주세요.",
        "This is no day off. Please look with seoul-smc holidays list.",
    ),
    "workspace:clock-refused": (
        "지금은 이 기한을 바꿀 수 없습니다. 바꾼 것은 없습니다.",
        "This due time cannot be changed now. Nothing was changed.",
    ),
    "workspace:clock-missing": (
        "아직 기한이 없는 건입니다. 먼저 처리 구분을 정해 주세요.",
        "This case has no due time yet. Please sort it first.",
    ),
    "workspace:clock-paused": (
        "이미 보완을 기다리고 있습니다. 바꾼 것은 없습니다.",
        "A supplement is being waited for already. Nothing was changed.",
    ),
    "workspace:clock-not-paused": (
        "보완을 기다리는 건이 아닙니다. 바꾼 것은 없습니다.",
        "This case does not wait for a supplement. Nothing was changed.",
    ),
    "workspace:clock-stopped": (
        "처리가 끝난 건입니다. 바꾼 것은 없습니다.",
        "This case is done with. Nothing was changed.",
    ),
    "workspace:clock-order": (
        "시작보다 이른 때입니다. 시각을 확인해 주세요.",
        "That is before it began. Please check the time.",
    ),
    "workspace:clock-overdue": (
        "기한이 이미 지났습니다. 지난 기한은 멈추거나 늘릴 수 없습니다.",
        "It is overdue already; a due time that has passed can be neither paused nor extended.",
    ),
    "workspace:clock-extended": (
        "이미 한 번 연장했습니다. 연장은 한 번만 됩니다.",
        "It was extended before. That is possible once only.",
    ),
    "workspace:clock-reason": (
        "연장 사유가 필요합니다. 업무 과다, 늦은 배정, 부재는 사유가 되지 않습니다.",
        "An extension needs a lawful reason; workload, late assignment and absence are none.",
    ),
    "workspace:clock-extension-length": (
        "연장은 원래 기간 안에서만 됩니다. 기간을 확인해 주세요.",
        "An extension may be as long as the period itself at most. Please check its length.",
    ),
    "workspace:clock-out-of-calendar": (
        "휴일을 알 수 없는 먼 날짜입니다. 날짜를 확인해 주세요.",
        "The days off of that time are not known. Please check the date.",
    ),
}
