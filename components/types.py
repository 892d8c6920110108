"""The few words every specification is written in."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Manifest = dict[str, Any]
"""A Kubernetes object, or a part of one, as plain data."""

DNS_LABEL = r"^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$"
DnsLabel = Annotated[str, StringConstraints(pattern=DNS_LABEL)]
"""A name: 40 characters at most, so that controllers can append their suffixes (RFC 1123: 63)."""

Count = Annotated[int, Field(ge=0)]
AtLeastOne = Annotated[int, Field(ge=1)]
Positive = Annotated[float, Field(gt=0)]

IMAGE = re.compile(
    r"[^\s:@]+(:\d+/[^\s:@]+)?(:(?P<tag>\w[\w.-]{0,127}))?(@sha256:(?P<digest>[0-9a-f]{64}))?"
)


def is_pinned(image: str) -> bool:
    """Whether an image has a tag that is not `latest`, or a digest."""
    match = IMAGE.fullmatch(image)
    return match is not None and bool(match["digest"] or match["tag"] not in (None, "latest"))


def _pinned(image: str) -> str:
    if not is_pinned(image):
        raise ValueError(
            "is no pinned image; name a version tag or a digest, never `latest` and never no tag"
        )
    return image


PinnedImage = Annotated[str, AfterValidator(_pinned)]
"""An image with a tag that is not `latest`, or with a digest: what was tested is what runs."""


class Spec(BaseModel):
    """Plain data, known before anything is deployed: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
