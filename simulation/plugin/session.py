"""A configured provider: one cluster, its kinds, and what can be done to its objects."""

from dataclasses import dataclass

from simulation.plugin.api import Api
from simulation.plugin.changes import Changes
from simulation.plugin.discovery import NoSuchKind
from simulation.plugin.engine import Engine
from simulation.plugin.operations import Operations
from simulation.plugin.settings import Settings
from simulation.plugin.store import Store
from simulation.plugin.values import Properties


@dataclass(frozen=True)
class Session:
    """The cluster that the provider was configured for."""

    settings: Settings
    operations: Operations

    @property
    def changes(self) -> Changes:
        """What can be changed there."""
        return self.operations.changes

    def namespaced(self, thing: Properties) -> bool:
        """Whether the object belongs to a namespace, as a kind not yet known is assumed to."""
        try:
            return self.changes.store.kinds.of(thing).namespaced
        except NoSuchKind:
            return True

    def stop(self) -> None:
        """End every wait."""
        self.changes.store.api.stopping.set()


def session(settings: Settings, engine: Engine) -> Session:
    """What the settings lead to; nothing is asked of the API server yet."""
    changes = Changes(Store(Api(settings.cluster)), settings)
    return Session(settings, Operations(changes, engine))
