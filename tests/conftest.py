"""Fixtures that more than one room's tests use."""

from hypothesis import settings

pytest_plugins = ["tests.support.cluster"]

# How long an example takes depends on who else uses the machine; what it shows does not.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
