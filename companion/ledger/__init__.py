"""What could explain what was delivered, and what each party could know by when. Pure."""
