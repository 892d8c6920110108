"""What one stack needs of the simulated control plane: nothing is built that it does not use."""

from components.knative.config import config_maps
from components.knative.spec import KnativeSpec
from components.kserve.config import inferenceservice_config
from components.kserve.download import storage_container
from components.kserve.spec import KServeSpec
from components.volcano.scheduler import scheduler_conf
from simulation.control_plane.parts import Parts
from simulation.toolchain.tools import DEFAULT
from stacks.config import StackConfig
from stacks.knative_pods import knative_pods
from stacks.scheduling import scheduler
from stacks.served import served

DOMAIN = "simulated.example"
KEDA = ("keda-operator", "keda-adapter")
KNATIVE = ("knative-controller", "knative-webhook")


def parts(config: StackConfig) -> Parts:
    """Which controllers run, with the configuration that the stack would give real ones.

    Volcano's is the flat one: the simulated scheduler is older (configuration.older_scheduler).
    """
    pods = list(knative_pods(config))
    kserve = config.platform.kserve or KServeSpec()
    knative = config.platform.knative or KnativeSpec()
    return Parts(
        knative=bool(pods),
        keda=_scaled(config),
        zone_tainter=config.platform.zone_tainter is not None,
        scheduler_conf=scheduler_conf(scheduler(config), flat=True),
        kserve_config=inferenceservice_config(kserve),
        storage_container=storage_container(kserve.download),
        knative_config=config_maps(knative, pods, domain=DOMAIN),
    )


def programs(config: StackConfig) -> tuple[str, ...]:
    """The tools to build: what every stack needs, and what runs only where it is used."""
    knative = KNATIVE if any(knative_pods(config)) else ()
    return (*DEFAULT, *knative, *(KEDA if _scaled(config) else ()))


def _scaled(config: StackConfig) -> bool:
    """Whether some model is scaled by KEDA."""
    made = (manifest for one in served(config).values() for manifest in one.objects)
    return any(manifest["kind"] == "ScaledObject" for manifest in made)
