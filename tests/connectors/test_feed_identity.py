"""Which item is which from one document to the next, what is gone, and when something was written."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Post
from connectors.feed.links import absolute, normalised
from connectors.feed.parse import Feed, Item, parse
from connectors.feed.posts import Memory, to_posts

NOW = 1_795_135_000_000  # a little after 09:30 in Seoul on 20 November 2026


@dataclass
class Reader:
    """Reads one document after the other as the client does, the memory going through the cursor."""

    memory: Memory

    def __call__(self, items: list[Item], **options: object) -> list[Post]:
        posts, self.gone = to_posts(Feed(items=items, **options), self.memory, NOW)  # type: ignore[arg-type]
        self.memory = Memory.load(self.memory.dump())
        return posts


@pytest.fixture
def reader() -> Reader:
    return Reader(Memory())


def items(
    *numbers: int, guid: str = "g{}", link: str = "https://a.example/v?no={}", **fields: str
) -> list[Item]:
    return [Item(title=f"글 {n}", guid=guid.format(n), link=link.format(n), **fields) for n in numbers]  # type: ignore[arg-type]


def ids(posts: list[Post]) -> list[str]:
    return [post.remote_id for post in posts]


# --- links ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "same",
    [
        "https://a.example/view.do?bbsId=7&nttId=9",
        "https://A.EXAMPLE/view.do?nttId=9&bbsId=7",
        "http://a.example:80/view.do?bbsId=7&nttId=9",
        "https://a.example:443/view.do?bbsId=7&nttId=9#top",
        "https://a.example/view.do;jsessionid=A1B2.node1?bbsId=7&nttId=9",
        "https://a.example/view.do?bbsId=7&PHPSESSID=x&nttId=9&utm_source=rss&sid=3&timestamp=5",
        "https://a.example/view.do?bbsId=7&amp;nttId=9",
    ],
)
def test_spellings_of_one_address_are_one(same: str) -> None:
    assert normalised(same) == "a.example/view.do?bbsId=7&nttId=9"


@pytest.mark.parametrize("key", ["nttId", "bbsId", "seq", "idx", "no", "articleNo", "boardNo", "page_id"])
def test_keys_that_name_an_item_stay(key: str) -> None:
    assert normalised(f"https://a.example/v?{key}=1") != normalised(f"https://a.example/v?{key}=2")


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("/bbs/1", "https://a.example/bbs/1"),
        ("view.do?no=1", "https://a.example/board/view.do?no=1"),
        ("?no=1", "https://a.example/board/list.do?no=1"),
        ("//b.example/1", "https://b.example/1"),
        ("www.b.example/1", "https://www.b.example/1"),
        ("city.go.kr/1", "https://city.go.kr/1"),
        ("HTTP://b.example/1", "HTTP://b.example/1"),
        (" https://b.example/a b ", "https://b.example/a%20b"),
        ("https://b.example/a\n    ?no=1", "https://b.example/a?no=1"),
        ("javascript:alert(1)", ""),
        ("mailto:a@b.example", ""),
        ("file:///etc/passwd", ""),
        ("http://[", "http://["),
        ("#top", ""),
        ("", ""),
    ],
)
def test_links_are_made_whole(link: str, whole: str) -> None:
    assert absolute(link, "https://a.example/board/list.do") == whole


@given(st.text(max_size=300))
def test_no_link_makes_it_fail(link: str) -> None:
    assert isinstance(normalised(absolute(link, "https://a.example/")), str)


# --- identity -------------------------------------------------------------------------------------------


def test_a_good_guid_is_the_identity_whatever_happens_to_the_link(reader: Reader) -> None:
    assert ids(reader(items(1, 2))) == ["g1", "g2"]
    assert ids(reader(items(1, 2, link="https://b.example/{}"))) == ["g1", "g2"]


def test_without_guid_the_link_counts_and_without_link_the_words(reader: Reader) -> None:
    assert ids(reader(items(1, guid=""))) == ["link:a.example/v?no=1"]
    first, second = reader(items(1, 2, guid="", link=""))
    assert first.remote_id.startswith("hash:")
    assert first.remote_id != second.remote_id
    assert ids(reader(items(1, guid="", link="")))[0] == first.remote_id


def test_links_that_all_lead_to_the_same_page_name_nothing(reader: Reader) -> None:
    posts = reader(items(1, 2, 3, guid="", link="https://a.example/"))
    assert len(set(ids(posts))) == 3


def test_a_guid_that_all_items_share_is_ignored_for_good(reader: Reader) -> None:
    assert ids(reader(items(1, 2, guid="same"))) == ["link:a.example/v?no=1", "link:a.example/v?no=2"]
    assert ids(reader(items(1, guid="same"))) == ["link:a.example/v?no=1"]


def test_two_items_that_share_a_guid_do_not_spoil_the_others(reader: Reader) -> None:
    posts = reader(items(1, 2, 3, 4, 5, 6) + items(7, 8, guid="same"))
    assert ids(posts)[:6] == ["g1", "g2", "g3", "g4", "g5", "g6"]
    assert ids(posts)[6:] == ["link:a.example/v?no=7", "link:a.example/v?no=8"]


def test_an_item_that_stands_there_twice_is_one(reader: Reader) -> None:
    assert ids(reader(items(1, 1, 2))) == ["g1", "g2"]


def test_guids_that_change_every_time_are_found_out_and_nothing_appears_twice(reader: Reader) -> None:
    first = reader(items(1, 2, 3, guid="a{}"))
    second = reader(items(1, 2, 3, 4, guid="b{}"))
    third = reader(items(2, 3, 4, 5, guid="c{}"))
    assert ids(first) == ["a1", "a2", "a3"]
    assert ids(second) == ["a1", "a2", "a3", "link:a.example/v?no=4"]
    assert ids(third) == ["a2", "a3", "link:a.example/v?no=4", "link:a.example/v?no=5"]
    assert reader.memory.mode == "link"


def test_a_guid_with_a_session_in_it_is_stable_without_it(reader: Reader) -> None:
    guid = "https://a.example/v;jsessionid={}?no=1"
    first = reader([Item(title="a", guid=guid.format("X1"))])
    assert ids(first) == ids(reader([Item(title="a", guid=guid.format("Y2"))]))


def test_an_edit_keeps_the_identity_and_a_view_counter_is_no_edit(reader: Reader) -> None:
    before = reader(items(1, body="본문<br>조회수 : 17"))[0]
    counted = reader(items(1, body="본문<br>조회수 : 18"))[0]
    edited = reader(items(1, body="고친 본문<br>조회수 : 19"))[0]
    assert before == counted
    assert edited.remote_id == before.remote_id
    assert edited.text == "글 1\n\n고친 본문"


def test_an_address_that_several_authors_share_names_none_of_them(reader: Reader) -> None:
    rows = items(1, 2, 3, 4, 5)
    said = [
        ("김시민", "web@city.example"), ("이시민", "web@city.example"), ("박시민", "https://city.example/"),
        ("최시민", "https://city.example/"), ("정시민", "https://city.example/users/7"),
    ]  # fmt: skip
    for row, (name, address) in zip(rows, said, strict=True):
        row.author, row.author_id = name, address
    authors = [post.author for post in reader(rows)]
    assert [author.name for author in authors] == ["김시민", "이시민", "박시민", "최시민", "정시민"]
    assert len({author.remote_id for author in authors}) == 5
    assert authors[4].remote_id == "https://city.example/users/7"
    # alone in a later document he is the same one
    (again,) = items(1, author="김시민", author_id="web@city.example")
    assert reader([again])[0].author.remote_id == authors[0].remote_id


def test_an_id_of_ten_thousand_characters_fits(reader: Reader) -> None:
    assert len(ids(reader(items(1, guid="x" * 10_000 + "{}")))[0]) < 100


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "a", "b", "c"]), st.sampled_from(["", "/1", "/2"]), st.sampled_from("가나다")
        )
    )
)
def test_ids_are_unique_and_the_same_document_gives_the_same_ids(rows: list[tuple[str, str, str]]) -> None:
    reader = Reader(Memory())
    document = [Item(guid=g, link=f"https://a.example{path}" if path else "", title=t) for g, path, t in rows]
    first = ids(reader(document))
    assert len(set(first)) == len(first)
    assert ids(reader(document)) == first


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_any_cursor_is_survived(value: object) -> None:
    assert isinstance(Memory.load(value).dump(), dict)
    assert isinstance(Memory.load({"mode": value, "known": value, "complete": value}).dump(), dict)


# --- deletions ------------------------------------------------------------------------------------------


def test_leaving_the_window_is_no_deletion(reader: Reader) -> None:
    reader(items(1, 2, 3))
    reader(items(3, 4))
    assert reader.gone == []


def test_a_tombstone_is_a_deletion(reader: Reader) -> None:
    reader(items(1, 2), deleted=["g3", "g3"])
    assert reader.gone == ["g3"]


def test_a_complete_feed_that_lacks_an_item_has_deleted_it(reader: Reader) -> None:
    reader(items(1, 2, 3), complete=True)
    assert reader.gone == []
    reader(items(1, 3), complete=True)
    assert reader.gone == ["g2"]
    reader(items(3), complete=True, damaged="markup")
    assert reader.gone == []


def test_a_complete_feed_that_is_suddenly_empty_is_not_believed(reader: Reader) -> None:
    reader(items(1, 2), complete=True)
    reader([], complete=True)
    assert reader.gone == []


def test_tombstones_and_completeness_are_read_from_the_document() -> None:
    feed = parse(
        b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"'
        b' xmlns:fh="http://purl.org/syndication/history/1.0"><fh:complete/><link rel="next" href="?p=2"/>'
        b'<at:deleted-entry ref="tag:9" when="2026-11-20T00:00:00Z"/></feed>',
        "https://a.example/feed",
    )
    assert (feed.deleted, feed.complete, feed.next_page) == (["tag:9"], True, "https://a.example/feed?p=2")


# --- time -----------------------------------------------------------------------------------------------


def written(*dates: str, korean: bool = True, memory: Memory | None = None) -> list[int | None]:
    feed = Feed(items=[Item(title=str(n), date=date) for n, date in enumerate(dates)])
    posts, _ = to_posts(feed, memory or Memory(), NOW, korean=korean)
    return [post.created_ms for post in posts]


NINE = 1_795_132_800_000


def test_a_korean_feed_that_calls_its_own_time_gmt_is_found_out_and_remembered() -> None:
    memory = Memory()
    assert written("Fri, 20 Nov 2026 09:00:00 GMT", memory=memory) == [NINE]
    assert written("Fri, 20 Nov 2026 08:00:00 GMT", "2026-11-20T09:00:00+09:00", memory=memory) == [
        NINE - 3_600_000,
        NINE,
    ]
    assert Memory.load(memory.dump()).gmt_is_local


def test_gmt_is_believed_as_long_as_nothing_speaks_against_it() -> None:
    assert written("Fri, 20 Nov 2026 00:00:00 GMT") == [NINE]
    assert written("Fri, 20 Nov 2026 09:00:00 GMT", korean=False) == [None]


def test_a_date_in_the_future_is_no_date_of_writing() -> None:
    assert written("2099-01-01", "9999-12-31", "2026-11-20 09:30:00", "1960-01-01", "어제") == [
        None,
        None,
        NINE + 1_800_000,
        None,
        None,
    ]


def test_only_an_atom_feed_s_update_after_the_publication_is_an_edit() -> None:
    def post(date: str, updated: str) -> Post:
        return to_posts(Feed(items=[Item(title="a", date=date, updated=updated)]), Memory(), NOW)[0][0]

    same = post("2026-11-20T09:00:00+09:00", "2026-11-20T09:00:00+09:00")
    assert (same.created_ms, same.edited_ms) == (NINE, None)
    only = post("", "2026-11-20T09:00:00+09:00")
    assert (only.created_ms, only.edited_ms) == (NINE, None)
    edited = post("2026-11-20T09:00:00+09:00", "2026-11-20T09:10:00+09:00")
    assert (edited.created_ms, edited.edited_ms) == (NINE, NINE + 600_000)
