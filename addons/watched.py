"""The person's settings as they stand now: read again whenever their file changes."""

from pathlib import Path

from addons.edge import Edge
from companion.errors import UnreadableInput
from companion.settings import Settings, load


class WatchedSettings:
    """Settings of the store that is recorded to; those before hold while the file is no good."""

    def __init__(self, edge: Edge) -> None:
        self.settings = Settings()
        self._edge = edge
        self._stamp: tuple[int, int] | None = None

    def look(self) -> bool:
        """Look at the file; whether the settings are other ones now."""
        if self._edge.folder is None:
            return False
        path = self._edge.folder / "settings.toml"
        if (stamp := _stamp(path)) == self._stamp:
            return False
        self._stamp = stamp
        try:
            self.settings = load(path)
        except UnreadableInput as error:
            self._edge.note("settings", error=str(error))
        return True


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size
