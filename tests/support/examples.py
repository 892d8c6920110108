"""The gallery: each example's words and its stack, alone on the ground or all together."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from stacks.config import StackConfig
from stacks.parse import parse

FOLDER = Path(__file__).parents[2] / "examples"
GROUND = FOLDER / "ground.yaml"


@dataclass(frozen=True)
class Example:
    """One file: its title, what it says, what it costs, and the part of a stack that it is."""

    name: str
    title: str
    words: str
    costs: str
    text: str

    @property
    def part(self) -> dict[str, Any]:
        """As plain data."""
        return dict(yaml.safe_load(self.text))

    @property
    def config(self) -> StackConfig:
        """The example alone on the ground, checked."""
        return parse(together([self]))


def gallery() -> list[Example]:
    """Every example, in the order of their names."""
    return [_example(file) for file in sorted(FOLDER.glob("*.yaml")) if file != GROUND]


def together(examples: list[Example]) -> dict[str, Any]:
    """The ground with all of `examples` on it, as plain data."""
    stack: dict[str, Any] = yaml.safe_load(GROUND.read_text())
    for example in examples:
        for section, entries in example.part.items():
            stack.setdefault(section, {}).update(entries)
    return stack


def _example(file: Path) -> Example:
    lines = file.read_text().splitlines()
    comment = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
    text = "\n".join(line for line in lines if not line.startswith("#"))
    title, words, costs = "\n".join(comment).split("\n\n", 2)
    return Example(file.stem, title, words, costs.removeprefix("Costs: "), text)
