"""What the zone tainter is in the cluster."""

import ast
import sys
from typing import Any

from components.availability import ZONE
from components.node_group.loss import LOST
from components.platform.site import Site
from components.zone_tainter.manifest import (
    CREDENTIALS,
    FOLDER,
    HOME,
    MODULE,
    PROGRAM,
    zone_tainter,
)
from components.zone_tainter.program import nodes

IMAGE = "python:3"
MADE = {one["kind"]: one for one in zone_tainter(Site(), IMAGE)}
POD: dict[str, Any] = MADE["Deployment"]["spec"]["template"]["spec"]


def test_its_replicas_stand_in_different_zones_and_none_waits_for_a_lost_one() -> None:
    [spread] = POD["topologySpreadConstraints"]

    assert MADE["Deployment"]["spec"]["replicas"] == 2
    assert spread["topologyKey"] == "topology.kubernetes.io/zone"
    assert {one["tolerationSeconds"] for one in POD["tolerations"]} == {2}


def test_it_may_see_nodes_and_change_them_and_nothing_else() -> None:
    assert MADE["ClusterRole"]["rules"] == [
        {"apiGroups": [""], "resources": ["nodes"], "verbs": ["list", "watch", "patch"]}
    ]


def test_its_pod_mounts_the_program_where_python_finds_it() -> None:
    [container], [volume, *_] = POD["containers"], POD["volumes"]

    assert container["command"] == ["python", "-m", MODULE, CREDENTIALS]
    assert container["workingDir"] == HOME
    mount = {"name": volume["name"], "mountPath": FOLDER, "readOnly": True}
    assert mount in container["volumeMounts"]
    assert volume["configMap"]["name"] == MADE["ConfigMap"]["metadata"]["name"]
    assert set(MADE["ConfigMap"]["data"]) == {path.name for path in PROGRAM.glob("*.py")}


def test_its_token_is_its_container_s_own_and_short_lived() -> None:
    [volume] = [one for one in POD["volumes"] if one["name"] == "credentials"]
    token, authority = volume["projected"]["sources"]

    assert POD["automountServiceAccountToken"] is False
    assert token["serviceAccountToken"] == {"path": "token", "expirationSeconds": 3600}
    assert authority["configMap"]["items"] == [{"key": "ca.crt", "path": "ca.crt"}]


def test_the_program_s_words_are_those_of_the_rest_of_the_platform() -> None:
    assert nodes.SILENT in LOST
    assert nodes.ZONE == ZONE


def test_the_program_imports_nothing_that_is_not_python_s_or_its_own() -> None:
    for path in PROGRAM.glob("*.py"):
        for statement in ast.walk(ast.parse(path.read_text())):
            if isinstance(statement, ast.Import):
                assert {one.name for one in statement.names} <= sys.stdlib_module_names
            if isinstance(statement, ast.ImportFrom):
                module = statement.module or ""
                assert module.startswith(MODULE) or module in sys.stdlib_module_names | {
                    "collections.abc",
                    "http.client",
                }


def test_another_program_starts_its_pods_anew(monkeypatch: Any) -> None:
    changed = {"__main__.py": "print('another')"}
    monkeypatch.setattr("components.zone_tainter.manifest.program", lambda: changed)

    other = {one["kind"]: one for one in zone_tainter(Site(), IMAGE)}

    assert other["ConfigMap"]["metadata"]["name"] != MADE["ConfigMap"]["metadata"]["name"]
    assert other["Deployment"] != MADE["Deployment"]


def test_one_replica_has_no_budget_that_would_hold_its_node() -> None:
    assert "PodDisruptionBudget" in MADE
    assert "PodDisruptionBudget" not in {one["kind"] for one in zone_tainter(Site(replicas=1), "")}
