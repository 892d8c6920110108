"""How Kubernetes comes up: the store, the API server, then everything that watches it."""

import json
from collections.abc import Sequence
from http import HTTPStatus

from simulation.control_plane.api import Refused
from simulation.control_plane.context import Context
from simulation.control_plane.knative.stages import stages as knative_stages
from simulation.control_plane.kubernetes.etcd import etcd
from simulation.control_plane.kubernetes.kwok import kwok
from simulation.control_plane.kubernetes.processes import (
    apiserver,
    controller_manager,
    scheduler,
)
from simulation.control_plane.kubernetes.stages import kubelet_stages
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.step import Step

API = "kube-apiserver"
CONTROLLERS = "kube-controller-manager"
SCHEDULER = "kube-scheduler"
DEFAULT_ACCOUNT = "/api/v1/namespaces/default/serviceaccounts/default"


def steps(context: Context) -> list[Step]:
    """etcd, API server, controllers; and KWOK, which must find every kind it plays."""
    played = ["knative-kinds"] if context.parts.knative else []
    own = [Step(SCHEDULER, lambda: _scheduler(context), after=(API,))]
    return [
        *(own if context.parts.kube_scheduler else []),
        Step("etcd", lambda: _etcd(context)),
        Step(API, lambda: _apiserver(context), after=("etcd",)),
        Step(CONTROLLERS, lambda: _controllers(context), after=(API,)),
        Step("kwok", lambda: _kwok(context), after=(API, *played)),
    ]


def _etcd(context: Context) -> None:
    context.run(etcd(context.site, context.tools.binary("etcd")))


def _apiserver(context: Context) -> None:
    context.run(apiserver(context.site, context.tools.binary(API)))
    context.report(f"the API server answers at {context.site.server}")


def _controllers(context: Context) -> None:
    binary = context.tools.binary(CONTROLLERS)
    context.run(controller_manager(context.site, binary, context.parts))
    context.readiness.until(lambda: context.api.get(DEFAULT_ACCOUNT), CONTROLLERS)


def _scheduler(context: Context) -> None:
    context.run(scheduler(context.site, context.tools.binary(SCHEDULER)))


def _kwok(context: Context) -> None:
    stages = kubelet_stages(context.tools.source("sigs.k8s.io/kwok"))
    stages += knative_stages() if context.parts.knative else []
    context.readiness.until(lambda: _described(context, stages), API)
    context.run(kwok(context.site, context.tools.binary("kwok"), stages))


def _described(context: Context, stages: Sequence[Manifest]) -> None:
    """KWOK ends where a kind it plays has no OpenAPI yet, which a kind gets after it is served."""
    there = json.loads(context.api.get("/openapi/v3"))["paths"]
    groups = {stage["spec"]["resourceRef"].get("apiGroup", "v1") for stage in stages}
    missing = sorted(group for group in groups if "/" in group and f"apis/{group}" not in there)
    if missing:
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, f"{', '.join(missing)} is not described yet")
