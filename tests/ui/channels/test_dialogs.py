"""Adding a channel, signing in, importing and exporting, and taking posts down by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from connectors.base import AuthExpired, Malformed
from desktop.models import accounts, channels
from desktop.ui.channels.acts import ChannelActs
from desktop.ui.channels.by_hand import ByHand
from desktop.ui.channels.dialog import Confirm
from desktop.ui.channels.edit import EditChannel
from desktop.ui.channels.report import ImportReport
from desktop.ui.channels.screen import ChannelsScreen
from desktop.ui.channels.sign_in import SignInDialog
from desktop.ui.channels.wizard import ADDRESS, RESULT, SIGN_IN, AddChannel
from tests.ui.detail.desk import Desk, Echo, compose


def names(desk: Desk) -> list[str]:
    return [row.name for row in desk.store.read(channels.list_channels).result()]


async def wizard(desk: Desk, network: str = "echo") -> AddChannel:
    dialog: AddChannel = desk.show(AddChannel(desk.bridge))
    dialog.open()
    place = [n.name for n in dialog._networks].index(network)
    dialog.choices.setCurrentRow(place)
    dialog._next()
    return dialog


async def test_a_channel_with_a_form_is_added_in_four_steps(desk: Desk) -> None:
    dialog = await wizard(desk)
    added: list[int] = []
    dialog.added.connect(added.append)
    dialog.address.setText("new.example/site")
    dialog.owner.setText("뉴미디어과")
    dialog._next()
    await desk.quiet()
    assert dialog.steps.currentIndex() == SIGN_IN
    form = dialog._form
    assert form is not None
    assert form.lines["password"].echoMode() is QLineEdit.EchoMode.Password
    dialog._next()
    await desk.quiet()
    assert "빈 칸" in dialog.failure.text()
    form.lines["login"].setText("seoul")
    form.lines["password"].setText("abcd efgh")
    form.voice.setCurrentIndex(form.voice.findData("spokesperson"))
    dialog._next()
    await desk.quiet()
    assert dialog.steps.currentIndex() == RESULT
    assert "서울시 소통" in dialog.result.text() and "12개" in dialog.result_note.text()
    assert form.lines["password"].text() == ""
    dialog.final_name.setText("새 홈페이지")
    dialog._next()
    await desk.quiet()
    row = desk.store.read(channels.get_channel, added[0]).result()
    assert (row.name, row.url, row.owner) == ("새 홈페이지", "https://new.example/site", "뉴미디어과")
    assert (row.account_state, row.account_voice) == ("connected", "spokesperson")
    assert desk.vault.secrets[row.account_uid] == {"login": "seoul", "password": "abcd efgh"}


async def test_leaving_after_the_sign_in_leaves_nothing_behind(desk: Desk) -> None:
    before = dict(desk.vault.secrets)
    dialog = await wizard(desk)
    dialog.address.setText("https://new.example")
    dialog._next()
    await desk.quiet()
    assert dialog._form is not None
    for line in dialog._form.lines.values():
        line.setText("x")
    dialog._next()
    await desk.quiet()
    assert dialog.steps.currentIndex() == RESULT
    dialog.reject()
    await desk.quiet()
    assert desk.vault.secrets == before
    assert len(desk.store.read(accounts.list_accounts).result()) == 1 and names(desk) == ["시민의 글"]


async def test_without_an_account_public_posts_can_be_collected(desk: Desk) -> None:
    dialog = await wizard(desk)
    dialog.address.setText("https://new.example")
    dialog.without_account.setChecked(True)
    dialog._next()
    await desk.quiet()
    assert dialog.steps.currentIndex() == RESULT
    dialog._next()
    await desk.quiet()
    row = next(r for r in desk.store.read(channels.list_channels).result() if r.name != "시민의 글")
    assert row.account_id is None


@pytest.mark.parametrize("typed", ["", "   ", "file:///etc/passwd", "그냥 글"])
async def test_what_is_no_address_is_said_at_once(desk: Desk, typed: str) -> None:
    dialog = await wizard(desk)
    dialog.address.setText(typed)
    dialog._next()
    await desk.quiet()
    assert dialog.steps.currentIndex() == ADDRESS and dialog.failure.isVisible()
    assert Echo.opened == []


async def test_a_channel_that_is_there_already_is_not_added_twice(desk: Desk) -> None:
    dialog = await wizard(desk)
    dialog.address.setText("https://echo.example/")
    dialog._next()
    await desk.quiet()
    assert "이미 있는 채널입니다: 시민의 글" in dialog.failure.text()
    assert dialog.steps.currentIndex() == ADDRESS


async def test_a_failed_test_read_keeps_what_was_typed(desk: Desk) -> None:
    Echo.check_failure = Malformed("html", "html")
    dialog = await wizard(desk)
    dialog.address.setText("https://new.example")
    dialog.without_account.setChecked(True)
    dialog._next()
    await desk.quiet()
    assert "웹 페이지가 왔습니다" in dialog.failure.text()
    assert dialog.address.text() == "https://new.example" and dialog.next_button.isEnabled()


async def test_a_wrong_password_is_said_and_nothing_is_kept(desk: Desk) -> None:
    before = dict(desk.vault.secrets)
    Echo.check_failure = AuthExpired("no", "http-401")
    row = desk.store.read(channels.get_channel, desk.channel).result()
    dialog: SignInDialog = desk.show(SignInDialog(desk.bridge, row))
    dialog.open()
    for line in dialog.form.lines.values():
        line.setText("x")
    dialog.start_sign_in()
    await desk.quiet()
    assert dialog.failure.isVisible() and dialog.isVisible()
    assert desk.vault.secrets == before and dialog.form.lines["password"].text() == ""


async def test_signing_in_again_renews_the_account_and_wakes_the_channel(desk: Desk) -> None:
    desk.write(accounts.set_account_state, desk.one("SELECT id FROM account"), "expired")
    desk.write(channels.record_failure, desk.channel, "auth", "auth")
    desk.write(lambda tx: tx.db.execute_sql("UPDATE account SET remote_id = 'me'"))
    row = desk.store.read(channels.get_channel, desk.channel).result()
    dialog: SignInDialog = desk.show(SignInDialog(desk.bridge, row))
    dialog.open()
    dialog.form.lines["login"].setText("seoul")
    dialog.form.lines["password"].setText("new")
    dialog.start_sign_in()
    await desk.quiet()
    row = desk.store.read(channels.get_channel, desk.channel).result()
    assert (row.account_state, row.health) == ("connected", "new")
    assert desk.vault.secrets[row.account_uid] == {"login": "seoul", "password": "new"}
    assert "로그인했습니다" in desk.toasts[-1]


async def test_an_import_reports_bad_rows_with_line_and_reason(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    lines = (
        "name,network,url,owner",
        "게시판,feed,https://a.example/rss,교통과",
        "나쁜 줄,feed,htp://x/y,",
        "옛것,cyworld,@x,",
        "또 게시판,feed,https://a.example/rss,",
    )
    file.write_text("\n".join(lines), encoding="utf-8")
    screen: ChannelsScreen = desk.show(ChannelsScreen(desk.bridge))
    screen.acts.import_path(str(file))
    await desk.quiet()
    report = screen.findChild(ImportReport)
    assert report is not None
    assert report.summary.text() == "채널 1개를 추가했습니다. 3줄은 추가하지 못했습니다."
    assert [report.table.item(r, 0).text() for r in range(3)] == ["3", "4", "5"]
    assert "http 또는 https" in report.table.item(0, 1).text() and "나쁜 줄" in report.table.item(0, 2).text()
    assert report.text().count("\n") == 2
    assert "게시판" in names(desk)
    report.accept()


async def test_a_file_that_is_no_list_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    acts = ChannelActs(desk.bridge, desk.show(ChannelsScreen(desk.bridge)))
    (tmp_path / "x.bin").write_bytes(b"\x00\x01\x02" * 10)
    acts.import_path(str(tmp_path / "x.bin"))
    await desk.quiet()
    assert len(desk.toasts) == 1 and names(desk) == ["시민의 글"]
    acts.import_path(str(tmp_path / "missing.opml"))
    await desk.quiet()
    assert "파일이 없습니다" in desk.toasts[-1]


@pytest.mark.parametrize("name", ["list.opml", "list.csv"])
async def test_what_was_exported_can_be_imported(desk: Desk, tmp_path: Path, name: str) -> None:
    feed = desk.add_channel("게시판", "feed", url="https://a.example/rss", owner="교통과")
    acts = ChannelActs(desk.bridge, desk.show(ChannelsScreen(desk.bridge)))
    acts.export_path(str(tmp_path / name))
    await desk.quiet()
    assert "채널 2개를 내보냈습니다" in desk.toasts[-1]
    desk.write(channels.remove_channel, feed)
    acts.import_path(str(tmp_path / name))
    await desk.quiet()
    assert sorted(names(desk)) == ["게시판", "시민의 글"]


async def by_hand(desk: Desk) -> ByHand:
    dialog: ByHand = desk.show(ByHand(desk.bridge))
    dialog.open()
    await desk.quiet()
    return dialog


async def test_a_call_is_taken_down_and_stands_among_the_posts(desk: Desk) -> None:
    dialog = await by_hand(desk)
    assert not dialog.button.isEnabled()
    dialog.author.setText("박시민")
    dialog.link.setText("blog.example/1")
    compose(dialog.text, "요", commit="가로등이 꺼졌어")
    assert dialog.button.isEnabled()
    dialog.save()
    await desk.quiet()
    row = desk.rows(
        "SELECT p.text, p.url, p.context, c.name, c.network, c.health"
        " FROM post p JOIN channel c ON c.id = p.channel_id"
    )
    assert row == [("가로등이 꺼졌어요", "https://blog.example/1", "전화", "전화", "manual", "ok")]
    again = await by_hand(desk)
    again.text.insertPlainText("또 전화")
    again.save()
    await desk.quiet()
    assert names(desk).count("전화") == 1 and desk.one("SELECT count(*) FROM post") == 2


async def test_a_source_of_ones_own_gets_a_channel(desk: Desk) -> None:
    dialog = await by_hand(desk)
    dialog.source.setEditText("구청 방문")
    dialog.text.insertPlainText("글")
    dialog.save()
    await desk.quiet()
    assert "구청 방문" in names(desk)


async def test_a_bad_link_or_no_source_is_said_and_the_text_stays(desk: Desk) -> None:
    dialog = await by_hand(desk)
    dialog.text.insertPlainText("글")
    dialog.link.setText("javascript:alert(1)")
    dialog.save()
    assert "http" in dialog.failure.text() and dialog.text.toPlainText() == "글"
    dialog.link.clear()
    dialog.source.setEditText("  ")
    dialog.save()
    assert "받은 곳" in dialog.failure.text()
    await desk.quiet()
    assert desk.one("SELECT count(*) FROM post") == 0


async def test_text_is_not_thrown_away_by_one_escape(desk: Desk) -> None:
    dialog = await by_hand(desk)
    compose(dialog.text, "글")
    dialog.reject()
    ask = dialog.findChild(Confirm)
    assert dialog.isVisible() and ask is not None
    ask.reject()
    assert dialog.isVisible() and dialog.text.toPlainText() == "글"
    dialog.reject()
    asked: Any = dialog.findChildren(Confirm)[-1]
    asked.accept()
    assert not dialog.isVisible()


@pytest.mark.parametrize(("network", "without"), [("feed", True), ("wordpress", False)])
async def test_what_is_only_read_needs_no_sign_in(desk: Desk, network: str, without: bool) -> None:
    dialog = await wizard(desk, network)
    assert dialog.steps.currentIndex() == ADDRESS
    assert not dialog.without_account.isHidden() and dialog.without_account.isChecked() == without
    dialog.reject()


async def test_the_last_syllable_of_a_name_is_kept_by_ctrl_enter(desk: Desk) -> None:
    dialog = desk.show(EditChannel(desk.bridge, desk.store.read(channels.get_channel, desk.channel).result()))
    dialog.name.setFocus()
    dialog.name.setText("누리")
    compose(dialog.name, "집")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await desk.quiet()
    assert desk.one("SELECT name FROM channel WHERE id = ?", desk.channel) == "누리집"
