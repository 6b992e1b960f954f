"""One file a kind of signal."""
