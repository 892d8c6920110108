"""Stand-ins for Knative's autoscaler and network layer, which would call simulated pods.

They write what those would write, from what is so: a revision is active when its Deployment has
a ready pod, and is held at its `min-scale`. There are no requests here, so nothing grows beyond.
"""

from simulation.control_plane.manifest import Manifest

AUTOSCALING = "autoscaling.internal.knative.dev/v1alpha1"
MIN_SCALE = "autoscaling.knative.dev/min-scale"

# A stage may write another object's status only; there an annotation may ride along.
TOLD = f"""\
apiVersion: {{{{ .spec.scaleTargetRef.apiVersion }}}}
kind: {{{{ .spec.scaleTargetRef.kind }}}}
metadata:
  name: {{{{ .spec.scaleTargetRef.name }}}}
  namespace: {{{{ .metadata.namespace }}}}
  annotations:
    {MIN_SCALE}: {{{{ index .metadata.annotations "{MIN_SCALE}" | Quote }}}}
"""
SCALED = f"""\
replicas: {{{{ index .metadata.annotations "{MIN_SCALE}" }}}}
"""
ACTIVE = """\
{{ $now := Now }}
{{ $revision := index .metadata.labels "serving.knative.dev/revision" }}
{{ $scale := or .status.readyReplicas 0 }}
{{ $is := ternary "True" "Unknown" ( gt ( int $scale ) 0 ) }}
apiVersion: autoscaling.internal.knative.dev/v1alpha1
kind: PodAutoscaler
metadata:
  name: {{ $revision }}
  namespace: {{ .metadata.namespace }}
status:
  serviceName: {{ $revision }}
  metricsServiceName: {{ $revision }}-private
  desiredScale: {{ .spec.replicas }}
  actualScale: {{ $scale }}
  conditions:
  {{ range list "Active" "Ready" "SKSReady" "ScaleTargetInitialized" }}
  - type: {{ . }}
    status: {{ $is | Quote }}
    reason: {{ ternary "" "Queued" ( eq $is "True" ) | Quote }}
    lastTransitionTime: {{ $now | Quote }}
  {{ end }}
"""
ROUTED = """\
{{ $now := Now }}
observedGeneration: {{ .metadata.generation }}
conditions:
{{ range list "LoadBalancerReady" "NetworkConfigured" "Ready" }}
- type: {{ . }}
  status: "True"
  lastTransitionTime: {{ $now | Quote }}
{{ end }}
publicLoadBalancer:
  ingress:
  - domainInternal: simulated-gateway.knative-serving.svc.cluster.local
privateLoadBalancer:
  ingress:
  - domainInternal: simulated-gateway.knative-serving.svc.cluster.local
"""
OF_A_REVISION = (
    "has(self.metadata.labels) && 'serving.knative.dev/revision' in self.metadata.labels"
)
MINIMAL = f"has(self.metadata.annotations) && '{MIN_SCALE}' in self.metadata.annotations"
UNTOLD = (
    f"{MINIMAL} && has(self.status) && has(self.status.desiredScale)"
    f" && int(self.metadata.annotations['{MIN_SCALE}']) > self.status.desiredScale"
)
UNSCALED = (
    f"{OF_A_REVISION} && {MINIMAL}"
    f" && int(self.metadata.annotations['{MIN_SCALE}']) > self.spec.replicas"
)
UNROUTED = (
    "!has(self.status) || !has(self.status.observedGeneration)"
    " || self.status.observedGeneration != self.metadata.generation"
)


def stages() -> list[Manifest]:
    """Scale to the minimum, say what is active, and call every ingress routed."""
    autoscaler = {"apiGroup": AUTOSCALING, "kind": "PodAutoscaler"}
    deployment = {"apiGroup": "apps/v1", "kind": "Deployment"}
    ingress = {"apiGroup": "networking.internal.knative.dev/v1alpha1", "kind": "Ingress"}
    told = {"apply": {"subresource": "status", "type": "merge", "template": TOLD}}
    scaled = {"patch": {"root": "spec", "type": "merge", "template": SCALED}}
    active = {"apply": {"subresource": "status", "type": "merge", "template": ACTIVE}}
    routed = {"patch": {"root": "status", "subresource": "status", "template": ROUTED}}
    return [
        _stage("knative-minimum", autoscaler, UNTOLD, told),
        _stage("knative-scale", deployment, UNSCALED, scaled),
        _stage("knative-activity", deployment, f"{OF_A_REVISION} && !({UNSCALED})", active),
        _stage("knative-network", ingress, UNROUTED, routed),
    ]


def _stage(name: str, kind: Manifest, when: str, step: Manifest) -> Manifest:
    selector = {"matchExpressions": [{"cel": {"expression": when}}]}
    return {
        "apiVersion": "kwok.x-k8s.io/v1alpha1",
        "kind": "Stage",
        "metadata": {"name": name},
        "spec": {"resourceRef": kind, "selector": selector, "steps": [step]},
    }
