"""A version's service has a name of its own."""

from tests.support.stack import changed, refused_at

VERSIONS = {
    "source": "hf://Qwen/Qwen2.5-0.5B-Instruct",
    "tenant": "chat",
    "node_group": "t4",
    "versions": {"v1": {}},
    "traffic": {"stable": "v1"},
}


def test_refuses_the_name_of_another_model() -> None:
    stack = changed("models.small", VERSIONS)
    stack["models"]["small-v1"] = {**VERSIONS, "versions": {}, "traffic": None}

    said = refused_at(stack, "models.small.versions")

    assert "`small-v1`, which is a model" in said


def test_refuses_a_name_that_controllers_cannot_append_to() -> None:
    name = "a-model-with-a-really-very-long-name"
    stack = changed(
        f"models.{name}",
        {**VERSIONS, "versions": {"version-one": {}}, "traffic": {"stable": "version-one"}},
    )

    assert "over 40 characters" in refused_at(stack, f"models.{name}.versions")
