from tests.support.stack import STACK, changed, refusals, refused_at


def test_a_tenant_s_own_priority_is_its_right_without_being_listed() -> None:
    assert not refusals(changed("tenants.chat.priorities", []))


def test_refuses_a_priority_that_the_tenant_was_not_given() -> None:
    stack = changed("priorities.top", {"value": 2000})
    stack["models"]["small"] = STACK["models"]["small"] | {"priority": "top"}
    assert not refusals(stack)

    stack["tenants"]["chat"] = STACK["tenants"]["chat"] | {"priorities": []}
    assert "it may use: online" in refused_at(stack, "models.small.priority")


def test_refuses_a_model_that_alone_outgrows_its_tenant_s_quota() -> None:
    stack = changed("tenants.chat.quota", {"gpus": 1})
    stack["metrics"] = {"prometheus_url": "http://prometheus"}
    stack["models"]["small"]["scaling"] = {"min_replicas": 1, "max_replicas": 2}

    said = refused_at(stack, "models.small.scaling.max_replicas")
    assert "asks for 2 of 1 GPUs of tenant `chat`" in said
