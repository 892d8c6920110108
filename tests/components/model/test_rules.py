"""What one model cannot be at the same time: each refusal by its name."""

import pytest
from pydantic import ValidationError

from components.model.spec import ModelSpec
from tests.components.model.sample import BASE
from tests.support.problems import parsed

REFUSED = {
    "vllm without a gpu": ("gpus: 0", "vLLM needs a GPU"),
    "no source": ("source: null", "names no `source`"),
    "parallel sizes that do not multiply to the gpus": (
        "{gpus: 4, engine: {tensor_parallel: 2}}",
        "do not multiply to its GPUs",
    ),
    "vllm's options for another server": (
        "{server: {format: sklearn}, engine: {context_length: 1}}",
        "`engine` is vLLM's",
    ),
    "two images for one container": (
        "{image: a:1, server: {container: {image: b:1}}}",
        "a container names its own image",
    ),
    "a server that is two": (
        "server: {format: sklearn, container: {image: a:1}}",
        "exactly one of format and container",
    ),
    "an explainer of a language model": (
        "explainer: {image: a:1}",
        "an explainer asks /v1/models/",
    ),
    "knative with keda's floors": (
        "{mode: knative, scaling: {max_replicas: 3, floors: [{time_zone: UTC, start: 0 8 * * *, "
        "end: 0 9 * * *, replicas: 2}]}}",
        "floors and wake are KEDA's",
    ),
    "knative by vllm's metrics": (
        "{mode: knative, scaling: {max_replicas: 3, by: {vllm: {waiting: 1}}}}",
        "in Knative mode `by` is concurrency or rps",
    ),
    "standard by concurrency": (
        "scaling: {max_replicas: 3, by: {concurrency: 4}}",
        "counted by Knative",
    ),
    "a language model by cpu": (
        "scaling: {max_replicas: 3, by: {cpu: 70}}",
        "say nothing about its queue",
    ),
    "vllm's metrics of another server": (
        "{server: {format: triton}, scaling: {max_replicas: 2, by: {vllm: {waiting: 1}}}}",
        "`by: vllm` needs vLLM's metrics",
    ),
    "zero replicas that nothing wakes": (
        "scaling: {min_replicas: 0, max_replicas: 2}",
        "nothing can start it again",
    ),
    "a wake that is never needed": (
        "scaling: {max_replicas: 2, wake: {query: sum(up)}}",
        "`wake` is for min_replicas 0",
    ),
    "a gpu server that guesses what to scale by": (
        "{server: {format: triton}, gpus: 1, scaling: {max_replicas: 3}}",
        "says not what it scales by",
    ),
    "a fallback without a number per replica": (
        "scaling: {max_replicas: 3, fallback_replicas: 2, by: {vllm: {kv_cache: 0.8}}}",
        "fallback_replicas needs a signal per replica",
    ),
    "a promise about another server": (
        "{server: {format: sklearn}, slo: {time_to_first_token_seconds: 1.0}}",
        "`slo` is measured by vLLM's histograms",
    ),
    "a promise nobody can count": (
        "slo: {time_to_first_token_seconds: 2.0}",
        "the nearest is 2.5",
    ),
    "knative with a rollout in place": (
        "{mode: knative, rollout: {strategy: in_place}}",
        "Knative always starts the new revision beside the old one",
    ),
    "a kind of gpu without gpus": (
        "{server: {format: sklearn}, gpu_kind: {memory_gib: 40}}",
        "`gpu_kind` without `gpus`",
    ),
    "a budget that lets no node drain": (
        "protection: {disruption: {min_available: 1}}",
        "no node could ever be drained",
    ),
    "two disruption rules": (
        "protection: {disruption: {min_available: 1, max_unavailable: 1}}",
        "exactly one of max_unavailable and min_available",
    ),
    "a stream from the hub": ("delivery: {by: stream}", "only from s3://"),
    "a stream with adapters": (
        "{source: s3://a/b, delivery: {by: stream}, "
        "engine: {lora: {adapters: {law: {source: hf://a/b}}}}}",
        "KServe does not fetch adapters beside a stream",
    ),
    "a cache of a volume": (
        "{source: pvc://claim, delivery: {by: cache}}",
        "filled from s3:// or hf://",
    ),
    "a warm-up in knative": (
        "{mode: knative, delivery: {warm_up: hello}}",
        "warm_up is a prompt to vLLM in standard mode",
    ),
    "a warm-up that is a template": ('delivery: {warm_up: "{{ x }}"}', "is a plain prompt"),
    "a secret for a volume": (
        "{source: pvc://claim, access: {secret: keys}}",
        "a secret is for s3:// and hf://",
    ),
    "somebody else's account with a role of ours": (
        "access: {service_account: theirs, role_arn: 'arn:aws:iam::123456789012:role/x'}",
        "service_account is somebody else's",
    ),
    "stopped, with hours that start it": (
        "{stopped: true, hours: {time_zone: UTC, start: '08:00', stop: '19:00'}}",
        "which would start it",
    ),
    "a cache of what needs the tenant's secret": (
        "{delivery: {by: cache}, access: {secret: hub-token}}",
        "where neither the tenant's secret nor the model's role is",
    ),
    "gpus reserved for a model that runs": ("reserve: idle", "add `stopped: true` or `hours`"),
    "no gpus to reserve": (
        "{server: {format: sklearn}, stopped: true, reserve: idle}",
        "has no GPUs to reserve",
    ),
    "an environment that kserve forbids": (
        "environment: {PYTHONPATH: /x}",
        "PYTHONPATH: KServe refuses it",
    ),
    "an environment that vllm misreads": (
        "environment: {VLLM_PORT: '8000'}",
        "VLLM_PORT: vLLM takes it for the port of its workers",
    ),
    "a token in plain text": ("environment: {HF_TOKEN: abc}", "name a Secret"),
    "a template in the environment": (
        "environment: {GREETING: '{{name}}'}",
        "GREETING: KServe reads",
    ),
    "an image that is not pinned": ("image: vllm/vllm-openai:latest", "is no pinned image"),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refuses(text: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ModelSpec.model_validate({**BASE, **parsed(text)})

    assert sentence in str(refused.value)
