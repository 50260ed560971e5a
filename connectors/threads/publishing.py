"""Putting a reply on Threads: a container is made, then published.

Nothing is seen by anybody before the second step, so everything in the first may be tried again; of the
second nobody knows more than its answer says (threads.md section 5).
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from connectors.base import OutcomeUnknown, Refused, Unreachable
from connectors.graph import Graph, identifier
from connectors.json_values import mapping, one_line
from connectors.threads.api import is_race, refusal

log = logging.getLogger(__name__)

READY_AFTER_S = (0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 10.0, 15.0)
"""Pauses between the questions whether a container is ready: three quarters of a minute in all."""

RACE_PAUSE_S = 2.0
MOST_CONTAINERS = 3

NOT_READY = "스레드가 글을 준비하지 못했습니다. / Threads could not prepare the post."


class Publisher:
    """``containers`` keeps the container of each key until it is published, so that the same action tried
    again goes on with it instead of making another one."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._containers: dict[str, str] = {}
        self._tried: set[str] = set()  # containers whose publishing was asked for

    async def publish(self, key: str, text: str, reply_to: str) -> str:
        """The id of the new post; "" where this container was published before, by a call whose answer was
        lost. Raises OutcomeUnknown where only the list of own replies can tell."""
        for _ in range(MOST_CONTAINERS):
            container = self._containers.get(key) or await self._make(key, text, reply_to)
            state = await self._ready(container)
            if state == "PUBLISHED":
                return ""
            if state == "EXPIRED":
                self._containers.pop(key, None)
                continue
            if not state:
                self._containers.pop(key, None)
                if container in self._tried:
                    return ""
                await asyncio.sleep(RACE_PAUSE_S)
                continue
            self._tried.add(container)
            answer = await self._graph.call("POST", "/me/threads_publish", form={"creation_id": container})
            if answer.fault is None:
                self._containers.pop(key, None)
                return _new_id(answer.value)
            if not is_race(answer.fault):
                raise refusal(answer.fault)
            # a container that was ready a moment ago is "not found": another one is made, after a pause
            log.info("container %s was not found at its publishing", container)
            self._containers.pop(key, None)
            await asyncio.sleep(RACE_PAUSE_S)
        raise Unreachable("Threads did not find any of its containers", "graph-24-4279009")

    async def _make(self, key: str, text: str, reply_to: str) -> str:
        form = {"media_type": "TEXT", "text": text, "reply_to_id": reply_to}
        answer = await self._graph.call("POST", "/me/threads", form=form)
        if answer.fault is not None:
            raise refusal(answer.fault)
        container = _new_id(answer.value)
        self._containers[key] = container
        return container

    async def _ready(self, container: str) -> str:
        """FINISHED, PUBLISHED or EXPIRED, as soon as it is so; "" where it has no status. Unreachable: not in
        time, so not published."""
        for pause in (*READY_AFTER_S, 0.0):
            params = {"fields": "id,status,error_message"}
            answer = await self._graph.call("GET", f"/{container}", params)
            if answer.fault is not None:
                if answer.fault.no_permission:
                    raise refusal(answer.fault)
                return ""  # only those have one that are not published: this one is, or it was never found
            said: Any = mapping(answer.value)
            status = said.get("status")
            if status in ("FINISHED", "PUBLISHED", "EXPIRED"):
                return str(status)
            if status == "ERROR":
                reason = one_line(said.get("error_message"))
                raise Refused(f"{NOT_READY} ({reason})" if reason else NOT_READY, "container-error")
            await asyncio.sleep(pause)
        raise Unreachable("the container is not ready yet", "timeout")


def _new_id(value: Any) -> str:
    number = identifier(mapping(value).get("id"))
    if not number:
        raise OutcomeUnknown("the answer to a write has no id", "outcome")
    return number
