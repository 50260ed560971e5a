"""The Facebook connector against the fake of Meta's servers: what is special to Pages (facebook.md)."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    ChannelConfig,
    OutcomeUnknown,
    Outgoing,
    Post,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.facebook import NETWORK, advise
from connectors.facebook.client import Facebook
from connectors.facebook.page import _name_in
from connectors.http import Http
from tests.conformance.test_writing import in_both_languages
from tests.servers.fake_graph import FakeGraph
from tests.servers.fake_graph_state import PAGE
from tests.servers.fake_graph_words import GraphError


class Clock:
    ahead_s = 0.0

    def __init__(self) -> None:
        self.real = time.time

    def __call__(self) -> float:
        return self.real() + self.ahead_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


@pytest.fixture
def graph() -> Iterator[FakeGraph]:
    graph = FakeGraph().start()
    yield graph
    graph.stop()


@pytest.fixture
async def http(clock: Clock) -> AsyncIterator[Http]:
    http = Http(clock=clock)
    yield http
    await http.aclose()


class Channel:
    """A channel with its cursor, kept as the program keeps it."""

    def __init__(self, graph: FakeGraph, http: Http, token: str = "", **more: Any) -> None:
        secret = {"access_token": token or graph.page_token, **more.pop("secret", {})}
        self.connector = Facebook(ChannelConfig(graph.url, secret=secret, **more), http)
        self.cursor: dict[str, Any] = {}
        self.known: dict[str, Post] = {}
        self.gone: list[str] = []
        self.damaged = self.missing = ""
        self.wish_s: float | None = None

    async def round(self) -> list[Post]:
        found: list[Post] = []
        self.gone, self.damaged, self.missing = [], "", ""
        for _ in range(100):
            batch = await self.connector.fetch(self.cursor)
            self.cursor = json.loads(json.dumps(dict(batch.cursor)))
            found += batch.posts
            self.gone += batch.gone
            self.damaged = self.damaged or batch.damaged
            self.missing = self.missing or batch.missing
            self.wish_s = batch.next_after_s
            self.known |= {post.remote_id: post for post in batch.posts}
            if not batch.more:
                return found
        raise AssertionError("paging does not end")


@pytest.fixture
def channel(graph: FakeGraph, http: Http) -> Channel:
    return Channel(graph, http)


def out(action: Action, post: Post | str, text: str = "") -> Outgoing:
    target: dict[str, Any] = {}
    if isinstance(post, Post):
        target = {"author_id": post.author.remote_id, "private": post.private, "parent_id": post.parent_id}
    number = post if isinstance(post, str) else post.remote_id
    return Outgoing(str(uuid.uuid4()), action, number, text, target, int(time.time() * 1000))


def citizen(graph: FakeGraph, name: str = "예시 시민") -> str:
    return str(graph.do(graph.state.person, name))


# --- in ---------------------------------------------------------------------------------------------------


async def test_everything_that_reaches_a_page_arrives(graph: FakeGraph, channel: Channel) -> None:
    state, who = graph.state, citizen(graph)
    notice = state.post("단수 안내\n내일 9시부터")
    visitor = state.post("가로등이 꺼졌어요", who)
    tagged = state.post("한빛시 고마워요", who, tags_page=True)
    question = state.comment(notice.id, "몇 시까지요?", who)
    answer = state.comment(question.id, "저도 궁금해요", citizen(graph, "다른 시민"))
    letter = state.message(PAGE, who, "제 주소는 한빛로 1", who)
    found = {post.remote_id: post for post in await channel.round()}
    assert set(found) == {notice.id, visitor.id, tagged.id, question.id, answer.id, letter.id}
    assert found[notice.id].own and not found[visitor.id].own and not found[tagged.id].own
    assert (found[question.id].parent_id, found[question.id].context) == (notice.id, "단수 안내")
    assert found[answer.id].parent_id == question.id
    assert found[letter.id].private and not found[question.id].private
    assert found[question.id].author.name == "예시 시민"
    assert await channel.round() == []


async def test_a_name_that_is_withheld_is_no_crash(graph: FakeGraph, channel: Channel) -> None:
    notice = graph.state.post("안내")
    number = graph.state.comment(notice.id, "이름 없이", citizen(graph)).id
    graph.loses_names = True
    await channel.round()
    assert channel.known[number].author == ("", "Facebook 이용자", "", "")


async def test_new_comments_below_old_posts_are_found_in_turn(
    graph: FakeGraph, channel: Channel, clock: Clock
) -> None:
    old = [graph.state.post(f"안내 {number}").id for number in range(60)]
    await channel.round()
    late = graph.state.comment(old[3], "이제야 봤습니다", citizen(graph)).id
    for _ in range(8):
        clock.ahead_s += 310
        await channel.round()
        if late in channel.known:
            break
    assert late in channel.known and channel.known[late].parent_id == old[3]


async def test_a_quiet_round_costs_three_calls(graph: FakeGraph, channel: Channel, clock: Clock) -> None:
    for number in range(5):
        graph.state.comment(graph.state.post(f"안내 {number}").id, "네", citizen(graph))
    await channel.round()
    await channel.round()
    before = len(graph.requests)
    clock.ahead_s += 180
    await channel.round()
    asked = [path.rpartition("/")[2] for _, path, _ in graph.requests[before:]]
    assert asked == ["feed", "tagged", "conversations"]


async def test_many_comments_below_one_post_all_arrive_and_once(graph: FakeGraph, channel: Channel) -> None:
    notice = graph.state.post("안내")
    written = {graph.state.comment(notice.id, f"댓글 {n}", citizen(graph)).id for n in range(230)}
    found = [post.remote_id for post in await channel.round()]
    assert written <= set(found) and len(found) == len(set(found))
    missed = {graph.state.comment(notice.id, f"새 댓글 {n}", citizen(graph)).id for n in range(70)}
    assert {post.remote_id for post in await channel.round()} == missed


async def test_a_deleted_post_takes_its_comments_along(graph: FakeGraph, channel: Channel) -> None:
    kept = graph.state.post("남을 안내").id
    lost = graph.state.post("지울 안내").id
    below = [graph.state.comment(lost, f"댓글 {n}", citizen(graph)).id for n in range(3)]
    await channel.round()
    graph.do(graph.state.remove, lost)
    await channel.round()
    gone = list(channel.gone)
    await channel.round()
    assert set(gone + channel.gone) == {lost, *below} and kept not in gone


async def test_old_entries_are_read_again_together_and_the_lost_one_found(
    graph: FakeGraph, channel: Channel, clock: Clock
) -> None:
    notice = graph.state.post("안내")
    old = [graph.state.comment(notice.id, f"댓글 {n}", citizen(graph)).id for n in range(60)]
    await channel.round()
    graph.state.nodes[old[1]].text = "고쳐 쓴 댓글"
    graph.do(graph.state.remove, old[4])
    clock.ahead_s += 1000
    await channel.round()
    assert channel.gone == [old[4]]
    assert channel.known[old[1]].text == "고쳐 쓴 댓글"
    assert channel.known[old[1]].parent_id == notice.id
    assert any(path == "/v26.0/" and "ids" in given for _, path, given in graph.requests)


async def test_a_message_hangs_on_the_one_before(graph: FakeGraph, channel: Channel) -> None:
    who = citizen(graph)
    numbers = [
        graph.state.message(PAGE, who, text, author).id
        for text, author in [("언제요?", who), ("내일입니다", PAGE), ("고맙습니다", who)]
    ]
    await channel.round()
    assert [channel.known[n].parent_id for n in numbers] == ["", *numbers[:2]]
    assert [channel.known[n].own for n in numbers] == [False, True, False]


async def test_without_the_permission_for_messenger_comments_still_arrive(
    graph: FakeGraph, http: Http, channel: Channel
) -> None:
    graph.denied = {"conversations", "tagged"}
    number = graph.state.comment(graph.state.post("안내").id, "댓글", citizen(graph)).id
    await channel.round()
    # nothing is damaged: a right is missing, and the sentence says which one and where it is given
    assert number in channel.known and channel.damaged == ""
    korean, english = channel.missing.split(" / ")
    assert "pages_messaging" in korean and "새 토큰" in korean and "pages_messaging" in english
    assert (await channel.connector.check()).note == channel.missing
    quiet = Channel(graph, http, options={"messenger": "off"})
    await quiet.round()
    assert quiet.damaged == quiet.missing == "" and number in quiet.known


async def test_a_server_that_sends_nothing_along_is_asked_for_it(
    graph: FakeGraph, channel: Channel, clock: Clock
) -> None:
    graph.sends_along = False
    who = citizen(graph)
    notice = graph.state.post("안내")
    numbers = {graph.state.comment(notice.id, "댓글", who).id, graph.state.message(PAGE, who, "편지", who).id}
    await channel.round()
    assert numbers <= set(channel.known)
    graph.state.nodes[notice.id].updated -= 100  # and the time of its post says nothing
    late = graph.state.comment(notice.id, "나중 댓글", who)
    graph.state.nodes[notice.id].updated = notice.created
    letter = graph.state.message(PAGE, who, "또 편지", who)
    clock.ahead_s += 700
    graph.state.nodes[letter.thread].updated = clock()
    await channel.round()
    assert {late.id, letter.id} <= set(channel.known)


async def test_less_is_asked_for_where_it_was_too_much(graph: FakeGraph, channel: Channel) -> None:
    notices = {graph.state.post(f"안내 {number}").id for number in range(30)}
    graph.too_much_over = 10
    graph.state.comment(next(iter(notices)), "댓글", citizen(graph))
    channel.connector._messenger = False
    # the comments that come along are too many as well, so the server goes on to refuse
    with pytest.raises(Unreachable):
        await channel.round()
    graph.too_much_over = 25
    await channel.round()
    assert notices <= set(channel.known)


async def test_rounds_slow_down_while_little_is_left(graph: FakeGraph, channel: Channel) -> None:
    await channel.round()
    assert channel.wish_s is None
    graph.headers = {"X-App-Usage": '{"call_count":80,"total_time":1,"total_cputime":1}'}
    graph._usage = dict  # type: ignore[method-assign]
    await channel.round()
    assert channel.wish_s == 900


async def test_a_spent_budget_of_the_app_is_waited_for(graph: FakeGraph, channel: Channel) -> None:
    graph.headers = {"X-App-Usage": '{"call_count":5,"total_time":1,"total_cputime":96}'}
    graph._usage = dict  # type: ignore[method-assign]
    with pytest.raises(RateLimited):
        await channel.round()
    assert len(graph.requests) == 1


async def test_a_list_below_a_post_that_cannot_be_read_holds_nothing_up(
    graph: FakeGraph, channel: Channel
) -> None:
    notice = graph.state.post("안내")
    for number in range(30):
        graph.state.comment(notice.id, f"댓글 {number}", citizen(graph))
    edge = graph._edge
    graph._edge = lambda number, kind, wanted: (  # type: ignore[method-assign]
        {"data": "nothing"} if wanted.how.get("after") else edge(number, kind, wanted)
    )
    await channel.round()
    assert len(channel.known) == 26 and "cannot be read" in channel.damaged
    assert channel.cursor["jobs"] == []


async def test_no_place_of_a_list_holds_the_token(graph: FakeGraph, channel: Channel) -> None:
    for number in range(60):
        graph.state.post(f"안내 {number}")
    batch = await channel.connector.fetch({})
    assert batch.more and graph.page_token not in json.dumps(dict(batch.cursor))


async def test_another_account_starts_anew(graph: FakeGraph, channel: Channel) -> None:
    number = graph.state.post("안내").id
    await channel.round()
    channel.cursor |= {"account": "999"}
    assert [post.remote_id for post in await channel.round()] == [number]


# --- who we are -------------------------------------------------------------------------------------------


async def test_a_system_users_token_finds_its_page(graph: FakeGraph, http: Http) -> None:
    number = graph.state.post("안내").id
    one = Channel(graph, http, graph.user_token)
    identity = await one.connector.check()
    assert (identity.remote_id, identity.handle) == (PAGE, "@hanbit.city")
    await one.round()
    assert number in one.known
    graph.pages = [PAGE, "2002"]
    with pytest.raises(Refused) as refused:
        await Channel(graph, http, graph.user_token).connector.check()
    assert "주소" in refused.value.reason
    named = Channel(graph, http, graph.user_token, handle="https://www.facebook.com/Hanbit.City")
    assert (await named.connector.check()).remote_id == PAGE


def test_a_pages_name_is_read_from_its_address() -> None:
    assert _name_in("@hanbit") == _name_in("hanbit") == _name_in("www.facebook.com/hanbit/") == "hanbit"
    assert _name_in("https://www.facebook.com/profile.php?id=1001&x=1") == "1001"
    assert _name_in("https://relay.example/hanbit") == ""


async def test_a_proof_of_the_apps_secret_goes_along(graph: FakeGraph, http: Http) -> None:
    graph.app_secret = "app-secret-1"
    with pytest.raises(Refused):
        await Channel(graph, http).connector.check()
    proven = Channel(graph, http, secret={"app_secret": "app-secret-1"})
    assert (await proven.connector.check()).remote_id == PAGE
    assert all("app-secret-1" not in str(given) for _, _, given in graph.requests)


@pytest.mark.parametrize("subcode", [458, 459, 460, 463, 464, 467, 0])
async def test_a_dead_token_is_one(graph: FakeGraph, channel: Channel, subcode: int) -> None:
    graph.fail_with = [GraphError("Error validating access token", 190, subcode)]
    with pytest.raises(AuthExpired) as expired:
        await channel.round()
    assert (expired.value.code == "token-ended") is (subcode == 463)


@pytest.mark.parametrize("code", [4, 17, 32, 341, 613, 80001])
async def test_throttling_is_told_by_its_code(graph: FakeGraph, channel: Channel, code: int) -> None:
    graph.fail_with = [GraphError("limit reached", code, status=403)]
    with pytest.raises(RateLimited) as limited:
        await channel.round()
    assert limited.value.until_ms > time.time() * 1000
    asked = len(graph.requests)
    with pytest.raises(RateLimited):
        await channel.round()
    assert len(graph.requests) == asked


async def test_no_token_goes_to_an_address_without_encryption(http: Http) -> None:
    secret = {"access_token": "EAAsecret"}
    with pytest.raises(Refused):
        await Facebook(ChannelConfig("http://relay.example", secret=secret), http).check()
    with pytest.raises(AuthExpired):
        await Facebook(ChannelConfig(""), http).check()


# --- out --------------------------------------------------------------------------------------------------


async def test_an_answer_to_an_answer_stands_in_its_thread(graph: FakeGraph, channel: Channel) -> None:
    notice = graph.state.post("안내")
    top = graph.state.comment(notice.id, "질문", citizen(graph))
    first = graph.state.comment(top.id, "저도요", citizen(graph, "둘째"))
    second = graph.state.comment(top.id, "나도요", citizen(graph, "셋째"))
    await channel.round()
    one = await channel.connector.send(out(Action.REPLY, channel.known[first.id], "고맙습니다."))
    graph.state.comment(top.id, "천만에요", citizen(graph, "둘째"))
    graph.state.nodes[one.remote_id].text = "고맙습니다."
    # The same words to somebody else in the same thread are another answer; Facebook takes no two in a row.
    graph.state.comment(top.id, "다른 답", PAGE)
    two = await channel.connector.send(out(Action.REPLY, channel.known[second.id], "고맙습니다."))
    assert one.remote_id != two.remote_id
    assert one.post is not None and one.post.parent_id == top.id


async def test_a_double_that_facebook_refuses_is_found(graph: FakeGraph, channel: Channel) -> None:
    question = graph.state.comment(graph.state.post("안내").id, "질문", citizen(graph))
    await channel.round()
    first = await channel.connector.send(out(Action.REPLY, channel.known[question.id], "답입니다."))
    with pytest.raises(Refused) as refused:  # another action with the same words
        await channel.connector.send(out(Action.REPLY, channel.known[question.id], "답입니다."))
    assert in_both_languages(refused.value.reason)
    assert len(graph.state.of("Comment", parent=question.id)) == 1 and first.post is not None


async def test_an_answer_after_the_window_needs_a_person(
    graph: FakeGraph, channel: Channel, clock: Clock
) -> None:
    who = citizen(graph)
    letter = graph.state.message(PAGE, who, "문의합니다", who)
    await channel.round()
    clock.ahead_s += 30 * 3600
    with pytest.raises(Refused) as refused:
        await channel.connector.send(out(Action.REPLY, channel.known[letter.id], "답합니다."))
    assert "24" in refused.value.reason
    graph.human_agent = True
    sent = await channel.connector.send(out(Action.REPLY, channel.known[letter.id], "답합니다."))
    assert sent.post is not None and sent.post.private and sent.post.parent_id == letter.id


async def test_the_same_words_to_two_messages_are_two_answers(graph: FakeGraph, channel: Channel) -> None:
    who = citizen(graph)
    sent = []
    for text in ("하나", "둘"):
        letter = graph.state.message(PAGE, who, text, who)
        await channel.round()
        sent.append(await channel.connector.send(out(Action.REPLY, channel.known[letter.id], "네")))
    assert sent[0].remote_id != sent[1].remote_id
    assert len(graph.state.of("Message", author=PAGE)) == 2


async def test_a_visitors_post_is_answered_in_private_once(graph: FakeGraph, channel: Channel) -> None:
    visitor = graph.state.post("가로등이 꺼졌어요", citizen(graph))
    await channel.round()
    post = channel.known[visitor.id]
    sent = await channel.connector.send(out(Action.PRIVATE_REPLY, post, "연락처를 알려 주세요."))
    assert graph.state.nodes[sent.remote_id].about == visitor.id
    with pytest.raises(Refused) as refused:
        await channel.connector.send(out(Action.PRIVATE_REPLY, post, "한 번 더 드립니다."))
    assert "10900" in refused.value.code


async def test_a_citizens_post_is_never_changed_or_deleted(graph: FakeGraph, channel: Channel) -> None:
    number = graph.state.comment(graph.state.post("안내").id, "민원", citizen(graph)).id
    await channel.round()
    for action in (Action.DELETE, Action.EDIT):
        with pytest.raises(Refused):
            await channel.connector.send(out(action, channel.known[number], "고침"))
    assert graph.state.nodes[number].text == "민원"


async def test_messages_cannot_be_hidden_or_liked(graph: FakeGraph, channel: Channel) -> None:
    who = citizen(graph)
    letter = graph.state.message(PAGE, who, "문의", who)
    await channel.round()
    for action in (Action.HIDE, Action.UNHIDE, Action.LIKE, Action.DELETE):
        with pytest.raises(Refused):
            await channel.connector.send(out(action, channel.known[letter.id]))


async def test_an_error_of_the_server_leaves_a_write_open(graph: FakeGraph, channel: Channel) -> None:
    number = graph.state.comment(graph.state.post("안내").id, "민원", citizen(graph)).id
    await channel.round()
    graph.fail_with = [GraphError("An unknown error occurred", 1, status=500)]
    with pytest.raises(OutcomeUnknown):
        await channel.connector.send(out(Action.LIKE, channel.known[number]))
    graph.fail_with = [GraphError("Blocked for policy", 368)]
    with pytest.raises(Refused) as refused:
        await channel.connector.send(out(Action.LIKE, channel.known[number]))
    assert "Meta" in refused.value.reason


async def test_figures_of_the_own_page(graph: FakeGraph, channel: Channel) -> None:
    graph.state.post("안내")
    (own,) = await channel.connector.activity(["@hanbit.city"])
    assert (own.state, own.followers, own.name) == ("ok", 130, "한빛시") and own.last_post_ms


def test_lengths_are_counted_in_code_points() -> None:
    rule = NETWORK.capabilities.length
    assert rule.over("가" * 8000) == 0 and rule.over("가" * 8001) == 1
    private = NETWORK.capabilities.length_of(Action.REPLY, private=True)
    assert private.over("👍🏽" * 1000) == 0 and private.over("👍🏽" * 1000 + "x") == 1
    assert advise("", {"private": True}, {}) != advise("", {}, {})
