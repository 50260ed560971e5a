"""Bluesky's records as posts, marks by bytes, keys and proofs: everything that needs no server."""

from __future__ import annotations

import base64
import json
import re
import uuid

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import ConnectorError, Malformed, Refused
from connectors.bluesky import NETWORK, facets, parse, session
from connectors.bluesky.client import actor_of, words_of
from connectors.bluesky.dpop import Prover, new_key
from connectors.bluesky.ids import record_key
from connectors.bluesky.memory import LISTED, Memory, short, whole

CITY = "did:plc:hallmadeup00000000000000"
CITIZEN = "did:plc:citizenmadeup000000000000"
QUESTION = f"at://{CITIZEN}/app.bsky.feed.post/3mzzzzzzzzz2a"
NOTICE = f"at://{CITY}/app.bsky.feed.post/3mzzzzzzyyy2a"


def view(**more: object) -> dict[str, object]:
    """A post as the AppView gives it."""
    return {
        "uri": QUESTION,
        "cid": "bafyreimadeup",
        "author": {"did": CITIZEN, "handle": "gildong.example", "displayName": "길동"},
        "record": {
            "$type": "app.bsky.feed.post",
            "text": "언제 복구되나요?",
            "createdAt": "2026-11-20T02:11:09.412Z",
            "reply": {
                "root": {"uri": NOTICE, "cid": "bafyroot"},
                "parent": {"uri": NOTICE, "cid": "bafyparent"},
            },
        },
        "indexedAt": "2026-11-20T02:11:10.000Z",
        "replyCount": 2,
        "viewer": {"like": f"at://{CITY}/app.bsky.feed.like/3mz", "replyDisabled": True},
        **more,
    }


def test_a_view_becomes_a_post() -> None:
    found = parse.view(view(), CITY, frozenset({QUESTION}))
    post = found.post
    assert (post.remote_id, post.text, post.parent_id) == (QUESTION, "언제 복구되나요?", NOTICE)
    assert (post.author.name, post.author.handle) == ("길동", "@gildong.example")
    assert post.url == "https://bsky.app/profile/gildong.example/post/3mzzzzzzzzz2a"
    assert post.created_ms == 1_795_140_669_412 and not post.own and post.state == "hidden"
    assert found.root.uri == NOTICE and found.replies == 2 and found.like and found.closed
    assert parse.view(view(labels=[{"val": "spam"}]), CITIZEN).post._replace(state="").own
    assert parse.view(view(labels=[{"val": "spam"}]), CITY).post.state == "spam"


def test_a_clock_in_the_future_is_not_believed() -> None:
    late = view(record={"text": "x", "createdAt": "2036-01-01T00:00:00Z"})
    assert parse.view(late, CITY).post.created_ms == parse.moment_ms("2026-11-20T02:11:10Z")


def test_what_is_embedded_is_told() -> None:
    image = {"$type": "app.bsky.embed.images#view", "images": [{"fullsize": "https://cdn/a", "alt": "등"}]}
    assert parse.view(view(embed=image), CITY).post.media == (parse.Media("image", "https://cdn/a", "등"),)
    card = {"external": {"uri": "https://city.example/a", "title": "공지", "description": "…"}}
    assert parse.view(view(embed=card), CITY).post.text == "언제 복구되나요?\n\n공지 (https://city.example/a)"
    both = {"record": {}, "media": {"playlist": "https://video/a.m3u8", "alt": "영상"}}
    assert parse.view(view(embed=both), CITY).post.media == (
        parse.Media("video", "https://video/a.m3u8", "영상"),
    )
    blob = {"images": [{"image": {"ref": {"$link": "bafkpic"}}, "alt": ""}]}
    record = parse.post(QUESTION, {"text": "x", "embed": blob}, {"did": CITIZEN}, CITY)
    assert record.media[0].url == f"https://cdn.bsky.app/img/feed_fullsize/plain/{CITIZEN}/bafkpic"
    hostile = {"images": [{"fullsize": "javascript:alert(1)"}], "external": {"uri": "file:///etc/passwd"}}
    post = parse.view(view(embed=hostile), CITY).post
    assert post.media == () and post.text == "언제 복구되나요?"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가 https://a.kr/나 끝", [("link", "https://a.kr/나", 4, 20)]),
        ("(https://a.kr/b_(c))!", [("link", "https://a.kr/b_(c)", 1, 19)]),
        ("https://a.kr에서 보세요.", [("link", "https://a.kr", 0, 12)]),
        ("👨‍👩‍👧 @hanbit.bsky.social님", [("mention", "hanbit.bsky.social", 19, 38)]),
        ("a@b.example 메일과 @길동", []),
        ("#상수도 #2026 ＃공사, a#b", [("tag", "상수도", 0, 10), ("tag", "공사", 17, 26)]),
        ("#" + "가" * 64, [("tag", "가" * 64, 0, 193)]),
        ("#" + "가" * 65, []),
        ("https://a.kr/#b @c", [("link", "https://a.kr/#b", 0, 15)]),
    ],
)
def test_marks_count_bytes(text: str, found: list[tuple[str, str, int, int]]) -> None:
    got = [(one.kind, one.value, one.start, one.end) for one in facets.find(text)]
    assert got == found
    for kind, value, start, end in got:
        said = text.encode()[start:end].decode()
        assert said.lstrip("@#＃") == value or kind == "link"


def facet(start: object, end: object, uri: object = "https://city.example/long/path") -> dict[str, object]:
    return {
        "index": {"byteStart": start, "byteEnd": end},
        "features": [{"$type": "app.bsky.richtext.facet#link", "uri": uri}],
    }


def test_shortened_addresses_are_read_whole() -> None:
    text = "여기 city.example/lo… 보세요"
    start = len("여기 ".encode())
    end = start + len("city.example/lo…".encode())
    assert facets.shown_text(text, [facet(start, end)]) == "여기 https://city.example/long/path 보세요"
    assert (
        facets.shown_text("여기를 보세요", [facet(0, 9)]) == "여기를 (https://city.example/long/path) 보세요"
    )


def test_marks_that_lie_are_passed_over() -> None:
    text = "여기를 보세요"
    wrong = [(0, 400), (1, 9), (0, 8), (5, 5), (-3, 3), ("0", 9), (True, 9), (0.0, 9.0)]
    assert facets.shown_text(text, [facet(*pair) for pair in wrong] + [7, {}, None]) == text
    assert facets.shown_text(text, [facet(0, 9, "javascript:x")]) == text
    twice = [facet(0, 9, "https://a.example"), facet(3, 9, "https://b.example")]
    assert facets.shown_text(text, twice) == "여기를 (https://a.example) 보세요"


def test_a_key_of_ours_is_old_stable_and_valid() -> None:
    keys = [record_key(str(uuid.uuid4())) for _ in range(500)]
    assert len(set(keys)) == 500 and record_key("a") == record_key("a") != record_key("a", "like")
    for key in keys:
        assert re.fullmatch(r"[234567abcdefghij][234567a-z]{12}", key)
        assert key < "3jqqqqqqqqqqq"  # before any record of a real account (2022)


def test_the_length_is_measured_by_characters_and_bytes() -> None:
    rule = NETWORK.capabilities.length
    family = "👨‍👩‍👧‍👦"
    assert (rule.over("가" * 300), rule.over("가" * 301)) == (0, 1)
    assert (rule.over(family * 120), rule.over(family * 121)) == (0, 1)  # 3000 and 3025 bytes
    assert rule.count("https://city.example/a") == 22


def test_a_proof_is_signed_and_names_the_request() -> None:
    prover = Prover(new_key())
    url = "https://pds.example/xrpc/a.b?c=d#e"
    head, claims, signature = prover.proof("GET", url, "token", now=1000).split(".")

    def opened(part: str) -> bytes:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))

    jwk, said = json.loads(opened(head))["jwk"], json.loads(opened(claims))
    assert (said["htm"], said["htu"], said["iat"]) == ("GET", "https://pds.example/xrpc/a.b", 1000)
    assert said["ath"] == "PEaenWxYddN6Q_NT1PiOYfz4EsZu7jRXRlpAsNpBU-A" and "d" not in jwk
    numbers = [int.from_bytes(opened(jwk[name]), "big") for name in ("x", "y")]
    public = ec.EllipticCurvePublicNumbers(*numbers, ec.SECP256R1()).public_key()
    raw = opened(signature)
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    public.verify(der, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    with pytest.raises(ConnectorError):
        Prover("")


def test_passwords_are_shown_to_the_right_server_only() -> None:
    for official in ("", "bsky.app", "https://bsky.social/", "https://bsky.app/profile/hanbit.bsky.social"):
        assert session.login_server(official) == "https://bsky.social"
    assert session.login_server("https://pds.city.example/x") == "https://pds.city.example"
    assert session.login_server("https://notbsky.social") == "https://notbsky.social"
    assert session.login_server("http://127.0.0.1:2583") == "http://127.0.0.1:2583"
    with pytest.raises(Refused):
        session.login_server("http://pds.city.example")


def test_documents_of_accounts() -> None:
    doc = {"service": [{"id": "#atproto_pds", "serviceEndpoint": "https://morel.host.example/"}]}
    assert session.service_of(doc) == "https://morel.host.example"
    doc = {
        "service": [7, {"id": "#other"}, {"id": "x#atproto_pds", "serviceEndpoint": "http://evil.example"}]
    }
    assert session.service_of(doc) == session.service_of(None) == ""


def test_what_people_write() -> None:
    assert words_of({"search": " 한빛시, 시청\n한빛시,, "}) == ["한빛시", "시청"] and words_of({}) == []
    assert actor_of(" @Hanbit.bsky.social ") == "Hanbit.bsky.social"
    assert actor_of("https://bsky.app/profile/did:plc:abc/post/x") == "did:plc:abc"
    assert actor_of("한빛시") == "" == actor_of("a/b")
    assert actor_of("\u2066@hanbit.bsky.social\u2069") == "hanbit.bsky.social"  # as the app copies it
    official, own = session.ENTRYWAY, "https://pds.hanbit.go.kr"
    assert session.identifier_of(" @Hanbit ", official) == "Hanbit.bsky.social"
    assert session.identifier_of("hanbit", own) == "hanbit"
    for typed in ("mayor@hanbit.go.kr", "did:plc:abc", "hanbit.go.kr"):
        assert session.identifier_of(typed, official) == typed
    assert session.identifier_of("https://bsky.app/profile/hanbit.go.kr", official) == "hanbit.go.kr"


def test_the_memory_is_bounded_and_survives_json() -> None:
    memory = Memory({})
    for number in range(700):
        uri = f"at://{CITIZEN}/app.bsky.feed.post/{number:013d}"
        one = parse.view(view(uri=uri, record={"text": "x", "createdAt": "2026-11-20T02:11:09.412Z"}), CITY)
        assert memory.remember(one, LISTED, number)
        assert not memory.remember(one, LISTED, number)
    kept = Memory({"seen": json.loads(json.dumps(memory.as_json()))})
    assert len(kept.entries) == 500 and kept.newest(1) == [f"at://{CITIZEN}/app.bsky.feed.post/0000000000699"]
    assert len(kept.listed_between(600, 690)) == 89
    assert whole(short(QUESTION)) == QUESTION
    assert whole(short(f"at://{CITY}/x.y.z/1")) == f"at://{CITY}/x.y.z/1"


def test_advice_names_who_else_is_told() -> None:
    assert NETWORK.advise is not None
    target = {"handle": "@gildong.example"}
    assert NETWORK.advise("@gildong.example 감사합니다", target, {}) == ()
    (said,) = NETWORK.advise("@mayor.example 보세요", target, {})
    assert "@mayor.example" in said and " / " in said


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(sorted(view())), JSON)
def test_any_value_gives_a_post_or_malformed(key: str, value: object) -> None:
    try:
        post = parse.view(view(**{key: value}), CITY).post
    except Malformed:
        return
    post.text.encode()
    assert post.remote_id and post.url.startswith("https://")


@given(JSON)
def test_any_answer_gives_values_or_malformed(value: object) -> None:
    for read in (parse.page, lambda v: parse.views(v, CITY), lambda v: parse.view(v, CITY)):
        try:
            read({"notifications": value, "posts": value})  # type: ignore[operator]
            read(value)  # type: ignore[operator]
        except Malformed:
            pass
    parse.thread(value, CITY, frozenset())
    parse.hidden_replies(value)
    session.service_of(value)
    Memory({"seen": value})


@given(st.text(), JSON)
def test_any_marks_leave_text(text: str, marks: object) -> None:
    assert isinstance(facets.shown_text(text, marks), str)
    clean = text.encode("utf-8", "replace").decode()
    for one in facets.find(clean):
        assert 0 <= one.start < one.end <= len(clean.encode())
