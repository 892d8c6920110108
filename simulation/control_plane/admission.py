"""Objects by which a webhook is known to be in place: admitted on trial, and filled in by it."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from simulation.control_plane.api import Api, Refused
from simulation.control_plane.manifest import Manifest, collection, where

NAME = "admission-probe"


@dataclass(frozen=True)
class Admission:
    """An object that is tried without being kept, and where its webhook leaves its mark.

    Without the mark an object may have been admitted because nobody looked at it yet.
    """

    probe: Manifest
    mark: tuple[str | int, ...]

    def check(self, api: Api) -> None:
        """Raise `Refused` until the webhook has its say."""
        admitted = api.create(f"{collection(self.probe)}?dryRun=All", self.probe)
        try:
            _at(admitted, self.mark)
        except (KeyError, IndexError):
            text = f"no webhook has seen {where(self.probe)}"
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, text) from None


def _at(data: Any, place: tuple[str | int, ...]) -> Any:
    for key in place:
        data = data[key]
    return data


def _probe(api: str, kind: str, spec: Manifest) -> Manifest:
    return {
        "apiVersion": api,
        "kind": kind,
        "metadata": {"name": NAME, "namespace": "default"},
        "spec": spec,
    }


QUEUE: Manifest = {
    "apiVersion": "scheduling.volcano.sh/v1beta1",
    "kind": "Queue",
    "metadata": {"name": NAME},
    "spec": {"weight": 1},
}
MODEL = _probe(
    "serving.kserve.io/v1beta1",
    "InferenceService",
    {"predictor": {"containers": [{"name": "kserve-container", "image": "dev.local/probe"}]}},
)
SERVICE = _probe(
    "serving.knative.dev/v1",
    "Service",
    {"template": {"spec": {"containers": [{"image": "dev.local/probe"}]}}},
)
ADMISSIONS = {
    "volcano-webhook-manager": Admission(QUEUE, ("spec", "reclaimable")),
    "kserve-manager": Admission(
        MODEL, ("spec", "predictor", "containers", 0, "resources", "limits")
    ),
    "knative-webhook": Admission(SERVICE, ("spec", "template", "spec", "timeoutSeconds")),
}
"""Processes that are ready when the API server takes an object past their webhooks."""
