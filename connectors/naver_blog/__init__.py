"""Naver Blog: the city's own posts by RSS and other people's posts about the city by the search.

Owns the network's line in the registry; everything that talks is imported when a channel is opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from connectors.base import Capabilities, ChannelConfig, Connector, Network, OptionField, SignInField

NO_API = (
    "네이버 블로그는 댓글 API를 제공하지 않습니다. 링크를 열어 댓글을 쓴 뒤 기록해 주세요. / "
    "Naver Blog has no API for comments. Please open the link, write the answer there and record "
    "it."
)
NO_MODERATION = (
    "네이버 블로그는 글과 댓글을 관리하는 API를 제공하지 않습니다. 브라우저의 '내 블로그 → 댓글 "
    "관리'에서 처리해 주세요. / "
    "Naver Blog has no API for managing posts or comments. Please do it in the browser, in the "
    "blog's comment manager."
)
NO_THREAD = (
    "댓글을 읽을 수 없어 대화를 이어 보여 드릴 수 없습니다. / "
    "Comments cannot be read, so there are no threads."
)
NO_STREAM = (
    "네이버는 새 글을 바로 알려 주지 않습니다. 정해진 간격으로 확인합니다. / "
    "Naver does not announce new posts; the channel is checked at intervals."
)

CAPABILITIES = Capabilities(
    activity=True,
    why_not={
        "reply": NO_API,
        "private_reply": NO_API,
        "edit": NO_API,
        "delete": NO_API,
        "like": "네이버 블로그는 공감 API를 제공하지 않습니다. / Naver Blog has no API for likes.",
        **dict.fromkeys(("approve", "hide", "unhide", "hold", "reject", "trash"), NO_MODERATION),
        "thread": NO_THREAD,
        "stream": NO_STREAM,
    },
)

_STEPS_KO = (
    "RSS만 읽을 때는 로그인이 필요 없습니다. 블로그 아이디만 적어 주세요.",
    "다른 블로그의 글도 찾으려면 developers.naver.com에 시의 네이버 아이디로 로그인해 주세요.",
    "'Application → 애플리케이션 등록'에서 사용 API로 '검색'을 골라 주세요.",
    "환경은 'WEB 설정'으로 하고 주소에 시 홈페이지 주소를 적어 주세요.",
    "등록한 뒤 나오는 Client ID와 Client Secret을 여기에 붙여 넣어 주세요.",
    "채널 설정의 '검색어'에 찾을 말을 적어 주세요. 하루 25,000번까지 무료입니다.",
)
_STEPS_EN = (
    "Reading RSS needs no sign-in: the name of the blog is enough.",
    "To find other people's posts, sign in at developers.naver.com with the city's Naver account.",
    "Under Application, register an application and choose the API 'Search' (검색).",
    "Choose the environment 'WEB' and give the address of the city's website.",
    "Paste the Client ID and the Client Secret that are shown then.",
    "Write what to look for into 'Search words' of the channel. 25,000 calls a day are free.",
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.naver_blog.client import NaverBlog

    return NaverBlog(config, http)


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    return (NO_API,)


NETWORK = Network(
    name="naver_blog",
    label_ko="네이버 블로그",
    label_en="Naver Blog",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko=(
        "블로그 아이디나 주소를 적어 주세요. 여러 개는 쉼표로 나누어 주세요. 예: excity 또는 "
        "https://blog.naver.com/excity"
    ),
    address_en="Name or address of the blog, several with commas, e.g. excity or https://blog.naver.com/excity",
    option_fields=(
        OptionField(
            "words",
            "검색어",
            "Search words",
            "이 말이 나오는 글을 찾습니다. 쉼표로 나누어 다섯 개까지 적을 수 있습니다. 예: 한빛시, 한빛시청",
            "Blog posts with these words are found; up to five, with commas, e.g. Hanbit, Hanbit City Hall.",
        ),
    ),
    steps_ko=_STEPS_KO,
    steps_en=_STEPS_EN,
    sign_in_fields=(
        SignInField("client_id", label_ko="클라이언트 ID", label_en="Client ID"),
        SignInField("client_secret", secret=True, label_ko="클라이언트 시크릿", label_en="Client Secret"),
    ),
    advise=_advise,
    min_interval_s=300.0,
    default_interval_s=600.0,
)
