"""A Helm chart for the same objects: what a platform team would write instead of this program.

Its one template is made of what this program renders for one model, and knows of a model no more
than its name, its tenant, what it serves and how many replicas: the least that Helm could have to
do for the same result.
"""

from pathlib import Path
from typing import Any

import yaml

from stacks.config import StackConfig
from stacks.served import served

NAME = "{{ $name }}"
EACH = "{{- range $name, $model := .Values.models }}\n"
END = "{{- end }}\n"
CHART = {"apiVersion": "v2", "name": "models", "version": "0.0.0"}


def write(directory: Path, config: StackConfig) -> None:
    """The chart of all models of `config`, which are equal but for their names."""
    (directory / "templates").mkdir(parents=True)
    (directory / "Chart.yaml").write_text(yaml.safe_dump(CHART))
    (directory / "values.yaml").write_text(yaml.safe_dump(values(config)))
    (directory / "templates" / "models.yaml").write_text(template(config))


def values(config: StackConfig) -> dict[str, Any]:
    """What a user of the chart would write."""
    return {"models": {name: _written(config, name) for name in config.models}}


def template(config: StackConfig) -> str:
    """The objects of the first model, said of any."""
    name = next(iter(config.models))
    names = {value: f"{{{{ $model.{key} }}}}" for key, value in _written(config, name).items()}
    objects = [_said(made, name, names) for made in served(config)[name].objects]
    documents = "".join(f"---\n{_dumped(made)}" for made in objects)
    return f"{EACH}{documents}{END}"


def _written(config: StackConfig, name: str) -> dict[str, Any]:
    """Only texts: a number would be found in every place where that number stands."""
    spec = config.models[name]
    return {"source": spec.source, "tenant": spec.tenant, "nodeGroup": spec.node_group}


def _said(made: Any, name: str, names: dict[str, str]) -> Any:
    if isinstance(made, dict):
        return {key: _said(value, name, names) for key, value in made.items()}
    if isinstance(made, list):
        return [_said(value, name, names) for value in made]
    return names.get(made, made.replace(name, NAME)) if isinstance(made, str) else made


def _dumped(made: Any) -> str:
    return yaml.dump(made, Dumper=_Plain, sort_keys=False, width=1000)


class _Plain(yaml.SafeDumper):
    """Equal parts are written twice: an alias would not survive a document of its own."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
