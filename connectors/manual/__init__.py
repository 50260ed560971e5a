"""Posts that somebody takes down by hand: a phone call, a chat, a comment on a page no program may read.

Owns what such a post looks like; knows no server, because there is none.
"""

from __future__ import annotations

from typing import Any

from connectors.base import Action, Capabilities, ChannelConfig, Connector, Network
from connectors.manual.parse import make_post

__all__ = ["CAPABILITIES", "NETWORK", "make_post"]

NO_WAY_OUT = (
    "직접 입력한 글은 프로그램에서 답변하거나 처리할 수 없습니다. 원래 채널에서 해 주세요. / "
    "A post entered by hand cannot be answered or handled from here; please do it where it came "
    "from."
)
NOTHING_LIVE = "직접 입력한 글은 저절로 오지 않습니다. / Posts entered by hand do not arrive by themselves."
NOTHING_TO_COUNT = (
    "직접 입력하는 채널은 활동을 셀 수 없습니다. / The activity of a channel kept by hand cannot be counted."
)

CAPABILITIES = Capabilities(
    poll=False,
    why_not={
        **{action.value: NO_WAY_OUT for action in Action},
        "stream": NOTHING_LIVE,
        "poll": NOTHING_LIVE,
        "activity": NOTHING_TO_COUNT,
    },
)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.manual.client import Manual

    return Manual(config)


NETWORK = Network(
    name="manual",
    label_ko="직접 입력",
    label_en="Entered by hand",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    address_ko="어디에서 온 글인지 적어 주세요. 예: 민원 전화, 카카오톡 채널",
    address_en="Where the posts come from, for example: telephone, KakaoTalk channel",
    steps_ko=("로그인할 것은 없습니다. 받은 글을 이 채널에 직접 적어 주세요.",),
    steps_en=("There is nothing to sign in to. Please write what was received into this channel.",),
)
