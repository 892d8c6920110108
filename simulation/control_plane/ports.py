"""Loopback ports, chosen once for each cluster and kept, so that its addresses stay the same."""

import json
import random
import socket
from collections.abc import Iterable
from pathlib import Path

# Below the range from which the kernel takes ports for outgoing connections (32768 and up).
CANDIDATES = range(20_000, 32_000)


def ports(file: Path, names: Iterable[str], *, running: bool) -> dict[str, int]:
    """A port for each name; remembered ones stay, unless somebody else took them meanwhile."""
    known: dict[str, int] = json.loads(file.read_text()) if file.exists() else {}
    kept = {name: port for name, port in known.items() if running or is_free(port)}
    for name in names:
        if name not in kept:
            kept[name] = _unused(kept.values())
    file.write_text(json.dumps(kept, indent=1))
    return kept


def is_free(port: int) -> bool:
    """Whether a server could listen on this loopback port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _unused(taken: Iterable[int]) -> int:
    candidates = [port for port in CANDIDATES if port not in set(taken)]
    random.shuffle(candidates)
    return next(port for port in candidates if is_free(port))
