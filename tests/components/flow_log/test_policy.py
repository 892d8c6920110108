"""What the flow log may do."""

from components.flow_log.policy import trust, write_to

GROUP = "arn:aws:logs:us-east-1:111122223333:log-group:/vpc/inference"


def test_it_writes_into_its_own_group_only() -> None:
    [statement] = write_to(GROUP)["Statement"]

    assert statement["Resource"] == [GROUP, f"{GROUP}:*"]


def test_no_other_account_can_make_the_service_write_here() -> None:
    [statement] = trust("111122223333")["Statement"]

    assert statement["Condition"] == {"StringEquals": {"aws:SourceAccount": "111122223333"}}
