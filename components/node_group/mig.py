"""Which parts a GPU can be cut into by MIG, and what each part has.

Source: GPU Operator v26.7.0, assets/state-mig-manager/0400_configmap.yaml (the profiles and how
often each fits one GPU).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.nearest import did_you_mean

COMPUTE_SLICES = 7
MEMORY_SLICES = 8


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A part of a GPU: sevenths of its compute, eighths of its memory; `most` fit one GPU."""

    compute: int
    memory: int
    most: int


SHAPES = {
    "1g": Profile(compute=1, memory=1, most=7),
    "1g+": Profile(compute=1, memory=2, most=4),
    "2g": Profile(compute=2, memory=2, most=3),
    "3g": Profile(compute=3, memory=4, most=2),
    "4g": Profile(compute=4, memory=4, most=1),
    "7g": Profile(compute=7, memory=8, most=1),
}

# The least MiB a GPU of this family reports, and the memory in the names of its profiles.
_SIZES = {
    "A100": (
        (65_000, ("10", "20", "20", "40", "40", "80")),
        (0, ("5", None, "10", "20", "20", "40")),
    ),
    "H100": ((65_000, ("10", "20", "20", "40", "40", "80")),),
    "H200": ((0, ("18", "35", "35", "71", "71", "141")),),
    "B200": ((0, ("23", "45", "45", "90", "90", "180")),),
}


def profiles(gpu: str | None, memory_mib: int) -> Mapping[str, Profile]:
    """What a GPU of this product can be cut into, by profile name; empty where it has no MIG."""
    words = set((gpu or "").replace("-", " ").split())
    variants = next((sizes for family, sizes in _SIZES.items() if family in words), ())
    fitting = next((names for least, names in variants if memory_mib >= least), None)
    return {} if fitting is None else _named(fitting)


def _named(sizes: Sequence[str | None]) -> dict[str, Profile]:
    return {
        f"{shape.removesuffix('+')}.{gigabytes}gb": SHAPES[shape]
        for shape, gigabytes in zip(SHAPES, sizes, strict=True)
        if gigabytes is not None
    }


def uncuttable(layout: Mapping[str, int], known: Mapping[str, Profile]) -> str:
    """Why one GPU with these profiles cannot be cut into `layout`, or nothing."""
    unknown = sorted(set(layout) - set(known))
    if unknown:
        return f"has no profile {unknown[0]}; {did_you_mean(unknown[0], known)}"
    compute = sum(known[name].compute * count for name, count in layout.items())
    memory = sum(known[name].memory * count for name, count in layout.items())
    if compute > COMPUTE_SLICES:
        return f"has {COMPUTE_SLICES} compute slices and the layout takes {compute}; ask for fewer"
    if memory > MEMORY_SLICES:
        return f"has {MEMORY_SLICES} memory slices and the layout takes {memory}; ask for fewer"
    return ""
