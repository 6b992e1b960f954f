"""See how the web personalizes itself around a person, and contest it."""
