"""Mail against a real Dovecot: what it offers and what not, moves, new UIDs, threads, bounces, forms."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator

import pytest

from connectors.base import Action, AuthExpired, Batch, ChannelConfig, Post, Refused
from connectors.http import Http
from connectors.mail import NETWORK, client, parse
from tests.connectors.mail_desk import Desk, desk, desk_on
from tests.connectors.test_mail_parse import report
from tests.servers.mail import id_of, mail

__all__ = ["desk"]

KINDS = {
    "all": (),
    "no IDLE": ("IDLE",),
    "no MOVE": ("MOVE",),
    "no MOVE, no UIDPLUS": ("MOVE", "UIDPLUS"),
    "no QRESYNC": ("QRESYNC",),
    "no CONDSTORE": ("QRESYNC", "CONDSTORE"),
    "bare": (
        "SASL-IR ID ENABLE IDLE UNSELECT NAMESPACE UIDPLUS LIST-EXTENDED CONDSTORE QRESYNC ESEARCH MOVE "
        "SPECIAL-USE LITERAL+"
    ).split(),
}  # fmt: skip


@pytest.fixture(params=KINDS)
async def any_desk(http: Http, request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """One for each kind of server."""
    desk = await desk_on(http, tuple(KINDS[request.param]), files_sent=request.param != "bare")
    yield desk
    await desk.channel.aclose()
    await desk.city.close()


# --- every kind of server ---------------------------------------------------------------------------------


async def test_a_mail_is_read_answered_moved_and_lost_on_any_server(
    any_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, box = any_desk, any_desk.city.box
    one, two, three = [await desk.put(f"민원 {number}") for number in range(3)]
    sent = await desk.channel.send(desk.out(Action.REPLY, one, "고치겠습니다."))
    assert sent.post is not None and (sent.post.text, sent.post.parent_id) == ("고치겠습니다.", one.remote_id)
    assert len(box.uids("Sent")) == 1 and "\\Answered" in _flags(desk, one)
    hidden = await desk.channel.send(desk.out(Action.HIDE, two))
    assert hidden.post is not None and hidden.post.state == "hidden"
    assert await desk.channel.look_up(desk.out(Action.HIDE, two)) is not None
    assert await desk.channel.look_up(desk.out(Action.TRASH, two)) is None
    box.uids()
    box.delete(box.find(three.remote_id))
    posts, gone = await desk.news()
    assert gone == [three.remote_id]
    assert {post.remote_id: post.state for post in posts} == {
        two.remote_id: "hidden",
        sent.remote_id: "published",
    }
    await desk.channel.send(desk.out(Action.UNHIDE, two))
    await desk.round()
    assert desk.posts[two.remote_id].state == "published"
    assert await desk.news() == ([], [])


def _flags(desk: Desk, post: Post) -> str:
    return desk.city.box.flags(desk.city.box.find(post.remote_id))


async def test_without_idle_the_channel_says_so(http: Http) -> None:
    desk = await desk_on(http, ("IDLE",))
    granted = await desk.channel.capabilities()
    assert not granted.stream and "IDLE" in granted.why_not["stream"]
    with pytest.raises(Refused):
        await anext(desk.channel.stream())
    await desk.channel.aclose()
    await desk.city.close()


async def test_nothing_is_marked_as_read(desk: Desk) -> None:
    post = await desk.put()
    await desk.channel.check()
    assert "\\Seen" not in _flags(desk, post)


async def test_a_quiet_round_asks_next_to_nothing(desk: Desk) -> None:
    await desk.put()
    await desk.round()
    desk.city.proxy.said.clear()
    await desk.round()
    assert [line.split()[1] for line in desk.city.proxy.said] == ["NOOP", "EXAMINE", "STATUS"]


# --- what happens to mails --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "state"), [("Trash", "hidden"), ("Junk", "spam"), ("&u,zG0A-", "published")]
)
async def test_a_mail_that_staff_moved_is_not_deleted(desk: Desk, folder: str, state: str) -> None:
    post = await desk.put()
    if folder.startswith("&"):
        desk.city.box.make(folder)
    desk.city.box.move(desk.city.box.find(post.remote_id), folder)
    desk.channel._session._box.imap.close()  # type: ignore[union-attr]
    posts, gone = await desk.news()
    assert gone == [] and [(one.remote_id, one.state) for one in posts] == [(post.remote_id, state)]


async def test_a_mail_marked_as_deleted_is_hidden_until_it_is_unmarked(desk: Desk) -> None:
    post = await desk.put()
    uid = desk.city.box.find(post.remote_id)
    for how, state in (("+FLAGS", "hidden"), ("-FLAGS", "published")):
        desk.city.box.store(uid, how, "(\\Deleted)")
        await desk.round()
        assert desk.posts[post.remote_id].state == state


async def test_new_uids_change_nothing(desk: Desk) -> None:
    """UIDVALIDITY changed: everything is read again under its old id, and what is missing is gone."""
    kept, lost = await desk.put("남는 글"), await desk.put("없어지는 글")
    before = desk.cursor["in"]["validity"]
    desk.city.box.delete(desk.city.box.find(lost.remote_id))
    await desk.channel.aclose()
    desk.city.box.line.close()
    desk.city.dovecot.new_validity(desk.city.user)
    posts, gone = await desk.news()
    assert desk.cursor["in"]["validity"] != before
    assert gone == [lost.remote_id] and posts == [kept]


async def test_two_mails_of_one_message_id_are_two_posts(desk: Desk) -> None:
    for text in ("첫째 양식", "둘째 양식", "첫째 양식"):
        data = mail(text, to=desk.city.address, message_id="form@city.example", date_ms=1795140669000)
        desk.city.box.put(data)
    await desk.round()
    assert sorted(post.text for post in desk.posts.values()) == ["둘째 양식", "첫째 양식"]


async def test_a_mail_without_message_id_is_answered_and_hidden(desk: Desk) -> None:
    data = mail("번호 없는 메일", to=desk.city.address)
    data = b"\r\n".join(line for line in data.split(b"\r\n") if not line.startswith(b"Message-ID"))
    desk.city.box.put(data)
    await desk.round()
    (post,) = desk.posts.values()
    assert post.remote_id.startswith("sha256:")
    sent = await desk.channel.send(desk.out(Action.REPLY, post, "받았습니다."))
    assert sent.post is not None and sent.post.parent_id == post.remote_id
    await desk.channel.send(desk.out(Action.HIDE, post))
    _, gone = await desk.news()
    assert gone == [] and desk.posts[post.remote_id].state == "hidden"


async def test_a_mailbox_of_another_login_begins_anew(desk: Desk) -> None:
    await desk.put()
    other = await desk_on(desk.http)
    other.cursor = desk.cursor
    posts, gone = await other.news()
    assert posts == [] and gone == []
    await other.channel.aclose()
    await other.city.close()


async def test_only_the_last_days_are_read_at_first(http: Http) -> None:
    desk = await desk_on(http, first_days="30")
    old = mail("오래된 글", to=desk.city.address)
    desk.city.box.put(old, date="01-Jan-2020 00:00:00 +0900")
    new = await desk.put("새 글")
    assert list(desk.posts) == [new.remote_id]
    await desk.channel.aclose()
    await desk.city.close()


# --- content ----------------------------------------------------------------------------------------------


async def test_korean_mail_arrives_readable(desk: Desk) -> None:
    words = "똠방각하 펲시콜라".encode("cp949")
    subject = b"=?ks_c_5601-1987?B?" + base64.b64encode(words) + b"?="
    head = b"Message-ID: <old@mail.example>\r\nContent-Type: text/plain; charset=euc-kr\r\n"
    sender = b'From: "' + "홍길동".encode("cp949") + b'" <hong@mail.example>\r\n'
    desk.city.box.put(sender + b"Subject: " + subject + b"\r\n" + head + b"\r\n" + words + b"\r\n")
    await desk.round()
    post = desk.posts["old@mail.example"]
    assert (post.text, post.context, post.author.name) == ("똠방각하 펲시콜라",) * 2 + ("홍길동",)


async def test_attachments_are_named_and_never_fetched(desk: Desk) -> None:
    data = (
        b"From: hong@mail.example\r\nMessage-ID: <big@mail.example>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + "사진을 보냅니다".encode()
        + b'\r\n--x\r\nContent-Type: image/jpeg; name="a.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        + b"QUJD" * 100_000
        + b"\r\n--x--\r\n"
    )
    desk.city.box.put(data)
    desk.city.proxy.said.clear()
    await desk.round()
    post = desk.posts["big@mail.example"]
    assert post.text == "사진을 보냅니다" and [(one.kind, one.alt) for one in post.media] == [
        ("image", "a.jpg")
    ]
    assert not any("BODY.PEEK[2]" in line or "BODY.PEEK[]" in line for line in desk.city.proxy.said)


async def test_our_words_are_cut_from_the_citizens_answer(desk: Desk) -> None:
    post = await desk.put()
    sent = await desk.channel.send(desk.out(Action.REPLY, post, "안녕하세요.\n내일 고치겠습니다."))
    quoted = "\n\n-----Original Message-----\nFrom: 민원실\nSent: Friday\nTo: 홍길동\nSubject: Re: 가로등\n\n"
    first = await desk.put(f"고맙습니다.{quoted}안녕하세요.\n내일 고치겠습니다.", parent=sent.remote_id)
    inside = await desk.put(
        f"고맙습니다.{quoted}안녕하세요.\n오늘은요?\n내일 고치겠습니다.", parent=sent.remote_id
    )
    assert (first.text, first.parent_id) == ("고맙습니다.", sent.remote_id)
    assert "오늘은요?" in inside.text


async def test_answers_without_references_find_their_thread(desk: Desk) -> None:
    question = await desk.put("여쭙니다", subject="[민원-2026-000123] 가로등")
    by_token = await desk.put(
        "추가합니다", subject="가로등 건 [민원-2026-000123]", sender="kim@office.example"
    )
    by_subject = await desk.put("저예요", subject="회신: [공지] 없음")
    other = await desk.put("가로등", subject="다른 민원")
    again = await desk.put("덧붙입니다", subject="Re: 다른 민원")
    stranger = await desk.put("저도요", subject="Re: 다른 민원", sender="lee@mail.example")
    assert by_token.parent_id == question.remote_id
    assert by_subject.parent_id == stranger.parent_id == other.parent_id == ""
    assert again.parent_id == other.remote_id


async def test_the_nearest_known_mail_is_the_parent(desk: Desk) -> None:
    question = await desk.put()
    refs = {
        "References": f"<{question.remote_id}> <unknown@mail.example>",
        "In-Reply-To": "<unknown@mail.example>",
    }
    answer = await desk.put("덧붙입니다", headers=refs)
    assert answer.parent_id == question.remote_id


async def test_nobodys_mail_is_no_post(desk: Desk) -> None:
    for headers in ({"Auto-Submitted": "auto-replied"}, {"List-Id": "<a.b>"}, {"Precedence": "bulk"}):
        desk.city.box.put(mail("자동 메일", to=desk.city.address, headers=headers))
    desk.city.box.put(mail("초안", to=desk.city.address), flags="(\\Draft)")
    desk.city.box.put(report())  # of a mail that is not ours: nobody knows its id here
    await desk.round()
    known = parse.our_id("k", "hanbit.example")
    assert [post.parent_id for post in desk.posts.values()] == [known]  # by its form it is one of ours


async def test_a_bounce_of_our_answer_is_reported_below_it(desk: Desk) -> None:
    post = await desk.put()
    sent = await desk.channel.send(desk.out(Action.REPLY, post, "고치겠습니다."))
    await desk.round()
    foreign = report().replace(parse.our_id("k", "hanbit.example").encode(), b"spam@elsewhere.example")
    desk.city.box.put(foreign.replace(b"bounce1", b"bounce2"))
    ours = report().replace(parse.our_id("k", "hanbit.example").encode(), sent.remote_id.encode())
    desk.city.box.put(ours)
    posts, _ = await desk.news()
    assert [(one.remote_id, one.parent_id, one.own) for one in posts] == [
        ("bounce1@mail.example", sent.remote_id, False)
    ]
    assert "hong@mail.example" in posts[0].text and "5.1.1" in posts[0].text


async def test_a_form_writes_for_a_citizen(http: Http) -> None:
    desk = await desk_on(http, form_senders="form@hanbit.example")
    headers = {"Reply-To": "홍길동 <hong@mail.example>", "Auto-Submitted": "auto-generated"}
    post = await desk.put("양식으로 씁니다", sender="form@hanbit.example", headers=headers)
    assert (post.author.remote_id, post.author.name, post.own) == ("hong@mail.example", "홍길동", False)
    await desk.channel.send(desk.out(Action.REPLY, post, "받았습니다."))
    assert desk.city.smtp.sent[-1].recipients == ["hong@mail.example"]
    await desk.channel.aclose()
    await desk.city.close()


async def test_sent_mails_that_answer_nothing_stay_out(desk: Desk) -> None:
    desk.city.box.put(mail("회의 안내", sender=desk.city.address), "Sent")
    post = await desk.put()
    answer = mail("전화로 안내드렸습니다", sender=desk.city.address, parent=post.remote_id)
    desk.city.box.put(answer, "Sent")
    posts, _ = await desk.news()
    assert [(one.remote_id, one.own, one.parent_id) for one in posts] == [
        (id_of(answer), True, post.remote_id)
    ]


# --- live -------------------------------------------------------------------------------------------------


async def test_push_tells_of_new_and_of_deleted_mail(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "IDLE_S", 0.3)  # IDLE is begun anew in between
    post = await desk.put()
    stream = desk.channel.stream()
    assert await anext(stream) == Batch()
    waiting = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0.7)
    data = mail("실시간", to=desk.city.address)
    desk.city.box.put(data)
    batch = await asyncio.wait_for(waiting, 10)
    assert [one.remote_id for one in batch.posts] == [id_of(data)] and not batch.cursor
    desk.city.box.delete(desk.city.box.find(post.remote_id))
    batch = await asyncio.wait_for(anext(stream), 10)
    assert batch.gone == (post.remote_id,)
    assert sum("IDLE" in line for line in desk.city.proxy.said) >= 3
    await stream.aclose()  # type: ignore[attr-defined]


async def test_push_works_before_anything_was_fetched(desk: Desk) -> None:
    desk.city.box.put(mail("먼저 온 글", to=desk.city.address))
    stream = desk.channel.stream()
    await anext(stream)
    data = mail("나중 글", to=desk.city.address)
    desk.city.box.put(data)
    batch = await asyncio.wait_for(anext(stream), 10)
    assert [one.remote_id for one in batch.posts] == [id_of(data)]
    await stream.aclose()  # type: ignore[attr-defined]


# --- without a sign-in ------------------------------------------------------------------------------------


async def test_without_a_sign_in_nothing_is_promised(http: Http) -> None:
    channel = NETWORK.open(ChannelConfig("", "minwon@naver.com"), http)
    granted = await channel.capabilities()
    assert not granted.reply and not granted.stream
    for action in Action:
        assert " / " in granted.why_not[action.value]
    with pytest.raises(AuthExpired):
        await channel.fetch({})


async def test_activity_is_that_of_the_own_mailbox(desk: Desk) -> None:
    (none,) = await desk.channel.activity([])
    assert (none.handle, none.posts, none.last_post_ms) == (desk.city.address, 0, None)
    desk.city.box.put(mail("보낸 글"), "Sent", date="20-Nov-2026 11:11:09 +0900")
    own, other = await desk.channel.activity([desk.city.address.upper(), "other@hanbit.example"])
    assert (own.posts, own.last_post_ms, other.state) == (1, 1795140669000, "private")
