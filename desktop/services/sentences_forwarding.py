"""Sentences on handing cases to departments and on their answers; see ``sentences.py``."""

from __future__ import annotations

FORWARDING: dict[str, tuple[str, str]] = {
    "workspace:forward-refused": (
        "이관하지 못했습니다. 건은 그대로 있습니다. 부서를 다시 골라 주세요.",
        "The case was not forwarded and is as it was. Please choose the department again.",
    ),
    "workspace:forward-too-many-hops": (
        "이 건은 부서를 두 번 옮겼습니다. 이관하지 않았습니다. 소관 부서를 정해 주세요.",
        "Two departments have had this case. It was not forwarded. Please name its owner.",
    ),
    "workspace:no-such-department": (
        "그런 부서가 없습니다. 건은 그대로 있습니다. 다른 부서를 골라 주세요.",
        "There is no such department. The case is as it was. Please choose another one.",
    ),
    "workspace:nobody-there": (
        "부서가 부재이고 대직도 없습니다. 건은 그대로 있습니다. 다른 부서를 골라 주세요.",
        "The department is absent without a deputy. The case is as it was. Please choose another one.",
    ),
    "workspace:supporting-is-lead": (
        "주무 부서는 협조 부서가 될 수 없습니다. 협조 부서에서 빼 주세요.",
        "The lead department cannot support itself. Please take it out of the supporting ones.",
    ),
    "workspace:already-there": (
        "이미 이 건을 맡은 부서입니다. 바뀐 것은 없습니다.",
        "This department has the case already. Nothing was changed.",
    ),
    "workspace:reason-missing": (
        "사유가 없습니다. 바뀐 것은 없습니다. 사유를 적어 주세요.",
        "A reason is missing. Nothing was changed. Please write why.",
    ),
    "workspace:no-lead": (
        "기한은 주무 부서가 연장합니다. 바뀐 것은 없습니다.",
        "The lead department extends the deadline. Nothing was changed.",
    ),
    "workspace:no-forwarding": (
        "그런 이관이 없습니다. 번호를 확인해 주세요.",
        "There is no such forwarding. Please check the number.",
    ),
    "no-answer": (
        "그 번호의 부서 답변이 없습니다. forwardings show로 번호를 확인해 주세요.",
        "There is no answer of that number. forwardings show has the numbers.",
    ),
    "workspace:answer-refused": (
        "답변을 처리하지 못했습니다. 쓴 글은 그대로 있습니다.",
        "Nothing was done with the answer. Its text is safe.",
    ),
    "workspace:answer-empty": (
        "답변이 비어 있습니다. 답변을 적어 주세요.",
        "The answer is empty. Please write one.",
    ),
    "workspace:answer-too-long": (
        "답변이 20,000자가 넘습니다. 바뀐 것은 없습니다. 줄여서 다시 올려 주세요.",
        "The answer has over 20,000 characters. Nothing was changed. Please shorten it.",
    ),
    "workspace:answer-decided": (
        "이미 처리한 답변입니다. 바뀐 것은 없습니다. 다시 확인해 주세요.",
        "Somebody has decided on this answer already. Nothing was changed. Please look again.",
    ),
    "workspace:answer-no-comment": (
        "돌려보내는 까닭이 없습니다. 부서가 알도록 까닭을 적어 주세요.",
        "The department must know why. Please write what is missing.",
    ),
    "workspace:answer-on-its-way": (
        "이 건에 보내는 중인 답변이 있습니다. 보내지 않았습니다. 끝난 뒤 다시 해 주세요.",
        "Another answer to this case is on its way. Nothing was sent. Please wait until it is done.",
    ),
    "workspace:answer-sent": (
        "답변이 이미 나갔습니다. 되돌리지 않았습니다.",
        "The answer has gone out already. Nothing was taken back.",
    ),
    "workspace:answer-again": (
        "보내기는 다시 실행하지 않습니다. 답변을 다시 보고 보내 주세요.",
        "Sending is not done again by itself. Please look at the answer and send it.",
    ),
}
