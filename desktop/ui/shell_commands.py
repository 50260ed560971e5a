"""The commands of the whole program: screens, palette, undo, text size, panes. Screens add their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.bridge import Bridge
from desktop.ui.commands import Command
from desktop.ui.quick.opening import open_quick
from desktop.ui.screens import ScreenEntry
from desktop.ui.theme.tokens import SCALES

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


def show_department_mail(window: MainWindow, page: str) -> None:
    """A page of letters to departments, which is part of the channels screen."""
    window.show_screen("channels")
    screen = window.screen_named("channels")
    if hasattr(screen, "show_department_mail"):
        screen.show_department_mail(page)


def register(window: MainWindow, screens: Sequence[ScreenEntry]) -> None:
    """Add the commands that work everywhere to the registry of the window's bridge."""
    bridge = window.bridge
    add = partial(bridge.commands.add, owner=window)
    add(
        Command(
            "app.palette", translate("Commands", "검색과 명령 열기"), window.open_palette, in_palette=False
        )
    )
    add(Command("app.search", translate("Commands", "이 화면에서 찾기"), window.search_here, icon="search"))
    undo = bridge.undo
    add(
        Command(
            "app.undo", translate("Commands", "실행 취소"), undo.undo, icon="undo-2", enabled=undo.can_undo
        )
    )
    add(
        Command(
            "app.redo", translate("Commands", "다시 실행"), undo.redo, icon="redo-2", enabled=undo.can_redo
        )
    )
    for page, text in (
        ("letters", translate("Commands", "부서 메일 보기")),
        ("refused", translate("Commands", "믿지 않은 회신 보기")),
    ):
        add(
            Command(
                f"mail.{page}",
                text,
                partial(show_department_mail, window, page),
                icon="mail",
                enabled=lambda: bridge.may("mail.send") or bridge.may("mail.settings"),
            )
        )
    add(
        Command(
            "app.collect",
            translate("Commands", "모든 채널 지금 수집"),
            partial(collect_now, bridge),
            icon="refresh-cw",
            enabled=lambda: bridge.services is not None,
        )
    )
    for number, entry in enumerate(screens, 1):
        text = translate("Commands", "{screen} 화면으로 가기").format(screen=entry.label())
        go = partial(window.show_screen, entry.name)
        add(Command(f"go.{entry.name}", text, go, icon=entry.icon))
        add(Command(f"go.screen{number}", text, go, key=f"Ctrl+{number}", in_palette=False))
        if entry.name == "settings":
            add(Command("app.settings", text, go, in_palette=False))
    add(
        Command(
            "quick.open", translate("Commands", "빠른 답변 열기"), partial(open_quick, window), icon="zap"
        )
    )
    add(Command("app.keys", translate("Commands", "단축키 보기"), window.show_keys, icon="keyboard"))
    add(
        Command(
            "app.keys_here",
            translate("Commands", "이 화면의 단축키 보기"),
            window.show_keys,
            in_palette=False,
        )
    )
    add(Command("app.bigger", translate("Commands", "글자 크게"), partial(step_size, bridge, 1), icon="plus"))
    add(
        Command(
            "app.smaller", translate("Commands", "글자 작게"), partial(step_size, bridge, -1), icon="minus"
        )
    )
    add(
        Command(
            "app.normal_size",
            translate("Commands", "글자 크기 100 %"),
            partial(bridge.prefs.put, "text_size", 100),
            icon="rotate-ccw",
        )
    )
    for mode, text in (
        ("light", translate("Commands", "밝은 화면으로 바꾸기")),
        ("dark", translate("Commands", "어두운 화면으로 바꾸기")),
        ("contrast", translate("Commands", "선명한 화면으로 바꾸기")),
    ):
        add(Command(f"theme.{mode}", text, partial(bridge.prefs.put, "theme", mode), icon="palette"))
    add(
        Command(
            "pane.next",
            translate("Commands", "다음 영역으로"),
            partial(window.step_pane, 1),
            in_palette=False,
        )
    )
    add(
        Command(
            "pane.previous",
            translate("Commands", "이전 영역으로"),
            partial(window.step_pane, -1),
            in_palette=False,
        )
    )
    add(Command("app.quit", translate("Commands", "프로그램 끝내기"), window.closing.emit, icon="power"))


def step_size(bridge: Bridge, by: int) -> None:
    """The next larger or smaller text size."""
    at = SCALES.index(bridge.prefs.scale) + by
    if 0 <= at < len(SCALES):
        bridge.prefs.put("text_size", SCALES[at])
        bridge.toast(translate("Commands", "글자 크기 {percent} %").format(percent=SCALES[at]))


def collect_now(bridge: Bridge) -> None:
    """F5."""
    if bridge.services is None:
        return
    if not bridge.services.collector.holding:
        bridge.toast(translate("Commands", "다른 창에서 수집하고 있습니다. 새 글은 여기에도 바로 보입니다."))
        return
    bridge.services.collector.collect_now()
    bridge.toast(translate("Commands", "모든 채널에서 새 글을 가져오고 있습니다."))


async def open_oldest_outgoing(bridge: Bridge) -> None:
    """Show the post whose answer failed, else the one whose answer waits longest."""
    from desktop.models import outbox

    rows = await bridge.read(outbox.unfinished)
    if rows:
        bridge.open_post.emit(rows[0].post_id)
