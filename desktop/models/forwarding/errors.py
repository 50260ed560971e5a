"""How handing a case over can fail."""

from __future__ import annotations

from desktop.models.errors import WorkspaceError


class ForwardRefused(WorkspaceError):
    """It cannot be done, and nothing was changed; the code says why: no-such-department, nobody-there,
    supporting-is-lead, already-there, reason-missing, words-missing, no-lead."""

    code = "forward-refused"


class TooManyHops(ForwardRefused):
    """The case was handed round so often that triage has to name who owns it. ``case_ids``: which ones;
    ``departments``: who had the first of them so far, in order."""

    code = "forward-too-many-hops"

    def __init__(self, case_ids: tuple[int, ...], departments: tuple[str, ...]) -> None:
        super().__init__(f"cases {case_ids} went to {departments}")
        self.case_ids = case_ids
        self.departments = departments


class AnswerRefused(ForwardRefused):
    """An answer cannot be handed in, accepted or sent back: answer-empty, answer-too-long, answer-decided,
    answer-no-comment, answer-on-its-way, answer-sent, answer-again."""

    code = "answer-refused"
