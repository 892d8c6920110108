"""With credentials the account's own limits count, asked of a stand-in for the AWS CLI."""

import json
from pathlib import Path

import pytest

from planning.account import NoAccount, with_account
from planning.findings.all import findings
from planning.plan import plan
from tests.planning.configs import stack
from tests.planning.findings.cases import TODAY

OFFERS = {
    "InstanceTypeOfferings": [
        {"InstanceType": "g4dn.xlarge", "Location": "us-east-1b"},
        {"InstanceType": "g4dn.xlarge", "Location": "us-east-1a"},
        {"InstanceType": "m5.2xlarge", "Location": "us-east-1a"},
    ]
}


@pytest.fixture
def aws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program named `aws` that knows two answers."""
    quota = json.dumps({"Quota": {"Value": 3.0}})
    program = tmp_path / "aws"
    program.write_text(
        "#!/bin/sh\n"
        f"case $1 in service-quotas) echo '{quota}';; ec2) echo '{json.dumps(OFFERS)}';; esac\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    return program


@pytest.mark.usefixtures("aws")
def test_the_accounts_quota_refuses_what_it_does_not_allow() -> None:
    config = with_account(stack(planning={"quotas": {"g_vcpus": 1000}}))

    assert config.planning.quotas.g_vcpus == 3
    assert "quota-exceeded" in {f.rule for f in findings(plan(config), TODAY)}


@pytest.mark.usefixtures("aws")
def test_the_accounts_offerings_refuse_a_zone_without_the_type() -> None:
    groups = {"t4": {"instance_type": "g4dn.xlarge", "zones": ["us-east-1e"]}}
    config = with_account(stack(node_groups=groups))

    assert config.planning.zones["g4dn.xlarge"] == ("us-east-1a", "us-east-1b")
    assert "zone-without-instance-type" in {f.rule for f in findings(plan(config), TODAY)}


def test_says_that_there_is_no_cli(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(NoAccount, match="no AWS CLI"):
        with_account(stack())


def test_says_what_aws_said_when_it_refuses(aws: Path) -> None:
    aws.write_text("#!/bin/sh\necho 'ExpiredToken' >&2\nexit 254\n")

    with pytest.raises(NoAccount, match="ExpiredToken"):
        with_account(stack())
