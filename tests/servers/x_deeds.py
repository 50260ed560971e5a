"""What can be done on the fake X and what it says to it: posting, hiding, deleting, liking, searching."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from connectors.weighted import weighted_length
from tests.servers import x_rules as rules
from tests.servers.tiny_http import Reply, Request
from tests.servers.x_things import Tweet, View

if TYPE_CHECKING:
    from tests.servers.fake_x import FakeX


def create(world: FakeX, body: dict[str, Any]) -> Reply:
    text, number = str(body.get("text", "")), body.get("reply", {}).get("in_reply_to_tweet_id", "")
    if weighted_length(text) > 280:
        return forbidden("Your Tweet text is too long. For more information on how Twitter counts, see docs.")
    answered = world.find(number)
    if number and (answered is None or answered.deleted):
        return forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.")
    name = ""
    if answered is not None and answered.author != world.city.id:
        name = f"@{world.accounts[answered.author].username} "
        quoted = world.find(answered.quotes)
        asked = world.names_city(answered) or (quoted is not None and quoted.author == world.city.id)
        if not asked and world.plan == "ppu":
            return forbidden("Reply to this conversation is not allowed: you have not been mentioned.")
    for tweet in world.tweets.values():
        same = tweet.author == world.city.id and tweet.texts[-1] == name + text and tweet.answers == number
        if same and not tweet.deleted:
            return forbidden("You are not allowed to create a Tweet with duplicate content.")
    tweet = world.write(world.city.id, name + text, answers=number)
    return Reply(201, {"data": {"id": tweet.id, "text": tweet.texts[0], "edit_history_tweet_ids": tweet.ids}})


def change(world: FakeX, request: Request, number: str) -> Reply:
    likes = request.path.endswith("/likes")
    tweet = world.find(request.fields()["tweet_id"] if likes else number)
    if tweet is None or tweet.deleted:
        wrong = rules.not_found(number)
        return Reply(404, {**wrong, "errors": [wrong]})
    if likes:
        if world.plan != "enterprise":
            return Reply(403, rules.problem("client-forbidden", "Client Forbidden", "Not in your plan.", 403))
        tweet.liked_by.add(world.city.id)
        return Reply(200, {"data": {"liked": True}})
    if request.method == "DELETE":
        if tweet.author != world.city.id:
            return forbidden("You are not authorized to delete this Tweet.")
        tweet.deleted = True
        return Reply(200, {"data": {"deleted": True}})
    root = world.find(tweet.conversation)
    if root is None or root.author != world.city.id or not tweet.answers:
        return forbidden("You can only hide replies to conversations that you have started.")
    tweet.hidden = request.fields()["hidden"]
    return Reply(200, {"data": {"hidden": tweet.hidden}})


def users(world: FakeX, request: Request, view: View) -> Reply:
    if request.path == "/2/users/me":
        return Reply(200, {"data": view.user(world.city, world)})
    by_name = {account.username.lower(): account for account in world.accounts.values()}
    data, errors = [], []
    for name in request.one("usernames").split(","):
        account = by_name.get(name.lower())
        if account is None or account.suspended:
            wrong = rules.not_found(name, "user", "usernames")
            if account is not None:
                wrong["detail"] = f"User has been suspended: [{name}]."
            errors.append(wrong)
        else:
            data.append(view.user(account, world))
    return Reply(200, {**data_of(data), **({"errors": errors} if errors else {})})


def data_of(items: list[Any]) -> dict[str, Any]:
    """Nothing found: there is no "data" at all."""
    return {"data": items} if items else {}


def forbidden(detail: str) -> Reply:
    return Reply(
        403, rules.problem("", "Forbidden", detail, 403), {"Content-Type": "application/problem+json"}
    )


def matches(world: FakeX, query: str, tweet: Tweet) -> bool:
    """The few operators of the search that a city needs: words of brackets are alternatives."""
    match = re.fullmatch(r"\(([^()]+)\)((?: -is:retweet)?)", query)
    parts: Iterable[str] = match.group(1).split(" OR ") if match else [query]
    for part in parts:
        if part.startswith("to:"):
            answered = world.find(tweet.answers)
            if answered and world.accounts[answered.author].username.lower() == part[3:].lower():
                return True
        elif part.startswith("@") and part.lower() in tweet.texts[-1].lower():
            return True
    return False
