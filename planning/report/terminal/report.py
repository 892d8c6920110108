"""The whole plan as tables for a terminal of 100 columns, one for each question."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planning.plan import Plan
from planning.report.change import change_text
from planning.report.document.document import Document
from planning.report.terminal.money import groups, room, tenants, tokens
from planning.report.terminal.sharing import priorities, queues
from planning.report.terminal.summary import summary
from planning.report.terminal.table import table
from planning.report.words import counted, listed, priced

WIDTH = 100
STYLES = {"refusal": "bold red", "warning": "yellow", "waived": "dim"}


def report(plan: Plan, document: Document) -> RenderableType:
    """Everything; the findings last, where the prompt is."""
    tables = [
        summary(plan),
        groups(document),
        room(document),
        tenants(document),
        *([tokens(document)] if any(priced(document)) else []),
        queues(document),
        priorities(document),
        _losses(document),
    ]
    return Group(
        *(part for drawn in tables for part in (drawn, "")),
        *(change_text(document["change"]) if document["change"] else ()),
        *(_finding(finding) for finding in document["findings"]),
    )


def _losses(document: Document) -> Table:
    drawn = table("without", "waiting", "nobody answers for")
    for loss in document["losses"]:
        drawn.add_row(loss["lost"], counted(loss["waiting"]), listed(loss["down"]) or "none")
    return drawn


def _finding(finding: Document) -> Text:
    level, rule = finding["level"], finding["rule"]
    said = f"{finding['about']}: {finding['what']}; {finding['mend']}"
    return Text.assemble((f"{level} ", STYLES[level]), said, (f" ({rule})", "dim"))
