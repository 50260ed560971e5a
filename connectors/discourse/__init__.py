"""Discourse: topics and posts of a city forum, on any site that runs it.

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

LENGTH = LengthRule(limit=32_000, unit="characters")
"""The site setting max_post_length as it is delivered; a site may have another one and then says so."""

CAPABILITIES = Capabilities(
    reply=True,
    edit=True,
    delete=True,
    trash=True,
    like=True,
    thread=True,
    activity=True,
    length=LENGTH,
    why_not={
        "stream": "디스코스는 프로그램이 쓸 실시간 연결의 규칙을 공개하지 않습니다. 그래서 1분마다 "
        "확인합니다. / "
        "The live connection of Discourse has no published rules for programs, so the channel is "
        "checked every minute.",
        "approve": "승인을 기다리는 글은 포럼의 검토 화면에서 처리해 주세요. / "
        "Posts that wait for approval are handled on the forum's own review page.",
        "hold": "이미 올라온 글은 승인 대기로 돌릴 수 없습니다. / "
        "A published post cannot be put back to wait for approval.",
        "reject": "승인을 기다리는 글은 포럼의 검토 화면에서 처리해 주세요. / "
        "Posts that wait for approval are handled on the forum's own review page.",
        "hide": "공개된 API에는 글을 숨기는 기능이 없습니다. 운영진 계정이면 지울 수 있습니다. / "
        "The published API cannot hide a post; a staff account can delete it.",
        "unhide": "공개된 API에는 숨긴 글을 다시 보이는 기능이 없습니다. / "
        "The published API cannot show a hidden post again.",
        "private_reply": "이 프로그램은 포럼의 쪽지를 읽지 않습니다. 쪽지에 온 답을 놓치게 되므로 보내지도 "
        "않습니다. / "
        "This program does not read the forum's private messages. Answers to them would be missed, so "
        "none are sent.",
    },
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.discourse.client import Discourse

    return Discourse(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.discourse.signin import sign_in

    return await sign_in(http, config, open_browser)


NETWORK = Network(
    name="discourse",
    label_ko="디스코스 포럼",
    label_en="Discourse forum",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=True,
    address_ko="포럼의 주소를 적어 주세요. 예: https://forum.hanbit.go.kr",
    address_en="The address of the forum, for example https://forum.hanbit.go.kr",
    option_fields=(
        OptionField(
            "categories",
            "모을 카테고리",
            "Categories to collect",
            hint_ko="카테고리 주소 끝의 번호입니다. 비우면 모두 수집합니다. 예: 5, 12",
            hint_en="The numbers at the end of the categories' addresses; empty means all. Example: 5, 12",
        ),
    ),
    steps_ko=(
        "포럼 관리자에게 '관리 → 고급 → API 키'에서 새 키를 만들어 달라고 요청해 주세요.",
        "사용자 수준은 '단일 사용자'로, 사용자는 시 계정으로 정해 주세요.",
        "범위에는 글 읽기와 쓰기를 넣어 주세요. 180일 동안 쓰지 않은 키는 저절로 꺼집니다.",
        "한 번만 보이는 키를 복사해 시 계정의 사용자 이름과 함께 여기에 적어 주세요.",
        "브라우저로 로그인하려면 관리자의 설정이 필요합니다. allowed_user_api_auth_redirects에 "
        "http://127.0.0.1:8425/callback/* 을 더해 달라고 요청해 주세요.",
    ),
    steps_en=(
        "Ask the forum's administrator to make a key under “Admin → Advanced → API keys”.",
        "Choose “Single user” as the user level and the city's account as the user.",
        "Its scope has to allow reading and writing posts. A key that is unused for 180 days ends by itself.",
        "Copy the key, which is shown only once, and type it here together with the account's user name.",
        "To sign in with the browser instead, the administrator has to add "
        "http://127.0.0.1:8425/callback/* to the site setting allowed_user_api_auth_redirects.",
    ),
    sign_in_fields=(
        SignInField("login", label_ko="사용자 이름", label_en="User name"),
        SignInField("api_key", secret=True, label_ko="API 키", label_en="API key"),
    ),
    sign_in=_sign_in,
    min_interval_s=45.0,
    default_interval_s=60.0,
)
