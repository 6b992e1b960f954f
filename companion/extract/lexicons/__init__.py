"""Words per language, as data: each file says what its words are for, and was read by a person."""
