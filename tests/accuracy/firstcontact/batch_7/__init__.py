"""The seventh batch, by what a person meets in a day."""
