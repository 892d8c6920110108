"""Every annotation and label that a model says to a controller is one that the controller reads.

Read from the constants of the modules that the simulation builds; what is newer than those is
looked up in the facts of the newest release. Our own, and those of Kubernetes, are nobody else's.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stacks.parse import parse
from tests.examples.test_gallery import objects
from tests.support.cluster import toolchain
from tests.support.examples import gallery, together
from tests.support.go_constants import strings

FACTS = Path(__file__).parents[3] / "shared" / "reference" / "upstream" / "FACTS.md"
pytestmark = [
    pytest.mark.cluster,
    pytest.mark.shared,
    pytest.mark.skipif(not FACTS.is_file(), reason=f"the facts are not at {FACTS}"),
]
PACKAGES = {
    "github.com/kserve/kserve": ("pkg/constants",),
    "knative.dev/serving": ("pkg/apis/autoscaling", "pkg/apis/serving"),
    "volcano.sh/apis": ("pkg/apis/scheduling/v1beta1",),
}
NEWER = {"multinode/executor-backend"}
"""KServe 0.20.0; the simulated one is older and reads it not."""

OURS = ("gpu-inference/",)
OTHERS = {
    "pulumi.com/patchForce": "tests/simulation/plugin",
    "pulumi.com/skipAwait": "tests/simulation/plugin",
    "cluster-autoscaler.kubernetes.io/safe-to-evict": "the Cluster Autoscaler, utils/drain",
    "karpenter.sh/do-not-disrupt": "Karpenter, apis/v1 DoNotDisruptAnnotationKey",
    "eks.amazonaws.com/role-arn": "EKS's pod identity webhook",
}
"""Who reads those that no module here defines."""


def keys(thing: Any) -> Iterator[str]:
    """Every annotation and label with a domain, wherever it stands in an object."""
    if isinstance(thing, dict):
        for field, value in thing.items():
            if field in ("annotations", "labels", "matchLabels", "nodeSelector"):
                yield from (key for key in value if "/" in key and not key.startswith(OURS))
            yield from keys(value)
    elif isinstance(thing, list):
        for item in thing:
            yield from keys(item)


@pytest.fixture(scope="module")
def known() -> set[str]:
    folders = (
        toolchain().source(module) / path for module, paths in PACKAGES.items() for path in paths
    )
    return {text for folder in folders for text in strings(folder.glob("*.go"))}


SAID = sorted(set(keys(objects(parse(together(gallery()))))) - set(OTHERS))


@pytest.mark.parametrize("key", SAID)
def test_somebody_reads_it(key: str, known: set[str]) -> None:
    assert key in known or (key in NEWER and f"`{key}" in FACTS.read_text())


@pytest.mark.parametrize("key", SAID)
def test_a_renamed_one_is_noticed(key: str, known: set[str]) -> None:
    assert f"{key}s" not in known
    assert key.lower() == key or key.lower() not in known


def test_the_gallery_speaks_to_every_controller() -> None:
    domains = {key.partition("/")[0] for key in SAID}

    assert {"serving.kserve.io", "serving.knative.dev", "scheduling.volcano.sh"} <= domains
