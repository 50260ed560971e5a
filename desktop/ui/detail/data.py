"""Everything the detail pane shows of one post, read in one go so that its parts agree with each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models import channels, departments, drafts, queries
from desktop.models.errors import Missing
from desktop.models.speaking import threads
from desktop.models.speaking.threads import Seen


@dataclass(frozen=True, slots=True)
class Loaded:
    """``channel`` is the post's own, also if it was removed; ``channels`` are those in use."""

    detail: Any
    channel: Any
    channels: Sequence[Any]
    reply_draft: Any
    note_draft: Any
    departments: departments.DepartmentIndex
    strips: Mapping[str, Any]  # what the lines of the case show, by the name of the strip
    seen: Seen  # the thread as it is now, and as it was when the draft was last saved
    seen_then: Seen

    @property
    def names(self) -> Mapping[str, str]:
        """Names of departments by their codes."""
        return self.departments.names


def load(post_id: int, user: str, strips: Mapping[str, Callable[[int], Any]]) -> Loaded | None:
    """Read a post with its surroundings; None where there is no such post. Runs on a reader thread."""
    try:
        detail = queries.post_detail(post_id)
    except Missing:
        return None
    case_id = detail.row.case_id
    draft = drafts.load_draft(post_id, "reply", user)
    seen = threads.look(post_id, user)
    known = channels.list_channels(include_removed=True, counts=False)
    return Loaded(
        detail=detail,
        channel=next((c for c in known if c.id == detail.row.channel_id), None),
        channels=[c for c in known if c.removed_ms is None],
        reply_draft=draft,
        note_draft=drafts.load_draft(post_id, "note", user),
        departments=departments.index(),
        strips={} if case_id is None else {name: read(case_id) for name, read in strips.items()},
        seen=seen,
        seen_then=seen if draft is None else threads.look(post_id, user, at_ms=draft.changed_ms),
    )
