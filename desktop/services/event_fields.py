"""What one event changed, field by field and in words, for the log's card, its files and terminals.

Only what says something to a person is told: numbers of rows, places in lists and time stamps of writing are
left out (``--json`` has all of them). Pure; knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from desktop.models import hiding
from desktop.models.deadlines.explain import iso_day_words, moment_words
from desktop.services.member_files import ROLE_WORDS, VOICE_WORDS

LONGEST = 300

FIELDS: dict[str, tuple[str, str]] = {
    # cases
    "track": ("처리 구분", "track"),
    "department": ("부서", "department"),
    "status": ("상태", "status"),
    "state": ("상태", "state"),
    "starred": ("별표", "star"),
    "assignee": ("담당자", "assignee"),
    "post_count": ("글 수", "posts"),
    "count": ("글 수", "posts"),
    "by": ("한 사람", "by"),
    "stage": ("답변 단계", "stage"),
    "text": ("내용", "text"),
    "note": ("메모", "note"),
    "reason": ("사유", "reason"),
    # due times
    "purpose": ("무엇의 기한", "clock of"),
    "kind": ("처리 종류", "kind"),
    "rule": ("규칙", "rule"),
    "amount": ("기간", "length"),
    "unit": ("단위", "unit"),
    "started_ms": ("시작", "started"),
    "due_ms": ("기한", "due"),
    "stopped_ms": ("끝남", "stopped"),
    "pauses": ("멈춤", "pauses"),
    "extension": ("연장", "extension"),
    "extension_reason": ("연장 사유", "reason of the extension"),
    "edited": ("고침", "edited"),
    "first_day": ("첫날 산입", "first day counts"),
    "moves_on": ("휴일이면 다음 날", "moves on over days off"),
    "basis": ("근거", "basis"),
    "source": ("출처", "source"),
    "certainty": ("확인 정도", "certainty"),
    "day": ("날", "day"),
    "off": ("쉬는 날", "day off"),
    "opens": ("근무 시작", "opens"),
    "closes": ("근무 끝", "closes"),
    "lunch_from": ("점심 시작", "lunch from"),
    "lunch_until": ("점심 끝", "lunch until"),
    # departments
    "to": ("부서", "department"),
    "meant_for": ("원래 부서", "meant for"),
    "part": ("주무·협조", "part"),
    "hop": ("이관 횟수", "hop"),
    "sent_ms": ("보낸 때", "sent"),
    "sent_by": ("보낸 사람", "sent by"),
    "received_ms": ("접수한 때", "received"),
    "received_by": ("접수한 사람", "received by"),
    "ended_ms": ("끝난 때", "ended"),
    "ended_by": ("끝낸 사람", "ended by"),
    "decided_ms": ("결정한 때", "decided"),
    "decided_by": ("결정한 사람", "decided by"),
    "comment": ("의견", "comment"),
    "came_by": ("들어온 길", "came by"),
    "parent": ("상위 조직", "above it"),
    "duties": ("업무", "duties"),
    "contact": ("연락처", "contact"),
    "deputy": ("대직", "deputy"),
    "absent": ("부재", "absent"),
    "words": ("낱말", "words"),
    # letters
    "mail": ("메일", "mail"),
    "letter": ("편지", "letter"),
    "address": ("주소", "address"),
    "sender": ("보낸 이", "sender"),
    "subject": ("제목", "subject"),
    "done": ("한 일", "done"),
    "remind_hours": ("다시 알림 (시간)", "reminder (hours)"),
    # ideas and meetings
    "supporters": ("공감", "supporters"),
    "review": ("검토 의견", "review"),
    "decision": ("결정", "decision"),
    "owner": ("담당", "owner"),
    "planned": ("예정일", "planned"),
    "progress": ("진행률", "progress"),
    "told_ms": ("알린 때", "told"),
    "reconsider_until_ms": ("재심의 신청 기한", "may ask again until"),
    "reconsidered": ("재심의", "reconsidered"),
    "at_ms": ("때", "when"),
    "place": ("곳", "place"),
    "people": ("참석자", "people"),
    "title": ("이름", "title"),
    "number": ("번호", "number"),
    # meet-ups
    "theme": ("주제", "theme"),
    "minutes": ("길이 (분)", "length (minutes)"),
    "seats": ("정원", "seats"),
    "seed": ("추첨 씨앗", "seed"),
    "seed_ms": ("씨앗을 정한 때", "seed named"),
    "drawn_ms": ("추첨한 때", "drawn"),
    "sign_up_until_ms": ("신청 마감", "sign up until"),
    "invitation": ("초대 글", "invitation"),
    "short_invitation": ("짧은 초대 글", "short invitation"),
    "answer": ("답변", "answer"),
    "report": ("결과", "report"),
    "by_hand": ("직접 알림", "by hand"),
    "by_hand_ms": ("직접 알린 때", "told by hand"),
    "late": ("늦은 신청", "late"),
    "told": ("알림", "told"),
    "meaning": ("뜻", "meaning"),
    # speaking
    "voice": ("명의", "voice"),
    "account_voice": ("계정의 명의", "voice of the account"),
    "approval_rules": ("승인이 필요한 명의", "voices that need approval"),
    "asked_by": ("요청한 사람", "asked by"),
    "asked_ms": ("요청한 때", "asked"),
    "due": ("기한", "due"),
    "made_by": ("적은 사람", "made by"),
    "made_ms": ("적은 때", "made"),
    "closed_by": ("마친 사람", "closed by"),
    "closed_ms": ("마친 때", "closed"),
    "writer": ("쓰는 사람", "writer"),
    "purposes": ("쓰임", "purposes"),
    # the house
    "user": ("기록 이름", "user"),
    "name": ("이름", "name"),
    "name_ko": ("이름", "name"),
    "role": ("역할", "role"),
    "voices": ("더 받은 명의", "further voices"),
    "active": ("쓰임", "active"),
    "network": ("매체", "network"),
    "url": ("주소", "address"),
    "handle": ("계정 이름", "handle"),
    "options": ("설정", "options"),
    "enabled": ("켜짐", "switched on"),
    "channel": ("채널", "channel"),
    "kinds": ("종류", "kinds"),
    "file": ("파일", "file"),
    "lines": ("줄 수", "lines"),
    "rows": ("줄", "rows"),
    "unmasked": ("가리지 않음", "unmasked"),
    "created_by": ("만든 사람", "made by"),
}
"""Field of an event → (Korean, English)."""

_STATES: dict[str, tuple[str, str]] = {
    "open": ("처리 전", "open"),
    "answered": ("답변함", "answered"),
    "done": ("처리 완료", "done"),
    "running": ("진행 중", "running"),
    "paused": ("멈춤", "paused"),
    "stopped": ("끝남", "stopped"),
    "sent": ("보냄", "sent"),
    "received": ("접수함", "received"),
    "working": ("처리 중", "in progress"),
    "returned": ("반려됨", "returned"),
    "withdrawn": ("거둠", "withdrawn"),
    "submitted": ("검토 중", "handed in"),
    "accepted": ("받아들임", "accepted"),
    "sent-back": ("돌려보냄", "sent back"),
    "pool": ("모음", "pool"),
    "agenda": ("안건", "on the agenda"),
    "adopted": ("채택", "adopted"),
    "held": ("보류", "held"),
    "rejected": ("불채택", "rejected"),
    "planned": ("예정", "planned"),
    "closed": ("마침", "closed"),
    "inviting": ("신청 받는 중", "inviting"),
    "drawn": ("추첨 마침", "drawn"),
    "over": ("끝남", "over"),
    "cancelled": ("취소", "cancelled"),
    "invited": ("초대함", "invited"),
    "signed-up": ("신청", "signed up"),
    "in": ("참석", "in"),
    "waiting": ("대기", "waiting"),
    "declined": ("사양", "declined"),
    "came": ("옴", "came"),
    "absent": ("오지 않음", "absent"),
    "taken": ("받음", "taken"),
    "left": ("둠", "left"),
    "asked": ("승인 요청", "asked"),
    "spent": ("승인", "approved"),
    "stale": ("낡음", "stale"),
    "prepared": ("준비", "prepared"),
    "kept": ("지킴", "kept"),
    "dropped": ("거둠", "dropped"),
    "sending": ("보내는 중", "sending"),
    "failed": ("실패", "failed"),
    "connected": ("연결됨", "connected"),
    "expired": ("다시 연결해야 함", "expired"),
    "refused": ("거절됨", "refused"),
    "unknown": ("확인 중", "being looked up"),
    "late": ("늦음", "late"),
}
_KINDS: dict[str, tuple[str, str]] = {
    "chat": ("소통민원", "message"),
    "general": ("일반민원", "general matter"),
    "field": ("현장민원", "field matter"),
    "formal": ("정식민원", "formal petition"),
    "proposal": ("국민제안", "proposal"),
    "forward": ("이관", "forwarding"),
    "sent-back": ("답변 돌려보냄", "sent back"),
    "withdrawn": ("회수", "withdrawn"),
    "reminder": ("다시 알림", "reminder"),
}
_VALUES: dict[str, dict[str, tuple[str, str]]] = {
    "track": {
        "new": ("미분류", "unsorted"),
        "forward": ("부서 이관", "forward"),
        "idea": ("정책 아이디어", "idea"),
        "opinion": ("단순 의견", "opinion"),
    },
    "status": _STATES,
    "state": _STATES,
    "decision": _STATES,
    "told": _STATES,
    "mail": _STATES,
    "kind": _KINDS,
    "letter": _KINDS,
    "purpose": {"answer": ("답변", "answer"), "receive": ("접수", "receiving")},
    "stage": {
        "first": ("1차 답변", "first answer"),
        "final": ("최종 답변", "final answer"),
        "notice": ("처리 상황 안내", "interim notice"),
    },
    "part": {"lead": ("주무", "lead"), "supporting": ("협조", "supporting")},
    "came_by": {"program": ("프로그램", "program"), "mail": ("메일", "mail")},
    "meaning": {
        "yes": ("신청", "yes"),
        "no": ("사양", "no"),
        "question": ("물음", "question"),
        "unclear": ("알 수 없음", "unclear"),
    },
    "role": ROLE_WORDS,
    "voice": VOICE_WORDS,
    "account_voice": VOICE_WORDS,
    "voices": VOICE_WORDS,
    "approval_rules": VOICE_WORDS,
}
_DEPARTMENTS = ("department", "to", "owner", "meant_for", "deputy")
"""Fields that hold the code of a department."""

SILENT = frozenset(
    "id rank uid hash digest version changed_ms changed_by exists position list tickets order seat what over"
    " seen merged_into unread posts key remote_id code parent_code official_code name_en note_en note_ko item"
    " meeting ruling outbox open".split()
)
"""Fields that say nothing to a person, or that the sentence of the event has said already."""

_ROW_OF = ("was", "row")
_YES_OR_NO = ("late",)
_PLACE = {name: place for place, name in enumerate(FIELDS)}
_MINUTES = ("opens", "closes", "lunch_from", "lunch_until")


def word(field: str, value: str, lang: str = "ko") -> str:
    """A value of a field in words ("state", "sent": 보냄); one that has no word stays as it is."""
    known = _VALUES.get(field, {}).get(value)
    return value if known is None else known[lang == "en"]


def told(name: str) -> bool:
    """Whether a field is one that people are told of."""
    return name not in SILENT and not name.endswith("_id")


def changes(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    lang: str = "ko",
    departments: Mapping[str, str] | None = None,
    moment: Callable[[int], str] | None = None,
) -> str:
    """What is different, as "처리 구분: 미분류 → 부서 이관"; personal data hidden. What happened to several
    rows alike is said once, with how often. ``moment`` writes a time; without it as in files."""
    say = _Words(lang, departments or {}, moment)
    counted: dict[str, int] = {}
    for name, old, new, row in sorted(
        _pairs(before, after), key=lambda pair: _PLACE.get(pair[0], len(_PLACE))
    ):
        said = say.change(name, old, new)
        if said:
            counted[said] = counted.get(said, 0) + 1 if row else 1
    text = ", ".join(said if times == 1 else f"{said} ×{times}" for said, times in counted.items())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _pairs(
    before: Mapping[str, Any], after: Mapping[str, Any], row: bool = False
) -> Iterator[tuple[str, Any, Any, bool]]:
    """Field, old and new of all that differs, and whether it is one of several rows ("guest:12")."""
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if old == new or name in SILENT:
            continue
        if isinstance(old, Mapping) or isinstance(new, Mapping):
            yield from _pairs(_mapping(old), _mapping(new), row or ":" in name)
        elif not (name in _ROW_OF and (old is None or new is None)):
            yield name, old, new, row


class _Words:
    """How one field's change is said."""

    def __init__(self, lang: str, names: Mapping[str, str], moment: Callable[[int], str] | None) -> None:
        self._english = lang == "en"
        self._names = names
        self._moment = moment

    def change(self, name: str, old: Any, new: Any) -> str:
        if name == "note" and isinstance(new, int):  # the number of a note, which the sentence speaks of
            return ""
        if not told(name) or (_empty(old) and (_empty(new) or new == 0)):
            return ""
        word = FIELDS[name][self._english] if name in FIELDS else name
        now = self.value(name, new)
        return f"{word}: {now}" if _empty(old) else f"{word}: {self.value(name, old)} → {now}"

    def value(self, name: str, value: Any) -> str:
        if isinstance(value, bool) or name in _YES_OR_NO:
            return (("아니요", "no"), ("예", "yes"))[bool(value)][self._english]
        if _empty(value):
            return "–"
        if name.endswith("_ms") and isinstance(value, int):
            return self._time(value)
        if name in _MINUTES and isinstance(value, int):
            return f"{value // 60:02}:{value % 60:02}"
        if isinstance(value, list | tuple):
            return ", ".join(self._part(name, one) for one in value)
        return self._part(name, value)

    def _part(self, name: str, value: Any) -> str:
        if isinstance(value, Mapping):
            shown = [self.value(key, one) for key, one in value.items() if not _empty(one)]
            return " ~ ".join(shown) if name == "pauses" else " ".join(shown)
        if isinstance(value, list | tuple):
            return " ".join(hiding.shown(one) for one in value if isinstance(one, str) and one)
        known = _VALUES.get(name, {}).get(str(value))
        if known is not None:
            return known[self._english]
        if name in _DEPARTMENTS and value in self._names:
            return self._names[value]
        return " ".join(hiding.shown(str(value)).split())

    def _time(self, at_ms: int) -> str:
        if self._moment is not None:
            return self._moment(at_ms)
        try:
            return moment_words(at_ms, iso_day_words)[self._english]
        except (ValueError, OverflowError):
            return str(at_ms)


def _empty(value: Any) -> bool:
    return value is None or value is False or value == "" or value == [] or value == {}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
