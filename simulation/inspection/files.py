"""Objects on disk, one YAML file each, where checkers and people can read them."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import yaml

from components.types import Manifest
from simulation.inspection.identity import identity


def write(objects: Iterable[Manifest], folder: Path) -> None:
    """Exactly these: what an earlier inspection left is gone."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for made in objects:
        text = yaml.dump(made, Dumper=yaml.CSafeDumper, sort_keys=False)
        (folder / f"{identity(made)}.yaml").write_text(text)
