"""Promises about what goes out: once, where it belongs, as it was written, and never what is not allowed."""

from __future__ import annotations

import re

import pytest

from connectors.base import Action, Author, ConnectorError, LengthRule, OutcomeUnknown, Post, Refused, Sent
from tests.conformance.stand import Fault, OnServer
from tests.conformance.suite import Channel, needs, nfc
from tests.conformance.test_reading import FAMILY, TEXTS

NOBODY = Author("1", "아무개")
OUT_OF_SIGHT = ("held", "hidden", "spam", "gone")


def in_both_languages(text: str) -> bool:
    korean, _, english = text.partition(" / ")
    return bool(re.search("[가-힣]", korean) and re.search("[a-z]{3}", english))


async def held(channel: Channel, post: Post) -> OnServer:
    found = await channel.stand.holds(post.remote_id)
    assert found is not None
    return found


async def act(channel: Channel, action: Action, post: Post, text: str = "") -> Sent:
    """Carry out an action that the channel claims."""
    assert (await channel.connector.capabilities()).allows(action)
    return await channel.connector.send(channel.out(action, post, text))


@needs("reply")
async def test_a_reply_reaches_the_server(channel: Channel) -> None:
    """A reply is on the server, below the post that it answers."""
    post = await channel.written("언제 복구되나요?")
    sent = await act(channel, Action.REPLY, post, "오늘 안에 고치겠습니다.")
    there = await channel.stand.replies(post.remote_id)
    assert [one.remote_id for one in there] == [sent.remote_id]
    assert "오늘 안에 고치겠습니다." in there[0].text


@needs("reply")
async def test_a_reply_comes_back_once(channel: Channel) -> None:
    """A reply is read back with the id under which it comes with the next round."""
    post = await channel.written("언제 복구되나요?")
    sent = await act(channel, Action.REPLY, post, "내일 고치겠습니다.")
    assert sent.post is not None and sent.post.remote_id == sent.remote_id
    assert sent.post.own and "내일 고치겠습니다." in sent.post.text
    assert sent.post.parent_id == post.remote_id
    await channel.rounds_until(lambda: sent.remote_id in channel.posts)
    channel.later(7200)
    await channel.round()
    ours = [one for one in channel.posts.values() if "내일 고치겠습니다." in one.text]
    assert [one.remote_id for one in ours] == [sent.remote_id]
    assert ours[0].own and ours[0].parent_id == post.remote_id
    assert post.remote_id in channel.posts


@needs("reply")
async def test_the_same_key_posts_once(channel: Channel) -> None:
    """The same action tried twice posts once."""
    post = await channel.written("두 번 누르면?")
    outgoing = channel.out(Action.REPLY, post, "한 번만 답합니다.")
    first = await channel.connector.send(outgoing)
    channel.reopen()
    second = await channel.connector.send(outgoing)
    assert first.remote_id == second.remote_id
    assert len(await channel.stand.replies(post.remote_id)) == 1


@needs("reply")
async def test_a_lost_answer_is_looked_up(channel: Channel) -> None:
    """A reply whose answer was lost is found and not sent again."""
    post = await channel.written("줄이 끊기면?")
    outgoing = channel.out(Action.REPLY, post, "이 답은 한 번만 갑니다.")
    channel.stand.fault(Fault.LOST_ANSWER)
    with pytest.raises(OutcomeUnknown):
        await channel.connector.send(outgoing)
    channel.stand.heal()
    channel.reopen()
    found = await channel.connector.look_up(outgoing)
    there = await channel.stand.replies(post.remote_id)
    assert found is not None and [one.remote_id for one in there] == [found.remote_id]


@needs("reply")
async def test_a_lost_request_is_sent_again(channel: Channel) -> None:
    """A reply that never arrived is not found, and then sent once."""
    post = await channel.written("아무것도 안 갔다면?")
    outgoing = channel.out(Action.REPLY, post, "이번에는 갑니다.")
    channel.stand.fault(Fault.LOST_REQUEST)
    with pytest.raises(OutcomeUnknown):
        await channel.connector.send(outgoing)
    channel.stand.heal()
    assert await channel.stand.replies(post.remote_id) == []
    channel.reopen()
    assert await channel.connector.look_up(outgoing) is None
    sent = await channel.connector.send(outgoing)
    assert [one.remote_id for one in await channel.stand.replies(post.remote_id)] == [sent.remote_id]


@needs("reply")
async def test_another_answer_is_not_taken_for_ours(channel: Channel) -> None:
    """Looking up finds neither another text of ours nor the citizen's same words."""
    post = await channel.written("확인 부탁드립니다")
    await act(channel, Action.REPLY, post, "확인했습니다.")
    other = channel.out(Action.REPLY, post, "전혀 다른 답입니다.")
    assert await channel.connector.look_up(other) is None


@needs("reply")
async def test_a_deleted_post_is_not_answered(channel: Channel) -> None:
    """An answer to a deleted post is refused with a reason."""
    post = await channel.written("곧 지웁니다")
    await channel.stand.delete(post.remote_id)
    with pytest.raises(Refused) as refused:
        await channel.connector.send(channel.out(Action.REPLY, post, "답합니다."))
    assert refused.value.reason
    assert await channel.stand.replies(post.remote_id) == []


@needs("reply")
async def test_a_private_post_is_answered_in_private(channel: Channel) -> None:
    """An answer to a private post is seen by nobody else."""
    post = await channel.written("제 전화번호는 비밀입니다", private=True)
    await act(channel, Action.REPLY, post, "잘 받았습니다.")
    (there,) = await channel.stand.replies(post.remote_id)
    assert there.private and "잘 받았습니다." in there.text


@needs("reply")
async def test_texts_go_out_as_they_were_written(channel: Channel) -> None:
    """Hangul in either form, emoji and addresses reach the server as they were written, as NFC."""
    for number, text in enumerate(TEXTS):
        post = await channel.written(f"무엇이든 답해 주세요 {number}")
        sent = await act(channel, Action.REPLY, post, text)
        there = await channel.stand.holds(sent.remote_id)
        assert there is not None and nfc(text) in there.text, f"{there!r} for {text!r}"


@needs("reply")
async def test_lines_go_out_as_lines(channel: Channel) -> None:
    """Lines and empty lines of an answer stay, there and when it is read back."""
    post = await channel.written("자세히 알려 주세요")
    sent = await act(channel, Action.REPLY, post, "안녕하세요.\n도로과입니다.\n\n내일 고칩니다.")
    there = await channel.stand.holds(sent.remote_id)
    assert there is not None and sent.post is not None
    for text in (there.text, sent.post.text):
        assert "안녕하세요.\n도로과입니다." in text.replace("\r\n", "\n")
        assert "도로과입니다.\n\n내일 고칩니다." in text.replace("\r\n", "\n")


@needs("reply")
async def test_markup_goes_out_as_plain_text(channel: Channel) -> None:
    """What looks like markup is shown as it was typed and never carried out."""
    text = "1 < 2 & <b>굵게</b> <script>alert(1)</script> 끝"
    post = await channel.written("꺾쇠를 쓰면?")
    sent = await act(channel, Action.REPLY, post, text)
    there = await channel.stand.holds(sent.remote_id)
    assert there is not None and text in there.text
    assert sent.post is not None and text in sent.post.text


# --- length -----------------------------------------------------------------------------------------------


def longest(rule: LengthRule, piece: str, answered: str) -> str:
    """The longest text of such pieces that still fits, filled up with single letters."""
    low, high = 0, 1
    while not rule.over(piece * high, answered):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if rule.over(piece * middle, answered) else (middle, high)
    text = piece * low
    while not rule.over(text + "x", answered):
        text += "x"
    return text


async def rule_of(channel: Channel) -> LengthRule:
    rule = (await channel.connector.capabilities()).length
    if rule.limit is None and rule.max_bytes is None:
        raise NotImplementedError("no limit: say so in absent")
    return rule


@needs("reply")
async def test_a_text_of_exactly_the_limit_goes_out(channel: Channel) -> None:
    """A text that fits exactly is taken, however its characters are counted."""
    rule = await rule_of(channel)
    for piece in ("가", "x", FAMILY, "https://city.example/a-long-path/of-a-page "):
        post = await channel.written(f"길게 답해 주세요 {piece}")
        text = longest(rule, piece, post.author.handle)
        await act(channel, Action.REPLY, post, text)
        assert len(await channel.stand.replies(post.remote_id)) == 1, f"{piece!r}"


@needs("reply")
async def test_one_character_more_is_refused(channel: Channel) -> None:
    """One character more is counted as too long and refused; nothing is posted."""
    rule = await rule_of(channel)
    for piece in ("가", "x", FAMILY):
        post = await channel.written(f"너무 길게 답해 주세요 {piece}")
        text = longest(rule, piece, post.author.handle) + "x"
        assert rule.over(text, post.author.handle) > 0
        with pytest.raises(Refused):
            await channel.connector.send(channel.out(Action.REPLY, post, text))
        assert await channel.stand.replies(post.remote_id) == [], f"{piece!r}"


# --- actions ----------------------------------------------------------------------------------------------


@needs("edit")
async def test_our_own_answer_can_be_changed(channel: Channel) -> None:
    """Our own answer is changed under its id."""
    ours = await channel.answered(await channel.written("질문"), "처음 답입니다.")
    sent = await act(channel, Action.EDIT, ours, "고친 답입니다.")
    assert sent.remote_id == ours.remote_id
    there = await held(channel, ours)
    assert "고친 답입니다." in there.text and "처음" not in there.text
    outgoing = channel.out(Action.EDIT, ours, "고친 답입니다.")
    assert await channel.connector.look_up(outgoing) is not None


@needs("delete")
async def test_our_own_answer_can_be_deleted(channel: Channel) -> None:
    """Our own answer is deleted, and deleting it again does no harm."""
    question = await channel.written("질문")
    ours = await channel.answered(question, "지울 답입니다.")
    await act(channel, Action.DELETE, ours)
    there = await channel.stand.holds(ours.remote_id)
    assert there is None or there.state in OUT_OF_SIGHT
    assert await channel.connector.look_up(channel.out(Action.DELETE, ours)) is not None
    await channel.connector.send(channel.out(Action.DELETE, ours))
    assert (await held(channel, question)).state == "published"


@needs("hide")
async def test_a_post_can_be_hidden(channel: Channel) -> None:
    """A post is hidden from the public, and the channel knows."""
    post = await channel.written("욕설입니다")
    await act(channel, Action.HIDE, post)
    assert (await held(channel, post)).state in OUT_OF_SIGHT
    await channel.rounds_until(lambda: channel.posts[post.remote_id].state in OUT_OF_SIGHT)


@needs("hide", "unhide")
async def test_a_hidden_post_can_be_shown_again(channel: Channel) -> None:
    """A hidden post is shown again."""
    post = await channel.written("욕설인 줄 알았습니다")
    await act(channel, Action.HIDE, post)
    await act(channel, Action.UNHIDE, post)
    assert (await held(channel, post)).state == "published"
    await channel.rounds_until(lambda: channel.posts[post.remote_id].state == "published")


@needs("hold")
async def test_a_post_can_be_held(channel: Channel) -> None:
    """A post is put back to those that wait for approval."""
    post = await channel.written("다시 봐야 합니다")
    await act(channel, Action.HOLD, post)
    assert (await held(channel, post)).state == "held"
    await channel.rounds_until(lambda: channel.posts[post.remote_id].state == "held")


async def waiting(channel: Channel, text: str) -> Post:
    """A citizen's post that waits for approval, as the channel knows it."""
    number = await channel.stand.write_held(text)
    await channel.rounds_until(lambda: number in channel.posts)
    assert channel.posts[number].state == "held"
    return channel.posts[number]


@needs("approve")
async def test_a_held_post_can_be_approved(channel: Channel) -> None:
    """A post that waits for approval arrives as such and is approved."""
    post = await waiting(channel, "승인해 주세요")
    await act(channel, Action.APPROVE, post)
    assert (await held(channel, post)).state == "published"
    await channel.rounds_until(lambda: channel.posts[post.remote_id].state == "published")


@needs("reject")
async def test_a_held_post_can_be_rejected(channel: Channel) -> None:
    """A post that waits for approval is rejected for good."""
    post = await waiting(channel, "광고입니다")
    await act(channel, Action.REJECT, post)
    there = await channel.stand.holds(post.remote_id)
    assert there is None or there.state in ("hidden", "spam", "gone")


@needs("trash")
async def test_a_post_can_be_taken_away(channel: Channel) -> None:
    """A citizen's post is taken away, and the channel knows."""
    post = await channel.written("광고입니다")
    await act(channel, Action.TRASH, post)
    there = await channel.stand.holds(post.remote_id)
    assert there is None or there.state in ("hidden", "spam", "gone")
    await channel.rounds_until(
        lambda: post.remote_id in channel.gone or channel.posts[post.remote_id].state in OUT_OF_SIGHT
    )


@needs("like")
async def test_a_post_can_be_liked(channel: Channel) -> None:
    """A post is liked, and liking it twice does no harm."""
    post = await channel.written("늘 고맙습니다")
    await act(channel, Action.LIKE, post)
    assert (await held(channel, post)).liked
    await act(channel, Action.LIKE, post)
    assert (await held(channel, post)).liked


@needs("private_reply")
async def test_an_author_can_be_answered_in_private(channel: Channel) -> None:
    """The author of a public post is answered so that nobody else sees it."""
    post = await channel.written("개인적인 질문입니다")
    await act(channel, Action.PRIVATE_REPLY, post, "따로 말씀드립니다.")
    (there,) = await channel.stand.replies(post.remote_id)
    assert there.private and "따로 말씀드립니다." in there.text


async def test_what_is_impossible_is_refused_with_a_reason(channel: Channel) -> None:
    """What a network does not allow is refused with a reason, without asking the network."""
    granted = await channel.connector.capabilities()
    for action in Action:
        assert channel.network.capabilities.allows(action) or not granted.allows(action), action
        if granted.allows(action):
            continue
        assert in_both_languages(granted.why_not.get(action.value, "")), action
        before = channel.stand.requests()
        post = Post("1", "글", author=NOBODY)
        with pytest.raises(Refused) as refused:
            await channel.connector.send(channel.out(action, post, "글" if action.has_text else ""))
        assert in_both_languages(refused.value.reason), action
        assert channel.stand.requests() == before, action
    for name in ("stream", "activity"):
        if not getattr(granted, name):
            assert in_both_languages(granted.why_not.get(name, "")), name


async def test_what_is_not_there_is_refused(channel: Channel) -> None:
    """A live line or a count that does not exist is refused with a reason, without asking the network."""
    granted = await channel.connector.capabilities()
    before = channel.stand.requests()
    if not granted.stream:
        with pytest.raises(Refused):
            await anext(channel.connector.stream().__aiter__())
    if not granted.activity:
        with pytest.raises(Refused) as refused:
            await channel.connector.activity([])
        assert in_both_languages(refused.value.reason)
    assert channel.stand.requests() == before


@needs("reply")
async def test_an_unknown_post_is_no_crash(channel: Channel) -> None:
    """An id that no server would give is refused and never becomes part of an address."""
    for number in ("../../etc", "0", "한글 아이디", "x" * 600, "a?b=c#d", ""):
        post = Post(number, "글", author=NOBODY)
        for action in Action:
            if channel.network.capabilities.allows(action):
                outgoing = channel.out(action, post, "글" if action.has_text else "")
                try:
                    await channel.connector.send(outgoing)
                except ConnectorError:
                    continue
                assert not action.has_text, f"{action} to {number!r}"  # what is not there is gone already
