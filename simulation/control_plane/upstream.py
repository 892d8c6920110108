"""Reading what upstream ships: megabytes of YAML, parsed once and then remembered as JSON."""

import hashlib
import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import get_ident

import yaml

from simulation.control_plane.manifest import Manifest

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def documents(file: Path, cache: Path | None = None) -> list[Manifest]:
    """Every object of a YAML file; `cache` is a directory for its parsed form."""
    if cache is None:
        return [found for found in yaml.load_all(file.read_bytes(), Loader) if found]
    parsed = cache / f"{_fingerprint(file)}.json"
    if not parsed.exists():
        cache.mkdir(parents=True, exist_ok=True)
        fresh = parsed.with_suffix(f".{os.getpid()}.{get_ident()}")
        fresh.write_text(json.dumps(documents(file)))
        fresh.replace(parsed)
    found: list[Manifest] = json.loads(parsed.read_bytes())
    return found


def all_documents(files: Iterable[Path], cache: Path) -> list[Manifest]:
    """Every object of several YAML files, in their order."""
    with ThreadPoolExecutor(4) as pool:
        return [found for each in pool.map(lambda f: documents(f, cache), files) for found in each]


def digest(data: object) -> str:
    """A short name for the content of plain data."""
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]


def _fingerprint(file: Path) -> str:
    about = file.stat()
    return digest([str(file), about.st_size, about.st_mtime_ns])
