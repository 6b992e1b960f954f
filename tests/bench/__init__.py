"""What things cost, each as a ratio to a named reference in the same run.

`python -m tests.bench [NAME ...]` runs the modules that have `run(report)`.
"""
