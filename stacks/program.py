"""The whole program: load, build, export. `pulumi up` and the simulation both run just this."""

import pulumi

from stacks.inference import inference
from stacks.load import load


def program() -> None:
    """What `pulumi stack output models` shows is where each model answers."""
    pulumi.export("models", inference(load()))
