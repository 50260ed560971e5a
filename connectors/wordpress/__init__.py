"""WordPress: comments on the city's own pages and boards, by the REST API of WordPress itself.

Owns the network's line in the registry; everything that talks is imported when a channel is opened.
"""

from __future__ import annotations

from typing import Any

from connectors.base import Action, Capabilities, ChannelConfig, Connector, LengthRule, Network, SignInField

LENGTH = LengthRule(limit=65_525, unit="bytes")
"""wordpress.md section 4: 65,525 bytes pass, more is ``comment_content_column_length``."""

NEEDS_SIGN_IN = (
    "로그인하지 않은 채널은 읽기만 할 수 있습니다. / A channel without a sign-in can only be read."
)
NOT_MODERATOR = (
    "이 계정에는 댓글을 관리할 권한이 없습니다. 편집자 역할이 필요합니다. / "
    "This account may not moderate comments; it needs the role Editor."
)
NO_STREAM = (
    "워드프레스에는 실시간 연결이 없습니다. 정해진 간격으로 확인합니다. / "
    "WordPress has no live connection; the site is checked at intervals."
)

_NOWHERE = {
    "like": "워드프레스 댓글에는 공감(좋아요)이 없습니다. / Comments on WordPress cannot be liked.",
    "private_reply": (
        "워드프레스에서는 댓글 쓴 사람에게만 보이는 답글을 쓸 수 없습니다. / "
        "WordPress has no replies that only the author of a comment can see."
    ),
    "reject": (
        "워드프레스에는 거절이 따로 없습니다. 대신 휴지통으로 옮겨 주세요. / "
        "WordPress has no rejecting; please move the comment to the trash instead."
    ),
    "stream": NO_STREAM,
}
_FOR_STAFF = ("edit", "delete", "approve", "hide", "unhide", "hold", "trash")

SIGNED_IN = Capabilities(
    reply=True,
    edit=True,
    delete=True,
    approve=True,
    hide=True,
    unhide=True,
    hold=True,
    trash=True,
    thread=True,
    activity=True,
    length=LENGTH,
    why_not=_NOWHERE,
)
WRITER = Capabilities(
    reply=True,
    thread=True,
    activity=True,
    length=LENGTH,
    why_not=_NOWHERE | dict.fromkeys(_FOR_STAFF, NOT_MODERATOR),
)
"""A user of the site who may answer and not moderate."""

READ_ONLY = Capabilities(
    thread=True,
    activity=True,
    length=LENGTH,
    why_not={action.value: NEEDS_SIGN_IN for action in Action} | _NOWHERE,
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.wordpress.client import WordPress

    return WordPress(config, http)


NETWORK = Network(
    name="wordpress",
    label_ko="워드프레스",
    label_en="WordPress",
    capabilities=SIGNED_IN,
    open=_open,
    address_ko="홈페이지 주소를 적어 주세요. 예: https://city.example 또는 https://city.example/board",
    address_en="The site's address, for example https://city.example or https://city.example/board",
    steps_ko=(
        "홈페이지 관리자 화면에서 편집자(Editor) 역할의 사용자를 하나 만들어 주세요.",
        "그 사용자로 로그인해 프로필 아래의 '응용 프로그램 비밀번호'를 찾아 주세요. 이름에 "
        "'서울소셜미디어센터'를 적고 추가해 주세요.",
        "한 번만 보이는 24자 비밀번호를 여기에 붙여 넣어 주세요. 빈칸은 그대로 두어도 됩니다.",
    ),
    steps_en=(
        "In the site's administration, make a user with the role Editor.",
        "Signed in as that user, add an application password at the end of the profile, for example "
        "“Seoul Social Media Center”.",
        "Paste the password of 24 characters here; it is shown only once. Spaces do not matter.",
    ),
    sign_in_fields=(SignInField("login"), SignInField("password", secret=True)),
    min_interval_s=15.0,
    default_interval_s=30.0,
)
