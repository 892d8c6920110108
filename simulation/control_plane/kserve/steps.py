"""How KServe comes up: its kinds and configuration, then the manager that serves them."""

from simulation.control_plane.context import Context
from simulation.control_plane.kserve import objects, processes
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.step import Step
from simulation.control_plane.upstream import digest

MODULE = "github.com/kserve/kserve"
SOURCES = "kserve-sources"
KINDS = "kserve-kinds"
MANAGER = "kserve-manager"


def steps(context: Context) -> list[Step]:
    """CRDs and configuration, then the manager; other operators' kinds come before it."""
    others = ["knative-kinds"] * context.parts.knative + ["keda-kinds"] * context.parts.keda
    return [
        Step(SOURCES, lambda: _crds(context)),
        Step(KINDS, lambda: _kinds(context), after=("kube-apiserver", SOURCES)),
        Step(MANAGER, lambda: _manager(context), after=(KINDS, *others)),
    ]


def _crds(context: Context) -> list[Manifest]:
    return objects.crds(context.tools.source(MODULE), context.cache)


def _kinds(context: Context) -> None:
    source = context.tools.source(MODULE)
    context.apply(objects.namespaces())
    context.apply([_configuration(context), *objects.webhooks(source, context.site)])
    context.apply_crds(_crds(context))
    version, container = source.name.rpartition("@")[2], context.parts.storage_container
    context.apply([objects.storage_container(source, version, container)])


def _configuration(context: Context) -> Manifest:
    return objects.configuration(context.tools.source(MODULE), context.parts.kserve_config)


def _manager(context: Context) -> None:
    seen = [_configuration(context)["data"], context.parts.knative, context.parts.keda]
    binary = context.tools.binary(MANAGER)
    context.run(processes.manager(context.site, binary, digest(seen)))
    context.report("KServe admits InferenceServices")
