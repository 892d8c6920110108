"""One answer for one configuration: whoever asks again for the same object gets the same."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from stacks.config import StackConfig

Answer = TypeVar("Answer")


def once(compute: Callable[[StackConfig], Answer]) -> Callable[[StackConfig], Answer]:
    """`compute`, remembering the last configuration; a frozen one cannot have changed since."""
    last: list[tuple[StackConfig, Answer]] = []

    @wraps(compute)
    def answer(config: StackConfig) -> Answer:
        if not last or last[0][0] is not config:
            last[:] = [(config, compute(config))]
        return last[0][1]

    return answer
