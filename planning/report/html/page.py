"""The plan as one HTML file that needs no network: a template, its style, its script, the data."""

import json
from pathlib import Path

from planning.report.document.document import Document

HERE = Path(__file__).parent


def page(plan: Document) -> str:
    """The template with everything inside; the script draws what the embedded JSON says."""
    text = (HERE / "page.html").read_text()
    for mark, filled in (
        ("/*CSS*/", (HERE / "page.css").read_text()),
        ("/*JS*/", (HERE / "page.js").read_text()),
        ("/*PLAN*/", embedded(plan)),
    ):
        text = text.replace(mark, filled)
    return text


def embedded(plan: Document) -> str:
    """JSON that cannot end the element it stands in, whatever a name contains."""
    return json.dumps(plan).replace("<", "\\u003c")
