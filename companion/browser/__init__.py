"""Finds, starts and drives a browser: profile, certificate pin, control pipe."""
