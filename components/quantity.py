"""Amounts as Kubernetes writes them."""


def cpu_quantity(cores: float) -> str:
    """Cores: `2`, or `1500m`."""
    return f"{int(cores)}" if float(cores).is_integer() else f"{round(cores * 1000)}m"


def memory_quantity(gib: float) -> str:
    """GiB: `16Gi`, or `1536Mi`."""
    return f"{int(gib)}Gi" if float(gib).is_integer() else f"{round(gib * 1024)}Mi"
