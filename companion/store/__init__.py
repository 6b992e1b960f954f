"""The only package that knows SQLite: migrations, rows, queries by noun."""
