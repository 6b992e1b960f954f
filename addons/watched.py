"""The person's settings as they stand now: read again whenever their file changes."""

from addons.edge import Edge
from companion.errors import UnreadableInput
from companion.settings import Settings, load


class WatchedSettings:
    """Settings of the store that is recorded to; those before hold while the file is no good."""

    def __init__(self, edge: Edge) -> None:
        self._edge = edge
        self._settings = Settings()
        self._stamp: tuple[int, int] | None = None

    def current(self) -> Settings:
        """The settings; one `stat` when nothing changed."""
        if self._edge.folder is None:
            return self._settings
        path = self._edge.folder / "settings.toml"
        try:
            found = path.stat()
        except FileNotFoundError:
            self._stamp, self._settings = None, Settings()
            return self._settings
        stamp = (found.st_mtime_ns, found.st_size)
        if stamp != self._stamp:
            self._stamp = stamp
            try:
                self._settings = load(path)
            except UnreadableInput as error:
                self._edge.note("settings", error=str(error))
        return self._settings
