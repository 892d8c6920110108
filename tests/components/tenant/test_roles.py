"""The table of rights, read as an auditor would."""

import pytest

from components.tenant.roles import READ, RULES, access
from components.tenant.spec import Role

WRITES = {"create", "delete", "deletecollection", "patch", "update"}


@pytest.mark.parametrize("role", RULES)
def test_no_role_reads_secrets_or_uses_a_wildcard(role: Role) -> None:
    words = {word for group, kinds, verbs in RULES[role] for word in (group, *kinds, *verbs)}

    assert words.isdisjoint({"*", "secrets", "serviceaccounts", "pods/exec", "pods/portforward"})


@pytest.mark.parametrize("role", RULES)
def test_no_role_changes_what_the_stack_file_says(role: Role) -> None:
    written = {kind for _, kinds, verbs in RULES[role] for kind in kinds if WRITES & set(verbs)}

    assert written <= {"pods", "commands"}


def test_a_viewer_only_reads() -> None:
    assert {verb for _, _, verbs in RULES["viewer"] for verb in verbs} == set(READ)


def test_a_role_is_bound_once_to_all_its_groups_and_one_that_nobody_has_is_not_made() -> None:
    role, binding = access("chat", {"b": "viewer", "a": "viewer"})

    assert (role["kind"], role["metadata"]["namespace"]) == ("Role", "chat")
    assert binding["roleRef"]["name"] == role["metadata"]["name"]
    assert [(s["kind"], s["name"]) for s in binding["subjects"]] == [("Group", "a"), ("Group", "b")]
