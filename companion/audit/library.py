"""Plans that come along: each a TOML file in the folder `plans`, found by its name."""

from collections.abc import Iterator
from pathlib import Path

from companion.audit.plan import Plan
from companion.audit.read import load

_FOLDER = Path(__file__).with_name("plans")


def plans() -> Iterator[tuple[Path, Plan]]:
    """Every plan that comes along, with its file."""
    for path in sorted(_FOLDER.glob("*.toml")):
        yield path, load(path)


def found(name: str) -> Path:
    """The file that a name means: a path, else a plan that comes along."""
    own = Path(name)
    along = _FOLDER / f"{name}.toml"
    return along if not own.exists() and own.name == name and along.exists() else own
