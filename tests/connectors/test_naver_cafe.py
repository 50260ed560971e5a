"""Naver Cafe against our own fake: articles in, new articles out, and the sign-in."""

from __future__ import annotations

import asyncio
import dataclasses
import time
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from connectors import oauth
from connectors.base import (
    Action,
    AuthExpired,
    ChannelConfig,
    OutcomeUnknown,
    Outgoing,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http
from connectors.naver import signin
from connectors.naver_cafe import NETWORK, NO_BOARD, NO_SIGN_IN
from connectors.naver_cafe.client import NaverCafe
from tests.connectors.test_naver_blog import read
from tests.servers.fake_naver import FakeNaver


@pytest.fixture
def naver() -> Iterator[FakeNaver]:
    server = FakeNaver().start()
    yield server
    server.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


def secret_of(naver: FakeNaver) -> dict[str, str]:
    access, refresh = naver.sign_in()
    return {
        "server": naver.url,
        "client_id": naver.client_id,
        "client_secret": naver.client_secret,
        "access_token": access,
        "refresh_token": refresh,
    }


def channel(
    naver: FakeNaver,
    http: Http,
    *,
    cafe: str = "hanbit",
    secret: Mapping[str, str] | None = None,
    tokens: oauth.TokenKeeper | None = None,
    **options: str,
) -> NaverCafe:
    options = {"words": "한빛시", "club_id": naver.club.number, "menu_id": "1", **options}
    secret = secret_of(naver) if secret is None else secret
    return NaverCafe(ChannelConfig(naver.url, cafe, options, secret, tokens), http)


def keeper(http: Http, secret: Mapping[str, str], saved: list[Mapping[str, str]]) -> oauth.TokenKeeper:
    async def renew(old: Mapping[str, str]) -> Mapping[str, str]:
        assert NETWORK.renew is not None
        return await NETWORK.renew(http, old)

    async def save(new: Mapping[str, str]) -> None:
        saved.append(new)

    return oauth.TokenKeeper(secret, renew, save)


def reply(number: str, text: str, question: str = "한빛시 버스 노선 건의\n\n정류장이") -> Outgoing:
    known = {"text": question, "url": f"https://cafe.naver.com/hanbit/{number}"}
    return Outgoing(str(uuid.uuid4()), Action.REPLY, f"hanbit/{number}", text, known, int(time.time() * 1000))


# --- in ---------------------------------------------------------------------------------------------------


async def test_articles_come_from_the_feed_with_author_and_date(naver: FakeNaver, http: Http) -> None:
    number = naver.article(
        "정류장이 없어요", author="버스맘", title="버스 <건의>", image="https://x.example/1.jpg"
    )
    posts, _, _ = await read(channel(naver, http))
    (post,) = posts  # the search finds it too and does not bring it again
    assert post.remote_id == f"hanbit/{number}" and not post.own
    assert post.text == "버스 <건의>\n\n정류장이 없어요"
    assert (post.author.name, post.author.remote_id) == ("버스맘", "hanbit/버스맘")
    assert post.created_ms is not None and abs(post.created_ms - time.time() * 1000) < 60_000
    assert [media.url for media in post.media] == ["https://x.example/1.jpg"]


async def test_a_feed_in_the_old_encoding(naver: FakeNaver, http: Http) -> None:
    naver.feed_charset = "euc-kr"
    naver.article("정류장이 없어요", author="버스맘")
    (post,) = (await read(channel(naver, http)))[0]
    assert post.author.name == "버스맘" and "정류장이 없어요" in post.text


async def test_without_a_feed_the_search_is_enough(naver: FakeNaver, http: Http) -> None:
    naver.feeds_on = False
    number = naver.article("정류장이 없어요")
    connector = channel(naver, http)
    posts, cursor, said = await read(connector)
    assert [post.remote_id for post in posts] == [f"hanbit/{number}"]
    assert posts[0].created_ms is None and posts[0].author.name == ""
    assert posts[0].context == "한빛시 카페"
    assert len(said) == 1 and "RSS" in said[0]
    assert (await read(connector, cursor))[2] == []
    found = await connector.check()
    assert "RSS" in found.note and found.name == "hanbit"


async def test_the_whole_past_that_can_be_reached(naver: FakeNaver, http: Http) -> None:
    naver.feeds_on = False
    for number in range(260):
        naver.article(f"{number}번째 건의")
    posts, _, _ = await read(channel(naver, http))
    assert len({post.remote_id for post in posts}) == 260


async def test_a_check_names_the_account(naver: FakeNaver, http: Http) -> None:
    naver.article("정류장이 없어요")
    found = await channel(naver, http).check()
    assert found.name == "한빛시 카페" and "한빛시청" in found.note
    assert found.remote_id == "32742776" and found.handle == "hanbit"
    naver.scope_profile = False  # the profile is a permission of its own
    assert (await channel(naver, http).check()).name == "한빛시 카페"
    naver.end_tokens()
    secret = {**secret_of(naver), "access_token": "ended"}
    with pytest.raises(AuthExpired):
        await channel(naver, http, secret=secret).check()


async def test_a_check_without_anything_to_read(naver: FakeNaver, http: Http) -> None:
    naver.feeds_on = False
    with pytest.raises(AuthExpired):
        await channel(naver, http, cafe="", secret={}).check()
    with pytest.raises(Unreachable):
        await channel(naver, http, secret={}).check()
    with pytest.raises(Refused):
        await channel(naver, http, cafe="", words="").check()


async def test_when_cafes_wrote_last(naver: FakeNaver, http: Http) -> None:
    naver.article("정류장이 없어요")
    found = await channel(naver, http).activity(["hanbit", "https://cafe.naver.com/other", "한빛"])
    assert [one.state for one in found] == ["ok", "private", "missing"]
    assert found[0].last_post_ms is not None


# --- out --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("twice", [True, False])
async def test_an_answer_is_a_new_article(naver: FakeNaver, http: Http, twice: bool) -> None:
    naver.twice = twice
    number = naver.article("정류장이 없어요", title="한빛시 버스 노선 건의")
    connector = channel(naver, http, encoding="double" if twice else "single", open="all")
    text = "안녕하세요, 한빛시입니다.\n\n<b>내일</b> 100% 고칩니다 + 안내 & 사과 😀 똠방각하"
    sent = await connector.send(reply(number, text))
    article = naver.articles[sent.remote_id.rpartition("/")[2]]
    assert article.title == "[답변] 한빛시 버스 노선 건의"
    assert article.text == f"질문: https://cafe.naver.com/hanbit/{number}\n\n{text}"
    assert "<b>" not in article.content and article.public
    assert sent.url == article.url and sent.post is not None
    assert sent.post.own and sent.post.parent_id == f"hanbit/{number}"
    posts, _, _ = await read(connector)
    (ours,) = [post for post in posts if post.own]
    assert (ours.remote_id, ours.parent_id) == (sent.remote_id, f"hanbit/{number}")


async def test_the_wrong_encoding_would_be_seen(naver: FakeNaver, http: Http) -> None:
    naver.twice = False
    sent = await channel(naver, http).send(reply(naver.article("글"), "가"))
    assert "%EA%B0%80" in naver.articles[sent.remote_id.rpartition("/")[2]].text


async def test_our_answer_found_by_the_search_is_ours(naver: FakeNaver, http: Http) -> None:
    naver.feeds_on = False
    number = naver.article("정류장이 없어요", title="한빛시 버스")
    connector = channel(naver, http)
    sent = await connector.send(reply(number, "내일 고칩니다.", "한빛시 버스"))
    posts, _, _ = await read(connector)
    found = {post.remote_id: post for post in posts}
    assert found[sent.remote_id].own and found[sent.remote_id].parent_id == f"hanbit/{number}"
    assert not found[f"hanbit/{number}"].own


async def test_without_a_title_the_answer_has_a_plain_one(naver: FakeNaver, http: Http) -> None:
    number = naver.article("글")
    sent = await channel(naver, http).send(Outgoing("k", Action.REPLY, f"hanbit/{number}", "답"))
    article = naver.articles[sent.remote_id.rpartition("/")[2]]
    assert article.title == "[답변] 문의하신 내용"
    assert article.text.startswith(f"질문: https://cafe.naver.com/hanbit/{number}\n")


@pytest.mark.parametrize(
    ("menu", "words"), [("7", "글쓰기가 제한된"), ("99", "번호가 맞지 않습니다"), ("5", "이미 닫힌 게시판")]
)
async def test_a_cafe_s_refusals_are_said_in_words(
    naver: FakeNaver, http: Http, menu: str, words: str
) -> None:
    naver.club.menus["5"] = "AP999"
    connector = channel(naver, http, menu_id=menu)
    with pytest.raises(Refused) as refused:
        await connector.send(reply(naver.article("글"), "답"))
    assert words in refused.value.reason or refused.value.code == "naver-AP999"
    assert refused.value.code.startswith("naver-AP")
    assert [one for one in naver.articles.values() if one.own] == []


async def test_a_refusal_without_a_code_of_its_own_is_certain_although_it_is_a_server_error(
    naver: FakeNaver, http: Http
) -> None:
    naver.club.menus["5"] = "999"
    with pytest.raises(Refused) as refused:
        await channel(naver, http, menu_id="5").send(reply(naver.article("글"), "답"))
    assert refused.value.code == "naver-999"


async def test_a_right_that_is_not_switched_on_is_no_ended_sign_in(naver: FakeNaver, http: Http) -> None:
    naver.fault = "forbidden"
    with pytest.raises(Refused) as refused:
        await channel(naver, http).send(reply("1", "답"))
    assert "권한" in refused.value.reason


@pytest.mark.parametrize(("club", "menu"), [("", "1"), ("28339939", ""), ("../1", "1"), ("１２", "1")])
async def test_without_a_board_nothing_is_sent(naver: FakeNaver, http: Http, club: str, menu: str) -> None:
    connector = channel(naver, http, club_id=club, menu_id=menu)
    granted = await connector.capabilities()
    assert not granted.reply and granted.why_not["reply"] == NO_BOARD
    with pytest.raises(Refused):
        await connector.send(reply("1", "답"))
    assert naver.requests == []


async def test_without_a_sign_in_nothing_is_sent(naver: FakeNaver, http: Http) -> None:
    keys = {"client_id": naver.client_id, "client_secret": naver.client_secret}
    connector = channel(naver, http, secret=keys)
    granted = await connector.capabilities()
    assert not granted.reply and granted.why_not["reply"] == NO_SIGN_IN
    with pytest.raises(AuthExpired):
        await connector.send(reply("1", "답"))
    assert naver.requests == []


async def test_what_is_advised_before_sending(naver: FakeNaver) -> None:
    assert NETWORK.advise is not None
    told = NETWORK.advise("답", {}, {"club_id": "1", "menu_id": "2"})
    assert any("새 글" in one and "new article" in one for one in told)
    assert NO_BOARD in NETWORK.advise("답", {}, {}) and NO_BOARD not in told


# --- what became of it ------------------------------------------------------------------------------------


@pytest.mark.parametrize("feeds_on", [True, False])
async def test_a_lost_answer_is_found_by_feed_or_search(naver: FakeNaver, http: Http, feeds_on: bool) -> None:
    naver.feeds_on = feeds_on
    outgoing = reply(naver.article("글", title="한빛시 버스"), "내일 고칩니다.", "한빛시 버스\n\n글")
    naver.drop = "answer"
    with pytest.raises(OutcomeUnknown):
        await channel(naver, http).send(outgoing)
    found = await channel(naver, http).look_up(outgoing)
    (article,) = [one for one in naver.articles.values() if one.own]
    assert found is not None and found.remote_id == f"hanbit/{article.number}"
    assert found.post is not None and found.post.own


async def test_what_is_not_found_stays_with_a_person(naver: FakeNaver, http: Http) -> None:
    number = naver.article("글", title="한빛시 버스")
    outgoing = reply(number, "내일 고칩니다.", "한빛시 버스")
    naver.drop = "request"
    with pytest.raises(OutcomeUnknown):
        await channel(naver, http).send(outgoing)
    with pytest.raises(OutcomeUnknown):
        await channel(naver, http).look_up(outgoing)
    assert not [one for one in naver.articles.values() if one.own]
    assert not [path for method, path in naver.requests[1:] if method == "POST"]


async def test_other_articles_are_not_taken_for_the_answer(naver: FakeNaver, http: Http) -> None:
    number, other = naver.article("글", title="한빛시 버스"), naver.article("글", title="한빛시 버스")
    connector = channel(naver, http)
    await connector.send(reply(number, "내일 고칩니다.", "한빛시 버스"))
    naver.article("내일 고칩니다.", title="[답변] 한빛시 버스")  # a citizen's
    for outgoing in (
        reply(other, "내일 고칩니다.", "한빛시 버스"),
        reply(number, "모레 고칩니다.", "한빛시 버스"),
        reply(number, "내일 고칩니다.", "한빛시 지하철"),
    ):
        with pytest.raises(OutcomeUnknown):
            await connector.look_up(outgoing)
    same = reply(number, "내일 고칩니다.", "한빛시 버스")
    assert await connector.look_up(same) is not None
    tomorrow = dataclasses.replace(same, written_ms=same.written_ms + 86_400_000)
    with pytest.raises(OutcomeUnknown):
        await connector.look_up(tomorrow)  # the one that is there was written before this was tried
    with pytest.raises(Refused):
        await connector.look_up(Outgoing("k", Action.DELETE, f"hanbit/{number}"))


async def test_a_server_error_leaves_it_open(naver: FakeNaver, http: Http) -> None:
    naver.fault = "server-error"
    with pytest.raises(OutcomeUnknown):
        await channel(naver, http).send(reply("1", "답"))
    naver.fault = "unreadable"
    with pytest.raises(OutcomeUnknown):
        await channel(naver, http).send(reply("1", "답"))


async def test_the_first_limit_stops_writing(naver: FakeNaver, http: Http) -> None:
    naver.fault = "quota-used-up"
    connector = channel(naver, http)
    with pytest.raises(RateLimited):
        await connector.send(reply("1", "답"))
    before = len(naver.requests)
    with pytest.raises(RateLimited):
        await connector.send(reply("1", "답"))
    assert len(naver.requests) == before


# --- sign-in ----------------------------------------------------------------------------------------------


async def test_an_ended_token_is_renewed_once(naver: FakeNaver, http: Http) -> None:
    secret, saved = secret_of(naver), list[Mapping[str, str]]()
    tokens = keeper(http, secret, saved)
    connector = channel(naver, http, secret=secret, tokens=tokens)
    number = naver.article("글")
    naver.end_tokens()
    sent = await connector.send(reply(number, "답"))
    assert sent.remote_id and len(saved) == 1
    assert saved[0]["refresh_token"] == secret["refresh_token"]  # Naver gives no new one
    assert saved[0]["server"] == naver.url and float(saved[0]["expires_at"]) > time.time() + 3000
    assert len([one for one in naver.articles.values() if one.own]) == 1
    await connector.send(reply(number, "또 답"))
    assert len(saved) == 1


async def test_a_sign_in_that_was_withdrawn(naver: FakeNaver, http: Http) -> None:
    secret, saved = secret_of(naver), list[Mapping[str, str]]()
    connector = channel(naver, http, secret=secret, tokens=keeper(http, secret, saved))
    naver.end_tokens(both=True)
    with pytest.raises(AuthExpired) as expired:
        await connector.send(reply("1", "답"))
    assert secret["refresh_token"] not in str(expired.value) and saved == []
    pasted = {key: value for key, value in secret.items() if key != "refresh_token"}
    with pytest.raises(AuthExpired):
        await channel(naver, http, secret=pasted).send(reply("1", "답"))
    with pytest.raises(AuthExpired):
        await signin.renew(http, pasted)


async def test_a_renewal_that_fails_loses_nothing(naver: FakeNaver, http: Http) -> None:
    secret = secret_of(naver)
    naver.fault = "server-error"
    with pytest.raises(Unreachable):
        await signin.renew(http, secret)
    naver.fault = "rate-limited"
    with pytest.raises(RateLimited):
        await signin.renew(http, secret)


class Browser:
    """Follows the login page as a person would who agrees."""

    def __init__(self, http: Http, naver: FakeNaver) -> None:
        self.http, self.naver = http, naver
        self.asked: dict[str, list[str]] = {}
        self.task: asyncio.Task[Any] | None = None

    def __call__(self, address: str) -> None:
        self.asked = parse_qs(urlsplit(address).query)
        self.task = asyncio.ensure_future(self.http.get(address))


async def test_signing_in_in_the_browser(naver: FakeNaver, http: Http) -> None:
    browser = Browser(http, naver)
    app = {"client_id": naver.client_id, "client_secret": naver.client_secret}
    assert NETWORK.sign_in is not None
    secret, found = await NETWORK.sign_in(http, ChannelConfig(naver.url, secret=app), browser)
    assert browser.task is not None
    await browser.task
    assert set(browser.asked) == {"response_type", "client_id", "redirect_uri", "state"}
    assert secret["server"] == naver.url and secret["client_id"] == naver.client_id
    assert float(secret["expires_at"]) > time.time() + 3000 and secret["refresh_token"]
    assert (found.remote_id, found.name) == ("32742776", "한빛시청")
    sent = await channel(naver, http, secret=secret).send(reply(naver.article("글"), "답"))
    assert sent.remote_id


async def test_signing_in_with_a_wrong_application(naver: FakeNaver, http: Http) -> None:
    browser = Browser(http, naver)
    app = {"client_id": naver.client_id, "client_secret": "wrong"}
    with pytest.raises(AuthExpired):
        await signin.sign_in(http, ChannelConfig(naver.url, secret=app), browser)
    assert browser.task is not None
    await browser.task
    with pytest.raises(Refused) as refused:
        await signin.sign_in(http, ChannelConfig(naver.url, secret={"client_id": "x"}), browser)
    assert refused.value.code == "no-app"
    with pytest.raises(Refused) as refused:
        await signin.sign_in(http, ChannelConfig("http://relay.example", secret=app), browser)
    assert refused.value.code == "insecure"


async def test_the_token_goes_to_its_own_server(naver: FakeNaver, http: Http) -> None:
    other = FakeNaver().start()
    try:
        config = ChannelConfig(
            other.url, "", {"club_id": naver.club.number, "menu_id": "1"}, secret_of(naver)
        )
        await NaverCafe(config, http).send(reply(naver.article("글"), "답"))
        assert other.requests == []
    finally:
        other.stop()
