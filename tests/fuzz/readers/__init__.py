"""Each module has `read(data)`: it takes any bytes, and raises only where we made a mistake."""
