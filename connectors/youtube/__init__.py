"""YouTube: comments under the videos of the city's channel, held ones too; replies and moderation out.

Owns the network's line in the registry; everything that talks is imported when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    "stream": "유튜브는 댓글을 실시간으로 보내 주지 않아서 나누어 읽어 와요. / "
    "YouTube does not push comments; they are fetched in rounds.",
    "hide": "유튜브에는 숨기기가 따로 없어요. '보류'를 쓰면 공개 화면에서 사라져요. / "
    "YouTube has no hiding of its own; “hold” takes a comment out of public view.",
    "unhide": "유튜브에는 숨기기가 따로 없어요. 보류한 댓글은 '승인'으로 다시 보여요. / "
    "YouTube has no hiding of its own; “approve” shows a held comment again.",
    "trash": "유튜브에는 휴지통이 없어요. '거부'하면 댓글이 사라져요. / "
    "YouTube has no trash; “reject” takes a comment away.",
    "like": "유튜브 API로는 댓글에 '좋아요'를 누를 수 없어요. / YouTube's API cannot like a comment.",
    "private_reply": "유튜브에는 쪽지가 없어요. / YouTube has no private messages.",
}
_KEY_ONLY = (
    "API 키로는 읽기만 할 수 있어요. 브라우저에서 로그인해 주세요. / "
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
        "이 답글은 영상 아래에 모두에게 보이고, 하루 사용량에서 50유닛을 써요. / "
        "This reply is public below the video and costs 50 units of the day's quota."
    ]
    if target.get("parent_id"):
        found.append(
            "유튜브의 답글은 한 줄기라서, 누구에게 답하는지 알 수 있게 이름을 앞에 붙여서 보내요. / "
            "Replies on YouTube are one flat list, so the name of the person answered is put in front."
        )
    if "http://" in text or "https://" in text:
        found.append(
            "링크가 있는 댓글은 유튜브가 스팸으로 거를 수 있어요. / "
            "YouTube may take a comment with a link for spam."
        )
    return tuple(found)


NETWORK = Network(
    name="youtube",
    label_ko="유튜브",
    label_en="YouTube",
    capabilities=SIGNED_IN,
    open=_open,
    needs_url=False,
    address_ko="채널 주소나 핸들 (예: @seoulcity, https://www.youtube.com/@seoulcity). "
    "로그인한 채널을 읽을 때는 비워 두어도 돼요.",
    address_en="Address or handle of the channel (e.g. @seoulcity, https://www.youtube.com/@seoulcity); "
    "may stay empty for the channel that is signed in.",
    option_fields=(
        OptionField(
            "daily_units",
            "하루 사용량(유닛)",
            "Units per day",
            "구글 클라우드 프로젝트에 주어진 하루 할당량이에요. 따로 늘리지 않았으면 10000이에요.",
            "The day's quota of the Google Cloud project: 10000 unless it was raised.",
            default="10000",
        ),
    ),
    steps_ko=(
        "console.cloud.google.com 에서 프로젝트를 하나 만들어 주세요.",
        "'API 및 서비스 → 라이브러리'에서 'YouTube Data API v3'를 찾아 '사용'을 눌러 주세요.",
        "'OAuth 동의 화면'을 만들고 게시 상태를 '프로덕션'으로 바꿔 주세요. "
        "'테스트'로 두면 7일마다 로그인이 끊겨요.",
        "'사용자 인증 정보 → OAuth 클라이언트 ID 만들기'에서 유형을 '데스크톱 앱'으로 골라 주세요.",
        "나온 클라이언트 ID와 보안 비밀번호를 아래에 붙여 넣어 주세요.",
        "브라우저가 열리면 시의 계정과 채널을 고르고, 댓글 관리 권한을 모두 허용해 주세요.",
        "읽기만 할 때는 '사용자 인증 정보 → API 키'를 만들어 붙여 넣으면 돼요.",
    ),
    steps_en=(
        "Create a project at console.cloud.google.com.",
        "Under “APIs & Services → Library” enable “YouTube Data API v3”.",
        "Set up the OAuth consent screen and publish it: while it is in “Testing” "
        "the sign-in ends every 7 days.",
        "Under “Credentials” create an OAuth client ID of the type “Desktop app”.",
        "Paste its client ID and client secret below.",
        "When the browser opens, choose the city's account and channel and allow managing comments.",
        "For reading alone, an API key from “Credentials” is enough.",
    ),
    sign_in_fields=(
        SignInField(
            "api_key",
            secret=True,
            label_ko="API 키 (읽기 전용)",
            label_en="API key (reading only)",
            hint_ko="AIza로 시작해요.",
            hint_en="Begins with AIza.",
        ),
    ),
    browser_fields=(
        SignInField(
            "client_id",
            label_ko="클라이언트 ID",
            label_en="Client ID",
            hint_ko=".apps.googleusercontent.com 으로 끝나요.",
            hint_en="Ends with .apps.googleusercontent.com.",
        ),
        SignInField(
            "client_secret",
            secret=True,
            label_ko="클라이언트 보안 비밀번호",
            label_en="Client secret",
        ),
    ),
    sign_in=_sign_in,
    renew=_renew,
    advise=_advise,
    min_interval_s=60.0,
    default_interval_s=120.0,
)
