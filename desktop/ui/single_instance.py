"""One window per workspace and person: a second start brings the first window to the front instead.

It knows a name and a callable, nothing of the program. A socket that a crash left behind never keeps the
program from starting.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

CONNECT_MS = 500
ANSWER_MS = 4000
"""A busy PC takes its time; a window that hangs must not swallow the second start for ever."""

RAISE = b"raise\n"
HEARD = b"ok\n"


def server_name(workspace: str, member: str = "") -> str:
    """The name of the socket (on Unix its path, short enough for the system) for one workspace and person;
    ``member``: who the person works as, where that is not the one of the settings."""
    person = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    # Qt's hash: importing hashlib brings all of OpenSSL into the start of the program.
    whole = QCryptographicHash.hash(
        f"{person}\0{workspace}\0{member}".encode(), QCryptographicHash.Algorithm.Sha256
    )
    digest = whole.toHex().data().decode()[:20]
    name = f"seoul-smc-{digest}"
    if sys.platform == "win32":
        return name
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(folder if folder and Path(folder).is_dir() else tempfile.gettempdir()) / f"{name}.sock")


def raise_first(workspace: str, member: str = "") -> bool:
    """Ask the window that already shows this workspace to come to the front; False if there is none."""
    name = server_name(workspace, member)
    if sys.platform != "win32" and not Path(name).exists():
        return False  # saves the first start the import of QtNetwork
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(RAISE)
    socket.flush()
    answered = socket.waitForReadyRead(ANSWER_MS) and socket.readAll().data() == HEARD
    socket.close()
    return answered


class FirstInstance(QObject):
    """Listens for later starts as long as it lives."""

    def __init__(
        self,
        workspace: str,
        raised: Callable[[], object],
        parent: QObject | None = None,
        member: str = "",
    ) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._raised = raised
        self._server: QLocalServer = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        name = server_name(workspace, member)
        if not self._server.listen(name):
            # Nobody answered a moment ago, so what lies there is left over from a crash.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def listening(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        self._server.close()

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is None:
            return

        def answer() -> None:
            if RAISE in socket.readAll().data():
                socket.write(HEARD)
                socket.flush()
                self._raised()

        socket.readyRead.connect(answer)
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            answer()
