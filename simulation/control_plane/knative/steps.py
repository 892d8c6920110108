"""How Knative comes up: its kinds and configuration, its webhook, then its controller."""

from functools import partial
from http import HTTPStatus

from simulation.control_plane.api import Refused
from simulation.control_plane.context import Context
from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.knative import objects, processes
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.ports import is_free
from simulation.control_plane.readiness import KNATIVE_HEALTH_PORT as HEALTH_PORT
from simulation.control_plane.step import Step

SERVING, NETWORKING, CACHING = (
    "knative.dev/serving",
    "knative.dev/networking",
    "knative.dev/caching",
)
SOURCES = "knative-sources"
KINDS = "knative-kinds"
WEBHOOK = "knative-webhook"
CONTROLLER = "knative-controller"
GUARD = (
    "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/"
    "config.webhook.serving.knative.dev"
)


def steps(context: Context) -> list[Step]:
    """CRDs and configuration, then the two processes."""
    return [
        Step(SOURCES, lambda: _crds(context)),
        Step(KINDS, lambda: _kinds(context), after=("kube-apiserver", SOURCES)),
        Step(WEBHOOK, lambda: _webhook(context), after=(KINDS, "kube-controller-manager")),
        Step(CONTROLLER, lambda: _controller(context), after=(KINDS,)),
    ]


def _crds(context: Context) -> list[Manifest]:
    serving, networking, caching = map(context.tools.source, (SERVING, NETWORKING, CACHING))
    return objects.crds(serving, networking, caching, context.cache)


def _kinds(context: Context) -> None:
    """An earlier run's webhook guards the configuration; it is not up yet, so it steps aside."""
    context.apply([objects.namespace(context.tools.source(SERVING))])
    if context.api.find(GUARD) is not None:
        context.api.delete(GUARD)
    context.apply(_configuration(context))
    context.apply_crds(_crds(context))


def _webhook(context: Context) -> None:
    """Once it guards the configuration, it is asked about the one that the cluster got."""
    port = context.site.port[WEBHOOK]
    context.apply(objects.webhooks(context.tools.source(SERVING), port))
    context.run(processes.webhook(context.site, context.tools.binary(WEBHOOK)))
    context.readiness.until(partial(_await_guard, context), WEBHOOK)
    for each in _configuration(context):
        context.api.check(each)


def _await_guard(context: Context) -> None:
    [hook] = context.api.get(GUARD)["webhooks"]
    if not hook.get("rules"):
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, f"{WEBHOOK} does not guard anything yet")


def _controller(context: Context) -> None:
    running = {status.name for status in context.readiness.supervision.statuses()}
    if CONTROLLER not in running and not is_free(HEALTH_PORT):
        raise ControlPlaneError(f"{CONTROLLER} needs port {HEALTH_PORT}, which is taken")
    context.run(processes.controller(context.site, context.tools.binary(CONTROLLER)))


def _configuration(context: Context) -> list[Manifest]:
    serving, networking = map(context.tools.source, (SERVING, NETWORKING))
    return objects.configuration(serving, networking, context.parts.knative_config)
