"""From one workspace to another: the person's own, another file, the sample. It shows nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.ui.bridge import Bridge
from desktop.ui.settings.prefs import Prefs

translate = QCoreApplication.translate


def own_url(prefs: Prefs) -> str:
    """The workspace that the program opens by itself."""
    from desktop.services.paths import default_workspace_url

    return prefs.text("workspace") or default_workspace_url()


def shown_path(bridge: Bridge) -> str:
    """Where the open workspace lies, as people write a path."""
    from desktop.models.opening import workspace_path

    return workspace_path(bridge.store.url if bridge.store is not None else own_url(bridge.prefs))


def open_file(bridge: Bridge, path: str) -> None:
    """Work with the workspace in ``path`` from now on, and at every later start."""
    from desktop.services.paths import workspace_url

    url = workspace_url(path)
    bridge.prefs.put("workspace", url)
    bridge.workspace_wanted.emit(url)


def open_own(bridge: Bridge) -> None:
    """Leave the sample."""
    bridge.workspace_wanted.emit(own_url(bridge.prefs))


def sample_path() -> Path:
    from desktop.services.paths import data_dir

    return data_dir() / "sample.db"


async def open_sample(bridge: Bridge) -> None:
    """Make the sample workspace where there is none, and look around in it. The next start is one's own."""
    from desktop.services.paths import workspace_url
    from desktop.services.sample import make_sample

    path = sample_path()
    if not path.exists():
        bridge.toast(translate("Workspaces", "예시 업무공간을 만들고 있습니다. 몇 초 걸립니다."))
        await asyncio.to_thread(make_sample, path)
    bridge.workspace_wanted.emit(workspace_url(path))


async def back_up(bridge: Bridge, path: str) -> None:
    """Write a whole copy of the open workspace to ``path``."""
    store = bridge.store
    if store is not None:
        await asyncio.to_thread(store.backup, path)
        text = translate("Workspaces", "백업을 저장했습니다: {path}")
        bridge.toast(text.format(path=path), tone="good")
