"""Addresses as people type and paste them, and which of them may be shown a secret."""

from __future__ import annotations

import pytest

from connectors.addresses import may_carry_secrets, origin, web_address
from connectors.base import Unreachable


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("https://City.Example/talk", "https://city.example"),
        (" city.example ", "https://city.example"),
        ("city.example:8443/a?b=c", "https://city.example:8443"),
        ("HTTP://127.0.0.1:80", "http://127.0.0.1:80"),
        ("https://name:word@city.example/", "https://city.example"),
        ("https://서울.한국/", "https://서울.한국"),
    ],
)
def test_an_address_is_found_in_what_is_typed(typed: str, whole: str) -> None:
    assert origin(web_address(typed)) == whole


@pytest.mark.parametrize(
    "typed",
    ["", "https://", "ftp://x.example", "javascript:alert(1)", "https://[", "https://x:99999", "https://x:0",
     "file:///etc/passwd", "http:///path"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    with pytest.raises(Unreachable) as refused:
        web_address(typed)
    assert refused.value.code == "address"


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://x.example", True),
        ("wss://x.example", True),
        ("http://127.0.0.1:8080", True),
        ("http://localhost", True),
        ("http://[::1]:80/", True),
        ("http://x.example", False),
        ("ws://x.example", False),
        ("http://127.0.0.1.x.example", False),
        ("http://localhost.x.example", False),
        ("http://127.0.0.1@x.example", False),
    ],
)
def test_secrets_go_over_tls_or_stay_on_this_pc(url: str, may: bool) -> None:
    assert may_carry_secrets(url) is may
