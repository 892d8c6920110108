"""What versions and their traffic need of each other and of the mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.model.rules.rule import Rule

if TYPE_CHECKING:
    from components.model.spec import ModelSpec


def _named(model: ModelSpec) -> set[str]:
    traffic = model.traffic
    return {name for name in (traffic.stable, traffic.canary) if name} if traffic else set()


VERSIONS: tuple[Rule, ...] = (
    (lambda m: bool(m.versions) and m.traffic is None, "has `versions` but no `traffic: {stable}`"),
    (
        lambda m: not _named(m) <= set(m.versions),
        "traffic names a version that is not among `versions`",
    ),
    (
        lambda m: m.mode == "knative" and m.traffic is not None and m.traffic.header is not None,
        "traffic: a header chooses between routes, which Knative mode does not have; "
        "use steps, or `mode: standard`",
    ),
    (
        lambda m: m.traffic is not None and (m.transformer or m.explainer) is not None,
        "versions share requests between predictors; a transformer or explainer stands before one",
    ),
)
