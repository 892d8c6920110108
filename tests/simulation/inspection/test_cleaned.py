"""What a cluster adds to an object is taken off again."""

from simulation.inspection.cleaned import cleaned
from tests.simulation.inspection.objects import POD


def test_only_what_somebody_could_have_written_stays() -> None:
    own = {"uid": "1", "resourceVersion": "7", "managedFields": [{}], "creationTimestamp": "now"}
    found = {**POD, "metadata": {**POD["metadata"], **own}, "status": {"phase": "Running"}}

    assert cleaned(found) == POD


def test_a_null_is_an_absent_field() -> None:
    template = {
        "metadata": {"creationTimestamp": None},
        "volumes": [{"emptyDir": {"medium": None}}],
    }
    spec = cleaned({**POD, "spec": template})["spec"]

    assert spec == {"metadata": {}, "volumes": [{"emptyDir": {}}]}
