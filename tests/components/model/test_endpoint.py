"""What `pulumi stack output models` tells a client."""

from components.model.endpoint import endpoint
from tests.components.model.sample import model


def test_says_where_the_openai_api_is_and_under_which_names() -> None:
    spec = model("engine: {lora: {adapters: {law: {source: hf://acme/law}}}}")

    assert endpoint("chat", spec, "60 s", "models.example").as_output() == {
        "url": "http://chat-predictor.chat.svc.cluster.local",
        "external_url": "http://chat-chat.models.example",
        "api": "http://chat-predictor.chat.svc.cluster.local/v1",
        "names": ["chat", "law"],
        "state": "serving",
        "startup": "60 s",
    }


def test_kserves_hugging_face_server_has_a_prefix() -> None:
    made = endpoint("bert", model("server: {format: huggingface}"), "", None)

    assert made.api == "http://bert-predictor.chat.svc.cluster.local/openai/v1"


def test_a_server_without_the_openai_api_says_so() -> None:
    assert endpoint("trees", model("server: {format: xgboost}"), "", None).api is None


def test_a_transformer_is_what_clients_talk_to() -> None:
    spec = model("{server: {format: triton}, transformer: {image: 'pre:1'}}")

    assert endpoint("ocr", spec, "", None).url == "http://ocr-transformer.chat.svc.cluster.local"


def test_a_stopped_model_is_called_stopped() -> None:
    assert endpoint("chat", model("stopped: true"), "", None).state == "stopped"


def test_a_model_with_hours_says_so() -> None:
    hours = "hours: {time_zone: UTC, start: '08:00', stop: '19:00'}"

    assert endpoint("chat", model(hours), "", None).state == "by hours"


def test_versions_have_one_address_and_it_is_the_gateways() -> None:
    spec = model("{versions: {v1: {}}, traffic: {stable: v1}}")

    assert endpoint("chat", spec, "", "models.example").api == "http://chat-chat.models.example/v1"


def test_revisions_have_one_service_in_the_cluster() -> None:
    spec = model("{mode: knative, versions: {v1: {}}, traffic: {stable: v1}}")

    made = endpoint("chat", spec, "", "models.example")
    assert made.url == "http://chat-predictor.chat.svc.cluster.local"
