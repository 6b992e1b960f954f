"""The mitmproxy edge: writes what passes to the journal and does as little else as possible."""
