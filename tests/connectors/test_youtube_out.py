"""What goes out to YouTube: one flat thread, lost answers, and moderation that nobody confirms."""

from __future__ import annotations

import time
from contextlib import aclosing
from typing import Any

import pytest

from connectors.base import Action, OutcomeUnknown, Refused
from connectors.http import Http
from connectors.youtube import reading
from tests.connectors.rounds import Clock, everything, http, out
from tests.connectors.youtube_desk import calls, channel, clock, server
from tests.servers.fake_youtube import FakeYouTube
from tests.servers.fake_youtube_parts import error

__all__ = ["clock", "http", "server"]


async def test_a_reply_to_a_reply_goes_to_the_thread_with_a_name(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    asked = server.comment("저도요", parent=top, author="이도래")
    connector = channel(server, http)
    sent = await connector.send(out(Action.REPLY, asked, "곧 고칩니다."))
    assert server.comments[sent.remote_id].parent == top
    assert server.comments[sent.remote_id].text == "@이도래 곧 고칩니다."
    again = channel(server, http)
    found = await again.look_up(out(Action.REPLY, asked, "곧 고칩니다.", target={"parent_id": top}))
    assert found is not None and found.remote_id == sent.remote_id


async def test_a_lost_reply_is_found_by_a_pc_whose_clock_is_ahead(server: FakeYouTube) -> None:
    top = server.comment("질문")
    async with aclosing(Http(clock=lambda: time.time() + 7200)) as ahead:
        outgoing = out(Action.REPLY, top, "곧 고칩니다.", written_ms=int((time.time() + 7200) * 1000))
        sent = await channel(server, ahead).send(outgoing)
        found = await channel(server, ahead).look_up(outgoing)
        again = await channel(server, ahead).send(outgoing)
    assert found is not None and found.remote_id == again.remote_id == sent.remote_id
    assert len(calls(server)) == 1


async def test_what_is_read_back_stands_below_its_video(
    server: FakeYouTube, http: Http, clock: Clock
) -> None:
    """Only lists of threads say which video it is; a comment that was read again keeps its address."""
    top = server.comment("질문")
    sent = await channel(server, http).send(out(Action.REPLY, top, "곧 고칩니다."))
    assert sent.post is not None and sent.post.context == "한빛시 버스 노선 안내"
    assert sent.url == f"https://www.youtube.com/watch?v=vid12345678&lc={sent.remote_id}"
    posts, _, cursor = await everything(channel(server, http))
    assert posts[sent.remote_id] == sent.post
    server.edit(sent.remote_id, "어제 고쳤습니다.")
    clock.later(700)
    posts, _, _ = await everything(channel(server, http), cursor)
    assert posts[sent.remote_id].url == sent.url and posts[sent.remote_id].context == sent.post.context


async def test_an_edit_of_line_ends_is_an_edit(server: FakeYouTube, http: Http) -> None:
    own = server.comment("가 나", parent=server.comment("질문"), own=True)
    edit = out(Action.EDIT, own, "가\n나")
    assert await channel(server, http).look_up(edit) is None
    await channel(server, http).send(edit)
    assert server.comments[own].text == "가\n나"
    assert await channel(server, http).look_up(edit) is not None


async def test_a_long_queue_is_no_proof_of_a_rejection(
    server: FakeYouTube, http: Http, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "QUEUE_PAGES", 1)
    server.page = 3
    numbers = [server.comment(f"보류 {n}", status="heldForReview") for n in range(8)]
    _, _, cursor = await everything(channel(server, http))
    assert await channel(server, http).look_up(out(Action.REJECT, numbers[0])) is None
    clock.later(700)
    posts, gone, _ = await everything(channel(server, http), cursor)
    assert not posts and not gone


async def test_the_same_words_to_two_people_are_two_replies(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    first, second = (server.comment("저도요", parent=top, author=name) for name in ("하나", "둘"))
    connector = channel(server, http)
    one = await connector.send(out(Action.REPLY, first, "감사합니다."))
    other = await connector.send(out(Action.REPLY, second, "감사합니다."))
    third = await connector.send(out(Action.REPLY, top, "감사합니다."))
    assert len({one.remote_id, other.remote_id, third.remote_id}) == 3
    for sent, target in ((one, first), (other, second), (third, top)):
        found = await channel(server, http).look_up(out(Action.REPLY, target, "감사합니다."))
        assert found is not None and found.remote_id == sent.remote_id


async def test_an_earlier_answer_with_the_same_words_is_not_taken_for_this_one(
    server: FakeYouTube, http: Http
) -> None:
    top = server.comment("질문", at=time.time() - 9000)
    server.comment("감사합니다.", parent=top, own=True, at=time.time() - 8000)
    now_ms = int(time.time() * 1000)
    wanted = out(Action.REPLY, top, "감사합니다.", written_ms=now_ms)
    connector = channel(server, http)
    assert await connector.look_up(wanted) is None
    await connector.send(wanted)
    assert len(server.replies(top)) == 2


async def test_a_backend_error_after_the_comment_was_written(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    connector = channel(server, http)
    await connector.check()
    plain = server._write

    def written_and_failed(request: Any, name: str) -> Any:
        plain(request, name)
        return error(503, "backendError", "", "global")

    server._write = written_and_failed  # type: ignore[method-assign]
    wanted = out(Action.REPLY, top, "답합니다.")
    with pytest.raises(OutcomeUnknown):
        await connector.send(wanted)
    server._write = plain  # type: ignore[method-assign]
    found = await channel(server, http).look_up(wanted)
    assert found is not None and len(server.replies(top)) == 1


async def test_a_processing_failure_is_tried_once_more(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    plain, failures = server._write, [error(400, "processingFailure")]

    def failing(request: Any, name: str) -> Any:
        return failures.pop() if failures else plain(request, name)

    server._write = failing  # type: ignore[method-assign]
    await channel(server, http).send(out(Action.REPLY, top, "답합니다."))
    assert len(server.replies(top)) == 1
    failures[:] = [error(400, "processingFailure")] * 5
    with pytest.raises(Refused):
        await channel(server, http).send(out(Action.REPLY, top, "다른 답입니다."))
    assert len(failures) == 3


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        (403, "commentsDisabled", "댓글이 꺼져"),
        (403, "ineligibleAccount", "채널이 없습니다"),
        (403, "insufficientPermissions", "다시 로그인"),
        (400, "commentTextTooLong", "너무 깁니다"),
        (400, "operationNotSupported", "답글을 달 수 없습니다"),
        (404, "parentCommentNotFound", "지워졌거나"),
        (400, "invalidCommentMetadata", "request failed"),
    ],
)
async def test_refusals_are_said_in_words(
    server: FakeYouTube, http: Http, status: int, reason: str, expected: str
) -> None:
    top = server.comment("질문")
    server._write = lambda request, name: error(status, reason)  # type: ignore[method-assign]
    with pytest.raises(Refused, match=expected) as refused:
        await channel(server, http).send(out(Action.REPLY, top, "답합니다."))
    assert refused.value.code == reason and "<a" not in refused.value.reason


async def test_moderation_is_looked_up(server: FakeYouTube, http: Http) -> None:
    held = server.comment("보류", status="heldForReview")
    shown = server.comment("공개")
    reply = server.comment("답글", parent=shown)
    connector = channel(server, http)
    for action, number, done in (
        (Action.APPROVE, held, False),
        (Action.HOLD, held, True),
        (Action.APPROVE, shown, True),
        (Action.APPROVE, reply, True),
        (Action.REJECT, shown, False),
        (Action.REJECT, held, False),
    ):
        assert (await connector.look_up(out(action, number)) is not None) is done, (action, number)
    await connector.send(out(Action.REJECT, held))
    assert server.comments[held].status == "rejected"
    assert await connector.look_up(out(Action.REJECT, held)) is not None
