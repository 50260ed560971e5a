"""What is done with a meet-up, as gestures: stored, said, and with a way back where there is one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models import cases
from desktop.models.meetups import drawing, guests, planning, replies, rows
from desktop.ui import fmt
from desktop.ui.channels.dialog import Confirm
from desktop.ui.meetups import dialogs
from desktop.ui.widgets.files import FileDialog

translate = QCoreApplication.translate


class MeetupActs(QObject):
    """The acts of the screen. ``wanted`` gives the meet-up that should be shown next."""

    wanted = Signal(int)

    def __init__(self, bridge: Any, screen: QWidget, current: Callable[[], Any]) -> None:
        super().__init__(screen)
        self._bridge, self._screen, self._current = bridge, screen, current

    # --- planning -------------------------------------------------------------------------------------

    def add(self) -> None:
        self._bridge.spawn(self._add())

    async def _add(self) -> None:
        dialog = await dialogs.make(self._bridge, self._screen)
        dialog.saved.connect(self.wanted)

    def edit(self) -> None:
        if (meetup := self._current()) is not None:
            dialogs.MeetupDialog(self._bridge, self._screen, meetup=meetup).open()

    def set_state(self, state: str) -> None:
        if (meetup := self._current()) is not None:
            if state == "cancelled" and meetup.invited:
                ask = Confirm(
                    self._bridge, self._screen, translate("Meetups", "번개팅을 취소할까요?"),
                    translate("Meetups", "초대한 사람에게 저절로 알리지는 않습니다. 취소한 뒤 알려 주세요."),
                    translate("Meetups", "번개팅 취소하기"), translate("Meetups", "그대로 두기"),
                )  # fmt: skip
                ask.accepted.connect(lambda: self._set_state(meetup, state))
                ask.open()
                return
            self._set_state(meetup, state)

    def _set_state(self, meetup: Any, state: str) -> None:
        said = {
            "over": translate("Meetups", "「{theme}」 번개팅을 끝냈습니다"),
            "cancelled": translate("Meetups", "「{theme}」 번개팅을 취소했습니다"),
            "open": translate("Meetups", "「{theme}」 번개팅을 다시 열었습니다"),
        }[state].format(theme=meetup.theme)
        self._do(said, planning.set_state, meetup.id, state)

    def remove_posts(self, post_ids: Sequence[int]) -> None:
        if (meetup := self._current()) is not None and post_ids:
            said = translate("Meetups", "글 {n}건을 번개팅에서 뺐습니다").format(n=fmt.number(len(post_ids)))
            self._do(said, _each, [partial(planning.remove_post, meetup_id=meetup.id, post_id=p)
                                   for p in post_ids])  # fmt: skip

    def invited_by_hand(self, targets: Sequence[int]) -> None:
        if (meetup := self._current()) is not None and targets:
            said = translate("Meetups", "{n}명을 직접 초대한 것으로 적었습니다").format(
                n=fmt.number(len(targets))
            )
            self._do(said, _each, [
                partial(planning.mark_invited, meetup_id=meetup.id, meetup_post_id=t) for t in targets
            ])  # fmt: skip

    # --- sending --------------------------------------------------------------------------------------

    def send(self, what: str, targets: Collection[int] | None = None) -> None:
        """ "invitations", "notices" or "answers"; everything that is asked for in one gesture."""
        if (meetup := self._current()) is not None:
            self._bridge.spawn(self._send(meetup, what, targets))

    async def _send(self, meetup: Any, what: str, targets: Collection[int] | None) -> None:
        from desktop.services import meetups

        work = {
            "invitations": meetups.send_invitations,
            "notices": meetups.send_notices,
            "answers": meetups.send_answers,
        }[what]
        step = cases.new_step()
        count = await self._bridge.write(
            work, meetup.id, targets, undo_s=self._bridge.undo_seconds(), step=step
        )
        if not count:
            self._bridge.toast(translate("Meetups", "지금 보낼 수 있는 글이 없습니다"))
            return
        said = {
            "invitations": translate("Meetups", "초대 {n}건을 곧 보냅니다"),
            "notices": translate("Meetups", "추첨 결과 {n}건을 곧 보냅니다"),
            "answers": translate("Meetups", "번개팅 결과 {n}건을 곧 보냅니다"),
        }[what]
        self._bridge.did(said.format(n=fmt.number(count)), step)

    # --- guests ---------------------------------------------------------------------------------------

    def sign_up(self) -> None:
        if (meetup := self._current()) is not None:
            dialogs.GuestDialog(self._bridge, self._screen, meetup).open()

    def comes(self, found: Sequence[Any]) -> None:
        """Guests who were invited, or had declined, come after all."""
        chosen = [guest for guest in found if guest.state in ("invited", "declined")]
        if chosen:
            said = translate("Meetups", "{name}의 신청을 적었습니다").format(name=_names(chosen))
            self._do(said, _each, [
                partial(guests.sign_up, meetup_id=g.meetup_id, guest_id=g.id) for g in chosen
            ])  # fmt: skip

    def declines(self, found: Sequence[Any]) -> None:
        chosen = [guest for guest in found if guest.state in ("invited", "signed-up", "in", "waiting")]
        if chosen:
            self._bridge.spawn(self._declines(chosen))

    async def _declines(self, chosen: Sequence[Any]) -> None:
        step = cases.new_step()
        moved = await self._bridge.write(_decline, [guest.id for guest in chosen], step)
        said = translate("Meetups", "{name}: 못 온다고 적었습니다").format(name=_names(chosen))
        if moved:
            said += translate("Meetups", ". 대기자 {n}명이 자리를 받았습니다").format(n=fmt.number(moved))
        self._bridge.did(said, step)

    def attended(self, found: Sequence[Any], came: bool | None) -> None:
        chosen = [g for g in found if g.state in ("in", "came", "absent") or (came and g.state == "waiting")]
        if chosen:
            said = {
                True: translate("Meetups", "{name}: 왔다고 적었습니다"),
                False: translate("Meetups", "{name}: 안 왔다고 적었습니다"),
                None: translate("Meetups", "{name}: 참석 여부를 비웠습니다"),
            }[came].format(name=_names(chosen))
            self._do(said, _each, [partial(guests.attend, guest_id=g.id, came=came) for g in chosen])

    def told_by_hand(self, found: Sequence[Any]) -> None:
        chosen = [guest for guest in found if guest.to_tell]
        if chosen:
            said = translate("Meetups", "{name}: 직접 알렸다고 적었습니다").format(name=_names(chosen))
            self._do(said, _each, [partial(guests.mark_told, guest_id=g.id) for g in chosen])

    def remove_guests(self, found: Sequence[Any]) -> None:
        if found:
            said = translate("Meetups", "{name}: 명단에서 뺐습니다").format(name=_names(found))
            self._do(said, _each, [partial(guests.remove_guest, guest_id=g.id) for g in found])

    def take(self, found: Sequence[Any], coming: bool | None = None) -> None:
        """Answers to the invitation, taken as they seem to say, or as the person decides."""
        if found:
            said = translate("Meetups", "답글 {n}건을 명단에 옮겼습니다").format(n=fmt.number(len(found)))
            self._do(said, _each, [partial(replies.take, reply_id=r.id, coming=coming) for r in found])

    def leave(self, found: Sequence[Any]) -> None:
        if found:
            said = translate("Meetups", "답글 {n}건을 신청과 상관없는 글로 두었습니다")
            self._do(said.format(n=fmt.number(len(found))), _each,
                     [partial(replies.leave, reply_id=r.id) for r in found])  # fmt: skip

    # --- the draw -------------------------------------------------------------------------------------

    def publish_seed(self, tickets: Sequence[str]) -> None:
        if (meetup := self._current()) is not None:
            dialogs.SeedDialog(self._bridge, self._screen, meetup, tickets).open()

    def draw(self) -> None:
        if (meetup := self._current()) is not None:
            said = translate("Meetups", "「{theme}」 번개팅을 추첨했습니다").format(theme=meetup.theme)
            self._do(said, drawing.draw, meetup.id)

    # --- afterwards -----------------------------------------------------------------------------------

    def note(self, people: Sequence[Any], chosen: Any) -> None:
        """What a guest said becomes a note on the case of their post."""
        meetup = self._current()
        people = [guest for guest in people if guest.answer_to is not None and guest.state in rows.HERE]
        if meetup is None:
            return
        if not people:
            self._bridge.toast(translate("Meetups", "온 사람 가운데 글을 쓴 사람이 없습니다"))
            return
        dialog = dialogs.WordsDialog(
            self._bridge,
            self._screen,
            translate("Meetups", "나온 말을 메모로 남기기"),
            translate("Meetups", "이 사람이 쓴 글의 내부 메모로 남습니다. 시민에게 나가지 않습니다."),
            translate("Meetups", "메모로 남기기"),
            people,
            chosen,
        )
        dialog.written.connect(lambda guest, text: self._note(meetup, guest, text))
        dialog.open()

    def _note(self, meetup: Any, guest: Any, text: str) -> None:
        said = translate("Meetups", "{name} 님의 건에 메모를 남겼습니다").format(name=guest.name)
        self._do(said, guests.note_on_case, meetup.id, guest.id, text)

    def put_on_board(self, people: Sequence[Any], chosen: Any) -> None:
        """What was said becomes a new post on the board."""
        meetup = self._current()
        if meetup is None:
            return
        dialog = dialogs.WordsDialog(
            self._bridge,
            self._screen,
            translate("Meetups", "나온 의견을 보드에 넣기"),
            translate("Meetups", "미분류에 새 글로 들어갑니다."),
            translate("Meetups", "보드에 넣기"),
            [None, *(guest for guest in people if guest.state in rows.HERE)],
            chosen,
        )
        dialog.written.connect(
            lambda guest, text: self._bridge.spawn(
                self._put_on_board(meetup, guest.name if guest is not None else "", text)
            )
        )
        dialog.open()

    async def _put_on_board(self, meetup: Any, name: str, text: str) -> None:
        from connectors.manual import make_post
        from desktop.models.by_hand import keep_post

        source = translate("Meetups", "번개팅 「{theme}」").format(theme=meetup.theme)
        post = make_post(source, name, text, fmt.now_ms())
        await self._bridge.write(keep_post, translate("Meetups", "번개팅"), post)
        self._bridge.toast(translate("Meetups", "나온 의견을 보드의 미분류에 넣었습니다"), tone="good")

    def save_report(self, report: str, answer: str) -> None:
        if (meetup := self._current()) is not None:
            said = translate("Meetups", "번개팅의 기록을 저장했습니다")
            self._do(said, _report, meetup.id, report, answer)

    # --- files ----------------------------------------------------------------------------------------

    def save_calendar(self) -> None:
        if (meetup := self._current()) is not None:
            title = translate("Meetups", "일정 파일 저장하기")
            kinds = translate("Meetups", "일정 (*.ics)")
            self._ask_file(title, kinds, "ics", f"번개팅 {meetup.theme}", partial(_write_calendar, meetup))

    def save_result(self, drawn: Sequence[Any]) -> None:
        if (meetup := self._current()) is not None:
            title = translate("Meetups", "추첨 결과 저장하기")
            kinds = translate("Meetups", "웹 문서 (*.html);;글 (*.txt)")
            work = partial(_write_result, meetup, list(drawn))
            self._ask_file(title, kinds, "html", f"번개팅 추첨 {meetup.theme}", work)

    def save_list(self, found: Sequence[Any]) -> None:
        if (meetup := self._current()) is not None:
            title = translate("Meetups", "당일 명단 저장하기")
            kinds = translate("Meetups", "PDF (*.pdf);;한글 (*.hwpx);;ODT (*.odt)")
            work = partial(_write_list, meetup, list(found))
            self._ask_file(title, kinds, "pdf", f"번개팅 명단 {meetup.theme}", work)

    def _ask_file(self, title: str, kinds: str, suffix: str, name: str, work: Callable[[str], None]) -> None:
        dialog = FileDialog(self._screen.window(), title)
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kinds)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile("".join(c if c not in '\\/:*?"<>|' else " " for c in name))
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.split("*.")[-1].rstrip(")"))
        )
        dialog.fileSelected.connect(lambda path: self._bridge.spawn(self._write_file(path, work)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _write_file(self, path: str, work: Callable[[str], None]) -> None:
        await asyncio.to_thread(work, path)
        self._bridge.toast(
            translate("Meetups", "저장했습니다: {name}").format(name=Path(path).name), tone="good"
        )

    # --- inside ---------------------------------------------------------------------------------------

    def _do(self, said: str, work: Callable[..., Any], *args: Any) -> None:
        self._bridge.spawn(self._done(said, work, *args))

    async def _done(self, said: str, work: Callable[..., Any], *args: Any) -> None:
        step = cases.new_step()
        await self._bridge.write(work, *args, step=step)
        self._bridge.did(said, step)


def _each(tx: Any, work: Sequence[Callable[..., Any]], *, step: str) -> None:
    for one in work:
        one(tx, step=step)


def _decline(tx: Any, guest_ids: Sequence[int], step: str) -> int:
    return sum(len(guests.decline(tx, guest_id, step=step)) for guest_id in guest_ids)


def _report(tx: Any, meetup_id: int, report: str, answer: str, *, step: str) -> None:
    if report != rows.get_meetup(meetup_id).report:
        guests.write_report(tx, meetup_id, report, step=step)
    planning.edit_meetup(tx, meetup_id, answer=answer, step=step)


def _names(found: Sequence[Any]) -> str:
    """김민수 님, 김민수 님과 2명"""
    first = getattr(found[0], "name", "")
    if len(found) == 1:
        return translate("Meetups", "{name} 님").format(name=first)
    return translate("Meetups", "{name} 님과 {n}명").format(name=first, n=fmt.number(len(found) - 1))


def _write_calendar(meetup: Any, path: str) -> None:
    from desktop.services import meetup_files
    from desktop.services.documents import save

    save(path, meetup_files.calendar_file(meetup))


def _write_result(meetup: Any, drawn: list[Any], path: str) -> None:
    from desktop.services import meetup_files
    from desktop.services.documents import save

    plain = path.lower().endswith(".txt")
    make = meetup_files.result_text if plain else meetup_files.result_page
    save(path, make(meetup, drawn).encode())


def _write_list(meetup: Any, found: list[Any], path: str) -> None:
    from desktop.services import meetup_files
    from desktop.ui import documents

    documents.write(meetup_files.guest_list(meetup, found), path)
