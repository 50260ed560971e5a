"""Sentences on voices, approvals, stale threads, checks before sending and promises; see ``sentences.py``."""

from __future__ import annotations

SPEAKING: dict[str, tuple[str, str]] = {
    # --- refusals of the workspace
    "workspace:voice-refused": (
        "이 명의로는 쓸 수 없습니다. 쓴 글은 그대로 있습니다. 다른 계정을 골라 주세요.",
        "You do not speak in this voice. Your text is safe. Please choose another account.",
    ),
    "workspace:needs-approval": (
        "이 명의는 승인을 받아야 보냅니다. 쓴 글은 그대로 있습니다. 승인을 요청해 주세요.",
        "This voice needs approval first. Your text is safe. Please ask for approval.",
    ),
    "workspace:stale-thread": (
        "쓰는 동안 대화가 바뀌었습니다. 보내지 않았습니다. 바뀐 곳을 확인해 주세요.",
        "The thread changed while you wrote. Nothing was sent. Please look at what changed.",
    ),
    "workspace:being-written": (
        "{name} 님이 {until}까지 작성 중으로 표시되어 있습니다. 보내지 않았습니다. 이어받거나 기다려 주세요.",
        "{name} is writing an answer (until {until}). Nothing was sent. Please take over or wait.",
    ),
    "workspace:repeated": (
        "같은 답변을 방금 보냈습니다. 또 보내지 않았습니다. 10초 뒤에 다시 하거나 --again을 붙여 주세요.",
        "The same answer went out just now. It was not sent twice. Wait 10 seconds, or add --again.",
    ),
    "workspace:own-request": (
        "자기가 요청한 글은 스스로 승인할 수 없습니다. 다른 사람에게 부탁해 주세요.",
        "Nobody approves what they asked for themselves. Please ask somebody else.",
    ),
    "workspace:not-own-request": (
        "다른 사람이 요청한 글입니다. 요청한 사람만 거둘 수 있습니다.",
        "Somebody else asked for this. Only they can withdraw it.",
    ),
    "workspace:other-text": (
        "보신 글과 지금 글이 다릅니다. 승인하지 않았습니다. 다시 확인해 주세요.",
        "The text is not the one you saw. Nothing was approved. Please look again.",
    ),
    "workspace:comment-missing": (
        "무엇을 고칠지 적어 주세요. 바뀐 것은 없습니다.",
        "Please write what should be different. Nothing was changed.",
    ),
    "workspace:promise-refused": (
        "이 약속은 적을 수 없습니다. 바뀐 것은 없습니다.",
        "This promise cannot be stored. Nothing was changed.",
    ),
    "workspace:promise-text": (
        "약속한 내용을 적어 주세요. 바뀐 것은 없습니다.",
        "Please write what was promised. Nothing was changed.",
    ),
    "workspace:promise-date": (
        "없는 날짜입니다. 바뀐 것은 없습니다. 2026-12-31처럼 적어 주세요.",
        "There is no such date. Nothing was changed. Please write it like 2026-12-31.",
    ),
    "workspace:promise-note": (
        "지키지 못한 까닭을 적어 주세요. 바뀐 것은 없습니다.",
        "Please write why it is dropped. Nothing was changed.",
    ),
    # --- an answer that is not put into the outbox
    "check-stopped": (
        "보내면 안 되는 곳이 {n}군데 있습니다. 보내지 않았습니다. 고쳐 주세요.",
        "{n} places must not go out. Nothing was sent. Please change them.",
    ),
    "stale-state": (
        "본 뒤에 대화가 바뀌었습니다. 보내지 않았습니다. 확인한 뒤 --force를 붙여 주세요.",
        "The thread changed since you saw it. Nothing was sent. Look at it, then add --force.",
    ),
    "bad-state": (
        "알 수 없는 대화 상태입니다: {name}. preview 명령이 알려 주는 값을 적어 주세요.",
        "{name} is no state of a thread. Please give what the preview command prints.",
    ),
    "no-draft": (
        "이 글에 작성해 둔 초안이 없습니다. 보낸 것은 없습니다.",
        "You have no draft for this post. Nothing was sent.",
    ),
    "template-unfilled": (
        "채우지 못한 자리가 있습니다: {name}. 보내지 않았습니다. 서식을 채워 --text로 보내 주세요.",
        "Some places are open: {name}. Nothing was sent. Please fill them and send it with --text.",
    ),
    "already-answered": (
        "이미 같은 단계의 답변이 있습니다. 보내지 않았습니다. 그래도 보내려면 --again을 붙여 주세요.",
        "There is an answer of this stage already. Nothing was sent. Add --again to send anyway.",
    ),
    "voice-unsaid": (
        "시장 명의로 나가는 글입니다. 보내지 않았습니다. 확인했으면 --voice mayor를 붙여 주세요.",
        "This would go out in the mayor's name. Nothing was sent. Add --voice mayor to confirm.",
    ),
    "voice-other": (
        "이 채널은 다른 명의로 나갑니다. 보내지 않았습니다. --voice 값을 확인해 주세요.",
        "This channel speaks in another voice. Nothing was sent. Please check --voice.",
    ),
    "no-account": (
        "{name} 계정을 찾을 수 없습니다. accounts list로 번호를 확인해 주세요.",
        "There is no account {name}. Please look up its number with accounts list.",
    ),
    # --- findings: {word} is what stands there
    "check-too-long": (
        "{n} 넘습니다. 여기부터 줄여 주세요.",
        "Too long by {n}. Please shorten it from here.",
    ),
    "check-resident": (
        "주민등록번호로 보입니다. 지워 주세요: {word}",
        "Looks like a resident number. Please remove it: {word}",
    ),
    "check-card": (
        "카드 번호로 보입니다. 지워 주세요: {word}",
        "Looks like a card number. Please remove it: {word}",
    ),
    "check-plate": (
        "차량 번호로 보입니다. 지워 주세요: {word}",
        "Looks like a car's plate. Please remove it: {word}",
    ),
    "check-mail": (
        "개인 메일 주소로 보입니다. 지워 주세요: {word}",
        "Looks like a private mail address. Please remove it: {word}",
    ),
    "check-phone": (
        "개인 전화번호로 보입니다. 지워 주세요: {word}",
        "Looks like a private phone number. Please remove it: {word}",
    ),
    "check-desk-phone": (
        "등록된 부서 전화가 아닙니다. 맞는지 확인해 주세요: {word}",
        "No department has this number. Please check it: {word}",
    ),
    "check-variable": (
        "채우지 않은 칸이 있습니다. 채워 주세요: {word}",
        "A place is not filled in yet. Please fill it in: {word}",
    ),
    "check-link": (
        "주소가 잘못되었습니다. 확인해 주세요: {word}",
        "This address cannot be right. Please check it: {word}",
    ),
    "check-link-dead": (
        "열리지 않는 주소입니다. 확인해 주세요: {word}",
        "This address does not open. Please check it: {word}",
    ),
    "check-name": (
        "글쓴이의 이름과 다릅니다. 확인해 주세요: {word}",
        "This is not the writer's name. Please check it: {word}",
    ),
    "check-handle": (
        "글쓴이가 아닌 사람을 부릅니다. 확인해 주세요: {word}",
        "This calls somebody else than the writer. Please check it: {word}",
    ),
    "check-honorific": (
        "부르는 말이 어색합니다. ○○ 님, 시민님으로 적어 주세요: {word}",
        "This form of address reads wrong. Please check it: {word}",
    ),
    "check-office": (
        "조직도에 없는 부서 이름입니다. 확인해 주세요: {word}",
        "No department has this name. Please check it: {word}",
    ),
    "check-former-office": (
        "지금은 없는 부서 이름입니다. 확인해 주세요: {word}",
        "This department does not exist any more. Please check it: {word}",
    ),
    "check-promise": (
        "언제까지인지 없는 약속입니다. 날짜를 적어 주세요: {word}",
        "A promise without a date. Please say until when: {word}",
    ),
    # --- who will see it
    "seen-by-all": ("누구나 볼 수 있습니다.", "Anybody can see it."),
    "seen-by-author": ("글쓴이만 볼 수 있습니다.", "Only the writer can see it."),
    "begins-with-name": (
        "맨 앞에 부르는 이름이 붙고, 글자 수에 셉니다: {name}",
        "The name of whom it answers is put in front, and it counts: {name}",
    ),
    "links-count": (
        "주소 {n}개는 저마다 {detail}자로 셉니다.",
        "{n} addresses count {detail} characters each.",
    ),
}
