"""Where a model's weights are: one address, with a revision where the place has revisions."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

SCHEMES = "hf|s3|pvc|oci"
PATTERN = rf"^({SCHEMES})://\S+$"


def _well_formed(source: str) -> str:
    """Hugging Face addresses are exactly owner/model[:revision] (KServe 0.20.0 storage)."""
    scheme, _, place = source.partition("://")
    if scheme == "hf" and place.partition(":")[0].count("/") != 1:
        raise ValueError("is no Hugging Face model; write hf://owner/model or …/model:revision")
    return source


Source = Annotated[str, StringConstraints(pattern=PATTERN), AfterValidator(_well_formed)]


def scheme(source: str) -> str:
    """`hf`, `s3`, `pvc` or `oci`."""
    return source.partition("://")[0]
