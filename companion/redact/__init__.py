"""The one place that sees secrets: replaces them before anything is kept."""
