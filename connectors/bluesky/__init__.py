"""Bluesky: replies, mentions and quotes of the city's account, on any server of the AT Protocol.

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

LENGTH = LengthRule(limit=300, unit="graphemes", max_bytes=3000)
"""Both were measured at a real server (bluesky.md section 8); addresses count in full."""

CAPABILITIES = Capabilities(
    reply=True,
    delete=True,
    hide=True,
    unhide=True,
    like=True,
    thread=True,
    activity=True,
    length=LENGTH,
    why_not={
        "stream": "블루스카이의 실시간 연결로는 시를 부른 글만 골라 받을 수 없습니다. 그래서 정해진 "
        "간격으로 확인합니다. / "
        "Bluesky's live connection can be filtered by author only, not by who is mentioned, so the "
        "channel is checked at intervals.",
        "edit": "블루스카이 앱에는 글을 고치는 기능이 없습니다. 고친 글을 다른 앱이 보여 준다는 보장도 "
        "없습니다. 지우고 다시 답변해 주세요. / "
        "Bluesky's app cannot edit posts, and other apps need not show a changed one. Please delete "
        "the reply and write a new one.",
        "approve": "블루스카이 글은 승인 없이 바로 올라옵니다. / Posts on Bluesky appear without approval.",
        "hold": "블루스카이에는 승인 대기가 없습니다. 시 계정이 시작한 대화의 답글은 숨길 수 있습니다. / "
        "Bluesky has no queue for approval; replies in the city's own threads can be hidden.",
        "reject": "블루스카이 글은 승인을 기다리지 않습니다. / No post on Bluesky waits for approval.",
        "trash": "다른 사람의 글은 지울 수 없습니다. 시 계정이 시작한 대화에서는 숨길 수 있습니다. / "
        "Other people's posts cannot be deleted, only hidden in the city's own threads.",
        "private_reply": "블루스카이 쪽지는 따로 권한을 받아야 합니다. 같은 쪽지가 두 번 가는 것을 막을 수 "
        "없어 쓰지 않습니다. / "
        "Direct messages need a permission of their own and have no guard against sending twice, so "
        "they are not used.",
    },
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.bluesky.client import Bluesky

    return Bluesky(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.bluesky.signin import sign_in

    return await sign_in(http, config, open_browser)


async def _renew(http: Any, secret: Mapping[str, str]) -> Mapping[str, str]:
    from connectors.bluesky.session import renew

    return await renew(http, secret)


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    """What the person should know before a reply goes out."""
    from connectors.bluesky.facets import find

    handle = str(target.get("handle") or "").removeprefix("@").lower()
    named = {one.value.lower() for one in find(text) if one.kind == "mention"} - {handle}
    if not named:
        return ()
    names = ", ".join(f"@{name}" for name in sorted(named))
    return (
        f"{names} 님에게도 알림이 갑니다. 블루스카이의 답글은 누구나 볼 수 있습니다. / "
        f"{names} will be notified too; everybody can see a reply on Bluesky.",
    )


NETWORK = Network(
    name="bluesky",
    label_ko="블루스카이",
    label_en="Bluesky",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko="시 계정의 핸들을 적어 주세요. 예: hanbit.bsky.social",
    address_en="The handle of the city's account, for example hanbit.bsky.social",
    option_fields=(
        OptionField(
            "search",
            "검색어",
            "Search words",
            hint_ko=(
                "이 말이 들어 있으면 시를 부르지 않은 글도 수집합니다. 쉼표로 나누어 적어 주세요. "
                "예: 한빛시, 한빛시청"
            ),
            hint_en="Posts with these words are collected too, even if they do not mention the account. "
            "Separate several with commas.",
        ),
    ),
    steps_ko=(
        "블루스카이에 시 계정으로 로그인해 주세요.",
        "'설정 → 개인정보 및 보안 → 앱 비밀번호'를 열어 주세요.",
        "'앱 비밀번호 추가'를 누르고 이름을 적어 주세요. 쪽지 허용은 켜지 않아도 됩니다.",
        "xxxx-xxxx-xxxx-xxxx 모양의 비밀번호를 복사해 여기에 붙여 넣어 주세요. 한 번만 보입니다.",
        "시가 서버(PDS)를 직접 운영한다면 채널 주소에 그 서버의 주소를 적어 주세요.",
    ),
    steps_en=(
        "Sign in to Bluesky with the city's account.",
        "Open Settings → Privacy and security → App passwords.",
        "Press “Add App Password” and give it a name; access to direct messages is not needed.",
        "Copy the password of the form xxxx-xxxx-xxxx-xxxx and paste it here; it is shown only once.",
        "If the city runs a server (PDS) of its own, type that server's address as the channel's address.",
    ),
    sign_in_fields=(
        SignInField("login", label_ko="핸들", label_en="Handle", hint_ko="예: hanbit.bsky.social"),
        SignInField(
            "app_password",
            secret=True,
            label_ko="앱 비밀번호",
            label_en="App password",
            hint_ko="계정 비밀번호가 아니라 설정에서 만든 앱 비밀번호입니다.",
            hint_en="Not the account's password: one that was made in the settings.",
        ),
    ),
    browser_fields=(
        SignInField(
            "login",
            label_ko="핸들",
            label_en="Handle",
            hint_ko="2주마다 다시 로그인해야 합니다. 늘 켜 두는 PC에는 앱 비밀번호가 더 알맞습니다.",
            hint_en=(
                "You have to sign in again every two weeks; an app password suits a PC that always runs "
                "better."
            ),
            required=False,
        ),
    ),
    sign_in=_sign_in,
    renew=_renew,
    advise=_advise,
    min_interval_s=10.0,
    default_interval_s=30.0,
)
