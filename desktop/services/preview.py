"""An answer as the citizen will see it, by the rules of its network. Pure: nothing is asked of any server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from connectors import registry
from connectors.base import Action, Capabilities, LengthRule, clean_text
from desktop.models.speaking import checks


@dataclass(frozen=True, slots=True)
class Preview:
    """``sender`` is the account as others see it; ``shown`` the whole text; ``lead`` what the network puts in
    front of what was typed. ``notes`` are (code of ``messages``, values), then the network's own advice as
    "한국어. / English."."""

    network: str
    sender: str
    handle: str
    answered: str
    lead: str
    shown: str
    used: int
    limit: int | None
    unit: str
    over: int
    private: bool
    notes: tuple[tuple[str, dict[str, Any]], ...]
    advice: tuple[str, ...]


def preview(
    text: str,
    channel: Any,
    capabilities: Capabilities,
    *,
    action: Action = Action.REPLY,
    handle: str = "",
    private: bool = False,
    target: dict[str, Any] | None = None,
) -> Preview:
    """``channel`` is a row of ``channels``; ``handle`` whom it answers; ``target`` as ``Network.advise`` has
    it."""
    text = clean_text(text).strip()
    alone = private or action is Action.PRIVATE_REPLY
    rule = capabilities.length_of(action, private=private)
    shown = rule.shown(text, handle)
    lead = shown[: len(shown) - len(text)]
    return Preview(
        network=channel.network,
        sender=channel.account_name or channel.name,
        handle=channel.account_handle or channel.handle,
        answered=handle,
        lead=lead,
        shown=shown,
        used=rule.count(text, handle),
        limit=rule.limit,
        unit=rule.unit,
        over=rule.over(text, handle),
        private=alone,
        notes=_notes(text, rule, lead, alone),
        advice=_advice(text, channel, alone, target or {}),
    )


def _notes(text: str, rule: LengthRule, lead: str, alone: bool) -> tuple[tuple[str, dict[str, Any]], ...]:
    notes: list[tuple[str, dict[str, Any]]] = [("seen-by-author" if alone else "seen-by-all", {})]
    if lead:
        notes.append(("begins-with-name", {"name": lead.strip()}))
    links = [address for _, _, address in checks.addresses(text) if "://" in address]
    if rule.url_length is not None and links:
        notes.append(("links-count", {"n": len(links), "detail": rule.url_length}))
    return tuple(notes)


def _advice(text: str, channel: Any, alone: bool, target: dict[str, Any]) -> tuple[str, ...]:
    try:
        advise = registry.network(channel.network).advise
    except KeyError:
        return ()
    if advise is None or not text:
        return ()
    own = channel.account_handle or channel.handle or ""
    return tuple(advise(text, {**target, "private": alone, "own_handle": own}, channel.options))
