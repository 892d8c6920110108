from typing import Any

import pytest
import yaml

from components.gpu_operator.metrics import DEFAULT, FOR_ALERTS, metrics_list
from components.gpu_operator.spec import GpuOperatorSpec
from components.gpu_operator.values import values
from components.node_group.sharing import GpuSharing, Mig, Mps, TimeSlicing
from components.node_group.spec import NodeGroupSpec
from components.platform.site import Site

LAYOUT = GpuSharing(mig=Mig(layout={"3g.40gb": 1, "1g.10gb": 4}))
EQUAL = GpuSharing(mig=Mig(profile="1g.10gb"))
SLICED = GpuSharing(time_slicing=TimeSlicing(replicas=4))


def made(*sharing: GpuSharing, eks: bool = False, **owners: bool) -> dict[str, Any]:
    groups = {
        f"g{index}": NodeGroupSpec(instance_type="p4de.24xlarge", sharing=one)
        for index, one in enumerate(sharing)
    }
    owns = {"owns_discovery": True, "owns_devices": True, **owners}
    return values(GpuOperatorSpec(), Site(eks=eks), groups, **owns)


def test_driver_and_toolkit_stay_with_the_host_that_has_them() -> None:
    assert made()["driver"] == made()["toolkit"] == {"enabled": False}


def test_driver_and_toolkit_come_together_where_the_operator_installs_them() -> None:
    spec = GpuOperatorSpec(driver="operator")
    both = values(spec, Site(), {}, owns_discovery=True, owns_devices=True)

    assert both["driver"] == both["toolkit"] == {"enabled": True}


def test_there_is_one_owner_of_feature_discovery_and_one_of_the_devices() -> None:
    assert made(owns_discovery=False)["nfd"] == {"enabled": False}
    assert made(owns_devices=False)["devicePlugin"]["enabled"] is False


def test_the_metrics_list_has_the_default_one_and_what_alerts_need() -> None:
    fields = [line.split(",")[0] for line in metrics_list().splitlines()]

    assert fields == [*DEFAULT, *FOR_ALERTS]
    assert {"DCGM_EXP_XID_ERRORS_COUNT", "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL"} <= set(fields)


def test_a_field_of_the_metrics_list_is_name_type_help() -> None:
    for line in metrics_list().splitlines():
        field, kind, help_text = line.split(", ")
        assert kind in ("gauge", "counter", "label")
        assert field.startswith("DCGM_")
        assert help_text.endswith(".")


def test_a_pod_s_metrics_name_the_pod_and_not_the_exporter() -> None:
    assert made()["dcgmExporter"]["serviceMonitor"] == {"enabled": True, "honorLabels": True}


def test_each_way_of_dividing_is_one_entry_that_nodes_name_by_label() -> None:
    config = made(SLICED, GpuSharing(mps=Mps(replicas=2)))["devicePlugin"]["config"]

    assert list(config["data"]) == ["whole", "mps-2", "time-slicing-4"]
    assert config["default"] == "whole"
    sliced = yaml.safe_load(config["data"]["time-slicing-4"])["sharing"]["timeSlicing"]
    assert sliced["resources"] == [{"name": "nvidia.com/gpu", "replicas": 4}]
    assert sliced["renameByDefault"] is False


@pytest.mark.parametrize(("sharing", "strategy"), [(EQUAL, "single"), (LAYOUT, "mixed")])
def test_a_layout_makes_each_part_a_resource_of_its_own(sharing: GpuSharing, strategy: str) -> None:
    assert made(sharing)["mig"] == {"strategy": strategy}


def test_equal_parts_need_no_configuration_of_ours() -> None:
    assert made(EQUAL)["migManager"]["config"] == {}


def test_a_layout_of_one_group_keeps_the_equal_parts_of_another() -> None:
    data = made(LAYOUT, EQUAL)["migManager"]["config"]["data"]["config.yaml"]
    configs = yaml.safe_load(data)["mig-configs"]

    assert set(configs) == {"all-disabled", "g0", "all-1g.10gb"}
    assert configs["g0"][0]["mig-devices"] == {"3g.40gb": 1, "1g.10gb": 4}
    assert configs["all-1g.10gb"][0]["mig-devices"] == {"1g.10gb": 7}


def test_on_the_eks_image_nobody_cuts_gpus_while_a_node_joins() -> None:
    assert made(EQUAL)["migManager"]["enabled"] is True
    assert made(EQUAL, eks=True)["migManager"]["enabled"] is False
