"""PromQL taken apart into what a contract is about: metrics, labels, functions, brackets."""

import re

METRIC = re.compile(r"(?<![\w:])([a-zA-Z_]\w*(?::\w+)+)(?![\w:(])")
LABEL = re.compile(r'(\w+)\s*(?:=~|!~|!=|=)\s*"')
FUNCTION = re.compile(r"\b([a-z_]+)\s*\(")


def metrics(query: str) -> set[str]:
    """Every metric that `query` reads: a name with a colon outside quotes."""
    return set(METRIC.findall(unquoted(query)))


def labels(query: str) -> set[str]:
    """Every label that `query` matches on."""
    return set(LABEL.findall(query))


def functions(query: str) -> set[str]:
    """Every function and aggregation that `query` calls."""
    return set(FUNCTION.findall(unquoted(query))) - {"by"}


def unquoted(query: str) -> str:
    """`query` with its strings emptied."""
    return re.sub(r'"[^"]*"', '""', query)


def balanced(query: str) -> bool:
    """Whether every bracket closes the one that was opened last."""
    open_: list[str] = []
    pairs = {")": "(", "]": "[", "}": "{"}
    for character in unquoted(query):
        if character in pairs.values():
            open_.append(character)
        if character in pairs and (not open_ or open_.pop() != pairs[character]):
            return False
    return not open_
