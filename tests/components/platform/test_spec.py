import pytest
from pydantic import ValidationError

from components.platform.spec import PlatformSpec


def platform(**asked: object) -> PlatformSpec:
    return PlatformSpec.model_validate(asked)


def test_a_stack_that_says_nothing_gets_what_serving_needs() -> None:
    assert set(platform().operators()) == {
        *("cert_manager", "prometheus", "gpu_operator", "volcano", "keda", "kserve"),
        "zone_tainter",
    }


def test_one_word_says_that_the_cluster_has_it() -> None:
    assert platform(knative="provided").operators()["knative"].provided


def test_null_leaves_an_operator_out() -> None:
    assert "keda" not in platform(keda=None).operators()


def test_a_provided_operator_may_say_how_it_was_set() -> None:
    knative = platform(knative={"provided": True, "ingress": "istio"}).knative

    assert knative is not None
    assert knative.ingress == "istio"


@pytest.mark.parametrize("word", ["installed", "Provided", "yes"])
def test_refuses_any_other_word(word: str) -> None:
    with pytest.raises(ValidationError):
        platform(keda=word)
