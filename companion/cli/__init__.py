"""The command line: one file a command, found by its name; the only place that prints or exits."""
