import pytest

from simulation.plugin.refusal import Refusal
from simulation.plugin.tokens import kind_of, served


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("kubernetes:core/v1:Namespace", ("v1", "Namespace")),
        ("kubernetes:apps/v1:Deployment", ("apps/v1", "Deployment")),
        (
            "kubernetes:serving.kserve.io/v1beta1:InferenceService",
            ("serving.kserve.io/v1beta1", "InferenceService"),
        ),
    ],
)
def test_a_type_names_a_kind(token: str, kind: tuple[str, str]) -> None:
    assert kind_of(token) == kind


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("kubernetes:helm.sh/v3:Release", ""),
        ("kubernetes:core/v1:NamespacePatch", "Namespace"),
    ],
)
def test_what_only_the_real_plugin_does_is_refused(token: str, kind: str) -> None:
    with pytest.raises(Refusal, match="needs the real Kubernetes plugin"):
        served(token, {"kind": kind})


def test_a_list_is_refused_as_its_items_are_the_objects() -> None:
    with pytest.raises(Refusal, match="one by one"):
        served("kubernetes:core/v1:PodList", {"kind": "PodList", "items": []})


def test_a_custom_kind_may_end_in_patch() -> None:
    served("kubernetes:example.com/v1:ModelPatch", {"kind": "ModelPatch"})
