"""What Fluent Bit and ECK are told beyond their charts' defaults."""

from components.logs.elastic import CA_SECRET, PASSWORD_SECRET, eck_values
from components.logs.spec import LogsSpec
from components.logs.values import values
from components.platform.site import Site

ELASTIC = values(LogsSpec.model_validate({"elasticsearch": {}}), Site())
CLOUDWATCH = values(
    LogsSpec.model_validate({"cloudwatch": {"region": "us-west-2", "log_group": "/pods"}}), Site()
)


def test_a_gpu_nodes_logs_are_shipped_too() -> None:
    assert ELASTIC["tolerations"] == [{"operator": "Exists"}]


def test_it_reads_as_root_and_may_do_nothing_else() -> None:
    assert ELASTIC["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert ELASTIC["podSecurityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}


def test_it_trusts_the_authority_that_eck_made_and_knows_the_password() -> None:
    [volume], [variable] = ELASTIC["extraVolumes"], ELASTIC["env"]

    assert volume["secret"]["secretName"] == CA_SECRET
    assert variable["valueFrom"]["secretKeyRef"]["name"] == PASSWORD_SECRET


def test_a_store_elsewhere_brings_no_secret_in() -> None:
    assert not {"env", "extraVolumes", "extraVolumeMounts"} & CLOUDWATCH.keys()


def test_the_operator_leaves_its_kinds_to_their_own_release_and_tells_nobody() -> None:
    assert eck_values()["installCRDs"] is False
    assert eck_values()["telemetry"] == {"disabled": True}
