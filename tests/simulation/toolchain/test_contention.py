"""Several processes that want the same program, and one that dies."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

from simulation.toolchain.toolchain import Toolchain
from tests.simulation.toolchain.conftest import FakeGo

ROOT = Path(__file__).parents[3]


def test_two_at_once_build_only_once(fake_go: FakeGo, tmp_path: Path) -> None:
    fake_go.answers("kubeconform", build="sleep 1")
    found: list[Path] = []
    both = [
        Thread(target=lambda: found.append(Toolchain(tmp_path).binary("kubeconform")))
        for _ in range(2)
    ]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert len(found) == 2
    assert len(fake_go.builds) == 1


def test_a_killed_build_leaves_nothing_that_counts_as_built(
    fake_go: FakeGo, tmp_path: Path
) -> None:
    fake_go.answers(build="echo fmt; exec sleep 60")
    code = (
        "import sys; from pathlib import Path; from simulation.toolchain import Toolchain;"
        "Toolchain(Path(sys.argv[1])).binary('kubeconform')"
    )
    killed = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, start_new_session=True
    )
    while not fake_go.builds:
        time.sleep(0.05)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    fake_go.answers("kubeconform")

    assert Toolchain(tmp_path).binary("kubeconform").read_text() == "built"
    assert len(fake_go.builds) == 2
