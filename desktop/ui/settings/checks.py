"""Runs the health check of the services and writes it as text for the settings."""

from __future__ import annotations

from desktop.ui import i18n
from desktop.ui.bridge import Bridge


async def findings_text(bridge: Bridge) -> str:
    """One line for each check, with what mends it below."""
    from desktop.services import doctor

    assert bridge.services is not None
    lines = []
    for finding in await doctor.examine(
        bridge.services.store.url, i18n.language(), vault=bridge.services.vault
    ):
        lines.append(f"{'✓' if finding.ok else '✗'} {finding.sentence}")
        if not finding.ok and finding.mend:
            lines.append(f"   → {finding.mend}")
    return "\n".join(lines)
