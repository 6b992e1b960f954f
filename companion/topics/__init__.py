"""What titles and pages are about: some thirty topics, told by reviewed words or by a model."""
