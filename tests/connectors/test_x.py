"""X against our own server, which takes exactly what X's description says: reading, in both vocabularies."""

from __future__ import annotations

import pytest

from connectors.http import Http
from tests.connectors.x_desk import HOUR, Time, asked, channel, clock, everything, fake, http, mention, server
from tests.servers.fake_x import FakeX
from tests.servers.x_rules import POSTS

__all__ = ["clock", "fake", "http", "server"]


# --- what comes in ----------------------------------------------------------------------------------------


async def test_a_mention_arrives_with_all_that_is_known_of_it(server: FakeX, http: Http) -> None:
    number = mention(server, "가로등이 꺼졌어요 example.go.kr/map?a=1&b=2 <확인>", answers=server.notice.id)
    found, _, _ = await everything(channel(server, http))
    post = found[number]
    assert post.text == "@hanbit 가로등이 꺼졌어요 http://example.go.kr/map?a=1&b=2 <확인>"
    assert (post.author.name, post.author.handle) == ("시민", "@citizen1")
    assert post.url == f"https://x.com/citizen1/status/{number}"
    assert post.created_ms == (int(number) >> 22) + 1288834974657
    assert post.parent_id == server.notice.id and post.edited_ms is None
    assert not post.own and not post.private
    notice = found[server.notice.id]
    assert notice.own and notice.author.handle == "@hanbit"


@pytest.mark.parametrize("terse", [False, True])
async def test_the_names_that_a_server_takes_are_tried_once_and_remembered(http: Http, terse: bool) -> None:
    server = FakeX(words=POSTS).start()
    server.terse = terse
    try:
        mention(server, "첫째")
        _, _, cursor = await everything(channel(server, http))
        refused = [q for q in asked(server, "/mentions") if "tweet.fields" in q]
        assert len(refused) == 1 and cursor["renamed"] == ["dm", "post", "user"]
        del server.requests[:]
        number = mention(server, "둘째")
        found, _, _ = await everything(channel(server, http), cursor)
        assert number in found
        assert not any(
            "tweet.fields" in query for _, path, query in server.requests if "/users/me" not in path
        )
    finally:
        server.stop()


async def test_what_is_indexed_late_is_found_within_ten_minutes(fake: FakeX, http: Http, clock: Time) -> None:
    late = mention(fake, "늦게 나타나는 글")
    fake.unindexed.add(late)
    clock.ahead_s += 300
    first = mention(fake, "먼저 나타난 글")
    found, _, cursor = await everything(channel(fake, http))
    assert first in found
    fake.unindexed.clear()
    cursor.pop("sweep")
    cursor["sweep"] = {"at": int(clock() * 1000)}  # the search is not due
    found, _, _ = await everything(channel(fake, http), cursor)
    assert late in found or late in cursor["recent"]
    assert int(asked(fake, "/mentions")[-1]["since_id"][0]) < int(late)


async def test_what_the_mentions_never_show_is_found_by_the_search(
    fake: FakeX, http: Http, clock: Time
) -> None:
    connector = channel(fake, http)
    _, _, cursor = await everything(connector)
    clock.ahead_s += 600
    lost = mention(fake, "목록에 없는 글")
    fake.unindexed.add(lost)
    found, _, cursor = await everything(connector, cursor)
    assert lost not in found and len(asked(fake, "/search/recent")) == 1
    clock.ahead_s += HOUR
    found, _, cursor = await everything(connector, cursor)
    assert lost in found
    found, _, cursor = await everything(connector, cursor)
    assert found == {} and len(asked(fake, "/search/recent")) == 2


async def test_a_search_never_goes_back_further_than_x_allows(fake: FakeX, http: Http, clock: Time) -> None:
    connector = channel(fake, http)
    _, _, cursor = await everything(connector)
    clock.ahead_s += 30 * 24 * HOUR
    number = mention(fake, "한 달 뒤")
    found, batches, _ = await everything(connector, cursor)
    assert number in found and not any(batch.damaged for batch in batches)


async def test_quotes_that_name_nobody_arrive(fake: FakeX, http: Http, clock: Time) -> None:
    connector = channel(fake, http)
    _, _, cursor = await everything(connector)
    quote = fake.post(fake.citizen("시민"), "이런 일이 있네요", quotes=fake.notice.id)
    clock.ahead_s += HOUR
    found, _, cursor = await everything(connector, cursor)
    assert found[quote].parent_id == fake.notice.id and found[quote].context == ""
    assert len(asked(fake, "/quote_tweets")) == 1
    clock.ahead_s += HOUR
    await everything(connector, cursor)
    assert len(asked(fake, "/quote_tweets")) == 1  # the count has not grown


async def test_no_more_quotes_are_read_than_there_are_new_ones(fake: FakeX, http: Http, clock: Time) -> None:
    many = [fake.post(fake.citizen("시민"), f"인용 {n}", quotes=fake.notice.id) for n in range(130)]
    connector = channel(fake, http)
    found, _, cursor = await everything(connector)
    assert set(many) & set(found) == set(many[-100:])  # what was before the channel: one page
    more = [fake.post(fake.citizen("시민"), f"새 인용 {n}", quotes=fake.notice.id) for n in range(12)]
    clock.ahead_s += HOUR
    del fake.requests[:]
    found, _, _ = await everything(connector, cursor)
    assert set(found) == set(more)
    assert [query["max_results"] for query in asked(fake, "/quote_tweets")] == [["12"]]


async def test_a_quote_of_somebody_else_says_what_it_is_about(fake: FakeX, http: Http) -> None:
    other = fake.post(fake.citizen("이웃"), "분수대가 고장 났습니다")
    number = mention(fake, "여기도 봐 주세요", quotes=other)
    found, _, _ = await everything(channel(fake, http))
    assert found[number].context == "분수대가 고장 났습니다" and found[number].parent_id == ""


async def test_an_edit_that_no_longer_names_us_keeps_its_id(server: FakeX, http: Http, clock: Time) -> None:
    number = mention(server, "처음 글")
    connector = channel(server, http)
    _, _, cursor = await everything(connector)
    clock.ahead_s += 700
    newer = server.edit(number, "우리를 부르지 않는 글")
    found, _, cursor = await everything(connector, cursor)
    assert list(found) == [number] and found[number].text == "우리를 부르지 않는 글"
    assert found[number].edited_ms == (int(newer) >> 22) + 1288834974657
    assert found[number].created_ms == (int(number) >> 22) + 1288834974657
    answer = mention(server, "고친 글에 답합니다", answers=newer)
    found, _, cursor = await everything(connector, cursor)
    assert found[answer].parent_id == number
    clock.ahead_s += 700
    server.delete(number)
    _, batches, _ = await everything(connector, cursor)
    assert [gone for batch in batches for gone in batch.gone] == [number]


async def test_looking_again_costs_what_the_sheet_allows(fake: FakeX, http: Http, clock: Time) -> None:
    """Free on the day of reading; else once after an hour and once after a day."""
    clock.ahead_s += 86400 - clock() % 86400 + 23 * HOUR  # one hour before midnight, UTC
    number = mention(fake, "밤 열한 시")
    connector = channel(fake, http)
    _, _, cursor = await everything(connector)

    def looks() -> int:
        return sum(number in query["ids"][0].split(",") for query in asked(fake, "/2/tweets"))

    expected = 1
    assert looks() == expected
    # after 12 minutes: the same day; after 72: an hour old; after 84: today's look is paid; then a day old
    for minutes, more in ((12, 1), (60, 1), (12, 1), (24 * 60, 1), (60, 0), (24 * 60, 0)):
        clock.ahead_s += minutes * 60
        _, _, cursor = await everything(connector, cursor)
        expected += more
        assert looks() == expected, minutes


async def test_messages_are_read_page_by_page_up_to_what_is_known(fake: FakeX, http: Http) -> None:
    fake.page = 7
    citizen = fake.citizen("시민")
    numbers = [fake.message(citizen, f"쪽지 {n}") for n in range(20)]
    fake.message(citizen, "", kind="ParticipantsJoin")
    connector = channel(fake, http)
    found, _, cursor = await everything(connector)
    assert set(numbers) <= set(found) and all(found[n].private for n in numbers)
    assert found[numbers[0]].url == f"https://x.com/messages/{fake.city.id}-{citizen.id}"
    del fake.requests[:]
    later = [fake.message(citizen, f"나중 {n}") for n in range(10)]
    ours = fake.message(fake.city, "답입니다", citizen)
    found, _, _ = await everything(connector, cursor)
    assert set(found) == {*later, ours}
    assert found[ours].own and found[ours].parent_id == later[-1]
    assert len(asked(fake, "/dm_events")) == 2


async def test_what_the_city_writes_elsewhere_is_its_own(fake: FakeX, http: Http) -> None:
    number = mention(fake, "언제 고치나요")
    connector = channel(fake, http)
    _, _, cursor = await everything(connector)
    ours = fake.post(fake.city, "@citizen1 내일입니다", answers=number)
    found, _, _ = await everything(connector, cursor)
    assert found[ours].own and found[ours].parent_id == number
