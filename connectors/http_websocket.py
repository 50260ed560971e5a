"""Text frames of a WebSocket with connector errors; part of ``connectors.http``, the way to call it."""

from __future__ import annotations

import logging
import ssl
from collections.abc import AsyncGenerator, Callable, Mapping
from typing import Any

from connectors.base import Malformed, Unreachable
from connectors.http_parts import BadHandshake, Headers, connect_code, mask

LARGEST_FRAME = 2_000_000


async def frames(
    address: str,
    headers: Mapping[str, str],
    user_agent: str,
    *,
    idle_s: float,
    open_s: float,
    tls: Callable[[], ssl.SSLContext],
) -> AsyncGenerator[str, None]:
    """See ``Http.websocket``. Raises BadHandshake besides connector errors."""
    from websockets.asyncio.client import connect
    from websockets.exceptions import ConnectionClosed, InvalidStatus, PayloadTooBig, WebSocketException

    url = "ws" + address.removeprefix("http") if address.startswith("http") else address
    options: dict[str, Any] = {"ssl": tls()} if url.startswith("wss:") else {}
    quiet = logging.getLogger(__name__ + ".frames")
    quiet.setLevel(logging.WARNING)  # on debug the library writes headers and frames down
    line = connect(
        url,
        additional_headers=dict(headers),
        user_agent_header=user_agent,
        open_timeout=open_s,
        close_timeout=0.5,  # a dead line must not hold up the end of the program
        ping_interval=idle_s / 2,
        ping_timeout=idle_s / 2,
        max_size=LARGEST_FRAME,
        logger=quiet,
        **options,
    )
    where = f"websocket {mask(address)}"
    try:
        connection = await line
    except TimeoutError:
        raise Unreachable(f"{where}: no answer", "timeout") from None
    except InvalidStatus as error:
        answer = error.response
        raise BadHandshake(
            answer.status_code, Headers(answer.headers.raw_items()), bytes(answer.body or b"")
        ) from None
    except OSError as error:
        raise Unreachable(f"{where}: {type(error).__name__}", connect_code(error)) from None
    except (WebSocketException, EOFError, ValueError) as error:
        raise Unreachable(f"{where}: {type(error).__name__}", "broken") from None
    try:
        yield ""
        while True:
            frame = await connection.recv()
            if isinstance(frame, str):
                yield frame
    except PayloadTooBig:
        raise Malformed(f"{where}: a frame that is too large", "too-large") from None
    except ConnectionClosed as error:
        raise Unreachable(
            f"{where}: ended ({error.rcvd.code if error.rcvd else 'no goodbye'})", "closed"
        ) from None
    finally:
        await connection.close()
