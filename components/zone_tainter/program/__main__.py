"""What the pod runs: `python -m components.zone_tainter.program [directory of credentials]`."""

import signal
import sys
from http.client import HTTPException
from pathlib import Path
from time import sleep

from components.zone_tainter.program.alive import LOOPS, beat
from components.zone_tainter.program.api import Api
from components.zone_tainter.program.guard import guard, say

CREDENTIALS = Path("/var/run/secrets/kubernetes.io/serviceaccount")
PAUSE_SECONDS = 1


def main(arguments: list[str]) -> None:
    """For ever: whoever asks it to end is obeyed at once, and a lost connection is made anew."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    api = Api(Path(arguments[0]) if arguments else CREDENTIALS)
    say("watching the nodes")
    while True:
        beat(LOOPS)
        try:
            guard(api)
        except (OSError, HTTPException, ValueError) as error:
            say(f"trying again: {error}")
        sleep(PAUSE_SECONDS)


if __name__ == "__main__":
    main(sys.argv[1:])
