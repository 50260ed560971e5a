"""The Instagram connector against the fake of Meta's servers: what is special to Instagram (instagram.md)."""

from __future__ import annotations

import time
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Action, AuthExpired, ChannelConfig, Malformed, Outgoing, Post, Refused
from connectors.http import Http
from connectors.instagram import NETWORK, parse
from connectors.instagram.client import Instagram
from connectors.instagram.renewing import DAY_S, renew
from connectors.oauth import TokenKeeper
from tests.conformance.test_writing import in_both_languages
from tests.connectors.rounds import everything
from tests.connectors.test_graph import JSON
from tests.servers.fake_graph import FakeGraph
from tests.servers.fake_graph_state import IG
from tests.servers.fake_graph_words import GraphError


@pytest.fixture
def graph() -> Iterator[FakeGraph]:
    graph = FakeGraph().start()
    yield graph
    graph.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


def opened(graph: FakeGraph, http: Http, token: str = "", **options: str) -> Instagram:
    secret = {"access_token": token or graph.ig_token}
    return Instagram(ChannelConfig(graph.url, options=options, secret=secret), http)


def out(action: Action, post: Post, text: str = "") -> Outgoing:
    target = {"author_id": post.author.remote_id, "private": post.private, "parent_id": post.parent_id}
    now_ms = int(time.time() * 1000)
    return Outgoing(str(uuid.uuid4()), action, post.remote_id, text, target, now_ms)


# --- in ---------------------------------------------------------------------------------------------------


async def test_everything_that_reaches_an_account_arrives(graph: FakeGraph, http: Http) -> None:
    state = graph.state
    who = state.person("ex_user")
    picture = state.media("주차장 안내\n#한빛시")
    question = state.ig_comment(picture.id, "입구가 막혔어요", who)
    answer = state.ig_comment(question.id, "저도 봤어요", state.person("other_user"))
    tagged = state.media("한빛시에서", who, tags_page=True)
    letter = state.message(IG, who, "문의합니다", who)
    channel = opened(graph, http)
    found, _, cursor = await everything(channel)
    assert set(found) == {picture.id, question.id, answer.id, tagged.id, letter.id}
    assert found[picture.id].own and found[picture.id].media[0].kind == "image"
    assert (found[question.id].parent_id, found[question.id].context) == (picture.id, "주차장 안내")
    assert found[question.id].author.handle == "@ex_user"
    assert found[answer.id].parent_id == question.id
    assert not found[tagged.id].own and found[letter.id].private
    assert (await everything(channel, cursor))[0] == {}


async def test_more_answers_than_come_along_all_arrive(graph: FakeGraph, http: Http) -> None:
    state = graph.state
    question = state.ig_comment(state.media("안내").id, "질문", state.person("ex_user"))
    below = {state.ig_comment(question.id, f"답 {n}", state.person("ex_user")).id for n in range(60)}
    found, *_ = await everything(opened(graph, http))
    assert below <= set(found) and all(found[one].parent_id == question.id for one in below)


@pytest.mark.parametrize("token", ["EAAPage0123456789", "a-page's-token"])
async def test_the_page_it_is_linked_with_opens_an_account_too(
    graph: FakeGraph, http: Http, token: str
) -> None:
    state = graph.state
    graph.page_token = token
    who = state.person("ex_user")
    question = state.ig_comment(state.media("안내").id, "질문", who)
    letter = state.message(IG, who, "문의합니다", who)
    channel = opened(graph, http, graph.page_token)
    assert (await channel.check()).handle == "@hanbit_city"
    found, *_ = await everything(channel)
    assert {question.id, letter.id} <= set(found)
    sent = await channel.send(out(Action.REPLY, found[letter.id], "답합니다."))
    assert sent.post is not None and sent.post.own and sent.post.private


async def test_that_mentions_do_not_arrive_is_said(graph: FakeGraph, http: Http) -> None:
    note = (await opened(graph, http).check()).note
    assert in_both_languages(note) and "웹훅" in note and "webhook" in note
    assert "웹훅" in " ".join(NETWORK.steps_ko) and "webhook" in " ".join(NETWORK.steps_en)
    assert "mentions" in NETWORK.capabilities.why_not["stream"]
    graph.denied = {"conversations"}
    note = (await opened(graph, http).check()).note
    assert in_both_languages(note) and "permission for direct messages" in note


async def test_without_messages_comments_still_arrive(graph: FakeGraph, http: Http) -> None:
    graph.denied = {"conversations", "tags"}
    picture = graph.state.media("안내")
    question = graph.state.ig_comment(picture.id, "질문", graph.state.person("ex_user"))
    batch = await opened(graph, http).fetch({})
    assert question.id in [post.remote_id for post in batch.posts] and batch.damaged == ""
    assert "instagram_business_manage_messages" in batch.missing
    quiet = await opened(graph, http, messages="off").fetch({})
    assert quiet.missing == quiet.damaged == ""


# --- out --------------------------------------------------------------------------------------------------


async def test_an_answer_to_an_answer_names_whom_it_is_for(graph: FakeGraph, http: Http) -> None:
    state = graph.state
    question = state.ig_comment(state.media("안내").id, "질문", state.person("ex_user"))
    further = state.ig_comment(question.id, "저는요?", state.person("other_user"))
    channel = opened(graph, http)
    found, *_ = await everything(channel)
    outgoing = out(Action.REPLY, found[further.id], "확인하겠습니다.")
    sent = await channel.send(outgoing)
    assert state.nodes[sent.remote_id].parent == question.id
    assert state.nodes[sent.remote_id].text == "@other_user 확인하겠습니다."
    again = await opened(graph, http).look_up(outgoing)
    assert again is not None and again.remote_id == sent.remote_id


async def test_a_post_that_only_tags_the_account_cannot_be_answered(graph: FakeGraph, http: Http) -> None:
    tagged = graph.state.media("한빛시에서", graph.state.person("ex_user"), tags_page=True)
    channel = opened(graph, http)
    found, *_ = await everything(channel)
    with pytest.raises(Refused) as refused:
        await channel.send(out(Action.REPLY, found[tagged.id], "고맙습니다."))
    assert in_both_languages(refused.value.reason)


async def test_our_own_post_can_be_commented(graph: FakeGraph, http: Http) -> None:
    picture = graph.state.media("안내")
    channel = opened(graph, http)
    found, *_ = await everything(channel)
    sent = await channel.send(out(Action.REPLY, found[picture.id], "덧붙입니다."))
    assert graph.state.nodes[sent.remote_id].thread == picture.id
    assert sent.post is not None and sent.post.parent_id == picture.id


async def test_messages_are_counted_in_bytes(graph: FakeGraph, http: Http) -> None:
    rule = NETWORK.capabilities.length_of(Action.REPLY, private=True)
    assert rule.over("가" * 333) == 0 and rule.over("가" * 334) > 0
    assert NETWORK.capabilities.length.over("가" * 2200) == 0
    assert NETWORK.capabilities.length.over("가" * 2201) == 1
    who = graph.state.person("ex_user")
    letter = graph.state.message(IG, who, "문의합니다", who)
    channel = opened(graph, http)
    found, *_ = await everything(channel)
    with pytest.raises(Refused):
        await channel.send(out(Action.REPLY, found[letter.id], "가" * 334))
    await channel.send(out(Action.REPLY, found[letter.id], "가" * 333))


async def test_figures_of_professional_accounts(graph: FakeGraph, http: Http) -> None:
    graph.state.media("안내")
    channel = opened(graph, http)
    own, missing, wrong = await channel.activity(["@hanbit_city", "nobody-else", "no_such_name"])
    assert (own.posts, own.followers, own.state) == (1, 77, "ok") and own.last_post_ms
    assert missing.state == wrong.state == "missing"


# --- tokens -----------------------------------------------------------------------------------------------


async def keeper(graph: FakeGraph, http: Http, secret: dict[str, str]) -> tuple[TokenKeeper, list[Any]]:
    saved: list[Any] = []

    async def again(old: Mapping[str, str]) -> Mapping[str, str]:
        return await renew(http, old)

    async def save(new: Mapping[str, str]) -> None:
        saved.append(dict(new))

    return TokenKeeper({"server": graph.url, **secret}, again, save), saved


async def test_a_pasted_token_is_prolonged_before_its_first_use(graph: FakeGraph, http: Http) -> None:
    pasted = graph.ig_token
    tokens, saved = await keeper(graph, http, {"app_password": pasted})
    channel = Instagram(ChannelConfig(graph.url, secret=tokens.secret, tokens=tokens), http)
    await everything(channel)
    (secret,) = saved
    assert secret["access_token"] == graph.ig_token != pasted
    ends, asked = float(secret["ends_at"]), float(secret["expires_at"])
    assert 59 * DAY_S < ends - time.time() <= 60 * DAY_S and ends - asked == 30 * DAY_S
    await everything(channel)
    assert len(saved) == 1
    assert NETWORK.sign_in_fields[0].name == "app_password"


async def test_a_token_of_today_is_used_until_it_may_be_prolonged(graph: FakeGraph, http: Http) -> None:
    graph.ig_token_made = time.time() - 60
    tokens, saved = await keeper(graph, http, {"app_password": graph.ig_token})
    assert await tokens.token() == graph.ig_token
    assert 0 < float(saved[0]["expires_at"]) - time.time() <= DAY_S
    graph.fail_with = [GraphError("later", 2, status=500)]
    assert (await renew(http, tokens.secret))["access_token"] == graph.ig_token


async def test_a_token_that_has_ended_needs_a_new_sign_in(graph: FakeGraph, http: Http) -> None:
    tokens, _ = await keeper(graph, http, {"access_token": graph.ig_token, "app_password": graph.ig_token})
    graph.ig_token_ends = time.time() - 1
    channel = Instagram(ChannelConfig(graph.url, secret=tokens.secret, tokens=tokens), http)
    with pytest.raises(AuthExpired):
        await channel.fetch({})


async def test_a_pages_token_is_kept_as_it_is(graph: FakeGraph, http: Http) -> None:
    renewed = await renew(http, {"app_password": graph.page_token, "server": graph.url})
    assert renewed["access_token"] == graph.page_token and "expires_at" not in renewed
    assert graph.requests == []


# --- parsing ----------------------------------------------------------------------------------------------


@given(st.dictionaries(st.sampled_from(f"{parse.REPLY_FIELDS},{parse.MEDIA_FIELDS}".split(",")), JSON), JSON)
def test_whatever_comes_is_read_or_malformed(item: dict[str, Any], value: Any) -> None:
    for one in (item, {**item, "id": "17900"}, value):
        for read in (
            lambda one: parse.media(one, ("1", "city")),
            lambda one: parse.comment(one, ("1", "city"), "t", "c"),
        ):
            try:
                found = read(one)
            except Malformed:
                continue
            assert found.remote_id and isinstance(found.text, str)


def test_a_name_alone_tells_our_own_comment() -> None:
    item = {"id": "17900", "text": "확인하겠습니다", "username": "ex_city"}
    assert parse.comment(item, ("1", "ex_city"), "t").own
    assert not parse.comment({**item, "from": {"id": "9", "username": "x"}}, ("1", "ex_city"), "t").own
