"""The conventions themselves, checked."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
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


TREES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): ast.parse(path.read_text("utf-8"))
    for path in SOURCES
}

# Files of these folders are found by looking into the folder: the tests of each say so.
DISCOVERED = (
    "companion.classify", "companion.cli", "companion.decode.formats", "companion.extract.signals",
    "companion.smallweb.sites", "tui.pages", "tui.screens",
)  # fmt: skip

# Started as a process of their own, by path or by `python -m`.
STARTED = {"addons.convert", "addons.probe", "addons.recorder"}

# What only POSIX systems have; not `start_new_session`, which Popen leaves out elsewhere.
POSIX_ONLY = {
    "fcntl", "grp", "pty", "pwd", "resource", "termios", "tty",
    "chown", "fchmod", "fchown", "fork", "getegid", "geteuid", "getgid", "getpgid", "getuid",
    "initgroups", "killpg", "mkfifo", "nice", "setegid", "seteuid", "setgid", "setgroups",
    "setsid", "setuid", "SIGHUP", "SIGKILL", "SIGSTOP", "SIGUSR1", "SIGUSR2", "WNOHANG",
    "extra_groups", "pass_fds", "preexec_fn", "umask",
}  # fmt: skip

# Paths of one machine, and where packages come from: neither is the same for the next person.
FORBIDDEN = re.compile(r"(?<![\w.*}])/(?:work|root|home|Users)/|--(?:extra-)?index-url")


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
    steps = ROOT / "companion" / "store" / "migrations.py"  # only ever added to
    read = [path for path in SOURCES if path not in (nouns, steps)]
    long = {str(path.relative_to(ROOT)): n for path in read if (n := _lines(path)) > 330}
    assert long == {}


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def _imported() -> set[str]:
    named = set()
    programs = [
        ast.parse(path.read_text("utf-8"))
        for path in sorted((ROOT / "companion").rglob("__main__.py"))
    ]
    for tree in [*TREES.values(), *programs]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                named |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                named |= {node.module or "", *(f"{node.module}.{it.name}" for it in node.names)}
    return named


def test_every_module_is_imported_started_or_discovered():
    alone = set(TREES) - _imported() - STARTED
    assert {name for name in alone if name.rpartition(".")[0] not in DISCOVERED} == set()


def test_the_lists_of_folders_and_programs_hold_nothing_that_is_gone():
    folders = {name.rpartition(".")[0] for name in TREES}
    assert set(DISCOVERED) <= folders
    assert set(TREES) >= STARTED


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (it.name for it in names)
            case ast.ImportFrom(module=module):
                yield module or ""
            case ast.Attribute(value=ast.Name(id="os" | "signal"), attr=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name


def test_what_only_posix_has_stands_in_one_file():
    found = {name: POSIX_ONLY & set(_names(tree)) for name, tree in TREES.items()}
    found.pop("companion.posix")
    assert {name: calls for name, calls in found.items() if calls} == {}


@pytest.mark.parametrize(
    "code", ["import fcntl", "os.geteuid()", "signal.SIGKILL", "Popen(x, pass_fds=())"]
)
def test_a_posix_call_is_noticed(code):
    assert POSIX_ONLY & set(_names(ast.parse(code)))


@pytest.mark.parametrize("code", ["os.getpid()", "nice(1)", "Popen(x, start_new_session=True)"])
def test_a_call_of_every_system_is_left_alone(code):
    assert not POSIX_ONLY & set(_names(ast.parse(code)))


def _texts() -> Iterator[tuple[str, str]]:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    here = str(Path(__file__).relative_to(ROOT))
    for name in tracked:
        if name and name != here and (ROOT / name).is_file():
            yield name, (ROOT / name).read_text("utf-8", errors="replace")


def test_no_text_names_a_place_of_one_machine_or_a_registry():
    found = {name: match.group() for name, text in _texts() if (match := FORBIDDEN.search(text))}
    assert found == {}


@pytest.mark.parametrize("text", ["see /work/notes", "in (/home/ann/x)", "pip --index-url x"])
def test_a_place_is_noticed(text):
    assert FORBIDDEN.search(text)


@pytest.mark.parametrize(
    "text", ["/recommendations/home/en", "a/work/b", "https://shop.example/home"]
)
def test_a_path_of_the_web_is_left_alone(text):
    assert not FORBIDDEN.search(text)
