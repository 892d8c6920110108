"""The executables that an engine run needs, side by side in one folder."""

from pathlib import Path

from simulation.plugin.launcher import on_path
from simulation.plugin.real import installed
from simulation.toolchain.toolchain import Toolchain

STAND_IN = (
    "the Kubernetes plugin is not installed here: a stand-in of this project's own serves instead "
    "(it speaks to simulated clusters only)"
)


def tools(folder: Path, toolchain: Toolchain) -> tuple[Path, str]:
    """A `bin` folder with the Pulumi CLI and a Kubernetes plugin, and a remark on the latter."""
    binaries = folder / "bin"
    binaries.mkdir(parents=True, exist_ok=True)
    _link(binaries / "pulumi", toolchain.binary("pulumi"))
    real = installed()
    if real is None:
        on_path(binaries)
        return binaries, STAND_IN
    (binaries / "pulumi-resource-kubernetes").unlink(missing_ok=True)
    return binaries, f"the Kubernetes plugin is {real}"


def _link(link: Path, target: Path) -> None:
    if link.is_symlink() and link.readlink() == target:
        return
    link.unlink(missing_ok=True)
    link.symlink_to(target)
