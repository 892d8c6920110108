"""What every operator's specification has in common: a stack may find it in the cluster."""

from typing import Any

from pydantic import model_validator

from components.types import Spec

PROVIDED = "provided"


class OperatorSpec(Spec):
    """An operator that this stack installs; or, written as the word `provided`, one that is there.

    The settings of a provided operator say what whoever installed it was asked for.
    """

    provided: bool = False

    @model_validator(mode="before")
    @classmethod
    def _may_be_one_word(cls, raw: Any) -> Any:
        return {PROVIDED: True} if raw == PROVIDED else raw
