"""`python -m tests.pictures`: the pictures of README, made anew from the small web."""

import asyncio
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.tui.screen import press, settle
from tui.app import Desk

FOLDER = Path(__file__).parent.parent / "tui" / "pictures"
SIZE = (110, 32)
PICTURES = {
    "home": ["1"],
    "mirror": ["3", "s"],
    "finding": ["1", "enter"],
    "bytes": ["1", "p"],
}
# The picture shows with the fonts of who looks at it; nothing is fetched from anywhere.
FETCHED = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
MADE_UNIQUE = re.compile(r"terminal-\d+")


async def picture(store: Path, keys: list[str]) -> str:
    """The screen after some keys, as SVG; the same screen gives the same text."""
    app = Desk(store, every=0)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        drawn = app.export_screenshot(title="Companion")
    return MADE_UNIQUE.sub("terminal", FETCHED.sub("", drawn))


def main() -> None:
    """Live the demo, then draw."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "demo.db"
        demo = [sys.executable, "-m", "companion", "demo", "--headless", "--db", str(store)]
        subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)
        for name, keys in PICTURES.items():
            drawn = asyncio.run(picture(store, keys))
            (FOLDER / f"{name}.svg").write_text(drawn, "utf-8")
            sys.stdout.write(f"{name}.svg: {len(drawn) // 1000} kB\n")


if __name__ == "__main__":
    main()
