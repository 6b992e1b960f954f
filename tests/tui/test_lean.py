import importlib
import subprocess
import sys

import pytest

from tui.lean import unseen


def test_a_module_can_not_be_imported_meanwhile_and_can_afterwards():
    sys.modules.pop("colorsys", None)
    with unseen("colorsys"), pytest.raises(ImportError):
        importlib.import_module("colorsys")
    assert importlib.import_module("colorsys")


def test_what_is_there_already_stays():
    with unseen("sys"):
        assert importlib.import_module("sys") is sys


def test_the_screens_load_nothing_that_computes_signs_or_parses_pages():
    code = (
        "from tui.app import _screens, _pages; _screens(); _pages();import sys; print(*sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"numpy", "scipy", "bs4", "selectolax", "cryptography", "mitmproxy", "jinja2"}
    assert not heavy & set(said.stdout.split())
