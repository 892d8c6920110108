"""The known word nearest to a mistyped one."""

from collections.abc import Iterable
from difflib import get_close_matches

LISTED = 60
"""More words than this are no help to a reader: then the nearest is named, however far."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A piece of advice: the nearest known word, or all of them when none is near."""
    choices = sorted(known)
    cutoff = 0.6 if len(choices) <= LISTED else 0.0
    near = get_close_matches(word, choices, n=1, cutoff=cutoff)
    if near:
        return f"did you mean `{near[0]}`?"
    return f"known here: {', '.join(choices)}" if choices else "there is none yet"
