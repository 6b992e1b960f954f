"""What a site does over time and what it did right, as counts of counts."""
