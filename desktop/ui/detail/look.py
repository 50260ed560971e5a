"""Hands the theme's colours to the rich text of the detail pane."""

from __future__ import annotations

from desktop.ui.detail.thread_html import Look
from desktop.ui.theme import tokens
from desktop.ui.theme.style import theme


def look() -> Look:
    """The look in use now."""
    colors = theme().tokens
    return Look(
        text=colors.text,
        subtle=colors.subtle,
        muted=colors.muted,
        link=colors.link,
        surface=colors.app,
        focus=colors.selected,
        own=colors.good.fill,
        border=colors.border,
        mark=colors.focus,
        added_text=colors.good.text,
        added=colors.good.fill,
        removed_text=colors.danger.text,
        removed=colors.danger.fill,
        plain_text=colors.opinion.text,
        plain=colors.opinion.fill,
        warn_text=colors.warning.text,
        warn=colors.warning.fill,
        body_px=theme().px(tokens.BODY),
        meta_px=theme().px(tokens.META),
    )
