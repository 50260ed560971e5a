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
        "stream": "블루스카이의 실시간 연결은 작성자로만 고를 수 있고 우리를 부른 글만 고를 수 없어, "
        "짧은 간격으로 물어봐요. / Bluesky's live line can be filtered by author only, not by who is "
        "mentioned; the channel asks at short intervals instead.",
        "edit": "블루스카이 앱에는 글 고치기가 없고, 고친 글을 다른 앱이 보여 준다는 보장도 없어요. "
        "지우고 다시 답해 주세요. / Bluesky's app has no editing, and other apps need not show a changed "
        "post. Please delete the reply and write a new one.",
        "approve": "블루스카이 글은 승인 없이 바로 올라와요. / Posts on Bluesky appear without approval.",
        "hold": "블루스카이에는 글을 보류하는 기능이 없어요. 우리 글타래의 답글은 숨길 수 있어요. / "
        "Bluesky cannot hold posts back; replies in the city's own threads can be hidden.",
        "reject": "블루스카이 글은 승인을 기다리지 않아요. / No post on Bluesky waits for approval.",
        "trash": "다른 사람의 글은 지울 수 없고, 우리 글타래에서 숨길 수만 있어요. / "
        "Other people's posts cannot be deleted, only hidden in the city's own threads.",
        "private_reply": "쪽지는 따로 허락을 받아야 하는 다른 서비스이고 다시 보내도 두 번 가지 않게 할 "
        "방법이 없어 쓰지 않아요. / Direct messages are another service with a permission of its own and "
        "no guard against sending twice, so they are not used.",
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
        f"{names} 님에게도 알림이 가요. 블루스카이의 답글은 누구나 볼 수 있어요. / "
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
            "함께 찾을 말",
            "Words to search for",
            hint_ko="시를 부르지 않고 이 말만 쓴 글도 모아요. 여러 개는 쉼표로 나눠 주세요. "
            "예: 한빛시, 한빛시청",
            hint_en="Posts with these words are collected too, even if they do not mention the account. "
            "Separate several with commas.",
        ),
    ),
    steps_ko=(
        "블루스카이에 시 계정으로 로그인해 주세요.",
        "설정 → 개인정보 및 보안 → 앱 비밀번호를 열어 주세요.",
        "‘앱 비밀번호 추가’를 누르고 이름을 적어 주세요. 쪽지 허용은 켜지 않아도 돼요.",
        "xxxx-xxxx-xxxx-xxxx 모양의 비밀번호를 복사해 여기에 붙여 넣어 주세요. 한 번만 보여요.",
        "시가 직접 서버(PDS)를 운영한다면 채널 주소에 그 서버의 주소를 적어 주세요.",
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
            hint_ko="계정 비밀번호가 아니라 설정에서 만든 앱 비밀번호예요.",
            hint_en="Not the account's password: one that was made in the settings.",
        ),
    ),
    browser_fields=(
        SignInField(
            "login",
            label_ko="핸들",
            label_en="Handle",
            hint_ko="2주마다 다시 로그인해야 해요. 늘 켜 두는 PC에는 앱 비밀번호가 나아요.",
            hint_en="Has to be renewed every two weeks; an app password suits a PC that always runs better.",
            required=False,
        ),
    ),
    sign_in=_sign_in,
    renew=_renew,
    advise=_advise,
    min_interval_s=10.0,
    default_interval_s=30.0,
)
