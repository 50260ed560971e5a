"""Every act of the meet-up screen by name and when it may be done; the keys are in ``desktop.ui.keys``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands import Command
from desktop.ui.meetups.panels import EARLY

translate = QCoreApplication.translate

SCOPE = "meetups"
ANY = ("planned", "inviting", "drawn", "over", "cancelled")
GOING = (*EARLY, "drawn")
LATE = ("drawn", "over")


def commands_of(screen: Any) -> list[Command]:
    """The acts of a ``MeetupsScreen``, in the order of the key sheet."""
    acts, guests = screen.acts, screen.guests

    def one() -> Any:
        return next(iter(guests.chosen()), None)

    def allowed(states: tuple[str, ...]) -> Callable[[], bool]:
        return lambda: screen.meetup() is not None and screen.meetup().state in states

    rows: list[tuple[str, str, Callable[[], object], str, tuple[str, ...]]] = [
        ("meetups.edit", translate("Meetups", "번개팅 고치기"), acts.edit, "pen-line", ANY),
        ("meetup.post", translate("Meetups", "고른 줄의 글 열기"), screen.open_post, "book-open", ANY),
        (
            "meetups.invite",
            translate("Meetups", "초대 모두 보내기"),
            lambda: acts.send("invitations"),
            "send",
            EARLY,
        ),
        ("meetups.invite_one", translate("Meetups", "고른 사람만 초대"), screen.invite_one, "reply", EARLY),
        ("meetups.by_hand", translate("Meetups", "직접 초대함"), screen.by_hand, "phone", EARLY),
        (
            "meetups.remove_post",
            translate("Meetups", "고른 줄을 번개팅에서 빼기"),
            screen.remove,
            "trash-2",
            EARLY,
        ),
        (
            "meetups.take",
            translate("Meetups", "답글을 신청으로 적기"),
            lambda: screen.take(True),
            "check",
            GOING,
        ),
        ("meetups.no", translate("Meetups", "답글을 못 온다고 적기"), lambda: screen.take(False), "x", GOING),
        (
            "meetups.leave",
            translate("Meetups", "답글을 신청과 상관없는 글로 두기"),
            screen.leave,
            "minus",
            GOING,
        ),
        ("meetups.sign_up", translate("Meetups", "신청 적기"), acts.sign_up, "plus", GOING),
        (
            "meetups.comes",
            translate("Meetups", "온다고 적기"),
            lambda: acts.comes(guests.chosen()),
            "check",
            GOING,
        ),
        (
            "meetups.declines",
            translate("Meetups", "못 온다고 적기"),
            lambda: acts.declines(guests.chosen()),
            "x",
            GOING,
        ),
        ("meetups.seed", translate("Meetups", "추첨 씨앗 공개"), screen.seed, "key-round", ("inviting",)),
        ("meetups.draw", translate("Meetups", "추첨하기"), acts.draw, "list", ("inviting",)),
        (
            "meetups.notify",
            translate("Meetups", "추첨 결과 알리기"),
            lambda: acts.send("notices"),
            "send",
            LATE,
        ),
        (
            "meetups.told",
            translate("Meetups", "직접 알렸다고 적기"),
            lambda: acts.told_by_hand(guests.chosen()),
            "phone",
            LATE,
        ),
        (
            "meetup.result",
            translate("Meetups", "추첨 결과 저장"),
            lambda: acts.save_result(screen.drawn()),
            "download",
            LATE,
        ),
        (
            "meetups.came",
            translate("Meetups", "왔다고 적기"),
            lambda: acts.attended(guests.chosen(), True),
            "check-check",
            LATE,
        ),
        (
            "meetups.absent",
            translate("Meetups", "안 왔다고 적기"),
            lambda: acts.attended(guests.chosen(), False),
            "minus",
            LATE,
        ),
        (
            "meetups.unknown",
            translate("Meetups", "참석 여부 비우기"),
            lambda: acts.attended(guests.chosen(), None),
            "circle",
            LATE,
        ),
        (
            "meetups.note",
            translate("Meetups", "나온 말을 메모로 남기기"),
            lambda: acts.note(guests.all(), one()),
            "sticky-note",
            LATE,
        ),
        (
            "meetups.to_board",
            translate("Meetups", "나온 의견을 보드에 넣기"),
            lambda: acts.put_on_board(guests.all(), one()),
            "columns-3",
            LATE,
        ),
        ("meetups.save_report", translate("Meetups", "번개팅 기록 저장"), screen.save_report, "save", LATE),
        (
            "meetups.tell",
            translate("Meetups", "결과를 답변으로 보내기"),
            lambda: acts.send("answers"),
            "send",
            LATE,
        ),
        ("meetup.calendar", translate("Meetups", "일정 파일 저장"), acts.save_calendar, "calendar", ANY),
        (
            "meetup.print",
            translate("Meetups", "당일 명단 저장"),
            lambda: acts.save_list(guests.all()),
            "file-text",
            ANY,
        ),
        (
            "meetups.over",
            translate("Meetups", "번개팅 끝내기"),
            lambda: acts.set_state("over"),
            "check",
            GOING,
        ),
        (
            "meetups.cancel",
            translate("Meetups", "번개팅 취소하기"),
            lambda: acts.set_state("cancelled"),
            "x",
            GOING,
        ),
        (
            "meetups.open_again",
            translate("Meetups", "번개팅 다시 열기"),
            lambda: acts.set_state("open"),
            "rotate-ccw",
            ("over", "cancelled"),
        ),
    ]
    return [
        Command("list.next", translate("Meetups", "다음 줄"), lambda: screen.step(1), group="list"),
        Command("list.previous", translate("Meetups", "이전 줄"), lambda: screen.step(-1), group="list"),
        Command("meetups.add", translate("Meetups", "번개팅 만들기"), acts.add, icon="plus", group="list"),
        Command(
            "meetup.way",
            translate("Meetups", "월·목록 바꾸기"),
            screen.other_way,
            icon="calendar",
            group="list",
        ),
        *(
            Command(identity, text, run, icon=icon, group="list", enabled=allowed(states))
            for identity, text, run, icon, states in rows
        ),
    ]
