"""The page shows what its JSON says, in a real browser, without a network, in light and in dark."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planning.findings.all import findings
from planning.plan import plan
from planning.report.document.document import document
from planning.report.html.page import embedded, page
from tests.planning.configs import repository_stack

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
WITH_BROWSER = pytest.mark.skipif(BROWSER is None, reason="no chromium here (apt install chromium)")
OFFLINE = ["--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking"]


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    planned = plan(repository_stack("prod"))
    return document("prod", planned, findings(planned, date(2026, 11, 22)))


def rendered(file: Path, scale: str, *options: str) -> str:
    """The document after its script ran, as the browser has it."""
    profile = f"--user-data-dir={file.parent / 'profile'}"
    switches = ["--headless", "--no-sandbox", "--disable-gpu", *OFFLINE, profile, *options]
    command = [str(BROWSER), *switches, "--dump-dom", f"file://{file}#{scale}"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def attributes(text: str, name: str) -> list[str]:
    return re.findall(rf'{name}="([^"]*)"', text)


@WITH_BROWSER
@pytest.mark.parametrize("scale", ["minimum", "expected", "maximum"])
def test_the_browser_shows_what_the_json_says(
    data: dict[str, Any], tmp_path: Path, scale: str
) -> None:
    file = tmp_path / "plan.html"
    file.write_text(page(data))

    shown = rendered(file, scale)

    assert f"{data['totals'][scale]['hourly']:,.2f} USD/h" in shown
    assert attributes(shown, "data-node") == [node["name"] for node in data["nodes"][scale]]
    placed = [pod for node in data["nodes"][scale] for pod in node["pods"]]
    squares = [pod["name"] for pod in placed for _ in range(pod["gpus"])]
    assert attributes(shown, "data-pod") == squares
    idle = sum(node["gpus"] - node["gpus_used"] for node in data["nodes"][scale])
    assert shown.count('title="idle"') == idle
    parts = [part for model in data["models"] for part in model["fit"]["parts"]]
    assert [float(gib) for gib in attributes(shown, "data-gib")] == [p["gib"] for p in parts]
    costs = dict(zip(attributes(shown, "data-tenant"), attributes(shown, "data-cost"), strict=True))
    assert {name: float(cost) for name, cost in costs.items()} == data["cost"]["by_tenant"][scale]
    assert attributes(shown, "data-job") == [job["name"] for job in data["jobs"]]
    asked = [queue["models"][scale] + queue["jobs"][scale] for queue in data["queues"]]
    assert list(map(int, attributes(shown, "data-asked"))) == asked
    assert len(re.findall(r'<li class="', shown)) == len(data["findings"])


@WITH_BROWSER
def test_the_browser_shows_what_each_priority_does_to_each_other(
    data: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "plan.html"
    file.write_text(page(data))
    names = [one["name"] for one in data["priorities"]]

    shown = rendered(file, "minimum")

    effects = [one["to"].get(name, "none") for one in data["priorities"] for name in names]
    assert attributes(shown, "data-effect") == effects
    assert "preempts" in effects


@WITH_BROWSER
def test_a_change_shows_what_is_lost_who_starts_anew_and_every_figure_that_differs(
    data: dict[str, Any], tmp_path: Path
) -> None:
    lost = {"action": "remove", "resource": "Namespace b", "paths": [], "loses": "everything"}
    delta = {"what": "cost at minimum", "unit": "USD/h", "before": 1.0, "after": None}
    harmless = lost | {"action": "add", "resource": "Queue q", "loses": ""}
    steps = [lost, harmless]
    anew = {"model": "llm", "silent": True, "says": "starts anew", "paths": ["spec.predictor"]}
    changed = {"reference": "main", "comparable": False, "steps": steps, "deltas": [delta]}
    changed["rollouts"] = [anew]
    file = tmp_path / "plan.html"
    file.write_text(page(data | {"change": changed}))

    shown = rendered(file, "expected")

    assert "Against main: 2 resources differ" in shown
    assert "Namespace b: loses everything" in shown
    assert "<b>llm</b> starts anew <small>spec.predictor</small>" in shown
    assert "cost at minimum: 1 → none USD/h" in shown
    assert attributes(shown, "data-step") == ["add"]
    assert "no longer valid" in shown


@WITH_BROWSER
@pytest.mark.parametrize("scheme", [0, 1], ids=["dark", "light"])
def test_is_drawn_in_light_and_in_dark(data: dict[str, Any], tmp_path: Path, scheme: int) -> None:
    file, shot = tmp_path / "plan.html", tmp_path / "plan.png"
    file.write_text(page(data))

    rendered(
        file, "expected", f"--blink-settings=preferredColorScheme={scheme}", f"--screenshot={shot}"
    )

    assert shot.stat().st_size > 10_000


def test_names_nothing_that_a_browser_would_fetch(data: dict[str, Any]) -> None:
    text = page(data)

    assert not re.findall(r"(?:src|href)\s*=|url\(|@import|fetch\(|XMLHttpRequest", text)


def test_a_name_cannot_end_the_script_it_stands_in() -> None:
    said = embedded({"name": "</script><script>alert(1)</script>"})

    assert "<" not in said
    assert json.loads(said)["name"].startswith("</script>")
