"""What BAND says, as values: its pseudo tags, times and keys, and whatever JSON may come."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Author, ConnectorError, Malformed
from connectors.naver_band import parse
from connectors.naver_band.parse import Band, Me, as_text, keys_of, moment_ms, remote_id

BAND = Band("B1", "주민 밴드")
ME = Me("Ucity", "시청")

LIST: dict[str, Any] = {
    "paging": {
        "previous_params": None,
        "next_params": {"after": "ap=12", "limit": 20, "band_key": "B1", "access_token": "SECRET"},
    },
    "items": [
        {
            "band_key": "B1",
            "post_key": "P9",
            "content": "공원 화장실이 고장났어요",
            "created_at": 1763600000000,
            "comment_count": 2,
            "author": {"name": "예시 시민", "role": "member", "user_key": "U7"},
            "photos": [{"url": "https://phinf.example/a.jpg", "is_video_thumbnail": True}],
            "latest_comments": [
                {"body": "확인 중입니다", "author": {"name": "시청"}, "created_at": 1763600100000}
            ],
        }
    ],
}


def test_a_list_as_it_is_described() -> None:
    page = parse.posts(LIST, BAND, ME)
    (entry,) = page.items
    assert entry.post.remote_id == "B1/P9" and entry.post.author == Author("U7", "예시 시민")
    assert (entry.post.created_ms, entry.comments, entry.post.context) == (1763600000000, 2, "주민 밴드")
    assert [(m.kind, m.url) for m in entry.post.media] == [("video", "https://phinf.example/a.jpg")]
    assert page.following == {"after": "ap=12", "limit": "20", "band_key": "B1"}, "without the token"


def test_who_left_a_band_and_pictures_without_words_are_posts_too() -> None:
    picture = {"url": "https://phinf.example/a.jpg"}
    entry = parse.entry({"post_key": "P1", "photos": [picture], "created_at": 1763600000000.0}, BAND, ME)
    assert (entry.post.text, entry.post.author, entry.post.own) == ("", Author("", ""), False)
    assert entry.post.created_ms == 1763600000000 and len(entry.post.media) == 1
    comment = parse.comment({"comment_key": 3, "photo": picture, "author": None}, BAND, "P1", "", ME)
    assert comment.key == "3" and comment.post.media and not comment.post.own
    for broken in ({"post_key": "P1"}, {"post_key": "P1", "content": 3}, {"content": "글"}):
        with pytest.raises(Malformed):
            parse.entry(broken, BAND, ME)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<band:refer user_key="abcde">홍 길동</band:refer> 님 안녕하세요', "@홍 길동 님 안녕하세요"),
        ("&lt;band:refer user_key=&quot;abcde&quot;&gt;길동&lt;/band:refer&gt; 님", "@길동 님"),
        ("<band:hashtag>민원</band:hashtag> 과 <band:hashtag>#도로</band:hashtag>", "#민원 과 #도로"),
        ('사진\n<band:attachment type="photo" id="3452" /><band:attachment type="video" id="6" />', "사진"),
        ("1 &lt; 2 &amp;amp; &lt;b&gt;굵게&lt;/b&gt;", "1 < 2 &amp; <b>굵게</b>"),
        ("첫 줄\r\n\r\n셋째 줄", "첫 줄\n\n셋째 줄"),
        ("<b>남는 글자</b>", "<b>남는 글자</b>"),
    ],
)
def test_pseudo_tags_become_what_they_show(content: str, text: str) -> None:
    assert as_text(content) == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1763600000000, 1763600000000),
        (1763600000, 1763600000000),
        ("1763600000000", 1763600000000),
        (0, None),
        (-5, None),
        (True, None),
        (1.5, None),
        ("어제", None),
        (10**40, None),
    ],
)
def test_times_in_seconds_or_milliseconds(value: Any, expected: int | None) -> None:
    assert moment_ms(value) == expected


def test_rights_under_either_name() -> None:
    assert parse.permissions({"permission": ["posting"]}) == {"posting"}
    assert parse.permissions({"permissions": ["commenting"]}) == {"commenting"}
    assert parse.permissions({}) is None


def test_an_answer_of_ours_hangs_below_whom_it_names() -> None:
    def item(key: str, content: str, name: str, user: str, at: int) -> dict[str, Any]:
        author = {"name": name, "user_key": user}
        return {"comment_key": key, "content": content, "author": author, "created_at": at}

    refer = '<band:refer user_key="U2">박 서울</band:refer>'
    value = {
        "items": [
            item("c1", "언제요", "김한빛", "U1", 1763600000),
            item("c2", "저도요", "김한", "U3", 1763600001),
            item("c3", "여기도요", "박 서울", "U2", 1763600002),
            item("c4", "@김한빛 내일입니다", "시청", "Ucity", 1763600003),
            item("c5", refer + " 모레입니다", "시청", "Ucity", 1763600004),
            item("c6", "@김한빛 시민끼리", "박 서울", "U2", 1763600005),
            item("c7", "@없는이 누구", "시청", "Ucity", 1763600006),
        ][::-1]
    }
    page = parse.comments(value, BAND, "P9", "글", ME)
    found = {one.key: one.post.parent_id for one in parse.with_parents(list(page.items))}
    whole = "B1/P9"
    assert found == {
        "c1": whole, "c2": whole, "c3": whole, "c4": "B1/P9/c1", "c5": "B1/P9/c3", "c6": whole, "c7": whole,
    }  # fmt: skip


KEYS = st.text(min_size=1, max_size=20)


@given(KEYS, KEYS, st.none() | KEYS)
def test_ids_can_be_taken_apart_again(band: str, post: str, comment: str | None) -> None:
    try:
        number = remote_id(band, post, *([comment] if comment else []))
    except UnicodeEncodeError:
        return  # half of a character: such keys are not taken in
    keys = keys_of(number)
    assert keys is None or keys == (band, post, comment or "")
    if all(parse.usable_key(key) for key in (band, post, comment or "x")):
        assert keys == (band, post, comment or "")


@pytest.mark.parametrize(
    "number", ["", "B1", "B1/", "/P9", "B1/P9/c/x", "B1/%", "B1/P9?x=1", "x" * 600, "한글/글"]
)
def test_ids_that_are_none_of_ours(number: str) -> None:
    assert keys_of(number) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NAMES = (
    "items paging next_params post_key comment_key band_key content body author name user_key "
    "created_at photos "
    "photo url comment_count latest_comments bands member_count result_code result_data message permission"
).split()
NEARLY = st.dictionaries(
    st.sampled_from(NAMES),
    st.recursive(
        VALUES,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=8)
        ),
        max_leaves=15,
    ),
    max_size=8,
)


@given(NEARLY)
def test_any_value_becomes_posts_or_a_connector_error(value: dict[str, Any]) -> None:
    for read in (
        lambda v: parse.posts(v, BAND, ME),
        lambda v: parse.with_parents(list(parse.comments(v, BAND, "P9", "글", ME).items)),
        parse.bands,
        parse.me,
        parse.permissions,
        parse.result_code,
        parse.message,
    ):
        try:
            read(value)
        except ConnectorError:
            continue


@given(st.text(max_size=300))
def test_any_text_becomes_plain(content: str) -> None:
    assert "\x00" not in as_text(content)
