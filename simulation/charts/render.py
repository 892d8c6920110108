"""What Helm would install: a release's real chart, with the values that this program gives it."""

import json
import subprocess
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from components.helm.spec import Release
from components.types import Manifest

ROOT = Path(__file__).parents[2]


class ChartFailed(RuntimeError):
    """A chart that is not there, is another one than is asked for, or refuses its values."""


@dataclass(frozen=True)
class Charts:
    """A folder with one unpacked chart in each of its folders, named after the chart."""

    helm: Path
    folder: Path
    kubernetes: str

    def missing(self, releases: Iterable[Release]) -> list[str]:
        """How to get the charts that are not there."""
        absent = {r.chart for r in releases if not self._place(r).is_dir()}
        return sorted(
            f"helm pull {chart.reference} --version {chart.version} --untar -d {self.folder}"
            + (f" --repo {chart.repository_option}" if chart.repository_option else "")
            for chart in absent
        )

    def rendered(self, release: Release, served: Collection[str] = ()) -> list[Manifest]:
        """Its objects, CRDs too, on a cluster that serves those versions of kinds."""
        self._must_be_asked_for(release)
        with tempfile.NamedTemporaryFile("w", suffix=".json") as values:
            json.dump(release.values, values)
            values.flush()
            return read(self._helm(release, values.name, served))

    def _helm(self, release: Release, values: str, served: Collection[str]) -> str:
        names = [release.name, str(self._place(release)), "--namespace", release.namespace]
        cluster = ["--kube-version", self.kubernetes, "--skip-tests"]
        crds = [] if release.kinds_elsewhere else ["--include-crds"]
        kinds = [f"--api-versions={version}" for version in sorted(served)]
        command = [str(self.helm), "template", *names, "--values", values, *cluster, *crds, *kinds]
        if release.postrenderer:
            command += ["--post-renderer", str(ROOT / release.postrenderer)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ChartFailed(f"{release.name}: {done.stderr.strip()}")
        return done.stdout

    def _must_be_asked_for(self, release: Release) -> None:
        described = yaml.safe_load((self._place(release) / "Chart.yaml").read_text())
        found, asked = str(described["version"]), release.chart.version
        if found.removeprefix("v") != asked.removeprefix("v"):
            raise ChartFailed(f"{self._place(release)} is version {found}, not {asked}")

    def _place(self, release: Release) -> Path:
        return self.folder / release.chart.name


class _Loader(yaml.CSafeLoader):
    """A bare `=` is a text: one CRD has an enumeration with it."""


_Loader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: node.value)


def read(text: str) -> list[Manifest]:
    """The objects of a rendered chart; a List is what is in it."""
    documents: list[Any] = [made for made in yaml.load_all(text, _Loader) if made]
    return [one for made in documents for one in made.get("items", [made]) if "kind" in one]
