"""What a stack says for the plan only: where it is billed, and what is worth a warning."""

from components.types import AtLeastOne, Spec


class PlanningSpec(Spec):
    """`region` decides prices and currency; `typical_context` is what requests are like, in tokens.

    A replica that holds fewer than `min_concurrency` typical requests at once is warned about.
    """

    region: str = "us-east-1"
    typical_context: AtLeastOne = 2048
    min_concurrency: AtLeastOne = 4
