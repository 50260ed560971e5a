"""What ``--help`` says of arguments that mean the same in many commands: a placeholder and a line each.

Imports nothing of the program. A command that has words of its own gives them where it makes the argument.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_DAY = ("날짜", "DATE")
_FILE = ("경로", "FILE")
_ID = ("번호", "ID")
_NAME = ("이름", "NAME")
_TEXT = ("글", "TEXT")
_N = ("N", "N")

_WORDS: dict[str, tuple[tuple[str, str] | None, str, str]] = {
    # numbers of things
    "account": (("계정", "ACCOUNT"), "계정의 번호나 이름 (accounts list)", "number or name of the account"),
    "answer": (("답변번호", "ANSWER"), "부서 답변의 번호 (forwardings show)", "number of the answer"),
    "case": (("건번호", "CASE"), "건의 번호 (cases list)", "number of the case (cases list)"),
    "channel": (("채널", "CHANNEL"), "채널의 번호나 이름", "number or name of the channel"),
    "department": (("부서", "DEPARTMENT"), "부서의 이름이나 기호", "name or code of the department"),
    "guest": (("손님", "GUEST"), "손님의 번호 (meetups guests)", "number of the guest (meetups guests)"),
    "id": (_ID, "목록에 나오는 번호", "the number that the list prints"),
    "idea": (("건번호", "CASE"), "아이디어의 번호 (ideas list)", "number of the idea (ideas list)"),
    "meeting": (("회의", "MEETING"), "회의의 번호 (meetings list)", "number of the meeting"),
    "meetup": (("번개팅", "MEETUP"), "번개팅의 번호 (meetups list)", "number of the meet-up"),
    "member": (_NAME, "구성원의 이름 (members list)", "name of the member (members list)"),
    "others": (("건번호", "CASE"), "합칠 다른 건의 번호", "the cases to put together with it"),
    "post": (("글번호", "POST"), "글의 번호 (posts)", "number of the post (posts)"),
    "rule": (_ID, "규칙의 번호 (rules list)", "id of the rule (rules list)"),
    "step": (("동작번호", "STEP"), "동작의 번호 (--json의 step)", "the step that --json prints"),
    "template": (
        ("서식", "TEMPLATE"),
        "서식의 번호나 이름 (templates list)",
        "number or name of the template",
    ),
    "voice": (("명의", "VOICE"), "mayor, spokesperson, official, department", "one of the four voices"),
    # what is written, where and when
    "date": (_DAY, "2026-11-25처럼 적습니다", "like 2026-11-25"),
    "file": (_FILE, "파일 이름", "name of the file"),
    "path": (_FILE, "파일 이름. 없으면 늘 쓰는 곳", "name of the file; without it: the usual place"),
    "percent": (("0-100", "0-100"), "얼마나 되었는지", "how far it is"),
    "result": (("결과", "RESULT"), "arrived 올라감, missing 없음", "arrived or missing"),
    "text": (_TEXT, "찾을 글", "the text to look for"),
    "--add": (("글번호", "POST"), "더할 글", "posts to add"),
    "--remove": (("글번호", "POST"), "뺄 글", "posts to take away"),
    "--absent": (("손님", "GUEST"), "오지 않은 손님", "guests who did not come"),
    "--active": (None, "쓰는지 (yes, no)", "whether it is in use"),
    "--answer": (_TEXT, "시민에게 알릴 결과", "what citizens are told came of it"),
    "--at": (("일시", "WHEN"), "여는 때", "when it takes place"),
    "--basis": (_TEXT, "근거가 되는 조문", "the article it stands on"),
    "--came": (("손님", "GUEST"), "온 손님", "guests who came"),
    "--case": (("건번호", "CASE"), "이 건만", "of this case"),
    "--channel": (("채널", "CHANNEL"), "이 채널로", "through this channel"),
    "--close": (("시각", "HH:MM"), "닫는 시각", "when the office closes"),
    "--comment": (("까닭", "TEXT"), "돌려보내는 까닭", "why it is sent back"),
    "--contact": (("연락처", "CONTACT"), "연락처", "how to reach them"),
    "--department": (("부서", "DEPARTMENT"), "부서의 이름이나 기호", "name or code of the department"),
    "--due": (_DAY, "언제까지 (2026-12-31)", "until when (2026-12-31)"),
    "--duties": (("업무", "DUTIES"), "맡은 업무의 낱말", "what it is responsible for"),
    "--first-day": (None, "첫날을 세는지 (yes, no)", "whether the first day counts"),
    "--guest": (("손님", "GUEST"), "이 손님만 (여러 번 적을 수 있음)", "only this guest; may be repeated"),
    "--handle": (("계정", "HANDLE"), "매체에서 쓰는 계정 이름", "the account's name on its network"),
    "--interval": (("초", "SECONDS"), "몇 초마다 수집할지", "seconds between two rounds"),
    "--invitation": (
        _TEXT,
        "초대 글. {이름}, {일시} 자리를 쓸 수 있음",
        "text of the invitation, with places",
    ),
    "--kind": (None, "종류", "its kind"),
    "--lang": (None, "화면에 쓸 말", "the language to speak"),
    "--limit": (_N, "많아야 이만큼", "at most so many"),
    "--mail": (("주소", "ADDRESS"), "메일 주소", "mail address"),
    "--minutes": (("분", "MINUTES"), "걸리는 시간", "how long it takes"),
    "--name": (_NAME, "이름", "the name"),
    "--name-en": (_NAME, "영어 이름", "the English name"),
    "--network": (("매체", "NETWORK"), "wordpress, feed, mail, mastodon, x …", "wordpress, feed, mail, x …"),
    "--note": (("메모", "TEXT"), "함께 남길 말", "words to keep with it"),
    "--number": (_N, "제 몇 차 회의인지", "the number that the meeting bears"),
    "--open": (("시각", "HH:MM"), "여는 시각", "when the office opens"),
    "--order": (None, "filed 낸 순서, newest 최신, support 공감", "in which order"),
    "--owner": (("담당", "OWNER"), "맡은 부서나 사람", "who is responsible"),
    "--place": (("장소", "PLACE"), "여는 곳", "where it takes place"),
    "--planned": (_DAY, "추진 예정일 (2027-03-01)", "when it should be done (2027-03-01)"),
    "--post": (("글번호", "POST"), "이 글 (여러 번 적을 수 있음)", "this post; may be repeated"),
    "--private": (None, "글쓴이에게만 보냅니다", "to the author of the post alone"),
    "--reason": (("사유", "REASON"), "사유", "the reason"),
    "--report": (_TEXT, "나온 이야기 (안에서만 봄)", "what was said there, for the office"),
    "--retire": (_ID, "이 결정을 더 쓰지 않음", "do not go by this one any more"),
    "--review": (_TEXT, "검토 의견", "the office's view of it"),
    "--role": (None, "역할", "what they may do"),
    "--search": (_TEXT, "이 말이 든 것만", "only what has these words"),
    "--seats": (("명", "SEATS"), "자리 수", "how many can come"),
    "--short-invitation": (_TEXT, "짧은 글만 받는 채널의 초대 글", "the same for channels of short texts"),
    "--source": (_TEXT, "출처", "where it was found"),
    "--stage": (None, "first 1차, final 최종, notice 중간 알림", "first or final answer, or a notice"),
    "--state": (None, "이 상태만", "only those in this state"),
    "--supporters": (_N, "다른 곳에서 센 공감 수", "support that was counted elsewhere"),
    "--text": (_TEXT, "보낼 글. '-'이면 표준 입력에서 읽음", "the text; '-' reads standard input"),
    "--theme": (("주제", "THEME"), "번개팅의 주제", "what it is about"),
    "--title": (("제목", "TITLE"), "제목", "the title"),
    "--track": (
        None,
        "new 미분류, forward 부서 이관, idea 정책 아이디어, opinion 단순 의견",
        "one of the tracks",
    ),
    "--unit": (None, "기간의 단위", "what the length counts"),
    "--url": (("주소", "URL"), "http://, https://, imap:// 주소", "the address"),
    "--view": (None, "어떤 아이디어를 볼지", "which ideas"),
    "--voice": (None, "명의", "in whose name"),
    "--who": (_NAME, "이 사람이 한 일만", "only what this person did"),
    "--word": (("낱말", "WORD"), "낱말", "a word"),
    "--workspace": (("주소", "URL"), "업무공간 (sqlite:///…)", "the workspace (sqlite:///…)"),
    "--year": (("연도", "YEAR"), "이 해만. 없으면 올해", "of this year; without it: this one"),
    "--author": (_NAME, "시민 이름. 모르면 비움", "the citizen's name; empty if unknown"),
    # the same words, meaning something else in some commands
    "channels add --name": (_NAME, "채널의 이름", "what to call the channel"),
    "departments find text": (_TEXT, "이름, 업무, 초성", "name, duty or initial consonants"),
    "departments suggest text": (_TEXT, "시민이 쓴 글", "what the citizen wrote"),
    "posts add --at": (("때", "TIME"), "받은 때 (2026-11-22T09:00). 없으면 지금", "when; without it: now"),
    "posts add --source": (("받은 곳", "SOURCE"), "전화, 방문, 카카오톡 …", "telephone, counter, chat …"),
    "posts add --text": (_TEXT, "들은 말. '-'이면 표준 입력에서 읽음", "what was said; '-' reads stdin"),
    "posts add --url": (("주소", "URL"), "원문 주소", "where it can be read"),
    "cases apart --post": (("글번호", "POST"), "이 글만. 없으면 모두", "this post; without it: all"),
    "cases note --text": (_TEXT, "메모. 시민에게 나가지 않음", "the note; never sent to a citizen"),
    "cases --limit": (_N, "처리 구분마다 많아야 이만큼", "at most so many of each track"),
    "cases clock --rule": (_ID, "--kind와 함께", "with --kind"),
    "due --rule": (_ID, "규칙의 번호 (due --list)", "id of the rule (due --list)"),
    "forwardings answer --text": (
        _TEXT,
        "시민에게 보낼 답변. '-'이면 표준 입력",
        "the answer; '-' reads stdin",
    ),
    "forwardings --note": (("메모", "TEXT"), "부서에 전할 말", "words for the department"),
    "cases forward --note": (("메모", "TEXT"), "부서에 전할 말", "words for the department"),
    "ideas progress --owner": (("부서", "DEPARTMENT"), "추진할 부서", "the department that does it"),
    "ideas edit --title": (("제목", "TITLE"), "아이디어의 제목", "the title of the idea"),
    "meetings decide --owner": (("부서", "DEPARTMENT"), "추진할 부서", "the department that does it"),
    "meetings decide --planned": (
        _DAY,
        "추진 예정일 (채택할 때는 꼭, 2027-03-01)",
        "when it should be done; adopting needs it (2027-03-01)",
    ),
    "meetings decide --reason": (
        ("사유", "REASON"),
        "결정 사유 (제안자에게 나감)",
        "why; the proposer reads it",
    ),
    "meetups note --text": (_TEXT, "나온 말", "what was said"),
    "meetups sign-up --name": (_NAME, "전화나 현장에서 신청한 사람", "somebody who asked by telephone"),
    "members --name": (_NAME, "화면에 보일 이름", "the name that is shown"),
    "members --department": (("부서", "DEPARTMENT"), "속한 부서", "where they work"),
    "members --voice": (
        None,
        "쓸 수 있는 명의 (여러 번 적을 수 있음)",
        "a voice they may use; may be repeated",
    ),
    "log --kind": (("종류", "KIND"), "이 종류의 일만", "only this kind of event"),
    "posts --channel": (
        ("채널", "CHANNEL"),
        "이 채널만 (여러 번 적을 수 있음)",
        "of this channel; repeatable",
    ),
    "promises add --case": (("건번호", "CASE"), "이 건에 한 약속", "the case it was given in"),
    "promises --text": (_TEXT, "약속한 말", "what was promised"),
    "promises list --owner": (("담당", "OWNER"), "이 담당의 것만", "only those of this owner"),
    "templates --text": (_TEXT, "서식의 글. {이름}, {부서} 자리를 쓸 수 있음", "its text, with places"),
    "templates --track": (None, "이 처리 구분에 먼저 보임", "offered first on this track"),
    "templates --voice": (None, "이 명의에 먼저 보임", "offered first for this voice"),
    "templates --kind": (None, "어디에 쓰는 서식인지", "what it is used for"),
}


def fill(prog: str, names: tuple[str, ...], given: dict[str, Any], t: Callable[[str, str], str]) -> None:
    """Put placeholder and help where the command gave none. ``prog`` is the whole command; a value that has
    choices keeps them as its placeholder."""
    if given.get("action") in ("help", "parsers") or not names:
        return
    path = prog.split()[1:]
    keys = [" ".join([*path[:n], names[0]]) for n in range(len(path), -1, -1)]
    found = next((_WORDS[key] for key in keys if key in _WORDS), None)
    if found is None:
        return
    placeholder, korean, english = found
    takes_a_value = given.get("action") not in ("store_true", "store_false")
    if placeholder is not None and takes_a_value and given.get("choices") is None:
        given.setdefault("metavar", t(*placeholder))
    given.setdefault("help", t(korean, english))
