"""Values of single fields and the effects of writes, for ``fake_graph``."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from tests.servers.fake_graph_state import IG, PAGE, Node, stamp
from tests.servers.fake_graph_words import GraphError, bad_param, no_such

if TYPE_CHECKING:
    from tests.servers.fake_graph import FakeGraph

FB_LONGEST, MESSAGE_LONGEST, IG_LONGEST, IG_MESSAGE_BYTES = 8000, 2000, 2200, 1000
WINDOW_S, PRIVATE_REPLY_S = 24 * 3600, 7 * 24 * 3600


def field_of(fake: FakeGraph, node: Node, name: str) -> Any:
    if node.kind.startswith("IG"):
        return _instagram(fake, node, name)
    if node.kind == "UnifiedThread":
        return _talk(fake, node, name)
    if node.kind == "Message":
        return _message(fake, node, name)
    own = node.author == PAGE
    simple: dict[str, Any] = {
        "message": node.text or None,
        "created_time": stamp(node.created),
        "updated_time": stamp(node.updated),
        "from": fake._from(node.author),
        "permalink_url": f"https://www.facebook.com/hanbit.city/posts/{node.id}",
        "is_hidden": node.hidden,
        "is_private": False,
        "can_hide": not own,
        "can_remove": True,
        "can_comment": True,
        "can_like": True,
        "can_reply_privately": not own,
        "like_count": int(node.liked),
        "user_likes": node.liked,
        "comment_count": len(fake.state.of("Comment", parent=node.id)),
        "parent": {"id": node.parent} if node.parent else None,
        "status_type": "mobile_status_update",
    }
    picture = {
        "type": "photo",
        "media_type": "photo",
        "url": "https://www.facebook.com/photo/?fbid=1",
        "media": {"image": {"src": "https://scontent.example/p.jpg?sig=1", "height": 1, "width": 1}},
        "description": node.alt,
    }
    if name == "attachment" and node.alt:
        return picture
    if name == "attachments" and node.alt:
        return {"data": [picture]}
    return simple.get(name)


def _talk(fake: FakeGraph, node: Node, name: str) -> Any:
    both = [fake._from(node.author), fake._from(node.to)]
    simple = {
        "updated_time": stamp(node.updated),
        "participants": {"data": [who for who in both if who]},
        "can_reply": True,
        "unread_count": 0,
        "link": f"/hanbit.city/inbox/{node.number}/",
    }
    return simple.get(name)


def _message(fake: FakeGraph, node: Node, name: str) -> Any:
    who = fake._from(node.author)
    if who and IG in (node.author, node.to):
        who = {"id": who["id"], "username": who["name"]}
    picture = {
        "id": "1",
        "mime_type": "image/jpeg",
        "name": "p.jpg",
        "image_data": {"url": "https://scontent.example/m.jpg?sig=1"},
    }
    simple = {
        "message": node.text,
        "created_time": stamp(node.created),
        "from": who,
        "to": {"data": [fake._from(node.to)]},
        "attachments": {"data": [picture]} if node.alt else None,
    }
    return simple.get(name)


def _instagram(fake: FakeGraph, node: Node, name: str) -> Any:
    person = fake.state.people[node.author]
    who = {"id": node.author, "username": person} if fake._from(node.author) else None
    below = fake.state.of("IGComment", thread=node.id)
    simple: dict[str, Any] = {
        "text": node.text,
        "caption": node.text or None,
        "timestamp": stamp(node.created),
        "username": person,
        "from": who,
        "hidden": node.hidden,
        "like_count": 0,
        "parent_id": node.parent or None,
        "media": {"id": node.thread} if node.thread else None,
        "media_type": "IMAGE",
        "media_product_type": "FEED",
        "media_url": "https://scontent.example/i.jpg?sig=1",
        "permalink": f"https://www.instagram.com/p/C{node.number}/",
        "shortcode": f"C{node.number}",
        "comments_count": len(below),
        "is_comment_enabled": True,
        "alt_text": node.alt or None,
    }
    return simple.get(name)


# --- writes -----------------------------------------------------------------------------------------------


def write(
    fake: FakeGraph,
    method: str,
    node: Node | None,
    number: str,
    kind: str,
    edge: str,
    given: dict[str, Any],
) -> Any:
    if edge == "messages":
        return _send(fake, number, given)
    if node is None:
        raise no_such(number, method.lower())
    if edge == "likes":
        node.liked = method == "POST"
        return {"success": True}
    if edge in ("comments", "replies"):
        return _answer(fake, node, edge, given)
    if method == "DELETE":
        fake.state.remove(node.id)
        return {"success": True}
    return _change(node, given)


def _text(given: dict[str, Any], longest: int) -> str:
    text = given.get("message")
    if not isinstance(text, str) or not text.strip():
        raise bad_param("The parameter message is required.")
    if len(text) > longest:
        raise bad_param(f"Param message must be no more than {longest} characters.")
    return text


def _answer(fake: FakeGraph, node: Node, edge: str, given: dict[str, Any]) -> Any:
    if node.kind in ("Post", "Comment"):
        text = _text(given, FB_LONGEST)
        below = fake.state.of("Comment", author=PAGE, thread=node.thread or node.id)
        newest = max(below, key=lambda one: one.number, default=None)
        if newest is not None and newest.text == text and node.id in (newest.parent, newest.thread):
            raise GraphError("(#506) Duplicate status message", 506)
        return {"id": fake.state.comment(node.id, text, PAGE).id}
    text = _text(given, IG_LONGEST)
    if node.kind == "IGComment" and (node.parent or node.hidden):
        raise bad_param("Only comments that are shown and at the top can be replied to.")
    if text.count("#") > 30 or text.count("@") > 20:
        raise bad_param("Too many hashtags or mentions")
    return {"id": fake.state.ig_comment(node.id, text, IG).id}


def _change(node: Node, given: dict[str, Any]) -> Any:
    own = node.author in (PAGE, IG)
    if "message" in given:
        if not own:
            raise GraphError("(#200) You do not have permission to edit this", 200, status=403)
        node.text = _text(given, FB_LONGEST)
        node.updated = time.time()
    hide = given.get("is_hidden", given.get("hide"))
    if hide is not None:
        if own:
            raise bad_param("A Page's own comment cannot be hidden.")
        if str(hide).lower() not in ("true", "false"):
            raise bad_param("Param is_hidden must be a boolean")
        node.hidden = str(hide).lower() == "true"
    return {"success": True}


def _send(fake: FakeGraph, number: str, given: dict[str, Any]) -> Any:
    """The Send API: to a person within the window, or once to the author of a public comment or post."""
    recipient, message = _object(given.get("recipient")), _object(given.get("message"))
    account = _account_of(fake, number, recipient)
    text = message.get("text")
    if not isinstance(text, str) or not text:
        raise bad_param("The parameter message[text] is required.")
    if account == PAGE and len(text) > MESSAGE_LONGEST:
        raise bad_param("Length of param message[text] must be less than or equal to 2000")
    if account == IG and len(text.encode()) > IG_MESSAGE_BYTES:
        raise bad_param("Length of param message[text] must be less than or equal to 1000")
    about = recipient.get("comment_id") or recipient.get("post_id")
    if about:
        answered = fake.state.nodes.get(str(about))
        if answered is None or answered.author in (PAGE, IG):
            raise bad_param("Invalid comment_id")
        if fake.state.of("Message", about=answered.id):
            raise GraphError("(#10900) Activity already replied to", 10900)
        if time.time() - answered.created > PRIVATE_REPLY_S:
            raise GraphError("(#10901) The time to reply has passed", 10901)
        person = answered.author
    else:
        person = str(recipient.get("id", ""))
        if person not in fake.state.people or person in (PAGE, IG):
            raise GraphError("(#100) No matching user found", 100, 2018001)
        _check_window(fake, account, person, given)
    made = fake.state.message(account, person, text, account, about=str(about or ""))
    return {"recipient_id": person, "message_id": made.id}


def _account_of(fake: FakeGraph, number: str, recipient: dict[str, Any]) -> str:
    """Who writes: a Page also writes for the Instagram account that it is linked with."""
    answered = fake.state.nodes.get(str(recipient.get("comment_id", "")))
    talks = fake.state.of("UnifiedThread", author=str(recipient.get("id", "")), to=IG)
    by_page = number == PAGE and not talks and (answered is None or answered.kind != "IGComment")
    return PAGE if by_page else IG


def _check_window(fake: FakeGraph, account: str, person: str, given: dict[str, Any]) -> None:
    kind, tag = given.get("messaging_type"), given.get("tag")
    if account == PAGE and kind is None:
        raise bad_param("The parameter messaging_type is required.")
    if kind == "MESSAGE_TAG" and tag != "HUMAN_AGENT":
        raise bad_param("The parameter tag is required.")
    talk = fake.state.talk(account, person)
    heard = [one.created for one in fake.state.of("Message", thread=talk.id, author=person)]
    age = time.time() - max(heard, default=0)
    allowed = 7 * WINDOW_S if tag == "HUMAN_AGENT" and fake.human_agent else WINDOW_S
    if age > allowed:
        raise GraphError("(#10) This message is sent outside of allowed window.", 10, 2018278, status=403)


def _object(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            value = None
    return value if isinstance(value, dict) else {}
