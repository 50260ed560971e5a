"""What a workspace knows of itself by name."""

from __future__ import annotations

from desktop.models import meta
from desktop.models.store import Store, Tx


def test_a_value_is_put_replaced_and_dropped(store: Store) -> None:
    assert store.read(meta.get, "thing").result() is None
    store.write(meta.put, "thing", "하나").result()
    store.write(meta.put, "thing", "").result()
    assert store.read(meta.get, "thing").result() == ""
    store.write(meta.drop, "thing").result()
    assert store.read(meta.get, "thing").result() is None


def test_counting_goes_on_within_a_transaction(store: Store) -> None:
    def twice(tx: Tx) -> None:
        meta.count_up(tx, "thing")
        meta.count_up(tx, "thing")

    for _ in range(5):
        store.write(twice).result()
    assert store.read(meta.get, "thing").result() == "10"
