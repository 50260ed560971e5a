"""KakaoTalk Channel: 1:1 chats through a relay of the city, or posts taken down by hand where there is none.

Owns the network's line in the registry; everything that talks is imported when a channel is opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from connectors.base import (
    Capabilities,
    ChannelConfig,
    Connector,
    LengthRule,
    Network,
    OptionField,
    SignInField,
)

LENGTH = LengthRule(limit=1000, unit="characters")
"""Both ways out of a relay take 1,000 characters (kakao_channel.md sections 2 and 3)."""

NO_API = (
    "카카오톡 채널의 1:1 채팅을 읽거나 답하는 공개 API가 없습니다. 중계 서버가 없으면 채팅 내용을 "
    "직접 입력해 주세요. 답변은 카카오톡 채널 관리자센터에서 해 주세요. / "
    "There is no public API for reading or answering the 1:1 chats of a KakaoTalk Channel. "
    "Without a relay, please enter the chat by hand and answer it in Kakao's channel manager."
)
NO_MODERATION = "1:1 채팅은 승인하거나 숨길 수 없습니다. / A 1:1 chat can be neither approved nor hidden."
NO_CHANGE = (
    "카카오톡으로 보낸 메시지는 고치거나 지울 수 없습니다. / "
    "A message sent through KakaoTalk can be neither changed nor deleted."
)
ALL_PRIVATE = (
    "모든 대화가 이미 1:1 비공개입니다. 일반 답변으로 보내 주세요. / "
    "Every chat is private already; please use an ordinary reply."
)
NO_LIKE = "카카오톡 채팅에는 공감을 남기는 API가 없습니다. / KakaoTalk has no API for likes in chats."
NO_STREAM = (
    "중계 서버에 새 메시지가 있는지 정해진 간격으로 확인합니다. / "
    "The relay is checked for new messages at intervals."
)
NO_THREAD = (
    "카카오는 어떤 메시지에 답한 것인지 알려 주지 않습니다. / "
    "Kakao does not say which message another one answers."
)
NO_ACTIVITY = (
    "친구 수나 마지막 글을 알려 주는 API가 없습니다. 직접 적어 주세요. / "
    "No API tells the number of friends or the last post; please enter them by hand."
)
COST = (
    "챗봇 방식의 답변은 이벤트 API로 보냅니다. 배달된 메시지마다 15원(부가세 별도)이 듭니다. "
    "채널을 친구로 추가하고 차단하지 않은 사람만 받습니다. / "
    "With a chatbot the answer goes out by the Event API and costs 15 won plus VAT for each "
    "message delivered. Only friends of the channel who have not blocked it get it."
)
DEALER = (
    "상담톡 방식의 요금과 대화 가능 시간은 딜러사와의 계약을 따릅니다. / "
    "With consultation talk, cost and session times follow the contract with the dealer."
)
ONLY_ONE = (
    "질문한 시민에게만 1:1로 보냅니다. 보낸 뒤에는 고치거나 지울 수 없습니다. / "
    "Only the citizen sees it, and it can be neither changed nor deleted afterwards."
)

WHY_NOT: Mapping[str, str] = {
    **dict.fromkeys(("approve", "hide", "unhide", "hold", "reject", "trash"), NO_MODERATION),
    "edit": NO_CHANGE,
    "delete": NO_CHANGE,
    "private_reply": ALL_PRIVATE,
    "like": NO_LIKE,
    "stream": NO_STREAM,
    "thread": NO_THREAD,
    "activity": NO_ACTIVITY,
}
CAPABILITIES = Capabilities(reply=True, length=LENGTH, why_not=WHY_NOT)
BY_HAND = Capabilities(poll=False, length=LENGTH, why_not={**WHY_NOT, "reply": NO_API, "stream": NO_API})

_STEPS_KO = (
    "카카오에는 1:1 채팅을 읽는 공개 API가 없습니다. 중계 서버가 없으면 주소를 비우고 직접 입력해 주세요.",
    "챗봇 방식은 챗봇 관리자센터에서 폴백 블록의 스킬을 시의 중계 서버로 연결해 주세요. 비즈니스 "
    "채널이어야 합니다.",
    "상담톡 방식은 딜러사와 계약한 뒤 웹훅을 시의 중계 서버로 연결해 주세요.",
    "중계 서버 담당자에게 이 PC에서 쓸 주소와 액세스 토큰을 받아 주세요.",
    "주소와 토큰을 여기에 적어 주세요. 카카오의 키는 중계 서버에만 둡니다.",
)
_STEPS_EN = (
    "Kakao has no public API for reading chats. Without a relay, leave the address empty and "
    "enter chats by hand.",
    "With a chatbot, connect the skill of the fallback block to the city's relay (business channels only).",
    "With consultation talk, sign a contract with a dealer and connect its webhook to the city's relay.",
    "Ask whoever runs the relay for its address and an access token for this PC.",
    "Enter both here. Kakao's own keys stay on the relay.",
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.kakao_channel.client import KakaoChannel

    return KakaoChannel(config, http)


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    return (DEALER if options.get("route") == "dealer" else COST, ONLY_ONE)


NETWORK = Network(
    name="kakao_channel",
    label_ko="카카오톡 채널",
    label_en="KakaoTalk Channel",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko=(
        "시의 중계 서버 주소를 적어 주세요. 없으면 비워 두고 직접 입력해 주세요. 예: "
        "https://relay.city.example/kakao"
    ),
    address_en=(
        "Address of the city's relay; without one, leave it empty and enter by hand. Example: "
        "https://relay.city.example/kakao"
    ),
    option_fields=(
        OptionField(
            "route",
            "중계 방식",
            "How the relay is connected",
            "답변을 보내기 전에 요금을 알려 드리는 데 씁니다.",
            "Used to tell the cost before an answer goes out.",
            default="bot",
            choices=(
                ("bot", "챗봇(스킬 서버)", "Chatbot (skill server)"),
                ("dealer", "상담톡(딜러사)", "Dealer"),
            ),
        ),
    ),
    steps_ko=_STEPS_KO,
    steps_en=_STEPS_EN,
    sign_in_fields=(
        SignInField(
            "access_token",
            secret=True,
            label_ko="중계 서버 토큰",
            label_en="Token of the relay",
            hint_ko="PC마다 하나씩 받아 주세요.",
            hint_en="Each PC should have one of its own.",
        ),
    ),
    advise=_advise,
    min_interval_s=10.0,
    default_interval_s=30.0,
)
