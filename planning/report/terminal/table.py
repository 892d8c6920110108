"""A table for a terminal of 100 columns: no lines, words to the left, figures to the right."""

from rich.table import Table

WORDS = {
    *("about", "class", "fits", "GPU", "group", "job", "model", "node group", "nobody answers for"),
    *("queue", "starts", "tenant", "type", "waiting", "what", "without"),
}


def table(*columns: str, words: set[str] = WORDS) -> Table:
    """An empty one; a column of words may be folded, no word is cut off."""
    made = Table(box=None, header_style="bold", padding=(0, 2, 0, 0), pad_edge=False)
    for column in columns:
        left = column in words
        made.add_column(column, justify="left" if left else "right", overflow="fold")
    return made
