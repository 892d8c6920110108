"""The account's own limits and zones, asked of AWS where somebody has credentials.

Through the AWS CLI, so that the plan needs no SDK; without it the declared values count.
"""

import json
import subprocess
from collections.abc import Iterable
from typing import Any

from planning.region import region
from planning.spec import Quotas
from planning.vcpus import FAMILIES
from stacks.config import StackConfig


class NoAccount(Exception):
    """The AWS CLI is missing, or it has no credentials, or they do not allow the question."""


def with_account(config: StackConfig) -> StackConfig:
    """`config` with the account's quotas and zone offerings in place of the declared ones."""
    where = region(config)
    types = {g.instance_type for g in config.node_groups.values() if g.instance_type}
    known = {"quotas": quotas(where), "zones": {**config.planning.zones, **zones(types, where)}}
    return config.model_copy(update={"planning": config.planning.model_copy(update=known)})


def quotas(where: str) -> Quotas:
    """The applied values in the region `where`, in vCPUs."""
    return Quotas(**{family.field: _quota(family.code, where) for family in FAMILIES})


def zones(types: Iterable[str], where: str) -> dict[str, tuple[str, ...]]:
    """By instance type, the availability zones of `where` that offer it."""
    wanted = ",".join(sorted(types))
    filters = ["--location-type", "availability-zone"]
    filters += ["--filters", f"Name=instance-type,Values={wanted}"]
    found: dict[str, list[str]] = {kind: [] for kind in types}
    offered = _ask("ec2", "describe-instance-type-offerings", *filters, "--region", where)
    for offer in offered["InstanceTypeOfferings"]:
        found.setdefault(offer["InstanceType"], []).append(offer["Location"])
    return {kind: tuple(sorted(places)) for kind, places in found.items()}


def _quota(code: str, where: str) -> int:
    asked = ["--service-code", "ec2", "--quota-code", code, "--region", where]
    return int(_ask("service-quotas", "get-service-quota", *asked)["Quota"]["Value"])


def _ask(*arguments: str) -> Any:
    command = ["aws", *arguments, "--output", "json"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    except FileNotFoundError:
        raise NoAccount("there is no AWS CLI here; leave --account out") from None
    except subprocess.CalledProcessError as error:
        raise NoAccount(str(error.stderr).strip() or "the AWS CLI failed") from None
    return json.loads(said.stdout)
