"""What claims without a class get."""

from components.storage_class.manifest import gp3


def test_the_default_class_is_encrypted_gp3_in_the_zone_of_its_pod() -> None:
    made = gp3()

    assert made["metadata"]["annotations"] == {
        "storageclass.kubernetes.io/is-default-class": "true"
    }
    assert made["provisioner"] == "ebs.csi.aws.com"
    assert made["parameters"] == {"type": "gp3", "encrypted": "true"}
    assert made["volumeBindingMode"] == "WaitForFirstConsumer"
