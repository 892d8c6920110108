"""Every account whose pods read models in AWS has a role for it, and only one."""

from typing import Any

from components.identity.plan import Subject
from stacks.accounts import given, readers
from stacks.config import StackConfig
from tests.support.stack import changed

ROLE = "arn:aws:iam::123456789012:role/reader"


def stack(**model: Any) -> StackConfig:
    base = {"source": "hf://Qwen/Qwen3-4B", "tenant": "chat", "node_group": "t4"}
    return StackConfig.model_validate(changed("models.small", {**base, **model}))


def account(name: str) -> Subject:
    return Subject(namespace="chat", service_account=name)


def test_pods_that_name_no_account_read_as_their_namespaces() -> None:
    assert readers(stack()) == (account("default"),)
    assert given(stack()) == {}


def test_a_model_with_a_secret_reads_as_itself() -> None:
    assert readers(stack(access={"secret": "hub"})) == (account("default"), account("small"))


def test_what_fills_a_cache_reads_too_and_in_a_namespace_of_its_own() -> None:
    filled = Subject(namespace="kserve-localmodel-jobs", service_account="default")

    assert filled in readers(stack(delivery={"by": "cache"}))
    assert filled not in readers(stack())


def test_each_running_version_reads_as_itself() -> None:
    versions: dict[str, Any] = {"v1": {}, "v2": {}, "v3": {}}
    traffic = {"stable": "v1", "canary": "v2"}
    found = readers(stack(access={"secret": "hub"}, versions=versions, traffic=traffic))

    assert set(found) == {account("default"), account("small-v1"), account("small-v2")}


def test_a_model_with_a_role_of_its_own_takes_that_one_alone() -> None:
    config = stack(access={"role_arn": ROLE})

    assert readers(config) == (account("default"),)
    assert given(config) == {account("small"): ROLE}


def test_somebody_elses_account_is_theirs_to_give_a_role() -> None:
    config = stack(access={"service_account": "theirs"})

    assert readers(config) == (account("default"),)
    assert given(config) == {}


def test_a_stage_that_reads_a_queue_takes_its_own_role() -> None:
    raw = stack().model_dump(exclude_unset=True)
    raw["consumers"] = {
        "reader": {
            "tenant": "chat",
            "image": "registry.example/reader:1",
            "calls": "small",
            "sqs": {"url": "https://sqs.us-east-1.amazonaws.com/1/calls", "region": "us-east-1"},
            "access": {"role_arn": ROLE},
        }
    }

    assert given(StackConfig.model_validate(raw)) == {account("reader"): ROLE}
