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
from desktop.models.speaking import threads
from desktop.models.speaking.threads import StaleThread
from desktop.ui import failures, fmt
from desktop.ui.channels.names import network_name, reason_sentence
from desktop.ui.detail import rules
from desktop.ui.detail.answer_form import AnswerForm
from desktop.ui.detail.blocked import Blocked
from desktop.ui.detail.drafts import DraftKeeper
from desktop.ui.detail.outbox_strip import BUSY, OutboxStrip
from desktop.ui.detail.sent_answers import REPLIES, SentAnswers, is_draft_of
from desktop.ui.detail.words import block_sentence, over_words
from desktop.ui.speaking import looking, sending
from desktop.ui.speaking.guard import Guard
from desktop.ui.speaking.thread_watch import ThreadWatch
from desktop.ui.speaking.words import change_words
from desktop.ui.templates.chooser import TemplateChooser
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.editors import take_text

translate = QCoreApplication.translate
log = logging.getLogger(__name__)


class Composer(QWidget):
    """The lower part of the detail pane. ``answered`` tells (post id, whether to go on to the next one)."""

    original_requested = Signal(str)
    sign_in_requested = Signal(object)  # the id of the channel
    answered = Signal(object, bool)
    closed = Signal()
    room_wanted = Signal()  # what stands under the editor needs more of the pane
    wrote = Signal()  # the outbox or the draft of the post changed through this widget

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._detail: Any = None
        self._channel: Any = None
        self._accounts: list[Any] = []
        self._block = rules.Block.NONE
        self.watch = ThreadWatch()
        self._then_next = False  # what was held or stopped was "send and next"
        self._sending = False
        self._failure = ""
        self._build()
        self.drafts = DraftKeeper(bridge, "reply", self.form.whole_text, self)
        self.drafts.saved.connect(self._draft_saved)
        self.drafts.failed.connect(self._draft_failed)
        self.clear()

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.outbox = OutboxStrip(self)
        self.outbox.set_online(self._bridge.online)
        self._bridge.online_changed.connect(self.outbox.set_online)
        self.sent_answers = SentAnswers(self._bridge, self)
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
        self.form.send_button.pressed.connect(lambda: setattr(self, "_then_next", False))
        self.form.send_button.held.connect(lambda: self.send(confirmed=True, then_next=self._then_next))
        self.form.confirmed.connect(lambda: self.send(confirmed=True))
        self.form.ask_button.clicked.connect(lambda: self.send(ask=True))
        self.form.preview_button.clicked.connect(self.preview)
        self.form.parts.text_wanted.connect(self._put)
        self.form.under.findings.wanted.connect(self._go_to)
        self.form.under.promise.edit_wanted.connect(self._edit_promises)
        self.templates = TemplateChooser(self._bridge, self)
        self.guard = Guard(self._bridge, self)
        self.guard.changed.connect(self._show_state)
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

    def key_of(self, command: str) -> str:
        """The key of a command now, "" for none."""
        return str(self._bridge.commands.key(command))

    def clear(self) -> None:
        """Let go of the post; its draft is kept."""
        self.drafts.close()
        self.guard.close()
        self._detail = None
        self._channel = None
        self.form.parts.take_rest()
        self.form.set_text("")
        self.hide()

    def show_post(self, loaded: Any) -> None:
        """Begin with a post (``data.Loaded``) and what this user had typed for it before."""
        detail, channel, draft = loaded.detail, loaded.channel, loaded.reply_draft
        self.drafts.close()
        self.form.parts.take_rest()
        sent = draft is not None and any(is_draft_of(row, draft) for row in detail.outbox)
        draft = None if sent else draft
        self._detail = None  # nothing that happens while the text is replaced belongs to a post
        self.form.set_text(draft.text if draft is not None else "")
        self._detail, self._channel = detail, channel
        self._failure = ""
        self.form.under.promise.begin()
        self.guard.open(detail.row.id, detail.row.case_id)
        self.form.private_box.setChecked(False)
        chosen = draft.channel_id if draft is not None else None
        self.drafts.open(detail.row.id, draft.text if draft is not None else "", chosen)
        if sent:
            self.drafts.drop()
        self.watch.begin(loaded.seen_then if draft is not None else loaded.seen)
        self.form.saved_label.setText(
            translate("Composer", "{time}에 쓰던 글입니다").format(time=fmt.moment(draft.changed_ms))
            if draft is not None
            else ""
        )
        self.form.choose_stage(rules.next_stage(detail), old=rules.waits_long(detail, fmt.now_ms()))
        self._refresh(loaded, chosen)
        self.show()

    def update_post(self, loaded: Any) -> None:
        """The same post, read again. What is being typed is never touched."""
        if self._detail is None or loaded.detail.row.id != self._detail.row.id:
            return
        self._detail, self._channel = loaded.detail, loaded.channel
        self._refresh(loaded, self.account_box.currentData())

    def _refresh(self, loaded: Any, chosen: int | None) -> None:
        detail, channels = self._detail, loaded.channels
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
        self.show_form(not blocked or bool(self.editor.text_now().strip()))
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
        self.watch.look(loaded.seen, writing=bool(self.editor.text_now().strip()))
        self._ask_guard()
        self._show_state()

    def _ask_guard(self) -> None:
        account = self.account()
        self.guard.choose(account.id if account is not None else None, private=self.private())

    def show_form(self, shown: bool) -> None:
        """Without the form this takes the room its sentences need, and the thread has the rest."""
        self.form.setVisible(shown)
        policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.updateGeometry()

    def least_height(self) -> int:
        """The height in which nothing is cut at the width that there is."""
        return max(self.layout().totalMinimumHeightForWidth(self.width()), self.minimumSizeHint().height())

    def account(self) -> Any:
        """The channel that the answer would be sent from, or None."""
        chosen = self.account_box.currentData()
        return next((c for c in self._accounts if c.id == chosen), None)

    def _account_chosen(self) -> None:
        account = self.account()
        self._ask_guard()
        self.drafts.set_channel(account.id if account is not None else None)
        self._show_state()

    # --- state ----------------------------------------------------------------------------------------

    def _typed(self) -> None:
        if self._detail is None:
            return
        self.drafts.touched()
        text = self.editor.text_now()
        if not text.strip():
            self.watch.rest()
        self.guard.typed(text)
        self.form.send_button.let_go()
        self._failure = ""
        self._show_state()

    def count(self) -> rules.Count:
        """How long the answer is by the rule of the account that it would be sent from."""
        if self.account() is None and self._channel is None:
            return rules.Count(0, None)
        rule, answered = self.length_rule()
        text = self.editor.text_now()
        return rules.Count(rule.count(text, answered), rule.limit, rule.over(text, answered))

    def length_rule(self) -> tuple[LengthRule, str]:
        """The rule that counts, and the handle that an answer may have to begin with."""
        source = self.account() or self._channel
        answered = self._detail.row.handle if self._detail is not None else ""
        return (self._rule(source) if source is not None else LengthRule()), answered

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
        if row is not None and row.state == "waiting":
            return translate("Composer", "앞의 답변이 아직 나가지 않았습니다. 나간 뒤에 보낼 수 있습니다.")
        if row is not None:
            return translate("Composer", "앞의 답변을 보내고 있습니다. 끝나면 보낼 수 있습니다.")
        over = self.count().over
        return over_words(over, self._rule(account).unit) if over else sending.block_word(self.guard)

    def must_ask(self) -> bool:
        """Whether a second person has to agree before this goes out."""
        return self.guard.standing == "ask"

    def must_hold(self) -> bool:
        """In the mayor's name nothing is sent by a slip of the hand (ui.md 8.4)."""
        account = self.account()
        return account is not None and account.account_voice == "mayor" and not self.must_ask()

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
        rule, answered = self.length_rule()
        self.form.parts.show_for(self.editor.text_now(), rule, answered, over=bool(count.over))
        empty = not self.editor.text_now().strip()
        why = self.why_not()
        stale = bool(self.watch.changes) and not empty
        sentences = [self._failure] if self._failure else []
        if why and not count.over and (not empty or self.busy_row() is not None):
            sentences.append(why)
        if stale and self.guard.other_writer() is None:  # first things first
            text = translate(
                "Composer", "답변을 쓰는 동안 대화가 바뀌었습니다({what}). 위의 글을 확인해 주세요."
            )
            sentences.append(text.format(what=change_words(self.watch.changes)))
        self.form.show_reasons(sentences)
        self.form.under.show_all(self.guard.findings, self.guard.commitments)
        who = self._bridge.who
        others = who is not None and bool(who.role)
        self.form.show_ways(ask=self.must_ask(), hold=self.must_hold(), offer_ask=others)
        if self.must_ask():
            name = translate("Composer", "승인 요청하기 Ctrl+Enter")
        elif self.must_hold():
            name = translate("Composer", "길게 눌러 시장 명의로 보내기")
        elif stale and self.watch.warned:
            name = translate("Composer", "확인했으니 보내기")
        else:
            name = translate("Composer", "답변 보내기 Ctrl+Enter")
        self.form.allow_send(not why and not empty and not self._sending, name)
        if self.isVisible() and self.height() < self.least_height():
            self.room_wanted.emit()

    def _put(self, text: str) -> None:
        self.form.set_text(text)
        self._typed()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

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
            self.form.choose_stage(stage, old=rules.waits_long(self._detail, fmt.now_ms()))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.guard.claim()
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
        self.guard.give_back()
        self.closed.emit()

    def send(self, *, then_next: bool = False, confirmed: bool = False, ask: bool = False) -> None:
        """Put the answer into the outbox, or ask for approval. Whatever stops it is said here, and the text
        stays. In the mayor's name it has to be held or ``confirmed``."""
        if self._detail is None or self._sending:
            return
        text = take_text(self.editor).strip()
        self.drafts.flush()
        self._failure = ""
        self.guard.typed(text)
        self.guard.look()
        self._show_state()
        if not text or self.why_not() or self._stale_stop():
            return
        ask = ask or self.must_ask()
        if self.must_hold() and not ask and not confirmed:
            self._then_next = then_next
            self.form.send_button.begin()
            return
        account = self.account()
        self._sending = True
        self._show_state()
        wish = sending.Wish(
            self._detail.row.id, account.id, text, self.stage.value(), self.private(), self.watch.now,
            tuple(self.form.under.promise.chosen()), ask,
        )  # fmt: skip
        self._bridge.spawn(self._send(wish, then_next))

    def _stale_stop(self) -> bool:
        """Whether the thread changed unseen; then it says how."""
        if not self.watch.stops():
            return False
        self._show_state()
        announce(self, self.form.reason.text())
        self._bridge.spawn(sending.tell_changes(self, self._bridge, self.watch.changes), "what changed")
        return True

    async def _send(self, wish: sending.Wish, then_next: bool) -> None:
        try:
            await sending.carry_out(self._bridge, wish)
        except StaleThread:
            # Something arrived since the pane was last drawn.
            fresh = await self._bridge.read(threads.look, wish.post_id, self._bridge.user)
            self._sending = False
            if self.post_id == wish.post_id:
                self.watch.look(fresh, writing=True)
                self._stale_stop()
            return
        except Exception as error:
            log.warning("an answer could not be put into the outbox: %r", error)
            if self.post_id == wish.post_id:
                self._failure = failures.sentence(error)
            return
        finally:
            self._sending = False
            self._show_state()
        if self.post_id == wish.post_id:
            if take_text(self.editor).strip() == wish.text:
                rest = self.form.parts.take_rest()
                then_next = then_next and not rest
                self.drafts.drop()
                self.form.set_text(rest)
                self.drafts.touched()
                self.form.private_box.setChecked(self.private() and bool(rest))
            self.guard.give_back()
            self.watch.sent()
            self.form.saved_label.setText("")
            self._show_state()
        self.wrote.emit()
        self.answered.emit(wish.post_id, then_next)

    # --- before sending -------------------------------------------------------------------------------

    def preview(self) -> None:
        """Show the answer as the citizen will see it."""
        account = self.account()
        if self._detail is not None and account is not None:
            text = take_text(self.editor).strip()
            self._bridge.spawn(looking.preview(self, self._bridge, self._detail.row.id, account.id, text))

    def _go_to(self, finding: Any) -> None:
        looking.select(self.editor, finding)

    def _edit_promises(self) -> None:
        looking.edit_promises(self, self._bridge, self.form.under.promise)

    def outbox_rows(self) -> Sequence[Any]:
        return self._detail.outbox if self._detail is not None else ()

    def fail(self, sentence: str) -> None:
        """Say what did not work; the text stays."""
        self._failure = sentence
        self._show_state()

    def _ask_sign_in(self) -> None:
        if self._channel is not None:
            self.sign_in_requested.emit(self._channel.id)
