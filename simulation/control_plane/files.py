"""Configuration files that processes read, and the digest by which a change is noticed."""

from pathlib import Path

import yaml

from simulation.control_plane.manifest import Manifest
from simulation.control_plane.upstream import digest


def written(file: Path, text: str) -> str:
    """Write a configuration file; returns the digest of what it says."""
    if not file.exists() or file.read_text() != text:
        file.write_text(text)
    return digest(text)


def written_yaml(file: Path, *documents: Manifest) -> str:
    """Write several YAML documents as one file; returns the digest of what it says."""
    return written(file, yaml.safe_dump_all(documents, sort_keys=False))
