"""The server itself: routes, faults that wait for their request, and a log of what was asked. No dialect."""

from __future__ import annotations

import contextlib
import json
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Request:
    """One request as it arrived; header names in small letters."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body or b"null")


@dataclass
class Reply:
    """What is sent back. ``wire`` takes over the raw connection where the answer is to be no proper HTTP."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    wire: Callable[[Connection], None] | None = None


Route = Callable[[Request], Reply]
Fault = Callable[[Request, Reply], Reply]


class Connection:
    """The raw line of one request, for faults that break the rules of HTTP."""

    def __init__(self, handler: BaseHTTPRequestHandler, stopping: threading.Event) -> None:
        self._handler = handler
        self.stopping = stopping

    def send(self, data: bytes) -> None:
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def head(self, status: int, headers: dict[str, str]) -> None:
        """Send the status line and headers; the body is up to the caller."""
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()


class FakeCity:
    """A loopback server. Use it as a context manager, or call ``stop``.

    ``city.route(path, function)`` answers a path; ``city.fault(path, fault, times)`` spoils its next answers.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = 0, *, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[Request] = []
        self._routes: dict[str, Route] = {}
        self._faults: dict[str, list[tuple[Fault, int | None]]] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._server = _Server((host, port), self._handler_class())
        self.port = self._server.server_port
        self.url = f"{'https' if tls else 'http'}://{host}:{self.port}"
        if tls is not None:
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def __enter__(self) -> FakeCity:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End all lines, also those that a fault keeps open."""
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def as_host(self, name: str) -> str:
        """The same server under another host name, such as "localhost"."""
        return f"http://{name}:{self.port}"

    def route(self, path: str, answer: Route | Reply) -> str:
        """Answer a path (of any method) from now on; returns its whole address."""
        self._routes[path] = answer if callable(answer) else lambda _: answer
        return self.url + path

    def fault(self, path: str, fault: Fault, times: int | None = 1) -> None:
        """Spoil the next answers of a path; ``times=None``: until ``mend``."""
        with self._lock:
            self._faults.setdefault(path, []).append((fault, times))

    def mend(self, path: str = "") -> None:
        """Forget the faults of a path, or all of them."""
        with self._lock:
            if path:
                self._faults.pop(path, None)
            else:
                self._faults.clear()

    def asked(self, path: str) -> list[Request]:
        """The requests that came for a path, in their order."""
        return [one for one in self.requests if one.path == path]

    def _next_fault(self, path: str) -> Fault | None:
        with self._lock:
            waiting = self._faults.get(path)
            if not waiting:
                return None
            fault, times = waiting[0]
            if times is not None:
                if times > 1:
                    waiting[0] = (fault, times - 1)
                else:
                    waiting.pop(0)
            return fault

    def _answer(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
        route = self._routes.get(request.path)
        reply = route(request) if route else Reply(404, b"not here", {"Content-Type": "text/plain"})
        fault = self._next_fault(request.path)
        return fault(request, reply) if fault else reply

    def _handler_class(self) -> type[BaseHTTPRequestHandler]:
        city = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            timeout = 30

            def _serve(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                parts = urlsplit(self.path)
                headers = {name.lower(): value for name, value in self.headers.items()}
                query = parse_qs(parts.query, keep_blank_values=True)
                request = Request(self.command, parts.path, query, headers, self.rfile.read(length))
                reply = city._answer(request)
                connection = Connection(self, city._stopping)
                with contextlib.suppress(
                    OSError
                ):  # the other side may have hung up, that is what some tests are for
                    if reply.wire is not None:
                        self.close_connection = True
                        reply.wire(connection)
                        return
                    body = b"" if reply.status in (204, 304) else reply.body
                    size = {} if reply.status in (204, 304) else {"Content-Length": str(len(body))}
                    connection.head(reply.status, {**size, **reply.headers})
                    if self.command != "HEAD":
                        connection.send(body)

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = _serve

            def log_message(self, format: str, *args: Any) -> None:
                """Tests read ``city.requests`` instead."""

        return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error of the city."""
