"""What a stack may ask of a bucket."""

from components.types import AtLeastOne, Spec


class BucketSpec(Spec):
    """How long what was replaced or deleted can be had back, and when old files get cheaper.

    `cold_after_days` moves files to Infrequent Access; models that are loaded every day stay out of
    it, so there is none by default.
    """

    keep_old_versions_days: AtLeastOne = 30
    cold_after_days: AtLeastOne | None = None
