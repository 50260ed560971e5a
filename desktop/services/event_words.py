"""Short names of the kinds of events: for filters, files and terminals.

The window says the same in whole sentences (``desktop.ui.detail.history``); what one changed field by field
is in ``event_fields``. Pure; knows no widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models import hiding

KINDS: dict[str, tuple[str, str]] = {
    # cases
    "move": ("분류", "sorting"),
    "order": ("순서", "order"),
    "department": ("담당 부서", "department"),
    "status": ("상태", "status"),
    "star": ("별표", "star"),
    "assign": ("담당자", "assignee"),
    "group": ("묶기", "grouping"),
    "ungroup": ("떼어 내기", "taking apart"),
    "note": ("내부 메모", "internal note"),
    "clock": ("기한", "due time"),
    "clock-moved": ("기한 옮겨짐", "due time moved"),
    # departments
    "forward-send": ("이관", "forwarded"),
    "forward-support": ("협조 요청", "support asked for"),
    "forward-seen": ("부서에서 읽음", "seen by the department"),
    "forward-receive": ("부서 접수", "received"),
    "forward-begin": ("부서 처리 시작", "work begun"),
    "forward-return": ("부서 반려", "returned"),
    "forward-withdraw": ("이관 회수", "withdrawn"),
    "forward-answer": ("부서 답변", "department's answer"),
    "forward-replace": ("부서 답변 바꿈", "department's answer replaced"),
    "forward-accept": ("부서 답변 받아들임", "department's answer accepted"),
    "forward-accept-cancelled": ("부서 답변 보내지 않음", "accepted answer not sent"),
    "forward-send-back": ("부서 답변 돌려보냄", "department's answer sent back"),
    "forward-end": ("부서 처리 마침", "department is done"),
    "ruling": ("소관 결정", "owner named"),
    # what went out
    "reply": ("답변 올라감", "answer published"),
    "approve": ("채널에서 승인", "approved on the channel"),
    "hide": ("채널에서 숨김", "hidden on the channel"),
    "unhide": ("채널에서 다시 보임", "shown again on the channel"),
    "hold": ("채널에서 보류", "held on the channel"),
    "reject": ("채널에서 거절", "rejected on the channel"),
    "like": ("공감", "liked"),
    "delete": ("답변 지움", "answer deleted"),
    "edit": ("답변 고침", "answer edited"),
    "trash": ("채널 휴지통", "trashed on the channel"),
    "thanks": ("감사", "thanks"),
    # meet-ups and templates
    "meetup": ("번개팅", "meet-up"),
    "meetup-post": ("번개팅에 넣기", "post for a meet-up"),
    "meetup-invite": ("번개팅 초대", "invitation"),
    "meetup-answer": ("번개팅 결과 답변", "answer on a meet-up"),
    "meetup-state": ("번개팅 끝·취소", "meet-up ended"),
    "meetup-seed": ("추첨 씨앗", "seed of a draw"),
    "meetup-draw": ("추첨", "draw"),
    "meetup-reply": ("초대 답글", "reply to an invitation"),
    "guest": ("번개팅 신청", "guest"),
    "template": ("서식", "template"),
    # ideas and meetings
    "idea": ("아이디어", "idea"),
    "agenda": ("안건", "agenda"),
    "decision": ("회의 결정", "decision of a meeting"),
    "meeting": ("제안 회의", "meeting"),
    # speaking
    "approval": ("승인", "approval"),
    "approval-rules": ("승인이 필요한 명의", "voices that need approval"),
    "promise": ("약속", "promise"),
    "lease": ("답변 이어받음", "writing taken over"),
    # letters to departments
    "department-mail": ("부서 메일", "letter to a department"),
    "refused-mail": ("받아들이지 않은 메일", "refused mail"),
    "mail-settings": ("부서 메일 설정", "settings of letters"),
    # the house
    "rule": ("기한 규칙", "rule"),
    "days-off": ("휴일과 근무 시간", "days off and hours"),
    "member": ("구성원", "member"),
    "channel": ("채널", "channel"),
    "account": ("계정", "account"),
    "own-posts": ("우리 글 표시", "marked as ours"),
    "departments": ("부서 목록", "departments"),
    "unmask": ("가린 정보 봄", "looked at hidden data"),
    "log-export": ("기록 내보냄", "log exported"),
}
"""Kind → (Korean, English)."""

ABOUT: dict[str, tuple[str, str]] = {
    "forwarding": ("이관", "forwardings"),
    "ruling": ("소관 결정", "rulings"),
    "member": ("구성원", "members"),
    "channel": ("채널", "channels"),
    "account": ("계정", "accounts"),
    "meeting": ("제안 회의", "meetings"),
    "idea": ("정책 아이디어", "ideas"),
    "meetup": ("번개팅", "meet-ups"),
    "template": ("서식", "templates"),
    "promise": ("약속", "promises"),
    "approval": ("승인", "approvals"),
    "department-mail": ("부서 메일", "letters to departments"),
    "rule": ("기한 규칙", "rules"),
    "day": ("휴일", "days off"),
    "unmask": ("가린 정보", "hidden data"),
    "setting": ("설정", "settings"),
    "log": ("처리 기록", "the log"),
}
"""What events are about besides cases."""


def kind_word(kind: str, lang: str = "ko") -> str:
    """The name of a kind; the kind itself where it has none."""
    known = KINDS.get(kind)
    return kind if known is None else known[lang == "en"]


def about_word(about: str, lang: str = "ko") -> str:
    """ "구성원: 김주무관" for "member:김주무관"."""
    what, _, which = about.partition(":")
    known = ABOUT.get(what)
    word = what if known is None else known[lang == "en"]
    return f"{word}: {which}" if which else word


def masked(value: Any) -> Any:
    """The same value with personal data hidden in its texts; numbers are ids and times and stay."""
    if isinstance(value, str):
        return hiding.shown(value)
    if isinstance(value, Mapping):
        return {key: masked(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [masked(one) for one in value]
    return value
