"""Why a tool can't be had, in words for whoever asked for it."""


class BuildFailed(RuntimeError):
    """A tool can't be built; the message ends with the compiler's last lines."""
