from pathlib import Path

from simulation.control_plane.supervision import Status
from simulation.control_plane.verdict import last_lines, verdict


def said(state: Path, text: str) -> None:
    (state / "logs").mkdir()
    (state / "logs" / "etcd.log").write_text(text)


def test_a_crash_is_reported_by_name_with_its_last_words(tmp_path: Path) -> None:
    said(tmp_path, "starting\nno space left on device\n")

    text = verdict(tmp_path, Status("etcd", 1, 2, 0))

    assert text.startswith("etcd ended with status 2; its last words")
    assert text.endswith("    starting\n    no space left on device")


def test_a_killed_process_is_reported_with_its_signal(tmp_path: Path) -> None:
    said(tmp_path, "")

    assert verdict(tmp_path, Status("etcd", 1, -9, 0)).startswith("etcd was killed by SIGKILL")


def test_only_the_end_of_a_long_log_is_read(tmp_path: Path) -> None:
    log = tmp_path / "long.log"
    log.write_text("".join(f"line {number}\n" for number in range(100_000)))

    assert last_lines(log, 2) == ["line 99998", "line 99999"]


def test_of_a_panic_the_reason_is_told_and_not_the_stack(tmp_path: Path) -> None:
    log = tmp_path / "panic.log"
    log.write_text("starting\npanic: conflicting Schema URL\n" + "main.main()\n" * 99)

    assert last_lines(log, 2) == ["panic: conflicting Schema URL", "main.main()"]
