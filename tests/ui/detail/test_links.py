"""Addresses in texts: what may be opened, and that nothing else of a text becomes markup."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from desktop.ui.detail import links


@pytest.mark.parametrize(
    "address", ["http://seoul.go.kr", "https://서울.한국/글", "HTTPS://a.example:8080/x?y=1#z"]
)
def test_web_addresses_may_be_opened(address: str) -> None:
    assert links.web_url(address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "smb://host/x",
        "data:text/html,x",
        "http:",
        "https:///x",
        "",
        "x",
    ],
)
def test_other_addresses_are_never_opened(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(links.QDesktopServices, "openUrl", asked.append)
    assert links.web_url(address) is None
    assert links.open_in_browser(address) is False
    assert asked == []


def test_a_web_address_goes_to_the_system_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(links.QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    assert links.open_in_browser("https://seoul.go.kr/a?b=c")
    assert asked == ["https://seoul.go.kr/a?b=c"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://seoul.go.kr에서 봤어요", ["https://seoul.go.kr"]),
        ("(https://a.example/b_(c)) 참고.", ["https://a.example/b_(c)"]),
        ("보세요: http://a.example/x.", ["http://a.example/x"]),
        ("“https://a.example/y”라고", ["https://a.example/y"]),
        ("seoul.go.kr 과 ftp://x.example", []),
    ],
)
def test_addresses_end_where_a_reader_would_end_them(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in links.find_addresses(text)] == found


@given(
    st.text(max_size=300) | st.text(alphabet="<>&\"'/:ahtpsw. \n()").map(lambda t: f"https://a.example/{t}")
)
def test_a_text_keeps_its_letters_and_gains_no_markup_but_its_links(text: str) -> None:
    shown = links.linked(text, "#123456")
    tags = re.findall(r"<[^>]*>", shown)
    assert all(
        tag in ("<br>", "</a>") or re.fullmatch(r'<a href="[^"<>]*" style="color:#123456">', tag)
        for tag in tags
    )
    plain = html.unescape(re.sub(r"<br>", "\n", re.sub(r"</?a[^>]*>", "", shown)))
    assert plain == text.replace("\r\n", "\n")
    assert all(links.web_url(html.unescape(a)) is not None for a in re.findall(r'href="([^"]*)"', shown))
