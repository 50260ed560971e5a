"""Facebook's answers taken apart."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connectors.base import (
    Malformed,
)
from connectors.facebook import parse
from tests.connectors.test_graph import JSON


def test_pictures_in_albums_are_taken_one_by_one() -> None:
    def photo(number: int) -> dict[str, Any]:
        return {"media_type": "photo", "media": {"image": {"src": f"https://s.example/{number}"}}}

    album = {"media_type": "album", "subattachments": {"data": [photo(1), photo(2)]}}
    found = parse.post({"id": "1_2", "attachments": {"data": [album]}}, "1")
    assert [one.url for one in found.media] == ["https://s.example/1", "https://s.example/2"]
    film = {"type": "video_inline", "media": {"source": "https://s.example/v.mp4"}}
    assert parse.comment({"id": "1", "attachment": film}, "1", "t").media[0].kind == "video"


@given(st.dictionaries(st.sampled_from([*parse.COMMENT_FIELDS.split(","), "attachments"]), JSON), JSON)
def test_whatever_comes_is_read_or_malformed(item: dict[str, Any], value: Any) -> None:
    for one in (item, {**item, "id": "1_2"}, value):
        for read in (
            lambda one: parse.post(one, "1001"),
            lambda one: parse.comment(one, "1001", "t", "c"),
        ):
            try:
                found = read(one)
            except Malformed:
                continue
            assert found.remote_id and isinstance(found.text, str)
