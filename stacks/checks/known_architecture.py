"""An `architecture` that a model names is one that somebody described."""

from collections.abc import Iterator

from catalogue.models import architectures
from components.nearest import did_you_mean
from planning.architecture import architecture
from stacks.config import StackConfig
from stacks.problem import Problem


def known_architecture(config: StackConfig) -> Iterator[Problem]:
    """Refuses a reference that leads nowhere; a source nobody knows is only warned about."""
    for key, model in config.models.items():
        if model.architecture is None or architecture(model, config.architectures):
            continue
        name = model.architecture
        if name.endswith(".json"):
            mend = "name a readable config.json with hidden_size, num_hidden_layers and vocab_size"
        else:
            mend = did_you_mean(name, {*config.architectures, *architectures()})
        yield Problem(("models", key, "architecture"), f"`{name}` is not known", mend)
