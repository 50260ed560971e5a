"""What a round asks a mailbox for, and how its place is kept between rounds.

The cursor holds, for the watched folder ("in") and the folder of sent mails ("sent"): "validity"
(UIDVALIDITY), "next" (all UIDs below it have been read), "modseq", "exists" and, while the past is being
read, "down" (all UIDs from there on have been read). Also "seen": the newest mails as [UID, id, state, day],
"lost": ids whose mail is no longer in the folder and has to be looked for, "ids": which mail owns a
Message-ID, "keys": by what replies without References are found, and "again_ms".
"""

from __future__ import annotations

import copy
import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from connectors import letters
from connectors.base import Batch, ChannelConfig, Post, clean_id, unread
from connectors.mail import authentic, parse, providers, quoting, words
from connectors.mail import mailbox as boxes
from connectors.mail.fetching import Found, state_of
from connectors.mail.mailbox import Folder, Mailbox, Selected
from connectors.mail.parse import Mail

log = logging.getLogger(__name__)

PAGE = 50
LARGEST_WINDOW = 20_000
REMEMBERED = 500
LONGEST_SEEN = 45_000
"""Characters of the remembered mails; ids may be long, and all of this is stored with every round."""

OWNERS = 400
KEYS = 200
LOST_AT_ONCE = 60
MOST_LOST = 500
ORIGINALS_AT_ONCE = 20
AGAIN_EVERY_S = 120.0
KNOWN_TO_STREAM = 200
THREAD_MS = 30 * 86_400_000
_PLACES = {"hidden": "hidden", "trash": "hidden", "junk": "spam"}
"""The role of a folder → the state of a citizen's mail that lies there."""

_ORDER = ("hidden", "trash", "junk", "inbox", "", "sent", "all")


class Reading:
    """Turns what a mailbox holds into posts. Keeps nothing but what the cursor says."""

    def __init__(self, config: ChannelConfig) -> None:
        self._own = {address.lower() for address in (providers.own_address(config),) if address}
        self._provider = providers.provider_of(config) if _has_address(config) else None
        self._trusted = {
            one.strip().lower() for one in providers.option(config, "form_senders").split(",") if one.strip()
        }
        self._days = int(days) if (days := providers.option(config, "first_days")).isdigit() else 0
        self._who = parse.short_hash(
            f"{config.url}\n{providers.option(config, 'provider')}\n{providers.login_of(config)}\n"
            f"{providers.option(config, 'folder')}"
        )

    async def round(self, box: Mailbox, cursor: Mapping[str, Any]) -> Batch:
        """One page or one look at what changed; see ``Connector.fetch``."""
        state = copy.deepcopy(dict(cursor))
        if state.get("who") != self._who:
            state = {"who": self._who}  # another mailbox: its UIDs mean nothing here
        inbox = await box.inbox()
        place = _place(state, "in")
        told = box.quick and bool(place.get("modseq")) and "down" not in place
        since = (place["validity"], place["modseq"]) if told else None
        selected = await box.select(inbox, since=since)
        if place.get("validity") != selected.validity:
            self._begin(state, "in", selected)
            place, since = _place(state, "in"), None
        batch = await self._page(box, state, selected, "in")
        if batch is not None:
            return batch
        await self._changes(box, state, selected, since is not None)
        sent = await self._sent(box, state)
        if sent is not None:
            return sent
        return await self._lost(box, state)

    async def now(self, box: Mailbox) -> dict[str, Any]:
        """A cursor that begins with what comes from now on; it knows the newest mails by their ids."""
        state: dict[str, Any] = {"who": self._who, "again_ms": _now_ms()}
        folder = await box.folder("sent")
        if folder is not None:
            sent = await box.status(folder)
            state["sent"] = {"validity": sent.get("UIDVALIDITY", 0), "next": sent.get("UIDNEXT", 1)}
        selected = await box.select(await box.inbox())
        place = {"validity": selected.validity, "next": selected.next_uid, "modseq": selected.modseq}
        state["in"] = {**place, "exists": selected.exists}
        newest = await box.newest(selected, KNOWN_TO_STREAM)
        state["seen"] = [[uid, remote_id, state_of(flags), ""] for uid, remote_id, flags in newest]
        return state

    def _begin(self, state: dict[str, Any], key: str, selected: Selected) -> None:
        """A folder that was never read, or whose UIDs are void (UIDVALIDITY): read from its newest mail. What
        was known before and does not come again will have to be looked for."""
        if key == "in":
            known = [row[1] for row in state.get("seen", [])]
            state["check"] = list(dict.fromkeys([*state.get("check", []), *known]))[:MOST_LOST]
            state["seen"] = []
        state[key] = {
            "validity": selected.validity,
            "next": selected.next_uid,
            "down": selected.next_uid,
            "modseq": selected.modseq,
        }

    # --- pages --------------------------------------------------------------------------------------------

    async def _page(self, box: Mailbox, state: dict[str, Any], selected: Selected, key: str) -> Batch | None:
        """The next page of new mails, or of the past; None: there is none."""
        place = state[key]
        if "down" not in place:
            if selected.next_uid <= place["next"]:
                return None
            uids = list(await box.listed(place["next"]))
            some = uids[:PAGE]
            read_up_to = some[-1] + 1 if some else 0
            place["next"] = read_up_to if len(uids) > PAGE else max(selected.next_uid, read_up_to)
            if "exists" in place:
                place["exists"] += len(some)
            if not some:
                return None
        else:
            some = await self._older(box, place)
            if not some:
                del place["down"]
                return Batch(cursor=self._bounded(state), more=True)
        posts, broken = await self._posts(box, state, await box.read(some), selected.folder, key)
        damaged = unread(broken, "메일", "mails")
        return Batch(tuple(posts), cursor=self._bounded(state), more=True, damaged=damaged)

    async def _older(self, box: Mailbox, place: dict[str, Any]) -> list[int]:
        """The next page below "down". UIDs have gaps, so the window grows until it holds something."""
        window = PAGE
        oldest_ms = _now_ms() - self._days * 86_400_000 if self._days else 0
        while place["down"] > 1:
            low = max(1, place["down"] - window)
            listed = await box.listed(low, place["down"] - 1)
            uids = [uid for uid, ms in listed.items() if ms is None or ms >= oldest_ms]
            some = uids[-PAGE:]
            place["down"] = some[0] if len(uids) > PAGE else low
            if some:
                return some
            window = min(window * 4, LARGEST_WINDOW)
        return []

    async def _sent(self, box: Mailbox, state: dict[str, Any]) -> Batch | None:
        """Answers that the city wrote here or in any other program."""
        folder = await box.folder("sent")
        if folder is None:
            return None
        place = _place(state, "sent")
        if "down" not in place and place:
            now = await box.status(folder)
            if now.get("UIDVALIDITY") == place.get("validity") and now.get("UIDNEXT", 0) <= place["next"]:
                return None
        selected = await box.select(folder)
        if place.get("validity") != selected.validity:
            self._begin(state, "sent", selected)
        return await self._page(box, state, selected, "sent")

    # --- posts --------------------------------------------------------------------------------------------

    async def _posts(
        self, box: Mailbox, state: dict[str, Any], found: list[Found], folder: Folder, key: str
    ) -> tuple[list[Post], int]:
        posts: list[Post] = []
        waiting: list[tuple[int, Found, Mail, str]] = []
        for one in found:
            if one.mail is None or "\\draft" in one.flags:
                continue
            mail = self._from_form(one.mail)
            own = key == "sent" or mail.author.address in self._own
            if own and parse.is_letter_id(mail.message_id):
                continue  # our letter to a department
            if key == "sent" and not (mail.parents or parse.is_our_id(mail.message_id)):
                continue  # a mail that answers nothing is no part of the citizens' talk
            remote_id = self._owner(state, mail)
            post = self._post(state, one, mail, remote_id, own=own, folder=folder)
            if post is None:
                continue
            if key == "in":
                _remember(state, one, remote_id)
            if not own and mail.parents and post.text == mail.text and quoting.needs_original(mail.text):
                waiting.append((len(posts), one, mail, remote_id))
            posts.append(post)
        if waiting:
            await self._cut_by_originals(box, posts, waiting)
        return posts, sum(1 for one in found if one.mail is None)

    def _post(
        self, state: dict[str, Any], one: Found, mail: Mail, remote_id: str, *, own: bool, folder: Folder
    ) -> Post | None:
        """None: nobody wrote it (an automatic mail, a list), or it is none of ours."""
        trusted = one.mail is not None and one.mail.author.address in self._trusted
        doubt = self._doubt(one, mail)
        if mail.automatic == "bounce" and not own:
            if mail.bounce is not None and self._is_ours(state, mail.bounce.original_id):
                return parse.bounce_post(mail, mail.bounce, one.received_ms)._replace(remote_id=remote_id)
            return None
        claims = letters.has_token(mail.subject) and mail.automatic != "bounce"  # to answer a letter of ours
        if mail.automatic and not own and not claims and not (trusted and mail.automatic in ("auto", "list")):
            return None
        at = one.received_ms if one.received_ms is not None else mail.date_ms
        correspondent = mail.to[0].address if own and mail.to else mail.author.address
        parent = self._parent(state, mail, correspondent, at or 0, remote_id)
        owned = state.setdefault("ids", {}).get(parse.short_hash(mail.remote_id))
        _put(state["ids"], parse.short_hash(mail.remote_id), owned or mail.digest[7:23], OWNERS)
        for name in parse.thread_keys(mail, correspondent):
            known = state.setdefault("keys", {}).get(name)
            if not known or known[1] <= (at or 0):
                _put(state["keys"], name, [remote_id, at or 0], KEYS)
        return parse.post_of(
            mail,
            remote_id=remote_id,
            received_ms=at,
            parent_id=parent,
            own=own,
            state=_PLACES.get(folder.role, one.state) if not own else "published",
            url=providers.web_address(self._provider, mail.message_id),
            doubt=doubt,
        )

    def _doubt(self, one: Found, mail: Mail) -> str:
        """Why nobody should rely on the author (``Post.doubt``)."""
        if mail.automatic:
            return mail.automatic
        if one.mail is not None and one.mail.author != mail.author:
            return "form"
        results = one.head.get("authentication-results", ())
        return "forged" if authentic.is_forged(results, mail.author.address) else ""

    def _from_form(self, mail: Mail) -> Mail:
        """A form on the city's site writes in the city's name and puts the citizen into Reply-To."""
        writer = next((one for one in mail.reply_to if one.address not in self._own), None)
        formal = mail.author.address in self._own or mail.author.address in self._trusted
        return replace(mail, author=writer) if formal and writer is not None else mail

    def _owner(self, state: dict[str, Any], mail: Mail) -> str:
        """The id of a mail. Where another one has its Message-ID already, the digest."""
        known = state.get("ids", {}).get(parse.short_hash(mail.remote_id))
        if known is not None and known != mail.digest[7:23] and not parse.is_our_id(mail.message_id):
            return mail.digest
        return mail.remote_id

    def _is_ours(self, state: Mapping[str, Any], message_id: str) -> bool:
        domains = {address.rpartition("@")[2] for address in self._own}
        domain = message_id.rpartition("@")[2].lower()
        known = parse.short_hash(clean_id(message_id)) in state.get("ids", {})
        ours = parse.is_our_id(message_id) or parse.is_letter_id(message_id)
        return known or (ours and domain in domains)

    def _parent(self, state: dict[str, Any], mail: Mail, correspondent: str, at: int, remote_id: str) -> str:
        """What a mail answers: the nearest one that is known, else the nearest; without References by the
        ticket's token, or by the subject within 30 days where it says that it is a reply."""
        if mail.parents:
            known = state.get("ids", {})
            return next((one for one in mail.parents if parse.short_hash(one) in known), mail.parents[0])
        keys = [key for key in parse.thread_keys(mail, correspondent)
                if key[0] == "t" or parse.is_reply_subject(mail.subject)]  # fmt: skip
        for key in keys:
            earlier = state.get("keys", {}).get(key)
            if earlier and earlier[0] != remote_id and 0 <= at - earlier[1] <= THREAD_MS:
                return str(earlier[0])
        return ""

    async def _cut_by_originals(
        self, box: Mailbox, posts: list[Post], waiting: list[tuple[int, Found, Mail, str]]
    ) -> None:
        """Replies that quote our mail without marks: what our mail really said tells where they end."""
        folder = await box.folder("sent")
        if folder is None:
            return
        some = waiting[:ORIGINALS_AT_ONCE]
        await box.select(folder)
        uids = await box.find([mail.parents[0] for _, _, mail, _ in some])
        originals = {one.uid: one.mail.text for one in await box.read(uids.values()) if one.mail is not None}
        for at, _, mail, _ in some:
            original = originals.get(uids.get(mail.parents[0], 0), "")
            if original:
                cut = quoting.new_words(mail.text, mail.subject, original)
                posts[at] = posts[at]._replace(text=cut)

    # --- changes ------------------------------------------------------------------------------------------

    async def _changes(self, box: Mailbox, state: dict[str, Any], selected: Selected, told: bool) -> None:
        """Who is no longer in the folder goes to "lost", who was marked or unmarked to "read"."""
        place, seen = state["in"], state.get("seen", [])
        known = {row[0]: row for row in seen}
        before = place.get("exists")
        now_ms = _now_ms()
        gone: set[int] = set()
        flags: dict[int, frozenset[str]] = {}
        counts = before is not None and before == selected.exists
        if told and place.get("modseq"):
            gone = boxes.vanished(selected.answer, known)
            flags = boxes.changed_flags(selected.answer)
        elif known and counts and place.get("modseq") and selected.modseq:
            if selected.modseq > place["modseq"]:
                flags = await box.flags_of(min(known), max(known), place["modseq"])
        elif known and not (counts and 0 <= now_ms - state.get("again_ms", 0) < AGAIN_EVERY_S * 1000):
            flags = await box.flags_of(min(known), max(known))
            gone = known.keys() - flags.keys()
            state["again_ms"] = now_ms
        changed = [uid for uid, new in flags.items() if uid in known and state_of(new) != known[uid][2]]
        lost = [known[uid][1] for uid in sorted(gone)]
        state["lost"] = list(dict.fromkeys([*state.get("lost", []), *lost]))[:MOST_LOST]
        state["days"] = {**state.get("days", {}), **{known[u][1]: known[u][3] for u in gone if known[u][3]}}
        state["seen"] = [row for row in seen if row[0] not in gone]
        state["changed"] = sorted({*state.get("changed", []), *changed})[-REMEMBERED:]
        place["exists"] = selected.exists
        place["modseq"] = selected.modseq

    async def _lost(self, box: Mailbox, state: dict[str, Any]) -> Batch:
        """The last step of a round: marked mails as they are now, and where the lost ones have gone."""
        posts: list[Post] = []
        changed = state.pop("changed", [])
        if changed:
            inbox = await box.inbox()
            await box.select(inbox)
            again, _ = await self._posts(box, state, await box.read(changed[:PAGE]), inbox, "in")
            posts += again
            if changed[PAGE:]:
                state["changed"] = changed[PAGE:]
        here = {row[1] for row in state.get("seen", [])}
        lost = [one for one in [*state.get("lost", []), *state.pop("check", [])] if one not in here]
        some, rest = lost[:LOST_AT_ONCE], lost[LOST_AT_ONCE:]
        moved, gone = await self._look_for(box, state, some) if some else ([], [])
        days = state.pop("days", {})
        if rest:
            state["lost"], state["days"] = rest, {key: days[key] for key in rest if key in days}
        else:
            state.pop("lost", None)
        more = bool(rest or state.get("changed"))
        return Batch((*posts, *moved), tuple(gone), self._bounded(state), more=more)

    async def _look_for(
        self, box: Mailbox, state: dict[str, Any], lost: list[str]
    ) -> tuple[list[Post], list[str]]:
        """A mail that left the folder was moved or deleted; it is deleted where no other folder has it."""
        posts: list[Post] = []
        missing = list(lost)
        folders = [one for one in await box.folders() if one.role not in ("drafts",)]
        for folder in sorted(folders, key=lambda one: _ORDER.index(one.role)):
            if not missing:
                break
            if not await box.select_if_possible(folder):
                continue
            uids = set((await box.find(missing)).values())
            odd = {state.get("days", {}).get(one) for one in missing if not boxes.searchable(one)} - {
                None,
                "",
            }
            for day in sorted(odd)[:5]:
                uids |= set((await box.search(f"ON {day}"))[-PAGE:])
            for one in await box.read(uids):
                if one.mail is None:
                    continue
                mail = self._from_form(one.mail)
                remote_id = next((i for i in (mail.remote_id, mail.digest) if i in missing), "")
                if not remote_id:
                    continue
                missing.remove(remote_id)
                own = mail.author.address in self._own
                post = self._post(state, one, mail, remote_id, own=own, folder=folder)
                if post is not None:
                    posts.append(post)
        return posts, missing

    def _bounded(self, state: dict[str, Any]) -> dict[str, Any]:
        seen = sorted(state.get("seen", []))[-REMEMBERED:]
        while len(seen) > 1 and sum(len(row[1]) + 30 for row in seen) > LONGEST_SEEN:
            seen = seen[len(seen) // 10 + 1 :]
        state["seen"] = seen
        return state


def _remember(state: dict[str, Any], one: Found, remote_id: str) -> None:
    day = words.day(one.received_ms) if one.received_ms and not boxes.searchable(remote_id) else ""
    rows = [row for row in state.get("seen", []) if row[0] != one.uid]
    state["seen"] = [*rows, [one.uid, remote_id, one.state, day]]


def _put(table: dict[str, Any], key: str, value: Any, most: int) -> None:
    """The newest last, and never more than so many."""
    table.pop(key, None)
    table[key] = value
    while len(table) > most:
        del table[next(iter(table))]


def _place(state: dict[str, Any], key: str) -> dict[str, Any]:
    place: dict[str, Any] = state.setdefault(key, {})
    return place


def _has_address(config: ChannelConfig) -> bool:
    return config.url.strip().lower().startswith(("imap://", "imaps://")) or "://" not in config.url


def _now_ms() -> int:
    return int(time.time() * 1000)
