"""부서 이관: a case handed to the department that owns it, until its answer is on the way to the citizen.

sent → received → working → answered, or returned with a reason, or withdrawn. ``sending`` hands over and
takes back, ``working`` is what departments do, ``answers`` what they write and what is made of it,
``owners`` says who owns what went round too often. ``inboxes`` reads in order of urgency, ``keeping`` is the
rows.
"""

from __future__ import annotations

from desktop.models.forward_cards import CardState, for_cards
from desktop.models.forwarding.answers import (
    Answer,
    accept,
    answer,
    answers_of,
    get_answer,
    send_back,
)
from desktop.models.forwarding.errors import AnswerRefused, ForwardRefused, TooManyHops
from desktop.models.forwarding.inboxes import (
    Counts,
    InboxRow,
    inbox,
    inbox_counts,
    row,
    rows,
)
from desktop.models.forwarding.keeping import (
    CLOSED_STATES,
    OPEN_STATES,
    STATES,
    Forwarding,
    covers,
    get,
    kept_case,
    of_case,
    open_of_cases,
)
from desktop.models.forwarding.owners import Ruling, get_ruling, retire, rulings, suggestions
from desktop.models.forwarding.sending import MOST_HOPS, add_support, name_owner, send, target, withdraw
from desktop.models.forwarding.working import begin, extend, give_back, receive, seen

__all__ = [
    "CLOSED_STATES",
    "MOST_HOPS",
    "OPEN_STATES",
    "STATES",
    "Answer",
    "AnswerRefused",
    "CardState",
    "Counts",
    "ForwardRefused",
    "Forwarding",
    "InboxRow",
    "Ruling",
    "TooManyHops",
    "accept",
    "add_support",
    "answer",
    "answers_of",
    "begin",
    "covers",
    "extend",
    "for_cards",
    "get",
    "get_answer",
    "get_ruling",
    "give_back",
    "inbox",
    "inbox_counts",
    "kept_case",
    "name_owner",
    "of_case",
    "open_of_cases",
    "receive",
    "retire",
    "row",
    "rows",
    "rulings",
    "seen",
    "send",
    "send_back",
    "suggestions",
    "target",
    "withdraw",
]
