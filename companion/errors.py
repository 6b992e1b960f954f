"""What a person should read when a thing can't be done: what, where, what to do.

    CompanionError
    ├── UnreadableInput     a file, plan or option that can't be used as it is
    └── StoreUnavailable    the store is locked, damaged or of a newer version

Anything else that is raised is a bug and may crash.
"""


class CompanionError(Exception):
    """The base of every error a person is meant to read; its text is one line."""


class UnreadableInput(CompanionError):
    """An input can't be read: names the input, the reason and what to do."""


class StoreUnavailable(CompanionError):
    """The store can't be used: names its path, the reason and what to do."""
