"""Every rule as a pair: what it reports, and the nearest thing that it accepts."""

from typing import Any

import pytest

from planning.change.recorded import Resource, resources
from planning.findings.policy import policy
from planning.policy.all import RULES, STACK_RULES
from planning.policy.pod_specs import DEPLOYMENT, JOB, SERVICE
from planning.policy.pods import BUDGET
from planning.policy.priorities import QUOTA
from planning.policy.protection import (
    BUCKET,
    BUCKET_ENCRYPTION,
    EBS,
    LAUNCH_TEMPLATE,
    STORAGE_CLASS,
)
from tests.planning.configs import ROOT

CLUSTER = "eks:index:Cluster"
LIMITS = {"resources": {"limits": {"cpu": "1", "memory": "1Gi"}}}


def resource(type: str, protect: bool | None = None, **inputs: Any) -> Resource:
    return Resource(type=type, name="x", inputs=inputs, protect=protect)


def served(**predictor: Any) -> Resource:
    return resource(SERVICE, spec={"predictor": {"model": LIMITS, **predictor}})


def cluster(**inputs: Any) -> Resource:
    sound = {"endpointPublicAccess": False, "encryptionConfigKeyArn": "arn:aws:kms:::key"}
    return resource(CLUSTER, **{**sound, **inputs})


def balancer(**spec: Any) -> Resource:
    return resource("kubernetes:core/v1:Service", spec={"type": "LoadBalancer", **spec})


def template(encrypted: str = "true", tokens: str = "required") -> Resource:
    disk = {"deviceName": "/dev/xvda", "ebs": {"encrypted": encrypted}}
    options = {"httpTokens": tokens}
    return resource(LAUNCH_TEMPLATE, blockDeviceMappings=[disk], metadataOptions=options)


def pod(image: str) -> Resource:
    return resource("kubernetes:core/v1:Pod", spec={"containers": [{"image": image}]})


def chart(version: str | None) -> Resource:
    return resource("kubernetes:helm.sh/v3:Release", chart="kserve", version=version)


def trained(**container: Any) -> Resource:
    spec = {"containers": [{**LIMITS, **container}], "priorityClassName": "online"}
    return resource(
        JOB, metadata={"namespace": "t"}, spec={"tasks": [{"template": {"spec": spec}}]}
    )


def deployed(priority: str) -> Resource:
    spec = {"containers": [LIMITS], "priorityClassName": priority}
    return resource(DEPLOYMENT, metadata={"namespace": "t"}, spec={"template": {"spec": spec}})


def wall(pods: str, *names: str) -> Resource:
    scope = {"scopeName": "PriorityClass", "operator": "In", "values": list(names)}
    spec = {"hard": {"pods": pods}, "scopeSelector": {"matchExpressions": [scope]}}
    return resource(QUOTA, metadata={"namespace": "t"}, spec=spec)


SEVERAL = served(minReplicas=2)
FS = "aws:efs/fileSystem:FileSystem"
CASES: dict[str, tuple[list[Resource], list[Resource]]] = {
    "image-pinned": ([pod("vllm:latest")], [pod("vllm:1")]),
    "chart-pinned": ([chart(">=0.20.0")], [chart("0.20.0")]),
    "load-balancer-listed": ([balancer()], [balancer(loadBalancerSourceRanges=["10.0.0.0/8"])]),
    "api-server-listed": (
        [cluster(endpointPublicAccess=True)],
        [cluster(endpointPublicAccess=True, publicAccessCidrs=["192.0.2.0/24"])],
    ),
    "encrypted": ([cluster(encryptionConfigKeyArn=None)], [cluster()]),
    "disk-encrypted": ([template(encrypted="false")], [template()]),
    "imdsv2": ([template(tokens="optional")], [template()]),
    "protected": ([resource(BUCKET, False)], [resource(BUCKET, True)]),
    "limits": ([served(model={"resources": {"limits": {"cpu": "1"}}})], [served()]),
    "no-system-priority": (
        [served(priorityClassName="system-node-critical")],
        [served(priorityClassName="online")],
    ),
    "bucket-encrypted": (
        [resource(BUCKET)],
        [resource(BUCKET), resource(BUCKET_ENCRYPTION)],
    ),
    "priority-allowed": (
        [wall("0", "online"), trained()],
        [wall("0", "batch"), wall("9", "online"), trained()],
    ),
    "disruption-budget": ([SEVERAL], [SEVERAL, resource(BUDGET)]),
}
MORE = {
    "encrypted": [resource(FS, encrypted=False)],
    "disk-encrypted": [resource(STORAGE_CLASS, provisioner=EBS, parameters={"type": "gp3"})],
    "limits": [
        served(model={}),
        served(workerSpec={"containers": [{}]}),
        resource(SERVICE, spec={"transformer": {"containers": [{}]}}),
        trained(resources={"limits": {"memory": "1Gi"}}),
    ],
    "no-system-priority": [deployed("system-node-critical")],
    "api-server-listed": [cluster(endpointPublicAccess=True, publicAccessCidrs=["0.0.0.0/0"])],
}


def broken(found: list[Resource]) -> set[str]:
    return {finding.rule for finding in policy(found)}


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == {rule.id for rule in RULES} | {rule.id for rule in STACK_RULES}


@pytest.mark.parametrize("rule", CASES)
def test_reports_what_breaks_it_and_accepts_what_is_mended(rule: str) -> None:
    bad, good = CASES[rule]

    assert rule in broken(bad)
    assert rule not in broken(good)


@pytest.mark.parametrize("rule", MORE)
def test_reports_the_other_forms_too(rule: str) -> None:
    assert all(rule in broken([bad]) for bad in MORE[rule])


@pytest.mark.parametrize("stack", ["dev", "prod"])
def test_the_stacks_of_this_repository_break_no_rule(stack: str) -> None:
    golden = (ROOT / "tests" / "golden" / f"{stack}.yaml").read_text()

    assert not list(policy(resources(golden).values()))


def test_what_is_mandatory_refuses_and_what_is_advisory_warns() -> None:
    levels = {f.rule: f.level for bad, _ in CASES.values() for f in policy(bad)}

    assert levels["limits"] == "refusal"
    assert levels["protected"] == "warning"
