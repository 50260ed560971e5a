"""Threads: replies to the city's posts and mentions of its profile; replies, hiding and deleting out.

Owns the network's line in the registry; everything that talks is imported when it is first needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from connectors.base import Capabilities, ChannelConfig, Connector, LengthRule, Network, SignInField

LENGTH = LengthRule(limit=500, unit="emoji-bytes")
"""threads.md section 5: 500 characters, an emoji counts as its UTF-8 bytes."""

MOST_LINKS = 5

TOO_MANY_LINKS = (
    "스레드 글에는 서로 다른 링크를 다섯 개까지만 넣을 수 있습니다. / "
    "Threads takes at most five different links in one post."
)

CAPABILITIES = Capabilities(
    reply=True,
    delete=True,
    hide=True,
    unhide=True,
    thread=True,
    activity=True,
    length=LENGTH,
    why_not={
        "stream": "스레드는 공개된 서버(웹훅)로만 바로 알려 줍니다. 그래서 몇 분마다 확인합니다. / "
        "Threads announces new posts only to a public server (webhook), so the channel is checked "
        "every few minutes.",
        "edit": "스레드 API로는 올린 글을 고칠 수 없습니다. 지우고 다시 써 주세요. / "
        "Threads' API cannot change a post; please delete it and write a new one.",
        "approve": "답글 승인은 공식 API에 없습니다. 스레드 앱에서 해 주세요. / "
        "Approving replies is not in the official API; please do it in the Threads app.",
        "hold": "스레드에는 승인 대기가 없습니다. 대신 숨겨 주세요. / "
        "Threads has no queue for approval; please hide the reply instead.",
        "reject": "스레드에는 거절이 없습니다. 대신 숨겨 주세요. / "
        "Threads has no rejecting; please hide the reply instead.",
        "trash": "시민의 답글은 지울 수 없고 숨길 수만 있습니다. / "
        "A citizen's reply cannot be deleted, only hidden.",
        "like": "스레드 API로는 공감(좋아요)을 남길 수 없습니다. / Threads' API has no likes.",
        "private_reply": "스레드 API에는 쪽지가 없습니다. / Threads' API has no private messages.",
    },
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.threads.client import Threads

    return Threads(config, http)


async def _renew(http: Any, secret: Mapping[str, str]) -> Mapping[str, str]:
    from connectors.threads.signin import renew

    return await renew(http, secret)


def links(text: str) -> set[str]:
    """The different addresses in a text."""
    return {found.rstrip(".,!?)") for found in re.findall(r"https?://[^\s<>\"]+", text)}


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    """What a person has to know before a reply goes out."""
    found = [
        "스레드 답글은 누구나 볼 수 있고, 올린 뒤에는 고칠 수 없습니다. / "
        "A reply on Threads is public and cannot be changed afterwards."
    ]
    if len(links(text)) > MOST_LINKS:
        found.append(TOO_MANY_LINKS)
    return tuple(found)


NETWORK = Network(
    name="threads",
    label_ko="스레드",
    label_en="Threads",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko="비워 두면 로그인한 시 계정의 프로필을 읽습니다. 예: https://www.threads.com/@seoulcity",
    address_en=(
        "May stay empty: the profile that is signed in is read. Example: https://www.threads.com/@seoulcity"
    ),
    steps_ko=(
        "developers.facebook.com에서 앱을 만들어 주세요. 사용 사례는 'Threads API 액세스'로 골라 주세요.",
        "사용 사례에 이 권한들을 더해 주세요: threads_basic, threads_read_replies, "
        "threads_manage_replies, threads_content_publish, threads_manage_mentions, threads_delete.",
        "'앱 역할 → 역할'에서 시 계정을 'Threads 테스터'로 초대해 주세요.",
        "스레드 앱의 '설정 → 계정 → 웹사이트 권한'에서 초대를 수락해 주세요.",
        "사용 사례의 '설정 → 사용자 토큰 생성기'를 열어 주세요. 시 계정 옆의 '액세스 토큰 생성'을 "
        "눌러 주세요.",
        "나온 토큰을 여기에 붙여 넣어 주세요. 60일 뒤에 만료되지만 프로그램이 매주 연장합니다.",
        "모든 시민의 멘션을 받으려면 앱 검수를 받아 주세요. threads_manage_mentions의 고급 "
        "액세스가 필요합니다.",
    ),
    steps_en=(
        "Create an app at developers.facebook.com with the use case “Access the Threads API”.",
        "Add the permissions threads_basic, threads_read_replies, threads_manage_replies, "
        "threads_content_publish, threads_manage_mentions and threads_delete to the use case.",
        "Under “App roles → Roles” invite the city's Threads account as a “Threads tester”.",
        "Accept the invitation in the Threads app under “Settings → Account → Website permissions”.",
        "Under the use case's “Settings → User token generator” press “Generate access token” beside "
        "the city's account.",
        "Paste the token here. It lasts 60 days, and the program renews it every week.",
        "To receive every citizen's mentions, ask for advanced access to threads_manage_mentions "
        "in app review.",
    ),
    sign_in_fields=(
        SignInField(
            # By this name the first renewal takes it: only then is it known when the token ends.
            "app_password",
            secret=True,
            label_ko="액세스 토큰",
            label_en="Access token",
            hint_ko="THAA로 시작합니다.",
            hint_en="Begins with THAA.",
        ),
    ),
    renew=_renew,
    advise=_advise,
    min_interval_s=60.0,
    default_interval_s=180.0,
)
