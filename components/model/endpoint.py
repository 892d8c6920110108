"""What a client needs to use a model: where it answers, under which names, and whether it does."""

from dataclasses import asdict, dataclass
from typing import Any

from components.model.spec import ModelSpec
from components.model.traffic import host

OPENAI_PATHS = {"huggingface": "/openai/v1"}
"""KServe's Hugging Face server has a prefix of its own (0.20.0 python/huggingfaceserver)."""


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """`url` inside the cluster, `external_url` where the gateway shows it, `api` the OpenAI base.

    `state` is what the stack asks for: serving, stopped, or by hours. `startup` is the budget with
    its parts.
    """

    url: str
    external_url: str | None
    api: str | None
    names: tuple[str, ...]
    state: str
    startup: str

    def as_output(self) -> dict[str, Any]:
        """As `pulumi stack output models` shows it."""
        return {**asdict(self), "names": list(self.names)}


def endpoint(name: str, spec: ModelSpec, startup: str, domain: str | None) -> Endpoint:
    """Of the InferenceService `name` in its tenant's namespace."""
    outside = host(name, spec.tenant, domain)
    shown = f"http://{outside}" if outside else None
    url, path = _url(name, spec, shown), _openai_path(spec)
    return Endpoint(
        url=url,
        external_url=shown,
        api=None if path is None else url + path,
        names=(name, *sorted(spec.engine.lora.adapters if spec.engine.lora else ())),
        state=_state(spec),
        startup=startup,
    )


def _url(name: str, spec: ModelSpec, shown: str | None) -> str:
    """Versions in Standard mode have no Service in common: the gateway's route is their address."""
    if spec.traffic is not None and spec.mode == "standard" and shown is not None:
        return shown
    return f"http://{_service(name, spec)}.{spec.tenant}.svc.cluster.local"


def _service(name: str, spec: ModelSpec) -> str:
    """A transformer stands before the predictor."""
    return f"{name}-transformer" if spec.transformer else f"{name}-predictor"


def _openai_path(spec: ModelSpec) -> str | None:
    if spec.server is None:
        return "/v1"
    return OPENAI_PATHS.get(spec.server.format or "")


def _state(spec: ModelSpec) -> str:
    if spec.stopped:
        return "stopped"
    return "by hours" if spec.hours else "serving"
