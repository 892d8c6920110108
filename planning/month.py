"""What a month of cost is: 8,760 hours over 12, and of each job one run."""

from components.job.spec import JobSpec

HOURS_PER_MONTH = 730
MINUTES_PER_HOUR = 60


def run_hours(spec: JobSpec) -> float:
    """How long one run takes with all its workers."""
    return spec.runs_minutes / MINUTES_PER_HOUR
