from __future__ import annotations

import pytest

from connectors.base import Author, Post, Sent
from desktop.models import accounts, cases, channels, outbox, queries
from desktop.models.errors import Missing
from desktop.models.outbox import OutboxRow, SampleCannotSend
from desktop.models.store import Store
from tests.models.helpers import NOON, Clock, ask, channel, do, id_of, merge, one, post, rows

ANSWER = "안녕하십니까. 확인하겠습니다."


@pytest.fixture
def source(store: Store) -> int:
    number = channel(store, "마스토돈", network="mastodon")
    merge(store, number, post("q", "버스가 늦어요"))
    return number


@pytest.fixture
def sending(store: Store, source: int) -> OutboxRow:
    row = do(store, outbox.enqueue, id_of(store, "q"), source, "reply", ANSWER, undo_s=0, actor="김주무관")
    return do(store, outbox.claim, row.id)


def ours(remote_id: str = "r1", text: str = ANSWER, own: bool = True) -> Post:
    return Post(remote_id, text, Author("city", "서울시"), NOON, url="https://x/r1", parent_id="q", own=own)


def state(store: Store, row: OutboxRow) -> str:
    return str(one(store, "SELECT state FROM outbox WHERE id = ?", row.id))


def answers(store: Store) -> list[tuple[object, ...]]:
    return rows(store, "SELECT remote_id, own, case_id, parent_id FROM post WHERE remote_id <> 'q'")


def assert_answered_once(store: Store, remote_id: str = "r1") -> None:
    question = id_of(store, "q")
    assert answers(store) == [(remote_id, 1, question, question)]
    assert one(store, "SELECT status FROM case_ WHERE merged_into IS NULL") == "answered"
    replies = [e for e in ask(store, cases.history, question) if e.kind == "reply"]
    assert len(replies) == 1 and replies[0].after["by"] == "김주무관"
    assert [card.id for card in ask(store, queries.board_page, "new")] == [question]


def test_an_answer_waits_for_its_undo_window_and_is_claimed_once(
    store: Store, source: int, clock: Clock
) -> None:
    row = do(store, outbox.enqueue, id_of(store, "q"), source, "reply", ANSWER, undo_s=10)
    assert row.send_after_ms == NOON + 10_000
    assert ask(store, outbox.due, clock.at_ms) == [] and do(store, outbox.claim, row.id) is None
    clock.forward(10_000)
    assert [due.id for due in ask(store, outbox.due, clock.at_ms)] == [row.id]
    claimed = do(store, outbox.claim, row.id)
    assert (claimed.state, claimed.attempts, claimed.key) == ("sending", 1, row.key)
    assert do(store, outbox.claim, row.id) is None
    assert do(store, outbox.cancel, row.id) is False


def test_taken_back_in_time_nothing_is_ever_sent(store: Store, source: int, clock: Clock) -> None:
    row = do(store, outbox.enqueue, id_of(store, "q"), source, "reply", ANSWER)
    assert do(store, outbox.cancel, row.id) is True
    clock.forward(10**6)
    assert ask(store, outbox.due, clock.at_ms) == [] and do(store, outbox.claim, row.id) is None


def test_sent_means_stored_as_read_back(store: Store, source: int, sending: OutboxRow) -> None:
    do(store, outbox.mark_sent, sending.id, Sent("r1", "https://x/r1", ours(text="읽어 온 답변")))
    assert_answered_once(store)
    thread = ask(store, queries.post_detail, id_of(store, "q")).thread
    assert [(item.depth, item.text) for item in thread] == [(0, "버스가 늦어요"), (1, "읽어 온 답변")]
    assert merge(store, source, ours(text="읽어 온 답변")).unchanged == 1
    assert_answered_once(store)


def test_the_network_may_be_quicker_than_the_answer_to_our_request(
    store: Store, source: int, sending: OutboxRow
) -> None:
    merged = merge(store, source, ours(text="@kim " + ANSWER))
    assert (merged.new, merged.own, state(store, sending)) == (0, 1, "sending")
    do(store, outbox.mark_sent, sending.id, Sent("r1", "https://x/r1", ours()))
    assert_answered_once(store)


@pytest.mark.parametrize("own", [True, False])
def test_a_lost_outcome_is_found_when_the_network_shows_the_answer(
    store: Store, source: int, sending: OutboxRow, own: bool
) -> None:
    do(store, outbox.mark_unknown, sending.id, "timeout")
    assert merge(store, source, ours(own=own)).own == 1
    assert state(store, sending) == "sent"
    assert_answered_once(store)


@pytest.mark.parametrize("late", [outbox.mark_unknown, outbox.mark_refused])
def test_what_the_network_shows_is_sent_whatever_we_believed(
    store: Store, source: int, sending: OutboxRow, late: object
) -> None:
    merge(store, source, ours())
    do(store, late, sending.id, "timeout")  # type: ignore[arg-type]
    assert state(store, sending) == "sent"
    assert_answered_once(store)


def test_a_killed_program_never_sends_again_what_arrived(
    store: Store, source: int, sending: OutboxRow
) -> None:
    merge(store, source, ours())
    assert do(store, outbox.orphaned) == []
    assert state(store, sending) == "sent"
    assert_answered_once(store)


def test_a_killed_program_asks_before_it_sends_again(store: Store, source: int, sending: OutboxRow) -> None:
    (row,) = do(store, outbox.orphaned)
    assert (row.id, row.state) == (sending.id, "unknown")
    assert do(store, outbox.claim, sending.id) is None
    do(store, outbox.mark_waiting_again, sending.id, NOON, "not-there")
    assert do(store, outbox.claim, sending.id).attempts == 2


def test_an_answer_found_while_it_waits_for_another_try_is_not_tried(
    store: Store, source: int, sending: OutboxRow
) -> None:
    do(store, outbox.mark_waiting_again, sending.id, NOON, "http-500")
    merge(store, source, ours())
    assert do(store, outbox.claim, sending.id) is None
    assert_answered_once(store)


def test_an_answer_that_came_in_unrecognised_loses_its_case(
    store: Store, source: int, sending: OutboxRow
) -> None:
    merge(store, source, ours(text="네트워크가 바꾼 글", own=False))
    assert len(ask(store, queries.board_page, "new")) == 2
    do(store, outbox.mark_sent, sending.id, Sent("r1"))
    assert_answered_once(store)


def test_a_network_that_gives_no_id_is_recognised_by_what_it_shows(
    store: Store, source: int, sending: OutboxRow
) -> None:
    do(store, outbox.mark_sent, sending.id, Sent(""))
    assert_answered_once(store, f"outbox:{sending.key}")
    merged = merge(store, source, ours())
    assert (merged.new, merged.own) == (0, 0)
    assert_answered_once(store)


def test_somebody_elses_words_under_the_same_post_are_not_ours(
    store: Store, source: int, sending: OutboxRow
) -> None:
    do(store, outbox.mark_unknown, sending.id, "timeout")
    assert merge(store, source, ours("c1", "다른 시민의 글", own=False)).new == 1
    assert merge(store, source, ours("c2", "다른 직원의 답", own=True)).own == 1
    assert state(store, sending) == "unknown"


def test_a_refusal_says_why_and_can_be_tried_again_by_hand(
    store: Store, sending: OutboxRow, clock: Clock
) -> None:
    do(store, outbox.mark_refused, sending.id, "댓글이 닫혀 있습니다")
    (card,) = ask(store, queries.board_page, "new")
    assert (card.outbox_state, card.outbox_reason) == ("refused", "댓글이 닫혀 있습니다")
    assert ask(store, outbox.counts)["refused"] == 1 and ask(store, outbox.due, clock.at_ms) == []
    assert do(store, outbox.retry, sending.id) is True
    assert do(store, outbox.claim, sending.id).attempts == 2


def test_a_first_answer_leaves_the_case_open(store: Store, source: int) -> None:
    row = do(
        store, outbox.enqueue, id_of(store, "q"), source, "reply", "접수했습니다", stage="first", undo_s=0
    )
    do(store, outbox.claim, row.id)
    do(store, outbox.mark_sent, row.id, Sent("r0"))
    assert one(store, "SELECT status FROM case_") == "open"


def test_an_answer_from_another_channel_stays_in_the_thread(store: Store, source: int) -> None:
    other = channel(store, "대변인", network="mastodon")
    row = do(store, outbox.enqueue, id_of(store, "q"), other, "reply", ANSWER, undo_s=0, actor="김주무관")
    do(store, outbox.claim, row.id)
    do(store, outbox.mark_sent, row.id, Sent("r1"))
    assert_answered_once(store)


def test_the_author_of_an_answer_is_the_account(store: Store, source: int, sending: OutboxRow) -> None:
    account = do(store, accounts.add_account, network="mastodon", remote_id="city", name="서울시 대변인")
    do(store, channels.update_channel, source, account_id=account)
    own = do(store, outbox.mark_sent, sending.id, Sent("r1"))
    assert ask(store, queries.rows_by_id, [own])[0].author_name == "서울시 대변인"


@pytest.mark.parametrize(
    ("action", "column", "value"), [("approve", "state", "published"), ("hide", "state", "hidden")]
)
def test_moderation_is_shown_at_once(store: Store, source: int, action: str, column: str, value: str) -> None:
    merge(store, source, post("h", state="held"))
    row = do(store, outbox.enqueue, id_of(store, "h"), source, action, undo_s=0, actor="김주무관")
    do(store, outbox.claim, row.id)
    do(store, outbox.mark_sent, row.id, Sent(""))
    assert one(store, f"SELECT {column} FROM post WHERE remote_id = 'h'") == value
    assert ask(store, cases.history, id_of(store, "h"))[-1].kind == action


def test_a_trashed_post_becomes_a_tombstone_and_an_edited_answer_a_version(store: Store, source: int) -> None:
    merge(store, source, ours("mine", "옛 답변"))
    for action, target, text in (("edit", "mine", "새 답변"), ("trash", "q", "")):
        row = do(store, outbox.enqueue, id_of(store, target), source, action, text, undo_s=0)
        do(store, outbox.claim, row.id)
        do(store, outbox.mark_sent, row.id, Sent(""))
    assert one(store, "SELECT text FROM post WHERE remote_id = 'mine'") == "새 답변"
    assert one(store, "SELECT text FROM post_version") == "옛 답변"
    assert one(store, "SELECT deleted_ms FROM post WHERE remote_id = 'q'") == NOON


def test_a_sample_sends_nothing(tmp_path: object) -> None:
    with Store.open(f"{tmp_path}/sample.db", sample=True) as store:
        assert store.sample
        source = channel(store)
        merge(store, source, post("q"))
        with pytest.raises(SampleCannotSend):
            do(store, outbox.enqueue, id_of(store, "q"), source, "reply", "안녕")
        assert rows(store, "SELECT * FROM outbox") == []


def test_what_does_not_exist_is_not_answered(store: Store, source: int) -> None:
    with pytest.raises(Missing):
        do(store, outbox.enqueue, 12345, source, "reply", "안녕")
    with pytest.raises(Missing):
        ask(store, outbox.get_outbox, 12345)
