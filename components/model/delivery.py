"""How the weights come to the pod, and what is done before its first user."""

from typing import Literal, Self

from pydantic import model_validator

from components.types import Spec


class Delivery(Spec):
    """By `download` into each pod (KServe's storage initializer), from the node's own `cache`
    (KServe's LocalModelCache), or as a `stream` from S3 into the GPUs (vLLM's Run:ai streamer).

    A pvc:// source is mounted and an oci:// one is an image, whatever `by` says. `warm_up` is a
    prompt that each server answers once before it is Ready; `prepull` keeps the server's image on
    the node group's nodes.
    """

    by: Literal["download", "cache", "stream"] = "download"
    warm_up: str | None = None
    prepull: bool = False

    @model_validator(mode="after")
    def _warms_up_with_plain_words(self) -> Self:
        if self.warm_up is not None and ("{{" in self.warm_up or '"' in self.warm_up):
            raise ValueError("warm_up is a plain prompt: without quotes, and without `{{`")
        return self
