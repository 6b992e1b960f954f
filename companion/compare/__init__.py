"""Strangers and rounds: rank measures, permutation tests, corrections; pure."""
