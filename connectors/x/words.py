"""The names of fields that are asked for, in both of X's vocabularies (x.md sections 0 and 3).

Since August 2026 the official description speaks of posts, while documents and samples still speak of tweets.
"""

from __future__ import annotations

from collections.abc import Mapping

_MEDIA = "media_key,type,url,preview_image_url,alt_text,width,height,duration_ms,variants"
_AUTHOR = "name,username,profile_image_url,verified_type,protected"
_SURVEY = "created_at,public_metrics,protected,verified_type,description"

_OLD: Mapping[str, Mapping[str, str]] = {
    "post": {
        "tweet.fields": "created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,entities,"
        "attachments,edit_history_tweet_ids,edit_controls,lang,public_metrics,reply_settings,note_tweet,withheld",
        "expansions": "author_id,referenced_tweets.id,attachments.media_keys",
        "user.fields": _AUTHOR,
        "media.fields": _MEDIA,
    },
    "dm": {
        "dm_event.fields": "id,text,event_type,created_at,dm_conversation_id,sender_id,attachments,entities",
        "expansions": "sender_id,attachments.media_keys",
        "user.fields": _AUTHOR,
        "media.fields": _MEDIA,
    },
    "user": {"user.fields": f"{_SURVEY},most_recent_tweet_id,pinned_tweet_id"},
}

_NEW: Mapping[str, Mapping[str, str]] = {
    "post": {
        "post.fields": "created_at,conversation_id,entities,attachments,edit_controls,lang,public_metrics,"
        "reply_settings,note_post,withheld",
        "expansions": "author_id,in_reply_to_user_id,referenced_posts,edit_history_post_ids,"
        "attachments.media_keys",
        "user.fields": _AUTHOR,
        "media.fields": _MEDIA,
    },
    "dm": {
        "dm_event.fields": "id,text,event_type,created_at,dm_conversation_id,attachments,entities",
        "expansions": "sender_id,attachments.media_keys",
        "user.fields": _AUTHOR,
        "media.fields": _MEDIA,
    },
    "user": {"user.fields": _SURVEY, "expansions": "most_recent_post_id"},
}


def fields(kind: str, *, renamed: bool) -> Mapping[str, str]:
    """What to ask of every "post", "dm" or "user"."""
    return (_NEW if renamed else _OLD)[kind]
