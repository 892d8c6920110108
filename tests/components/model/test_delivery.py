"""How weights reach a pod, and what is done before it counts as ready."""

from tests.components.model.sample import predictor


def test_each_adapter_is_fetched_before_the_server_starts() -> None:
    made = predictor(
        "{access: {secret: hub}, engine: {lora: {adapters: {law: {source: hf://acme/law}}}}}"
    )
    [step], [volume] = made["initContainers"], made["volumes"]
    [written], [read] = step["volumeMounts"], made["model"]["volumeMounts"]

    assert made["model"]["storageUri"] == "hf://Qwen/Qwen2-7B-Instruct"
    assert step["args"] == ["hf://acme/law", "/mnt/adapters/law"]
    assert step["envFrom"] == [{"secretRef": {"name": "hub"}}]
    assert volume["name"] == written["name"] == read["name"]
    assert step["args"][1].startswith(written["mountPath"])
    assert read["mountPath"] == written["mountPath"]


def test_a_stream_is_vllms_own_business() -> None:
    made = predictor("{source: s3://models/qwen, delivery: {by: stream}}")["model"]

    assert "storageUri" not in made
    assert made["modelFormat"] == {"name": "huggingface"}
    assert made["command"] == ["vllm", "serve", "s3://models/qwen"]
    assert "--load-format=runai_streamer" in made["args"]


def test_ready_means_that_one_prompt_was_answered() -> None:
    made = predictor("delivery: {warm_up: Say hello}")["model"]["readinessProbe"]
    script = made["exec"]["command"][-1]

    compile(script, "warm-up", "exec")
    assert 'prompt="Say hello"' in script
    assert 'model="chat"' in script
    assert "{{" not in script
