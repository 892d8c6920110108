"""One module's programs, compiled by one `go build`."""


class BuildFailed(RuntimeError):
    """A tool can't be built; the message ends with the compiler's last lines."""
