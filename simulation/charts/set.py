"""Every release of a stack with its objects, in the order of installation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from components.helm.order import in_order
from components.helm.spec import Release
from components.types import Manifest
from simulation.charts.render import ChartFailed, Charts

CRD = "CustomResourceDefinition"


@dataclass(frozen=True)
class Installed:
    """One release: what its chart makes, and what this program makes after it."""

    release: Release
    objects: tuple[Manifest, ...]

    @property
    def crds(self) -> list[Manifest]:
        """The kinds that it brings."""
        return [made for made in self.objects if made["kind"] == CRD]

    @property
    def others(self) -> list[Manifest]:
        """Everything else, each once."""
        return [made for made in self.objects if made["kind"] != CRD]


def rendered(charts: Charts, releases: Iterable[Release]) -> list[Installed]:
    """Each chart sees those kinds that the releases before it have brought, as on a cluster."""
    ordered = in_order(releases)
    if missing := charts.missing(ordered):
        raise ChartFailed("these charts are not there; get them:\n  " + "\n  ".join(missing))
    done: dict[str, Installed] = {}
    for release in ordered:
        served = {version for name in _before(release, done) for version in _served(done[name])}
        made = charts.rendered(release, served)
        done[release.name] = Installed(release, (*made, *release.objects))
    return list(done.values())


def _before(release: Release, done: dict[str, Installed]) -> set[str]:
    earlier = [_before(done[name].release, done) for name in release.after]
    return set(release.after).union(*earlier)


def _served(installed: Installed) -> Iterator[str]:
    """As Helm writes them: the version, and the kind in it."""
    for crd in installed.crds:
        spec = crd["spec"]
        for version in spec["versions"]:
            if version["served"]:
                yield f"{spec['group']}/{version['name']}"
                yield f"{spec['group']}/{version['name']}/{spec['names']['kind']}"
