"""One file a detector; its docstring is what the person reads."""
