"""What a stack may ask of its logs: where they are kept."""

from typing import Self

from pydantic import model_validator

from components.operator import OperatorSpec
from components.types import AtLeastOne, Spec


class ElasticsearchStore(Spec):
    """Elasticsearch and Kibana in this cluster, run by ECK: nodes, and the disk of each in GiB."""

    nodes: AtLeastOne = 3
    disk_gib: AtLeastOne = 100
    storage_class: str | None = None


class OpenSearchStore(Spec):
    """An OpenSearch that somebody else runs; `aws_region` where AWS runs it and signs requests."""

    host: str
    port: AtLeastOne = 443
    aws_region: str | None = None


class CloudWatchStore(Spec):
    """CloudWatch Logs."""

    region: str
    log_group: str


class LogsSpec(OperatorSpec):
    """Fluent Bit on every node, to exactly one store."""

    elasticsearch: ElasticsearchStore | None = None
    opensearch: OpenSearchStore | None = None
    cloudwatch: CloudWatchStore | None = None

    @model_validator(mode="after")
    def _one_store(self) -> Self:
        stores = (self.elasticsearch, self.opensearch, self.cloudwatch)
        if not self.provided and sum(store is not None for store in stores) != 1:
            raise ValueError("needs exactly one of elasticsearch, opensearch and cloudwatch")
        return self
