"""A set of Helm releases, installed in order. Wiring only.

No wait is skipped: that a release is ready is what makes the next one safe. Not `atomic`: a first
install that runs into its timeout would be torn down under the objects that already use it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pulumi
import pulumi_kubernetes as k8s
from pulumi_kubernetes.helm import v3 as helm

from components.helm.order import in_order
from components.helm.spec import Release


@dataclass(frozen=True, kw_only=True)
class ReleasesArgs:
    """The releases, and by namespace what must be there before anything is put into it."""

    releases: Sequence[Release]
    namespaces: Mapping[str, pulumi.Resource] = field(default_factory=dict)


class Releases(pulumi.ComponentResource):
    """Depend on this component, and you depend on every release and object in it."""

    def __init__(
        self, name: str, args: ReleasesArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:helm:Releases", name, None, opts)
        ready: dict[str, list[pulumi.Resource]] = {}
        for release in in_order(args.releases):
            needed = [part for before in sorted(release.after) for part in ready[before]]
            homes = [args.namespaces[key] for key in release.homes() if key in args.namespaces]
            made = self._release(release, [*homes, *needed])
            ready[release.name] = [made, *self._objects(release, made)]
        self.register_outputs({})

    def _release(self, release: Release, needed: Sequence[pulumi.Resource]) -> helm.Release:
        return helm.Release(
            release.name,
            name=release.name,
            namespace=release.namespace,
            chart=release.chart.reference,
            version=release.chart.version,
            repository_opts=helm.RepositoryOptsArgs(repo=release.chart.repository_option),
            postrender=release.postrenderer,
            skip_crds=release.kinds_elsewhere,
            values=release.values,
            timeout=release.timeout_seconds,
            opts=pulumi.ResourceOptions(
                parent=self, depends_on=needed, retain_on_delete=release.kept
            ),
        )

    def _objects(self, release: Release, made: helm.Release) -> list[pulumi.Resource]:
        return [
            k8s.apiextensions.CustomResource(
                f"{release.name}-{manifest['kind'].lower()}-{manifest['metadata']['name']}",
                api_version=manifest["apiVersion"],
                kind=manifest["kind"],
                metadata=manifest["metadata"],
                spec=manifest["spec"],
                opts=pulumi.ResourceOptions(parent=self, depends_on=[made]),
            )
            for manifest in release.objects
        ]
