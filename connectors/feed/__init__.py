"""RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed: boards, notices, press releases, comment feeds. Reading only."""

from __future__ import annotations

from typing import Any

from connectors.base import Action, Capabilities, ChannelConfig, Connector, Network, SignInField

ONE_WAY = (
    "피드는 읽기만 할 수 있습니다. 답변은 원문에서 해 주세요. / "
    "A feed can only be read; please answer on its page."
)
NO_STREAM = (
    "피드에는 실시간 연결이 없습니다. 정해진 간격으로 확인합니다. / "
    "A feed has no live connection; it is checked at intervals."
)

CAPABILITIES = Capabilities(
    activity=True,
    why_not={**{action.value: ONE_WAY for action in Action}, "stream": NO_STREAM},
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.feed.client import FeedConnector

    return FeedConnector(config, http)


NETWORK = Network(
    name="feed",
    label_ko="피드(RSS·Atom)",
    label_en="Feed (RSS, Atom)",
    capabilities=CAPABILITIES,
    open=_open,
    sign_in_fields=(
        SignInField("login"),
        SignInField(
            "password",
            secret=True,
            label_ko="비밀번호",
            label_en="Password",
            hint_ko="피드를 열 때 묻는 비밀번호입니다. 공개 피드에는 없어도 됩니다.",
            hint_en="The one that is asked for when the feed is opened; public feeds need none.",
        ),
    ),
    address_ko="피드 주소를 적어 주세요. 예: https://city.example/rss.xml",
    address_en="The feed's address, for example https://city.example/rss.xml",
    steps_ko=(
        "보통은 로그인이 필요 없습니다. 피드 주소만 적으면 됩니다.",
        "비밀번호로 막힌 피드라면 그 홈페이지의 아이디와 비밀번호를 적어 주세요.",
    ),
    steps_en=(
        "Usually no sign-in is needed; the feed's address is enough.",
        "If the feed is behind a password, please type the user name and password of that site.",
    ),
)
