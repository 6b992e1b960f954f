"""Starts, watches and stops the processes of a recording; owns the store's lock."""
