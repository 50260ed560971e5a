"""Facebook: comments, visitors' posts and Messenger talks of the city's own Pages, by Meta's Graph API.

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

HOME = "https://graph.facebook.com"
OWN_HOSTS = ("facebook.com", "fb.com", "fb.me", "messenger.com")

COMMENT_LENGTH = LengthRule(limit=8000, unit="characters")
MESSAGE_LENGTH = LengthRule(limit=2000, unit="characters")
"""Code points (facebook.md section 5); the server has the last word."""

PERMISSIONS = (
    "pages_show_list",
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_manage_engagement",
    "pages_messaging",
)

WHY_NOT = {
    "approve": (
        "페이스북에는 승인을 기다리는 댓글이 없습니다. / Facebook has no comments that wait for approval."
    ),
    "hold": (
        "페이스북에는 승인 대기가 없습니다. 대신 숨길 수 있습니다. / "
        "Facebook has no queue for approval; hide the post instead."
    ),
    "reject": (
        "페이스북에는 승인을 기다리는 댓글이 없습니다. / Facebook has no comments that wait for approval."
    ),
    "trash": (
        "페이스북에서 시민의 글을 지우면 되돌릴 수 없습니다. 대신 숨겨 주세요. / "
        "On Facebook a deleted post of a citizen cannot be brought back; hide it instead."
    ),
    "stream": (
        "페이스북은 공개된 서버(웹훅)로만 바로 알려 줍니다. 그래서 몇 분마다 확인합니다. / "
        "Facebook announces new posts only to a public server (webhook), so the channel is checked "
        "every few minutes."
    ),
}

CAPABILITIES = Capabilities(
    reply=True,
    edit=True,
    delete=True,
    hide=True,
    unhide=True,
    like=True,
    private_reply=True,
    thread=True,
    activity=True,
    length=COMMENT_LENGTH,
    private_length=MESSAGE_LENGTH,
    why_not=WHY_NOT,
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.facebook.client import Facebook

    return Facebook(config, http)


def advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    """Who sees the answer, and Messenger's window (facebook.md sections 1 and 5)."""
    if target.get("private"):
        return (
            "메신저 답변은 시민의 마지막 메시지 뒤 24시간 안에만 보낼 수 있습니다. / "
            "Messenger answers go out only within 24 hours of the citizen's last message.",
        )
    return (
        "댓글은 페이지 이름으로 올라가며 누구나 볼 수 있습니다. / "
        "The comment is published in the Page's name, for everybody.",
    )


NETWORK = Network(
    name="facebook",
    label_ko="페이스북 페이지",
    label_en="Facebook Page",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko="페이지 주소나 이름을 적어 주세요. 예: https://www.facebook.com/hanbit.city",
    address_en="The Page's address or name, for example https://www.facebook.com/hanbit.city",
    option_fields=(
        OptionField(
            "messenger",
            "메신저",
            "Messenger",
            hint_ko="끄면 pages_messaging 권한 없이 댓글만 수집합니다.",
            hint_en="Without it only comments are collected; pages_messaging is then not needed.",
            default="on",
            choices=(("on", "수집", "Collect"), ("off", "수집하지 않음", "Do not collect")),
        ),
    ),
    steps_ko=(
        "developers.facebook.com에서 시의 앱을 만들어 주세요(유형: 비즈니스).",
        "비즈니스 설정에서 시스템 사용자에게 그 앱과 페이지를 맡겨 주세요. 콘텐츠·댓글·메시지 권한을 "
        "켜 주세요.",
        "시스템 사용자에서 '새 토큰 생성'을 누르고 " + ", ".join(PERMISSIONS) + " 권한을 골라 주세요.",
        "'만료 없음'으로 만든 토큰을 복사해 여기에 붙여 넣어 주세요.",
        "토큰에 페이지가 여럿이면 주소 칸에 쓸 페이지의 주소를 적어 주세요.",
    ),
    steps_en=(
        "Make an app of the city at developers.facebook.com (type: business).",
        "In the business settings, assign the app and the Page to a system user, with the tasks for "
        "content, comments and messages.",
        "At the system user choose Generate new token with " + ", ".join(PERMISSIONS) + ".",
        "Let it never expire, copy the token and paste it here.",
        "If the token has several Pages, type the address of the Page that is meant.",
    ),
    sign_in_fields=(
        SignInField(
            "access_token",
            secret=True,
            label_ko="액세스 토큰",
            label_en="Access token",
            hint_ko="페이지 토큰이나 시스템 사용자 토큰입니다.",
            hint_en="A Page's token or a system user's.",
        ),
        SignInField(
            "app_secret",
            secret=True,
            label_ko="앱 시크릿 코드",
            label_en="App secret",
            hint_ko="앱 설정에서 앱 시크릿 증명을 요구할 때만 적어 주세요.",
            hint_en="Only if the app's settings require a proof of its secret.",
            required=False,
        ),
    ),
    advise=advise,
    min_interval_s=120.0,
    default_interval_s=180.0,
)
