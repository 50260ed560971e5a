"""Test servers of twelve networks, filled with citizens' posts: ``network_servers CHANNELS POSTS``.

Prints what the channels on them need, one JSON list, and then breaks networks as told on the input:
``dead NETWORK``, ``slow NETWORK``, ``heal``. A real server of each closed network there is none; these are
those of the conformance suite.
"""

from __future__ import annotations

import asyncio
import json
import sys
from importlib import import_module
from itertools import cycle, islice
from typing import Any

from tests.conformance.stand import Fault

NETWORKS = ("feed", "mastodon", "x", "facebook", "instagram", "threads", "youtube", "me2day", "naver_blog",
            "naver_band", "naver_cafe", "discourse")  # fmt: skip
PAGE = 100
"""Entries on a page, as the networks' own servers give at most; the suite's stands give fewer."""

PAGE_SETTINGS = ("page", "page_size")

TEXT = "한들공원 앞 가로등이 꺼져 밤길이 무섭습니다. 언제 고쳐 주시나요? {number}"


async def main(channels: int, posts: int) -> None:
    stands: list[Any] = []
    for number, name in enumerate(islice(cycle(NETWORKS), channels)):
        stand = await import_module(f"tests.conformance.stands.{name}").open_stand()
        for part in (stand.server, *vars(stand.server).values()):
            for name in PAGE_SETTINGS:
                if isinstance(getattr(part, name, None), int):
                    setattr(part, name, PAGE)
        for _ in range(posts // channels + (number < posts % channels)):
            await stand.write(TEXT.format(number=len(stands)))
        stands.append(stand)
    told = []
    for stand in stands:
        config = stand.config()
        told.append(
            {
                "network": stand.facts.network,
                "url": config.url,
                "handle": config.handle,
                "options": dict(config.options),
                "secret": dict(config.secret or {}),
            }
        )
    print(json.dumps(told), flush=True)
    while line := (await asyncio.to_thread(sys.stdin.readline)).split():
        for stand in stands:
            if line[0] == "heal":
                stand.heal()
            elif stand.facts.network == line[1]:
                stand.fault(Fault(line[0]))
        print("done", flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
