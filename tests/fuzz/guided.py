"""One reader under atheris, a child of __main__: `python -m tests.fuzz.guided READER FLAG ...`."""

import sys
from importlib import import_module

import atheris


def main() -> None:
    """Have libFuzzer call the reader, with our own code watched."""
    with atheris.instrument_imports(include=["companion", "addons"]):
        reader = import_module(f"tests.fuzz.readers.{sys.argv[1]}")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], reader.read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
