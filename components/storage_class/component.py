"""The default storage class as one Pulumi resource. Wiring only."""

import pulumi
import pulumi_kubernetes as k8s

from components.storage_class.manifest import gp3


class StorageClass(pulumi.ComponentResource):
    """The class that every claim gets which names none."""

    def __init__(self, name: str, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("gpu-inference:storage-class:StorageClass", name, None, opts)
        made = gp3()
        k8s.storage.v1.StorageClass(
            name,
            metadata=made["metadata"],
            provisioner=made["provisioner"],
            parameters=made["parameters"],
            volume_binding_mode=made["volumeBindingMode"],
            allow_volume_expansion=made["allowVolumeExpansion"],
            opts=pulumi.ResourceOptions(parent=self),
        )
        self.register_outputs({})
