"""The zone tainter as its pod runs it: the same files, and nothing but Python's own library."""

import shutil
import sys
from pathlib import Path

from components.zone_tainter.manifest import FOLDER, HOME, MODULE, NAME, program
from simulation.control_plane.credentials import write_private
from simulation.control_plane.environment import environment
from simulation.control_plane.files import written
from simulation.control_plane.process import Process
from simulation.control_plane.site import LOOPBACK, Site


def zone_tainter(site: Site) -> Process:
    """`-S` hides what is installed beside Python, and the folder what else this repository has."""
    home = site.directory / "config" / NAME
    env = environment(
        site,
        PYTHONPATH=str(home),
        KUBERNETES_SERVICE_HOST=LOOPBACK,
        KUBERNETES_SERVICE_PORT=str(site.port["kube-apiserver"]),
    )
    return Process(
        name=NAME,
        argv=(sys.executable, "-S", "-m", MODULE, str(_credentials(site))),
        env=env,
        inputs=_mounted(home / Path(FOLDER).relative_to(HOME)),
    )


def _mounted(folder: Path) -> str:
    """Write the program as the ConfigMap holds it; the digest of what is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    return "".join(written(folder / name, text) for name, text in program().items())


def _credentials(site: Site) -> Path:
    folder = site.directory / "credentials" / NAME
    write_private(folder / "token", site.token[NAME])
    shutil.copy(site.authority, folder / "ca.crt")
    return folder
