"""`python -m companion.smallweb FOLDER [--dials FILE] [--seed N] [--hours N]`: as a child.

Prints one JSON line when ready: {"upstream", "ca", "truth"}. Then reads lines from standard
input: `jump HOURS` moves the clock on and is answered with {"hours": total}; `stop`, or the end
of the input, ends it.
"""

import argparse
import asyncio
import json
import sys
import threading
from contextlib import suppress
from pathlib import Path

from companion.errors import UnreadableInput
from companion.smallweb.clock import Clock
from companion.smallweb.dials import Dials, load
from companion.smallweb.web import start


def main(arguments: list[str] | None = None) -> int:
    """Serves until told to stop; 2 when the dials can't be read."""
    parser = argparse.ArgumentParser(prog="python -m companion.smallweb")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dials", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--hours", type=int, default=0)
    asked = parser.parse_args(arguments)
    try:
        dials = load(asked.dials, asked.seed)
    except UnreadableInput as error:
        print(error, file=sys.stderr)  # noqa: T201 - the one line its parent passes on
        return 2
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(asked.folder, dials, Clock(hours=asked.hours)))
    return 0


async def _serve(folder: Path, dials: Dials, clock: Clock) -> None:
    lines = _lines()
    web = await start(folder, dials, clock)
    try:
        _say({"upstream": web.upstream, "ca": str(web.ca), "truth": str(web.truth)})
        while (line := await lines.get()) not in ("", "stop\n"):
            web.clock.jump(int(line.removeprefix("jump ")))
            _say({"hours": web.clock.hours})
    finally:
        await web.stop()


def _lines() -> asyncio.Queue[str]:
    """The lines of standard input as they come; an empty one when it ends."""
    lines: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def listen() -> None:
        with suppress(RuntimeError):  # the loop has ended before the input did
            for line in sys.stdin:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, "")

    threading.Thread(target=listen, daemon=True).start()
    return lines


def _say(value: dict[str, object]) -> None:
    print(json.dumps(value), flush=True)  # noqa: T201 - the line its parent waits for


if __name__ == "__main__":
    sys.exit(main())
