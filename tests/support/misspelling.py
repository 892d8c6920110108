"""A correct object with one field misspelt, for tests that somebody notices."""

import copy

from components.types import Manifest

FIXED = {"apiVersion", "kind", "metadata"}


def misspelt(made: Manifest) -> tuple[Manifest, str]:
    """A copy that says one of its fields a second time, with a letter too many; and that word.

    The field itself stays, so that nothing can be missed but the misspelling.
    """
    wrong = copy.deepcopy(made)
    place = wrong.get("spec") or (wrong if wrong.keys() - FIXED else wrong["metadata"])
    field = min(place.keys() - FIXED)
    word = f"{field}x"
    place[word] = place[field]
    return wrong, word
