from simulation.control_plane.knative.stages import stages


def test_every_stage_waits_for_something_to_be_so() -> None:
    for stage in stages():
        [when] = stage["spec"]["selector"]["matchExpressions"]
        assert when["cel"]["expression"]


def test_a_deployment_is_never_in_two_stages_at_once() -> None:
    of_deployments = {
        stage["metadata"]["name"]: stage["spec"]["selector"]["matchExpressions"][0]["cel"]
        for stage in stages()
        if stage["spec"]["resourceRef"]["kind"] == "Deployment"
    }

    scale = of_deployments["knative-scale"]["expression"]
    assert of_deployments["knative-activity"]["expression"].endswith(f"!({scale})")
