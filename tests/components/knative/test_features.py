import pytest

from components.knative.features import features
from components.types import Manifest


def on(pod: Manifest) -> set[str]:
    return set(features([pod]))


@pytest.mark.parametrize(
    ("pod", "flag"),
    [
        ({"schedulerName": "volcano"}, "kubernetes.podspec-schedulername"),
        ({"tolerations": [{"operator": "Exists"}]}, "kubernetes.podspec-tolerations"),
        ({"nodeSelector": {"a": "b"}}, "kubernetes.podspec-nodeselector"),
        ({"priorityClassName": "online"}, "kubernetes.podspec-priorityclassname"),
        ({"runtimeClassName": "nvidia"}, "kubernetes.podspec-runtimeclassname"),
        ({"securityContext": {"fsGroup": 1}}, "kubernetes.podspec-securitycontext"),
        ({"volumes": [{"hostPath": {"path": "/x"}}]}, "kubernetes.podspec-volumes-hostpath"),
        (
            {"containers": [{"env": [{"valueFrom": {"fieldRef": {"fieldPath": "x"}}}]}]},
            "kubernetes.podspec-fieldref",
        ),
        (
            {"containers": [{"securityContext": {"capabilities": {"add": ["IPC_LOCK"]}}}]},
            "kubernetes.containerspec-addcapabilities",
        ),
        (
            {"containers": [{"readinessProbe": {}}, {"livenessProbe": {}}]},
            "multi-container-probing",
        ),
    ],
)
def test_a_field_turns_on_its_flag_and_no_other(pod: Manifest, flag: str) -> None:
    assert on(pod) == {flag}


def test_a_claim_that_is_written_needs_the_second_flag() -> None:
    claim = "kubernetes.podspec-persistent-volume-claim"
    write = "kubernetes.podspec-persistent-volume-write"
    read_only = {"persistentVolumeClaim": {"claimName": "c", "readOnly": True}}

    assert on({"volumes": [read_only]}) == {claim}
    assert on({"volumes": [{"persistentVolumeClaim": {"claimName": "c"}}]}) == {claim, write}


def test_what_is_on_by_default_is_not_said() -> None:
    ordinary = {
        "automountServiceAccountToken": False,
        "enableServiceLinks": False,
        "containers": [
            {"startupProbe": {}, "securityContext": {"capabilities": {"drop": ["ALL"]}}}
        ],
        "volumes": [{"emptyDir": {"medium": "Memory"}}, {"secret": {"secretName": "s"}}],
    }
    assert features([ordinary]) == {}


def test_many_pods_need_what_any_of_them_needs() -> None:
    pods: list[Manifest] = [
        {"schedulerName": "volcano"},
        {"hostIPC": True},
        {"schedulerName": "volcano"},
    ]

    assert features(pods) == {
        "kubernetes.podspec-hostipc": "enabled",
        "kubernetes.podspec-schedulername": "enabled",
    }
