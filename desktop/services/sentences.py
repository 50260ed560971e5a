"""The sentences of ``messages``: code → (Korean, English). Data only.

Korean is 합쇼체, a sentence of at most some 40 characters each: what happened, what is safe, what to do. No
apology, no exclamation mark, no blame.
"""

from __future__ import annotations

from desktop.services.failure_sentences import FAILURES
from desktop.services.sentences_clocks import CLOCKS
from desktop.services.sentences_documents import DOCUMENTS
from desktop.services.sentences_forwarding import FORWARDING
from desktop.services.sentences_mail import MAIL
from desktop.services.sentences_meetings import MEETINGS
from desktop.services.sentences_meetups import MEETUPS
from desktop.services.sentences_proof import PROOF
from desktop.services.sentences_speaking import SPEAKING
from desktop.services.sentences_tables import TABLES

SENTENCES: dict[str, tuple[str, str]] = {
    **FAILURES,
    **CLOCKS,
    **DOCUMENTS,
    **FORWARDING,
    **MAIL,
    **MEETINGS,
    **MEETUPS,
    **PROOF,
    **SPEAKING,
    **TABLES,
    # --- health of a channel
    "new": ("아직 수집하지 않았습니다.", "Not collected yet."),
    "ok": ("정상입니다.", "All is well."),
    "slow": ("응답이 느립니다. 계속 수집하고 있습니다.", "It answers slowly. Collecting goes on."),
    "limited": (
        "요청 한도에 걸렸습니다. {until} 이후 자동으로 다시 수집합니다.",
        "The request limit was reached. Collecting resumes by itself after {until}.",
    ),
    "auth": (
        "로그인이 만료되었습니다. 받은 글은 그대로 있습니다. 다시 로그인해 주세요.",
        "The sign-in has expired. Posts received so far are safe. Please sign in again.",
    ),
    "down": (
        "채널에 연결되지 않습니다. 받은 글은 그대로 있고, 자동으로 다시 시도합니다.",
        "The channel cannot be reached. Posts received so far are safe; it is tried again by itself.",
    ),
    "partial": (
        "이 계정으로는 일부만 읽을 수 있습니다. 읽을 수 있는 글은 모두 받았습니다.",
        "This account may read a part only. Everything it may read was received.",
    ),
    "damaged": (
        "채널의 내용이 일부 깨져 있습니다. 읽을 수 있는 글은 모두 받았습니다.",
        "The channel's content is partly damaged. Everything readable was received.",
    ),
    "gone": (
        "채널이 없어졌습니다. 받은 글은 그대로 있습니다. 주소를 확인해 주세요.",
        "The channel no longer exists. Posts received so far are safe. Please check its address.",
    ),
    # --- keyring
    "vault-locked": (
        "비밀번호 보관함이 잠겨 있습니다. 보관함을 열면 자동으로 연결합니다.",
        "The keyring is locked. Channels connect by themselves once it is opened.",
    ),
    "vault-missing": (
        "이 PC에 비밀번호 보관함이 없습니다. 로그인이 필요 없는 채널만 수집합니다.",
        "This PC has no keyring. Only channels that need no sign-in are collected.",
    ),
    "no-secret": (
        "이 PC에 저장된 로그인이 없습니다. 다시 로그인해 주세요.",
        "No sign-in is stored on this PC. Please sign in again.",
    ),
    # --- the whole program
    "offline": (
        "인터넷에 연결되지 않았습니다. 저장된 글은 볼 수 있고, 답변은 연결되면 보냅니다.",
        "There is no internet connection. Stored posts can be read; replies go out when it is back.",
    ),
    "other-program": (
        "다른 프로그램이 수집 중입니다. 새 글은 이 창에도 나타납니다.",
        "Another program is collecting. New posts appear in this window too.",
    ),
    "other-collector": (
        "다른 프로그램이 이 업무공간에서 수집 중입니다. 그 프로그램을 닫고 다시 실행해 주세요.",
        "Another program is collecting on this workspace. Please close it and run this again.",
    ),
    "disk-full": (
        "디스크가 가득 차 수집을 멈췄습니다. 저장된 글은 안전합니다. 공간을 비우면 이어서 수집합니다.",
        "The disk is full and collecting has stopped. Stored posts are safe. It goes on when there is space.",
    ),
    "read-only": (
        "업무공간에 쓸 수 없어 수집을 멈췄습니다. 저장된 글은 볼 수 있습니다. 파일 권한을 확인해 주세요.",
        "The workspace cannot be written and collecting has stopped. Stored posts can be read. "
        "Please check the file's permissions.",
    ),
    "busy": (
        "다른 프로그램이 업무공간을 쓰고 있습니다. 잠시 뒤 이어서 수집합니다.",
        "Another program is using the workspace. Collecting goes on shortly.",
    ),
    "sample": (
        "예시 업무공간입니다. 여기서는 아무것도 보내지 않습니다.",
        "This is a sample workspace. Nothing is ever sent from it.",
    ),
    # --- workspace
    "workspace:not-a-workspace": (
        "이 파일은 업무공간이 아닙니다. 파일은 그대로 두었습니다. 다른 파일을 선택해 주세요.",
        "This file is not a workspace. It was left as it is. Please choose another file.",
    ),
    "workspace:too-new": (
        "더 새로운 프로그램이 만든 업무공간입니다. 파일은 그대로 두었습니다. 프로그램을 업데이트해 주세요.",
        "This workspace was made by a newer program. It was left as it is. Please update the program.",
    ),
    "workspace:read-only": (
        "업무공간에 쓸 수 없습니다. 저장된 글은 그대로 있습니다. 파일 권한을 확인해 주세요.",
        "The workspace cannot be written. Stored posts are safe. Please check the file's permissions.",
    ),
    "workspace:disk-full": (
        "디스크가 가득 차 저장하지 못했습니다. 저장된 글은 안전합니다. 공간을 비워 주세요.",
        "The disk is full and this was not stored. Stored posts are safe. Please make some space.",
    ),
    "workspace:busy": (
        "다른 프로그램이 업무공간을 쓰고 있습니다. 잠시 뒤 다시 시도해 주세요.",
        "Another program is using the workspace. Please try again shortly.",
    ),
    "workspace:damaged": (
        "업무공간 파일이 손상되었습니다. 파일은 그대로 두었습니다. 백업 파일을 열어 주세요.",
        "The workspace file is damaged. It was left as it is. Please open a backup.",
    ),
    "workspace:not-there": (
        "찾는 항목이 없거나 지워졌습니다. 바뀐 것은 없습니다. 목록에서 확인해 주세요.",
        "It does not exist, or was removed. Nothing was changed. Please look at the list.",
    ),
    "workspace:missing": (
        "업무공간 파일이 없습니다. 경로를 확인해 주세요.",
        "There is no workspace at this address. Please check the path.",
    ),
    "workspace:not-allowed": (
        "맡은 역할로는 할 수 없는 일입니다. 바뀐 것은 없습니다. 업무공간 관리자에게 알려 주세요.",
        "Your role does not allow this. Nothing was changed. Please ask the workspace's administrator.",
    ),
    "workspace:wrong-state": (
        "지금 상태에서는 할 수 없는 일입니다. 바뀐 것은 없습니다. 처리 기록을 확인해 주세요.",
        "This cannot be done in the present state. Nothing was changed. Please look at the history.",
    ),
    "workspace:workspace": (
        "업무공간을 열 수 없습니다. 파일은 그대로 두었습니다. 경로를 확인해 주세요.",
        "The workspace cannot be opened. It was left as it is. Please check the path.",
    ),
    "workspace:disk-error": (
        "디스크에서 읽거나 쓰지 못했습니다. 저장된 글은 그대로 있습니다. 디스크를 확인해 주세요.",
        "The disk could not be read or written. Stored posts are safe. Please check the disk.",
    ),
    "workspace:duplicate-channel": (
        "이미 있는 채널입니다. 새로 만들지 않았습니다.",
        "This channel is there already. Nothing was added.",
    ),
    "workspace:conflict": (
        "그 사이 다른 사람이 이 건을 바꿨습니다. 바꾼 것은 없습니다. 다시 확인해 주세요.",
        "Somebody else has changed this case meanwhile. Nothing was changed. Please look again.",
    ),
    "workspace:sample": (
        "예시 업무공간입니다. 여기서는 아무것도 보내지 않습니다.",
        "This is a sample workspace. Nothing is ever sent from it.",
    ),
    "workspace:exists": (
        "같은 이름의 파일이 있습니다. 파일은 그대로 두었습니다. 다른 경로를 적어 주세요.",
        "A file of that name exists. It was left as it is. Please give another path.",
    ),
    "workspace:postgres-later": (
        "이 판은 SQLite 업무공간만 엽니다. sqlite:///경로 로 적어 주세요.",
        "This version opens SQLite workspaces only. Please write sqlite:///path.",
    ),
    "workspace:unknown-workspace-kind": (
        "업무공간 주소를 이해하지 못했습니다. sqlite:///경로 로 적어 주세요.",
        "The workspace address was not understood. Please write sqlite:///path.",
    ),
    # --- sending
    "cannot-reply": (
        "이 채널에는 여기서 답변할 수 없습니다. 원문을 브라우저에서 열어 주세요.",
        "This channel cannot be answered from here. Please open the post in the browser.",
    ),
    "cannot-act": (
        "이 채널에서는 할 수 없는 작업입니다. 원문을 브라우저에서 열어 주세요.",
        "This channel does not allow that. Please open the post in the browser.",
    ),
    "empty-text": (
        "답변 내용이 비어 있습니다. 내용을 적어 주세요.",
        "The reply is empty. Please write something.",
    ),
    "too-long": (
        "답변이 {n}자 넘었습니다. 줄여서 다시 보내 주세요.",
        "The reply is {n} characters too long. Please shorten it.",
    ),
    "bad-characters": (
        "읽을 수 없는 글자가 있습니다. 바뀐 것은 없습니다. 글자를 확인해 주세요.",
        "There are characters that cannot be read. Nothing was changed. Please check them.",
    ),
    "no-post": (
        "그 번호의 글이 없습니다. 번호를 확인해 주세요.",
        "There is no such post. Please check its number.",
    ),
    "post-deleted": (
        "시민이 지운 글이라 답변할 수 없습니다. 보내지 않았습니다.",
        "The citizen has deleted this post, so it cannot be answered. Nothing was sent.",
    ),
    "channel-off": (
        "꺼져 있는 채널입니다. 채널을 켜면 보냅니다.",
        "The channel is switched off. This goes out when it is on again.",
    ),
    "waiting-auth": (
        "로그인이 만료되어 기다립니다. 다시 로그인하면 보냅니다.",
        "It waits because the sign-in has expired. It goes out after a new sign-in.",
    ),
    "waiting-answer": (
        "서버가 응답하지 않아 기다립니다. 자동으로 다시 보냅니다.",
        "It waits because the server does not answer. It is sent again by itself.",
    ),
    "waiting-limit": (
        "요청 한도에 걸려 기다립니다. {until} 이후 자동으로 보냅니다.",
        "It waits because of the request limit. It goes out by itself after {until}.",
    ),
    # --- signing in, channels
    "other-account": (
        "다른 계정으로 로그인했습니다. 바꾼 것은 없습니다. 원래 계정으로 로그인해 주세요.",
        "That is another account. Nothing was changed. Please sign in with the original one.",
    ),
    "insecure": (
        "암호화되지 않은 주소라 비밀번호를 보내지 않았습니다. https 주소를 적어 주세요.",
        "The address is not encrypted, so the password was not sent. Please use an https address.",
    ),
    "elsewhere": (
        "주소가 다른 서버로 넘어가 비밀번호를 보내지 않았습니다. 실제 주소를 적어 주세요.",
        "The address leads to another server, so the password was not sent. Please enter the real address.",
    ),
    "not-signed-in": (
        "로그인이 필요한 채널입니다. 로그인해 주세요.",
        "This channel needs a sign-in. Please sign in.",
    ),
    "token-ended": (
        "로그인이 만료되었습니다. 받은 글은 그대로 있습니다. 다시 로그인해 주세요.",
        "The sign-in has expired. Posts received so far are safe. Please sign in again.",
    ),
    "no-browser": (
        "브라우저를 열 수 없습니다. 기본 브라우저를 확인해 주세요.",
        "The browser could not be opened. Please check the default browser.",
    ),
    "sign-in-timeout": (
        "정해진 시간 안에 로그인하지 않았습니다. 다시 시도해 주세요.",
        "Nobody signed in in time. Please try again.",
    ),
    "sign-in-cancelled": (
        "로그인을 마치지 않았습니다. 바꾼 것은 없습니다.",
        "The sign-in was not finished. Nothing was changed.",
    ),
    "sign-in-refused": (
        "서버가 로그인을 받아들이지 않았습니다. 계정을 확인해 주세요.",
        "The server did not accept the sign-in. Please check the account.",
    ),
    "ask-person": (
        "매체가 올라갔는지 알려 주지 않습니다. 원문을 열어 확인해 주세요.",
        "The network does not tell whether it arrived. Please open the post and look.",
    ),
    "not-arrived": (
        "올라가지 않은 것을 확인했습니다. 쓴 글은 그대로 있습니다.",
        "Somebody has seen that it did not arrive. The text is kept.",
    ),
    "no-backups": (
        "이 매체의 백업은 읽을 수 없습니다. 바뀐 것은 없습니다.",
        "Backups of this network cannot be read. Nothing was changed.",
    ),
    "no-sign-in": (
        "로그인이 필요 없는 매체입니다.",
        "This network needs no sign-in.",
    ),
    "signed-out-already": (
        "로그인하지 않은 채널입니다. 바꾼 것은 없습니다.",
        "This channel is not signed in. Nothing was changed.",
    ),
    "signed-out-elsewhere": (
        "다른 서버의 주소라 로그아웃했습니다. 다시 로그인해 주세요.",
        "The address is on another server, so the channel was signed out. Please sign in again.",
    ),
    "nothing-to-change": (
        "바꿀 내용이 없습니다. 바꿀 것을 --name, --url 처럼 적어 주세요.",
        "There is nothing to change. Please say what, for example --name or --url.",
    ),
    "bad-interval": (
        "간격은 초 단위의 숫자입니다. interval_s=600 처럼 적어 주세요.",
        "Please give the interval in seconds, for example interval_s=600.",
    ),
    "missing-field": (
        "빈 칸이 있습니다. 모두 적어 주세요.",
        "A field is empty. Please fill in all of them.",
    ),
    "cancelled": (
        "로그인을 마치지 않았습니다. 바꾼 것은 없습니다.",
        "The sign-in was not finished. Nothing was changed.",
    ),
    "duplicate-channel": (
        "이미 있는 채널입니다. 새로 만들지 않았습니다.",
        "This channel is there already. Nothing was added.",
    ),
    "no-channel": (
        "'{name}' 채널이 없습니다. channels list로 이름을 확인해 주세요.",
        "There is no channel '{name}'. Please look it up with channels list.",
    ),
    "no-name": ("채널 이름이 비어 있습니다.", "The channel's name is empty."),
    "no-url": ("주소가 비어 있습니다.", "The address is empty."),
    "bad-url": ("http 또는 https 주소가 아닙니다.", "This is not an http or https address."),
    "too-long-field": ("칸의 내용이 너무 깁니다.", "A field is too long."),
    "file-missing": (
        "파일이 없습니다. 경로를 확인해 주세요.",
        "There is no such file. Please check the path.",
    ),
    "file-unreadable": (
        "파일을 읽을 수 없습니다. 파일 권한을 확인해 주세요.",
        "The file cannot be read. Please check its permissions.",
    ),
    "file-unwritable": (
        "파일을 쓸 수 없습니다. 경로와 권한을 확인해 주세요.",
        "The file cannot be written. Please check the path and its permissions.",
    ),
    "file-exists": (
        "같은 이름의 파일이 있습니다. 다른 이름을 적어 주세요.",
        "A file of that name exists. Please give another name.",
    ),
    "file-too-large": (
        "파일이 너무 큽니다. 목록 파일이 맞는지 확인해 주세요.",
        "The file is too large. Please check that it is the list you mean.",
    ),
    "not-a-list": (
        "OPML이나 CSV 파일이 아닙니다. 가져온 채널은 없습니다.",
        "This is neither OPML nor CSV. No channel was imported.",
    ),
    "empty-list": (
        "파일에 채널이 없습니다. 가져온 채널은 없습니다.",
        "There is no channel in the file. None was imported.",
    ),
    # --- command line
    "no-display": (
        "창을 띄울 화면이 없습니다. 화면이 있는 곳에서 실행하거나 seoul-smc collect 를 쓰세요.",
        "There is no display for the window. Run it on a desktop, or use seoul-smc collect.",
    ),
    "no-window": (
        "창에 필요한 라이브러리가 없습니다. seoul-smc doctor 로 확인해 주세요.",
        "A library that the window needs is missing. Please look with seoul-smc doctor.",
    ),
    "usage": ("명령을 이해하지 못했습니다: {detail}", "The command was not understood: {detail}"),
    "bad-date": (
        "날짜를 이해하지 못했습니다. 2026-11-22 또는 2026-11-22T09:00 처럼 적어 주세요.",
        "The date was not understood. Please write it as 2026-11-22 or 2026-11-22T09:00.",
    ),
    "too-few-cases": (
        "하나로 묶을 건을 두 개 이상 적어 주세요.",
        "Please name two cases or more to make one of.",
    ),
    "nothing-to-undo": (
        "되돌릴 일이 없습니다. undo --list로 확인해 주세요.",
        "There is nothing to take back. undo --list shows what you did.",
    ),
    "nothing-to-redo": (
        "다시 할 일이 없습니다. 바뀐 것은 없습니다.",
        "There is nothing to do again. Nothing was changed.",
    ),
    "no-source": (
        "--source 뒤에 받은 곳을 적어 주세요.",
        "Please say after --source where it was received.",
    ),
    "no-case": (
        "그 번호의 건이 없습니다. 번호를 확인해 주세요.",
        "There is no such case. Please check its number.",
    ),
    "no-department": (
        "'{name}' 부서가 없습니다. 부서 이름을 확인해 주세요.",
        "There is no department '{name}'. Please check its name.",
    ),
    "conflict": (
        "그 사이 다른 사람이 이 건을 바꿨습니다. 바꾼 것은 없습니다. 다시 확인해 주세요.",
        "Somebody else has changed this case meanwhile. Nothing was changed. Please look again.",
    ),
    "output-failed": (
        "출력한 내용을 쓸 수 없습니다. 저장된 글은 안전합니다. 디스크 공간을 확인해 주세요.",
        "The output cannot be written. Stored posts are safe. Please check the disk space.",
    ),
    "unavailable": ("이 판에는 없는 기능입니다.", "This version does not have that."),
}
