"""Servers for the tests of the connectors."""

from __future__ import annotations

from tests.servers.fixtures import fake_mastodon, mastodon_mock_server, wordpress

__all__ = ["fake_mastodon", "mastodon_mock_server", "wordpress"]
