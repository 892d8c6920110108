"""Karpenter, where a stack has groups for it: not among the operators, for it makes their nodes."""

from components.cluster.eks import EksCluster
from components.helm.spec import Release
from components.karpenter.values import NAME, NAMESPACE, values
from stacks import charts

CRD = "karpenter-crd"


def karpenter(eks: EksCluster) -> list[Release]:
    """The definitions, which stay when the chart goes, and then the controller."""
    isolated = eks.network.new is not None and eks.network.new.nat == "none"
    crd = Release(name=CRD, namespace=NAMESPACE, chart=charts.KARPENTER_CRD, kept=True)
    controller = Release(
        name=NAME,
        namespace=NAMESPACE,
        chart=charts.KARPENTER,
        values=values(eks.name, isolated=isolated),
        after=frozenset({CRD}),
        kinds_elsewhere=True,
    )
    return [crd, controller]
