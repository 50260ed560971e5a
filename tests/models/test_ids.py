from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.models import ids

TIMES = st.integers(min_value=-(1 << 62), max_value=1 << 62)


@given(TIMES)
def test_an_id_fits_into_javascript_and_keeps_its_rank_in_64_bits(at_ms: int) -> None:
    for value in (ids.floor_id(at_ms), ids.ceil_id(at_ms)):
        assert abs(value) <= 2**53
        assert abs(value * ids.RANK_STEP) < 2**63


@given(st.integers(min_value=-900_000_000_000, max_value=3_400_000_000_000))
def test_an_id_tells_its_millisecond(at_ms: int) -> None:
    assert ids.time_ms(ids.floor_id(at_ms)) == at_ms == ids.time_ms(ids.ceil_id(at_ms))


@given(TIMES, TIMES)
def test_ids_sort_as_times_do(one: int, other: int) -> None:
    if one <= other:
        assert ids.floor_id(one) <= ids.floor_id(other)


@given(
    st.lists(st.integers(0, 3), max_size=30),
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from([1, 2, 4094, 4095, 4096])), max_size=4),
)
def test_assigned_ids_are_free_unique_and_in_order(times: list[int], occupied: list[tuple[int, int]]) -> None:
    existing: set[int] = set()
    for at, count in occupied:
        # As the program would have done it: from the first free number of that millisecond on.
        start = ids.floor_id(at)
        while count:
            if start not in existing:
                existing.add(start)
                count -= 1
            start += 1

    def greatest(low: int, high: int) -> int | None:
        return max((i for i in existing if low <= i <= high), default=None)

    assigned = ids.assign(times, lambda wanted: existing & set(wanted), greatest)
    assert len(assigned) == len(times) == len(set(assigned))
    assert not existing & set(assigned)
    for at, number in zip(times, assigned, strict=True):
        assert number >= ids.floor_id(at)
    for at in set(times):
        same = [number for time, number in zip(times, assigned, strict=True) if time == at]
        assert same == sorted(same)
