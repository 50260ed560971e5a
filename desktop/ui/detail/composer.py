"""Writing an answer to one citizen: account, counter, draft, and the way into the outbox.

Owns the editor and everything that can stop a send. It must not know how a network is spoken to, nor notes:
an internal note is another type, in another widget, without a way out.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from connectors.base import Action, LengthRule
from desktop.models import queries
from desktop.ui import failures, fmt
from desktop.ui.channels.names import network_name, reason_sentence
from desktop.ui.detail import rules
from desktop.ui.detail.answer_form import AnswerForm
from desktop.ui.detail.blocked import Blocked
from desktop.ui.detail.drafts import DraftKeeper
from desktop.ui.detail.outbox_strip import BUSY, OutboxStrip
from desktop.ui.detail.words import block_sentence, change_words, over_words
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.editors import take_text

translate = QCoreApplication.translate
log = logging.getLogger(__name__)

NOTHING = rules.Changes(0, 0, 0)
REPLIES = (Action.REPLY, Action.PRIVATE_REPLY)


class Composer(QWidget):
    """The lower part of the detail pane. ``answered`` tells (post id, whether to go on to the next one)."""

    original_requested = Signal(str)
    sign_in_requested = Signal(object)  # the id of the channel
    answered = Signal(object, bool)
    closed = Signal()
    wrote = Signal()  # the outbox or the draft of the post changed through this widget

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._detail: Any = None
        self._channel: Any = None
        self._accounts: list[Any] = []
        self._block = rules.Block.NONE
        self._seen = rules.Seen.of(())  # the thread as it was when this text was begun
        self._changes = NOTHING
        self._stopped_for: rules.Seen | None = None  # the thread that was on screen when a send was stopped
        self._voice_confirmed = False
        self._sending = False
        self._failure = ""
        self._build()
        self.drafts = DraftKeeper(bridge, "reply", self.editor.text_now, self)
        self.drafts.saved.connect(self._draft_saved)
        self.drafts.failed.connect(self._draft_failed)
        self.clear()

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.outbox = OutboxStrip(self)
        self.outbox.cancel.connect(lambda outbox_id: self._bridge.spawn(self._take_back(outbox_id)))
        self.outbox.rewrite.connect(self._rewrite)
        self.outbox.open_link.connect(self.original_requested)
        self.outbox.settle.connect(lambda *settled: self._bridge.spawn(self._settle(*settled)))
        self.blocked = Blocked(self)
        self.blocked.original_requested.connect(self.original_requested)
        self.blocked.sign_in_requested.connect(self._ask_sign_in)
        self.form = AnswerForm(self)
        self.editor = self.form.editor
        self.editor.typed.connect(lambda _: self._typed())
        self.editor.installEventFilter(self)
        self.account_box = self.form.account_box
        self.account_box.currentIndexChanged.connect(lambda _: self._account_chosen())
        self.stage = self.form.stage
        self.form.private_box.toggled.connect(lambda _: self._show_state())
        self.form.save_button.clicked.connect(lambda: self.save())
        self.form.next_button.clicked.connect(lambda: self.send(then_next=True))
        self.form.send_button.clicked.connect(lambda: self.send())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.outbox)
        layout.addWidget(self.blocked)
        layout.addWidget(self.form, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and self._detail is not None:
            escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
            if event.type() == QEvent.Type.FocusOut:
                self.drafts.flush()
            elif event.type() == QEvent.Type.ShortcutOverride and escape:
                event.accept()  # else the window's own Esc would take it and the draft would wait
                return True
            elif event.type() == QEvent.Type.KeyPress and escape:
                self.keep_and_close()
                return True
        return super().eventFilter(watched, event)

    # --- what is answered -----------------------------------------------------------------------------

    @property
    def post_id(self) -> int | None:
        return None if self._detail is None else self._detail.row.id

    def clear(self) -> None:
        """Let go of the post; its draft is kept."""
        self.drafts.close()
        self._detail = None
        self._channel = None
        self.form.set_text("")
        self.hide()

    def show_post(self, detail: Any, channel: Any, channels: Sequence[Any], draft: Any = None) -> None:
        """Begin with a post. ``draft`` is what this user had typed for it before, or None."""
        self.drafts.close()
        sent = draft is not None and any(_is_draft_of(row, draft) for row in detail.outbox)
        draft = None if sent else draft
        self._detail = None  # nothing that happens while the text is replaced belongs to a post
        self.form.set_text(draft.text if draft is not None else "")
        self._detail, self._channel = detail, channel
        self._stopped_for = None
        self._voice_confirmed = False
        self._failure = ""
        self.form.private_box.setChecked(False)
        chosen = draft.channel_id if draft is not None else None
        self.drafts.open(detail.row.id, draft.text if draft is not None else "", chosen)
        if sent:
            self.drafts.drop()
        rows = self._rows()
        self._seen = rules.since(rows, draft.changed_ms) if draft is not None else rules.Seen.of(rows)
        self.form.saved_label.setText(
            translate("Composer", "{time}에 쓰던 글입니다").format(time=fmt.short(draft.changed_ms))
            if draft is not None
            else ""
        )
        answered_first = any(
            r.action == "reply" and r.stage == "first" and r.state == "sent" for r in detail.outbox
        )
        # A forwarded matter is answered twice: that it was received, and later what came of it.
        self.stage.set_value("first" if detail.row.track == "forward" and not answered_first else "final")
        self._refresh(channels, chosen)
        self.show()

    def update_post(self, detail: Any, channel: Any, channels: Sequence[Any]) -> None:
        """The same post, read again. What is being typed is never touched."""
        if self._detail is None or detail.row.id != self._detail.row.id:
            return
        self._detail, self._channel = detail, channel
        self._refresh(channels, self.account_box.currentData())

    def _rows(self) -> list[Any]:
        # What this person sent does not make the thread stale, a colleague's answer does.
        me = {self._bridge.user, getattr(self._bridge.services, "user", "")}
        mine = {r.url for r in self._detail.outbox if r.state == "sent" and r.url and r.actor in me}
        rows = [item.row for item in self._detail.thread if not (item.row.own and item.row.url in mine)]
        if all(r.id != self._detail.row.id for r in rows):
            rows.append(self._detail.row)
        return rows

    def _refresh(self, channels: Sequence[Any], chosen: int | None) -> None:
        detail = self._detail
        self._accounts = rules.accounts_for(self._channel, channels) if self._channel is not None else []
        self.form.offer_accounts(self._accounts, chosen)
        self._block = rules.blocked(
            detail.row,
            self._channel,
            sample=self._bridge.store.sample,
            accounts=len(self._accounts),
            may=self._bridge.may("reply.write"),
        )
        blocked = self._block is not rules.Block.NONE
        # A text that is already there stays reachable, whatever happened to its channel meanwhile.
        self._show_form(not blocked or bool(self.editor.text_now().strip()))
        self.blocked.setVisible(blocked)
        if blocked:
            expired = self._channel is not None and self._channel.account_state == "expired"
            name = network_name(detail.row.network)
            why = rules.why_no_reply(self._channel) if self._block is rules.Block.NO_REPLY else ""
            self.blocked.say(
                why or block_sentence(self._block, name, account_expired=expired),
                "" if self._block is rules.Block.OWN else detail.row.url,
                sign_in=self._block is rules.Block.SIGN_IN,
            )
        reasons = {
            r.id: reason_sentence(r.reason, until_ms=r.send_after_ms) for r in detail.outbox if r.reason
        }
        self.outbox.show_rows(detail.outbox, reasons)
        now = rules.Seen.of(self._rows())
        if not self.editor.text_now().strip():
            self._seen = now
        self._changes = rules.changed(self._seen, now)
        self._show_state()

    def _show_form(self, shown: bool) -> None:
        """Without the form this takes the room its sentences need, and the thread has the rest."""
        self.form.setVisible(shown)
        policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.updateGeometry()

    def account(self) -> Any:
        """The channel that the answer would be sent from, or None."""
        chosen = self.account_box.currentData()
        return next((c for c in self._accounts if c.id == chosen), None)

    def _account_chosen(self) -> None:
        account = self.account()
        self._voice_confirmed = False
        self.drafts.set_channel(account.id if account is not None else None)
        self._show_state()

    # --- state ----------------------------------------------------------------------------------------

    def _typed(self) -> None:
        if self._detail is None:
            return
        self.drafts.touched()
        if not self.editor.text_now().strip():
            self._seen = rules.Seen.of(self._rows())
            self._changes = NOTHING
        self._voice_confirmed = False
        self._failure = ""
        self._show_state()

    def count(self) -> rules.Count:
        """How long the answer is by the rule of the account that it would be sent from."""
        source = self.account() or self._channel
        if source is None:
            return rules.Count(0, None)
        rule = self._rule(source)
        answered = self._detail.row.handle if self._detail is not None else ""
        text = self.editor.text_now()
        return rules.Count(rule.count(text, answered), rule.limit, rule.over(text, answered))

    def _rule(self, channel: Any) -> LengthRule:
        action = Action.PRIVATE_REPLY if self.private() else Action.REPLY
        private = self._detail is not None and bool(self._detail.row.private)
        return rules.capabilities(channel).length_of(action, private=private)

    def private(self) -> bool:
        """Whether the answer goes to the author of a public post alone."""
        return self.form.private_box.isVisibleTo(self.form) and self.form.private_box.isChecked()

    def busy_row(self) -> Any:
        """An earlier answer to this very post that is still on its way, or None."""
        return next(
            (
                r
                for r in self._detail.outbox
                if r.action in REPLIES and r.post_id == self._detail.row.id and r.state in BUSY
            ),
            None,
        )

    def why_not(self) -> str:
        """Why no answer can be sent now, as a sentence; "" where it can."""
        opening = self._bridge.services is None  # the window is there a moment before its services
        if self._detail is None or opening or self._block is not rules.Block.NONE:
            return translate("Composer", "지금은 이 글에 답변을 보낼 수 없습니다. 쓴 글은 그대로 있습니다.")
        account = self.account()
        if account is None:
            return translate("Composer", "보낼 계정을 골라 주세요.")
        row = self.busy_row()
        if row is not None and row.state == "unknown":
            return translate(
                "Composer", "앞의 답변이 올라갔는지 확인하고 있습니다. 확인되면 보낼 수 있습니다."
            )
        if row is not None:
            return translate("Composer", "앞의 답변을 보내고 있습니다. 끝나면 보낼 수 있습니다.")
        over = self.count().over
        return over_words(over, self._rule(account).unit) if over else ""

    def _show_state(self) -> None:
        if self._detail is None:
            return
        account = self.account()
        offered = account is not None and rules.capabilities(account).private_reply
        self.form.private_box.setVisible(offered and not self._detail.row.private)
        self.form.show_notices(rules.notices(account, self._detail, self.editor.text_now()))
        self.form.show_voice(account.account_voice if account is not None else "official")
        count = self.count()
        self.form.show_count(count, self._rule(account).unit if account is not None else "graphemes")
        empty = not self.editor.text_now().strip()
        why = self.why_not()
        stale = bool(self._changes) and not empty
        sentences = [self._failure] if self._failure else []
        if why and not count.over and (not empty or self.busy_row() is not None):
            sentences.append(why)
        if stale:
            text = translate(
                "Composer", "답변을 쓰는 동안 대화가 바뀌었습니다({what}). 위의 글을 확인해 주세요."
            )
            sentences.append(text.format(what=change_words(self._changes)))
        if self._voice_confirmed:
            sentences.append(translate("Composer", "시장 명의로 나갑니다. 한 번 더 누르면 보냅니다."))
        self.form.show_reasons(sentences)
        if self._voice_confirmed:
            name = translate("Composer", "시장 명의로 보내기")
        elif stale and self._stopped_for is not None:
            name = translate("Composer", "확인했으니 보내기")
        else:
            name = translate("Composer", "답변 보내기 Ctrl+Enter")
        self.form.allow_send(not why and not empty and not self._sending, name)

    def _draft_saved(self, at_ms: int) -> None:
        self.form.saved_label.setText(
            translate("Composer", "임시 저장됨 {time}").format(time=fmt.clock(at_ms))
            if self.editor.text_now().strip()
            else ""
        )

    def _draft_failed(self, error: BaseException) -> None:
        self._failure = failures.sentence(error)
        self._show_state()

    # --- acts -----------------------------------------------------------------------------------------

    def focus_editor(self, stage: str = "") -> bool:
        """Ready to type; False where no answer can be written."""
        if self._detail is None or self._block is not rules.Block.NONE:
            return False
        if stage:
            self.stage.set_value(stage)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def choose_account(self) -> None:
        """Open the list of accounts (Ctrl+Shift+A)."""
        if self.account_box.isEnabled() and self.form.isVisible():
            self.account_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.account_box.showPopup()

    def save(self) -> None:
        """Save the draft now (Ctrl+S)."""
        if self._detail is not None:
            take_text(self.editor)
            self.drafts.flush()

    def keep_and_close(self) -> None:
        """Keep the draft and close the pane (Esc)."""
        self.save()
        self.closed.emit()

    def send(self, *, then_next: bool = False) -> None:
        """Put the answer into the outbox. Whatever stops it is said here, and the text stays."""
        if self._detail is None or self._sending:
            return
        text = take_text(self.editor).strip()
        self.drafts.flush()
        self._failure = ""
        self._show_state()
        if not text or self.why_not() or self._stale_stop() or self._voice_stop():
            return
        account = self.account()
        self._sending = True
        self._show_state()
        wish = (text, self.stage.value(), self.private())
        self._bridge.spawn(self._send(self._detail.row.id, account, wish, then_next))

    def _stale_stop(self) -> bool:
        """Whether the thread changed in a way that was not yet on screen at an earlier press."""
        now = rules.Seen.of(self._rows())
        self._changes = rules.changed(self._seen, now)
        if not self._changes or self._stopped_for == now:
            return False
        self._stopped_for = now
        self._show_state()
        announce(self, self.form.reason.text())
        return True

    def _voice_stop(self) -> bool:
        """The mayor's name is asked for once more (ui.md 8.4)."""
        if self.account().account_voice != "mayor" or self._voice_confirmed:
            return False
        self._voice_confirmed = True
        self._show_state()
        announce(self, self.form.reason.text())
        return True

    async def _send(self, post_id: int, account: Any, wish: tuple[str, str, bool], then_next: bool) -> None:
        services = self._bridge.services
        text, stage, private = wish
        try:
            # What arrived since the pane was last drawn counts as well.
            fresh = await self._bridge.read(queries.post_detail, post_id)
            if self.post_id == post_id:
                self._detail = fresh
                if self._stale_stop():
                    return
            undo_s = self._bridge.prefs.undo_seconds
            await services.sender.reply(post_id, account.id, text, stage, undo_s, private=private)
        except Exception as error:
            log.warning("an answer could not be put into the outbox: %r", error)
            if self.post_id == post_id:
                self._failure = failures.sentence(error)
            return
        finally:
            self._sending = False
            self._show_state()
        if self.post_id == post_id:
            if take_text(self.editor).strip() == text:
                self.drafts.drop()
                self.form.set_text("")
                self.form.private_box.setChecked(False)
            self._voice_confirmed = False
            self._stopped_for = None
            self.form.saved_label.setText("")
            self._show_state()
        self.wrote.emit()
        self.answered.emit(post_id, then_next)

    async def _take_back(self, outbox_id: int) -> None:
        row = self._row(outbox_id)
        if self._bridge.services is None:
            return
        try:
            cancelled = await self._bridge.services.sender.cancel(outbox_id)
        except Exception as error:
            self._failure = failures.sentence(error)
            self._show_state()
            return
        if not cancelled:
            self._failure = translate("Composer", "이미 보내기 시작해 되돌릴 수 없습니다.")
            self._show_state()
        elif row is not None and row.action in REPLIES:
            self._put_back(row)
        self.wrote.emit()

    async def _settle(self, outbox_id: int, arrived: bool) -> None:
        if self._bridge.services is not None:
            await self._bridge.services.sender.settle(outbox_id, arrived)
            self.wrote.emit()

    def _rewrite(self, outbox_id: int) -> None:
        row = self._row(outbox_id)
        if row is not None:
            self._put_back(row)
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, outbox_id: int) -> Any:
        rows = self._detail.outbox if self._detail is not None else ()
        return next((r for r in rows if r.id == outbox_id), None)

    def _put_back(self, row: Any) -> None:
        """The text of an answer that did not go out returns to the editor, above what is there by now."""
        if self._detail is None or row.post_id != self._detail.row.id:
            return
        typed = take_text(self.editor)
        if row.text.strip() and row.text.strip() not in typed:
            self.form.set_text(f"{row.text}\n\n{typed}" if typed.strip() else row.text)
            self.form.private_box.setChecked(row.action == Action.PRIVATE_REPLY)
            self.drafts.flush()
        self._show_form(True)

    def _ask_sign_in(self) -> None:
        if self._channel is not None:
            self.sign_in_requested.emit(self._channel.id)


def _is_draft_of(row: Any, draft: Any) -> bool:
    """Whether this draft went out already: the program was killed after the one and before the other."""
    return bool(
        row.action in REPLIES
        and row.post_id == draft.post_id
        and row.state not in ("cancelled", "refused")
        and row.created_ms >= draft.changed_ms
        and row.text.strip() == draft.text.strip()
    )
