"""One stack's charts, rendered and judged on an API server of their own."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from components.helm.spec import Release
from simulation.charts.exceptions import Verdict, verdict
from simulation.charts.inspection import Inspector, Judged
from simulation.charts.render import Charts
from simulation.charts.set import rendered
from simulation.control_plane import ControlPlane, Parts
from simulation.inspection.inspection import Checkers
from simulation.toolchain.pins import pinned
from simulation.toolchain.toolchain import Toolchain
from simulation.toolchain.tools import KUBERNETES
from stacks.config import StackConfig
from stacks.groups import karpenter_groups
from stacks.namespaces import namespaces
from stacks.releases.all import releases
from stacks.releases.karpenter import karpenter

ALONE = Parts(volcano=False, kserve=False)
"""Nobody but Kubernetes: what the charts bring is judged, and not run."""


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Where the charts are, the tools, and a folder for all that is written."""

    charts: Path
    toolchain: Toolchain
    checkov: Path
    folder: Path

    def judge(self, config: StackConfig) -> tuple[Judged, Verdict]:
        """What the checkers say to the charts of a stack, and what is left of that."""
        helm = Charts(self.toolchain.binary("helm"), self.charts.resolve(), kubernetes(config))
        installed = rendered(helm, every(config))
        kubeconform = self.toolchain.binary("kubeconform")
        checkers = Checkers(kubeconform=kubeconform, checkov=self.checkov)
        shutil.rmtree(self.folder, ignore_errors=True)
        plane = ControlPlane.start(self.folder / "cluster", self.toolchain, ALONE, lambda _: None)
        try:
            inspector = Inspector(plane.api, checkers, self.folder)
            found = inspector.judge(installed, namespaces(config))
        finally:
            plane.remove()
        return found, verdict(found.findings(), [one.release.name for one in installed])


def every(config: StackConfig) -> list[Release]:
    """What `pulumi up` would install with Helm; Karpenter too, where a stack has groups for it."""
    eks = config.cluster.eks
    pools = karpenter(eks) if eks is not None and karpenter_groups(config) else []
    return [*releases(config), *pools]


def kubernetes(config: StackConfig) -> str:
    """The version that charts are told: the stack's, or that of the simulated API server."""
    eks = config.cluster.eks
    return f"{eks.kubernetes}.0" if eks is not None else pinned(KUBERNETES)
