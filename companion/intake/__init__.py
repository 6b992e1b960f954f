"""How captures come into a store, and how what came in is amended or forgotten."""
