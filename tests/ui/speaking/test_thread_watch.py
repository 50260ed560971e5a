"""When a changed thread stops a send: once for each change, and never under an empty editor."""

from __future__ import annotations

from desktop.models.speaking.threads import Seen
from desktop.ui.speaking.thread_watch import ThreadWatch

OLD = Seen(frozenset({(1, 0, False)}))
NEW = Seen(frozenset({(1, 0, False), (2, 0, False)}))
NEWER = Seen(frozenset({(1, 0, False), (2, 0, False), (3, 0, False)}))


def test_each_change_stops_once() -> None:
    watch = ThreadWatch()
    watch.begin(OLD)
    watch.look(OLD, writing=True)
    assert not watch.stops() and not watch.warned
    watch.look(NEW, writing=True)
    assert watch.changes.new == (2,)
    assert watch.stops() and watch.warned and not watch.stops()
    watch.look(NEWER, writing=True)
    assert watch.stops(), "what came after the warning was not on screen"
    watch.sent()
    assert not watch.warned


def test_a_text_that_is_begun_later_begins_with_the_thread_as_it_is() -> None:
    watch = ThreadWatch()
    watch.begin(OLD)
    watch.look(NEW, writing=False)
    assert not watch.stops()
    watch.look(NEWER, writing=True)
    assert watch.changes.new == (3,)
    watch.rest()
    assert not watch.stops()
