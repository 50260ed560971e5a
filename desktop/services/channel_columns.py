"""How lists of channels that offices keep call their columns and the networks. Pure; knows no file."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADERS = {
    "name": "name 채널명 채널이름 채널 이름 channelname title text feedtitle 매체이름 사이트명 "
    "게시판명 명칭 제목",
    "network": "network 매체 매체명 플랫폼 플랫폼종류 채널종류 매체종류 sns종류 platform sns구분 채널구분 "
    "sns service type 종류 유형 구분",
    "url": "xmlurl url feedurl 피드주소 rss주소 url주소 주소 채널주소 url또는계정 urlorhandle "
    "channelurl address link 링크 사이트주소 홈페이지주소 홈페이지 website",
    "handle": "handle account 계정 계정id 계정아이디 아이디 username id",
    "account_name": "계정명 계정이름 accountname",
    "owner": "owner 담당부서 담당부서명 부서 부서명 소관부서 소관 관리부서 운영부서 주관부서 "
    "department 담당과 운영과 담당팀 team 담당",
    "enabled": "enabled 사용",
}
"""What each column is called, what says it best first: of two for one thing the better named counts."""

_COLUMN = {
    header: (column, rank)
    for column, headers in _HEADERS.items()
    for rank, header in enumerate(headers.split())
}

_NICKNAMES = {
    "feed": ("rss", "atom", "피드"),
    "x": ("twitter", "트위터", "엑스"),
    "facebook": ("페이스북", "페북", "facebookpage"),
    "instagram": ("인스타",),
    "threads": ("쓰레드", "스레즈"),
    "youtube": ("유투브",),
    "naver_blog": ("blog", "블로그", "네이버블로그"),
    "naver_band": ("band", "밴드", "네이버밴드"),
    "naver_cafe": ("cafe", "카페", "네이버카페"),
    "kakao_channel": ("kakao", "kakaotalk", "카카오", "카카오톡", "카카오톡채널", "카카오채널"),
    "mail": ("email", "e-mail", "imap", "이메일", "전자우편", "메일"),
    "manual": ("phone", "전화", "직접입력"),
}
_ALSO_CALLED = {nickname: name for name, nicknames in _NICKNAMES.items() for nickname in nicknames}
"""How lists of Korean offices call the networks, without blanks."""

LONGEST_NAME = 200
"""Characters of a heading or of a network's name; what is longer is neither."""

_REMARK = re.compile(r"[(\[（【].*?[)\]）】]")
_JOINTS = re.compile(r"[\s./·_-]+")


def columns_of(cells: Sequence[str]) -> list[str] | None:
    """What each column of a row of headings holds ("": nothing for us); None for a row that is no heading."""
    named = [_column(cell) for cell in cells]
    best = {column: min(rank for other, rank in named if other == column) for column, _ in named}
    columns = [column if rank == best[column] else "" for column, rank in named]
    if "account_name" in columns:  # it names the channel where nothing else does
        other = "handle" if "name" in columns else "name"
        columns = [other if column == "account_name" else column for column in columns]
    known = set(columns)
    return columns if "name" in known and known & {"url", "handle", "network"} else None


def _column(cell: str) -> tuple[str, int]:
    """What a heading names, and how well it says so (0 is best)."""
    heading = cell.strip().strip("\ufeff").casefold()
    if len(heading) > LONGEST_NAME:
        return "", 0
    for text in (heading, _REMARK.sub("", heading)):
        if found := _COLUMN.get(_JOINTS.sub("", text)):
            return found
    return "", 0


def network_name(text: str) -> str:
    """The network that somebody means by "워드프레스", "RSS 2.0" or "X (구 트위터)"; the text in small
    letters where that is none, or more than one."""
    wanted = text.strip().casefold()
    if len(wanted) > LONGEST_NAME:
        return wanted
    if found := _exactly(wanted) or _exactly(_REMARK.sub("", wanted).strip()):
        return found
    named = {found for word in re.split(r"[\W_]+", wanted) if (found := _exactly(word))}
    return named.pop() if len(named) == 1 else wanted


def _exactly(wanted: str) -> str:
    from connectors.registry import networks

    known = _ALSO_CALLED.get(wanted.replace(" ", ""), wanted)
    for network in networks():
        if known and known in (network.name, network.label_ko.casefold(), network.label_en.casefold()):
            return network.name
    return ""
