"""What a container gets when it asks for one GPU of a group."""

from dataclasses import dataclass, field, replace

from components.node_group.mig import MEMORY_SLICES, profiles, uncuttable
from components.node_group.sharing import GpuSharing, Mig

WHOLE_GPU = "nvidia.com/gpu"
VGPU_NUMBER = "volcano.sh/vgpu-number"
VGPU_MEMORY = "volcano.sh/vgpu-memory"
USABLE = 0.9
"""Of the memory a vLLM server sees; the rest is for CUDA contexts and fragmentation."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """`per_gpu` shares of one GPU under the name `resource`, each with `memory_mib`.

    `isolated` is whether a neighbour's memory is out of reach; `combines` whether one container may
    ask for several; `memory_fraction` is vLLM's --gpu-memory-utilization, of what the server sees.
    `also` is what one share asks for besides.
    """

    resource: str
    per_gpu: int
    memory_mib: int
    isolated: bool
    combines: bool
    memory_fraction: float
    also: dict[str, int] = field(default_factory=dict)


def shares(sharing: GpuSharing | None, gpu: str | None, memory_mib: int) -> list[Share]:
    """What there is to ask for on a GPU of this model: one kind, or one for each MIG profile.

    A MIG profile that this GPU does not have is a KeyError; NodeGroupSpec refuses it before.
    """
    if sharing is None:
        return [_isolated(WHOLE_GPU, 1, memory_mib, combines=True)]
    if sharing.mig is not None:
        return _mig(sharing.mig, gpu, memory_mib)
    if sharing.vgpu is not None:
        return [_virtual(sharing.vgpu.replicas, memory_mib)]
    return [_divided(sharing, memory_mib)]


def _divided(sharing: GpuSharing, memory_mib: int) -> Share:
    """The server still sees all of the memory: its fraction is what keeps it in its part."""
    mechanism = sharing.time_slicing or sharing.mps
    assert mechanism is not None
    return Share(
        resource=WHOLE_GPU,
        per_gpu=mechanism.replicas,
        memory_mib=memory_mib // mechanism.replicas,
        isolated=False,
        combines=False,
        memory_fraction=round(USABLE / mechanism.replicas, 3),
    )


def _mig(mig: Mig, gpu: str | None, memory_mib: int) -> list[Share]:
    known = profiles(gpu, memory_mib)
    memory = {name: memory_mib * part.memory // MEMORY_SLICES for name, part in known.items()}
    if mig.profile is not None:
        return [_isolated(WHOLE_GPU, known[mig.profile].most, memory[mig.profile])]
    return [
        _isolated(mig_resource(name), count, memory[name]) for name, count in mig.layout.items()
    ]


def mig_resource(profile: str) -> str:
    """The name under which a part of a GPU is asked for where GPUs are cut into a layout."""
    return f"nvidia.com/mig-{profile}"


def _virtual(replicas: int, memory_mib: int) -> Share:
    """The library inside the container answers for the whole GPU with the container's part."""
    part = memory_mib // replicas
    return replace(_isolated(VGPU_NUMBER, replicas, part), also={VGPU_MEMORY: part})


def _isolated(resource: str, per_gpu: int, memory_mib: int, *, combines: bool = False) -> Share:
    return Share(
        resource=resource,
        per_gpu=per_gpu,
        memory_mib=memory_mib,
        isolated=True,
        combines=combines,
        memory_fraction=USABLE,
    )


def impossible(sharing: GpuSharing, gpu: str | None, gpus: int, memory_mib: int) -> str:
    """Why these GPUs cannot be shared like that, or nothing."""
    if not gpus:
        return "shares GPUs, but its nodes have none; remove `sharing`"
    if sharing.mig is None:
        return ""
    known = profiles(gpu, memory_mib)
    if not known:
        return f"asks for MIG, which {gpu} does not have; use time_slicing, mps or vgpu"
    layout = sharing.mig.layout or {str(sharing.mig.profile): 1}
    reason = uncuttable(layout, known)
    return f"asks for MIG, but {gpu} {reason}" if reason else ""
