"""What Volcano lets nobody change of a job in place: another one is another job."""

FIXED = (
    *("maxRetry", "networkTopology", "plugins", "policies", "priorityClassName"),
    *("queue", "schedulerName", "tasks[*].template", "ttlSecondsAfterFinished", "volumes"),
)
"""Fields of its spec; the rest (workers, and how few are enough) changes while it runs."""
