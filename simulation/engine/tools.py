"""The engine's executables: the Pulumi CLI, and a Kubernetes plugin in a home of its own."""

import shutil
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from simulation.plugin import real
from simulation.plugin.launcher import on_path
from simulation.toolchain.toolchain import Toolchain

STAND_IN = (
    "the Kubernetes plugin is not installed here: a stand-in of this project's own serves instead "
    "(it speaks to simulated clusters only)"
)


@dataclass(frozen=True)
class Tools:
    """`root/bin` holds the CLI, `root/home` the plugin; `remark` says whose plugin it is."""

    root: Path
    remark: str

    @property
    def home(self) -> Path:
        """What Pulumi calls PULUMI_HOME; the user's own is left alone."""
        return self.root / "home"


def tools(root: Path, toolchain: Toolchain) -> Tools:
    """Everything in place under `root`; waits for the CLI to be built."""
    _link(root / "bin" / "pulumi", toolchain.binary("pulumi"))
    folder = root / "home" / "plugins" / f"resource-kubernetes-v{version('pulumi-kubernetes')}"
    shutil.rmtree(folder, ignore_errors=True)
    found = real.installed()
    if found is None:
        on_path(folder)
        return Tools(root, STAND_IN)
    _link(folder / real.NAME, found)
    return Tools(root, f"the Kubernetes plugin is {found}")


def _link(link: Path, target: Path) -> None:
    if link.is_symlink() and link.readlink() == target:
        return
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
