"""What stands before a predictor, and what explains it: only where it is asked for."""

from tests.components.model.sample import service

TEXT = """
source: s3://acme/ocr
server: {format: onnx}
gpus: 1
transformer: {image: 'pre:1', args: [--crop], cpu: 2, min_replicas: 2, max_replicas: 4}
explainer: {image: 'why:1'}
"""


def test_a_model_with_no_wishes_is_a_predictor_alone() -> None:
    assert set(service("{}")["spec"]) == {"predictor"}


def test_each_scales_by_itself() -> None:
    made = service(TEXT)["spec"]

    assert (made["transformer"]["minReplicas"], made["transformer"]["maxReplicas"]) == (2, 4)
    assert (made["explainer"]["minReplicas"], made["explainer"]["maxReplicas"]) == (1, 1)


def test_neither_goes_to_a_gpu() -> None:
    for side in ("transformer", "explainer"):
        made = service(TEXT)["spec"][side]
        [container] = made["containers"]

        assert "nodeSelector" not in made
        assert {t["effect"] for t in made["tolerations"]} == {"NoExecute"}
        assert set(container["resources"]["limits"]) == {"cpu", "memory"}


def test_the_container_is_named_as_kserve_wants_it_and_is_confined() -> None:
    [container] = service(TEXT)["spec"]["transformer"]["containers"]

    assert container["name"] == "kserve-container"
    assert container["args"] == ["--crop"]
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
