"""Mastodon: mentions of the city's account and the replies to them, on any server that speaks its API.

Owns the network's line in the registry; everything that talks is imported when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from connectors.base import (
    Action,
    Capabilities,
    ChannelConfig,
    Connector,
    Identity,
    LengthRule,
    Network,
    SignInField,
)

DEFAULT_LENGTH = LengthRule(limit=500, unit="graphemes", url_length=23, names_author=True)
"""What a server counts that publishes nothing else (mastodon.md section 3)."""

NO_RIGHT = (
    "마스토돈에서는 서버 관리자만 다른 사람의 글을 숨기거나 지울 수 있습니다. 그 서버에 신고해 "
    "주세요. / "
    "On Mastodon only a server's moderators can hide or remove other people's posts; please "
    "report it there."
)
NOTHING_HIDDEN = (
    "마스토돈에서는 글을 숨길 수 없어 다시 보일 글도 없습니다. / "
    "On Mastodon nothing can be hidden, so there is nothing to show again."
)
NO_APPROVAL = (
    "마스토돈의 글은 승인 없이 바로 공개됩니다. / "
    "On Mastodon posts are public at once; nothing waits for approval."
)
NEEDS_SIGN_IN = "먼저 이 채널에 로그인해 주세요. / Please sign in to this channel first."

CAPABILITIES = Capabilities(
    stream=True,
    reply=True,
    edit=True,
    delete=True,
    like=True,
    private_reply=True,
    thread=True,
    activity=True,
    length=DEFAULT_LENGTH,
    why_not={
        "hide": NO_RIGHT,
        "unhide": NOTHING_HIDDEN,
        "trash": NO_RIGHT,
        "approve": NO_APPROVAL,
        "hold": NO_APPROVAL,
        "reject": NO_APPROVAL,
    },
)

SIGNED_OUT = {
    **{name: NEEDS_SIGN_IN for name in [*(action.value for action in Action), "stream", "activity"]},
    **CAPABILITIES.why_not,
}


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.mastodon.client import Mastodon

    return Mastodon(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.mastodon.signin import sign_in

    return await sign_in(http, config.url, open_browser)


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    """A private message on Mastodon is private between people, not between servers."""
    if not target.get("private"):
        return ()
    return (
        "마스토돈의 비공개 글은 암호화되지 않아 두 서버의 관리자가 읽을 수 있습니다. / "
        "Private posts on Mastodon are not encrypted: the administrators of both servers can read "
        "them.",
    )


NETWORK = Network(
    name="mastodon",
    label_ko="마스토돈",
    label_en="Mastodon",
    capabilities=CAPABILITIES,
    open=_open,
    address_ko="서버 주소나 계정을 적어 주세요. 예: https://mastodon.example 또는 @hanbit@mastodon.example",
    address_en="The server or the account, for example https://mastodon.example or @hanbit@mastodon.example",
    steps_ko=(
        "그 서버에 시 계정이 없으면 먼저 계정을 만들어 주세요.",
        "로그인을 누르면 브라우저에서 서버가 열립니다. 시 계정으로 로그인해 주세요.",
        "프로그램이 글을 읽고 쓰는 것을 허용해 주세요. 그 뒤에는 창을 닫아도 됩니다.",
        "토큰을 붙여 넣으려면 서버의 '환경설정 → 개발'에서 앱을 새로 만들고 액세스 토큰을 복사해 주세요.",
        "서버의 '환경설정 → 알림'에서 '버리기'로 된 것을 '받기'로 바꿔 주세요.",
    ),
    steps_en=(
        "If the city has no account on that server yet, please make one there first.",
        "Pressing sign in opens the server in the browser; please sign in with the city's account.",
        "Allow the program to read and write posts. Then the window may be closed.",
        "To paste a token instead, please make an application under “Preferences → Development” on the "
        "server and copy its access token.",
        "In the server's “Preferences → Notifications”, please change whatever is set to “drop” to “accept”.",
    ),
    sign_in_fields=(
        SignInField(
            "access_token",
            secret=True,
            label_ko="액세스 토큰",
            label_en="Access token",
            hint_ko="앱의 권한으로 read, write:statuses, write:favourites를 골라 주세요.",
            hint_en="The application needs the scopes read, write:statuses and write:favourites.",
        ),
    ),
    sign_in=_sign_in,
    advise=_advise,
    min_interval_s=30.0,
    default_interval_s=60.0,
)
