"""A few objects as a cluster would show them, for tests of the inspection."""

from components.types import Manifest

POD: Manifest = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "llama-0", "namespace": "chat"},
    "spec": {"containers": [{"name": "main", "image": "vllm:1"}]},
}
TENANT: Manifest = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "chat"}}
DEPLOYMENT: Manifest = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "llama", "namespace": "chat"},
    "spec": {"replicas": 1},
}
