"""The fewest nodes that could hold some pods: no scheduler can do better."""

from collections.abc import Sequence
from math import ceil


def fewest_nodes(sizes: Sequence[int], capacity: int) -> int:
    """The lower bound L2 of Martello and Toth for pods of `sizes` GPUs on nodes of `capacity`.

    Pods that cannot share a node with any of the small ones, and those that cannot share one with
    each other, take a node each; the small ones fill what is left there. The best of all ways to
    say what is small.
    """
    if any(not 0 < size <= capacity for size in sizes):
        raise ValueError(f"a pod takes between 1 and {capacity} GPUs")
    return max((_bound(sizes, capacity, small) for small in range(capacity // 2 + 1)), default=0)


def _bound(sizes: Sequence[int], capacity: int, small: int) -> int:
    alone = [size for size in sizes if size > capacity - small]
    large = [size for size in sizes if capacity / 2 < size <= capacity - small]
    rest = [size for size in sizes if small <= size <= capacity / 2]
    left = len(large) * capacity - sum(large)
    return len(alone) + len(large) + max(0, ceil((sum(rest) - left) / capacity))
