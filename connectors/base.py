"""The contract between the program and the networks.

A connector turns one network's dialect into the few values below and back. It knows neither Qt nor the
database, so it can be used and tested alone. Everything that leaves a connector is NFC text and UTC time in
whole milliseconds since 1970; nowhere else in the program is either of them normalised again.

To add a network: 1. a folder with ``client.py``, ``parse.py`` and ``README.md``; 2. a ``Network`` constant
in the folder's ``__init__.py``; 3. its line in ``registry.py``, or an entry point in the group
``smc.connectors``.
"""

from __future__ import annotations

import enum
import hashlib
import re
import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_REMOTE_ID = 500
"""Characters of a remote id that are kept as they are; longer ones are replaced by their digest."""

LONGEST_TEXT = 1_000_000
"""Characters of one post that are kept (rss_atom.md: 1 MB per item)."""


# --- values ---------------------------------------------------------------------------------------------
# Author, Media and Post are tuples because they come by the thousand and travel between processes.


class Author(NamedTuple):
    """Who wrote a post. ``remote_id`` is unique within the network's server; ``""`` means unknown."""

    remote_id: str
    name: str
    handle: str = ""
    url: str = ""


class Media(NamedTuple):
    """A picture, film or file that belongs to a post. It is never loaded; it is named and linked."""

    kind: str  # "image", "video", "audio" or "file"
    url: str
    alt: str = ""


class Post(NamedTuple):
    """One thing that somebody wrote on a channel.

    ``text`` is plain text: HTML has been turned into lines by ``connectors.text.to_text``. ``created_ms`` is
    None where the network does not say when; the merge then uses the moment the post was first seen.
    """

    remote_id: str
    text: str
    author: Author
    created_ms: int | None = None
    url: str = ""
    parent_id: str = ""  # remote id of the post this one answers, if that is known
    repost_of: str = ""  # remote id of the original, where this is only a repost
    context: str = ""  # title of the page or article that the post is a comment on
    edited_ms: int | None = None
    own: bool = False  # written by the city's own account
    private: bool = False  # seen by the city's account only
    state: str = "published"  # "published", "held" (waits for approval), "spam" or "hidden"
    media: tuple[Media, ...] = ()
    doubt: str = ""
    """Why it may be no word of its author, where somebody relies on that: "auto", "list", "receipt" or
    "bounce" (nobody wrote it), "form" (the author was typed into a form), "forged" (the mail server says)."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one round or one event brought. The cursor is stored in the same transaction as the posts."""

    posts: tuple[Post, ...] = ()
    gone: tuple[str, ...] = ()  # remote ids that the network no longer has
    cursor: Mapping[str, Any] = field(default_factory=dict)  # opaque to everybody else; JSON values only
    more: bool = False  # there is a further page now: call fetch again at once
    damaged: str = ""  # not empty: the source was broken and was read as far as possible; says how
    missing: str = ""  # not empty: all is well but a part that we may not read: "한국어. / English."
    address: str = ""  # not empty: the channel's address has moved here for good
    next_after_s: float | None = None  # the source's own wish when to be asked again, in seconds


class Action(enum.StrEnum):
    """What the city can do on a network."""

    REPLY = "reply"
    EDIT = "edit"  # our own earlier reply
    DELETE = "delete"  # our own earlier reply
    APPROVE = "approve"
    HIDE = "hide"
    UNHIDE = "unhide"
    HOLD = "hold"  # back to "waits for approval"
    REJECT = "reject"  # a post that waits for approval, for good
    TRASH = "trash"
    LIKE = "like"
    PRIVATE_REPLY = "private_reply"  # to the author of a public post, seen by nobody else

    @property
    def has_text(self) -> bool:
        return self in (Action.REPLY, Action.EDIT, Action.PRIVATE_REPLY)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One action on its way out.

    ``key`` is a UUID that stays the same however often the action is tried again.
    """

    key: str
    action: Action
    target_id: str  # remote id of the post that is answered, approved, hidden, ...
    text: str = ""
    target: Mapping[str, Any] = field(default_factory=dict)
    """What is known of the target post: "handle" and "author_id" of its author, "private", "parent_id",
    "url", "text", "context"."""
    written_ms: int = 0  # when the outbox first tried it, for look_up


@dataclass(frozen=True, slots=True)
class Sent:
    """A reply as the network now shows it; ``post`` is what was read back."""

    remote_id: str
    url: str = ""
    post: Post | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose account a sign-in gave access to, and what a check of a channel found."""

    remote_id: str
    name: str
    handle: str = ""
    url: str = ""
    note: str = ""  # one sentence for the staff, for example the number of items in a feed
    author_id: str | None = None
    """The ``Author.remote_id`` of what this account writes, where that is not ``remote_id``; "": a name on a
    post does not prove that the account wrote it (mail)."""

    @property
    def writes_as(self) -> str:
        return self.remote_id if self.author_id is None else self.author_id


@dataclass(frozen=True, slots=True)
class Activity:
    """How much an account writes, for the survey of accounts. None: the network does not say."""

    handle: str
    state: str = "ok"  # "ok", "missing", "suspended" or "private"
    last_post_ms: int | None = None
    posts: int | None = None
    followers: int | None = None
    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LengthRule:
    """How long a reply may be and how this network counts."""

    limit: int | None = None  # None: no limit
    unit: str = "graphemes"  # "graphemes", "characters", "bytes", "weighted" or "emoji-bytes"
    url_length: int | None = None  # every http(s) address counts as this many; None: as it is
    max_bytes: int | None = None  # a second limit, in UTF-8 bytes, where the network has both

    names_author: bool = False  # a reply begins with the handle of whom it answers, and that counts

    def count(self, text: str, answered: str = "") -> int:
        """Length of a reply to somebody with the handle ``answered``."""
        from connectors.text import measure

        return measure(self.shown(text, answered), self)

    def shown(self, text: str, answered: str = "") -> str:
        """The reply with what the network puts in front of it."""
        if self.names_author and text and answered and answered.casefold() not in text.casefold():
            return f"{answered} {text}"
        return text

    def over(self, text: str, answered: str = "") -> int:
        """By how much a reply is too long, in ``unit``; 0 where it fits."""
        over = 0 if self.limit is None else max(0, self.count(text, answered) - self.limit)
        if not over and self.max_bytes is not None and len(text.encode("utf-8", "replace")) > self.max_bytes:
            return 1  # its characters would fit, their bytes do not
        return over


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can do. The program asks for these and never for the network's name."""

    stream: bool = False
    reply: bool = False
    edit: bool = False
    delete: bool = False
    approve: bool = False
    hide: bool = False
    unhide: bool = False
    hold: bool = False
    reject: bool = False
    trash: bool = False
    like: bool = False
    private_reply: bool = False
    thread: bool = False
    activity: bool = False
    poll: bool = True  # False: posts are taken down by hand
    length: LengthRule = LengthRule()
    private_length: LengthRule | None = None  # of private messages, where it is another one
    why_not: Mapping[str, str] = field(default_factory=dict)
    """Capability → why this channel does not have it, as "한국어. / English."; shown where a person looks
    for it."""

    def allows(self, action: Action) -> bool:
        return bool(getattr(self, action.value))

    def length_of(self, action: Action, *, private: bool = False) -> LengthRule:
        """The rule for a text of this action to a post that is ``private`` or not."""
        if self.private_length is not None and (private or action is Action.PRIVATE_REPLY):
            return self.private_length
        return self.length


def unread(number: int, korean: str, english: str) -> str:
    """``Batch.damaged`` of a list of which so many entries could not be read; "" for none."""
    if not number:
        return ""
    return f"{korean} {number}개를 읽지 못했습니다. / {number} {english} could not be read."


# --- failures -------------------------------------------------------------------------------------------


class ConnectorError(Exception):
    """A channel did not do what was asked. ``str(error)`` is technical and goes to the log.

    ``code`` names the cause for the sentence on screen ("timeout", "http-503", ...; all of them are listed in
    ``connectors/http.py``). It may be empty: then the class says everything that is known.

    ConnectorError
    ├── AuthExpired        the network refuses our sign-in: stop, ask for one new sign-in
    ├── RateLimited        asked too often: not again before ``until_ms``
    ├── Gone               the channel has ended for good (410)
    ├── Refused            the network understood and said no: trying again will not help
    ├── Unreachable        no answer, or a broken one: trying again later may help
    ├── Malformed          an answer that cannot be read; nothing was changed
    └── OutcomeUnknown     a write whose answer was lost: look it up before sending anything again
    """

    def __init__(self, message: str = "", code: str = "") -> None:
        super().__init__(message)
        self.code = code


class AuthExpired(ConnectorError):
    pass


class RateLimited(ConnectorError):
    def __init__(self, message: str, until_ms: int, code: str = "rate-limited") -> None:
        super().__init__(message, code)
        self.until_ms = until_ms


class Gone(ConnectorError):
    pass


class Refused(ConnectorError):
    """``reason`` is the network's own sentence in plain text, fit to be shown."""

    def __init__(self, reason: str, code: str = "") -> None:
        super().__init__(reason, code)
        self.reason = reason


class Unreachable(ConnectorError):
    pass


class Malformed(ConnectorError):
    """``code`` names what was wrong, for the sentence on screen: "html", "too-large", "not-a-feed", ..."""

    def __init__(self, message: str, code: str = "unreadable") -> None:
        super().__init__(message, code)


class OutcomeUnknown(ConnectorError):
    pass


# --- connectors -----------------------------------------------------------------------------------------


class Tokens(Protocol):
    """The living sign-in of one account, shared by all of its channels: see ``oauth.TokenKeeper``."""

    @property
    def secret(self) -> Mapping[str, str]: ...

    async def token(self, refused: str = "") -> str: ...


@dataclass(frozen=True, slots=True)
class ChannelConfig:
    """What a connector needs to know of a channel. ``secret`` is never shown in a repr or a log.

    ``url`` is empty or an address at the network's own site where the network has one home; any other address
    is that of a server which speaks the network's API (the city's relay, a server for tests). ``options``
    holds what ``Network.option_fields`` ask for. ``tokens`` is there where ``Network.renew`` is.
    """

    url: str
    handle: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    secret: Mapping[str, str] | None = field(default=None, repr=False)
    tokens: Tokens | None = field(default=None, repr=False, compare=False)


class Connector(Protocol):
    """One open channel. All methods raise only ConnectorError (and CancelledError)."""

    async def capabilities(self) -> Capabilities:
        """What this channel can do now, with the server's own length rule where it publishes one."""

    async def check(self) -> Identity:
        """Ask the network once whether address and sign-in are right, without changing anything."""

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """What changed since ``cursor`` (``{}`` the first time). Nothing changed: an empty batch with the
        cursor to keep. While ``batch.more`` is true the caller merges it and asks again."""

    def stream(self) -> AsyncIterator[Batch]:
        """Batches as they happen, until the line breaks (Unreachable). The first item is an empty batch that
        says the line is open: the caller then fills the gap with ``fetch``. Batches of a stream carry an
        empty cursor, which means: leave the stored one as it is."""

    async def send(self, outgoing: Outgoing) -> Sent:
        """Carry out the action, and read the result back from the network where the action made a post."""

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        """Whether this very action has already been carried out; never sends anything."""

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """How much these accounts write, in their order; the channel's own account where there is none
        named. Refused: the network does not tell (``capabilities.activity``)."""

    async def aclose(self) -> None: ...


class Http(Protocol):
    """Marker for ``connectors.http.Http``, so that this module does not import httpx."""


@dataclass(frozen=True, slots=True)
class SignInField:
    """One line of a sign-in form. "login" and "password" need no words of their own."""

    name: str
    secret: bool = False
    label_ko: str = ""
    label_en: str = ""
    hint_ko: str = ""
    hint_en: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class OptionField:
    """One setting of a channel that is neither address nor secret. ``choices``: (value, 한국어, English)."""

    name: str
    label_ko: str
    label_en: str
    hint_ko: str = ""
    hint_en: str = ""
    default: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """One line of the registry: what a network is called and how its channels are opened."""

    name: str  # "feed", "wordpress", "mastodon", "manual"
    label_ko: str
    label_en: str
    capabilities: Capabilities  # as far as known without asking a server
    open: Callable[[ChannelConfig, Any], Connector]  # (config, connectors.http.Http)
    needs_url: bool = True  # False: a handle or the sign-in alone says which channel is meant
    url_schemes: tuple[str, ...] = ("http", "https")
    address_ko: str = ""  # what to type as address or account, with an example
    address_en: str = ""
    option_fields: tuple[OptionField, ...] = ()
    steps_ko: tuple[str, ...] = ()  # how to get what the sign-in asks for, one sentence a step
    steps_en: tuple[str, ...] = ()
    sign_in_fields: tuple[SignInField, ...] = ()
    """A form: its values are the secret. Empty where only the browser is used or nothing is needed."""
    browser_fields: tuple[SignInField, ...] = ()
    """What ``sign_in`` has to know before it can open the browser (an app's id)."""
    sign_in: Callable[..., Awaitable[tuple[Mapping[str, str], Identity]]] | None = None
    """``await sign_in(http, config, open_browser)`` → (secret, identity); runs OAuth in the browser.
    ``config.secret`` holds the ``browser_fields``; ``open_browser`` is a callable that takes the address.
    Where there are ``sign_in_fields`` too, the person chooses one of the two ways."""
    renew: Callable[[Any, Mapping[str, str]], Awaitable[Mapping[str, str]]] | None = None
    """``await renew(http, secret)`` → the secret with a new token, where tokens of this network end."""
    advise: Callable[[str, Mapping[str, Any], Mapping[str, Any]], tuple[str, ...]] | None = None
    """``advise(text, target, options)``: what a person has to know before this text goes out (cost, who sees
    it), each as "한국어. / English."; ``target`` as in ``Outgoing``, with "own_handle". Pure and quick."""
    read_backup: Callable[[Path], Iterator[Batch]] | None = None
    """Posts from a file or folder that the network gave out as a backup. Raises Malformed."""
    min_interval_s: float = 60.0
    default_interval_s: float = 120.0


# --- helpers every parser uses --------------------------------------------------------------------------

# Lone surrogates cannot be stored or sent, NUL ends strings elsewhere, the other controls are invisible.
_SURROGATE = re.compile("[\ud800-\udfff]")
# With what nobody sees and editors of blogs leave within words, where it hides them from every search: soft
# hyphen, zero-width space, word joiner, byte order mark. Joiners stay: pictures in letters are made of them.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u2060\ufeff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """NFC text that every database, window and network can hold."""
    if not text.isprintable():  # a line end is not printable either: this only spares the common short texts
        text = _UNSTORABLE.sub("", text)
        if not text.isascii():
            text = _SURROGATE.sub("\ufffd", text)
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text[:LONGEST_TEXT]


def clean_id(remote_id: str) -> str:
    """A remote id fit for a unique index: itself, or its digest where somebody sends 10,000 characters."""
    remote_id = clean_text(remote_id).strip()
    if len(remote_id) <= LONGEST_REMOTE_ID:
        return remote_id
    return "sha256:" + hashlib.sha256(remote_id.encode()).hexdigest()
