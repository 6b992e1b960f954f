"""One file a format: what a body is made of."""
