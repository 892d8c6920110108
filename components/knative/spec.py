"""What a stack may ask of Knative Serving."""

from typing import Annotated, Literal

from pydantic import Field

from components.operator import OperatorSpec
from components.types import AtLeastOne, Count, Spec

Percentage = Annotated[float, Field(ge=1, le=100)]


class Autoscaling(Spec):
    """Knative's autoscaler, set for replicas that take minutes to start and much GPU to keep.

    Times are in seconds: the window over which load is averaged, how long the last replica stays
    after its last request. Knative 1.21.1, config-autoscaler.
    """

    target_percentage: Percentage = 70
    window_seconds: Annotated[int, Field(ge=6, le=3600)] = 120
    retention_seconds: Count = 900
    max_scale_up_rate: Annotated[float, Field(gt=1)] = 4


class KnativeSpec(OperatorSpec):
    """Knative Serving, for models that scale to zero.

    `progress_deadline_seconds` is how long a revision may take to load: one that misses it has
    failed for good (kserve#3795). `request_seconds` is the longest request, a streamed answer
    included.
    """

    ingress: Literal["kourier", "istio"] = "kourier"
    progress_deadline_seconds: AtLeastOne = 3600
    request_seconds: AtLeastOne = 1800
    autoscaling: Autoscaling = Autoscaling()
    unresolved_registries: tuple[str, ...] = ("index.docker.io", "nvcr.io")
