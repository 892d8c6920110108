"""A version's service has a name of its own: the model's, a dash, the version's."""

from collections.abc import Iterator

from components.model.variants import variants
from stacks.config import StackConfig
from stacks.problem import Problem

LONGEST = 40
"""As any name here: controllers append their suffixes (components/types.py)."""


def version_names(config: StackConfig) -> Iterator[Problem]:
    """Refuses a version whose service would be another model's, or has too long a name."""
    for key, spec in config.models.items():
        for variant in variants(key, spec) if spec.traffic else ():
            path = ("models", key, "versions")
            if variant.name != key and variant.name in config.models:
                what = f"a version would be served as `{variant.name}`, which is a model"
                yield Problem(path, what, "rename one of them")
            if len(variant.name) > LONGEST:
                what = f"a version would be served as `{variant.name}`: over {LONGEST} characters"
                yield Problem(path, what, "shorten the model's name or the version's")
