"""How long Kubernetes' own controller waits, by its own word."""

import re
import subprocess

import pytest

from components.node_group.loss import NEXT_NODE_SECONDS, SILENT_SECONDS
from tests.support.cluster import toolchain

pytestmark = pytest.mark.cluster


def default(flag: str) -> str:
    binary = toolchain().binary("kube-controller-manager")
    said = subprocess.run([binary, "--help"], capture_output=True, text=True, check=True).stdout
    [found] = re.findall(rf"^ +--{flag} .*\(default (\S+)\)$", said, re.MULTILINE)
    return str(found)


def test_a_silent_node_counts_as_lost_when_kubernetes_says() -> None:
    assert default("node-monitor-grace-period") == f"{SILENT_SECONDS}s"


def test_of_a_zone_s_nodes_one_is_given_up_as_often_as_kubernetes_says() -> None:
    assert float(default("node-eviction-rate")) == 1 / NEXT_NODE_SECONDS
