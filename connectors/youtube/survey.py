"""How much channels write: one unit for fifty ids or one handle, and one for each last upload."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.base import Activity
from connectors.youtube import parse
from connectors.youtube.api import OFFICIAL, Api
from connectors.youtube.parse import Channel

IDS_AT_ONCE = 50
CHANNEL_PARTS = "id,snippet,statistics,contentDetails"


async def survey(api: Api, handles: Sequence[str], *, own: bool = False) -> list[Activity]:
    """In the order of ``handles``; one that names no channel is "missing". ``own``: they are ids that nobody
    typed, so channels are named by their own handles."""
    names = [parse.named_channel(handle, elsewhere=api.server != OFFICIAL) for handle in handles]
    known: dict[str, Channel] = {}
    ids = list(dict.fromkeys(value for name, value in names if name == "id"))
    for start in range(0, len(ids), IDS_AT_ONCE):
        for channel in await _channels(api, {"id": ",".join(ids[start : start + IDS_AT_ONCE])}):
            known[channel.id] = channel
    found: list[Activity] = []
    for handle, (name, value) in zip(handles, names, strict=True):
        channels = [known[value]] if value in known else []
        if name and name != "id":
            channels = await _channels(api, {name: value})
        if not channels:
            found.append(Activity(handle, state="missing"))
            continue
        channel = channels[0]
        found.append(
            Activity(
                (channel.handle or handle) if own else handle,
                last_post_ms=await _last_upload_ms(api, channel),
                posts=channel.videos,
                followers=channel.subscribers,
                name=channel.title,
                url=f"https://www.youtube.com/channel/{channel.id}",
            )
        )
    return found


async def _channels(api: Api, which: dict[str, str]) -> list[Channel]:
    answer = await api.get("channels", {"part": CHANNEL_PARTS, **which})
    if answer.status == 404:
        return []
    if not answer.ok:
        raise api.refusal(answer)
    return parse.channels(parse.page(answer.value).items)


async def _last_upload_ms(api: Api, channel: Channel) -> int | None:
    if not channel.uploads or channel.videos == 0:
        return None
    answer = await api.get(
        "playlistItems", {"part": "contentDetails", "playlistId": channel.uploads, "maxResults": 1}
    )
    if answer.status == 404:
        return None
    if not answer.ok:
        raise api.refusal(answer)
    return parse.uploaded_ms(parse.page(answer.value).items)
