"""Which versions work together: supported windows as data, each with who says so.

Source: `windows.csv`, collected August 2026. Where a project publishes no window there is none.
"""

from dataclasses import dataclass

from catalogue.table import Row, rows

KUBERNETES = "kubernetes"

PINS = {
    "cert-manager": "1.17.0",
    "knative": "1.21.1",
    "keda": "2.18.0",
    "kube-prometheus-stack": "83.4.0",
    "envoy-gateway": "1.8.1",
}
"""What KServe 0.20.0 itself installs and tests with (kserve-deps.env)."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """From version `since` on, `component` works with `of` from `first` to `last`.

    Both are included, a missing part counts for all below it (1.35 has every 1.35.x), None is open.
    """

    component: str
    since: str
    of: str
    first: str | None = None
    last: str | None = None
    source: str

    @property
    def range(self) -> str:
        """The window in words."""
        if self.first == self.last:
            return f"{self.first}"
        if self.first is None:
            return f"up to {self.last}"
        return f"{self.first} to {self.last}" if self.last else f"{self.first} on"

    def holds(self, version: str) -> bool:
        """Whether `version` of the other is inside."""
        above = self.first is None or _at_least(version, self.first)
        return above and (self.last is None or _at_most(version, self.last))

    def reached_by(self, version: str) -> bool:
        """Whether this version of the component already says so."""
        return _at_least(version, self.since)


def _at_least(version: str, bound: str) -> bool:
    return _compared(version, bound) >= _parts(bound)


def _at_most(version: str, bound: str) -> bool:
    return _compared(version, bound) <= _parts(bound)


def _compared(version: str, bound: str) -> tuple[int, ...]:
    """`version` to as many parts as the bound has; what it does not say is as high as can be."""
    count = len(_parts(bound))
    return (*_parts(version), *[999] * count)[:count]


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _window(row: Row) -> Window:
    return Window(
        component=row["component"],
        since=row["since"],
        of=row["of"],
        first=row["first"] or None,
        last=row["last"] or None,
        source=row["source"],
    )


WINDOWS = tuple(map(_window, rows("windows")))
