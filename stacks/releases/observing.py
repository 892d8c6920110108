"""What watches: metrics, logs and traces."""

from collections.abc import Iterator

import components.logs.values as logs
import components.prometheus.values as prometheus
import components.tracing.values as tracing
from components.helm.spec import Release
from components.logs import elastic
from components.logs.spec import ElasticsearchStore
from components.platform.site import Site
from stacks import charts, versions
from stacks.config import StackConfig
from stacks.releases import names
from stacks.releases.installed import installed


def observing(config: StackConfig, site: Site) -> Iterator[Release]:
    """The kinds of metrics come before every chart that has a monitor of its own."""
    yield from _metrics(config, site)
    yield from _logs(config, site)
    yield from _traces(config, site)


def _metrics(config: StackConfig, site: Site) -> Iterator[Release]:
    if spec := installed(config.platform.prometheus):
        yield Release(
            name=names.METRICS_CRDS,
            namespace=prometheus.NAMESPACE,
            chart=charts.PROMETHEUS_CRDS,
            kept=True,
        )
        yield Release(
            name=names.PROMETHEUS,
            namespace=prometheus.NAMESPACE,
            chart=charts.PROMETHEUS,
            values=prometheus.values(spec, site),
            after=names.MONITORED,
        )


def _logs(config: StackConfig, site: Site) -> Iterator[Release]:
    if spec := installed(config.platform.logs):
        if spec.elasticsearch is not None:
            yield from _elasticsearch(spec.elasticsearch)
        yield Release(
            name="fluent-bit",
            namespace=elastic.NAMESPACE,
            chart=charts.FLUENT_BIT,
            values=logs.values(spec, site),
            after=names.MONITORED | {names.ECK},
        )


def _elasticsearch(store: ElasticsearchStore) -> Iterator[Release]:
    yield Release(
        name=names.ECK_CRDS,
        namespace=elastic.OPERATOR_NAMESPACE,
        chart=charts.ECK_CRDS,
        kept=True,
    )
    yield Release(
        name=names.ECK,
        namespace=elastic.OPERATOR_NAMESPACE,
        chart=charts.ECK_OPERATOR,
        values=elastic.eck_values(),
        after=frozenset({names.ECK_CRDS}),
        objects=(
            elastic.elasticsearch(store, versions.ELASTICSEARCH),
            elastic.kibana(versions.ELASTICSEARCH),
        ),
    )


def _traces(config: StackConfig, site: Site) -> Iterator[Release]:
    if spec := installed(config.platform.tracing):
        yield Release(
            name=names.JAEGER,
            namespace=tracing.NAMESPACE,
            chart=charts.JAEGER,
            values=tracing.jaeger_values(spec),
        )
        yield Release(
            name="opentelemetry-collector",
            namespace=tracing.NAMESPACE,
            chart=charts.COLLECTOR,
            values=tracing.collector_values(site),
            after=frozenset({names.JAEGER}),
        )
