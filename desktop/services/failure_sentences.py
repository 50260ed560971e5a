"""The sentences for what can go wrong between the program and a network: the codes of ``connectors``.

Data only; see ``sentences`` for their style.
"""

from __future__ import annotations

FAILURES: dict[str, tuple[str, str]] = {
    "no-answer": (
        "서버가 응답하지 않습니다. 자동으로 다시 시도합니다.",
        "The server does not answer. It is tried again by itself.",
    ),
    "connect": (
        "서버에 연결할 수 없습니다. 인터넷 연결을 확인해 주세요.",
        "The server cannot be reached. Please check the internet connection.",
    ),
    "connect-refused": (
        "서버가 연결을 받지 않습니다. 자동으로 다시 시도합니다.",
        "The server does not take connections. It is tried again by itself.",
    ),
    "proxy": (
        "프록시에 연결할 수 없습니다. 프록시 설정을 확인해 주세요.",
        "The proxy cannot be reached. Please check the proxy settings.",
    ),
    "broken": (
        "응답이 도중에 끊겼습니다. 자동으로 다시 시도합니다.",
        "The answer broke off. It is tried again by itself.",
    ),
    "closed": (
        "실시간 연결이 끊겼습니다. 빠진 글은 다시 연결할 때 채웁니다.",
        "The live connection broke. What was missed is filled in when it is back.",
    ),
    "address": (
        "http 또는 https 주소가 아닙니다. 채널 주소를 확인해 주세요.",
        "This is not an http or https address. Please check the channel's address.",
    ),
    "redirects": (
        "주소가 끝없이 다른 곳을 가리킵니다. 채널 주소를 확인해 주세요.",
        "The address keeps pointing elsewhere. Please check the channel's address.",
    ),
    "redirect-refused": (
        "주소가 안전하지 않은 곳을 가리켜 따라가지 않았습니다. 채널 주소를 확인해 주세요.",
        "The address points to an unsafe place and was not followed. Please check the channel's address.",
    ),
    "rate-limited": (
        "요청 한도에 걸렸습니다. {until} 이후 자동으로 다시 수집합니다.",
        "The request limit was reached. Collecting resumes by itself after {until}.",
    ),
    "broken-compression": (
        "압축된 응답을 풀 수 없습니다. 아무것도 바꾸지 않았고, 다시 시도합니다.",
        "The compressed answer cannot be opened. Nothing was changed; it is tried again.",
    ),
    "encoding": (
        "응답의 문자를 읽을 수 없습니다. 아무것도 바꾸지 않았고, 다시 시도합니다.",
        "The characters of the answer cannot be read. Nothing was changed; it is tried again.",
    ),
    "not-json": (
        "서버가 읽을 수 없는 응답을 보냈습니다. 채널 주소를 확인해 주세요.",
        "The server's answer cannot be read. Please check the channel's address.",
    ),
    "outcome": (
        "보냈는지 확인하지 못했습니다. 두 번 보내지 않도록 먼저 확인합니다.",
        "It is not known whether this was sent. It is looked up first, so nothing goes out twice.",
    ),
    "interrupted": (
        "보내는 도중에 프로그램이 끝났습니다. 두 번 보내지 않도록 먼저 확인합니다.",
        "The program ended while sending. It is looked up first, so nothing goes out twice.",
    ),
    "dns": (
        "서버 주소를 찾을 수 없습니다. 주소와 인터넷 연결을 확인해 주세요.",
        "The server's address was not found. Please check the address and the connection.",
    ),
    "timeout": (
        "서버가 제때 응답하지 않았습니다. 자동으로 다시 시도합니다.",
        "The server did not answer in time. It is tried again by itself.",
    ),
    "deadline": (
        "정해진 시간 안에 끝나지 않았습니다. 받은 글은 저장했습니다.",
        "It did not finish in the time allowed. What had arrived was stored.",
    ),
    "tls": (
        "보안 연결을 확인할 수 없습니다. 서버 인증서를 확인해 주세요.",
        "The secure connection could not be verified. Please check the server's certificate.",
    ),
    "stream": (
        "실시간 연결이 끊겼습니다. 빠진 글은 다시 연결할 때 채웁니다.",
        "The live connection broke. What was missed is filled in when it is back.",
    ),
    "http-401": (
        "로그인이 필요한 주소입니다. 다시 로그인해 주세요.",
        "This address needs a sign-in. Please sign in again.",
    ),
    "http-403": (
        "서버가 접근을 막았습니다. 계정의 권한을 확인해 주세요.",
        "The server denies access. Please check what the account may do.",
    ),
    "http-404": (
        "주소에 아무것도 없습니다. 채널 주소를 확인해 주세요.",
        "There is nothing at this address. Please check the channel's address.",
    ),
    "http-429": (
        "요청이 너무 많아 서버가 잠시 막았습니다. 자동으로 다시 시도합니다.",
        "The server asks for fewer requests. It is tried again by itself.",
    ),
    "http-5xx": (
        "서버에 오류가 있습니다({status}). 자동으로 다시 시도합니다.",
        "The server has a fault ({status}). It is tried again by itself.",
    ),
    "http-other": (
        "서버가 예상하지 못한 응답({status})을 보냈습니다. 채널 주소를 확인해 주세요.",
        "The server gave an unexpected answer ({status}). Please check the channel's address.",
    ),
    "html": (
        "글 목록이 아니라 웹 페이지가 왔습니다. 채널 주소를 확인해 주세요.",
        "A web page came instead of posts. Please check the channel's address.",
    ),
    "not-a-feed": (
        "이 주소의 내용은 피드가 아닙니다. 채널 주소를 확인해 주세요.",
        "What is at this address is not a feed. Please check the channel's address.",
    ),
    "empty": (
        "서버가 빈 내용을 보냈습니다. 받은 글은 그대로 있습니다.",
        "The server sent nothing. Posts received so far are safe.",
    ),
    "too-large": (
        "내용이 20 MB를 넘어 받지 않았습니다. 받은 글은 그대로 있습니다.",
        "The content is over 20 MB and was not taken. Posts received so far are safe.",
    ),
    "crashed": (
        "이 채널의 글을 읽다가 읽는 부분이 멈췄습니다. 저장된 글은 안전하며 다음 수집 때 다시 읽습니다.",
        "Reading this channel stopped halfway. Stored posts are safe; it is read again at the next round.",
    ),
    "unreadable": (
        "응답을 읽을 수 없습니다. 아무것도 바꾸지 않았고, 다시 시도합니다.",
        "The answer cannot be read. Nothing was changed; it is tried again.",
    ),
    "redirect": (
        "주소가 끝없이 다른 곳을 가리킵니다. 채널 주소를 확인해 주세요.",
        "The address keeps pointing elsewhere. Please check the channel's address.",
    ),
    "not-mastodon": (
        "이 주소에는 마스토돈 서버가 없습니다. 채널 주소를 확인해 주세요.",
        "There is no Mastodon server at this address. Please check the channel's address.",
    ),
    "not-bluesky": (
        "블루스카이 서버의 응답이 아닙니다. 채널 주소를 확인해 주세요.",
        "This is not an answer of Bluesky. Please check the channel's address.",
    ),
    "not-discourse": (
        "디스코스 서버의 응답이 아닙니다. 채널 주소를 확인해 주세요.",
        "This is not an answer of Discourse. Please check the channel's address.",
    ),
    "not-me2day": (
        "미투데이 서버의 응답이 아닙니다. 채널 주소를 확인해 주세요.",
        "This is not an answer of me2day. Please check the channel's address.",
    ),
    "not-band": (
        "네이버 밴드 서버의 응답이 아닙니다. 채널 주소를 확인해 주세요.",
        "This is not an answer of Naver BAND. Please check the channel's address.",
    ),
    "not-threads": (
        "스레드 서버의 응답이 아닙니다. 채널 주소를 확인해 주세요.",
        "This is not an answer of Threads. Please check the channel's address.",
    ),
    "not-x": (
        "X 서버의 응답이 아닙니다. 채널 주소를 확인해 주세요.",
        "This is not an answer of X. Please check the channel's address.",
    ),
    "not-youtube": (
        "유튜브 서버의 응답이 아닙니다. 채널 주소를 확인해 주세요.",
        "This is not an answer of YouTube. Please check the channel's address.",
    ),
    "not-wordpress": (
        "이 주소에는 워드프레스가 없습니다. 채널 주소를 확인해 주세요.",
        "There is no WordPress at this address. Please check the channel's address.",
    ),
    "stream-refused": (
        "서버가 실시간 연결을 받지 않습니다. 정해진 간격으로 수집합니다.",
        "The server takes no live connection. The channel is collected at intervals.",
    ),
    "no-stream": (
        "실시간 연결이 없는 매체입니다. 정해진 간격으로 수집합니다.",
        "This network has no live connection. The channel is collected at intervals.",
    ),
    "one-way": (
        "읽기만 하는 매체입니다. 여기서 답변할 수 없습니다.",
        "This network can only be read. It cannot be answered from here.",
    ),
    "no-reply": (
        "직접 입력한 글에는 여기서 답변할 수 없습니다. 원래 채널에서 답변해 주세요.",
        "A post entered by hand cannot be answered from here. Please answer where it came from.",
    ),
    "not-possible": (
        "이 매체에서는 할 수 없는 작업입니다. 원문을 브라우저에서 열어 주세요.",
        "This network does not allow that. Please open the post in the browser.",
    ),
    "rest_comment_invalid_id": (
        "이미 지워진 댓글입니다. 보내지 않았습니다.",
        "This comment has been deleted already. Nothing was sent.",
    ),
    "refused": (
        "매체가 요청을 받아들이지 않았습니다: {reason}",
        "The network did not accept the request: {reason}",
    ),
    "quota": (
        "매체의 요금제나 하루 사용량을 모두 썼습니다. {until} 이후 자동으로 다시 확인합니다. "
        "급하면 매체의 관리 화면에서 한도를 늘려 주세요.",
        "What the plan or the day allows is used up. It is tried again by itself after {until}. "
        "Please raise the limit if it is urgent.",
    ),
    "resting": (
        "서버가 점검이나 과부하로 기다려 달라고 합니다. {until} 이후 자동으로 다시 수집합니다.",
        "The server asks to wait, for maintenance or load. Collecting resumes by itself after {until}.",
    ),
    "unknown-network": (
        "이 프로그램이 모르는 매체입니다. 매체 이름을 확인해 주세요.",
        "This program does not know that network. Please check its name.",
    ),
    "unknown": (
        "보냈는지 확인하지 못했습니다. 두 번 보내지 않도록 먼저 확인합니다.",
        "It is not known whether this was sent. It is looked up first, so nothing goes out twice.",
    ),
    "internal": (
        "프로그램 오류로 끝내지 못했습니다. 저장된 글은 안전합니다. 기록 파일을 전달해 주세요.",
        "A fault in the program stopped this. Stored posts are safe. Please pass on the log file.",
    ),
}
