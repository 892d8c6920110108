import pytest

from components.quantity import cpu_quantity, memory_quantity


@pytest.mark.parametrize(("cores", "written"), [(2, "2"), (1.5, "1500m"), (0.1, "100m")])
def test_cores(cores: float, written: str) -> None:
    assert cpu_quantity(cores) == written


@pytest.mark.parametrize(("gib", "written"), [(16, "16Gi"), (1.5, "1536Mi"), (1000, "1000Gi")])
def test_memory(gib: float, written: str) -> None:
    assert memory_quantity(gib) == written
