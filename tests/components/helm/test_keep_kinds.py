"""What Helm hands through the program that keeps CRDs."""

import subprocess
from pathlib import Path
from typing import Any

import yaml

from components.helm.spec import KEEP_KINDS

ROOT = Path(__file__).parents[3]
KEEP = "helm.sh/resource-policy"
PLAIN = """\
---
# Source: volcano/templates/queue.yaml
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: queues.example.org
spec:
  versions:
    - schema:
        openAPIV3Schema:
          properties:
            metadata:
              properties:
                annotations:
                  type: object
"""
ANNOTATED = """\
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: jobs.example.org
  annotations:
    controller-gen: v1
    helm.sh/resource-policy: keep
  labels:
    app: jobs
spec: {}
"""
OTHER = """\
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
  annotations:
    a: b
data:
  note: |
    kind: CustomResourceDefinition
    metadata:
"""


def mended(text: str) -> list[Any]:
    done = subprocess.run(
        [ROOT / KEEP_KINDS], input=text, capture_output=True, text=True, check=True
    )
    assert done.stdout.count(f"{KEEP}:") == text.count("kind: CustomResourceDefinition\nm")
    return list(yaml.safe_load_all(done.stdout))


def test_a_crd_stays_when_its_release_goes() -> None:
    [crd] = mended(PLAIN)

    assert crd["metadata"] == {"name": "queues.example.org", "annotations": {KEEP: "keep"}}


def test_what_a_crd_says_already_it_still_says_once() -> None:
    [crd] = mended(ANNOTATED)

    assert crd["metadata"]["annotations"] == {"controller-gen": "v1", KEEP: "keep"}
    assert crd["metadata"]["labels"] == {"app": "jobs"}


def test_everything_else_goes_through_as_it_is() -> None:
    assert mended(OTHER) == list(yaml.safe_load_all(OTHER))


def test_each_document_is_mended_for_itself() -> None:
    first, other, second = mended(PLAIN + OTHER + ANNOTATED)

    assert first["metadata"]["annotations"] == {KEEP: "keep"}
    assert other["metadata"]["annotations"] == {"a": "b"}
    assert second["metadata"]["annotations"][KEEP] == "keep"
    assert second["spec"] == {}
