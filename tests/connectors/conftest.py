"""Servers for the tests of the connectors."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.servers.fakecity.fixtures import city, http, impatient
from tests.servers.fixtures import bluesky, fake_mastodon, mastodon_mock_server, wordpress

__all__ = ["bluesky", "city", "fake_mastodon", "http", "impatient", "mastodon_mock_server", "wordpress"]

# Tests never time: a busy machine is no failure.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
