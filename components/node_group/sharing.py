"""How the GPUs of a node group are shared, and what that means for whoever gets a part.

Sources: GPU Operator v26.7.0; k8s-device-plugin v0.20.0 README (time-slicing, MPS); Volcano 1.15.1
pkg/scheduler/api/devices/config/vgpu.go.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from components.types import AtLeastOne, Spec

MechanismName = Literal["mig", "time_slicing", "mps", "vgpu"]
Several = Annotated[int, Field(ge=2, le=48)]


class Mig(Spec):
    """GPUs cut by hardware: each part has its own memory, and a fault stays in it.

    `profile` cuts every GPU into as many equal parts as fit, which count as `nvidia.com/gpu`;
    `layout` cuts each GPU into these parts, each a resource of its own (`nvidia.com/mig-…`).
    """

    profile: str | None = None
    layout: dict[str, AtLeastOne] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.profile is None) == (not self.layout):
            raise ValueError("needs exactly one of profile and layout")
        return self


class TimeSlicing(Spec):
    """`replicas` containers take turns on one GPU, in one memory: nothing keeps them apart.

    `trusted` says that different tenants may do so.
    """

    replicas: Several
    trusted: bool = False


class Mps(Spec):
    """`replicas` containers run on one GPU at once, each with its share of the memory.

    A fault of one ends all. `trusted` says that different tenants may do so.
    """

    replicas: Several
    trusted: bool = False


class VGpu(Spec):
    """Volcano's vGPU: containers ask for MiB and percent of a GPU, and a library holds them to it.

    `replicas` is into how many parts a GPU is cut at most.
    """

    replicas: Several = 10


class GpuSharing(Spec):
    """One mechanism for all GPUs of a group; without any, a GPU belongs to one container."""

    mig: Mig | None = None
    time_slicing: TimeSlicing | None = None
    mps: Mps | None = None
    vgpu: VGpu | None = None

    @model_validator(mode="after")
    def _one_mechanism(self) -> Self:
        named = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(named) != 1:
            said = " and ".join(named) or "no mechanism"
            raise ValueError(f"names {said}; a GPU is shared in exactly one way")
        return self

    @property
    def mechanism(self) -> MechanismName:
        """The name of the one that is used."""
        for name in ("mig", "time_slicing", "mps"):
            if getattr(self, name) is not None:
                return name
        return "vgpu"

    @property
    def config_key(self) -> str:
        """Which entry of the device plugin's ConfigMap a node of this group reads."""
        if self.time_slicing is not None:
            return f"time-slicing-{self.time_slicing.replicas}"
        return f"mps-{self.mps.replicas}" if self.mps is not None else "whole"
