"""The whole program: load, build, export. `pulumi up` and the simulation both run just this."""

import pulumi

from stacks.inference import inference
from stacks.load import load


def program() -> None:
    """`pulumi stack output models` shows where each model answers; the others are the cluster's."""
    for name, value in inference(load()).items():
        pulumi.export(name, value)
