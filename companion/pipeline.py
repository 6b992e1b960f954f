"""The journey of an exchange, in one screen."""
