"""`pulumi preview --policy-pack policy`: the engine starts this and asks it about each resource.

STACK names the stack file whose waivers count; without it nothing is waived.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from pulumi_policy import PolicyPack  # noqa: E402  (the engine starts this outside the package)

from planning.spec import Waiver  # noqa: E402
from policy.pack import policies  # noqa: E402
from stacks.file import read  # noqa: E402


def waivers() -> tuple[Waiver, ...]:
    """Those of the stack that STACK names."""
    stack = os.environ.get("STACK")
    return read(ROOT / f"Pulumi.{stack}.yaml").planning.waivers if stack else ()


if __name__ == "__main__":
    PolicyPack(name="gpu-inference", policies=policies(waivers(), datetime.now(UTC).date()))
