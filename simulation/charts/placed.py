"""Objects where Helm would put them: a chart may leave the namespace to the release."""

from components.types import Manifest
from simulation.charts.kinds import Kinds
from simulation.charts.set import Installed
from simulation.inspection.cleaned import cleaned


def placed(installed: Installed, kinds: Kinds) -> list[Manifest]:
    """What is not a CRD, each in its namespace, or in none."""
    return [_placed(made, installed.release.namespace, kinds) for made in installed.others]


def _placed(made: Manifest, home: str, kinds: Kinds) -> Manifest:
    clean = cleaned(made)
    metadata = {key: value for key, value in clean["metadata"].items() if key != "namespace"}
    kind = kinds.of(made)
    if kind and kind.namespaced:
        metadata["namespace"] = clean["metadata"].get("namespace", home)
    return {**clean, "metadata": metadata}
