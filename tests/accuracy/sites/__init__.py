"""Invented sites and sessions with planted signals, written without having seen how they are found.

`python -m tests.accuracy signals` prints the table. A new shape is a new function in `plants`.
"""
