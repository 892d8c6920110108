"""Loopback ports, chosen once for each cluster and kept, so that its addresses stay the same."""

import fcntl
import json
import os
import random
import socket
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

# Below the range from which the kernel takes ports for outgoing connections (32768 and up).
CANDIDATES = range(20_000, 32_000)
REGISTER = Path(tempfile.gettempdir()) / f"gpu-inference-ports-{os.getuid()}"


def ports(file: Path, names: Iterable[str], *, running: bool) -> dict[str, int]:
    """A port for each name; remembered ones stay, unless somebody else took them meanwhile.

    Clusters that start at the same moment listen on nothing yet, so they tell each other.
    """
    with _others(file) as promised:
        known = _read(file)
        kept = {
            name: port
            for name, port in known.items()
            if running or (port not in promised and is_free(port))
        }
        for name in names:
            if name not in kept:
                kept[name] = _unused({*kept.values(), *promised})
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


@contextmanager
def _others(file: Path) -> Iterator[set[int]]:
    """The ports of this user's other clusters, which choose none until this one has."""
    descriptor = os.open(REGISTER, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "r+") as register:
        fcntl.flock(register, fcntl.LOCK_EX)
        files = {Path(line) for line in register.read().splitlines()} - {file.resolve()}
        alive = sorted(other for other in files if other.exists())
        yield {port for other in alive for port in _read(other).values()}
        register.seek(0)
        register.truncate()
        register.write("\n".join(map(str, [*alive, file.resolve()])))


def _read(file: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads(file.read_text()) if file.exists() else {}
    return found


def _unused(taken: Collection[int]) -> int:
    candidates = [port for port in CANDIDATES if port not in taken]
    random.shuffle(candidates)
    return next(port for port in candidates if is_free(port))
