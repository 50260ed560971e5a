"""Instagram: comments on the city's own posts, photo tags and direct messages, by Meta's API.

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

HOME = "https://graph.instagram.com"
FACEBOOK_HOME = "https://graph.facebook.com"
OWN_HOSTS = ("instagram.com", "instagr.am", "facebook.com")

COMMENT_LENGTH = LengthRule(limit=2200, unit="characters")
MESSAGE_LENGTH = LengthRule(limit=1000, unit="bytes")
"""instagram.md section 4; the server has the last word, also on more than 30 # and 20 @."""

MENTIONS = (
    "다른 사람의 글에서 시를 부른 것(@)은 수집하지 못합니다. 웹훅 중계 서버가 필요합니다. / "
    "Mentions (@) in other people's posts are not collected; they need a webhook relay."
)
WHY_NOT = {
    "edit": (
        "인스타그램 댓글은 고칠 수 없습니다. 지우고 다시 답변해 주세요. / "
        "Instagram comments cannot be changed; please delete yours and write a new one."
    ),
    "approve": (
        "인스타그램에는 승인을 기다리는 댓글이 없습니다. / Instagram has no comments that wait for approval."
    ),
    "hold": (
        "인스타그램에는 승인 대기가 없습니다. 대신 숨길 수 있습니다. / "
        "Instagram has no queue for approval; hide the comment instead."
    ),
    "reject": (
        "인스타그램에는 승인을 기다리는 댓글이 없습니다. / Instagram has no comments that wait for approval."
    ),
    "trash": (
        "인스타그램에서 시민의 댓글을 지우면 되돌릴 수 없습니다. 대신 숨겨 주세요. / "
        "On Instagram a deleted comment of a citizen cannot be brought back; hide it instead."
    ),
    "like": (
        "인스타그램은 프로그램이 공감(좋아요)을 남기는 것을 허용하지 않습니다. / "
        "Instagram does not let programs like anything."
    ),
    "stream": (
        "인스타그램은 웹훅 중계 서버로만 바로 알려 줍니다. 그래서 몇 분마다 확인합니다. 다른 사람의 "
        "글에서 시를 부른 것(@)은 받지 못합니다. / "
        "Instagram announces new posts only to a webhook relay, so the channel is checked every few "
        "minutes, and mentions in other people's posts do not arrive."
    ),
}

CAPABILITIES = Capabilities(
    reply=True,
    delete=True,
    hide=True,
    unhide=True,
    private_reply=True,
    thread=True,
    activity=True,
    length=COMMENT_LENGTH,
    private_length=MESSAGE_LENGTH,
    why_not=WHY_NOT,
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.instagram.client import Instagram

    return Instagram(config, http)


async def _renew(http: Any, secret: Mapping[str, str]) -> Mapping[str, str]:
    from connectors.instagram.renewing import renew

    return await renew(http, secret)


def advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    """Who sees the answer, and the window of messages (instagram.md section 4)."""
    if target.get("private"):
        return (
            "다이렉트 메시지(DM) 답변은 시민의 마지막 메시지 뒤 24시간 안에만 보낼 수 있습니다. / "
            "Direct messages go out only within 24 hours of the citizen's last one.",
        )
    return (
        "댓글은 누구나 볼 수 있고, 올린 뒤에는 고칠 수 없습니다. / "
        "Everybody can see the comment, and it cannot be changed afterwards.",
    )


NETWORK = Network(
    name="instagram",
    label_ko="인스타그램",
    label_en="Instagram",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko="인스타그램 계정 이름을 적어 주세요. 예: @hanbit_city",
    address_en="The name of the Instagram account, for example @hanbit_city",
    option_fields=(
        OptionField(
            "sign_in",
            "토큰 종류",
            "Kind of token",
            hint_ko="보통은 그대로 두면 됩니다.",
            hint_en="Usually this can stay as it is.",
            default="",
            choices=(
                ("", "자동", "Automatic"),
                ("instagram", "인스타그램 로그인 토큰", "Token of Instagram Login"),
                ("facebook", "연결된 페이스북 페이지 토큰", "Token of the linked Facebook Page"),
            ),
        ),
        OptionField(
            "messages",
            "다이렉트 메시지(DM)",
            "Direct messages",
            hint_ko="끄면 메시지 권한 없이 댓글만 수집합니다.",
            hint_en="Without them the permission for messages is not needed; only comments are collected.",
            default="on",
            choices=(("on", "수집", "Collect"), ("off", "수집하지 않음", "Do not collect")),
        ),
    ),
    steps_ko=(
        "인스타그램 앱의 설정에서 시 계정을 프로페셔널(비즈니스) 계정으로 바꿔 주세요.",
        "developers.facebook.com에서 시의 앱을 만들어 주세요. 그 앱에 Instagram 제품을 더해 주세요.",
        "제품 설정의 '액세스 토큰 생성'에서 시 계정을 더해 주세요. 기본·댓글·메시지 권한을 허용해 주세요.",
        "나온 토큰을 복사해 여기에 붙여 넣어 주세요. 60일 뒤에 만료되지만 프로그램이 미리 연장합니다.",
        "다른 사람의 글에서 시를 부른 것(@)은 수집하지 못합니다. 웹훅 중계 서버가 필요합니다.",
    ),
    steps_en=(
        "Make the city's account a professional (business) one in the settings of the Instagram app.",
        "Make an app of the city at developers.facebook.com and add the product Instagram.",
        "Under “Generate access tokens” add the account, and allow basic data, comments and messages.",
        "Copy the token and paste it here. It lasts 60 days, and the program renews it before it ends.",
        "Mentions (@) in other people's posts need a webhook relay, so they cannot be collected.",
    ),
    sign_in_fields=(
        # Under this name the sign-in keeps what was pasted and has it prolonged before its first use.
        SignInField(
            "app_password",
            secret=True,
            label_ko="액세스 토큰",
            label_en="Access token",
            hint_ko="앱 대시보드에서 만든 인스타그램 토큰이나 연결된 페이스북 페이지의 토큰입니다.",
            hint_en="An Instagram token from the app's dashboard, or that of the linked Facebook Page.",
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
    renew=_renew,
    advise=advise,
    min_interval_s=120.0,
    default_interval_s=240.0,
)
