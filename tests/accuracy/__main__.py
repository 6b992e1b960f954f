"""Runs every module of this package that has `run`, and fails when a target is missed."""

import pkgutil
import sys
from importlib import import_module

import tests.accuracy
from tests.accuracy.report import Report


def main() -> int:
    """0 when every figure that has a target reaches it."""
    report = Report()
    chosen = set(sys.argv[1:])
    for module in pkgutil.iter_modules(tests.accuracy.__path__):
        if chosen and module.name not in chosen:
            continue
        run = getattr(import_module(f"tests.accuracy.{module.name}"), "run", None)
        if run is not None:
            report.title(module.name)
            run(report)
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
