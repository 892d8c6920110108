"""The gallery's page is what the examples say of themselves; `UPDATE_GOLDEN=1` writes it anew."""

import os
from collections.abc import Iterator

from tests.examples.test_gallery import objects
from tests.support.examples import FOLDER, Example, gallery

PAGE = FOLDER / "README.md"
INTRODUCTION = """# Examples

One file each: the part of a stack file that belongs to one model, and what it costs to choose it.
Each stands on [`ground.yaml`](ground.yaml), which has the nodes, tenants and queues. All are
checked, planned and rendered by `pytest tests/examples`, against the newest definitions of every
kind, and brought up side by side in the simulated cluster by `pytest -m cluster tests/examples`.

The start-up time is an estimate from the parts shown; replace them under `startup` by your own.
"""


def section(example: Example) -> Iterator[str]:
    config = example.config
    yield f"## {example.title}\n"
    yield f"{example.words}\n"
    yield f"**Costs.** {example.costs}\n"
    yield f"[`{example.name}.yaml`]({example.name}.yaml)\n\n```yaml\n{example.text.strip()}\n```\n"
    kinds = sorted({made["kind"] for made in objects(config)} - {"PodMonitor"})
    yield f"Becomes: {', '.join(kinds)}.\n"


def page() -> str:
    sections = (line for example in gallery() for line in section(example))
    return "\n".join([INTRODUCTION, *sections])


def test_says_what_the_examples_say() -> None:
    made = page()
    if "UPDATE_GOLDEN" in os.environ:
        PAGE.write_text(made)
    assert made == PAGE.read_text()
