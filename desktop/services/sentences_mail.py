"""Sentences on letters to departments and the mails that come back; see ``sentences.py``."""

from __future__ import annotations

MAIL: dict[str, tuple[str, str]] = {
    # why a letter waits or has failed
    "mail-no-mailbox": (
        "부서 메일을 보낼 메일함이 없습니다. 채널 화면의 부서 메일에서 골라 주세요.",
        "No mailbox is chosen for letters to departments. Please choose one at Channels, Department mail.",
    ),
    "mail-unknown": (
        "메일이 나갔는지 알 수 없습니다. 부서에 확인한 뒤 다시 보내 주세요.",
        "It is not known whether the letter went out. Please ask the department before sending it again.",
    ),
    "mail-bounced": (
        "부서의 메일 서버가 메일을 돌려보냈습니다. 부서의 메일 주소를 확인해 주세요.",
        "The department's mail server sent the letter back. Please check the department's address.",
    ),
    "mail-gave-up": (
        "메일 서버가 여러 번 응답하지 않아 멈췄습니다. 연결을 확인한 뒤 다시 보내 주세요.",
        "The mail server did not answer several times. Please check the connection and send it again.",
    ),
    "no-sender": (
        "보내는 주소를 알 수 없습니다. 메일 채널의 계정에 메일 주소를 적어 주세요.",
        "The sender's address is not known. Please type the mail address as the channel's account.",
    ),
    # what cannot be done
    "workspace:mail-no-address": (
        "메일 주소가 없는 부서입니다. 보내지 않았습니다. 부서의 메일 주소를 적어 주세요.",
        "The department has no mail address. Nothing was sent. Please type its address.",
    ),
    "workspace:mail-not-open": (
        "이미 끝난 이관입니다. 메일을 보내지 않았습니다.",
        "This forwarding has ended. No letter was sent.",
    ),
    "workspace:mail-on-its-way": (
        "이미 보내고 있는 메일입니다. 잠시 뒤에 확인해 주세요.",
        "The letter is on its way already. Please look again in a moment.",
    ),
    "workspace:mail-not-failed": (
        "다시 보낼 필요가 없는 메일입니다. 바뀐 것은 없습니다.",
        "This letter need not be sent again. Nothing was changed.",
    ),
    "workspace:mail-no-mailbox": (
        "메일을 보낼 수 없는 채널입니다. 로그인한 메일 채널을 골라 주세요.",
        "Letters cannot leave from this channel. Please choose a mail channel that is signed in.",
    ),
    "workspace:mail-bad-hours": (
        "알림 시간은 0에서 240시간까지입니다. 바뀐 것은 없습니다.",
        "Reminders go out 0 to 240 hours before. Nothing was changed.",
    ),
    "workspace:refused-mail-done": (
        "이미 처리한 메일입니다. 바뀐 것은 없습니다. 목록을 다시 확인해 주세요.",
        "Somebody has dealt with this mail already. Nothing was changed.",
    ),
    "workspace:refused-mail-not-acceptable": (
        "이 메일은 답변으로 받을 수 없습니다. 바뀐 것은 없습니다.",
        "This mail cannot be taken as an answer. Nothing was changed.",
    ),
    "workspace:refused-mail-closed": (
        "이미 끝난 이관이라 답변으로 받을 수 없습니다. 메일은 그대로 있습니다.",
        "The forwarding has ended, so this cannot become its answer. The mail is kept.",
    ),
    "workspace:refused-mail-gone": (
        "이미 글이 된 메일입니다. 바뀐 것은 없습니다.",
        "This mail is a post already. Nothing was changed.",
    ),
    # why a mail was not believed
    "refused:unknown-token": (
        "없는 번호가 적힌 메일입니다. 부서의 답변으로 보지 않았습니다.",
        "The mail bears a number that was never given out; it was not taken as an answer.",
    ),
    "refused:other-token": (
        "다른 이관의 메일에 회신했습니다. 어느 건인지 알 수 없습니다.",
        "The mail answers another letter than its number says.",
    ),
    "refused:wrong-sender": (
        "부서의 메일 주소가 아닌 곳에서 보냈습니다.",
        "The sender's address is not the department's.",
    ),
    "refused:forged": (
        "우리 메일 서버가 보낸 사람을 확인하지 못했습니다. 위조일 수 있습니다.",
        "Our mail server says that the sender is not who they claim to be.",
    ),
    "refused:form": (
        "홈페이지 양식에서 온 메일입니다. 보낸 사람을 알 수 없습니다.",
        "The mail was sent by a form, so its sender is not known.",
    ),
    "refused:automatic": (
        "사람이 쓰지 않은 자동 회신입니다.",
        "Nobody wrote this mail; it was sent automatically.",
    ),
    "refused:closed": (
        "이미 끝난 이관에 온 회신입니다.",
        "The mail answers a forwarding that has ended.",
    ),
    "refused:empty": (
        "답변 내용이 없는 회신입니다.",
        "There are no words of an answer in this mail.",
    ),
    "refused:no-reason": (
        "반려 사유가 없습니다. 부서에 사유를 물어봐 주세요.",
        "The case was given back without a reason. Please ask the department for it.",
    ),
    "refused:too-long": (
        "20,000자가 넘는 회신입니다. 확인하고 필요한 부분만 받아 주세요.",
        "The mail has over 20,000 characters. Please take what is needed of it.",
    ),
    "refused:not-possible": (
        "지금은 답변을 받을 수 없는 이관입니다.",
        "The forwarding cannot take an answer now.",
    ),
}
