"""What a person has to know before a text goes out on X: what it costs and who may be answered. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

ADDRESS_COSTS = (
    "글에 주소(링크)가 있어 이 답글에 0.200달러가 듭니다. 주소를 빼면 0.015달러입니다. 시를 "
    "부르거나 인용한 글에 답변하면 0.010달러입니다. / "
    "The text holds an address, so this reply costs 0.200 USD; without it 0.015 USD, or 0.010 USD "
    "if the post named or quoted us."
)
NOT_SUMMONED = (
    "이 글은 시 계정을 부르지 않았습니다. X는 시를 부르거나(@) 인용한 글에만 답글을 허용하므로 "
    "거절될 수 있습니다. 거절되면 브라우저에서 답변해 주세요. / "
    "This post does not name our account. X only allows replies to posts that name or quote us, "
    "so it may refuse; then please answer in the browser."
)
PRIVATE = (
    "쪽지로 보냅니다. 받는 사람만 볼 수 있고, 보낸 뒤에는 되돌릴 수 없습니다. / "
    "This goes out as a direct message: only its recipient sees it, and it cannot be taken back."
)


def advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    """See ``Network.advise``. Prices and the rule of the summoned reply are those of pay-per-use."""
    if target.get("private"):
        return (PRIVATE,)
    if options.get("plan") == "enterprise":
        return ()
    from connectors.weighted import addresses

    found = []
    if addresses(text):
        found.append(ADDRESS_COSTS)
    if not _summoned(target):
        found.append(NOT_SUMMONED)
    return tuple(found)


def _summoned(target: Mapping[str, Any]) -> bool:
    """Whether the post named us, as far as its text shows; true where that cannot be known."""
    name, said = str(target.get("own_handle") or "").lstrip("@"), str(target.get("text") or "")
    if not name or not said:
        return True
    return bool(re.search(rf"(?<![A-Za-z0-9_])@{re.escape(name)}(?![A-Za-z0-9_])", said, re.IGNORECASE))
