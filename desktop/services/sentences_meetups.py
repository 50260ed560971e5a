"""Sentences on meet-ups and templates; see ``sentences.py``."""

from __future__ import annotations

MEETUPS: dict[str, tuple[str, str]] = {
    # --- templates
    "workspace:template-refused": (
        "서식을 저장하지 못했습니다. 바꾼 것은 없습니다.",
        "The template was not stored. Nothing was changed.",
    ),
    "workspace:template-name": (
        "서식의 이름이 비어 있습니다. 이름을 적어 주세요.",
        "The template has no name. Please give it one.",
    ),
    "workspace:template-twice": (
        "“{name}” 서식이 이미 있습니다. 다른 이름을 적어 주세요.",
        "There is a template “{name}” already. Please choose another name.",
    ),
    "workspace:template-empty": (
        "서식에 글이 없습니다. 글을 적어 주세요.",
        "The template has no text. Please write one.",
    ),
    "workspace:template-long": (
        "서식이 너무 깁니다. 5,000자까지 적을 수 있습니다.",
        "The template is too long. It may have 5,000 characters.",
    ),
    "workspace:template-unknown": (
        "{{{name}}} 자리는 채울 수 없습니다. 쓸 수 있는 자리를 확인해 주세요.",
        "Nothing fills the place {{{name}}}. Please look which places there are.",
    ),
    "workspace:template-kind": (
        "모르는 서식 종류입니다: {name}",
        "This kind of template is not known: {name}",
    ),
    "no-template": (
        "그런 서식이 없습니다. seoul-smc templates list 로 확인해 주세요.",
        "There is no such template. Please look with seoul-smc templates list.",
    ),
    # --- meet-ups
    "workspace:meetup-refused": (
        "이 번개팅에서는 할 수 없습니다. 바꾼 것은 없습니다.",
        "That cannot be done with this meet-up. Nothing was changed.",
    ),
    "workspace:meetup-no-theme": (
        "번개팅의 주제가 비어 있습니다. 주제를 적어 주세요.",
        "The meet-up has no theme. Please give it one.",
    ),
    "workspace:meetup-no-time": (
        "번개팅의 일시가 비어 있습니다. 일시를 정해 주세요.",
        "The meet-up has no day and time. Please choose them.",
    ),
    "workspace:meetup-seats": (
        "정원은 1명부터 10,000명까지 정할 수 있습니다.",
        "A meet-up has 1 to 10,000 seats.",
    ),
    "workspace:meetup-minutes": (
        "시간은 1분부터 24시간까지 정할 수 있습니다.",
        "A meet-up lasts from 1 minute to 24 hours.",
    ),
    "workspace:meetup-at": ("일시를 확인해 주세요.", "Please check day and time."),
    "workspace:meetup-sign": ("신청 기한을 확인해 주세요.", "Please check until when one may sign up."),
    "workspace:meetup-sign-up-late": (
        "신청 기한이 번개팅보다 늦습니다. 신청 기한을 앞당겨 주세요.",
        "Sign-up would end after the meet-up begins. Please end it earlier.",
    ),
    "workspace:meetup-seats-taken": (
        "이미 정해진 참석자보다 정원이 적습니다. 바꾼 것은 없습니다.",
        "There are more guests with a seat than that. Nothing was changed.",
    ),
    "workspace:meetup-invited": (
        "이미 초대한 글입니다. 바꾼 것은 없습니다.",
        "Its author was invited already. Nothing was changed.",
    ),
    "workspace:meetup-answered": (
        "이미 결과를 알린 글입니다. 바꾼 것은 없습니다.",
        "Its author was told the result already. Nothing was changed.",
    ),
    "workspace:meetup-ended": (
        "끝났거나 취소한 번개팅입니다. 다시 열면 바꿀 수 있습니다.",
        "This meet-up is over or cancelled. Open it again to change it.",
    ),
    "workspace:meetup-open": (
        "이미 열려 있는 번개팅입니다.",
        "This meet-up is open already.",
    ),
    "workspace:meetup-no-seed": (
        "추첨 씨앗이 아직 없습니다. 먼저 씨앗을 공개해 주세요.",
        "There is no seed yet. Please publish one first.",
    ),
    "workspace:meetup-seed-fixed": (
        "이미 공개한 씨앗은 바꿀 수 없습니다.",
        "A seed that was published cannot be changed.",
    ),
    "workspace:meetup-nobody": (
        "아직 신청한 사람이 없습니다. 신청을 받은 뒤 추첨해 주세요.",
        "Nobody has signed up yet. Please draw when somebody has.",
    ),
    "workspace:meetup-list-closed": (
        "씨앗을 공개해 신청 명단이 닫혔습니다. 불참으로 바꿔 주세요.",
        "The list was closed with the seed. Please enter that they decline.",
    ),
    "workspace:guest-no-name": ("이름을 적어 주세요.", "Please write a name."),
    "workspace:guest-was-there": (
        "이미 참석 여부를 적은 사람입니다. 바꾼 것은 없습니다.",
        "Whether they came is written down already. Nothing was changed.",
    ),
    "workspace:guest-no-seat": (
        "자리를 받은 사람만 참석 여부를 적습니다.",
        "Only those who had a seat came or did not.",
    ),
    "workspace:guest-no-case": (
        "전화로 신청한 사람이라 이어진 글이 없습니다. 보드에 새 글로 넣어 주세요.",
        "They signed up by telephone and have no post. Please put it on the board as a new one.",
    ),
    "workspace:guest-told": (
        "이미 결과를 알린 사람입니다. 바꾼 것은 없습니다.",
        "They were told already. Nothing was changed.",
    ),
    "workspace:note-empty": ("나온 말을 적어 주세요.", "Please write what was said."),
    "no-invited-post": (
        "그 글은 이 번개팅에 없습니다: {name}. 보낸 것은 없습니다.",
        "That post is not in this meet-up: {name}. Nothing was sent.",
    ),
    "no-guest": (
        "그 번호의 손님이 이 번개팅에 없습니다: {name}. 바뀐 것은 없습니다.",
        "There is no such guest in this meet-up: {name}. Nothing was changed.",
    ),
    "no-meetup-reply": (
        "확인할 답글 가운데 그 번호가 없습니다. meetups guests로 확인해 주세요.",
        "No reply of that number waits. Please look with meetups guests.",
    ),
    "meetup-no-result": (
        "알릴 결과가 없습니다. 보낸 것은 없습니다. --text로 적어 주세요.",
        "There is nothing to tell yet. Nothing was sent. Please write it with --text.",
    ),
    "no-meetup": (
        "그런 번개팅이 없습니다. seoul-smc meetups list 로 확인해 주세요.",
        "There is no such meet-up. Please look with seoul-smc meetups list.",
    ),
    "bad-time": (
        "일시는 2026-11-27 18:30 처럼 적어 주세요: {detail}",
        "Please write day and time as 2026-11-27 18:30: {detail}",
    ),
    "not-signed-in": (
        "이 채널에 로그인하지 않아 보낼 수 없습니다. 로그인하거나 다른 방법으로 알려 주세요.",
        "This channel is not signed in, so nothing can be sent. Please sign in, or tell them another way.",
    ),
    "meetup-open-place": (
        "장소처럼 채우지 못한 자리가 있습니다. 번개팅을 고친 뒤 보내 주세요.",
        "Something in the text is still open, such as the place. Please complete the meet-up, then send.",
    ),
    "meetup-same-author": (
        "같은 시민의 다른 글로 이미 초대합니다.",
        "The same citizen is invited below another post already.",
    ),
    "by-telephone": (
        "전화로 신청한 사람입니다. 전화로 알려 주세요.",
        "They signed up by telephone. Please tell them by telephone.",
    ),
}
