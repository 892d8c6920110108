"""A checker that could not do its work."""


class CheckerFailed(RuntimeError):
    """Its name, and its last words."""

    def __init__(self, tool: str, said: str) -> None:
        last = "\n".join(f"    {line}" for line in said.strip().splitlines()[-8:])
        super().__init__(f"{tool} did not answer:\n{last}")
