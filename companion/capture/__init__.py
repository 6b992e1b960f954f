"""Ways in: journal, HAR, WARC; each yields exchanges."""
