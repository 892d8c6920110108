"""The tables about GPUs agree with the table of instance types."""

from catalogue.accelerators import accelerators
from catalogue.instances import instances

MODELS = {i.gpu_model for i in instances().values() if i.gpu_model and i.gpus}


def test_every_gpu_that_a_whole_instance_has_is_described() -> None:
    assert set(accelerators()) >= MODELS
