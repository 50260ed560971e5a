"""What the fake of Meta's servers holds: a Page with posts and comments, an Instagram account with media and
comments, talks, and who is allowed what."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

PAGE = "1001"
IG = "17841400000000001"
PAGE_NAME, IG_NAME = "한빛시", "hanbit_city"


def stamp(seconds: float) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")


@dataclass
class Node:
    id: str
    kind: str
    number: int  # in the order of creation
    author: str = ""
    text: str = ""
    thread: str = ""  # post, media or talk that it is in
    parent: str = ""  # comment that it answers
    created: float = field(default_factory=time.time)
    updated: float = field(default_factory=time.time)
    hidden: bool = False
    liked: bool = False
    alt: str = ""
    to: str = ""
    about: str = ""  # what a private reply is an answer to
    tags_page: bool = False


class State:
    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.people: dict[str, str] = {PAGE: PAGE_NAME, IG: IG_NAME}  # id → name
        self._number = 5000
        self.posts_made = 0

    # --- making -------------------------------------------------------------------------------------------

    def person(self, name: str) -> str:
        for number, known in self.people.items():
            if known == name:
                return number
        number = str(70007 + len(self.people))
        self.people[number] = name
        return number

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _add(self, node: Node) -> Node:
        self.nodes[node.id] = node
        return node

    def post(self, text: str, author: str = PAGE, *, tags_page: bool = False, alt: str = "") -> Node:
        number = self._next()
        where = author if tags_page else PAGE
        return self._add(
            Node(f"{where}_{number}", "Post", number, author, text, tags_page=tags_page, alt=alt)
        )

    def comment(self, on: str, text: str, author: str, *, alt: str = "") -> Node:
        """A comment on a post or on a comment; an answer to an answer stands below the comment on top."""
        below = self.nodes[on]
        number = self._next()
        thread = below.id if below.kind == "Post" else below.thread
        parent = "" if below.kind == "Post" else (below.parent or below.id)
        made = Node(
            f"{thread.partition('_')[2]}_{number}", "Comment", number, author, text, thread, parent, alt=alt
        )
        self.nodes[thread].updated = made.created
        return self._add(made)

    def media(self, text: str, author: str = IG, *, tags_page: bool = False) -> Node:
        number = self._next()
        return self._add(Node(f"1790000000{number}", "IGMedia", number, author, text, tags_page=tags_page))

    def ig_comment(self, on: str, text: str, author: str) -> Node:
        below = self.nodes[on]
        number = self._next()
        thread = below.id if below.kind == "IGMedia" else below.thread
        parent = "" if below.kind == "IGMedia" else (below.parent or below.id)
        return self._add(Node(f"1780000000{number}", "IGComment", number, author, text, thread, parent))

    def talk(self, account: str, person: str) -> Node:
        kind = "t" if account == PAGE else "aWdfZAG06MTpJR"
        wanted = f"{kind}_{person}"
        if wanted not in self.nodes:
            self._add(Node(wanted, "UnifiedThread", self._next(), person, to=account))
        return self.nodes[wanted]

    def message(
        self, account: str, person: str, text: str, author: str, *, about: str = "", alt: str = ""
    ) -> Node:
        talk = self.talk(account, person)
        number = self._next()
        prefix = "m_" if account == PAGE else "aWdfZAG1faXRlbToxOklH"
        made = Node(f"{prefix}{number}x", "Message", number, author, text, talk.id, about=about, alt=alt)
        made.to = person if author == account else account
        talk.updated = made.created
        return self._add(made)

    # --- finding ------------------------------------------------------------------------------------------

    def of(self, kind: str, **facts: Any) -> list[Node]:
        return [
            node
            for node in self.nodes.values()
            if node.kind == kind and all(getattr(node, name) == value for name, value in facts.items())
        ]

    def remove(self, number: str) -> None:
        """With all that was said below it."""
        self.nodes.pop(number, None)
        for node in list(self.nodes.values()):
            if number in (node.thread, node.parent):
                self.nodes.pop(node.id, None)
