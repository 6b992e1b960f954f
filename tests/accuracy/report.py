"""Where the figures go: to standard output, and into the count of targets that were missed."""

import os
import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType


class Report:
    """Prints figures; remembers how many missed their target."""

    def __init__(self) -> None:
        self.missed = 0

    def title(self, text: str) -> None:
        self.line(f"\n## {text}")

    def line(self, text: str) -> None:
        sys.stdout.write(text + "\n")

    def check(self, what: str, value: float, least: float) -> None:
        """A figure that has to be at least `least`."""
        good = value >= least
        self.missed += not good
        self.line(f"{what}: {value:.3f} (target {least:.3f}{'' if good else ', MISSED'})")

    def check_at_most(self, what: str, value: float, most: float) -> None:
        """A figure that has to be at most `most`."""
        good = value <= most
        self.missed += not good
        self.line(f"{what}: {value:.3f} (at most {most:.3f}{'' if good else ', MISSED'})")


def corpus() -> Path | None:
    """The folder of real captures, None where it is absent."""
    root = Path(__file__).parents[2]
    folder = Path(os.environ.get("COMPANION_CORPUS", root.parent / "shared" / "corpus" / "dev"))
    return folder if (folder / "labels.json").exists() else None


def run_all(package: ModuleType) -> int:
    """Run every module of a package that has `run`, or those named on the command line.

    Gives 0 when every figure that has a target reaches it.
    """
    report = Report()
    chosen = set(sys.argv[1:])
    for module in pkgutil.iter_modules(package.__path__):
        if chosen and module.name not in chosen:
            continue
        run = getattr(import_module(f"{package.__name__}.{module.name}"), "run", None)
        if run is not None:
            report.title(module.name)
            run(report)
    return 1 if report.missed else 0
