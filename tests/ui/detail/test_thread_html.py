"""A thread as rich text: hostile words stay words, nothing is loaded, everything can be read."""

from __future__ import annotations

from connectors.base import Author, Media
from desktop.models import queries
from desktop.ui.detail.browser import SafeBrowser
from desktop.ui.detail.look import look
from desktop.ui.detail.thread_html import thread_html
from tests.ui.detail.desk import Desk


def detail_of(desk: Desk, post_id: int) -> queries.PostDetail:
    return desk.store.read(queries.post_detail, post_id).result()


async def test_markup_in_a_post_is_shown_as_it_was_written(desk: Desk) -> None:
    hostile = '<img src="http://evil.example/x.png"><script>alert(1)</script><a href="file:///etc/passwd">눌러요</a>'
    post = desk.arrive(
        "a", hostile, author=Author("x", '<b onclick="x">이름</b>', "@<i>"), context="<u>제목</u>"
    )
    browser = SafeBrowser("대화")
    browser.show_html(thread_html(detail_of(desk, post), look()))
    text = browser.toPlainText()
    assert hostile in text
    assert '<b onclick="x">이름</b>' in text and "<u>제목</u>" in text
    assert "\ufffc" not in text  # no picture was put into the document
    assert "file:///etc/passwd" not in [a for a in anchors(browser)]


def anchors(browser: SafeBrowser) -> list[str]:
    found = []
    block = browser.document().begin()
    while block.isValid():
        for part in block.begin():
            href = part.fragment().charFormat().anchorHref()
            if href:
                found.append(href)
        block = block.next()
    return found


async def test_media_are_named_and_only_web_addresses_are_links(desk: Desk) -> None:
    media = (
        Media("image", "https://m.example/a.jpg", "꺼진 가로등"),
        Media("file", "javascript:alert(1)", "붙임"),
    )
    post = desk.arrive("a", "사진 보세요", media=media)
    browser = SafeBrowser("대화")
    browser.show_html(thread_html(detail_of(desk, post), look()))
    assert "[사진: 꺼진 가로등]" in browser.toPlainText()
    assert "[첨부 파일: 붙임]" in browser.toPlainText()
    assert anchors(browser) == ["https://m.example/a.jpg"]


async def test_a_deleted_post_and_our_answer_are_marked_in_words(desk: Desk) -> None:
    first = desk.arrive("a", "처음 글")
    desk.arrive("b", "지운 답글", parent_id="a", author=Author("kim", "김이웃"))
    desk.arrive("o", "서울시입니다", parent_id="a", own=True, author=Author("me", "서울시"))
    desk.gone("b")
    browser = SafeBrowser("대화")
    browser.show_html(thread_html(detail_of(desk, first), look()))
    text = browser.toPlainText()
    assert "삭제된 글" in text and "지운 답글" in text
    assert "서울시 답변" in text and "서울시입니다" in text


async def test_earlier_versions_open_with_marks_that_are_not_colour_alone(desk: Desk) -> None:
    desk.arrive("a", "가로등이 며칠째 꺼짐", age_s=500)
    post = desk.arrive("a", "가로등이 일주일째 꺼짐", age_s=500)
    detail = detail_of(desk, post)
    closed, opened = thread_html(detail, look()), thread_html(detail, look(), {post})
    assert "며칠째" not in closed and "고친 기록 1개 보기" in closed
    assert "<s " in opened and "며칠째" in opened and "<u " in opened


async def test_nothing_is_ever_loaded(desk: Desk) -> None:
    asked: list[object] = []

    class Watched(SafeBrowser):
        def loadResource(self, kind: int, name: object) -> object:
            asked.append(super().loadResource(kind, name))  # type: ignore[arg-type]
            return asked[-1]

    browser = Watched("대화")
    browser.setHtml('<img src="http://evil.example/x.png"><link rel="stylesheet" href="file:///x.css">')
    browser.resize(300, 300)
    browser.grab()
    assert asked and all(answer is None for answer in asked)


async def test_only_web_links_leave_the_browser(desk: Desk) -> None:
    browser = SafeBrowser("대화")
    web: list[str] = []
    own: list[str] = []
    browser.web_link.connect(web.append)
    browser.own_link.connect(own.append)
    from PySide6.QtCore import QUrl

    for address in ("https://seoul.go.kr/", "file:///etc/passwd", "javascript:alert(1)", "smc:post/12"):
        browser.anchorClicked.emit(QUrl(address))
    assert web == ["https://seoul.go.kr/"]
    assert own == ["post/12"]
    assert browser.source().isEmpty()
