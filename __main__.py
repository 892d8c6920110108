"""Load, build, export."""

import pulumi

from stacks.inference import inference
from stacks.load import load

pulumi.export("models", inference(load()))
