"""A rule about one model: a question to be answered with no, and what is said otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from components.model.spec import ModelSpec

Rule = tuple[Callable[["ModelSpec"], bool], str]
