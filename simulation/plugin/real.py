"""The real plugin is always preferred, where a person or a package has installed it."""

import os
import re
import shutil
from pathlib import Path
from typing import Final

NAME: Final = "pulumi-resource-kubernetes"
MINIMUM: Final = (4, 32, 0)
MARK: Final = "# stand-in of the simulation"


def installed() -> Path | None:
    """The executable of the newest real plugin that is new enough, or of one on PATH."""
    return _cached() or _on_path()


def _cached() -> Path | None:
    home = Path(os.environ.get("PULUMI_HOME") or Path.home() / ".pulumi")
    found = {
        _version(folder): folder / NAME for folder in home.glob("plugins/resource-kubernetes-v*")
    }
    usable = [version for version, path in found.items() if version >= MINIMUM and path.is_file()]
    return found[max(usable)] if usable else None


def _on_path() -> Path | None:
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        found = shutil.which(NAME, path=folder) if folder else None
        if found and not is_stand_in(Path(found)):
            return Path(found)
    return None


def is_stand_in(path: Path) -> bool:
    """Whether this executable is one that the simulation wrote."""
    with path.open("rb") as file:
        return MARK.encode() in file.read(400)


def _version(folder: Path) -> tuple[int, ...]:
    found = re.search(r"-v(\d+)\.(\d+)\.(\d+)", folder.name)
    return tuple(map(int, found.groups())) if found else ()
