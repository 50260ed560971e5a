"""What travels in a drag is ours, whole and sane, or it is nothing."""

from __future__ import annotations

import json
import os

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QMimeData

from desktop.ui.lists import drag


def carrying(body: bytes) -> QMimeData:
    mime = QMimeData()
    mime.setData(drag.MIME, QByteArray(body))
    return mime


def test_ids_wider_than_32_bits_survive() -> None:
    ids = [2**52 + 7, -(2**40), 5]
    assert drag.from_mime(drag.to_mime(ids)) == drag.Payload(tuple(ids))


def test_the_same_case_travels_once() -> None:
    payload = drag.from_mime(drag.to_mime([3, 3, 4]))
    assert payload is not None and payload.case_ids == (3, 4)


def test_another_program_s_cards_are_refused() -> None:
    body = {"cases": [1], "process": os.getpid() + 1}
    assert drag.from_mime(carrying(json.dumps(body).encode())) is None


def test_text_dragged_from_elsewhere_is_refused() -> None:
    mime = QMimeData()
    mime.setText("1, 2, 3")
    assert drag.from_mime(mime) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_without_a_failure(body: bytes) -> None:
    assert drag.from_mime(carrying(body)) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
        lambda part: st.lists(part) | st.dictionaries(st.text(), part),
    )
)
def test_any_json_in_place_of_the_ids_never_fails(value: object) -> None:
    body = json.dumps({"cases": value, "process": os.getpid()}).encode()
    payload = drag.from_mime(carrying(body))
    assert payload is None or all(type(case_id) is int for case_id in payload.case_ids)
