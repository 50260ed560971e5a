"""What goes out to Threads: a reply in two steps with its race."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.base import Action, OutcomeUnknown, Refused, Unreachable
from connectors.graph_parts import Fault as GraphFault
from connectors.http import Http
from connectors.threads import LENGTH, NETWORK
from connectors.threads.api import refusal
from tests.conformance.stand import Fault
from tests.connectors.rounds import http, out
from tests.connectors.threads_desk import channel, paths, server
from tests.servers.fake_threads import CITY, FakeThreads

__all__ = ["http", "server"]


async def test_a_reply_waits_for_its_container(server: FakeThreads, http: Http) -> None:
    mention = server.write(f"@{CITY} 언제 고치나요?")
    server.looks = 3
    sent = await channel(server, http).send(out(Action.REPLY, mention, "내일 고칩니다."))
    assert server.items[sent.remote_id].parent == mention
    assert sent.post is not None and sent.post.own and sent.post.parent_id == mention
    assert paths(server, "POST") == ["/me/threads", "/me/threads_publish"]


@pytest.mark.parametrize("races", [1, 2])
async def test_the_race_makes_another_container(server: FakeThreads, http: Http, races: int) -> None:
    mention = server.write(f"@{CITY} 언제?")
    server.races = races
    await channel(server, http).send(out(Action.REPLY, mention, "내일입니다."))
    assert [item.text for item in server.items.values() if item.parent == mention] == ["내일입니다."]
    assert paths(server, "POST").count("/me/threads") == races + 1


async def test_a_race_that_is_always_lost_ends(server: FakeThreads, http: Http) -> None:
    mention = server.write(f"@{CITY} 언제?")
    server.races = 99
    with pytest.raises(Unreachable):
        await channel(server, http).send(out(Action.REPLY, mention, "내일입니다."))
    assert paths(server, "POST").count("/me/threads_publish") == 3
    assert not [item for item in server.items.values() if item.parent]


async def test_a_container_that_was_not_ready_in_time_is_gone_on_with(
    server: FakeThreads, http: Http
) -> None:
    mention = server.write(f"@{CITY} 언제?")
    server.looks = 12
    connector, reply = channel(server, http), out(Action.REPLY, mention, "내일입니다.")
    with pytest.raises(Unreachable):
        await connector.send(reply)
    await connector.send(reply)
    assert paths(server, "POST") == ["/me/threads", "/me/threads_publish"]


async def test_an_answer_lost_between_the_steps(server: FakeThreads, http: Http) -> None:
    """Of a container nobody can see anything: it is looked for in vain, and then made anew."""
    mention = server.write(f"@{CITY} 언제?")
    plain = server._make

    def cut(fields: dict[str, str]) -> Any:
        plain(fields)
        server._server.cut()
        return None

    server._make = cut  # type: ignore[method-assign, assignment]
    connector, reply = channel(server, http), out(Action.REPLY, mention, "내일입니다.")
    with pytest.raises(OutcomeUnknown):
        await connector.send(reply)
    server._make = plain  # type: ignore[method-assign]
    assert await connector.look_up(reply) is None
    await connector.send(reply)
    assert len([item for item in server.items.values() if item.parent == mention]) == 1


async def test_published_and_not_listed_yet_is_never_published_again(
    server: FakeThreads, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of own replies lags behind; the container knows that it was published."""
    mention = server.write(f"@{CITY} 언제?")
    connector, reply = channel(server, http), out(Action.REPLY, mention, "내일입니다.")
    server.fault = Fault.LOST_ANSWER
    with pytest.raises(OutcomeUnknown):
        await connector.send(reply)
    monkeypatch.setattr(server, "_own_replies", lambda fields: server._list([], fields))
    assert await connector.look_up(reply) is None
    with pytest.raises(OutcomeUnknown):
        await connector.send(reply)
    monkeypatch.undo()
    found = await connector.look_up(reply)
    assert found is not None
    assert len([item for item in server.items.values() if item.parent == mention]) == 1


async def test_a_container_that_failed_says_why(
    server: FakeThreads, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    mention = server.write(f"@{CITY} 언제?")
    plain = server._container

    def failed(container: Any, fields: dict[str, str]) -> Any:
        container.status = "ERROR"
        return plain(container, fields)

    monkeypatch.setattr(server, "_container", failed)
    with pytest.raises(Refused, match="UNKNOWN"):
        await channel(server, http).send(out(Action.REPLY, mention, "내일입니다."))


async def test_an_expired_container_is_made_anew(server: FakeThreads, http: Http) -> None:
    mention = server.write(f"@{CITY} 언제?")
    server.looks = 12
    connector, reply = channel(server, http), out(Action.REPLY, mention, "내일입니다.")
    with pytest.raises(Unreachable):
        await connector.send(reply)
    next(iter(server.containers.values())).status = "EXPIRED"
    server.looks = 0
    await connector.send(reply)
    assert len([item for item in server.items.values() if item.parent == mention]) == 1


async def test_only_direct_replies_can_be_hidden(server: FakeThreads, http: Http) -> None:
    notice = server.write("공지", by=CITY)
    top = server.write("욕설", parent=notice)
    nested = server.write("더 심한 욕설", parent=top)
    connector = channel(server, http)
    sent = await connector.send(out(Action.HIDE, top))
    assert server.items[top].hidden and sent.post is not None and sent.post.state == "hidden"
    assert await connector.look_up(out(Action.HIDE, top)) is not None
    assert await connector.look_up(out(Action.UNHIDE, top)) is None
    with pytest.raises(Refused, match="바로 달린"):
        await connector.send(out(Action.HIDE, nested))
    await connector.send(out(Action.UNHIDE, top))
    assert not server.items[top].hidden


async def test_deleting_is_for_what_is_ours(server: FakeThreads, http: Http) -> None:
    notice = server.write("공지", by=CITY)
    own, other = server.write("답", by=CITY, parent=notice), server.write("시민 글", parent=notice)
    connector = channel(server, http)
    await connector.send(out(Action.DELETE, own))
    assert own not in server.items
    assert (await connector.send(out(Action.DELETE, own))).remote_id == own
    assert await connector.look_up(out(Action.DELETE, own)) is not None
    with pytest.raises(Refused):
        await connector.send(out(Action.DELETE, other))
    assert other in server.items


async def test_too_many_links_never_leave(server: FakeThreads, http: Http) -> None:
    mention = server.write(f"@{CITY} 언제?")
    text = " ".join(f"https://city.example/{n}" for n in range(6))
    with pytest.raises(Refused, match="다섯"):
        await channel(server, http).send(out(Action.REPLY, mention, text))
    assert paths(server, "POST") == []
    assert NETWORK.advise is not None
    assert len(NETWORK.advise(text, {}, {})) == 2 and len(NETWORK.advise("답", {}, {})) == 1


@pytest.mark.parametrize(
    ("text", "length"), [("가" * 500, 500), ("😀" * 125, 500), ("👨‍👩‍👧‍👦" * 20, 500), ("a😀가", 6)]
)
def test_the_length_of_emoji_is_that_of_their_bytes(text: str, length: int) -> None:
    assert LENGTH.count(text) == length and LENGTH.over(text) == 0
    assert LENGTH.over(text + "가" * (501 - length)) == 1


def test_refusals_are_said_in_words() -> None:
    assert "다섯" in refusal(GraphFault(400, 100, 0, "THREADS_API__LINK_LIMIT_EXCEEDED")).reason
    assert "아직" in refusal(GraphFault(400, 100, 0, "THREADS_API__FEATURE_NOT_AVAILABLE")).reason
    assert "권한" in refusal(GraphFault(403, 10, 0, "no")).reason
