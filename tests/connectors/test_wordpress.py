"""The WordPress connector against a real WordPress with a real MariaDB."""

from __future__ import annotations

import socket
import uuid
from collections.abc import AsyncIterator
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    Batch,
    ChannelConfig,
    Outgoing,
    Post,
    Refused,
    Unreachable,
)
from connectors.http import Http
from connectors.wordpress import client as client_module
from connectors.wordpress.client import WordPress
from tests.connectors.rounds import all_batches
from tests.servers.wordpress import User, WordPressServer

pytestmark = pytest.mark.real


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


@pytest.fixture
def site(wordpress: WordPressServer) -> WordPressServer:
    """A site without comments and with its usual options."""
    wordpress.sql("delete from wp.wp_comments")
    wordpress.option("comment_moderation", "0")
    wordpress.option("tests_block_rest", "")
    return wordpress


def channel(site: WordPressServer, http: Http, user: User | None = None, url: str = "") -> WordPress:
    secret = {"login": user.login, "password": user.password} if user else None
    return WordPress(ChannelConfig(url=url or site.url, secret=secret), http)


def posts(batches: list[Batch]) -> list[Post]:
    return [post for batch in batches for post in batch.posts]


def action(kind: Action, target: int | str, text: str = "") -> Outgoing:
    return Outgoing(key=str(uuid.uuid4()), action=kind, target_id=str(target), text=text)


async def test_a_citizens_comment_arrives_with_all_that_is_known_of_it(
    site: WordPressServer, http: Http
) -> None:
    page = site.new_post("가로등 & 보안등 안내")
    first = site.comment(
        page, "언제 복구되나요?\n\n<b>급합니다</b> & 감사합니다", "홍길동", "hong@mail.example"
    )
    second = site.comment(page, "저도 궁금해요", "김시민", parent=first)
    batches, cursor = await all_batches(channel(site, http, site.editor))
    found = {post.remote_id: post for post in posts(batches)}
    assert set(found) == {str(first), str(second)}
    post = found[str(first)]
    assert post.text == "언제 복구되나요?\n\n급합니다 & 감사합니다"
    assert post.author.name == "홍길동" and post.author.remote_id.startswith("mail:")
    assert post.context == "가로등 & 보안등 안내"
    assert post.state == "published" and not post.own and post.parent_id == ""
    assert post.url.startswith(site.url) and post.url.endswith(f"#comment-{first}")
    stored = site.get_comment(first)["date_gmt"]
    assert post.created_ms is not None
    from datetime import datetime

    assert post.created_ms == int(datetime.fromisoformat(stored + "+00:00").timestamp() * 1000)
    assert found[str(second)].parent_id == str(first)
    again, _ = await all_batches(channel(site, http, site.editor), cursor)
    assert posts(again) == [] and again[0].gone == ()


async def test_the_same_citizen_is_recognised_with_and_without_sign_in(
    site: WordPressServer, http: Http
) -> None:
    page = site.new_post("공지")
    site.comment(page, "하나", "홍길동", "hong@mail.example")
    site.comment(page, "둘", "길동", "hong@mail.example")
    site.comment(page, "셋", "홍길동", "other@mail.example")
    for user in (None, site.editor):
        found = posts((await all_batches(channel(site, http, user)))[0])
        keys = {post.text: post.author.remote_id for post in found}
        assert keys["하나"] == keys["둘"] != keys["셋"]


async def test_held_comments_are_seen_only_by_a_moderator(site: WordPressServer, http: Http) -> None:
    site.option("comment_moderation", "1")
    page = site.new_post("공지")
    held = site.comment(page, "승인을 기다립니다")
    moderated, _ = await all_batches(channel(site, http, site.editor))
    assert [(p.remote_id, p.state) for p in posts(moderated)] == [(str(held), "held")]
    public, cursor = await all_batches(channel(site, http))
    assert posts(public) == []
    site.change(held, status="approved")
    later, _ = await all_batches(channel(site, http), cursor)
    assert [(p.remote_id, p.state) for p in posts(later)] == [(str(held), "published")]


async def test_edits_approvals_and_deletions_are_noticed(site: WordPressServer, http: Http) -> None:
    page = site.new_post("공지")
    edited, approved, deleted, binned, kept = (site.comment(page, f"댓글 {n}") for n in range(5))
    site.change(approved, status="hold")
    connector = channel(site, http, site.editor)
    _, cursor = await all_batches(connector)
    site.change(edited, content="고친 댓글")
    site.change(approved, status="approved")
    site.delete(deleted)
    site.change(binned, status="trash")
    batches, cursor = await all_batches(connector, cursor)
    found = {p.remote_id: p for p in posts(batches)}
    assert found[str(edited)].text == "고친 댓글"
    assert found[str(approved)].state == "published"
    assert found[str(binned)].state == "hidden"
    assert str(kept) not in found
    assert [b.gone for b in batches] == [(str(deleted),)]
    quiet, _ = await all_batches(connector, cursor)
    assert posts(quiet) == [] and quiet[0].gone == ()


async def test_a_deleted_parent_leaves_its_answers_alone(site: WordPressServer, http: Http) -> None:
    page = site.new_post("공지")
    parent = site.comment(page, "질문")
    child = site.comment(page, "저도요", parent=parent)
    connector = channel(site, http, site.editor)
    _, cursor = await all_batches(connector)
    site.delete(parent)
    assert site.get_comment(child)["parent"] == 0
    batches, _ = await all_batches(connector, cursor)
    assert batches[0].gone == (str(parent),)
    assert posts(batches) == []  # else the answer would lose the parent that we still know


async def test_a_big_site_is_walked_page_by_page_and_resumed(site: WordPressServer, http: Http) -> None:
    page = site.new_post("공지")
    site.many_comments(page, 350)
    connector = channel(site, http, site.editor)
    batch = await connector.fetch({})
    assert batch.more and len(batch.posts) == 100
    seen = [post.remote_id for post in batch.posts]
    assert seen == sorted(seen, key=int, reverse=True)
    # The program dies here: another one goes on from the stored cursor, while comments come and go.
    late = site.comment(page, "그 사이에 온 댓글")
    for gone in seen[10:15]:
        site.delete(int(gone))
    rest, cursor = await all_batches(channel(site, http, site.editor), dict(batch.cursor))
    ids = seen + [p.remote_id for p in posts(rest)]
    assert len(ids) == len(set(ids)) == 350
    news, _ = await all_batches(channel(site, http, site.editor), cursor)
    assert [p.remote_id for p in posts(news)] == [str(late)]
    assert set(news[0].gone) == set(seen[10:15])


async def test_more_news_than_one_page_after_a_long_pause(site: WordPressServer, http: Http) -> None:
    page = site.new_post("공지")
    site.many_comments(page, 5)
    connector = channel(site, http, site.editor)
    _, cursor = await all_batches(connector)
    site.many_comments(page, 230)
    batches, cursor = await all_batches(connector, cursor)
    assert len(posts(batches)) == 230 and len(batches) == 3
    assert len(cursor["seen"]) == 235


async def test_edits_of_old_comments_are_found_page_by_page(
    site: WordPressServer, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "DEEP_EVERY_S", 0.0)
    page = site.new_post("공지")
    site.many_comments(page, 720)
    connector = channel(site, http, site.editor)
    first, cursor = await all_batches(connector)
    assert len(cursor["seen"]) == 500
    oldest = min((p.remote_id for p in posts(first)), key=int)
    site.change(int(oldest), content="오래된 글을 고침")
    texts: set[str] = set()
    for _ in range(3):
        batches, cursor = await all_batches(connector, cursor)
        texts |= {p.text for p in posts(batches) if p.remote_id == oldest}
    assert texts == {"오래된 글을 고침"}


async def test_a_public_channel_asks_only_the_feed_while_nothing_happens(
    site: WordPressServer, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = site.new_post("공지")
    site.comment(page, "하나")
    # The feed's tag has a resolution of one second, like the time of a comment.
    site.sql("update wp.wp_comments set comment_date_gmt = comment_date_gmt - interval 1 hour")
    for column in ("post_date_gmt", "post_modified_gmt"):
        site.sql(f"update wp.wp_posts set {column} = {column} - interval 1 hour")
    connector = channel(site, http)
    _, cursor = await all_batches(connector)
    _, cursor = await all_batches(connector, cursor)  # the first round learns the feed's validators
    assert cursor["feed"]["etag"]
    asked: list[int] = []
    read_page = connector._reading.page

    async def counted(offset: int, **query: Any) -> Any:
        asked.append(offset)
        return await read_page(offset, **query)

    monkeypatch.setattr(connector._reading, "page", counted)
    quiet, cursor = await all_batches(connector, cursor)
    assert asked == [] and posts(quiet) == []
    new = site.comment(page, "둘")
    batches, _ = await all_batches(connector, cursor)
    assert str(new) in [p.remote_id for p in posts(batches)] and asked


async def test_pages_and_unknown_kinds_have_titles_too(site: WordPressServer, http: Http) -> None:
    number = site.rest(
        "POST", "/wp/v2/pages", {"title": "시장에게 바란다", "status": "publish", "comment_status": "open"}
    )["id"]
    site.comment(number, "안녕하세요")
    found = posts((await all_batches(channel(site, http)))[0])
    assert [p.context for p in found] == ["시장에게 바란다"]


async def test_a_reply_is_sent_read_back_and_known_as_our_own(site: WordPressServer, http: Http) -> None:
    page = site.new_post("공지")
    question = site.comment(page, "언제 고치나요?")
    connector = channel(site, http, site.editor)
    _, cursor = await all_batches(connector)
    text = "안녕하세요.\n내일 <고치겠습니다> & 알려 드리겠습니다.\n\n한빛시"
    reply = action(Action.REPLY, question, text)
    assert await connector.look_up(reply) is None
    sent = await connector.send(reply)
    assert sent.post is not None and sent.post.own and sent.post.text == text
    assert sent.post.parent_id == str(question) and sent.url.endswith(f"#comment-{sent.remote_id}")
    stored = site.get_comment(int(sent.remote_id))
    assert stored["parent"] == question and stored["author"] == site.editor.id
    assert "<고치겠습니다>" not in stored["content"]["rendered"]
    batches, _ = await all_batches(connector, cursor)
    assert [(p.remote_id, p.own) for p in posts(batches)] == [(sent.remote_id, True)]


async def test_a_reply_sent_twice_is_there_once(site: WordPressServer, http: Http) -> None:
    page = site.new_post("공지")
    question = site.comment(page, "언제 고치나요?")
    connector = channel(site, http, site.editor)
    reply = action(Action.REPLY, question, '내일 "꼭" 고치겠습니다... & 끝')
    first = await connector.send(reply)
    found = await connector.look_up(reply)
    assert found is not None and found.remote_id == first.remote_id
    second = await connector.send(reply)
    assert second.remote_id == first.remote_id
    assert site.sql("select count(*) from wp.wp_comments where user_id > 0").strip() == "1"


async def test_moderation_is_carried_out_and_may_be_repeated(site: WordPressServer, http: Http) -> None:
    site.option("comment_moderation", "1")
    comment = site.comment(site.new_post("공지"), "기다립니다")
    connector = channel(site, http, site.editor)
    for kind, status, state in (
        (Action.APPROVE, "approved", "published"),
        (Action.HIDE, "hold", "held"),
        (Action.TRASH, "trash", "hidden"),
    ):
        assert await connector.look_up(action(kind, comment)) is None
        for _ in range(2):
            sent = await connector.send(action(kind, comment))
            assert sent.post is not None and sent.post.state == state
        assert site.get_comment(comment)["status"] == status
        assert await connector.look_up(action(kind, comment)) is not None


async def test_our_reply_can_be_edited_and_deleted(site: WordPressServer, http: Http) -> None:
    question = site.comment(site.new_post("공지"), "언제?")
    connector = channel(site, http, site.editor)
    sent = await connector.send(action(Action.REPLY, question, "내일입니다"))
    edit = action(Action.EDIT, sent.remote_id, "모레입니다 & 죄송합니다")
    assert await connector.look_up(edit) is None
    edited = await connector.send(edit)
    assert edited.post is not None and edited.post.text == "모레입니다 & 죄송합니다"
    assert await connector.look_up(edit) is not None
    delete = action(Action.DELETE, sent.remote_id)
    assert await connector.look_up(delete) is None
    for _ in range(2):
        await connector.send(delete)
    assert await connector.look_up(delete) is not None
    assert site.get_comment(int(sent.remote_id))["status"] == "trash"


async def test_refusals_say_why_in_plain_text(site: WordPressServer, http: Http) -> None:
    connector = channel(site, http, site.editor)
    closed = site.new_post("닫힌 글")
    question = site.comment(closed, "질문")
    site.rest("POST", f"/wp/v2/posts/{closed}", {"comment_status": "closed"})
    with pytest.raises(Refused) as refused:
        await connector.send(action(Action.REPLY, question, "답"))
    assert refused.value.code == "rest_comment_closed"
    assert "comments are closed" in refused.value.reason.lower() and "<" not in refused.value.reason
    open_page = site.new_post("열린 글")
    other = site.comment(open_page, "질문")
    with pytest.raises(Refused) as refused:
        await connector.send(action(Action.REPLY, other, "가" * 21_850))
    assert refused.value.code == "comment_content_column_length"
    site.delete(other)
    for kind in (Action.REPLY, Action.APPROVE, Action.EDIT):
        with pytest.raises(Refused) as refused:
            await connector.send(action(kind, other, "답"))
        assert refused.value.code == "rest_comment_invalid_id"


async def test_the_longest_reply_that_the_rule_allows_is_taken(site: WordPressServer, http: Http) -> None:
    connector = channel(site, http, site.editor)
    rule = (await connector.capabilities()).length
    assert rule.limit == 65_525 and rule.count("가") == 3
    question = site.comment(site.new_post("공지"), "질문")
    text = "가" * 21_841
    assert rule.count(text) <= rule.limit
    sent = await connector.send(action(Action.REPLY, question, text))
    assert sent.post is not None and sent.post.text == text


async def test_a_revoked_password_stops_the_channel(site: WordPressServer, http: Http) -> None:
    site.option("comment_moderation", "1")
    page = site.new_post("공지")
    held = site.comment(page, "대기")
    number, password = site.new_password("editor")
    connector = channel(site, http, User(site.editor.id, "editor", password))
    _, cursor = await all_batches(connector)
    site.revoke_password("editor", number)
    for call in (
        connector.fetch(cursor),
        connector.check(),
        connector.send(action(Action.REPLY, held, "답")),
    ):
        with pytest.raises(AuthExpired):
            await call
    with pytest.raises(AuthExpired):
        await channel(site, http, User(0, "editor", "wrong")).check()


async def test_who_may_not_moderate_may_still_answer(site: WordPressServer, http: Http) -> None:
    site.option("comment_moderation", "1")
    page = site.new_post("공지")
    held = site.comment(page, "대기")
    site.option("comment_moderation", "0")
    shown = site.comment(page, "공개")
    connector = channel(site, http, site.author)
    can = await connector.capabilities()
    assert can.reply and not (can.approve or can.hide or can.trash)
    batches, _ = await all_batches(connector)
    assert [p.remote_id for p in posts(batches)] == [str(shown)]
    reply = action(Action.REPLY, shown, '부서에서 "꼭" 답합니다... -- 끝')
    sent = await connector.send(reply)
    assert sent.post is not None and sent.post.own
    found = await connector.look_up(reply)
    assert found is not None and found.remote_id == sent.remote_id
    with pytest.raises(Refused):
        await connector.send(action(Action.APPROVE, held))
    with pytest.raises(Refused):
        await connector.send(action(Action.TRASH, shown))
    identity = await connector.check()
    assert "권한이 없는" in identity.note
    assert sent.post.author.remote_id == identity.writes_as  # by this its older comments are known


async def test_signing_in_later_brings_the_held_comments_and_loses_nothing(
    site: WordPressServer, http: Http
) -> None:
    site.option("comment_moderation", "1")
    page = site.new_post("공지")
    held = site.comment(page, "대기")
    site.option("comment_moderation", "0")
    shown = site.comment(page, "공개")
    _, public = await all_batches(channel(site, http))
    batches, cursor = await all_batches(channel(site, http, site.editor), public)
    assert {p.remote_id for p in posts(batches)} == {str(held), str(shown)}
    batches, _ = await all_batches(channel(site, http), cursor)
    assert all(batch.gone == () for batch in batches)


async def test_comments_below_a_private_post_hide_no_others(site: WordPressServer, http: Http) -> None:
    hidden, page = site.new_post("아직 비공개"), site.new_post("공지")
    site.many_comments(page, 120)
    site.many_comments(hidden, 130)  # the whole first page, and a part of the second
    site.rest("PUT", f"/wp/v2/posts/{hidden}", {"status": "private"})
    batches, _ = await all_batches(channel(site, http))
    assert len({post.remote_id for post in posts(batches)}) == 120


async def test_check_names_the_site_or_the_account(site: WordPressServer, http: Http) -> None:
    site.comment(site.new_post("공지"), "하나")
    public = await channel(site, http).check()
    assert public.name == "한빛시 누리집" and public.remote_id == "" and "1개" in public.note
    signed = await channel(site, http, site.editor).check()
    assert (signed.remote_id, signed.name, signed.handle) == (str(site.editor.id), "한빛시 소통팀", "editor")
    can = await channel(site, http).capabilities()
    assert not can.reply and can.thread
    with pytest.raises(Refused):
        await channel(site, http).send(action(Action.REPLY, 1, "답"))


async def test_the_api_is_found_from_any_address_of_the_site(site: WordPressServer, http: Http) -> None:
    page = site.new_post("주소")
    site.comment(page, "하나")
    for path in ("/", "/wp-json/", "/wp-admin/edit.php", f"/?p={page}"):
        assert len(posts((await all_batches(channel(site, http, url=site.url + path)))[0])) == 1
    site.option("permalink_structure", "")
    try:
        found = posts((await all_batches(channel(site, http, site.editor)))[0])
        assert [p.context for p in found] == ["주소"]
        reply = action(Action.REPLY, found[0].remote_id, "답")
        assert (await channel(site, http, site.editor).send(reply)).post is not None
    finally:
        site.option("permalink_structure", "/%postname%/")


async def test_a_site_that_closes_its_api_is_said_to_be_so(site: WordPressServer, http: Http) -> None:
    site.option("tests_block_rest", "1")
    with pytest.raises(Refused) as refused:
        await channel(site, http).check()
    assert refused.value.reason == "보안 설정으로 막혔습니다."


async def test_addresses_that_are_no_wordpress(site: WordPressServer, http: Http) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable):
            await channel(site, http, url=f"http://127.0.0.1:{nobody.getsockname()[1]}").check()
    with pytest.raises(Unreachable) as unreachable:
        channel(site, http, url="file:///etc/passwd")
    assert unreachable.value.code == "address"
    with pytest.raises(Refused) as refused:
        await channel(site, http, site.editor, url="http://city.example").check()
    assert refused.value.code == "insecure"
