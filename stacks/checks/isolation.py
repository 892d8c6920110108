"""A model on a shared GPU gets the isolation it counts on, or is refused."""

from collections.abc import Iterator

from components.model.spec import ModelSpec
from components.node_group.share import Share, mig_resource, shares
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig
from stacks.problem import Problem


def isolation(config: StackConfig) -> Iterator[Problem]:
    """Refuses what a share of a GPU does not give: several at once, a known part, own memory."""
    for name, model in config.models.items():
        group = config.node_groups.get(model.node_group)
        if group is not None:
            product, _, memory = group.gpu()
            kinds = shares(group.sharing, product, memory)
            yield from _several(name, model, kinds[0])
            yield from _named(name, model, kinds)
            yield from _fraction(name, model, kinds[0])
    for key, group in config.node_groups.items():
        yield from _strangers(key, group, config)


def _several(name: str, model: ModelSpec, share: Share) -> Iterator[Problem]:
    if model.gpus > 1 and not share.combines:
        what = f"asks for {model.gpus} GPUs of `{model.node_group}`, whose shares do not combine"
        yield Problem(("models", name, "gpus"), what, "use a group with whole GPUs")


def _named(name: str, model: ModelSpec, kinds: list[Share]) -> Iterator[Problem]:
    """A layout has several kinds of parts, and a model runs on one of them."""
    known = {kind.resource for kind in kinds}
    profile = model.mig_profile
    if profile is not None and mig_resource(profile) not in known:
        what = f"is no part into which `{model.node_group}` cuts its GPUs"
        mend = f"say one of {_profiles(known)}" if len(kinds) > 1 else "leave it out"
        yield Problem(("models", name, "mig_profile"), what, mend)
    if profile is None and len(kinds) > 1:
        what = f"is required on `{model.node_group}`, whose GPUs have several kinds of parts"
        yield Problem(("models", name, "mig_profile"), what, f"say one of {_profiles(known)}")


def _profiles(resources: set[str]) -> str:
    return ", ".join(sorted(name.removeprefix(mig_resource("")) for name in resources))


def _fraction(name: str, model: ModelSpec, share: Share) -> Iterator[Problem]:
    said = model.engine.gpu_memory_utilization
    if not share.isolated and said is not None and said > share.memory_fraction:
        yield Problem(
            ("models", name, "engine", "gpu_memory_utilization"),
            f"{said:g} assumes a GPU of its own, but neighbours share its memory",
            f"say {share.memory_fraction:g} or less, or leave it out",
        )


def _strangers(key: str, group: NodeGroupSpec, config: StackConfig) -> Iterator[Problem]:
    """Time-slicing and MPS do not keep one tenant's failure from another."""
    together = group.sharing and (group.sharing.time_slicing or group.sharing.mps)
    tenants = sorted({m.tenant for m in config.models.values() if m.node_group == key})
    if group.sharing and together and not together.trusted and len(tenants) > 1:
        yield Problem(
            ("node_groups", key, "sharing", group.sharing.mechanism),
            f"puts the tenants {', '.join(tenants)} on one GPU, and nothing keeps them apart",
            "use mig, give each tenant a group, or say `trusted: true`",
        )
