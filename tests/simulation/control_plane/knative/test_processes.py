from pathlib import Path

from simulation.control_plane.knative.processes import controller, webhook
from simulation.control_plane.site import Site


def test_the_two_processes_share_no_port(site: Site, binary: Path) -> None:
    taken = [
        process.env[name]
        for process in (controller(site, binary), webhook(site, binary))
        for name in ("METRICS_PROMETHEUS_PORT", "PROFILING_PORT")
    ]

    assert len(set(taken)) == 4


def test_the_webhook_listens_where_its_service_leads(site: Site, binary: Path) -> None:
    assert webhook(site, binary).env["WEBHOOK_PORT"] == str(site.port["knative-webhook"])
