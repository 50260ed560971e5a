"""me2day (미투데이, 2007-2014): a server that speaks its API, and the backups people took home in 2014.

Owns the network's line in the registry; everything that talks or reads files is imported when it is first
needed. The hosts of the closed service are never called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from connectors.base import (
    Batch,
    Capabilities,
    ChannelConfig,
    Connector,
    LengthRule,
    Network,
    OptionField,
    SignInField,
)

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = LengthRule(limit=150, unit="characters", names_author=True)
"""150 characters of plain text, the summons of the citizen among them (me2day.md section 0)."""

WHY_NOT = {
    "stream": "미투데이에는 실시간 연결이 없습니다. 1분마다 확인합니다. / "
    "me2day has no live connection; it is checked once a minute.",
    "edit": "미투데이에서는 쓴 댓글을 고칠 수 없습니다. 지우고 다시 써 주세요. / "
    "me2day has no way to edit a comment; please delete it and write a new one.",
    "approve": "미투데이에는 승인을 기다리는 댓글이 없습니다. / No comment waits for approval on me2day.",
    "hide": "미투데이에서는 댓글을 숨길 수 없고 지울 수만 있습니다. / "
    "Comments cannot be hidden on me2day, only deleted.",
    "unhide": "미투데이에는 숨긴 댓글이 없습니다. / There are no hidden comments on me2day.",
    "hold": "미투데이에는 승인 대기가 없습니다. / me2day has no queue for approval.",
    "reject": "미투데이에는 승인 대기가 없습니다. / me2day has no queue for approval.",
    "like": "공감(미투)은 글에만 할 수 있습니다. 시민이 이 채널에 쓰는 것은 모두 댓글입니다. / "
    "A metoo is for posts only, and what citizens write here are comments.",
    "private_reply": "미투데이의 쪽지는 프로그램에 공개되지 않았습니다. / "
    "me2day never opened its private messages to programs.",
}

READ_ONLY_REASON = (
    "로그인하지 않은 채널은 읽기만 할 수 있습니다. / A channel without a sign-in can only be read."
)
IMPORTER_REASON = (
    "미투데이는 2014년에 끝났습니다. 서버 주소가 없는 채널은 백업만 읽어 들일 수 있습니다. / "
    "me2day ended in 2014: a channel without a server's address can only read backups."
)

CAPABILITIES = Capabilities(
    reply=True, delete=True, trash=True, thread=True, activity=True, length=LENGTH, why_not=WHY_NOT
)


def without_sign_in() -> Capabilities:
    """A server whose public posts are read without a key."""
    why_not = WHY_NOT | dict.fromkeys(("reply", "delete", "trash"), READ_ONLY_REASON)
    return Capabilities(thread=True, activity=True, length=LENGTH, why_not=why_not)


def importer_only() -> Capabilities:
    """A channel without a server: backups are read into it."""
    why_not = WHY_NOT | dict.fromkeys(("reply", "delete", "trash", "activity", "stream"), IMPORTER_REASON)
    return Capabilities(poll=False, thread=True, length=LENGTH, why_not=why_not)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.me2day.client import Me2day

    return Me2day(config, http)


def _read_backup(path: Path) -> Iterator[Batch]:
    from connectors.me2day.backup import read_backup

    return read_backup(path)


def _advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    if not text.strip():
        return ()
    return (
        "댓글 앞에 시민의 닉네임이 붙고 150자에 함께 셉니다. 누구나 볼 수 있고 나중에 고칠 수 "
        "없습니다. / "
        "The citizen's nickname is put in front and counts among the 150 characters; everybody can "
        "read the comment and it cannot be edited.",
    )


NETWORK = Network(
    name="me2day",
    label_ko="미투데이",
    label_en="me2day",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko=(
        "미투데이 API를 쓰는 서버의 주소를 적어 주세요. 비워 두면 백업만 읽어 들일 수 있습니다. 문을 "
        "닫은 me2day.net은 쓸 수 없습니다. 예: https://me2.city.example"
    ),
    address_en="The address of a server that speaks the me2day API, such as "
    "https://me2.city.example. Left empty, "
    "only backups can be read. The closed me2day.net cannot be used.",
    option_fields=(
        OptionField(
            "auth",
            "로그인 방식",
            "Way of signing in",
            hint_ko="서버가 한 가지만 알아들을 때만 바꿔 주세요.",
            hint_en="Change it only if the server understands just one of them.",
            default="auto",
            choices=(
                ("auto", "자동", "Automatic"),
                ("basic", "HTTP Basic", "HTTP Basic"),
                ("query", "uid와 ukey", "uid and ukey"),
            ),
        ),
        OptionField(
            "format",
            "응답 형식",
            "Format of answers",
            default="json",
            choices=(("json", "JSON", "JSON"), ("xml", "XML", "XML")),
        ),
    ),
    steps_ko=(
        "미투데이 API를 쓰는 서버(보관 서버나 시험 서버)의 주소를 채널 주소에 적어 주세요.",
        "그 서버의 설정 화면에서 여덟 자리 사용자 키를 확인해 주세요.",
        "아이디와 사용자 키를 적어 주세요. 서버가 앱 키를 요구하면 앱 키도 적어 주세요.",
        "2014년에 받은 백업만 있으면 주소와 로그인을 비워 두어도 됩니다. '백업 읽어 들이기'를 눌러 주세요.",
    ),
    steps_en=(
        "Enter the address of a server that speaks the me2day API (an archive or a test server).",
        "Look up the user key of eight digits on that server's settings page.",
        "Enter the id and the user key, and the application key if the server asks for one.",
        "If there is only a backup from 2014, leave address and sign-in empty and choose to read a backup.",
    ),
    sign_in_fields=(
        SignInField("login", label_ko="미투데이 아이디", label_en="me2day id", hint_ko="예: hanbitcity"),
        SignInField(
            "user_key",
            secret=True,
            label_ko="사용자 키",
            label_en="User key",
            hint_ko="설정 화면에 있는 여덟 자리 키입니다.",
            hint_en="The eight digits on the settings page.",
        ),
        SignInField("app_key", secret=True, label_ko="앱 키", label_en="Application key", required=False),
    ),
    advise=_advise,
    read_backup=_read_backup,
    min_interval_s=30.0,
    default_interval_s=60.0,
)
