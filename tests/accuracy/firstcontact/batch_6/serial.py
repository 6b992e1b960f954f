"""How web frameworks flatten a page's data into a table of values that point at each other."""

type Value = dict | list | tuple | str | float | bool | None


def devalued(value: Value) -> list:
    """The flat table of devalue: `(name, value)` is a value that its reader revives."""
    return _Table().filled(value, key=lambda table, word: word)


def streamed(value: Value) -> list:
    """The flat table of a turbo stream: keys stand in the table too."""
    return _Table().filled(value, key=lambda table, word: f"_{table.put(word)}")


def island_props(value: Value) -> Value:
    """Properties of an Astro island: each value behind its type, 1 for arrays."""
    if isinstance(value, dict):
        return [0, {name: island_props(it) for name, it in value.items()}]
    if isinstance(value, list):
        return [1, [island_props(it) for it in value]]
    return [0, value]


class _Table:
    def __init__(self) -> None:
        self.rows: list = []
        self.known: dict = {}

    def filled(self, value: Value, key) -> list:
        self.key = key
        self.put(value)
        return self.rows

    def put(self, value: Value) -> int:
        plain = not isinstance(value, dict | list | tuple)
        if plain and (type(value), value) in self.known:
            return self.known[type(value), value]
        at = len(self.rows)
        self.rows.append(value)
        if plain:
            self.known[type(value), value] = at
        else:
            self.rows[at] = self._pointers(value)
        return at

    def _pointers(self, value: dict | list | tuple) -> dict | list:
        if isinstance(value, dict):
            return {self.key(self, name): self.put(it) for name, it in value.items()}
        if isinstance(value, tuple):
            return [value[0], self.put(value[1])]
        return [self.put(it) for it in value]
