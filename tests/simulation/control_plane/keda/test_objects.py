from pathlib import Path

from simulation.control_plane.certificates import SERVED_NAMES
from simulation.control_plane.keda.objects import metrics_api
from simulation.control_plane.keda.processes import adapter, operator
from simulation.control_plane.site import Site


def test_the_metrics_api_is_this_machine_and_proves_itself(site: Site) -> None:
    [service, api] = metrics_api(site)

    assert service["spec"]["externalName"] == "localhost"
    assert "insecureSkipTLSVerify" not in api["spec"]
    reference = api["spec"]["service"]
    assert f"{reference['name']}.{reference['namespace']}.svc" in SERVED_NAMES


def test_adapter_and_operator_meet_on_loopback(site: Site, binary: Path) -> None:
    port = site.port["keda-operator"]

    assert f"--metrics-service-bind-address=127.0.0.1:{port}" in operator(site, binary).argv
    assert f"--metrics-service-address=localhost:{port}" in adapter(site, binary).argv
