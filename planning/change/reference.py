"""A stack as it was at a Git reference: its file, and its recorded resources."""

import subprocess
import tempfile
from pathlib import Path

from stacks.config import StackConfig
from stacks.file import read
from stacks.problem import Problem, Refused


def at(root: Path, reference: str, path: str) -> str | None:
    """The text of `path` at `reference`, or None where it is not there."""
    command = ["git", "-C", str(root), "show", f"{reference}:./{path}"]
    shown = subprocess.run(command, capture_output=True, text=True, check=False)
    return shown.stdout if shown.returncode == 0 else None


def known(root: Path, reference: str) -> bool:
    """Whether Git knows `reference` as a commit."""
    command = [
        "git",
        "-C",
        str(root),
        "rev-parse",
        "--verify",
        "--quiet",
        f"{reference}^{{commit}}",
    ]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def stack_at(root: Path, reference: str, stack: str) -> StackConfig | None:
    """The stack file at `reference`, read by today's rules.

    None where there was none, or where today's rules refuse it; Refused where Git does not know
    the reference.
    """
    if not known(root, reference):
        raise Refused(
            [Problem((), f"Git knows no commit {reference}", "fetch it, or name another")]
        )
    text = at(root, reference, f"Pulumi.{stack}.yaml")
    if text is None:
        return None
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / f"Pulumi.{stack}.yaml"
        file.write_text(text)
        try:
            return read(file)
        except Refused:
            return None
