"""What was tested is what runs: images and charts are pinned."""

import re
from collections.abc import Iterator
from typing import Any

from components.types import is_pinned
from planning.change.recorded import Resource
from planning.policy.rule import Rule

RELEASE = "kubernetes:helm.sh/v3:Release"
EXACT = re.compile(r"v?\d+\.\d+\.\d+([-+][\w.+-]+)?")


def unpinned_images(resource: Resource) -> Iterator[str]:
    """Every `image` of a Kubernetes object, however deep, has a tag or a digest."""
    if resource.type.startswith("kubernetes:"):
        for image in _images(resource.inputs):
            if not is_pinned(image):
                yield f"image {image} has no version"


def unpinned_charts(resource: Resource) -> Iterator[str]:
    """A Helm release names one version, no range."""
    version = resource.inputs.get("version")
    if resource.type == RELEASE and not EXACT.fullmatch(str(version or "")):
        yield f"chart {resource.inputs.get('chart', '')} has no exact version"


def _images(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "image" and isinstance(item, str):
                yield item
            else:
                yield from _images(item)
    if isinstance(value, list):
        for item in value:
            yield from _images(item)


RULES = (
    Rule(
        id="image-pinned",
        why="an image without a version is another one tomorrow",
        mend="name a tag other than latest, or a digest",
        enforcement="mandatory",
        check=unpinned_images,
    ),
    Rule(
        id="chart-pinned",
        why="a chart without a version is another one tomorrow",
        mend="name the exact version of the chart",
        enforcement="mandatory",
        check=unpinned_charts,
    ),
)
