"""The `go` command: how it is called here, and what it is asked."""

import os
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.pins import MODULES

# No C compiler and no debugging information. The compiler is a short-lived process: collecting
# its garbage only when memory is short saves a quarter of its work.
SETTINGS = {
    "CGO_ENABLED": "0",
    "GOFLAGS": "-mod=readonly",
    "GOWORK": "off",
    "GOGC": "off",
    "GOMEMLIMIT": "1536MiB",
}
FLAGS = ("-trimpath", "-buildvcs=false", "-gcflags=all=-dwarf=false")


class GoFailed(BuildFailed):
    """`go` refused; the message is its last words."""


def environment(**more: str) -> dict[str, str]:
    """This process's environment, with the settings that decide how programs come out."""
    return {**os.environ, **SETTINGS, **more}


def answer(module: str, arguments: Sequence[str]) -> str:
    """What `go` says when asked in that module's directory."""
    try:
        done = subprocess.run(
            ["go", *arguments],
            cwd=MODULES / module,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise GoFailed("there is no `go` on PATH: see https://go.dev/dl") from None
    if done.returncode != 0:
        raise GoFailed(last_lines(done.stderr.splitlines()))
    return done.stdout.strip()


def last_lines(lines: Sequence[str], count: int = 15) -> str:
    """The end of a log, where the reason stands."""
    return "\n".join(lines[-count:])


@cache
def platform() -> str:
    """The compiler that these modules get, and what it compiles for."""
    return answer("cluster", ["env", "GOVERSION", "GOOS", "GOARCH"])


def packages(module: str, flags: Sequence[str], roots: Sequence[str]) -> int:
    """How many packages those programs are made of; downloads what is missing of them."""
    return len(answer(module, ["list", *flags, "-deps", *roots]).splitlines())


@cache
def source(module_path: str, module: str) -> Path:
    """Where the source that `module` pins of `module_path` lies in Go's own cache."""
    asked = ["list", "-m", "-f", "{{.Dir}}", module_path]
    if not answer(module, asked):
        answer(module, ["mod", "download", module_path])
    return Path(answer(module, asked))
