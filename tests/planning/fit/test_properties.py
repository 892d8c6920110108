"""What must hold of every estimate, whatever the model and the GPU."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from catalogue.architecture import Architecture
from catalogue.gpus import Gpu, gpu
from catalogue.instances import instances
from catalogue.models import architectures
from catalogue.prices import price
from components.model.spec import ModelSpec
from planning.engine import Engine, engine
from planning.fit.fit import Fit, fit
from planning.fit.kv_cache import bytes_per_token, concurrency
from planning.fit.suggestion import cheapest, longest_context

GPUS = sorted(
    {(i.gpu_model, i.gpu_memory_mib) for i in instances().values() if i.gpus and i.gpu_model}
)
MODELS = st.sampled_from(sorted(architectures())).map(lambda name: architectures()[name])
DEVICES = st.sampled_from(GPUS).map(lambda pair: gpu(str(pair[0]), pair[1]))
SIZES = st.sampled_from([1, 2, 4, 8])
REGION = "us-east-1"


def spec(gpus: int = 1, **options: object) -> ModelSpec:
    raw = {"source": "hf://a/b", "tenant": "t", "node_group": "g", "gpus": gpus, "engine": options}
    return ModelSpec.model_validate(raw)


def asked(architecture: Architecture, device: Gpu, gpus: int = 1) -> Engine:
    return engine(spec(gpus), architecture, device)


def fitted(architecture: Architecture, device: Gpu, gpus: int = 1) -> Fit:
    return fit(architecture, asked(architecture, device, gpus), device)


@given(MODELS, DEVICES, SIZES)
def test_the_parts_sum_to_the_whole_gpu(model: Architecture, device: Gpu, gpus: int) -> None:
    memory = fitted(model, device, gpus).memory

    assert sum(part.gib.expected for part in memory.parts()) == pytest.approx(memory.total.expected)


@given(MODELS, DEVICES, SIZES)
def test_every_range_holds_what_is_expected(model: Architecture, device: Gpu, gpus: int) -> None:
    for part in fitted(model, device, gpus).memory.parts():
        assert part.gib.low <= part.gib.expected <= part.gib.high


@given(MODELS, DEVICES, st.integers(1, 2**17), st.integers(1, 2**17))
def test_a_longer_request_never_leaves_room_for_more(
    model: Architecture, device: Gpu, one: int, other: int
) -> None:
    held = [concurrency(model, asked(model, device), 10.0, n) for n in sorted((one, other))]

    assert held[0] >= held[1]


@given(MODELS, DEVICES)
def test_fewer_bytes_a_weight_never_leave_less_for_the_cache(
    model: Architecture, device: Gpu
) -> None:
    assume(model.weights_gib is None and model.quantization is None)
    whole = asked(model, device)

    def kv(quantization: str | None) -> float:
        return fit(model, replace(whole, quantization=quantization), device).memory.kv.expected

    assert kv(None) <= kv("fp8") <= kv("awq")


@given(MODELS, DEVICES)
def test_an_fp8_cache_takes_half_of_a_16_bit_one(model: Architecture, device: Gpu) -> None:
    whole = asked(model, device)

    assert bytes_per_token(model, replace(whole, kv_cache_dtype="fp8")) * 2 == bytes_per_token(
        model, whole
    )


@given(MODELS, DEVICES, st.sampled_from([1, 2, 4]))
def test_twice_the_gpus_never_hold_more_weights_each(
    model: Architecture, device: Gpu, gpus: int
) -> None:
    assume(model.weights_gib is None)
    one, two = (fitted(model, device, n).memory.parts()[0] for n in (gpus, 2 * gpus))

    assert two.gib.expected <= one.gib.expected


@pytest.mark.parametrize("name", sorted(architectures()))
def test_the_cheapest_suggestion_fits_and_nothing_cheaper_does(name: str) -> None:
    model = architectures()[name]
    found = cheapest(model, spec(context_length=min(model.max_context, 8192)), REGION)
    if found is None:
        assert model.parameters_b > 600
        return
    cost = {kind: price(kind, REGION) for kind in instances()}

    def runs(kind: str, gpus: int) -> bool:
        node = instances()[kind]
        device = gpu(str(node.gpu_model), node.gpu_memory_mib)
        options = spec(gpus, context_length=min(model.max_context, 8192))
        return fit(model, engine(options, model, device), device).fits

    assert runs(found.instance_type, found.tensor_parallel)
    cheaper = [kind for kind, it in cost.items() if it and it.per_hour < found.per_hour]
    sizes = {kind: [n for n in range(1, instances()[kind].gpus + 1)] for kind in cheaper}
    assert not [
        (kind, n)
        for kind in cheaper
        for n in sizes[kind]
        if not sizes[kind][-1] % n and runs(kind, n)
    ]


@given(MODELS, DEVICES, st.sampled_from([1.0, 0.5, 0.125]))
def test_the_longest_context_fits_on_the_same_part_and_1024_tokens_more_do_not(
    model: Architecture, device: Gpu, share: float
) -> None:
    assume(model.kind == "generate")
    whole = asked(model, device)
    found = fit(model, whole, device, share)
    assume(not found.fits)

    longest = longest_context(found)

    if longest is not None:
        assert fit(model, replace(whole, context_length=longest), device, share).fits
    more = replace(whole, context_length=(longest or 0) + 1024)
    assert not fit(model, more, device, share).fits
