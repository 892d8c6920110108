from pathlib import Path

import yaml

from simulation.control_plane.parts import Parts
from simulation.control_plane.site import Site
from simulation.control_plane.volcano.processes import (
    DEFAULT_CONFIGURATION,
    controllers,
    scheduler,
    webhooks,
)


def test_the_scheduler_reads_the_stacks_own_configuration(site: Site, binary: Path) -> None:
    process = scheduler(site, binary, Parts(scheduler_conf="actions: allocate\n"))

    [file] = [each for each in process.argv if each.startswith("--scheduler-conf=")]
    assert Path(file.partition("=")[2]).read_text() == "actions: allocate\n"


def test_another_configuration_is_another_process(site: Site, binary: Path) -> None:
    one = scheduler(site, binary, Parts(scheduler_conf="actions: allocate\n"))
    two = scheduler(site, binary, Parts(scheduler_conf="actions: backfill\n"))

    assert one != two


def test_without_a_configuration_gpus_are_packed() -> None:
    tiers = yaml.safe_load(DEFAULT_CONFIGURATION)["tiers"]
    plugins = {plugin["name"]: plugin for tier in tiers for plugin in tier["plugins"]}

    assert plugins["binpack"]["arguments"]["binpack.resources"] == "nvidia.com/gpu"
    assert "proportion" not in plugins


def test_nothing_waits_for_a_leader(site: Site, binary: Path) -> None:
    assert "--leader-elect=false" in scheduler(site, binary, Parts()).argv
    assert "--leader-elect=false" in controllers(site, binary).argv


def test_the_webhooks_are_served_on_loopback(site: Site, binary: Path) -> None:
    assert "--listen-address=127.0.0.1" in webhooks(site, binary).argv
