"""Routes, letters and clocks for contesting a finding; the facts stand in data."""
