"""What claims without a class get."""

from components.storage_class.component import StorageClass
from tests.support.recorder import record


def test_the_default_class_is_encrypted_gp3_in_the_zone_of_its_pod() -> None:
    made = record(lambda: StorageClass("gp3"))
    inputs = made.named("gp3", type="kubernetes:storage.k8s.io/v1:StorageClass").inputs

    assert inputs["metadata"]["annotations"] == {
        "storageclass.kubernetes.io/is-default-class": "true"
    }
    assert inputs["provisioner"] == "ebs.csi.aws.com"
    assert inputs["parameters"] == {"type": "gp3", "encrypted": "true"}
    assert inputs["volumeBindingMode"] == "WaitForFirstConsumer"
