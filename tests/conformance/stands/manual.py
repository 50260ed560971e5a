"""The channel that is kept by hand: there is no server, so all that is left is what it refuses."""

from __future__ import annotations

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts, Fault

KEPT = (
    "a_check_names_the_account",
    "what_is_impossible_is_refused_with_a_reason",
    "what_is_not_there_is_refused",
)


def _absent() -> dict[str, str]:
    from tests.conformance.suite import promises

    reason = "Its posts are entered by hand; there is no server."
    return {promise.name: reason for promise in promises() if promise.name not in KEPT}


FACTS = Facts("manual", "none: its posts are entered by hand", absent=_absent())


class Stand:
    facts = FACTS

    async def aclose(self) -> None:
        return None

    def config(self) -> ChannelConfig:
        return ChannelConfig(url="", handle="민원 전화")

    def requests(self) -> int:
        return 0

    def fault(self, kind: Fault) -> None:
        raise NotImplementedError

    def heal(self) -> None:
        return None


async def open_stand() -> Stand:
    return Stand()
