"""The whole simulated control plane as one object that can be started, watched and ended."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import Signals
from typing import Self

from simulation.control_plane.api import Api
from simulation.control_plane.bringup import bring_up, wait_for
from simulation.control_plane.context import Context, Report, Tools
from simulation.control_plane.credentials import CONTEXT
from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.parts import Parts
from simulation.control_plane.site import Site
from simulation.control_plane.supervision import Supervision
from simulation.control_plane.verdict import verdict


class ControlPlane:
    """A running cluster. It ends with the process that started it, until `detach` is called."""

    context = CONTEXT

    def __init__(self, site: Site, supervision: Supervision) -> None:
        self._site = site
        self._supervision = supervision

    @classmethod
    def start(cls, state: Path, toolchain: Tools, parts: Parts, report: Report) -> Self:
        """Bring everything up, or bring a cluster that was let go up to date with `parts`.

        What fails to come up takes a cluster begun here down again; one that ran before stays.
        """
        with _alone(state):
            running = Supervision.found(state)
            if running is not None and not running.mine:
                raise ControlPlaneError(f"another run is using {state}; it ends with that run")
            site = Site.opened(state, running=running is not None)
            plane = cls(site, running or Supervision.begun(site.directory))
            context = Context(site, toolchain, parts, plane._supervision, Api.of(site), report)
            try:
                bring_up(context)
            except BaseException:
                if running is None:
                    plane.stop()
                raise
            return plane
