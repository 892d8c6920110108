"""Stacks on EKS, generated: many are right, and each wrong one is wrong in a way people are."""

from typing import Any

from hypothesis import strategies as st

from tests.support.eks import on_eks

REGIONS = ("us-east-1", "us-west-2", "eu-west-1", "sa-east-1", "cn-north-1")
TYPES = ("g4dn.xlarge", "g5.2xlarge", "g6e.2xlarge", "p4de.24xlarge", "p5.48xlarge", "g7.2xlarge")
WAYS: tuple[dict[str, Any], ...] = (
    {},
    {},
    {"spot": {}},
    {"spot": {"also": ["g5.4xlarge"]}},
    {"reservation": {"id": "cr-0a"}},
    {"capacity_block": {"id": "cr-0a"}},
    {"karpenter": {}},
)


@st.composite
def groups(draw: st.DrawFn, zones: list[str]) -> dict[str, Any]:
    """One GPU group, in all zones or in one."""
    fewest = draw(st.integers(min_value=0, max_value=2))
    return {
        "instance_type": draw(st.sampled_from(TYPES)),
        "min_nodes": fewest,
        "max_nodes": fewest + draw(st.integers(min_value=0, max_value=30)),
        **draw(st.sampled_from(WAYS)),
        **({"zones": zones[:1]} if draw(st.booleans()) else {}),
        **({"interconnect": "efa"} if draw(st.booleans()) else {}),
        **({"max_pods": draw(st.sampled_from([4, 58, 110]))} if draw(st.booleans()) else {}),
    }


@st.composite
def eks_stacks(draw: st.DrawFn) -> dict[str, Any]:
    """A stack as it comes from YAML."""
    region = draw(st.sampled_from(REGIONS))
    zones = [f"{region}{letter}" for letter in "abcd"[: draw(st.integers(1, 4))]]
    size = draw(st.sampled_from([15, 16, 18, 20]))
    new = {
        "cidr": f"10.0.0.0/{size}",
        "zones": zones,
        "nat": draw(st.sampled_from(["single", "per_zone", "none"])),
    }
    return on_eks(
        cluster__eks__region=region,
        cluster__eks__network={"new": new},
        cluster__eks__kubernetes=draw(st.sampled_from(["1.34", "1.35", "1.35", "1.35"])),
        cluster__eks__addons=draw(st.lists(st.sampled_from(["efs", "fsx", "s3"]), unique=True)),
        cluster__eks__backups=draw(st.sampled_from([None, {}])),
        node_groups__extra=draw(groups(zones)),
    )
