"""Where Threads is, which fields are asked for, and its own words among the Graph's errors."""

from __future__ import annotations

from connectors import graph
from connectors.base import ChannelConfig, Refused
from connectors.graph_parts import NO_PERMISSION, Fault
from connectors.threads import TOO_MANY_LINKS

HOME = "https://graph.threads.net"
VERSION = "v1.0"
OWN_HOSTS = ("threads.net", "threads.com")

POST_FIELDS = (
    "id,media_type,media_url,gif_url,permalink,username,text,timestamp,thumbnail_url,children,reposted_post,"
    "has_replies,alt_text"
)
REPLY_FIELDS = f"{POST_FIELDS},is_reply,is_reply_owned_by_me,root_post,replied_to,hide_status"
MENTION_FIELDS = f"{POST_FIELDS},is_reply,root_post,replied_to"
PROFILE_FIELDS = "id,username,name"

RACE = (24, 4279009)
"""“Media not found” for a container that was ready a moment ago (threads.md section 5)."""

INSECURE = (
    "암호화되지 않은 주소(http)로는 토큰을 보내지 않습니다. https 주소를 적어 주세요. / "
    "The token is not sent to an address without encryption; please use https."
)
POST_GONE = "이 글은 지워졌거나 더 이상 보이지 않습니다. / The post has been deleted or is no longer visible."
ONLY_TOP_LEVEL = (
    "스레드에서는 시의 글에 바로 달린 답글만 숨길 수 있습니다. 그 아래 답글은 위 답글을 "
    "따릅니다. / "
    "On Threads only direct replies to the city's posts can be hidden; those below follow them."
)
NO_PERMISSION_SENTENCE = (
    "이 토큰에는 필요한 권한이 없습니다. 권한을 더한 새 토큰을 만들어 주세요. / "
    "This token lacks a permission; please make a new one that has it."
)
NO_MENTIONS = (
    "시를 부른 글(@)은 수집하지 못합니다. 토큰에 threads_manage_mentions 권한을 더해 주세요. / "
    "Posts that mention the city (@) are not collected; the token needs the permission "
    "threads_manage_mentions."
)
NOT_OFFERED = (
    "이 앱이나 계정에서는 아직 쓸 수 없는 기능입니다. / This is not available to this app or account yet."
)


def base_of(config: ChannelConfig) -> str:
    return graph.base_of(config, HOME, OWN_HOSTS, VERSION)


def is_gone(fault: Fault) -> bool:
    """Whether a question for one post with nothing but its id says that there is none: 100, or 24 for what
    was there before (threads.md section 6)."""
    return fault.code in (24, 100) or fault.missing


def is_race(fault: Fault) -> bool:
    return (fault.code, fault.subcode) == RACE


def refusal(fault: Fault) -> Refused:
    """What the network's no means, in words for people."""
    if fault.code in NO_PERMISSION:
        return Refused(NO_PERMISSION_SENTENCE, fault.name)
    if "LINK_LIMIT_EXCEEDED" in fault.message:
        return Refused(TOO_MANY_LINKS, "link-limit")
    if "FEATURE_NOT_AVAILABLE" in fault.message:
        return Refused(NOT_OFFERED, "feature-not-available")
    return fault.refusal()
