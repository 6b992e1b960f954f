"""The Textual edge: shows what is recorded and how to contest it."""
