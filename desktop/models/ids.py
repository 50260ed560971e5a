"""Ids of posts and cases: whole numbers that grow with the time of the post.

An id is the milliseconds since 2010-01-01 UTC times 4096, plus a number that tells posts of one millisecond
apart. It stays within ±2**53 (so JSON and JavaScript hold it exactly; good until 2079, back to 1940), and
posts from before 2010 have negative ids. "Newest first" is therefore the order of the primary key itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

EPOCH_MS = 1_262_304_000_000
PER_MS = 4096
_MOST_MS = (1 << 41) - 1
RANK_STEP = 1024
"""A case's first rank is its id times this, so 1,023 cards fit between any two before ranks are
renumbered."""


def floor_id(at_ms: int) -> int:
    """The smallest id a post of this millisecond can have."""
    return max(-_MOST_MS, min(_MOST_MS, at_ms - EPOCH_MS)) * PER_MS


def ceil_id(at_ms: int) -> int:
    """The greatest id a post of this millisecond can have."""
    return floor_id(at_ms) + PER_MS - 1


def time_ms(post_id: int) -> int:
    """The millisecond an id stands for (to sort and to say "oldest"; what the network said is in the
    post)."""
    return post_id // PER_MS + EPOCH_MS


def assign(
    times_ms: Iterable[int],
    taken: Callable[[list[int]], set[int]],
    greatest_below: Callable[[int, int], int | None],
) -> list[int]:
    """One free id for each time; equal times get growing ids in the order given.

    ``taken(ids)`` says which of these ids exist; ``greatest_below(low, high)`` gives the greatest existing id
    from ``low`` up to and including ``high``, or None.
    """
    floors = [floor_id(at) for at in times_ms]
    next_free: dict[int, int] = {}
    for occupied in taken(list(dict.fromkeys(floors))):
        greatest = greatest_below(occupied, occupied + PER_MS - 1)
        next_free[occupied] = (occupied if greatest is None else greatest) + 1
    ids: list[int] = []
    used: set[int] = set()
    for floor in floors:
        candidate = next_free.get(floor, floor)
        while True:
            if candidate in used:
                candidate += 1
            elif candidate != floor and candidate % PER_MS == 0:
                # The millisecond is full; the next one may have posts of its own.
                greatest = greatest_below(candidate, candidate + PER_MS - 1)
                if greatest is None:
                    break
                candidate = greatest + 1
            else:
                break
        ids.append(candidate)
        used.add(candidate)
        next_free[floor] = candidate + 1
    return ids
