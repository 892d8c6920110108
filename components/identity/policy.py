"""What workloads may do in AWS: policies as JSON files, filled in with where they apply.

A file is what IAM gets but for `${…}`; the same words as Place's, plus what a policy is about. Each
is its project's own policy, narrowed to this account, region and cluster where AWS can tell.
"""

import json
from pathlib import Path
from string import Template
from typing import Any

from components.aws import Place

FOLDER = Path(__file__).with_name("policies")


def policy(name: str, place: Place, **about: str) -> dict[str, Any]:
    """The policy of that name; KeyError where it speaks of something that nobody named."""
    words = {
        "partition": place.partition,
        "region": place.region,
        "account_id": place.account_id,
        "domain": place.domain,
        "ec2_principal": place.ec2_principal,
        **about,
    }
    filled: dict[str, Any] = json.loads(
        Template((FOLDER / f"{name}.json").read_text()).substitute(words)
    )
    return filled
