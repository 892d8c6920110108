"""The forms a plan is written in, by name."""

import io
import json
import shutil
import sys

from planning.plan import Plan
from planning.report.document.document import Document
from planning.report.html.page import page
from planning.report.markdown.comment import markdown

FORMS = ("terminal", "json", "markdown", "html")


def written(form: str, plan: Plan, document: Document) -> str:
    """The plan in one of FORMS."""
    match form:
        case "json":
            return json.dumps(document, indent=2) + "\n"
        case "markdown":
            return markdown(document) + "\n"
        case "html":
            return page(document)
    return _terminal(plan, document)


def _terminal(plan: Plan, document: Document) -> str:
    from rich.console import Console

    from planning.report.terminal.report import WIDTH, report

    shown = io.StringIO()
    colour = sys.stdout.isatty()
    width = min(max(shutil.get_terminal_size().columns, WIDTH), 2 * WIDTH) if colour else WIDTH
    Console(file=shown, width=width, force_terminal=colour).print(report(plan, document))
    return shown.getvalue()
