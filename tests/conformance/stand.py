"""What the conformance suite needs of a network: a server under the test's control, and a channel on it.

One module a network in ``stands/``, each with ``async def open_stand() -> Stand``, called once for every
promise, and ``FACTS``, the same value as ``stand.facts`` (it is read without opening the stand). Real servers
where they can be started from packages, and then one for the whole run with new accounts and posts for each
stand; for closed networks a fake in ``tests/servers/`` whose answers follow the official description.

The promises are the functions of ``test_reading.py``, ``test_changes.py``, ``test_writing.py`` and
``test_trouble.py`` with their name without ``test_``. A promise about an action, the stream or the activity
is not run where ``Network.capabilities`` does not claim it; its reason is then the one in ``why_not``.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from connectors.base import ChannelConfig


class Fault(enum.StrEnum):
    """What can be wrong on the way; each network says it in its own words, headers and codes."""

    TOKEN_EXPIRED = "token-expired"  # the access token has ended; a refresh token, if any, still works
    REVOKED = "revoked"  # neither token works any more, until ``heal``
    FORBIDDEN = "forbidden"  # the sign-in is right and the permission was taken away
    RATE_LIMITED = "rate-limited"  # 429 or the network's own code, with its own headers, for 60 s
    QUOTA_USED_UP = "quota-used-up"  # the day's budget
    BUDGET_SPENT = "budget-spent"  # a good answer whose headers say that it was the last for 60 s
    SERVER_ERROR = "server-error"
    DEAD = "dead"  # nobody answers at that port
    SLOW = "slow"  # an answer that never ends
    UNREADABLE = "unreadable"  # an error page of a proxy, HTML with status 200
    DAMAGED = "damaged"  # one entry of a list has values of the wrong types
    DOUBLED_PAGE = "doubled-page"  # a page repeats entries of the page before
    SHORT_PAGE = "short-page"  # an empty page although there are more behind it
    REORDERED = "reordered"  # entries of a list in another order
    LOST_ANSWER = "lost-answer"  # the next write is carried out and the line cut before its answer
    LOST_REQUEST = "lost-request"  # the next write is not carried out and the line cut without an answer


@dataclass(frozen=True, slots=True)
class OnServer:
    """One thing as the server holds it, whatever the connector believes."""

    remote_id: str
    text: str
    parent_id: str = ""
    state: str = "published"  # "published", "held", "hidden", "spam" or "gone"
    liked: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What the suite must know beforehand. ``absent``: promise (function name without ``test_``) → why the
    network does not offer it, one English sentence for docs/networks.md."""

    network: str
    server: str  # "real: WordPress 6.1", "fake, after the official OpenAPI description", ...
    absent: Mapping[str, str] = field(default_factory=dict)
    page: int = 20  # entries on one page of the server under test
    longest_text: int | None = None  # texts of citizens that the server takes, in characters


class Stand(Protocol):
    """All ids are remote ids as the connector gives them. What a network has no way to do raises
    NotImplementedError, and the promise stands in ``facts.absent``."""

    facts: Facts

    async def aclose(self) -> None: ...

    def config(self) -> ChannelConfig:
        """The city's signed-in channel on this server; ``tokens`` where the network renews them, so that what
        was renewed counts for the next ``config``."""

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        """A citizen writes to the city: a comment, mention, mail; ``parent`` is a post it answers."""

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        """Several citizens within the same instant of the server's clock (a tie of the cursor)."""

    async def write_many(self, texts: Sequence[str]) -> list[str]:
        """As ``write`` for each of them, oldest first, where the server has a quicker way. May be missing."""

    async def write_held(self, text: str) -> str:
        """A citizen's post that waits for approval; where there is approve, hold or reject."""

    async def edit(self, remote_id: str, text: str) -> None:
        """The citizen changes their post."""

    async def delete(self, remote_id: str) -> None:
        """The citizen deletes their post for good."""

    async def own(self, text: str, *, parent: str) -> str:
        """The city's account answers in another program."""

    async def with_media(self, text: str, alt: str) -> str:
        """A citizen's post with one picture."""

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        """The post as the server has it; ``text`` is what a reader sees, without markup. None: not there."""

    async def replies(self, parent: str) -> list[OnServer]:
        """What the city's account wrote below that post, public and private."""

    def requests(self) -> int:
        """How many requests have reached the server (to see that a connector keeps silent)."""

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        """From now on, or for the next write, until ``heal``. NotImplementedError: this network has none."""

    def heal(self) -> None: ...
