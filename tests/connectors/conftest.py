"""Servers for the tests of the connectors."""

from __future__ import annotations

from tests.servers.fakecity.fixtures import city, http
from tests.servers.fixtures import fake_mastodon, mastodon_mock_server, wordpress

__all__ = ["city", "fake_mastodon", "http", "mastodon_mock_server", "wordpress"]
