"""Whom the processes of a cluster talk to, as the kernel knows it (Linux)."""

import ipaddress
from collections.abc import Iterable, Iterator
from pathlib import Path

LISTENING = "0A"


def partners(pids: Iterable[int]) -> set[str]:
    """The remote address of every TCP connection that these processes have or attempt."""
    own = {inode for pid in pids for inode in _inodes(pid)}
    rows = [row for name in ("tcp", "tcp6") for row in _rows(Path(f"/proc/net/{name}"))]
    return {_address(row[2]) for row in rows if row[9] in own and row[3] != LISTENING}


def _inodes(pid: int) -> Iterator[str]:
    for file in Path(f"/proc/{pid}/fd").iterdir():
        target = str(file.readlink()) if file.is_symlink() else ""
        if target.startswith("socket:["):
            yield target.removeprefix("socket:[").removesuffix("]")


def _rows(table: Path) -> list[list[str]]:
    return [line.split() for line in table.read_text().splitlines()[1:]]


def _address(text: str) -> str:
    """The kernel writes each 32-bit word of an address with its bytes turned round."""
    words = bytes.fromhex(text.partition(":")[0])
    turned = b"".join(words[at : at + 4][::-1] for at in range(0, len(words), 4))
    address = ipaddress.ip_address(turned)
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address)
