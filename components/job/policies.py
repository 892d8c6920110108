"""What Volcano does when a worker ends, fails or is taken away.

Actions and events: Volcano 1.10.0 pkg/webhooks/admission/jobs/validate/util.go. A pod that was
taken away is made again without any policy; for a gang, the others have lost their partner by then.
"""

from components.job.spec import JobSpec
from components.types import Manifest

RESTART = "RestartJob"


def policies(spec: JobSpec) -> list[Manifest]:
    """A gang starts again together, from its checkpoint; an elastic job goes on with the rest."""
    elastic = spec.gang < spec.workers
    events = ["PodFailed"] if elastic else ["PodFailed", "PodEvicted"]
    restart = [{"event": event, "action": RESTART} for event in events]
    return [*restart, {"event": "TaskCompleted", "action": "CompleteJob"}]
