"""A stack that installs every operator, for tests of what is true of all of them."""

from typing import Any

from stacks.parse import parse
from tests.support.stack import STACK

PLATFORM: dict[str, Any] = {
    "gpu_operator": {"driver": "operator"},
    "prometheus": {
        "alerting": {"route": {"receiver": "on-call"}, "receivers": [{"name": "on-call"}]}
    },
    "knative": {},
    "kserve": {"local_models": {}},
    "gateway": {"domain": "models.example.com", "exposure": "internal"},
    "kthena": {},
    "aws_load_balancer_controller": {
        "cluster_name": "c",
        "region": "eu-west-1",
        "vpc_tags": {"Name": "c"},
    },
    "efa_device_plugin": {},
    "cluster_autoscaler": {"cluster_name": "c", "region": "eu-west-1"},
    "vertical_pod_autoscaler": {},
    "logs": {"elasticsearch": {}},
    "tracing": {},
    "valkey": {},
    "argo_cd": {},
}
SHARED = {
    "sliced": {
        "instance_type": "g5.2xlarge",
        "sharing": {"time_slicing": {"replicas": 2}},
    },
    "keeping": {"instance_type": "g5.2xlarge", "keeps_models": True},
    "cut": {
        "instance_type": "p4de.24xlarge",
        "sharing": {"mig": {"layout": {"3g.40gb": 1, "1g.10gb": 4}}},
    },
}
GROUPS = {**STACK["node_groups"], **SHARED}
EVERYTHING = parse({**STACK, "platform": PLATFORM, "node_groups": GROUPS})
WITH_DRA = parse(
    {
        **STACK,
        "models": {},
        "platform": {**PLATFORM, "dra_driver": {}},
        "node_groups": {**STACK["node_groups"], "keeping": SHARED["keeping"]},
    }
)
