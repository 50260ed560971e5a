"""What staff do with channels, from a wish to what is said about it afterwards.

It opens the dialogs and calls models and services; it paints nothing.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui import fmt, i18n
from desktop.ui.channels.dialog import Confirm
from desktop.ui.widgets.files import FileDialog

translate = QCoreApplication.translate

FILTERS = "OPML (*.opml *.xml);;CSV (*.csv)"


class ChannelActs(QObject):
    """``changed`` when the table should be read again, ``wanted`` when a channel should be chosen in it."""

    changed = Signal()
    wanted = Signal(int)

    def __init__(self, bridge: Any, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window

    def run(self, name: str, row: Any) -> None:
        """Do what a button of the card names with a channel."""
        getattr(self, f"_{name}")(row)

    # --- the toolbar ----------------------------------------------------------------------------------

    def add(self) -> None:
        if self._ready():
            from desktop.ui.channels.wizard import AddChannel

            dialog = AddChannel(self._bridge, self._window)
            dialog.added.connect(self.wanted)
            dialog.open()

    def by_hand(self) -> None:
        from desktop.ui.channels.by_hand import ByHand

        dialog = ByHand(self._bridge, self._window)
        dialog.kept.connect(self.wanted)
        dialog.open()

    def import_file(self) -> None:
        dialog = FileDialog(self._window, translate("Channels", "채널 목록 가져오기"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        lists = translate("Channels", "채널 목록")
        every = translate("Channels", "모든 파일")
        dialog.setNameFilters([f"{lists} (*.opml *.xml *.csv *.txt)", f"{every} (*)"])
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("Channels", "가져오기"))
        dialog.fileSelected.connect(self.import_path)
        _show_dialog(dialog)

    def import_path(self, path: str) -> None:
        """Import this file and show the report."""
        self._bridge.spawn(self._import(path), "import channels")

    async def _import(self, path: str) -> None:
        from desktop.services import channel_files
        from desktop.ui.channels.report import ImportReport, summary

        report = await channel_files.import_channels(self._bridge.store, path, actor=self._bridge.user)
        self.changed.emit()
        if report.bad:
            ImportReport(self._bridge, report, self._window).open()
        else:
            self._bridge.toast(summary(report), tone="good")

    def export_file(self) -> None:
        dialog = FileDialog(self._window, translate("Channels", "채널 목록 내보내기"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(FILTERS.split(";;"))
        dialog.setDefaultSuffix("opml")
        dialog.selectFile("channels.opml")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "opml")
        )
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("Channels", "내보내기"))
        dialog.fileSelected.connect(self.export_path)
        _show_dialog(dialog)

    def export_path(self, path: str) -> None:
        """Write all channels to this file."""
        self._bridge.spawn(self._export(path), "export channels")

    async def _export(self, path: str) -> None:
        import asyncio

        from desktop.models import channels
        from desktop.services import channel_files

        rows = await self._bridge.read(channels.list_channels, counts=False)
        count = await asyncio.to_thread(channel_files.export_channels, rows, path)
        text = translate("Channels", "채널 {n}개를 내보냈습니다: {path}")
        self._bridge.toast(text.format(n=fmt.number(count), path=path), tone="good")

    def collect_all(self, *, quiet: bool = False) -> None:
        if not self._ready():
            return
        collector = self._bridge.services.collector
        if collector.holding:
            collector.collect_now()
        if quiet:
            return
        if collector.holding:
            self._bridge.toast(translate("Channels", "모든 채널에서 새 글을 가져오고 있습니다"))
        else:
            text = translate("Channels", "다른 창에서 수집하고 있습니다. 새 글은 여기에도 바로 보입니다")
            self._bridge.toast(text)

    # --- one channel ----------------------------------------------------------------------------------

    def _collect(self, row: Any) -> None:
        if self._ready():
            self._bridge.services.collector.collect_now(row.id)
            text = translate("Channels", "{name}에서 새 글을 가져오고 있습니다")
            self._bridge.toast(text.format(name=row.name))

    def _check(self, row: Any) -> None:
        if self._ready():
            self._bridge.toast(translate("Channels", "{name} 연결을 확인하고 있습니다").format(name=row.name))
            self._bridge.spawn(self._run_check(row), "check channel")

    async def _run_check(self, row: Any) -> None:
        from desktop.services import signin

        found = await signin.check(self._bridge.services, row.id)
        text = translate("Channels", "{name}: 읽을 수 있습니다.").format(name=row.name)
        what = i18n.own_half(found.note) or found.handle or found.name
        self._bridge.toast(f"{text} {what}".strip(), tone="good")

    def _edit(self, row: Any) -> None:
        from desktop.ui.channels.edit import EditChannel

        EditChannel(self._bridge, row, self._window).open()

    def _abilities(self, row: Any) -> None:
        from desktop.ui.channels.abilities import Abilities

        Abilities(self._bridge, row, self._window).open()

    def _backup(self, row: Any) -> None:
        if not self._ready():
            return
        dialog = FileDialog(self._window, translate("Channels", "백업이 들어 있는 폴더 고르기"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("Channels", "읽어 들이기"))
        dialog.fileSelected.connect(lambda path: self.read_backup(row, path))
        _show_dialog(dialog)

    def read_backup(self, row: Any, path: str) -> None:
        """Read this folder into the channel."""
        text = translate("Channels", "{name} 백업을 읽고 있습니다").format(name=row.name)
        self._bridge.toast(text)
        self._bridge.spawn(self._read_backup(row, path), "read a backup")

    async def _read_backup(self, row: Any, path: str) -> None:
        from pathlib import Path

        from desktop.services.backups import import_backup

        services = self._bridge.services
        totals = await import_backup(services.store, row.id, Path(path), on_stored=services.indexer.kick)
        text = translate("Channels", "{name}: 백업에서 글 {n}개를 읽어 들였습니다.")
        said = text.format(name=row.name, n=fmt.number(totals.new))
        if totals.damaged:
            left = translate("Channels", "읽지 못한 것이 있습니다: {what}")
            said = f"{said} {left.format(what=i18n.own_half(totals.damaged))}"
        self._bridge.toast(said, tone="warning" if totals.damaged else "good")
        self.changed.emit()

    def _posts(self, row: Any) -> None:
        from desktop.models.queries import Filter

        self._bridge.filtered.emit(Filter(channels=frozenset([row.id])))

    def _open(self, row: Any) -> None:
        from desktop.ui.detail.links import open_in_browser

        if not open_in_browser(row.url):
            self._bridge.toast(translate("Channels", "이 주소는 브라우저에서 열 수 없습니다"), tone="warning")

    def _enable(self, row: Any) -> None:
        self._bridge.spawn(self._run_enable(row, not row.enabled), "switch channel")

    async def _run_enable(self, row: Any, enabled: bool) -> None:
        from desktop.models import channels

        await self._bridge.write(channels.update_channel, row.id, enabled=enabled)
        if enabled:
            text = translate("Channels", "{name} 채널을 켰습니다")
        else:
            text = translate("Channels", "{name} 채널을 껐습니다. 받은 글은 그대로 있습니다")
        self._bridge.toast(
            text.format(name=row.name),
            translate("Channels", "되돌리기"),
            lambda: self._bridge.spawn(self._run_enable(row, not enabled), "switch channel"),
        )
        self.changed.emit()

    def _remove(self, row: Any) -> None:
        ask = Confirm(
            self._bridge,
            self._window,
            translate("Channels", "{name} 채널을 뺄까요?").format(name=row.name),
            translate("Channels", "더 이상 모으지 않습니다. 이미 받은 글과 처리 기록은 그대로 남습니다."),
            translate("Channels", "채널 빼기"),
            translate("Channels", "그대로 두기"),
        )
        ask.accepted.connect(lambda: self._bridge.spawn(self._run_remove(row), "remove channel"))
        ask.open()

    async def _run_remove(self, row: Any) -> None:
        from desktop.models import channels

        await self._bridge.write(channels.remove_channel, row.id)
        self._bridge.toast(
            translate("Channels", "{name} 채널을 뺐습니다. 받은 글은 그대로 있습니다").format(name=row.name),
            translate("Channels", "되돌리기"),
            lambda: self._bridge.spawn(self._bring_back(row), "bring channel back"),
        )
        self.changed.emit()

    async def _bring_back(self, row: Any) -> None:
        from desktop.models import channels

        channel_id = await self._bridge.write(
            channels.add_channel,
            network=row.network,
            name=row.name,
            url=row.url,
            handle=row.handle,
            owner=row.owner,
            options=row.options,
            account_id=row.account_id,
            enabled=row.enabled,
        )
        self._bridge.toast(translate("Channels", "{name} 채널을 되돌렸습니다").format(name=row.name))
        self.wanted.emit(channel_id)

    # --- accounts -------------------------------------------------------------------------------------

    def _sign_in(self, row: Any) -> None:
        if self._ready():
            from desktop.ui.channels.sign_in import SignInDialog

            dialog = SignInDialog(self._bridge, row, self._window)
            dialog.signed_in.connect(lambda _: self.changed.emit())
            dialog.open()

    def _sign_out(self, row: Any) -> None:
        if row.account_id is not None:
            self.sign_out(row.account_id)

    def sign_in_account(self, account_id: int) -> None:
        """Renew an account through the first channel that uses it."""
        self._bridge.spawn(self._sign_in_account(account_id), "sign in")

    async def _sign_in_account(self, account_id: int) -> None:
        from desktop.models import channels

        rows = await self._bridge.read(channels.list_channels, counts=False)
        row = next((r for r in rows if r.account_id == account_id), None)
        if row is None:
            text = translate("Channels", "이 계정을 쓰는 채널이 없습니다. 채널을 추가할 때 로그인해 주세요.")
            self._bridge.toast(text, tone="warning")
        else:
            self._sign_in(row)

    def sign_out(self, account_id: int) -> None:
        """Ask, then forget the account and its secret."""
        if not self._ready():
            return
        ask = Confirm(
            self._bridge,
            self._window,
            translate("Channels", "로그아웃할까요?"),
            translate(
                "Channels",
                "이 PC에서 로그인을 지웁니다. 채널과 글은 남고, 답변하려면 다시 로그인해야 합니다.",
            ),
            translate("Channels", "로그아웃하기"),
            translate("Channels", "그대로 두기"),
        )
        ask.accepted.connect(lambda: self._bridge.spawn(self._run_sign_out(account_id), "sign out"))
        ask.open()

    async def _run_sign_out(self, account_id: int) -> None:
        from desktop.services import signin

        await signin.sign_out(self._bridge.services, account_id)
        self._bridge.toast(translate("Channels", "로그아웃했습니다"))
        self.changed.emit()

    def set_voice(self, account_id: int, voice: str) -> None:
        """In whose name this account speaks from now on."""
        self._bridge.spawn(self._set_voice(account_id, voice), "voice")

    async def _set_voice(self, account_id: int, voice: str) -> None:
        from desktop.models import accounts
        from desktop.models.cases import new_step
        from desktop.ui.detail.words import voice_word

        step = new_step()
        await self._bridge.write(accounts.set_account_voice, account_id, voice, step=step)
        word = voice_word(voice)
        if i18n.language() == "ko":
            word = fmt.josa(word, "으로/로")
        text = translate("Channels", "이 계정의 명의를 {voice} 바꿨습니다")
        self._bridge.did(text.format(voice=word), step)
        self.changed.emit()

    def _ready(self) -> bool:
        """Services open a moment after the window does."""
        if self._bridge.services is None:
            self._bridge.toast(translate("Channels", "업무공간을 여는 중입니다. 잠시 뒤 다시 눌러 주세요."))
            return False
        return True


def _show_dialog(dialog: QFileDialog) -> None:
    from PySide6.QtCore import Qt

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
