"""What is opened from the screens: a page a file, imported when it is first opened."""
