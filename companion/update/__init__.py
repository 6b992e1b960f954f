"""Third-party lists of companies, fetched into the person's own folder by an explicit act alone."""
