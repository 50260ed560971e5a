"""How work on ideas and meetings is refused; the codes have their sentences."""

from __future__ import annotations

from desktop.models.errors import WorkspaceError


class IdeaRefused(WorkspaceError):
    """What an idea does not allow now. ``name`` is the rule's, ``until_ms`` when a right ended."""

    code = "idea-refused"

    def __init__(self, message: str, code: str, *, name: str = "", until_ms: int | None = None) -> None:
        super().__init__(message, code)
        self.name = name
        self.until_ms = until_ms


class MeetingRefused(WorkspaceError):
    """What a meeting or its agenda does not allow now."""

    code = "meeting-refused"
