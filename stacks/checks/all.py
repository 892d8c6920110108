"""Every rule that crosses two sections of a stack file: one rule, one file beside this one."""

from collections.abc import Callable, Iterable

from stacks.checks.chains import chains
from stacks.checks.cold_start import cold_start
from stacks.checks.gpu_kind import gpu_kind
from stacks.checks.halves import halves
from stacks.checks.interconnect import efa_image
from stacks.checks.isolation import isolation
from stacks.checks.job_loss import job_loss
from stacks.checks.job_near import job_near
from stacks.checks.job_room import job_room
from stacks.checks.known_architecture import known_architecture
from stacks.checks.metrics import metrics
from stacks.checks.model_fit import fits
from stacks.checks.modelcar import modelcar
from stacks.checks.node_fit import node_fit
from stacks.checks.on_eks import ON_EKS
from stacks.checks.operator_conflicts import operator_conflicts
from stacks.checks.operators import operators
from stacks.checks.pinned_cores import pinned_cores
from stacks.checks.planned import planned
from stacks.checks.queue_room import queue_room
from stacks.checks.queue_sums import queue_sums
from stacks.checks.queue_tree import queue_tree
from stacks.checks.queue_weight import queue_weight
from stacks.checks.references import references
from stacks.checks.rights import rights
from stacks.checks.rollout import rollout
from stacks.checks.spot import spot
from stacks.checks.surroundings import surroundings
from stacks.checks.version_names import version_names
from stacks.checks.version_windows import version_windows
from stacks.config import StackConfig
from stacks.problem import Problem

Check = Callable[[StackConfig], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    references,
    node_fit,
    pinned_cores,
    isolation,
    halves,
    efa_image,
    operators,
    operator_conflicts,
    version_windows,
    queue_tree,
    queue_sums,
    queue_room,
    queue_weight,
    known_architecture,
    fits,
    metrics,
    cold_start,
    gpu_kind,
    rights,
    spot,
    job_loss,
    job_room,
    job_near,
    planned,
    rollout,
    version_names,
    chains,
    modelcar,
    surroundings,
    *ON_EKS,
)
