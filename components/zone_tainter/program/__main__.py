"""What the pod runs: `python -m components.zone_tainter.program DIRECTORY-OF-CREDENTIALS`."""

import signal
import sys
from http.client import HTTPException
from pathlib import Path
from time import sleep

from components.zone_tainter.program.alive import LOOPS, beat
from components.zone_tainter.program.api import Api
from components.zone_tainter.program.guard import guard, say

PAUSE_SECONDS = 1


def main(credentials: Path) -> None:
    """For ever: whoever asks it to end is obeyed at once, and a lost connection is made anew."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    api = Api(credentials)
    say("watching the nodes")
    while True:
        beat(LOOPS)
        try:
            guard(api)
        except (OSError, HTTPException, ValueError) as error:
            say(f"trying again: {error}")
        sleep(PAUSE_SECONDS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
