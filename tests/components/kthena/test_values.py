import subprocess
from pathlib import Path

from components.kthena.spec import KthenaSpec
from components.kthena.values import POSTRENDER, values
from components.platform.site import Site

ROOT = Path(__file__).parents[3]
RENDERED = """\
kind: Service
spec:
  ports:
    - port: 80
  type: LoadBalancer
---
kind: ConfigMap
data:
  note: a type of LoadBalancer
"""


def test_its_service_does_not_leave_the_cluster() -> None:
    mended = subprocess.run(
        [ROOT / POSTRENDER], input=RENDERED, capture_output=True, text=True, check=True
    ).stdout

    assert mended == RENDERED.replace("type: LoadBalancer", "type: ClusterIP")


def test_the_router_is_there_alone_and_at_a_version() -> None:
    made = values(KthenaSpec(), Site(), "v9")

    assert made["workload"] == {"enabled": False}
    assert made["networking"]["kthenaRouter"]["image"] == {"tag": "v9"}


def test_an_answer_is_finished_before_its_router_goes() -> None:
    router = values(KthenaSpec(), Site(), "v9")["networking"]["kthenaRouter"]

    assert int(router["drainTimeout"].removesuffix("s")) < router["terminationGracePeriodSeconds"]
