"""Naver BAND (밴드): posts and comments of the bands that the city's account has joined, and comments out.

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

LENGTH = LengthRule()
"""BAND does not publish how long a comment may be; one that is too long is refused with 3001."""

CALLBACK_PORTS = (18650, 18651)
"""The address to return to is registered with BAND, so its port is always one of these."""

WHY_NOT = {
    "stream": "밴드에는 실시간 연결이 없습니다. 몇 분마다 확인합니다. / "
    "BAND has no live connection; it is checked every few minutes.",
    "edit": "밴드 API로는 쓴 댓글을 고칠 수 없습니다. 지우고 다시 써 주세요. / "
    "BAND's API cannot edit a comment; please delete it and write a new one.",
    "approve": "밴드 API에는 승인 기능이 없습니다. / BAND's API has no approval.",
    "hide": "밴드 API로는 글을 숨길 수 없고 지울 수만 있습니다. / "
    "BAND's API cannot hide posts, only delete them.",
    "unhide": "밴드 API에는 숨긴 글이 없습니다. / BAND's API has no hidden posts.",
    "hold": "밴드 API에는 승인 기능이 없습니다. / BAND's API has no approval.",
    "reject": "밴드 API에는 승인 기능이 없습니다. / BAND's API has no approval.",
    "like": "밴드 API로는 공감(표정)을 남길 수 없습니다. / BAND's API cannot leave a reaction.",
    "private_reply": "밴드 API로는 채팅을 읽거나 보낼 수 없습니다. / "
    "BAND's API can neither read nor send chats.",
}

NO_COMMENTING = (
    "이 밴드는 이 계정의 댓글 쓰기를 막아 두었습니다. 밴드 리더에게 권한을 요청해 주세요. / "
    "This band does not let the account write comments; please ask its leader."
)
NO_DELETING = (
    "이 계정에는 이 밴드에서 다른 사람의 글을 지울 권한이 없습니다. / "
    "This account may not delete what others wrote in this band."
)
NOT_SIGNED_IN = (
    "밴드에 연결되지 않은 채널입니다. 액세스 토큰을 넣어 주세요. / "
    "The channel is not connected to BAND; please enter an access token."
)

CAPABILITIES = Capabilities(
    reply=True, delete=True, trash=True, thread=True, activity=True, length=LENGTH, why_not=WHY_NOT
)


def without_sign_in() -> Capabilities:
    missing = dict.fromkeys(("reply", "delete", "trash", "activity"), NOT_SIGNED_IN)
    return Capabilities(thread=True, length=LENGTH, why_not=WHY_NOT | missing)


def with_rights(*, commenting: bool, deleting: bool) -> Capabilities:
    """What is left where a band keeps rights from the account."""
    why_not = dict(WHY_NOT)
    if not commenting:
        why_not["reply"] = NO_COMMENTING
    if not deleting:
        why_not["trash"] = NO_DELETING
    return Capabilities(
        reply=commenting,
        delete=True,
        trash=deleting,
        thread=True,
        activity=True,
        length=LENGTH,
        why_not=why_not,
    )


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.naver_band.client import NaverBand

    return NaverBand(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.naver_band.signin import sign_in

    return await sign_in(http, config, open_browser)


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    if not text.strip():
        return ()
    return (
        "밴드 멤버 모두가 볼 수 있고 나중에 고칠 수 없습니다. 댓글에 답변할 때는 앞에 시민의 이름이 "
        "붙습니다. / "
        "Every member of the band sees it and it cannot be edited later. An answer to a comment "
        "begins with the citizen's name.",
    )


NETWORK = Network(
    name="naver_band",
    label_ko="네이버 밴드",
    label_en="Naver BAND",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko=(
        "비워 두면 밴드에 바로 연결합니다. 시의 중계 서버가 있으면 그 주소를 적어 주세요. 예: "
        "https://relay.city.example"
    ),
    address_en=(
        "Left empty, BAND itself is asked. If the city has a relay, enter its address. Example: "
        "https://relay.city.example"
    ),
    option_fields=(
        OptionField(
            "band",
            "밴드",
            "Band",
            hint_ko="밴드 이름이나 band_key를 적어 주세요. 비우면 계정이 가입한 모든 밴드를 읽습니다.",
            hint_en="A band's name or band_key. Left empty, all bands that the account has joined are read.",
        ),
    ),
    steps_ko=(
        "시 계정으로 밴드에 가입하고, 밴드 리더에게 API 연결을 허용해 달라고 요청해 주세요.",
        "developers.band.us에 로그인하고 '내 앱'에서 새 앱을 등록해 주세요. 네이버의 심사가 있을 수 "
        "있습니다.",
        "앱 화면에서 'BAND 계정 연결'을 누르면 액세스 토큰이 나옵니다. 그 토큰을 여기에 붙여 넣어 주세요.",
        "브라우저로 로그인하려면 앱의 Redirect URI에 http://127.0.0.1:18650 을 등록해 주세요. 그리고 "
        "클라이언트 ID와 클라이언트 시크릿을 적어 주세요.",
    ),
    steps_en=(
        "Join the band with the city's account, and let the band's leader allow the connection of apps.",
        "Sign in at developers.band.us and register a new app under My Apps; Naver may review it first.",
        "Press “Connect BAND account” on the app's page; it shows an access token. Paste that token here.",
        "To sign in with the browser instead, register http://127.0.0.1:18650 as the app's Redirect "
        "URI and enter the Client ID and the Client Secret.",
    ),
    sign_in_fields=(
        SignInField(
            "access_token",
            secret=True,
            label_ko="액세스 토큰",
            label_en="Access token",
            hint_ko="developers.band.us의 '내 앱 → BAND 계정 연결'에서 받습니다.",
            hint_en="From “My Apps → Connect BAND account” at developers.band.us.",
        ),
    ),
    sign_in=_sign_in,
    browser_fields=(
        SignInField("client_id", label_ko="클라이언트 ID", label_en="Client ID"),
        SignInField("client_secret", secret=True, label_ko="클라이언트 시크릿", label_en="Client Secret"),
    ),
    advise=_advise,
    min_interval_s=180.0,
    default_interval_s=300.0,
)
