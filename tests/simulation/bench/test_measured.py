import subprocess
import sys

import pytest

from simulation.bench.measured import measured

MIB = 2**20


def python(program: str) -> list[str]:
    return [sys.executable, "-S", "-c", program]


def test_the_peak_is_the_programs_own() -> None:
    small = measured(python("pass"))
    large = measured(python(f"print(len(bytearray(b'x') * (100 * {MIB})))"))

    assert large.printed == f"{100 * MIB}\n"
    assert small.peak_mib < 100 < large.peak_mib


def test_what_this_process_holds_is_not_counted() -> None:
    ballast = bytearray(b"x") * (200 * MIB)

    assert measured(python("pass")).peak_mib < 200 < len(ballast)


def test_a_program_that_fails_is_no_measurement() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured(python("raise SystemExit(1)"))
