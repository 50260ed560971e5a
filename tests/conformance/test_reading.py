"""Promises about what comes in: everything, once, as it was written."""

from __future__ import annotations

import json
import unicodedata

from connectors.base import Post
from tests.conformance.stand import Fault, Stand
from tests.conformance.suite import AWAY_MS, Channel, Round, leaks, nfc, stored

LARGEST_CURSOR = 100_000
"""Characters: it is written with every round of every channel."""

FAMILY, FLAG, SKIN, KEYCAP = "👨‍👩‍👧‍👦", "🇰🇷", "👍🏽", "1️⃣"
NFD = unicodedata.normalize("NFD", "한빛시 도로과에 여쭙니다")
TEXTS = (
    "언제 복구되나요? 똠방각하 펲시콜라 뷁",
    NFD,
    f"고맙습니다 {FAMILY} 우리 가족 {FLAG} 최고 {SKIN} 하나 {KEYCAP} 끝",
    "여기를 보세요 https://city.example/path/a?b=1&c=2#d 그리고 답해 주세요",
    "漢字 かな кириллица ελληνικά العربية ไทย",
)


def numbered(count: int) -> list[str]:
    return [f"민원 {number + 1}번입니다" for number in range(count)]


def enough(channel: Channel) -> list[str]:
    """Texts for more than two pages."""
    return numbered(2 * channel.stand.facts.page + 3)


async def test_a_check_names_the_account(channel: Channel) -> None:
    """A check says whose channel it is."""
    found = await channel.connector.check()
    assert found.name and nfc(found.name) == found.name
    assert found.url == "" or found.url.startswith(("http://", "https://"))


async def test_the_first_load_brings_everything(channel: Channel) -> None:
    """The first load brings everything that is there."""
    written = [await channel.stand.write(text) for text in numbered(5)]
    await channel.round()
    assert set(written) <= set(channel.posts)
    for number, text in zip(written, numbered(5), strict=True):
        assert text in channel.posts[number].text


async def test_a_long_past_comes_in_pages(channel: Channel) -> None:
    """A long past comes page by page, and paging ends."""
    written = await channel.write_many(enough(channel))
    done = await channel.round()
    assert set(written) <= set(channel.posts)
    assert done.pages > 1


async def test_a_kill_between_two_pages_loses_nothing(channel: Channel) -> None:
    """A kill between any two pages loses nothing, whether a page was stored or not."""
    written = await channel.write_many(enough(channel))
    done = Round()
    more = True
    while more:
        before = dict(channel.cursor)
        again = Channel(channel.network, channel.stand, channel.http, channel.clock)
        again.cursor = before
        lost = Round()
        await again.page(lost)  # read, and the program is killed before it is stored
        await again.aclose()
        channel.reopen()
        more = await channel.page(done)
        assert {post.remote_id for post in lost.changed} <= set(channel.posts)
        assert done.pages < 150
    assert set(written) <= set(channel.posts)


async def test_a_second_round_brings_nothing(channel: Channel) -> None:
    """Where nothing changed, a round brings nothing."""
    for text in numbered(4):
        await channel.stand.write(text)
    await channel.round()
    for seconds in (0, 0, 3600):
        channel.later(seconds)
        done = await channel.round()
        assert done.changed == [] and done.gone == []


async def test_a_new_post_arrives(channel: Channel) -> None:
    """A new post arrives with the next round, and nothing else."""
    for text in numbered(3):
        await channel.stand.write(text)
    await channel.round()
    number = await channel.stand.write("방금 쓴 글입니다")
    done = await channel.round()
    assert [post.remote_id for post in done.changed] == [number]
    assert "방금 쓴 글입니다" in channel.posts[number].text


async def test_posts_of_one_instant_all_arrive(channel: Channel) -> None:
    """Posts of the same instant all arrive, across pages and rounds."""
    page = channel.stand.facts.page
    first = await channel.stand.write_together(numbered(3))
    await channel.round()
    assert set(first) <= set(channel.posts)
    many = await channel.stand.write_together([f"동시에 {number}" for number in range(page + 2)])
    await channel.round()
    last = await channel.stand.write_together(["마지막 하나", "마지막 둘"])
    everything = {*first, *many, *last}
    await channel.rounds_until(lambda: everything <= set(channel.posts))


async def test_a_doubled_page_costs_nothing(channel: Channel) -> None:
    """A page that repeats entries of the one before neither loses nor doubles anything."""
    written = await channel.write_many(enough(channel))
    channel.stand.fault(Fault.DOUBLED_PAGE)
    await channel.round()
    channel.stand.heal()
    await channel.rounds_until(lambda: set(written) <= set(channel.posts))
    texts = sorted(post.text for post in channel.posts.values() if post.remote_id in written)
    assert len(texts) == len(set(texts)) == len(written)


async def test_a_page_that_is_empty_too_early_costs_nothing(channel: Channel) -> None:
    """An empty page with more behind it loses nothing in the end."""
    written = await channel.write_many(enough(channel))
    channel.stand.fault(Fault.SHORT_PAGE)
    await channel.round()
    channel.stand.heal()
    await channel.rounds_until(lambda: set(written) <= set(channel.posts))


async def test_another_order_costs_nothing(channel: Channel) -> None:
    """Entries in another order than described all arrive."""
    channel.stand.fault(Fault.REORDERED)
    first = await channel.write_many(numbered(4))
    await channel.round()
    second = await channel.write_many([f"나중 {number}" for number in range(4)])
    await channel.round()
    channel.stand.heal()
    await channel.rounds_until(lambda: {*first, *second} <= set(channel.posts))


async def test_a_damaged_entry_costs_only_itself(channel: Channel) -> None:
    """An entry that cannot be read costs only itself, and the channel says so."""
    written = [await channel.stand.write(text) for text in numbered(5)]
    channel.stand.fault(Fault.DAMAGED)
    done = await channel.round()
    there = set(written) & set(channel.posts)
    assert len(there) == 5 or (len(there) == 4 and done.damaged)
    channel.stand.heal()
    later = await channel.stand.write("다음 글입니다")
    await channel.rounds_until(lambda: later in channel.posts)


async def test_the_cursor_is_small_json_without_secrets(channel: Channel) -> None:
    """What is remembered between rounds is small JSON and holds no secret."""
    await channel.write_many(enough(channel))
    done = Round()
    more = True
    while more:
        more = await channel.page(done)
        text = json.dumps(channel.cursor)
        assert len(text) < LARGEST_CURSOR and not list(leaks(text, channel.secrets))
        assert stored(channel.cursor) == channel.cursor


async def test_the_answered_post_is_known(channel: Channel) -> None:
    """A citizen's answer names the post that it answers."""
    root = await channel.written("여쭙니다")
    answer = await channel.written("저도 궁금합니다", parent=root.remote_id)
    assert answer.parent_id == root.remote_id
    assert channel.posts[root.remote_id].parent_id != root.remote_id


async def test_an_author_stays_the_same(channel: Channel) -> None:
    """A citizen is recognised again, and told from others."""
    one = await channel.written("첫째 글", author="김한빛")
    two = await channel.written("둘째 글", author="김한빛")
    other = await channel.written("다른 사람의 글", author="이도래")
    assert one.author.remote_id and one.author.remote_id == two.author.remote_id
    assert other.author.remote_id and other.author.remote_id != one.author.remote_id
    assert "김한빛" in one.author.name and "이도래" in other.author.name


async def test_times_are_utc(channel: Channel) -> None:
    """Times are UTC milliseconds."""
    now_ms = channel.clock() * 1000
    post = await channel.written("지금 쓴 글")
    assert post.created_ms is not None and abs(post.created_ms - now_ms) < AWAY_MS
    assert post.edited_ms is None


async def test_addresses_can_be_opened(channel: Channel) -> None:
    """A post's address is one of the web, or none."""
    post = await channel.written("주소가 있는 글")
    for url in (post.url, post.author.url, *(media.url for media in post.media)):
        assert url == "" or url.startswith(("http://", "https://"))


async def test_texts_arrive_as_they_were_written(channel: Channel) -> None:
    """Hangul in either form, emoji and addresses arrive as they were written, as NFC."""
    written = {await channel.stand.write(text): text for text in TEXTS}
    await channel.rounds_until(lambda: set(written) <= set(channel.posts))
    for number, text in written.items():
        post = channel.posts[number]
        assert nfc(text) in post.text, f"{post.text!r} for {text!r}"
        assert all(nfc(part) == part for part in texts_of(post))


def texts_of(post: Post) -> list[str]:
    return [post.text, post.author.name, post.author.handle, post.context, post.remote_id]


async def test_markup_arrives_as_plain_text(channel: Channel) -> None:
    """Less-than signs, ampersands and tags become plain text."""
    post = await channel.written("7 > 3 & 5 < 6 그리고 <b>굵게</b> 끝")
    assert "7 > 3 & 5 < 6 그리고" in post.text and "굵게" in post.text
    assert not any(entity in post.text for entity in ("&lt;", "&gt;", "&amp;", "<p", "<br"))


async def test_pictures_arrive_with_their_description(channel: Channel) -> None:
    """A picture arrives with its address and its description."""
    number = await channel.stand.with_media("사진을 올립니다", "물이 고인 산책로")
    await channel.rounds_until(lambda: number in channel.posts)
    post = channel.posts[number]
    assert [media.kind for media in post.media] == ["image"]
    assert post.media[0].alt == "물이 고인 산책로"
    assert post.media[0].url.startswith(("http://", "https://"))


async def test_private_posts_are_marked(channel: Channel) -> None:
    """What only the city may see is marked as private."""
    secret = await channel.written("개인 정보가 있습니다", private=True)
    public = await channel.written("모두 보세요")
    assert secret.private and not public.private


async def test_the_server_and_the_channel_name_posts_alike(channel: Channel, stand: Stand) -> None:
    """A post that was read is found on the server under its id."""
    post = await channel.written("같은 번호의 글")
    held = await stand.holds(post.remote_id)
    assert held is not None and nfc("같은 번호의 글") in nfc(held.text)
    assert held.state == post.state
