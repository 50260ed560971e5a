"""The table of channels: lamps, order, search, the card and what its buttons do."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.models import accounts, channels
from desktop.models.queries import Filter
from desktop.ui.channels.dialog import Confirm
from desktop.ui.channels.edit import EditChannel
from desktop.ui.channels.model import COLUMNS, TONE_ROLE
from desktop.ui.channels.screen import ChannelsScreen
from desktop.ui.widgets.buttons import Button
from tests.ui.detail.desk import Desk, Echo, button, press

MINUTE = 60_000


async def show(desk: Desk) -> ChannelsScreen:
    screen: ChannelsScreen = desk.show(ChannelsScreen(desk.bridge))
    desk.bridge.commands.add_all(screen.commands(), screen, "channels")
    screen.activate()
    await desk.quiet()
    return screen


def cells(screen: ChannelsScreen, column: str) -> list[str]:
    place = COLUMNS.index(column)
    return [screen.order.index(row, place).data() for row in range(screen.order.rowCount())]


async def test_a_channel_that_is_not_well_comes_first_and_says_since_when_and_why(desk: Desk) -> None:
    good = desk.add_channel("가 게시판", "feed", url="https://a.example/rss")
    bad = desk.add_channel("나 게시판", "feed", url="https://b.example/rss")
    desk.write(channels.record_success, good, next_due_ms=desk.now_ms + MINUTE)
    desk.write(channels.record_failure, bad, "down", "http-503", desk.now_ms + MINUTE)
    screen = await show(desk)
    assert cells(screen, "health")[0] == "연결 안 됨" and cells(screen, "health")[-1] == "정상"
    assert screen.order.index(0, 0).data(TONE_ROLE) == "danger"
    why = cells(screen, "why")[0]
    assert "부터 ·" in why and "503" in why
    assert cells(screen, "why")[-1] == ""
    assert cells(screen, "success")[-1] == "방금" and cells(screen, "success")[0] == "–"
    assert screen.card.name.whole_text() == "나 게시판" and "503" in screen.card.why.text()


@pytest.mark.parametrize(("health", "ready"), [("partial", True), ("ok", False)])
async def test_where_a_permission_is_missing_a_new_sign_in_stands_ready(
    desk: Desk, health: str, ready: bool
) -> None:
    account = desk.write(accounts.add_account, network="facebook", remote_id="9", name="한빛시", uid="fb")
    page = desk.add_channel("페이지", "facebook", url="", handle="@hanbit")
    desk.write(channels.update_channel, page, account_id=account)
    missing = "권한이 없습니다. / It is missing."
    desk.write(channels.record_success, page, health=health, detail=missing if ready else "")
    screen = await show(desk)
    screen.table.selectRow(cells(screen, "name").index("페이지"))
    assert screen.card.buttons["sign_in"].isVisibleTo(screen.card) is ready
    assert screen.card.buttons["sign_in"].text() == "다시 로그인하기"
    assert ("권한이 없습니다." in screen.card.why.text()) is ready


@pytest.mark.parametrize(
    ("health", "word", "tone"),
    [
        ("auth", "인증 필요", "danger"),
        ("limited", "제한됨", "warning"),
        ("damaged", "일부 깨짐", "warning"),
        ("partial", "일부 권한 없음", "warning"),
    ],
)
async def test_every_state_has_a_word_and_a_shape(desk: Desk, health: str, word: str, tone: str) -> None:
    desk.write(channels.record_failure, desk.channel, health, health)
    screen = await show(desk)
    assert cells(screen, "health") == [word]
    assert screen.order.index(0, 0).data(TONE_ROLE) == tone


async def test_the_table_follows_the_database_and_keeps_the_chosen_row(desk: Desk) -> None:
    second = desk.add_channel("둘째")
    screen = await show(desk)
    screen._choose(second)
    desk.add_channel("가장 앞", "feed", url="https://c.example/rss")
    await desk.until(lambda: len(screen.model.rows) == 3)
    assert screen.chosen().id == second
    desk.arrive("a", "글", channel=second, age_s=0)
    await desk.until(lambda: screen.chosen().today == 1)
    assert screen.tabs.tabText(0) == "채널 3"


async def test_words_find_channels_and_an_empty_result_says_so(desk: Desk) -> None:
    desk.add_channel("교통 게시판", "feed", url="https://a.example/rss", owner="도시교통실")
    screen = await show(desk)
    screen.search("교통 피드")
    assert cells(screen, "name") == ["교통 게시판"]
    assert screen.card.name.whole_text() == "교통 게시판"
    screen.search("없는말")
    assert (
        screen.stack.currentWidget() is screen.empty
        and "찾는 채널이 없습니다" in screen.empty.accessibleName()
    )
    assert not screen.card.isVisible()
    screen.empty.acted.emit()
    assert screen.order.rowCount() == 2


async def test_without_channels_the_screen_says_what_to_do(desk: Desk) -> None:
    desk.write(channels.remove_channel, desk.channel)
    screen = await show(desk)
    assert screen.stack.currentWidget() is screen.empty
    assert "아직 채널이 없습니다" in screen.empty.accessibleName()


async def test_switching_off_keeps_posts_and_can_be_taken_back(desk: Desk) -> None:
    desk.arrive("a", "글")
    screen = await show(desk)
    button(screen.card, "끄기").click()
    await desk.quiet()
    assert cells(screen, "health") == ["꺼짐"] and cells(screen, "next") == ["–"]
    assert desk.last_toast.action == "되돌리기"
    desk.last_toast.run()
    await desk.quiet()
    assert cells(screen, "health") == ["수집 전"]
    assert desk.one("SELECT count(*) FROM post") == 1


async def test_removing_asks_keeps_the_posts_and_can_be_taken_back(desk: Desk) -> None:
    desk.arrive("a", "글")
    screen = await show(desk)
    button(screen.card, "채널 빼기").click()
    ask = screen.findChild(Confirm)
    assert ask is not None and not ask.act_button.isDefault()
    ask.act_button.click()
    await desk.quiet()
    assert screen.model.rows == [] and desk.one("SELECT count(*) FROM post") == 1
    desk.last_toast.run()
    await desk.quiet()
    assert [(r.id, r.name, r.account_id is not None) for r in screen.model.rows] == [
        (desk.channel, "시민의 글", True)
    ]


async def test_keeping_a_channel_after_the_question_changes_nothing(desk: Desk) -> None:
    screen = await show(desk)
    button(screen.card, "채널 빼기").click()
    ask = screen.findChild(Confirm)
    assert ask is not None
    ask.reject()
    await desk.quiet()
    assert len(screen.model.rows) == 1


async def test_checking_a_channel_reads_it_once_and_says_what_was_found(desk: Desk) -> None:
    screen = await show(desk)
    button(screen.card, "연결 확인하기").click()
    await desk.quiet()
    assert "읽을 수 있습니다" in desk.toasts[-1] and "12개" in desk.toasts[-1]
    from connectors.base import Unreachable

    Echo.check_failure = Unreachable("no answer", "timeout")
    button(screen.card, "연결 확인하기").click()
    await desk.quiet()
    assert "제때 응답하지" in desk.toasts[-1]


async def test_editing_changes_what_was_changed_only(desk: Desk) -> None:
    feed = desk.add_channel("게시판", "feed", url="https://a.example/rss", owner="뉴미디어과")
    screen = await show(desk)
    screen._choose(feed)
    button(screen.card, "설정").click()
    dialog = screen.findChild(EditChannel)
    assert dialog is not None
    dialog.url.setText("파일 주소")
    dialog.save()
    assert "http" in dialog.failure.text()
    dialog.url.setText("b.example/rss")
    dialog.name.setText("새 이름")
    dialog.interval.setCurrentIndex(dialog.interval.findData(300))
    dialog.save()
    await desk.quiet()
    row = desk.store.read(channels.get_channel, feed).result()
    assert (row.name, row.url, row.owner) == ("새 이름", "https://b.example/rss", "뉴미디어과")
    assert row.options == {"interval_s": 300}


async def test_editing_into_another_channels_address_is_refused(desk: Desk) -> None:
    desk.add_channel("하나", "feed", url="https://a.example/rss")
    second = desk.add_channel("둘", "feed", url="https://b.example/rss")
    screen = await show(desk)
    dialog = EditChannel(desk.bridge, desk.store.read(channels.get_channel, second).result(), screen)
    dialog.open()
    dialog.url.setText("https://a.example/rss")
    dialog.save()
    await desk.quiet()
    assert "이미 있는 채널입니다" in dialog.failure.text() and dialog.isVisible()
    dialog.reject()


async def test_the_posts_of_a_channel_are_one_click_away(desk: Desk) -> None:
    screen = await show(desk)
    wanted: list[Any] = []
    desk.bridge.filtered.connect(wanted.append)
    button(screen.card, "이 채널 글 보기").click()
    assert wanted == [Filter(channels=frozenset([desk.channel]))]


async def test_keys_work_on_the_table(desk: Desk) -> None:
    screen = await show(desk)
    press(screen.table, Qt.Key.Key_Return, "\r")
    dialog = screen.findChild(EditChannel)
    assert dialog is not None
    dialog.reject()


async def test_accounts_show_their_voice_and_change_it(desk: Desk) -> None:
    desk.add_channel("시장", voice="mayor", url="https://m.example")
    screen = await show(desk)
    panel = screen.accounts
    assert [panel.table.item(r, 4).text() for r in range(2)] == ["서울시 공식", "시장"]
    panel.table.selectRow(1)
    panel.voice_box.setCurrentIndex(panel.voice_box.findData("spokesperson"))
    panel.voice_box.activated.emit(panel.voice_box.currentIndex())
    await desk.quiet()
    assert [a.voice for a in desk.store.read(accounts.list_accounts).result()] == ["official", "spokesperson"]
    assert panel.table.item(1, 4).text() == "대변인"


async def test_signing_out_asks_and_forgets_the_secret(desk: Desk) -> None:
    screen = await show(desk)
    assert desk.vault.secrets
    button(screen.card, "로그아웃").click()
    ask = screen.findChild(Confirm)
    assert ask is not None
    ask.act_button.click()
    await desk.quiet()
    assert desk.vault.secrets == {} and desk.store.read(accounts.list_accounts).result() == []
    assert "로그인 안 함" in screen.card.account.text()
    assert button(screen.card, "로그인하기").isVisible()


async def test_a_locked_keyring_is_said_and_can_be_opened(desk: Desk) -> None:
    desk.vault.now = "locked"
    screen = await show(desk)
    screen.tabs.setCurrentIndex(1)
    await desk.quiet()
    assert screen.accounts.vault.text().startswith("비밀번호 보관함을 열어 주세요")
    screen.accounts.unlock_button.click()
    await desk.quiet()
    assert "쓸 수 있습니다" in screen.accounts.vault.text()
    assert not screen.accounts.unlock_button.isVisible()


async def test_every_control_has_a_name(desk: Desk) -> None:
    screen = await show(desk)
    for place in (0, 1):
        screen.tabs.setCurrentIndex(place)
        await desk.quiet()
        for child in screen.findChildren(QWidget):
            hidden = child.focusPolicy() == Qt.FocusPolicy.NoFocus or not child.isVisible()
            if hidden or child.objectName().startswith("qt_") or type(child).__name__ == "QTabWidget":
                continue
            text = child.text() if isinstance(child, QAbstractButton) else ""
            assert child.accessibleName() or text, (type(child), child.objectName())
    assert all(made.accessibleName() for made in screen.findChildren(Button) if made.text())
