"""What goes out to BAND, and how much others write there."""

from __future__ import annotations

import pytest

from connectors import naver_band
from connectors.base import Action, Refused
from connectors.http import Http
from tests.connectors.naver_band_desk import channel, of, posts, reply, server
from tests.connectors.rounds import all_batches
from tests.servers.fake_naver_band import FakeNaverBand

__all__ = ["server"]


async def test_an_answer_to_a_comment_names_the_citizen(server: FakeNaverBand, http: Http) -> None:
    post = server.post("글", author="이도래")
    comment = server.comment(post, "언제요?", author="김한빛")
    connector = channel(server, http)
    sent = await connector.send(reply(of(server, post, comment), "내일입니다"))
    assert post.comments[-1].content == "@김한빛 내일입니다"
    assert sent.post is not None and sent.post.parent_id == of(server, post, comment)
    found = posts((await all_batches(connector))[0])
    assert found[sent.remote_id].parent_id == of(server, post, comment)
    await connector.send(reply(of(server, post, comment), "김한빛 님, 모레입니다"))
    assert post.comments[-1].content == "김한빛 님, 모레입니다"
    server.delete_comment(post, comment)
    with pytest.raises(Refused):
        await connector.send(reply(of(server, post, comment), "없는 댓글에"))


@pytest.mark.parametrize("names_comment", [True, False])
async def test_an_answer_is_found_whether_or_not_its_key_is_given(
    server: FakeNaverBand, http: Http, names_comment: bool
) -> None:
    server.names_comment = names_comment
    post = server.post("글")
    sent = await channel(server, http).send(reply(of(server, post), "답입니다"))
    assert sent.remote_id == of(server, post, post.comments[0])
    assert sent.post is not None and sent.post.own


async def test_rights_that_are_missing_are_said_before_anything_is_sent(
    server: FakeNaverBand, http: Http
) -> None:
    server.band.rights = ["posting"]
    post = server.post("글")
    connector = channel(server, http)
    granted = await connector.capabilities()
    assert not granted.reply and not granted.trash and granted.delete
    assert granted.why_not["reply"] == naver_band.NO_COMMENTING
    for action in (Action.REPLY, Action.TRASH):
        with pytest.raises(Refused) as refused:
            await connector.send(reply(of(server, post), "답", action))
        assert refused.value.reason in (naver_band.NO_COMMENTING, naver_band.NO_DELETING)
    assert not any(method == "POST" for method, _ in server.requests)
    server.band.rights = ["commenting"]
    await connector.send(reply(of(server, post), "이제 됩니다"))
    assert len(post.comments) == 1


async def test_posts_and_comments_are_deleted(server: FakeNaverBand, http: Http) -> None:
    post = server.post("광고")
    comment = server.comment(post, "광고 댓글")
    connector = channel(server, http)
    for thing in (of(server, post, comment), of(server, post)):
        outgoing = reply(thing, "", Action.TRASH)
        assert await connector.look_up(outgoing) is None
        await connector.send(outgoing)
        assert await connector.look_up(outgoing) is not None
        await connector.send(outgoing)  # once more does no harm
    assert server.band.posts == {}


async def test_activity_of_joined_bands_only(server: FakeNaverBand, http: Http) -> None:
    server.post("글")
    connector = channel(server, http)
    (own,) = await connector.activity([])
    assert (own.handle, own.followers) == ("한빛시 주민 밴드", 120) and own.last_post_ms is not None
    known, other = await connector.activity([server.band.key, "모르는 밴드"])
    assert (known.state, other.state) == ("ok", "missing")
