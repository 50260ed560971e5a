"""YouTube: comments under the videos of the city's channel, held ones too; replies and moderation out.

Owns the network's line in the registry; everything that talks is imported when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from connectors.base import (
    Capabilities,
    ChannelConfig,
    Connector,
    Identity,
    LengthRule,
    Network,
    OptionField,
    SignInField,
)

LENGTH = LengthRule(limit=10_000, unit="characters")
"""youtube.md section 6: the server's own word is ``commentTextTooLong``; 10,000 is what is commonly found."""

_NEVER = {
    "stream": "유튜브는 댓글을 실시간으로 보내지 않습니다. 정해진 간격으로 확인합니다. / "
    "YouTube does not push comments; the channel is checked at intervals.",
    "hide": "유튜브에는 숨기기가 없습니다. 승인 대기로 돌리면 공개 화면에서 사라집니다. / "
    "YouTube has no hiding of its own; a comment that waits for approval is out of public view.",
    "unhide": "유튜브에는 숨기기가 없습니다. 승인 대기 댓글은 승인하면 다시 보입니다. / "
    "YouTube has no hiding of its own; approving shows a held comment again.",
    "trash": "유튜브에는 휴지통이 없습니다. 거절하면 댓글이 사라집니다. / "
    "YouTube has no trash; rejecting takes a comment away.",
    "like": "유튜브 API로는 댓글에 공감(좋아요)을 남길 수 없습니다. / YouTube's API cannot like a comment.",
    "private_reply": "유튜브에는 쪽지가 없습니다. / YouTube has no private messages.",
}
_KEY_ONLY = (
    "API 키로는 읽기만 할 수 있습니다. 브라우저로 로그인해 주세요. / "
    "With an API key this channel can only be read; please sign in with the browser."
)
_WRITES = ("reply", "edit", "delete", "approve", "hold", "reject")

SIGNED_IN = Capabilities(
    reply=True,
    edit=True,
    delete=True,
    approve=True,
    hold=True,
    reject=True,
    thread=True,
    activity=True,
    length=LENGTH,
    why_not=_NEVER,
)
READ_ONLY = Capabilities(
    thread=True, activity=True, length=LENGTH, why_not={**_NEVER, **dict.fromkeys(_WRITES, _KEY_ONLY)}
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.youtube.client import YouTube

    return YouTube(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.youtube.signin import sign_in

    return await sign_in(http, config, open_browser)


async def _renew(http: Any, secret: Mapping[str, str]) -> Mapping[str, str]:
    from connectors.youtube.signin import renew

    return await renew(http, secret)


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    """What a person has to know before a reply goes out."""
    found = [
        "이 답글은 영상 아래에 올라가 누구나 볼 수 있습니다. 하루 사용량에서 50유닛을 씁니다. / "
        "This reply is public below the video and costs 50 units of the day's quota."
    ]
    if target.get("parent_id"):
        found.append(
            "유튜브의 답글은 한 줄로 이어집니다. 누구에게 답하는지 알 수 있게 이름을 앞에 붙여 "
            "보냅니다. / "
            "Replies on YouTube are one flat list, so the name of the person answered is put in front."
        )
    if "http://" in text or "https://" in text:
        found.append(
            "링크가 있는 댓글은 유튜브가 스팸으로 거를 수 있습니다. / "
            "YouTube may take a comment with a link for spam."
        )
    return tuple(found)


_CLIENT = (
    SignInField(
        "client_id",
        label_ko="클라이언트 ID",
        label_en="Client ID",
        hint_ko=".apps.googleusercontent.com으로 끝납니다.",
        hint_en="Ends with .apps.googleusercontent.com.",
    ),
    SignInField(
        "client_secret",
        secret=True,
        label_ko="클라이언트 시크릿",
        label_en="Client Secret",
    ),
)

NETWORK = Network(
    name="youtube",
    label_ko="유튜브",
    label_en="YouTube",
    capabilities=SIGNED_IN,
    open=_open,
    needs_url=False,
    address_ko=(
        "채널 주소나 핸들을 적어 주세요. 로그인한 채널을 읽을 때는 비워 두어도 됩니다. 예: "
        "@seoulcity, https://www.youtube.com/@seoulcity"
    ),
    address_en=(
        "Address or handle of the channel; may stay empty for the channel that is signed in. "
        "Examples: @seoulcity, https://www.youtube.com/@seoulcity"
    ),
    option_fields=(
        OptionField(
            "daily_units",
            "하루 사용량(유닛)",
            "Units per day",
            "Google Cloud 프로젝트의 하루 할당량입니다. 따로 늘리지 않았으면 10000입니다.",
            "The day's quota of the Google Cloud project: 10000 unless it was raised.",
            default="10000",
        ),
    ),
    steps_ko=(
        "console.cloud.google.com에서 프로젝트를 하나 만들어 주세요.",
        "'API 및 서비스 → 라이브러리'를 열어 주세요. 'YouTube Data API v3'를 찾아 '사용'을 눌러 주세요.",
        "'OAuth 동의 화면'을 만들고 게시 상태를 '프로덕션'으로 바꿔 주세요. '테스트'로 두면 7일마다 "
        "로그인이 만료됩니다.",
        "'사용자 인증 정보 → OAuth 클라이언트 ID 만들기'를 열어 주세요. 유형은 '데스크톱 앱'으로 "
        "골라 주세요.",
        "나온 클라이언트 ID와 보안 비밀번호(클라이언트 시크릿)를 여기에 붙여 넣어 주세요.",
        "브라우저가 열리면 시 계정과 채널을 고르고, 댓글 관리 권한을 모두 허용해 주세요.",
        "읽기만 할 때는 '사용자 인증 정보 → API 키'를 만들어 붙여 넣으면 됩니다.",
    ),
    steps_en=(
        "Create a project at console.cloud.google.com.",
        "Under “APIs & Services → Library” enable “YouTube Data API v3”.",
        "Set up the OAuth consent screen and publish it: while it is in “Testing” the sign-in expires "
        "every 7 days.",
        "Under “Credentials” create an OAuth client ID of the type “Desktop app”.",
        "Paste its Client ID and Client Secret here.",
        "When the browser opens, choose the city's account and channel and allow managing comments.",
        "For reading alone, an API key from “Credentials” is enough.",
    ),
    sign_in_fields=(
        SignInField(
            "api_key",
            secret=True,
            label_ko="API 키(읽기 전용)",
            label_en="API key (reading only)",
            hint_ko="AIza로 시작합니다.",
            hint_en="Begins with AIza.",
            required=False,
        ),
        SignInField(
            "access_token",
            secret=True,
            label_ko="액세스 토큰",
            label_en="Access token",
            hint_ko="다른 곳에서 이미 받은 토큰이 있을 때만 적어 주세요. 보통은 브라우저로 로그인합니다.",
            hint_en="Only where you have one already; usually the browser is used.",
            required=False,
        ),
        SignInField(
            "refresh_token",
            secret=True,
            label_ko="갱신 토큰",
            label_en="Refresh token",
            hint_ko="없으면 한 시간 뒤 로그인이 만료됩니다.",
            hint_en="Without it the sign-in expires within an hour.",
            required=False,
        ),
        *(replace(field, required=False) for field in _CLIENT),
    ),
    browser_fields=_CLIENT,
    sign_in=_sign_in,
    renew=_renew,
    advise=_advise,
    min_interval_s=60.0,
    default_interval_s=120.0,
)
