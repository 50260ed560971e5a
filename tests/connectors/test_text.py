"""HTML to text, and lengths by the rules of the networks."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import LengthRule, clean_id, clean_text
from connectors.text import clusters, graphemes, measure, to_text

PIECES = ["<p>", "</p>", "<br>", "<a href='", "'>", "</a>", "<", "&lt;", "&amp;", "가", "<li>", "<pre>", " "]
MASTODON = LengthRule(500, "graphemes", 23)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("그냥 글", "그냥 글"),
        ("  앞뒤 빈칸 \r\n둘째 줄 ", "앞뒤 빈칸 \n둘째 줄"),
        (
            "<p>가로등이 <b>고장</b>났어요.</p><p>둘째<br/>새 줄</p>",
            "가로등이 고장났어요.\n\n둘째\n새 줄",
        ),
        ("<div>한 줄</div><div>다음 줄</div>", "한 줄\n다음 줄"),
        ("<div>한 줄<br></div><div>다음 줄</div>", "한 줄\n다음 줄"),
        ("<div>위</div><div><br></div><div>아래</div>", "위\n\n아래"),
        ("가<br><br><br><br>나", "가\n\n나"),
        ("<ul><li>하나</li><li>둘</li></ul>끝", "- 하나\n- 둘\n\n끝"),
        ("<ol><li>하나</li><li>둘</li></ol>끝", "1. 하나\n2. 둘\n\n끝"),
        (
            '<ol start="3"><li>셋<ul><li>안</li></ul></li><li value="9">아홉</li><li>열</li></ol>',
            "3. 셋\n\n- 안\n\n9. 아홉\n10. 열",
        ),
        ("<table><tr><td>부서</td><td>전화</td></tr><tr><td>도로과</td></tr></table>", "부서 전화\n도로과"),
        ("원본의\n줄바꿈은   빈칸<b></b>", "원본의 줄바꿈은 빈칸"),
        ("<pre>첫째\n  둘째</pre>", "첫째\n  둘째"),
        ("3 < 5\n둘째 줄 &amp; 끝", "3 < 5\n둘째 줄 & 끝"),
        ("3 < 5 그리고 7 > 2", "3 < 5 그리고 7 > 2"),
        ("<script>alert(1)</script><style>p{}</style>본문<!-- 주석 -->", "본문"),
        ('<div style="display: none">숨김</div>보임', "보임"),
        ("<p hidden>숨김</p><p>보임</p>", "보임"),
        ('<img src="https://x.example/a.png" alt="파손된 보도블록">', "파손된 보도블록"),
        ("<iframe src='https://x.example'>틀</iframe>본문", "본문"),
        ("<a onclick='x()' href='javascript:alert(1)'>누르세요</a>", "누르세요"),
        ('<p title="a>b">속성</p>', "속성"),
    ],
)
def test_markup_becomes_lines(source: str, text: str) -> None:
    assert to_text(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('<a href="https://a.example/x">여기</a>', "여기 (https://a.example/x)"),
        ('<a href="https://a.example/x">https://a.example/x</a>', "https://a.example/x"),
        ('<a href="https://www.a.example/">a.example</a>', "a.example"),
        ('<a href="/bbs/1">글</a>', "글"),
        ('<a href="https://a.example/x"><img src="y"></a>본문', "본문"),
        (
            '<a href="https://www.a.example/very-long"><span class="invisible">https://www.</span>'
            '<span class="ellipsis">a.example/very</span><span class="invisible">-long</span></a>',
            "https://www.a.example/very-long",
        ),
        (
            '<span class="h-card"><a href="https://h.example/@user" class="mention">@<span>user</span></a>'
            "</span> 안녕하세요",
            "@user 안녕하세요",
        ),
    ],
)
def test_links_keep_an_address_that_their_text_does_not_show(source: str, text: str) -> None:
    assert to_text(source) == text


def test_relative_links_are_joined_to_the_base() -> None:
    assert to_text('<a href="/bbs/1">글</a>', "https://city.example/x") == "글 (https://city.example/bbs/1)"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("R&amp;D 지원 &middot; 안내&nbsp;끝", "R&D 지원 · 안내 끝"),
        ("&amp;quot;두 번&amp;quot;", '"두 번"'),
        ("&lt;p&gt;이중 &amp;amp; 본문&lt;/p&gt;&lt;p&gt;둘&lt;/p&gt;", "이중 & 본문\n\n둘"),
        ("<p>&amp;lt;공고&amp;gt;</p>", "<공고>"),
        ("a=1&b=2", "a=1&b=2"),
        ("&#44032;&#xB098;", "가나"),
    ],
)
def test_entities_are_opened_also_where_somebody_escaped_twice(source: str, text: str) -> None:
    assert to_text(source, twice=True) == text


@pytest.mark.parametrize(
    "typed", ["R&amp;D", "&lt;b&gt;", "<p>글</p>", "&quot;", "5 < 6 & 7 > 2", "&amp;amp;", "&nbsp;|&#44032;"]
)
def test_what_somebody_typed_is_opened_exactly_once(typed: str) -> None:
    escaped = html.escape(typed)
    for source in (
        escaped,
        f"<p>{escaped}</p>",
        f'<p><a class="x" href="https://a.example/">{escaped}</a></p>',
    ):
        assert to_text(source).removesuffix(" (https://a.example/)") == typed


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 50_000 + "깊이",
        "<p " * 50_000,
        '<p "' * 50_000,
        "<" * 50_000,
        "&amp;" * 50_000,
        "<a><b>" * 20_000,
    ],
    ids=["deep", "open", "quote", "brackets", "entities", "alternating"],
)
def test_hostile_markup_ends(source: str) -> None:
    assert isinstance(to_text(source), str)


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_text_makes_it_fail_and_none_grows(source: str) -> None:
    text = to_text(source)
    assert "\x1d" not in text or "\x1d" in source
    assert len(text) <= len(source) * 2 + 10


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("한글", 2),
        ("\u1100\u1161\u11a8", 1),
        ("ᄀᆞᄀᆞ", 2),
        ("e\u0301", 1),
        ("\r\n", 1),
        ("a\r\nb", 3),
        ("가\r\n나", 3),
        ("👨‍👩‍👧‍👦", 1),
        ("👍🏽", 1),
        ("❤️", 1),
        ("🇰🇷🇰🇷", 2),
        ("🇰🇷🇰", 2),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 1),
        ("1️⃣", 1),
        ("漢字かな", 4),
    ],
)
def test_graphemes_are_what_a_person_sees(text: str, count: int) -> None:
    assert graphemes(text) == count
    assert len(clusters(text)) == count
    assert "".join(clusters(text)) == text


def test_mastodon_counts_addresses_as_23_and_remote_mentions_without_their_host() -> None:
    long = "https://city.example/" + "a" * 200
    assert measure(f"안녕 {long}", MASTODON) == 3 + 23
    assert measure(f"{long}. 끝", MASTODON) == 23 + 3
    assert measure("@user@far.example 네", MASTODON) == len("@user 네")
    assert measure("메일 a@b.example", MASTODON) == len("메일 a@b.example")


def test_other_rules_count_in_their_own_units() -> None:
    assert measure("한글 a", LengthRule(unit="characters")) == 4
    assert measure("한글 a", LengthRule(unit="bytes")) == 8
    assert measure("한글 a", LengthRule(280, "weighted", 23)) == 6
    assert measure("👨‍👩‍👧‍👦", LengthRule(280, "weighted", 23)) == 2
    assert LengthRule(500).count("👍🏽") == 1


@given(st.text())
def test_a_cleaned_text_can_be_stored_and_sent(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.encode("utf-8").decode() == cleaned
    assert "\0" not in cleaned
    assert clean_text(cleaned) == cleaned


def test_lone_surrogates_and_nul_do_not_survive() -> None:
    assert clean_text("가\ud800나\0다\x0b라\ufffe") == "가\ufffd나다라"
    # or that nobody sees and that would hide a word from the search; joiners make pictures and stay
    assert (
        clean_text("버\u200b스\u00ad정\ufeff류\u2060장 👨\u200d👩\u200d👧") == "버스정류장 👨\u200d👩\u200d👧"
    )
    assert clean_text("\u1100\u1161\u11a8") == "\uac01"


def test_an_id_of_ten_thousand_characters_becomes_its_digest() -> None:
    assert clean_id("x" * 500) == "x" * 500
    assert clean_id("x" * 10_000).startswith("sha256:")
    assert clean_id("x" * 10_000) != clean_id("x" * 10_001)


def test_a_reply_that_names_its_author_counts_the_name_once() -> None:
    rule = LengthRule(500, "graphemes", 23, names_author=True)
    assert rule.count("네", "@user@far.example") == len("@user 네")
    assert rule.count("@User@far.example 네", "@user@far.example") == len("@user 네")
    assert rule.count("", "@user@far.example") == 0
    assert MASTODON.count("네", "@user") == 1


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("hello", 5),
        ("언제 고치나요?", 8),
        ("😀", 4),
        ("👨‍👩‍👧‍👦", 25),
        ("🇰🇷", 8),
        ("1️⃣ 번", 9),
        ("漢字ا", 3),
        ("e\u0301", 2),
    ],
)
def test_threads_counts_emoji_as_their_bytes(text: str, length: int) -> None:
    assert measure(text, LengthRule(limit=500, unit="emoji-bytes")) == length
