"""What staff do with ideas and meetings, from the wish to what is said about it. It paints nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.models import cases
from desktop.models.meetings import agenda, deciding, ideas, lists, planning, telling
from desktop.ui import fmt
from desktop.ui.meetings import idea_data
from desktop.ui.meetings.words import decision_word, meeting_name
from desktop.ui.widgets.files import FileDialog

if TYPE_CHECKING:
    import asyncio

translate = QCoreApplication.translate


class MeetingActs(QObject):
    """``see``: an idea should be shown. ``planned``: a meeting was made or changed. ``decided``: (meeting,
    case) of a decision that was stored."""

    see = Signal(object)
    planned = Signal(object)
    decided = Signal(object, object)

    def __init__(self, bridge: Any, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window

    # --- ideas ---

    def run(self, name: str, case_id: int, shown: idea_data.Loaded | None) -> None:
        """What a button of the page asks for; ``shown`` is the idea on it."""
        if name == "open":
            self._bridge.open_post.emit(case_id)
        elif name == "see":
            self.see.emit(case_id)
        elif name == "merge" and shown is not None:
            self._bridge.spawn(self._merge(shown, case_id), "merge ideas")
        elif name == "tell":
            self._bridge.spawn(self._tell(case_id), "tell proposer")
        elif name == "told":
            self._bridge.spawn(self._told(case_id), "proposer told")
        elif shown is not None:
            self._dialog(name, shown)

    def _dialog(self, name: str, shown: idea_data.Loaded) -> None:
        from desktop.ui.meetings import dialogs

        made = {"edit": dialogs.EditIdea, "progress": dialogs.ProgressDialog, "reconsider": dialogs.AskAgain}
        made[name](self._bridge, shown, self._window).open()

    async def _merge(self, shown: idea_data.Loaded, other: int) -> None:
        step = cases.new_step()
        kept = await self._bridge.write(ideas.merge, [shown.row.case_id, other], step=step)
        self._bridge.did(translate("Meetings", "하나로 합쳤습니다. 먼저 낸 제안이 남습니다"), step)
        self.see.emit(kept)

    async def _tell(self, case_id: int) -> None:
        post = await self._bridge.write(telling.prepare, case_id)
        if post is None:
            self._bridge.toast(translate("Meetings", "모든 글에 답변을 보냈거나 보내는 중입니다"))
            return
        self._bridge.open_post.emit(post)
        self._bridge.compose.emit(post, "final")

    async def _told(self, case_id: int) -> None:
        step = cases.new_step()
        await self._bridge.write(ideas.mark_told, case_id, step=step)
        self._bridge.did(translate("Meetings", "제안자에게 알린 것으로 적었습니다"), step)

    # --- the agenda ---

    def add(self, meeting_id: int, case_ids: Sequence[int], at: int | None = None) -> None:
        self._bridge.spawn(self._add(meeting_id, list(case_ids), at), "add to agenda")

    async def _add(self, meeting_id: int, case_ids: list[int], at: int | None) -> None:
        step = cases.new_step()
        new = await self._bridge.write(agenda.add, meeting_id, case_ids, at=at, step=step)
        if new:
            text = translate("Meetings", "{n}건을 안건에 올렸습니다").format(n=fmt.number(len(new)))
            self._bridge.did(text, step)

    def remove(self, meeting_id: int, case_ids: Sequence[int]) -> None:
        self._bridge.spawn(self._remove(meeting_id, list(case_ids)), "remove from agenda")

    async def _remove(self, meeting_id: int, case_ids: list[int]) -> None:
        step = cases.new_step()
        await self._bridge.write(agenda.remove, meeting_id, case_ids, step=step)
        text = translate("Meetings", "{n}건을 안건에서 뺐습니다").format(n=fmt.number(len(case_ids)))
        self._bridge.did(text, step)

    def order(self, meeting_id: int, case_ids: Sequence[int]) -> None:
        self._bridge.spawn(self._order(meeting_id, list(case_ids)), "order agenda")

    async def _order(self, meeting_id: int, case_ids: list[int]) -> None:
        step = cases.new_step()
        await self._bridge.write(agenda.order, meeting_id, case_ids, step=step)
        self._bridge.did(translate("Meetings", "안건 순서를 바꿨습니다"), step)

    # --- meetings ---

    def plan(self) -> None:
        from desktop.ui.meetings.meeting_dialog import MeetingDialog

        dialog = MeetingDialog(self._bridge, self._window)
        dialog.kept.connect(self.planned)
        dialog.open()

    def edit(self, whole: lists.Whole) -> None:
        from desktop.ui.meetings.meeting_dialog import MeetingDialog

        dialog = MeetingDialog(self._bridge, self._window, whole.meeting, whole.people)
        dialog.kept.connect(self.planned)
        dialog.open()

    def remove_meeting(self, whole: lists.Whole) -> None:
        self._bridge.spawn(self._remove_meeting(whole), "remove meeting")

    async def _remove_meeting(self, whole: lists.Whole) -> None:
        step = cases.new_step()
        await self._bridge.write(planning.remove, whole.meeting.id, step=step)
        text = translate("Meetings", "{name} 회의를 지웠습니다. 안건은 후보로 돌아갔습니다")
        self._bridge.did(text.format(name=meeting_name(whole.meeting)), step)

    def start(self, whole: lists.Whole) -> None:
        self._bridge.spawn(self._start(whole), "start meeting")

    async def _start(self, whole: lists.Whole) -> None:
        step = cases.new_step()
        await self._bridge.write(planning.start, whole.meeting.id, step=step)
        text = translate("Meetings", "{name} 회의를 시작했습니다").format(name=meeting_name(whole.meeting))
        self._bridge.did(text, step)

    def close(self, whole: lists.Whole) -> None:
        """End the meeting; asks first where ideas are left."""
        left = [row.row.title for row in whole.agenda if not row.item.decision]
        if not left:
            self._bridge.spawn(self._close(whole), "end meeting")
            return
        from desktop.ui.meetings.dialogs import EndMeeting

        def run() -> None:
            self._bridge.spawn(self._close(whole), "end meeting")

        EndMeeting(self._bridge, left, run, self._window).open()

    async def _close(self, whole: lists.Whole) -> None:
        step = cases.new_step()
        left = await self._bridge.write(planning.close, whole.meeting.id, step=step)
        text = translate("Meetings", "{name} 회의를 마쳤습니다").format(name=meeting_name(whole.meeting))
        if left:
            more = translate("Meetings", "결정하지 않은 {n}건은 후보로 돌아갔습니다")
            text = f"{text}. {more.format(n=fmt.number(len(left)))}"
        self._bridge.did(text, step)

    def decide(
        self, meeting_id: int, shown: idea_data.Loaded, decision: str, reason: str, owner: str, planned: str
    ) -> asyncio.Task[Any] | None:
        work = self._decide(meeting_id, shown, decision, reason, owner, planned)
        return self._bridge.spawn(work, "decide")

    async def _decide(
        self, meeting_id: int, shown: idea_data.Loaded, decision: str, reason: str, owner: str, planned: str
    ) -> None:
        import asyncio

        step = cases.new_step()
        case_id = shown.row.case_id
        await self._bridge.write(
            deciding.decide, meeting_id, case_id, decision, reason, owner=owner, planned=planned,
            seen_ms=shown.row.idea.changed_ms, step=step,
        )  # fmt: skip
        self.decided.emit(meeting_id, case_id)
        await asyncio.sleep(0)  # the next idea is read while the message is made
        text = translate("Meetings", "{decision}: {title}. 제안자에게 알릴 글을 써 두었습니다")
        self._bridge.did(text.format(decision=decision_word(decision), title=shown.row.title), step)

    # --- minutes ---

    def minutes(self, whole: lists.Whole) -> None:
        """Ask where to, then write."""
        from desktop.services import minutes

        dialog = FileDialog(self._window, translate("Meetings", "회의록 저장하기"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["HWPX (*.hwpx)", "PDF (*.pdf)", "ODT (*.odt)"])
        dialog.setDefaultSuffix("hwpx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen[-5:-1].lstrip("*.")))
        dialog.selectFile(minutes.file_name(whole.meeting))
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("Meetings", "저장하기"))
        dialog.fileSelected.connect(lambda path: self.write_minutes(whole.meeting.id, path))
        dialog.open()

    def write_minutes(self, meeting_id: int, path: str) -> None:
        self._bridge.spawn(self._write_minutes(meeting_id, path), "minutes")

    async def _write_minutes(self, meeting_id: int, path: str) -> None:
        import asyncio

        from desktop.services import minutes
        from desktop.ui import documents

        document = await self._bridge.read(minutes.document, meeting_id)
        await asyncio.to_thread(documents.write, document, path)
        text = translate("Meetings", "회의록을 저장했습니다: {path}").format(path=path)
        self._bridge.toast(text, tone="good")
