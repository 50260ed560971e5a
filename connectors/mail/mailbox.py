"""Folders and mails of a signed-in line: which folder is for what, selecting, finding, reading, moving.

Owns the words of the protocol that concern mails; what is asked when is decided in
``reading`` and ``client``.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from connectors.base import Refused, clean_id
from connectors.mail import fetching, parse, words
from connectors.mail.fetching import Found
from connectors.mail.imap import Answer, Imap

log = logging.getLogger(__name__)

IDS_AT_ONCE = 20
MOST_FOLDERS = 100

NO_FOLDER = "메일함에 그 폴더가 없습니다. / The mailbox has no such folder."

_NAMES = {
    "sent": (
        "sent", "sent messages", "sent items", "sent mail", "보낸편지함", "보낸 편지함", "보낸메일함",
        "보낸 메일함", "보낸 항목",
    ),
    "trash": (
        "trash", "deleted messages", "deleted items", "휴지통", "지운편지함", "지운 편지함", "지운 항목",
    ),
    "junk": ("junk", "spam", "junk e-mail", "junk email", "스팸메일함", "스팸편지함", "정크 메일"),
    "drafts": ("drafts", "draft", "임시보관함", "임시 보관함", "내게쓴메일함"),
}  # fmt: skip
_SPECIAL = {"\\sent": "sent", "\\trash": "trash", "\\junk": "junk", "\\drafts": "drafts", "\\all": "all"}


@dataclass(frozen=True, slots=True)
class Folder:
    raw: str  # as the server writes it
    name: str
    role: str = ""  # "inbox", "sent", "trash", "junk", "drafts", "all", "hidden" or ""


@dataclass(frozen=True, slots=True)
class Selected:
    """``answer`` holds what changed, where the server was asked for that (QRESYNC)."""

    folder: Folder
    validity: int
    next_uid: int
    modseq: int  # 0: this folder has none
    exists: int
    answer: Answer


class Mailbox:
    def __init__(self, imap: Imap, inbox: str, hidden: str) -> None:
        self.imap = imap
        self._inbox = inbox or "INBOX"
        self._hidden = hidden
        self._folders: list[Folder] | None = None
        self.prefix = ""
        self.cut = "/"  # what stands between a folder and the one it lies in
        self.quick = False  # QRESYNC is switched on

    async def prepare(self) -> None:
        """What has to be said once after the sign-in."""
        if self.imap.can("ID"):
            try:
                await self.imap.command("ID", '("name" "seoul-smc")')
            except Refused as error:
                log.debug("ID refused: %s", error)
        if self.imap.can("QRESYNC") and self.imap.can("ENABLE"):
            try:
                answer = await self.imap.command("ENABLE", "QRESYNC")
            except Refused as error:
                log.info("QRESYNC refused: %s", error)
            else:
                enabled = [v for line in answer.of("ENABLED") for v in line.values if isinstance(v, bytes)]
                self.quick = b"QRESYNC" in [value.upper() for value in enabled]

    # --- folders ------------------------------------------------------------------------------------------

    async def folders(self) -> list[Folder]:
        if self._folders is None:
            if self.imap.can("SPECIAL-USE") and self.imap.can("LIST-EXTENDED"):
                answer = await self.imap.command("LIST", '""', '"*"', "RETURN (SPECIAL-USE)")
            else:
                answer = await self.imap.command("LIST", '""', '"*"')
            if self.imap.can("NAMESPACE"):
                try:
                    self.prefix = _personal_prefix(await self.imap.command("NAMESPACE"))
                except Refused as error:
                    log.info("NAMESPACE refused: %s", error)
            self._folders = self._named(answer)
        return self._folders

    def _named(self, answer: Answer) -> list[Folder]:
        found: list[Folder] = []
        taken: set[str] = set()
        rows = [(words.flags(line.values[0]), line.values[1], line.values[2]) for line in answer.of("LIST")
                if len(line.values) > 2]  # fmt: skip
        rows = [row for row in rows if isinstance(row[2], bytes)]
        rows.sort(key=lambda row: not (row[0] & _SPECIAL.keys()))  # marked ones before those known by name
        for attributes, delimiter, raw_name in rows:
            if attributes & {"\\noselect", "\\nonexistent"}:
                continue
            raw = raw_name.decode("utf-8", "surrogateescape")
            name = words.decode_folder(raw)
            cut = delimiter.decode("ascii", "replace") if isinstance(delimiter, bytes) else ""
            self.cut = cut or self.cut
            role = self._role(name, cut or "\0", attributes)
            if role and role in taken:
                role = ""
            taken.add(role)
            found.append(Folder(raw, name, role))
        found.sort(key=lambda one: not one.role)  # of too many folders those that are for something are kept
        return found[:MOST_FOLDERS]

    def _role(self, name: str, cut: str, attributes: Collection[str]) -> str:
        inside = name[len(self.prefix) :] if self.prefix and name.startswith(self.prefix) else name
        names = {_same(name, cut), _same(inside, cut)}
        last = name.rpartition(cut)[2]
        if _same(self._inbox, cut) in names:
            return "inbox"
        if self._hidden and (
            _same(self._hidden, cut) in names or _same(self._hidden, "\0") == _same(last, "\0")
        ):
            return "hidden"
        for attribute, role in _SPECIAL.items():
            if attribute in attributes:
                return role
        return next((role for role, names in _NAMES.items() if last.casefold() in names), "")

    async def folder(self, role: str) -> Folder | None:
        return next((one for one in await self.folders() if one.role == role), None)

    async def inbox(self) -> Folder:
        found = await self.folder("inbox")
        if found is None and self._inbox.upper() != "INBOX":
            raise Refused(NO_FOLDER, "no-folder")
        return found or Folder("INBOX", "INBOX", "inbox")

    async def made(self, role: str, name: str) -> Folder:
        """The folder of that role, made where there is none."""
        known = await self.folder(role)
        if known is not None:
            return known
        name = unicodedata.normalize("NFC", name.replace("/", self.cut))
        full = name if name.startswith(self.prefix) else self.prefix + name
        raw = words.encode_folder(full)
        try:
            await self.imap.command("CREATE", words.quote(raw))
        except Refused as error:
            # Not every server says by a code that it is there already.
            self._folders = None
            if error.code != "imap-alreadyexists" and raw not in [one.raw for one in await self.folders()]:
                raise
        try:
            await self.imap.command("SUBSCRIBE", words.quote(raw))
        except Refused as error:
            log.debug("SUBSCRIBE refused: %s", error)
        self._folders = None
        made = Folder(raw, full, role)
        if await self.folder(role) is None and self._folders is not None:
            self._folders = [one for one in await self.folders() if one.raw != raw] + [made]
        return made

    async def select(
        self, folder: Folder, *, since: tuple[int, int] | None = None, read_only: bool = True
    ) -> Selected:
        """``since`` (UIDVALIDITY, HIGHESTMODSEQ) asks for what changed, where the server can say."""
        how: list[str] = []
        if since is not None and self.quick:
            how = [f"(QRESYNC ({since[0]} {since[1]}))"]
        elif self.imap.can("CONDSTORE") and not self.quick:
            how = ["(CONDSTORE)"]
        answer = await self.imap.command("EXAMINE" if read_only else "SELECT", _mailbox(folder.raw), *how)
        exists = next((line.number for line in reversed(answer.of("EXISTS"))), 0)
        next_uid = answer.code("UIDNEXT")
        if not next_uid:
            next_uid = max(await self.search("ALL"), default=0) + 1
        return Selected(
            folder, answer.code("UIDVALIDITY"), next_uid, answer.code("HIGHESTMODSEQ"), exists, answer
        )

    async def select_if_possible(self, folder: Folder) -> bool:
        """Of a folder that is only looked into: others' folders may be closed to us, or deleted by now."""
        try:
            await self.select(folder)
        except Refused as error:
            log.info("a folder cannot be read: %s", error)
            self._folders = None
            return False
        return True

    async def status(self, folder: Folder) -> dict[str, int]:
        """Of a folder that is not selected: MESSAGES, UIDNEXT and UIDVALIDITY."""
        answer = await self.imap.command("STATUS", _mailbox(folder.raw), "(MESSAGES UIDNEXT UIDVALIDITY)")
        for line in answer.of("STATUS"):
            items = line.values[-1] if line.values and isinstance(line.values[-1], list) else []
            pairs = zip(items[::2], items[1::2], strict=False)
            return {name.decode().upper(): words.whole(v) for name, v in pairs if isinstance(name, bytes)}
        return {}

    # --- mails --------------------------------------------------------------------------------------------

    async def listed(self, low: int, high: int = 0) -> dict[int, int | None]:
        """UIDs of the selected folder from ``low`` on (to ``high``), with when the mails came. Asked for as a
        list: what a search answers may come from an index that lags behind."""
        last = str(high) if high else "*"
        answer = await self.imap.command("UID", "FETCH", f"{low}:{last}", "(UID INTERNALDATE)")
        found: dict[int, int | None] = {}
        for line in answer.of("FETCH"):
            items = words.fetched(line)
            uid = words.whole(items.get("UID"))
            # "n:*" always names the newest mail, also one below n
            if uid >= low and (not high or uid <= high) and "INTERNALDATE" in items:
                found[uid] = words.internal_ms(items["INTERNALDATE"])
        return dict(sorted(found.items()))

    async def search(self, *criteria: str | bytes) -> list[int]:
        """UIDs in the selected folder, rising."""
        answer = await self.imap.command("UID", "SEARCH", *criteria)
        values = [value for line in answer.of("SEARCH") for value in line.values]
        return sorted({number for value in values if (number := words.whole(value)) > 0})

    async def flags_of(self, low: int, high: int, since: int = 0) -> dict[int, frozenset[str]]:
        """Flags of the mails between two UIDs; ``since``: only of those changed after that MODSEQ."""
        change = [f"(CHANGEDSINCE {since})"] if since else []
        answer = await self.imap.command("UID", "FETCH", f"{low}:{high}", "(UID FLAGS)", *change)
        return {uid: flags for uid, flags in changed_flags(answer).items() if low <= uid <= high}

    async def read(self, uids: Iterable[int]) -> list[Found]:
        """Heads and words of these mails, rising by UID; those that are gone meanwhile are missing."""
        return await fetching.read(self.imap, sorted(set(uids)))

    async def find(self, remote_ids: Sequence[str]) -> dict[str, int]:
        """UIDs in the selected folder by Message-ID. The server's search may find more than was asked for."""
        wanted = [one for one in remote_ids if searchable(one)]
        found: dict[str, int] = {}
        for start in range(0, len(wanted), IDS_AT_ONCE):
            some = wanted[start : start + IDS_AT_ONCE]
            criteria = [f"HEADER MESSAGE-ID {words.quote(one)}" for one in some]
            uids = await self.search(" ".join(_any_of(criteria)))
            if not uids:
                continue
            heads = await fetching.fetch(
                self.imap, set(uids[-200:]), "(UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"
            )
            for uid, items in sorted(heads.items()):
                for one in parse.ids(fetching.head_in(items).get("message-id", ()))[:1]:
                    if clean_id(one) in some:
                        found.setdefault(clean_id(one), uid)
        return found

    async def newest(self, selected: Selected, most: int) -> list[tuple[int, str, frozenset[str]]]:
        """(UID, Message-ID, flags) of the newest mails of the selected folder that have one."""
        if not selected.exists:
            return []
        low = max(1, selected.exists - most + 1)
        answer = await self.imap.command(
            "FETCH", f"{low}:{selected.exists}", "(UID FLAGS BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"
        )
        found = []
        for line in answer.of("FETCH"):
            items = words.fetched(line)
            uid, ids = (
                words.whole(items.get("UID")),
                parse.ids(fetching.head_in(items).get("message-id", ())[:1]),
            )
            if uid and ids:
                found.append((uid, clean_id(ids[0]), words.flags(items.get("FLAGS"))))
        return sorted(found)

    async def received_ms(self, selected: Selected) -> int | None:
        """When the newest mail of the selected folder came."""
        answer = await self.imap.command("FETCH", str(selected.exists), "(INTERNALDATE)")
        times = [words.internal_ms(words.fetched(line).get("INTERNALDATE")) for line in answer.of("FETCH")]
        return next((ms for ms in times if ms is not None), None)

    async def mark(self, uid: int, *flags: str) -> None:
        await self.imap.command("UID", "STORE", str(uid), f"+FLAGS.SILENT ({' '.join(flags)})", writes=True)

    async def move(self, uid: int, target: Folder) -> None:
        """RFC 6851, else a copy and the mark; other people's marked mails are never swept away."""
        if self.imap.can("MOVE"):
            await self.imap.command("UID", "MOVE", str(uid), _mailbox(target.raw), writes=True)
            return
        await self.imap.command("UID", "COPY", str(uid), _mailbox(target.raw), writes=True)
        await self.mark(uid, "\\Deleted")
        if self.imap.can("UIDPLUS"):
            await self.imap.command("UID", "EXPUNGE", str(uid), writes=True)

    async def append(self, folder: Folder, data: bytes) -> None:
        await self.imap.command("APPEND", _mailbox(folder.raw), "(\\Seen)", data, writes=True)


def _same(name: str, cut: str) -> str:
    """A folder's name as people compare them: "민원/2026" is "민원.2026" where the server writes dots."""
    return unicodedata.normalize("NFC", name.replace(cut, "/")).casefold()


def _mailbox(raw: str) -> str | bytes:
    return words.quote(raw) if words.quotable(raw) else raw.encode("utf-8", "surrogateescape")


def _any_of(criteria: Sequence[str]) -> list[str]:
    """OR takes two: OR a OR b c."""
    return [*(f"OR {one}" for one in criteria[:-1]), criteria[-1]]


def searchable(remote_id: str) -> bool:
    """Whether this is a Message-ID that a server can be asked for; digests and odd ones are not."""
    return words.quotable(remote_id) and not remote_id.startswith("sha256:") and '"' not in remote_id


def changed_flags(answer: Answer) -> dict[int, frozenset[str]]:
    found = {}
    for line in answer.of("FETCH"):
        items = words.fetched(line)
        if "FLAGS" in items and (uid := words.whole(items.get("UID"))):
            found[uid] = words.flags(items["FLAGS"])
    return found


def vanished(answer: Answer, uids: Collection[int]) -> set[int]:
    """Those of ``uids`` that the server says are gone: * VANISHED (EARLIER) 2,4:7"""
    found: set[int] = set()
    for line in answer.of("VANISHED"):
        if line.values and isinstance(line.values[-1], bytes):
            found |= words.in_set(uids, line.values[-1].decode("ascii", "replace"))
    return found


def _personal_prefix(answer: Answer) -> str:
    """What names of new folders begin with: "INBOX." on some servers."""
    for line in answer.of("NAMESPACE"):
        first = line.values[0] if line.values else None
        if isinstance(first, list) and first and isinstance(first[0], list) and first[0]:
            prefix = first[0][0]
            return prefix.decode("utf-8", "replace") if isinstance(prefix, bytes) else ""
    return ""
