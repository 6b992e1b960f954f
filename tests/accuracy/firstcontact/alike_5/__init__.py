"""The fifth look-alikes: pages and answers of the same platforms, without a chosen list."""
