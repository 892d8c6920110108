"""Every stack file in the repository is valid: a typo fails here, not in `pulumi up`."""

from pathlib import Path

import pytest

from stacks.file import read

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("Pulumi.*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_is_valid(file: Path) -> None:
    assert read(file).models


def test_prod_serves_at_least_six_models_and_qwen2_7b_instruct_is_one() -> None:
    models = read(ROOT / "Pulumi.prod.yaml").models

    assert len(models) >= 6
    assert "hf://Qwen/Qwen2-7B-Instruct" in {model.source for model in models.values()}
