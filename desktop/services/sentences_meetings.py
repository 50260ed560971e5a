"""The sentences of ideas and meetings: code → (Korean, English). Data only; the rules are those of
``sentences.py``."""

from __future__ import annotations

MEETINGS: dict[str, tuple[str, str]] = {
    "workspace:idea-refused": (
        "이 아이디어에는 지금 그렇게 할 수 없습니다. 바뀐 것은 없습니다.",
        "This cannot be done with the idea now. Nothing was changed.",
    ),
    "workspace:idea-reason": (
        "결정에는 사유가 있어야 합니다. 바뀐 것은 없습니다. 사유를 적어 주세요.",
        "A decision needs a reason. Nothing was changed. Please write one.",
    ),
    "workspace:idea-reason-long": (
        "사유가 4,000자를 넘습니다. 바뀐 것은 없습니다. 줄여서 적어 주세요.",
        "The reason is longer than 4,000 characters. Nothing was changed. Please shorten it.",
    ),
    "workspace:idea-planned": (
        "추진 예정일이 날짜가 아닙니다. 2027-03-01처럼 적어 주세요.",
        "The planned date is no date. Please write it like 2027-03-01.",
    ),
    "workspace:idea-planned-past": (
        "추진 예정일이 이미 지났습니다. 오늘이나 그 뒤의 날짜를 골라 주세요.",
        "The planned date is over. Please choose today or a later day.",
    ),
    "workspace:idea-owner": (
        "그런 부서가 없습니다. 부서 목록에서 골라 주세요.",
        "There is no such department. Please choose one from the list.",
    ),
    "workspace:idea-progress": (
        "추진율은 0에서 100 사이여야 합니다. 바뀐 것은 없습니다.",
        "Progress is between 0 and 100. Nothing was changed.",
    ),
    "workspace:idea-supporters": (
        "공감 수는 0 이상 1,000만 이하여야 합니다. 바뀐 것은 없습니다.",
        "Supporters are between 0 and 10 million. Nothing was changed.",
    ),
    "workspace:idea-decided": (
        "이미 결정된 아이디어입니다. 바뀐 것은 없습니다.",
        "This idea is decided already. Nothing was changed.",
    ),
    "workspace:idea-undecided": (
        "아직 결정되지 않은 아이디어입니다. 먼저 회의에서 결정해 주세요.",
        "This idea is not decided yet. Please decide on it in a meeting first.",
    ),
    "workspace:idea-told": (
        "제안자에게 이미 알린 결정입니다. 바꾸려면 재심사 요청을 받아 주세요.",
        "The proposer was told of this decision. To change it, take a request to reconsider.",
    ),
    "workspace:idea-on-agenda": (
        "다른 회의의 안건에 있는 아이디어입니다. 그 안건에서 먼저 빼 주세요.",
        "This idea is on the agenda of another meeting. Please take it off there first.",
    ),
    "workspace:agenda-decided": (
        "결정된 안건은 뺄 수 없습니다. 결정을 먼저 실행 취소해 주세요.",
        "A decided item stays on the agenda. Please undo its decision first.",
    ),
    "workspace:reconsider-late": (
        "재심사를 요청할 수 있는 기간이 {until}에 끝났습니다. 근거는 {name}입니다.",
        "The time to ask again ended on {until}. Rule: {name}.",
    ),
    "workspace:reconsider-asked": (
        "요청한 때는 알린 날부터 지금까지만 됩니다. 바뀐 것은 없습니다.",
        "It can have been asked from the day of the notice until now only. Nothing was changed.",
    ),
    "workspace:reconsider-once": (
        "재심사는 한 번만 요청할 수 있습니다. 이미 한 번 받았습니다. 근거는 {name}입니다.",
        "Reconsideration can be asked for once, and was. Rule: {name}.",
    ),
    "workspace:meeting-refused": (
        "이 회의에는 지금 그렇게 할 수 없습니다. 바뀐 것은 없습니다.",
        "This cannot be done with the meeting now. Nothing was changed.",
    ),
    "workspace:meeting-began": (
        "이미 시작한 회의는 지울 수 없습니다. 결정이 기록에 남아 있습니다.",
        "A meeting that has begun cannot be removed. Its decisions stay on record.",
    ),
    "workspace:meeting-closed": (
        "이미 마친 회의입니다. 기록은 그대로 있습니다.",
        "This meeting has ended. Its record stays as it is.",
    ),
    "workspace:meeting-number": (
        "그 해에 같은 차수의 회의가 있습니다. 다른 번호를 적어 주세요.",
        "Another meeting of that year has this number. Please choose another one.",
    ),
    "workspace:meeting-time": (
        "회의 날짜가 맞지 않습니다. 1990년부터 2099년까지의 날짜를 골라 주세요.",
        "The date of the meeting is wrong. Please choose one from 1990 to 2099.",
    ),
    "workspace:meeting-attendees": (
        "참석자는 300명까지 적을 수 있습니다. 바뀐 것은 없습니다.",
        "At most 300 attendees can be listed. Nothing was changed.",
    ),
    "no-idea": (
        "그 번호의 아이디어가 없습니다. ideas list로 번호를 확인해 주세요.",
        "There is no idea of that number. ideas list shows the numbers.",
    ),
    "no-meeting": (
        "그 번호의 회의가 없습니다. meetings list로 번호를 확인해 주세요.",
        "There is no meeting of that number. meetings list shows the numbers.",
    ),
    "bad-attendee": (
        "참석자를 “이름” 또는 “이름/직위”로 적어 주세요.",
        "Please write attendees as NAME or NAME/TITLE.",
    ),
}
