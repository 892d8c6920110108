from pathlib import Path
from types import SimpleNamespace
from typing import cast

from simulation.control_plane.context import Context
from simulation.control_plane.kubernetes.etcd import etcd
from simulation.control_plane.kubernetes.kwok import LOST, kwok
from simulation.control_plane.kubernetes.processes import (
    SERVED_HERE,
    apiserver,
    controller_manager,
    scheduler,
)
from simulation.control_plane.kubernetes.steps import steps
from simulation.control_plane.parts import Parts
from simulation.control_plane.process import SERVER, STORE
from simulation.control_plane.site import Site


def test_only_holders_of_the_clusters_certificates_reach_the_store(
    site: Site, binary: Path
) -> None:
    process = etcd(site, binary)

    assert process.tier == STORE
    assert "--client-cert-auth=true" in process.argv
    assert f"--listen-client-urls=https://127.0.0.1:{site.port['etcd']}" in process.argv


def test_the_api_server_listens_on_loopback_and_asks_for_permission(
    site: Site, binary: Path
) -> None:
    process = apiserver(site, binary)

    assert process.tier == SERVER
    assert "--bind-address=127.0.0.1" in process.argv
    assert "--authorization-mode=RBAC" in process.argv
    assert "--endpoint-reconciler-type=none" in process.argv
    assert not any("disable-admission-plugins" in argument for argument in process.argv)


def test_aggregated_apis_believe_the_api_server_only(site: Site, binary: Path) -> None:
    assert "--requestheader-allowed-names=front-proxy" in apiserver(site, binary).argv


def test_how_long_a_silent_node_is_trusted_is_configured(site: Site, binary: Path) -> None:
    process = controller_manager(site, binary, Parts(node_grace_seconds=20))

    assert "--node-monitor-grace-period=20s" in process.argv
    assert "--leader-elect=false" in process.argv


def test_a_lost_node_has_no_kubelet(site: Site, binary: Path) -> None:
    assert f"--manage-nodes-with-label-selector=!{LOST}" in kwok(site, binary, []).argv


def test_kubelets_answer_on_loopback(site: Site, binary: Path) -> None:
    argv = kwok(site, binary, []).argv

    assert "--node-ip=127.0.0.1" in argv
    assert f"--node-port={site.port['kwok']}" in argv


def test_another_stage_is_another_process(site: Site, binary: Path) -> None:
    one = kwok(site, binary, [{"kind": "Stage", "metadata": {"name": "one"}}])
    two = kwok(site, binary, [{"kind": "Stage", "metadata": {"name": "two"}}])

    assert one.argv == two.argv
    assert one != two


def test_the_api_server_calls_no_service_but_those_that_are_this_machine(
    site: Site, binary: Path
) -> None:
    assert apiserver(site, binary).env["NO_PROXY"] == ",".join(SERVED_HERE)
    assert all(name.endswith(".svc") for name in SERVED_HERE)


def test_kubernetes_own_scheduler_keeps_its_own_configuration(site: Site, binary: Path) -> None:
    argv = scheduler(site, binary).argv

    assert "--bind-address=127.0.0.1" in argv
    assert f"--secure-port={site.port['kube-scheduler']}" in argv
    assert f"--kubeconfig={site.kubeconfig('kube-scheduler')}" in argv
    assert not any(argument.startswith("--config=") for argument in argv)


def test_it_is_a_step_of_its_own_that_only_who_asks_gets() -> None:
    assert "kube-scheduler" not in step_names(Parts())
    assert "kube-scheduler" in step_names(Parts(kube_scheduler=True))


def step_names(parts: Parts) -> set[str]:
    return {step.name for step in steps(cast(Context, SimpleNamespace(parts=parts)))}
