"""`python -m tui --db PATH`: the screen on a store; `--live` when a recording runs on it."""

import argparse
import signal
import sys
from pathlib import Path

from companion.settings import default_db

SWITCH_SECONDS = 0.001


def main() -> None:
    """Read the flags, show the screen."""
    flags = argparse.ArgumentParser(prog="python -m tui", description=__doc__)
    flags.add_argument("--db", type=Path, default=None, help="the store (default: your own)")
    flags.add_argument("--live", action="store_true", help="a recording runs on the store")
    flags.add_argument("--screen", default="home", metavar="NAME", help="the screen to begin with")
    chosen = flags.parse_args()
    from tui.app import Desk  # noqa: PLC0415 - `--help` should not wait for Textual

    # Keys are answered between two steps of a reading thread; shorter steps answer them sooner.
    sys.setswitchinterval(SWITCH_SECONDS)
    desk = Desk(chosen.db or default_db(), live=chosen.live, first=chosen.screen, lasting=True)
    signal.signal(signal.SIGTERM, lambda *_: desk.exit())  # leaves the terminal as it was
    desk.run()


if __name__ == "__main__":
    main()
