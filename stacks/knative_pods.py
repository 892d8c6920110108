"""The pods of the models that run in Knative mode, as Knative's webhook will see them.

KServe merges a model's predictor with its runtime into one PodSpec before it asks Knative.
"""

from collections.abc import Iterator

from components.runtime.manifest import vllm_runtime
from components.types import Manifest
from stacks import versions
from stacks.config import StackConfig
from stacks.served import runtimes, served

GIVEN = ("containers", "volumes", "nodeSelector", "affinity", "tolerations", "imagePullSecrets")
"""What a runtime gives to the pod (KServe 0.20.0, ServingRuntimePodSpec)."""


def knative_pods(config: StackConfig) -> Iterator[Manifest]:
    """One PodSpec for each such model."""
    known = [vllm_runtime(config.runtime.image or versions.VLLM_IMAGE), *runtimes(config)]
    specs = {runtime["metadata"]["name"]: runtime["spec"] for runtime in known}
    for name, one in served(config).items():
        if config.models[name].mode == "knative":
            predictor = one.objects[0]["spec"]["predictor"]
            model = predictor.get("model", {})
            yield _merged(predictor, specs.get(model.get("runtime"), {}), model)


def _merged(predictor: Manifest, runtime: Manifest, model: Manifest) -> Manifest:
    """The runtime's first container is the server; the model adds to its environment."""
    given = {field: runtime[field] for field in GIVEN if field in runtime}
    pod = {**given, **predictor}
    if "containers" in given:
        server, *sidecars = given["containers"]
        env = [*server.get("env", ()), *model.get("env", ())]
        pod["containers"] = [{**server, "env": env}, *sidecars, *predictor.get("containers", ())]
    return pod
