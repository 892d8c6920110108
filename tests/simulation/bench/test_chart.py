import json
import subprocess
from pathlib import Path
from typing import Any

import yaml

from simulation.bench.chart import template, values, write
from simulation.bench.stacks import raw
from stacks.parse import parse
from stacks.served import served
from tests.support.helm import helm

CONFIG = parse(raw(2, scaled=True))


def ours() -> list[Any]:
    return [made for one in served(CONFIG).values() for made in one.objects]


def test_a_model_has_more_than_its_inference_service() -> None:
    assert len(ours()) > 2 * len(CONFIG.models)


def test_the_template_knows_names_and_what_a_user_writes_and_no_model() -> None:
    said = template(CONFIG)

    assert "model-0" not in said
    assert all(f"{{{{ $model.{key} }}}}" in said for key in values(CONFIG)["models"]["model-1"])


def test_helm_makes_of_it_what_this_program_makes(tmp_path: Path) -> None:
    write(tmp_path / "chart", CONFIG)

    command = [str(helm()), "template", "bench", str(tmp_path / "chart")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert _sorted(yaml.safe_load_all(printed)) == _sorted(ours())


def _sorted(objects: Any) -> list[str]:
    return sorted(json.dumps(made, sort_keys=True) for made in objects)
