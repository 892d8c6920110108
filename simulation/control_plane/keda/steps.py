"""How KEDA comes up: its kinds, its operator, then the adapter and the API it serves."""

from simulation.control_plane.context import Context
from simulation.control_plane.keda import objects, processes
from simulation.control_plane.manifest import Manifest, namespace
from simulation.control_plane.step import Step

MODULE = "github.com/kedacore/keda/v2"
SOURCES = "keda-sources"
KINDS = "keda-kinds"
OPERATOR = "keda-operator"
ADAPTER = "keda-adapter"
METRICS = "/apis/external.metrics.k8s.io/v1beta1"


def steps(context: Context) -> list[Step]:
    """CRDs, then the two processes."""
    return [
        Step(SOURCES, lambda: _crds(context)),
        Step(KINDS, lambda: _kinds(context), after=("kube-apiserver", SOURCES)),
        Step(OPERATOR, lambda: _operator(context), after=(KINDS,)),
        Step(ADAPTER, lambda: _adapter(context), after=(OPERATOR,)),
    ]


def _crds(context: Context) -> list[Manifest]:
    return objects.crds(context.tools.source(MODULE), context.cache)


def _kinds(context: Context) -> None:
    context.apply([namespace(objects.NAMESPACE)])
    context.apply(objects.metrics_api(context.site))
    context.apply_crds(_crds(context))


def _operator(context: Context) -> None:
    context.run(processes.operator(context.site, context.tools.binary(OPERATOR)))


def _adapter(context: Context) -> None:
    context.run(processes.adapter(context.site, context.tools.binary(ADAPTER)))
    context.readiness.until(lambda: context.api.get(METRICS), ADAPTER)
