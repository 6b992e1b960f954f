"""Exchange → signals, slates, acts; pure."""
