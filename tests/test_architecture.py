"""The conventions themselves, checked."""

import subprocess
import sys
from pathlib import Path

import pytest

from companion.cli import companion as commands

ROOT = Path(__file__).parent.parent
PACKAGES = ("companion", "addons", "tui")
SOURCES = [
    path
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
    if path.name not in ("__init__.py", "__main__.py")
]


def _modules_after(code: str) -> set[str]:
    code += "; import sys; print(' '.join(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(said.stdout.splitlines()[-1].split())


def test_help_imports_nothing_heavy():
    loaded = _modules_after(
        "from companion.cli import companion as c\n"
        "try: c.main(['--help'])\nexcept SystemExit: pass\npass"
    )
    heavy = {
        "sqlite_utils",
        "mitmproxy",
        "textual",
        "numpy",
        "scipy",
        "bs4",
        "cryptography",
        "jinja2",
    }
    assert not loaded & heavy


def test_the_pipeline_reaches_no_edge():
    loaded = _modules_after("import companion.pipeline")
    assert not loaded & {"mitmproxy", "textual", "addons", "tui"}


@pytest.mark.parametrize("name", sorted(commands.commands or commands.list_commands(None)))
def test_every_command_has_help_and_stands_in_readme(name):
    command = commands.get_command(None, name)
    assert command.help
    assert f"companion {name}" in (ROOT / "README.md").read_text("utf-8")


def test_the_top_of_the_tree_holds_only_what_it_should():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    if not tracked:
        pytest.skip("no git checkout")
    assert {path.partition("/")[0] for path in tracked} <= {
        *PACKAGES, "tests", "pyproject.toml", "README.md", "Makefile", "constraints.txt", "LICENSE",
        "CHANGELOG.md", ".python-version", ".gitignore", ".ci",
    }  # fmt: skip


def test_no_file_grows_past_what_one_can_read():
    nouns = ROOT / "companion" / "model.py"  # the nouns stand together
    read = [path for path in SOURCES if path != nouns]
    long = {str(path.relative_to(ROOT)): n for path in read if (n := _lines(path)) > 330}
    assert long == {}


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())
