"""How well extraction does on labelled material; `python -m tests.accuracy` prints the tables.

Each module has `run(report)`: it says one line per figure, and checks those that have a target.
"""
