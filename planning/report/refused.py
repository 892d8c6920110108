"""A refusal as the same comment that the plan would have been."""

from planning.report.markdown.comment import ICONS, MARKER
from stacks.problem import Refused


def refused_markdown(stack: str, refused: Refused) -> str:
    """Every reason, one line each."""
    lines = [f"- {ICONS['refusal']} {problem}" for problem in refused.problems]
    heading = f"### Plan of `{stack}`: refused"
    return "\n".join([MARKER.format(stack=stack), heading, "", *lines, ""])
