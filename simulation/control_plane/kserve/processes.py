"""The KServe controller and its webhooks, in one process."""

import shutil
from pathlib import Path

from simulation.control_plane.environment import environment
from simulation.control_plane.process import Process, command
from simulation.control_plane.site import Site

NAMESPACE = "kserve"
CERTIFICATES = Path("k8s-webhook-server/serving-certs")


def manager(site: Site, binary: Path, inputs: str) -> Process:
    """The manager as its chart runs it; it looks for its certificate under its own TMPDIR.

    `inputs` stands for what it reads only once, at its start: the CRDs it finds.
    """
    temporary = site.directory / "temporary" / "kserve"
    _place_certificate(site, temporary / CERTIFICATES)
    arguments: dict[str, object] = {
        "metrics-addr": site.address("kserve-metrics"),
        "health-probe-addr": site.address("kserve-health"),
        "webhook-port": site.port["kserve-webhook"],
    }
    own = {"KUBECONFIG": str(site.kubeconfig("kserve")), "POD_NAMESPACE": NAMESPACE}
    env = environment(site, **own) | {"TMPDIR": str(temporary)}
    argv = command(binary, arguments)
    return Process(name="kserve-manager", argv=argv, env=env, inputs=inputs)


def _place_certificate(site: Site, directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for source, name in ((site.certificate("server"), "tls.crt"), (site.key("server"), "tls.key")):
        shutil.copy(source, directory / name)
