"""What people paste as an address."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.channels import addresses


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("https://seoul.go.kr/rss", "https://seoul.go.kr/rss"),
        ("  www.seoul.go.kr/board.do?id=3 ", "https://www.seoul.go.kr/board.do?id=3"),
        ("http://localhost:8080/x", "http://localhost:8080/x"),
        ("서울.한국", "https://서울.한국"),
        ("ftp://seoul.go.kr", ""),
        ("javascript:alert(1)", ""),
        ("seoul", ""),
        ("https://", ""),
        ("https://a.example:99999/", ""),
        ("두 낱말.example", ""),
        ("", ""),
    ],
)
def test_an_address_is_made_whole_or_refused(typed: str, whole: str) -> None:
    assert addresses.complete_address(typed) == whole


@given(st.text(max_size=60))
def test_whatever_is_typed_becomes_a_web_address_or_nothing(typed: str) -> None:
    whole = addresses.complete_address(typed)
    assert whole == "" or whole.lower().startswith(("http://", "https://"))


def test_a_handle_names_its_server() -> None:
    assert addresses.split_handle("@seoul@social.example") == (
        "https://social.example",
        "@seoul@social.example",
    )
    assert addresses.split_handle("seoul@social.example:8443")[0] == "https://social.example:8443"
    assert addresses.split_handle("@seoul") == ("", "")
    assert addresses.split_handle("https://a.example/@seoul@b.example") == ("", "")


def test_the_same_channel_is_found_in_another_spelling() -> None:
    row = SimpleNamespace(network="feed", url="https://Seoul.go.kr/rss/", handle="")
    assert addresses.find_same([row], "feed", "http://seoul.go.kr/rss", "") is row
    assert addresses.find_same([row], "feed", "http://seoul.go.kr/rss?x=1", "") is None
    assert addresses.find_same([row], "wordpress", "http://seoul.go.kr/rss", "") is None
