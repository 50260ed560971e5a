"""Naver Cafe: articles found by the search and, where a cafe has one, its feed; answers as new articles.

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
    Network,
    OptionField,
    SignInField,
)

NEW_ARTICLE = (
    "네이버 카페에는 댓글 API가 없습니다. 답변은 질문의 댓글이 아니라 정해 둔 게시판의 새 글로 "
    "올라갑니다. 질문한 시민에게 알림이 가지 않습니다. / "
    "Naver Cafe has no API for comments: the answer appears as a new article on the chosen board "
    "and not below the question, and whoever asked is not told of it."
)
FOR_GOOD = (
    "올린 글은 프로그램에서 고치거나 지울 수 없습니다. 카페에서 직접 해 주세요. / "
    "The article cannot be changed or deleted from here; please do it in the cafe."
)
NO_BOARD = (
    "답변을 새 글로 올리려면 채널 설정에 카페 번호와 게시판 번호를 적어 주세요. / "
    "To answer with a new article, please give the numbers of cafe and board in the channel's settings."
)
NO_SIGN_IN = (
    "답변을 새 글로 올리려면 네이버 로그인이 필요합니다. / "
    "To answer with a new article, a sign-in at Naver is needed."
)
NO_API = (
    "네이버 카페 API로는 새 글만 쓸 수 있습니다. 링크를 열어 브라우저에서 처리해 주세요. / "
    "Naver's API for cafes can only write new articles. Please open the link and do it in the "
    "browser."
)
NO_STREAM = (
    "네이버는 새 글을 바로 알려 주지 않습니다. 정해진 간격으로 확인합니다. / "
    "Naver does not announce new articles; the channel is checked at intervals."
)
NO_THREAD = (
    "카페의 댓글은 읽을 수 없어 대화를 이어 보여 드릴 수 없습니다. / "
    "Comments in cafes cannot be read, so there are no threads."
)

WHY_NOT: Mapping[str, str] = {
    **dict.fromkeys(
        ("private_reply", "edit", "delete", "approve", "hide", "unhide", "hold", "reject", "trash", "like"),
        NO_API,
    ),
    "stream": NO_STREAM,
    "thread": NO_THREAD,
}
CAPABILITIES = Capabilities(reply=True, activity=True, why_not=WHY_NOT)

_APP_FIELDS = (
    SignInField("client_id", label_ko="클라이언트 ID", label_en="Client ID"),
    SignInField("client_secret", secret=True, label_ko="클라이언트 시크릿", label_en="Client Secret"),
)

_STEPS_KO = (
    "developers.naver.com에 시의 네이버 아이디로 로그인해 주세요.",
    "'Application → 애플리케이션 등록'을 열어 주세요. 사용 API로 '검색', '네이버 로그인', "
    "'카페'를 골라 주세요.",
    "글을 올리려면 '카페' 권한에 체크해 주세요. 글을 찾기만 할 때는 '검색'이면 됩니다.",
    "환경은 'PC 웹'으로 하고 Callback URL에 http://127.0.0.1:18573/callback 을 적어 주세요.",
    "검수 전에는 애플리케이션의 '멤버관리'에 등록한 아이디로만 로그인할 수 있습니다.",
    "Client ID와 Client Secret을 여기에 붙여 넣어 주세요. 그리고 글을 올릴 아이디로 브라우저에서 "
    "로그인해 주세요.",
    "채널 설정에 검색어를 적어 주세요. 글을 올리려면 카페 번호(clubid)와 게시판 번호(menuid)도 적어 주세요.",
)
_STEPS_EN = (
    "Sign in at developers.naver.com with the city's Naver account.",
    "Under Application, register one with the APIs Search (검색), Naver Login and Cafe (카페).",
    "Tick the permission Cafe to be able to write; Search alone is enough for finding articles.",
    "Choose the environment PC web and give http://127.0.0.1:18573/callback as Callback URL.",
    "Until Naver has reviewed the application, only ids that are registered as its members can sign in.",
    "Paste the Client ID and the Client Secret, and sign in with the browser as the id that is to write.",
    "Write the search words into the channel's settings, and for answers the numbers of cafe and board.",
)

_OPTIONS = (
    OptionField(
        "words",
        "검색어",
        "Search words",
        "이 말이 나오는 카페 글을 찾습니다. 쉼표로 나누어 다섯 개까지 적을 수 있습니다.",
        "Articles with these words are found; up to five, with commas.",
    ),
    OptionField(
        "club_id",
        "카페 번호(clubid)",
        "Number of the cafe (clubid)",
        "카페 관리 화면의 주소에 있는 숫자입니다. 답변을 새 글로 올릴 때 필요합니다.",
        "The number in the address of the cafe's manager pages; needed for answering.",
    ),
    OptionField(
        "menu_id",
        "게시판 번호(menuid)",
        "Number of the board (menuid)",
        "답변이 올라갈 게시판입니다. 게시판 주소의 menuid 숫자를 적어 주세요. 상품 게시판은 쓸 수 없습니다.",
        "The board for answers: menuid in its address. Boards for goods do not work.",
    ),
    OptionField(
        "open",
        "새 글을 볼 수 있는 사람",
        "Who can see the article",
        "'전체 공개'로 해야 카페 회원이 아닌 시민도 볼 수 있습니다.",
        "People who are not members of the cafe can see it only when it is public.",
        default="members",
        choices=(("members", "카페 회원", "Members of the cafe"), ("all", "전체 공개", "Everybody")),
    ),
    OptionField(
        "encoding",
        "글자 인코딩",
        "Encoding",
        "시험 글의 한글이 %EA%B0%80처럼 깨져 보이면 '한 번'으로 바꿔 주세요.",
        "Choose 'once' if the Korean of a test article shows up as %EA%B0%80.",
        default="double",
        choices=(("double", "두 번(기본)", "Twice (default)"), ("single", "한 번", "Once")),
    ),
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.naver_cafe.client import NaverCafe

    return NaverCafe(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.naver.signin import sign_in

    return await sign_in(http, config, open_browser)


async def _renew(http: Any, secret: Mapping[str, str]) -> Mapping[str, str]:
    from connectors.naver.signin import renew

    return await renew(http, secret)


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    missing = not (str(options.get("club_id") or "").strip() and str(options.get("menu_id") or "").strip())
    return (NEW_ARTICLE, FOR_GOOD, NO_BOARD) if missing else (NEW_ARTICLE, FOR_GOOD)


NETWORK = Network(
    name="naver_cafe",
    label_ko="네이버 카페",
    label_en="Naver Cafe",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko=(
        "카페 주소나 이름을 적어 주세요. 검색만 할 때는 비워 두면 됩니다. 예: excafe 또는 "
        "https://cafe.naver.com/excafe"
    ),
    address_en="Address or name of the cafe; empty for searching only, e.g. https://cafe.naver.com/excafe",
    option_fields=_OPTIONS,
    steps_ko=_STEPS_KO,
    steps_en=_STEPS_EN,
    sign_in_fields=(
        *_APP_FIELDS,
        SignInField(
            "access_token",
            secret=True,
            label_ko="액세스 토큰",
            label_en="Access token",
            hint_ko="글을 올릴 때만 필요합니다. 1시간 뒤에 만료됩니다.",
            hint_en="Only for writing. It expires after an hour.",
            required=False,
        ),
        SignInField(
            "refresh_token",
            secret=True,
            label_ko="갱신 토큰",
            label_en="Refresh token",
            hint_ko="있으면 액세스 토큰을 저절로 새로 받습니다.",
            hint_en="With it the access token is renewed by itself.",
            required=False,
        ),
    ),
    browser_fields=_APP_FIELDS,
    sign_in=_sign_in,
    renew=_renew,
    advise=_advise,
    min_interval_s=120.0,
    default_interval_s=600.0,
)
