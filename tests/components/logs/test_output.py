from typing import Any

import pytest
from pydantic import ValidationError

from components.logs.output import outputs
from components.logs.spec import LogsSpec
from components.logs.values import values
from components.platform.site import Site


def settings(**store: Any) -> dict[str, str]:
    lines = outputs(LogsSpec.model_validate(store)).splitlines()
    assert lines[0] == "[OUTPUT]"
    return dict(line.split(maxsplit=1) for line in lines[1:])


def test_elasticsearch_is_reached_encrypted_and_by_password() -> None:
    said = settings(elasticsearch={})

    assert (said["Name"], said["tls"], said["Suppress_Type_Name"]) == ("es", "On", "On")
    assert said["HTTP_Passwd"] == "${ELASTIC_PASSWORD}"


def test_opensearch_of_aws_is_signed_for() -> None:
    assert settings(opensearch={"host": "o", "aws_region": "r"})["AWS_Auth"] == "On"
    assert "AWS_Auth" not in settings(opensearch={"host": "o"})


def test_cloudwatch_gets_its_group_and_region() -> None:
    said = settings(cloudwatch={"region": "r", "log_group": "g"})

    assert (said["Name"], said["region"], said["log_group_name"]) == ("cloudwatch_logs", "r", "g")


@pytest.mark.parametrize("stores", [{}, {"elasticsearch": {}, "opensearch": {"host": "o"}}])
def test_refuses_no_store_and_two(stores: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="exactly one"):
        LogsSpec.model_validate(stores)


def test_no_password_is_in_the_values() -> None:
    made = values(LogsSpec.model_validate({"elasticsearch": {}}), Site())
    [variable] = made["env"]

    assert variable["valueFrom"] == {
        "secretKeyRef": {"name": "logs-es-elastic-user", "key": "elastic"}
    }


def test_gpu_nodes_are_not_left_out() -> None:
    made = values(LogsSpec.model_validate({"elasticsearch": {}}), Site())

    assert made["tolerations"] == [{"operator": "Exists"}]
