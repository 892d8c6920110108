"""What a chain or a consumer calls is there, in its own tenant's namespace."""

from collections.abc import Iterator

from components.model.variants import variants
from components.nearest import did_you_mean
from stacks.config import StackConfig
from stacks.problem import Path, Problem


def chains(config: StackConfig) -> Iterator[Problem]:
    """Refuses a call of a service that is not there, and a name that two things would have."""
    services = {
        variant.name: spec.tenant
        for key, spec in config.models.items()
        for variant in variants(key, spec)
    }
    for path, tenant, called in _calls(config):
        near = [name for name, owner in services.items() if owner == tenant]
        if services.get(called) != tenant:
            what = f"`{called}` is no service of the tenant `{tenant}`"
            yield Problem(path, what, did_you_mean(called, near), about=("models", called))
    for key in config.graphs:
        if key in config.models:
            yield Problem(("graphs", key), "has the name of a model", "rename one of them")


def _calls(config: StackConfig) -> Iterator[tuple[Path, str, str]]:
    for key, graph in config.graphs.items():
        for called in sorted(graph.models()):
            yield ("graphs", key, "nodes"), graph.tenant, called
    for key, consumer in config.consumers.items():
        yield ("consumers", key, "calls"), consumer.tenant, consumer.calls
