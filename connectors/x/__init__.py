"""X (Twitter): mentions, replies, quotes and direct messages of the city's account, and the answers to them.

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
from connectors.x.advice import advise

PORTS = (37641, 37642, 37643)
"""X compares the whole callback address, so its port has to be registered; three, in case one is taken."""

LENGTH = LengthRule(limit=280, unit="weighted", url_length=23)
PRIVATE_LENGTH = LengthRule(limit=10_000, unit="characters")

NO_BEARER = (
    "실시간으로 받으려면 로그인할 때 앱의 Bearer Token도 넣어야 합니다. 없으면 정해진 간격으로 "
    "받습니다. / "
    "Live arrival needs the app's Bearer Token at the sign-in; without it posts are collected at "
    "intervals."
)
_OTHERS_POSTS = (
    "X에서는 다른 사람의 글을 지우거나 승인할 수 없습니다. 시의 글에 달린 답글만 숨길 수 "
    "있습니다. / "
    "On X nobody can delete or approve other people's posts; only replies below the city's own "
    "can be hidden."
)

CAPABILITIES = Capabilities(
    stream=True,
    reply=True,
    delete=True,
    hide=True,
    unhide=True,
    private_reply=True,
    thread=True,
    activity=True,
    length=LENGTH,
    private_length=PRIVATE_LENGTH,
    why_not={
        "edit": "X에서는 다른 사람에게 쓴 답글을 고칠 수 없습니다. 지우고 다시 써 주세요. / "
        "X does not let anybody edit a reply to somebody else; please delete it and write a new one.",
        "approve": _OTHERS_POSTS,
        "hold": _OTHERS_POSTS,
        "reject": _OTHERS_POSTS,
        "trash": _OTHERS_POSTS,
        "like": "2026년 4월부터 X는 Enterprise에만 프로그램의 공감(좋아요)을 허용합니다. / "
        "Since April 2026 X allows likes by a program on the Enterprise plan only.",
    },
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.x.client import X

    return X(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.x.signin import sign_in

    return await sign_in(http, config, open_browser)


async def _renew(http: Any, secret: Mapping[str, str]) -> Mapping[str, str]:
    from connectors.x.signin import renew

    return await renew(http, secret)


_CALLBACKS = ", ".join(f"http://127.0.0.1:{port}/callback" for port in PORTS)

_BEARER = SignInField(
    "app_bearer",
    secret=True,
    required=False,
    label_ko="앱의 Bearer Token",
    label_en="The app's Bearer Token",
    hint_ko="넣으면 새 글을 실시간으로 받습니다.",
    hint_en="With it new posts arrive live.",
)

NETWORK = Network(
    name="x",
    label_ko="X(트위터)",
    label_en="X (Twitter)",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko="비워 두거나 계정 주소를 적어 주세요. 예: https://x.com/hanbit_city",
    address_en="Leave it empty, or enter the account's address, for example https://x.com/hanbit_city",
    option_fields=(
        OptionField(
            "plan",
            "X API 요금제",
            "X API plan",
            hint_ko="Enterprise를 고르면 비용 안내가 사라지고 공감(좋아요)을 쓸 수 있습니다.",
            hint_en="With Enterprise the notes about costs disappear and likes become possible.",
            default="ppu",
            choices=(
                ("ppu", "쓴 만큼 내기(Pay-per-use)", "Pay-per-use"),
                ("enterprise", "Enterprise", "Enterprise"),
            ),
        ),
    ),
    steps_ko=(
        "정부·공공기관은 X와 Enterprise 계약을 맺거나 X의 허락을 받아야 합니다. 먼저 "
        "https://docs.x.com/forms/government-end-user-request 에서 신청해 주세요.",
        "시 계정으로 https://console.x.com 에 로그인해 앱을 하나 만들어 주세요. 시 계정으로 만들어야 "
        "읽는 비용이 적습니다.",
        "앱의 'User authentication settings'에서 권한은 'Read and write and Direct message'로 골라 "
        "주세요. 종류는 'Native App'으로 골라 주세요.",
        f"'Callback URI'에 이 주소들을 하나씩 모두 넣어 주세요: {_CALLBACKS}",
        "'Keys and tokens'에서 OAuth 2.0 Client ID를 복사해 여기에 붙여 넣어 주세요.",
        "실시간으로 받으려면 같은 화면의 Bearer Token도 복사해 붙여 넣어 주세요.",
        "로그인을 누르면 브라우저가 열립니다. 시 계정으로 로그인하고 허용을 눌러 주세요.",
    ),
    steps_en=(
        "A public office needs an Enterprise contract with X or X's permission; please apply first at "
        "https://docs.x.com/forms/government-end-user-request.",
        "Sign in to https://console.x.com with the city's account and make an app; reading is cheaper "
        "when the city's account owns it.",
        "In the app's “User authentication settings” choose “Read and write and Direct message” and the type "
        "“Native App”.",
        f"Enter each of these addresses as a “Callback URI”: {_CALLBACKS}",
        "Copy the OAuth 2.0 Client ID from “Keys and tokens” and paste it here.",
        "For live arrival copy the Bearer Token from the same page and paste it too.",
        "Press sign in and the browser opens. Sign in with the city's account and allow the app.",
    ),
    sign_in_fields=(
        SignInField(
            "access_token",
            secret=True,
            label_ko="사용자 액세스 토큰(OAuth 2.0)",
            label_en="User access token (OAuth 2.0)",
            hint_ko="두 시간 뒤에 만료됩니다. 아래 두 칸도 적으면 저절로 연장됩니다.",
            hint_en="It expires after two hours; with the next two fields filled in it is renewed by itself.",
        ),
        SignInField(
            "refresh_token",
            secret=True,
            required=False,
            label_ko="갱신 토큰(Refresh Token)",
            label_en="Refresh token",
        ),
        SignInField(
            "client_id",
            required=False,
            label_ko="앱의 클라이언트 ID",
            label_en="The app's Client ID",
        ),
        _BEARER,
    ),
    browser_fields=(
        SignInField(
            "client_id",
            label_ko="앱의 클라이언트 ID",
            label_en="The app's Client ID",
            hint_ko="개발자 콘솔의 'Keys and tokens'에 있는 Client ID입니다. 비밀이 아닙니다.",
            hint_en="The Client ID under “Keys and tokens” in the developer console. It is not a secret.",
        ),
        _BEARER,
    ),
    sign_in=_sign_in,
    renew=_renew,
    advise=advise,
    min_interval_s=75.0,
    default_interval_s=120.0,
)
"""Direct messages may be asked for 15 times in 15 minutes: hence the least interval (x.md section 7)."""
