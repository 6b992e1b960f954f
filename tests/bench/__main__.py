"""`python -m tests.bench [NAME ...]`: fails when a target is missed."""

import sys

import tests.bench
from tests.accuracy.report import run_all

if __name__ == "__main__":
    sys.exit(run_all(tests.bench))
