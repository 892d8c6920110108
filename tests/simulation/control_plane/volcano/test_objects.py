from simulation.control_plane.site import Site
from simulation.control_plane.volcano.objects import webhooks


def test_every_admission_has_the_configuration_the_webhook_process_looks_for(site: Site) -> None:
    names = {(each["kind"], each["metadata"]["name"]) for each in webhooks(site)}

    prefix = "volcano-admission-service"
    assert names == {
        ("MutatingWebhookConfiguration", f"{prefix}-jobs-mutate"),
        ("ValidatingWebhookConfiguration", f"{prefix}-jobs-validate"),
        ("MutatingWebhookConfiguration", f"{prefix}-podgroups-mutate"),
        ("MutatingWebhookConfiguration", f"{prefix}-queues-mutate"),
        ("ValidatingWebhookConfiguration", f"{prefix}-queues-validate"),
    }


def test_deleting_a_queue_is_validated(site: Site) -> None:
    [queues] = [
        each for each in webhooks(site) if each["metadata"]["name"].endswith("queues-validate")
    ]
    [hook] = queues["webhooks"]

    assert hook["rules"][0]["operations"] == ["CREATE", "UPDATE", "DELETE"]
    assert hook["failurePolicy"] == "Fail"


def test_the_api_server_calls_loopback(site: Site) -> None:
    for configuration in webhooks(site):
        [hook] = configuration["webhooks"]
        assert hook["clientConfig"]["url"].startswith("https://127.0.0.1:")
        assert "service" not in hook["clientConfig"]
