"""A small web of local sites that personalize for real, with a truth log, for demo and tests."""
