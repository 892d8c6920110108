"""Every node group is of machines that EKS can boot where the cluster is, GPUs included."""

from collections.abc import Iterator

from catalogue.accelerators import accelerators
from catalogue.instances import Instance, instances
from catalogue.regions import offered
from stacks import versions
from stacks.config import StackConfig
from stacks.problem import Problem


def eks_machines(config: StackConfig) -> Iterator[Problem]:
    """Refuses hardware, parts of GPUs, GPUs without a driver, and types that a region lacks."""
    eks = config.cluster.eks
    if eks is None:
        return
    for name, group in config.node_groups.items():
        path = ("node_groups", name)
        if group.instance_type is None:
            what = "describes hardware, and EKS makes nodes of EC2 instances"
            yield Problem((*path, "hardware"), what, "name an instance_type")
            continue
        for index, type in enumerate(
            (group.instance_type, *(group.spot.also if group.spot else ()))
        ):
            field = ("spot", "also", index - 1) if index else ("instance_type",)
            for what, mend in _unfit(type, eks.region):
                yield Problem((*path, *field), what, mend)


def _unfit(type: str, region: str) -> Iterator[tuple[str, str]]:
    machine = instances().get(type)
    if machine is None:
        yield f"{type} is not in the catalogue", "use a known one"
        return
    if machine.gpu_model is not None:
        yield from _gpu(machine, machine.gpu_model)
    types = offered(region)
    if types is not None and type not in types:
        others = [name for name in types if instances()[name].gpu_model == machine.gpu_model]
        mend = (
            f"use {min(others)} there" if others and machine.gpus else "use another type or region"
        )
        yield f"{region} has no {type}", mend


def _gpu(machine: Instance, model: str) -> Iterator[tuple[str, str]]:
    if not machine.gpus:
        yield f"{machine.name} has a part of a GPU, which EKS counts as none", "use a whole one"
        return
    needed = accelerators()[model].driver_from
    if needed > versions.EKS_AMI_DRIVER:
        what = f"{model} needs NVIDIA driver {needed}, and the image has {versions.EKS_AMI_DRIVER}"
        yield what, "use another GPU: no stock EKS image runs this one"
