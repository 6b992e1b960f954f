"""What is found, as HTML, JSON and CSV."""
