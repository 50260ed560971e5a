"""Documents to items: each row of the table of pitfalls in rss_atom.md, and every dialect."""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
import sys

import pytest

from connectors.base import Malformed, Media
from connectors.feed.parse import Feed, parse
from connectors.feed.posts import Memory, to_posts

URL = "https://www.hanbit.example/rss.do"


def rss(items: str, head: str = "", declared: str = "utf-8") -> str:
    channel = f"<channel><title>소식</title>{head}{items}</channel>"
    return f'<?xml version="1.0" encoding="{declared}"?>\n<rss version="2.0">{channel}</rss>'


def item(title: str = "제목", link: str = "https://a.example/1", rest: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{rest}</item>"


def read(text: str | bytes, url: str = URL) -> Feed:
    return parse(text if isinstance(text, bytes) else text.encode(), url)


def first_text(text: str | bytes) -> str:
    posts, _ = to_posts(read(text), Memory(), 1_800_000_000_000)
    return posts[0].text


# --- encodings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("euc-kr", "euc-kr"),
        ("euc-kr", "cp949"),
        ("ks_c_5601-1987", "cp949"),
        ("MS949", "cp949"),
        ("cp949", "cp949"),
        ("windows-949", "cp949"),
        ("utf-8", "cp949"),
        ("euc-kr", "utf-8"),
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-16-be"),
        ("utf-16", "utf-16-le"),
        ("nonsense", "utf-8"),
    ],
)
def test_bytes_count_and_declarations_do_not(declared: str, encoding: str) -> None:
    title = "가로등 정비" if encoding == "euc-kr" else "똠방각하 펲시콜라 안내"
    feed = read(rss(item(title), declared=declared).encode(encoding))
    assert feed.items[0].title == title
    assert feed.damaged == ""


def test_cp949_without_a_declaration() -> None:
    assert (
        read("<rss><channel><item><title>똠</title></item></channel></rss>".encode("cp949")).items[0].title
        == "똠"
    )


def test_a_character_cut_in_two_by_a_short_column_costs_only_itself() -> None:
    body = rss(
        item("앞") * 5 + item("가로등 정비 안내 공고", rest="<description>가나다라마바사</description>")
    ).encode()
    feed = read(body.replace("공고".encode(), "공고".encode()[:-1]))
    assert [one.title for one in feed.items[:5]] == ["앞"] * 5
    assert feed.items[5].title == "가로등 정비 안내 공\ufffd"
    assert feed.damaged == "encoding"


def test_another_legacy_encoding_is_read_as_declared() -> None:
    markup = rss(item("日本語のお知らせ"), declared="shift_jis").replace("소식", "")
    assert read(markup.encode("shift_jis")).items[0].title == "日本語のお知らせ"


# --- markup ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "title", "damaged"),
    [
        ("\n\n  " + rss(item("빈 줄")), "빈 줄", ""),
        (rss(item("가&nbsp;나 &middot; 다")), "가\xa0나 · 다", ""),
        (rss(item("R&D 지원")), "R&D 지원", ""),
        (rss(item("A&B;C &copy &unknown; 끝")), "A&B;C &copy &unknown; 끝", ""),
        (rss(item("<![CDATA[가 & 나 <b>]]>")), "가 & 나 <b>", ""),
        (rss(item("가\x0b나\x00다")), "가나다", ""),
        (rss(item("가&#0;&#x1F;&#xD800;나")), "가나", ""),
        (rss(item("가&#44032;")), "가가", ""),
        (rss(item("이름", rest="<dc:date>2026-11-20</dc:date>")), "이름", ""),
        (rss(item("앞말")).replace("\n<rss", "<?xml-stylesheet href='x'?><!-- <rss> --><rss"), "앞말", ""),
        ("<br />\n<b>Notice</b>: Undefined\n" + rss(item("경고")), "경고", ""),
        (rss(item("첫째") + "<item><title>둘째</tit"), "첫째", "markup"),
        (rss(item("첫째") + item("둘째"))[:-40], "첫째", "markup"),
        (rss(item("<b>굵은</b> 제목")), "<b>굵은</b> 제목", ""),
    ],
)
def test_broken_markup_is_read_as_far_as_possible(markup: str, title: str, damaged: str) -> None:
    feed = read(markup)
    assert feed.items[0].title == title
    assert feed.damaged == damaged


def test_a_bare_ampersand_keeps_every_part_of_a_link() -> None:
    feed = read(rss(item(link="https://a.example/view.do?a=1&b=2&nttId=3&copy=4")))
    assert feed.items[0].link == "https://a.example/view.do?a=1&b=2&nttId=3&copy=4"


def test_a_link_behind_an_error_keeps_every_part_too() -> None:
    for error in ("<title>가</title></b>", "<title a=1>3 &lt; 4 &amp; 5</title>"):
        feed = read(rss(f"<item>{error}</item>" + item(link="https://a.example/view.do?a=1&b=2&amp;nttId=3")))
        assert feed.items[-1].link == "https://a.example/view.do?a=1&b=2&nttId=3"
        assert feed.damaged == "markup"


def test_tags_that_nobody_closes_swallow_nothing() -> None:
    text = "<p>첫 줄<br>둘째 <img src=x> <b>굵게</p> R&D <![CDATA[<i>]]>"
    markup = rss(f"<item><title>굵은 <b>글</title><description>{text}</description></item>" + item("다음"))
    feed = read(markup)
    assert [entry.title for entry in feed.items] == ["굵은 <b>글", "다음"]
    assert feed.items[0].body == "<p>첫 줄<br>둘째 <img src=x> <b>굵게</p> R&D <i>"
    assert feed.damaged == ""


def test_a_title_with_a_misspelt_end_takes_no_other_item_with_it() -> None:
    feed = read(rss("<item><title>첫 글</titel><guid>1</guid></item>" + item("둘째") + item("셋째")))
    assert [entry.title for entry in feed.items][-2:] == ["둘째", "셋째"]
    assert len(feed.items) == 3 and feed.damaged == "markup"


def test_a_bracket_that_begins_no_tag_is_text() -> None:
    feed = read(rss(item("버스 간격 5 < 10분 & <3 <= 4", "https://a.example/?a=1&b=2")))
    assert (feed.items[0].title, feed.items[0].link) == (
        "버스 간격 5 < 10분 & <3 <= 4",
        "https://a.example/?a=1&b=2",
    )
    assert feed.damaged == ""


def test_an_undeclared_prefix_still_gives_its_field() -> None:
    markup = rss(item(rest="<dc:date>2026-11-20 09:00:00</dc:date><content:encoded>본문</content:encoded>"))
    assert (read(markup).items[0].date, read(markup).items[0].body) == ("2026-11-20 09:00:00", "본문")


def test_a_document_cut_off_anywhere_gives_what_came_before() -> None:
    whole = rss("".join(item(f"글 {n}", f"https://a.example/{n}") for n in range(20))).encode()
    for length in range(300, len(whole), 37):
        feed = read(whole[:length])
        assert feed.damaged
        assert feed.items[0].title == "글 0"


def test_a_packed_file_is_opened_and_a_bomb_is_not() -> None:
    assert read(gzip.compress(rss(item("글", "https://a.example/1")).encode())).items[0].title == "글"
    with pytest.raises(Malformed) as refused:
        read(gzip.compress(b" " * 20_000_001))
    assert refused.value.code == "too-large"


def test_names_in_capitals_are_the_same_names() -> None:
    markup = rss(item("글", "https://a.example/1"))
    for name in ("rss", "channel", "item", "title", "link"):
        markup = markup.replace(f"<{name}", f"<{name.upper()}").replace(f"</{name}>", f"</{name.upper()}>")
    assert [(found.title, found.link) for found in read(markup).items] == [("글", "https://a.example/1")]


def test_content_of_another_kind_is_no_text() -> None:
    def first(content: str) -> str:
        entry = f"<entry><title>글</title>{content}<summary>요약</summary></entry>"
        return read(f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>').items[0].body

    words = base64.b64encode("<b>안녕</b>".encode()).decode()
    assert first(f'<content mode="base64" type="text/html">{words}</content>') == "<b>안녕</b>"
    assert first('<content type="application/pdf">JVBERi0xLjQK</content>') == "요약"
    assert first('<content type="text/html" mode="escaped">&lt;b&gt;글</content>') == "<b>글"


def test_of_several_addresses_the_first_page_for_people_is_taken() -> None:
    links = (
        '<link rel="alternate" type="application/json" href="/j"/>'
        '<link rel="alternate" hreflang="ko" href="/ko"/>'
        '<link rel="alternate" type="text/html" hreflang="en" href="/en"/>'
    )
    found = read(f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>글</title>{links}</entry></feed>')
    assert found.items[0].link == "https://www.hanbit.example/ko"


def test_a_template_in_one_encoding_around_texts_in_another() -> None:
    titles = ["한글 제목입니다".encode(), "둘째 제목입니다".encode("cp949")] * 3
    rows = b"".join(b"<item><title>" + title + b"</title></item>" for title in titles)
    feed = read("<rss><channel><title>구청 게시판</title>".encode("cp949") + rows + b"</channel></rss>")
    assert [found.title for found in feed.items[:2]] == ["한글 제목입니다", "둘째 제목입니다"]
    assert (feed.title, feed.damaged) == ("구청 게시판", "encoding")


def test_an_item_that_was_cut_in_two_waits_for_the_whole_document() -> None:
    whole = rss("".join(item(f"글 {n}", f"https://a.example/{n}") for n in range(3))).encode()
    within = whole.index(b"https://a.example/2") + len("https://a.example/")
    assert [found.link for found in read(whole[:within]).items] == [
        "https://a.example/0",
        "https://a.example/1",
    ]
    # only the end is missing: nothing of the items is
    assert len(read(whole[: whole.rindex(b"</item>") + 7]).items) == 3


def test_whoever_wrote_an_atom_feed_wrote_what_names_nobody() -> None:
    markup = """<feed xmlns="http://www.w3.org/2005/Atom"><author><name>홍보과</name></author>
      <entry><title>하나</title></entry>
      <entry><title>둘</title><author><name>김시민</name></author></entry></feed>"""
    assert [found.author for found in read(markup).items] == ["홍보과", "김시민"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("<!DOCTYPE html><html><body>점검중</body></html>", "html"),
        ("<!-- x --><html><body>점검중</body></html>", "html"),
        (
            '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C" "x"><html><p>로그인</p></html>',
            "html",
        ),
        ("\ufeff\n<HTML><HEAD>", "html"),
        ("점검중입니다", "not-a-feed"),
        ("<opml><body/></opml>", "not-a-feed"),
        ('<?xml version="1.0"?><error>1</error>', "not-a-feed"),
        ('{"a": 1}', "not-a-feed"),
        ('{"items": ', "not-json"),
        ('{"items":' + "[" * 100_000, "not-json"),
        ("\x89PNG\r\n\x1a\n" + "\x00" * 100, "not-a-feed"),
        ("<!DOCTYPE rss [" + "x" * 100, "not-a-feed"),
    ],
)
def test_what_is_no_feed_is_malformed_and_never_empty(body: str, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        read(body)
    assert caught.value.code == code


# --- attacks --------------------------------------------------------------------------------------------


def test_external_entities_are_not_read() -> None:
    stranger = '<!ENTITY % p SYSTEM "http://127.0.0.1:1/">%p;'
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">{stranger}]>'
    markup = rss(item("안 &x; 밖")).replace("\n<rss", f"\n{doctype}<rss")
    assert "root:" not in str(read(markup))
    assert read(markup).items[0].title == "안 &x; 밖"


def test_billion_laughs_do_not_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>'
    markup = rss(item("&l9;", rest="<guid a='&l9;'>1</guid>")).replace("\n<rss", f"\n{doctype}<rss")
    assert len(str(read(markup))) < 1000


def test_quadratic_entities_and_deep_nesting_end() -> None:
    assert read(rss(item(f"<a>{'<b>' * 5000}"))).damaged == ""
    markup = rss(item(rest=f"<a>{'<b>' * 5000}"))
    assert read(markup).damaged == "markup"
    assert len(read(rss("<![CDATA[" * 20_000)).items) == 0
    assert len(read(rss("&" * 200_000)).items) == 0


def test_more_items_than_anybody_publishes_are_cut() -> None:
    assert len(read(rss("<item><title>a</title></item>" * 6000)).items) == 5000


# --- dialects -------------------------------------------------------------------------------------------


def test_the_made_up_city_feed_of_the_fact_sheet() -> None:
    body = """<?xml version="1.0" encoding="euc-kr" ?>
<rss version="2.0"><channel><title><![CDATA[한빛시 새소식]]></title><link>www.hanbit.example</link>
<item><title><![CDATA[가로등 정비 안내 & 협조]]></title>
<link><![CDATA[/bbs/view.do;jsessionid=A1B2?bbsId=7&nttId=913]]></link>
<pubDate>2026-11-20 09:00:00.0</pubDate><department>도로과</department>
<description><![CDATA[<p style="..">본문</p>]]></description></item></channel></rss>""".encode("cp949")
    posts, _ = to_posts(read(body), Memory(), 1_800_000_000_000)
    post = posts[0]
    assert post.text == "가로등 정비 안내 & 협조\n\n본문"
    assert post.url == "https://www.hanbit.example/bbs/view.do?bbsId=7&nttId=913"
    assert post.remote_id == "link:www.hanbit.example/bbs/view.do?bbsId=7&nttId=913"
    assert post.author.name == "도로과"
    assert post.created_ms == 1_795_132_800_000


def test_atom_with_people_links_and_xhtml() -> None:
    markup = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/a/"
      xmlns:thr="http://purl.org/syndication/thread/1.0">
      <title>블로그</title><link rel="self" href="/feed"/><link href="https://blog.example/"/>
      <entry><id>tag:1</id><title type="html">A &amp;amp; B</title>
      <link rel="edit" href="edit"/><link href="post/1"/>
      <link rel="enclosure" type="image/png" href="x.png" title="사진"/>
      <author><name>김한빛</name><uri>https://blog.example/u/1</uri><email>k@blog.example</email></author>
      <published>2026-11-20T09:00:00+09:00</published><updated>2026-11-20T10:00:00+09:00</updated>
      <thr:in-reply-to ref="tag:0"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
      <p>첫째</p><p>둘째 <b>굵게</b></p></div></content>
      </entry></feed>"""
    posts, _ = to_posts(read(markup), Memory(), 1_800_000_000_000)
    post = posts[0]
    assert post.remote_id == "tag:1"
    assert post.text == "A & B\n\n첫째\n\n둘째 굵게"
    assert post.url == "https://blog.example/a/post/1"
    assert (post.author.name, post.author.url) == ("김한빛", "https://blog.example/u/1")
    assert post.edited_ms is not None and post.created_ms is not None
    assert post.edited_ms - post.created_ms == 3_600_000
    assert post.parent_id == "tag:0"
    assert post.media == (Media("image", "https://blog.example/a/x.png", "사진"),)


def test_rss_1_0_has_its_items_beside_the_channel() -> None:
    markup = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>옛 피드</title><link>https://old.example/</link></channel>
      <item><title>글</title><link>https://old.example/1</link><dc:date>2026-11-20T09:00:00+09:00</dc:date>
      <dc:creator>이솔내</dc:creator></item></rdf:RDF>"""
    feed = read(markup)
    assert (feed.title, len(feed.items), feed.items[0].author) == ("옛 피드", 1, "이솔내")


def test_rss_0_91_with_its_external_dtd() -> None:
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss-0.91.dtd">'
    assert read(rss(item()).replace("\n<rss", f"\n{doctype}\n<rss")).items[0].title == "제목"


def test_media_itunes_and_content_do_not_mix_up() -> None:
    spaces = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    rest = (
        "<media:title>다른 제목</media:title><media:description>다른 글</media:description>"
        '<media:group><media:content url="https://a.example/v.mp4" type="video/mp4"/></media:group>'
        '<media:thumbnail url="/t"/><itunes:author>방송</itunes:author>'
        '<enclosure url="https://a.example/f.hwp" type="application/x-hwp" length="1"/>'
        "<description>짧은 글</description><content:encoded xmlns:content='c'>긴 글</content:encoded>"
    )
    one = read(rss(item(rest=rest)).replace("<rss ", f"<rss {spaces} ")).items[0]
    assert (one.title, one.body, one.author) == ("제목", "긴 글", "")
    assert [(m.kind, m.url) for m in one.media] == [
        ("video", "https://a.example/v.mp4"),
        ("image", "https://www.hanbit.example/t"),
        ("file", "https://a.example/f.hwp"),
    ]


def test_a_film_has_its_words_in_a_group() -> None:
    markup = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry>
      <id>yt:video:1</id><title>시정 소식</title><link rel="alternate" href="https://v.example/1"/>
      <media:group><media:title>시정 소식</media:title><media:content url="https://v.example/1.swf"/>
      <media:thumbnail url="https://v.example/1.jpg"/><media:description>첫 줄
둘째 &lt;줄&gt;</media:description></media:group></entry></feed>"""
    posts, _ = to_posts(read(markup), Memory(), 1_800_000_000_000)
    assert posts[0].text == "시정 소식\n\n첫 줄\n둘째 <줄>"
    assert [one.kind for one in posts[0].media] == ["file", "image"]


def test_json_feed() -> None:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "제이슨 & 친구",
        "home_page_url": "https://j.example/",
        "next_url": "/feed?page=2",
        "items": [
            {
                "id": 7,
                "url": "/7",
                "title": "제목 <b>",
                "content_text": "줄 하나\n줄 <둘>",
                "date_published": "2026-11-20T09:00:00+09:00",
                "authors": [{"name": "박", "url": "https://j.example/p"}],
                "attachments": [{"url": "a.pdf", "mime_type": "application/pdf", "title": "붙임"}, 3],
            },
            {"id": None, "content_html": "<p>글</p>", "attachments": 5, "author": {"name": 4}},
            "nonsense",
        ],
    }
    feed = read(json.dumps(value))
    posts, _ = to_posts(feed, Memory(), 1_800_000_000_000)
    assert feed.next_page == "https://www.hanbit.example/feed?page=2"
    assert [post.text for post in posts] == ["제목 <b>\n\n줄 하나\n줄 <둘>", "글"]
    assert (posts[0].remote_id, posts[0].url, posts[0].author.name) == ("7", "https://j.example/7", "박")
    assert posts[0].media == (Media("file", "https://j.example/a.pdf", "붙임"),)
    assert posts[1].author.name == "제이슨 & 친구"


# --- text -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("제목", "본문", "제목\n\n본문"),
        ("제목", "", "제목"),
        ("", "본문", "본문"),
        ("가로등이 고장", "가로등이 고장 났어요", "가로등이 고장 났어요"),
        (
            "가로등이 오래전부터 고장…",
            "가로등이 오래전부터 고장 나 있어요",
            "가로등이 오래전부터 고장 나 있어요",
        ),
        ("&amp;quot;제목&amp;quot; &amp;lt;공고&amp;gt;", "", '"제목" <공고>'),
        ("두\n줄   제목", "본문", "두 줄 제목\n\n본문"),
        ("제목", "&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;본문&lt;/p&gt;", "제목\n\n본문"),
        ("제목", "본문&lt;br&gt;조회수 : 1,234&lt;br&gt;끝", "제목\n\n본문\n\n끝"),
        ("제목", "본문 [조회 12]", "제목\n\n본문 []"),
        ("제목", "조회수 1,234회를 기록했다", "제목\n\n조회수 1,234회를 기록했다"),
    ],
)
def test_a_post_is_title_and_body(title: str, body: str, text: str) -> None:
    assert first_text(rss(item(title, rest=f"<description>{body}</description>"))) == text


def test_an_item_without_words_is_its_link_and_one_without_anything_is_left_out() -> None:
    posts, _ = to_posts(read(rss(item("") + "<item/>")), Memory(), 1_800_000_000_000)
    assert [post.text for post in posts] == ["https://a.example/1"]


def test_mail_addresses_do_not_become_names() -> None:
    posts, _ = to_posts(
        read(rss(item(rest="<author>a@b.example (홍길동)</author>"))), Memory(), 1_800_000_000_000
    )
    assert posts[0].author.name == "홍길동"


def test_pictures_in_the_text_are_named() -> None:
    markup = rss(item(rest='<description>&lt;img src="/a.png?x=1&amp;amp;y=2"&gt;글</description>'))
    posts, _ = to_posts(read(markup), Memory(), 1_800_000_000_000)
    assert posts[0].media == (Media("image", "https://www.hanbit.example/a.png?x=1&y=2"),)


def period(name: str, times: int) -> str:
    return (
        f"<s:updatePeriod xmlns:s='s'>{name}</s:updatePeriod>"
        f"<s:updateFrequency xmlns:s='s'>{times}</s:updateFrequency>"
    )


@pytest.mark.parametrize(
    ("head", "wait_s"),
    [
        ("<ttl>30</ttl>", 1800.0),
        ("<ttl>soon</ttl>", None),
        (period("daily", 24), 3600.0),
        (period("hourly", 1), None),
        (period("hourly", 4), 900.0),
        (period("daily", 0), 86400.0),
        (period("never", 1), None),
    ],
)
def test_the_feeds_own_wish_when_to_come_back(head: str, wait_s: float | None) -> None:
    assert read(rss(item(), head)).wait_s == wait_s


def test_skip_hours() -> None:
    assert read(
        rss(item(), "<skipHours><hour>0</hour><hour>24</hour><hour>x</hour></skipHours>")
    ).skip_hours == {0}


@pytest.mark.parametrize(
    "item",
    [
        "<description>조회" + "\t" * 300_000 + "x</description>",
        "<description>조회" + " " * 300_000 + "1x</description>",
        "<description>조회수 " + "1" * 300_000 + "x</description>",
        "<author>" + "a@b(" * 100_000 + "</author>",
        "<author>" + "a" * 300_000 + "@</author>",
        "<link>http://a.example/" + " " * 300_000 + "1</link>",
        "<author>\udcb0\udca1\udc80</author><description>" + "a" * 1_000_000 + "</description>",  # damaged
    ],
)
def test_a_text_made_to_keep_patterns_busy_is_read_like_any_other(item: str) -> None:
    """Quadratic patterns take hours for these; the time limit of the test run is what would fail."""
    script = (
        "import sys; from connectors.feed.reading import read_document;"
        "print(len(read_document(sys.stdin.buffer.read(), 'http://a.example/', '', None, 10**12).posts))"
    )
    body = f"<rss><channel><item><guid>1</guid><title>t</title>{item}</item></channel></rss>"
    data = body.encode("utf-8", "surrogateescape")
    done = subprocess.run([sys.executable, "-c", script], input=data, capture_output=True, timeout=60)
    assert done.stdout.strip() == b"1", done.stderr
