"""What is written of a day: a picture that can be opened, and JSON that says what was seen."""

import json
from pathlib import Path
from xml.etree import ElementTree

from rich.console import Console

from simulation.gameday.judge import judged
from simulation.gameday.picture import draw
from simulation.gameday.scenario import Promises
from simulation.gameday.table import document, table
from tests.simulation.gameday.days import day

SEEN = day([2, 1, 1, 2], {0: 2}, {1: "lose_node", 3: "return_nodes"})
VERDICTS = judged(SEEN, Promises(keeps_ready="all", ready_again_seconds=5))


def test_the_picture_is_a_drawing_of_every_model(tmp_path: Path) -> None:
    file = tmp_path / "day.svg"
    draw(file, "A node dies", SEEN, VERDICTS)

    drawn = ElementTree.parse(file).getroot()
    assert drawn.tag.endswith("svg")
    comments = file.read_text()
    assert all(text in comments for text in ("chat", "lose node", "A node dies"))


def test_the_document_holds_verdicts_events_and_every_look() -> None:
    found = json.loads(document("A node dies", SEEN, VERDICTS))

    assert found["kept"] is False
    assert [event["what"] for event in found["events"]] == ["lose_node", "return_nodes"]
    assert found["series"]["chat"] == [[0.0, 2], [1.0, 1], [2.0, 1], [3.0, 2]]
    assert {one["promise"] for one in found["verdicts"]} >= {"keeps ready", "ready again"}


def test_the_table_says_what_was_promised_and_what_was_seen() -> None:
    console = Console(width=110, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(table(VERDICTS))

    text = console.export_text()
    assert "broken" in text.splitlines()[1]
    assert "at least 2 of 2 ready" in text
    assert "1 at worst" in text
